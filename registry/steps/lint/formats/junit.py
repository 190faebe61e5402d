"""JUnit XML, for build servers: a suite a file, a case a problem, one passing case where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from registry.steps.lint.formats.told import Placed, clean, flat, message, placed, source, title
from registry.steps.lint.problem import Report


def junit(reports: Sequence[Report]) -> str:
    """JUnit XML with a failure for every problem; suppressed ones are skipped cases."""
    suites = "".join(map(_suite, reports))
    failures = sum(len(report.problems) for report in reports)
    tests = sum(_cases(report) for report in reports)
    head = f'<testsuites name="claims lint" tests="{tests}" failures="{failures}" errors="0">'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{suites}</testsuites>\n'


def _cases(report: Report) -> int:
    """How many cases a file has."""
    return max(1, len(report.problems) + len(report.suppressed))


def _suite(report: Report) -> str:
    """A file."""
    failed = "".join(_case(one, _failure(one)) for one in placed(report))
    skipped = "".join(_case(one, "<skipped/>") for one in placed(report, report.suppressed))
    passed = f"<testcase name={_quoted('no problems')} classname={_quoted(report.path)}/>\n"
    counts = f'tests="{_cases(report)}" failures="{len(report.problems)}" skipped="{len(report.suppressed)}" errors="0"'
    return f"<testsuite name={_quoted(report.path)} {counts}>\n{failed + skipped or passed}</testsuite>\n"


def _case(one: Placed, result: str) -> str:
    """A problem."""
    name = f"{title(one.problem)} {one.start.line}:{one.start.column}"
    return f'<testcase name={_quoted(name)} classname={_quoted(one.path)} line="{one.start.line}">{result}</testcase>\n'


def _failure(one: Placed) -> str:
    """What is wrong."""
    problem = one.problem
    said = [flat(problem.sentence.exact), *map(source, problem.sources)]
    body = escape(clean("\n".join(said)))
    return f"<failure type={_quoted(problem.rule)} message={_quoted(message(problem))}>{body}</failure>"


def _quoted(text: str) -> str:
    """An attribute's value."""
    return quoteattr(flat(text))
