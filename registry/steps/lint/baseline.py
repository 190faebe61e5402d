"""Fingerprints of problems, which survive lines that move, and baselines of those that are known.

A newcomer's mistake: counting lines. A fingerprint is the rule, the words, their sentence, and which of several alike.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from registry.errors import InvalidValue
from registry.steps.fold import fold
from registry.steps.lint.problem import Problem, Report

VERSION = 1


def printed(problems: Sequence[Problem]) -> list[Problem]:
    """The problems with their fingerprints, in the order of the text."""
    seen: Counter[str] = Counter()
    told = []
    for problem in sorted(problems, key=lambda one: (one.span.start, one.span.end, one.rule)):
        words = " ".join(fold(problem.sentence.exact).lower().split())
        name = hashlib.sha256(f"{problem.rule}\n{problem.span.exact.lower()}\n{words}".encode()).hexdigest()[:32]
        seen[name] += 1
        told.append(replace(problem, fingerprint=name if seen[name] == 1 else f"{name}:{seen[name]}"))
    return told


def written(reports: Iterable[Report]) -> str:
    """A baseline of everything that was found."""
    files = {
        report.path: [
            {"fingerprint": one.fingerprint, "rule": one.rule, "words": one.span.exact}
            for one in (*report.problems, *report.kept)
        ]
        for report in reports
    }
    told = {"version": VERSION, "files": {path: rows for path, rows in sorted(files.items()) if rows}}
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def known(text: str) -> dict[str, frozenset[str]]:
    """The fingerprints of a baseline by file; raises `InvalidValue` for a file that is none."""
    try:
        told: Any = json.loads(text)
        if told["version"] != VERSION:
            raise InvalidValue(f"The baseline has version {told['version']}; write it again with --write-baseline.")
        return {path: frozenset(row["fingerprint"] for row in rows) for path, rows in told["files"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise InvalidValue("The baseline is not one; write it again with --write-baseline.") from None


def without(report: Report, fingerprints: frozenset[str]) -> Report:
    """The report with known problems set apart."""
    new = tuple(one for one in report.problems if one.fingerprint not in fingerprints)
    old = tuple(one for one in report.problems if one.fingerprint in fingerprints)
    return replace(report, problems=new, kept=(*report.kept, *old))
