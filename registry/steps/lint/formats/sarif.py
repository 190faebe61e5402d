"""SARIF 2.1.0, for code scanning and editors.

A newcomer's mistake: columns in UTF-16 units. The run says `unicodeCodePoints`, and that is what is counted.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from registry.steps.lint.catalogue import GUIDE, RULES
from registry.steps.lint.formats.told import Placed, clean, flat, message, placed, source
from registry.steps.lint.lines import Lines
from registry.steps.lint.problem import Fix, Problem, Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST = 5000
ORDER = list(RULES)
Json = dict[str, Any]


def sarif(reports: Sequence[Report]) -> str:
    """A SARIF 2.1.0 log with fixes, sources, suppressions and the state against the baseline."""
    results = [result for report in reports for result in _results(report)]
    results.sort(key=lambda one: _gravity(one["level"]))
    run = {
        "tool": {
            "driver": {"name": "claims-lint", "fullName": "claims lint", "rules": [_rule(name) for name in ORDER]}
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": uri(report.path)}} for report in reports],
        "results": results[:MOST],
        **_dropped(len(results) - MOST),
    }
    return clean(
        json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"
    )


def _gravity(level: str) -> int:
    """Errors first: code scanning keeps the top 5,000 only."""
    return ("error", "warning", "note").index(level)


def _dropped(number: int) -> Json:
    """A word about what did not fit."""
    if number <= 0:
        return {}
    told = {"level": "warning", "message": {"text": f"{number} results of the least weight were left out."}}
    return {"invocations": [{"executionSuccessful": True, "toolExecutionNotifications": [told]}]}


def _rule(name: str) -> Json:
    """A rule's description."""
    rule = RULES[name]
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": rule.about},
        "help": {"text": f"{rule.about} See {GUIDE}."},
        "defaultConfiguration": {"level": rule.level.value},
    }


def uri(path: str) -> str:
    """A path as a relative reference.

    >>> uri("a draft.md")
    'a%20draft.md'
    """
    return quote(clean(path.replace("\\", "/")), safe="/:@!$&'()*+,;=~-._")


def _results(report: Report) -> list[Json]:
    """The results of a file: new, known to the baseline, suppressed."""
    lines = Lines(report.text)
    states: tuple[tuple[Sequence[Problem], Json], ...] = (
        (report.problems, {"baselineState": "new"} if report.kept else {}),
        (report.kept, {"baselineState": "unchanged"}),
        (report.suppressed, {"suppressions": [{"kind": "inSource", "status": "accepted"}]}),
    )
    return [{**_result(one, report, lines), **more} for found, more in states for one in placed(report, found)]


def _result(one: Placed, report: Report, lines: Lines) -> Json:
    """A problem as a result."""
    problem = one.problem
    told: Json = {
        "ruleId": problem.rule,
        "ruleIndex": ORDER.index(problem.rule),
        "level": problem.level.value,
        "kind": "fail",
        "message": {"text": message(problem)},
        "locations": [
            {"physicalLocation": _location(report.path, _region(report, problem.span.start, problem.span.end, lines))}
        ],
        "partialFingerprints": {"claimsLint/v1": problem.fingerprint or "none"},
    }
    related = [_related(number, reference) for number, reference in enumerate(problem.sources, 1)]
    extra = {
        "held": problem.held,
        "question": problem.question,
        "proposal": problem.proposal,
        "citation": problem.citation,
    }
    told |= {"relatedLocations": related} if related else {}
    told |= {"fixes": [_fix(problem.fix, report, lines)]} if problem.fix else {}
    told |= {"hostedViewerUri": problem.link} if problem.link and "://" in problem.link else {}
    return told | {"properties": {name: flat(value) for name, value in extra.items() if value}}


def _location(path: str, region: Json) -> Json:
    """A place in a file."""
    return {"artifactLocation": {"uri": uri(path)}, "region": region}


def _region(report: Report, start: int, end: int, lines: Lines) -> Json:
    """A stretch of a file: lines and columns from 1, the end exclusive, and offsets from 0."""
    first, last = lines.place(start), lines.place(end)
    return {
        "startLine": first.line,
        "startColumn": first.column,
        "endLine": last.line,
        "endColumn": last.column,
        "charOffset": start,
        "charLength": end - start,
        "snippet": {"text": clean(report.text[start:end])},
    }


def _related(number: int, reference: Any) -> Json:
    """A source."""
    where = {"physicalLocation": {"artifactLocation": {"uri": reference.link}}} if "://" in reference.link else {}
    return {"id": number, "message": {"text": source(reference)}, **where}


def _fix(fix: Fix, report: Report, lines: Lines) -> Json:
    """New words."""
    region = _region(report, fix.start, fix.end, lines)
    del region["snippet"]
    replaced = {"deletedRegion": region, "insertedContent": {"text": fix.text}}
    change = {"artifactLocation": {"uri": uri(report.path)}, "replacements": [replaced]}
    kind = "Write the registry's value." if fix.safe else "Write the registry's value; look at the sentence."
    return {"description": {"text": kind}, "artifactChanges": [change]}
