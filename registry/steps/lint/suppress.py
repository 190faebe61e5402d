"""Suppressions in the text: `<!-- claims-lint-disable-next-line FACT002 -- reason -->`, and the same without brackets.

A newcomer's mistake: a silent suppression. One without a reason is a warning itself, one that silences nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from registry.model.span import Span
from registry.steps.lint.catalogue import RULES
from registry.steps.lint.lines import Lines
from registry.steps.lint.problem import Problem

_WHAT = r"claims-lint-(?P<what>disable-next-line|disable-line|disable-file|disable|enable)\b"
_WORDS = _WHAT + r"(?P<ids>(?:[ \t,]+(?:FACT|LINT)\d+)*)"
_REASON = r"(?:[ \t]+--(?!>)[ \t]*(?P<reason>.*?))?[ \t]*"
_BRACKETED = re.compile(rf"<!--\s*{_WORDS}{_REASON}\s*-->", re.DOTALL)
_PLAIN = re.compile(rf"^[ \t]*+(?:(?:#|//|%|\.\.)[ \t]*+)?{_WORDS}{_REASON}$", re.MULTILINE)
_IDS = re.compile(r"(?:FACT|LINT)\d+")
ALL = frozenset(RULES)


class Suppression(NamedTuple):
    """A stretch of lines where rules are silent; `start` and `end` are the place of the words that say so."""

    ids: frozenset[str]
    first: int
    last: int
    reason: str
    start: int
    end: int

    def covers(self, problem: Problem, line: int) -> bool:
        """Whether it silences a problem on a line."""
        return problem.rule in self.ids and self.first <= line <= self.last


def suppressions(text: str) -> list[Suppression]:
    """Every suppression of a text."""
    lines = Lines(text)
    found = sorted([*_BRACKETED.finditer(text), *_PLAIN.finditer(text)], key=lambda one: one.start())
    return [_made(one, found, lines) for one in found if one["what"] != "enable"]


def _made(one: re.Match[str], found: Sequence[re.Match[str]], lines: Lines) -> Suppression:
    """A suppression with the lines it is for."""
    ids = frozenset(_IDS.findall(one["ids"])) or ALL
    first, last = _reach(one, ids, found, lines)
    start = one.start() + len(one.group()) - len(one.group().lstrip())
    return Suppression(ids, first, last, (one["reason"] or "").strip(), start, one.end())


def _reach(one: re.Match[str], ids: frozenset[str], found: Sequence[re.Match[str]], lines: Lines) -> tuple[int, int]:
    """The first and the last line."""
    here, what = lines.number(one.end() - 1), one["what"]
    if what == "disable-file":
        return 1, len(lines)
    if what == "disable-line":
        return here, here
    if what == "disable-next-line":
        below = next((n for n in range(here + 1, len(lines) + 1) if lines.line(n).strip()), here)
        return below, below
    ends = (other for other in found if other["what"] == "enable" and other.start() > one.start())
    stop = next(
        (other for other in ends if not _IDS.findall(other["ids"]) or ids & set(_IDS.findall(other["ids"]))), None
    )
    return here, lines.number(stop.start()) if stop else len(lines)


def silenced(
    problems: Iterable[Problem], found: Sequence[Suppression], text: str, *, inactive: frozenset[str] = frozenset()
) -> tuple[list[Problem], list[Problem]]:
    """The problems that are left, with those that suppressions themselves are, and the silenced ones.

    A suppression of rules that are `inactive` only may be needed in another run.
    """
    lines = Lines(text)
    left: list[Problem] = []
    silent: list[Problem] = []
    used = {one for one in found if one.ids <= inactive}
    for problem in problems:
        line = lines.number(problem.span.start)
        covering = [one for one in found if one.covers(problem, line)]
        used.update(covering)
        (silent if covering else left).append(problem)
    return [*left, *_about(found, used, text)], silent


def _about(found: Sequence[Suppression], used: set[Suppression], text: str) -> list[Problem]:
    """What is wrong with the suppressions themselves."""
    told = [_problem("LINT001", one, text, "The suppression gives no reason; add one after two hyphens.")
            for one in found if not one.reason]  # fmt: skip
    return told + [
        _problem("LINT002", one, text, f"The suppression of {_named(one)} silences nothing; remove it.")
        for one in found
        if one not in used
    ]


def _named(one: Suppression) -> str:
    """The rules of a suppression in words."""
    return "every rule" if one.ids == ALL else ", ".join(sorted(one.ids))


def _problem(rule: str, one: Suppression, text: str, message: str) -> Problem:
    """A problem at the place of a suppression."""
    span = Span.cut(text, one.start, one.end)
    return replace(Problem(rule, RULES[rule].level, span, span, message))
