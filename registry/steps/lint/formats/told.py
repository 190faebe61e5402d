"""What several formats share: problems in order, places, counts, names.

A newcomer's mistake: a message of more than one line; editors and annotations show the first only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from registry.steps.lint.catalogue import RULES
from registry.steps.lint.lines import Lines, Place
from registry.steps.lint.problem import Level, Problem, Reference, Report
from registry.steps.phrases import counted

STYLE = "Claims"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Placed(NamedTuple):
    """A problem with its file and its place."""

    path: str
    problem: Problem
    start: Place
    end: Place


def placed(report: Report, problems: Sequence[Problem] | None = None) -> Iterator[Placed]:
    """The problems of a report with their places, in the order of the text."""
    lines = Lines(report.text)
    for problem in report.problems if problems is None else problems:
        yield Placed(report.path, problem, lines.place(problem.span.start), lines.place(problem.span.end))


def everything(reports: Sequence[Report]) -> list[Placed]:
    """All problems of all reports."""
    return [one for report in reports for one in placed(report)]


def check(problem: Problem) -> str:
    """The rule as editors name it.

    >>> from registry.model.span import Span
    >>> check(Problem("FACT001", Level.ERROR, Span(0, 1, "a"), Span(0, 1, "a"), "no"))
    'Claims.FACT001'
    """
    return f"{STYLE}.{problem.rule}"


def message(problem: Problem) -> str:
    """The message on one line, with the new words where there are some."""
    more = f" Write “{problem.fix.text}”." if problem.fix and problem.rule != "FACT005" else ""
    return flat(problem.message + more)


def flat(text: str) -> str:
    """Text on one line, without control characters."""
    return " ".join(clean(text).split())


def clean(text: str) -> str:
    """Text without characters that XML and terminals do not take."""
    return _CONTROL.sub("\ufffd", text)


def source(reference: Reference) -> str:
    """A source in a few words."""
    dated = f", {reference.published.isoformat()}" if reference.published else ""
    return flat(f"{reference.name}{dated}: “{reference.quote}”")


def summary(reports: Sequence[Report]) -> str:
    """The counts in a sentence."""
    levels = Counter(problem.level for report in reports for problem in report.problems)
    found = ", ".join(counted(levels[level], level.value) for level in Level if levels[level])
    kept, silent = (sum(len(getattr(report, name)) for report in reports) for name in ("kept", "suppressed"))
    extra = [f"{kept} in the baseline"] * bool(kept) + [f"{silent} suppressed"] * bool(silent)
    claims = sum(report.claims for report in reports)
    checked = f"{counted(claims, 'claim')} in {counted(len(reports), 'file')} checked"
    return f"{found or 'No problems'}{''.join(f', {one}' for one in extra)}; {checked}."


def title(problem: Problem) -> str:
    """The rule's id and name."""
    return f"{problem.rule} {RULES[problem.rule].name}"
