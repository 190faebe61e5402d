"""JSON in the shape of Vale's, so that its editor plug-ins work unchanged.

A newcomer's mistake: an exclusive end. Vale's `Span` counts from 1 and includes both ends.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from registry.steps.lint.catalogue import RULES
from registry.steps.lint.formats.told import Placed, check, clean, flat, message, placed
from registry.steps.lint.problem import Level, Report

SEVERITY = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "suggestion"}


def vale(reports: Sequence[Report]) -> str:
    """A JSON object of alerts by file, as `vale --output=JSON` prints it; files without problems are left out."""
    told = {report.path: [_alert(one, report) for one in placed(report)] for report in reports}
    found = {path: alerts for path, alerts in told.items() if alerts}
    return clean(json.dumps(found, ensure_ascii=False, indent=2) + "\n")


def _alert(one: Placed, report: Report) -> dict[str, Any]:
    """A problem as an alert."""
    problem = one.problem
    words = report.text[problem.span.start : problem.span.end]
    first = words.splitlines()[0] if words.strip() else words
    whole = problem.fix and (problem.fix.start, problem.fix.end) == (problem.span.start, problem.span.end)
    params = [_replaced(report, one)] if problem.fix and (whole or _inside(one)) else None
    return {
        "Action": {"Name": "replace" if params else "", "Params": params},
        "Check": check(problem),
        "Description": RULES[problem.rule].about,
        "Line": one.start.line,
        "Link": problem.link or "",
        "Match": flat(words),
        "Message": message(problem),
        "Severity": SEVERITY[problem.level],
        "Span": [one.start.column, one.start.column + max(1, len(first)) - 1],
    }


def _inside(one: Placed) -> bool:
    """Whether a fix changes nothing outside the words of its problem."""
    fix, span = one.problem.fix, one.problem.span
    return fix is not None and span.start <= fix.start and fix.end <= span.end


def _replaced(report: Report, one: Placed) -> str:
    """The words of a problem with its fix made."""
    fix, span = one.problem.fix, one.problem.span
    assert fix is not None
    return report.text[span.start : fix.start] + fix.text + report.text[fix.end : span.end]
