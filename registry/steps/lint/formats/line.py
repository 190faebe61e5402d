"""One line a problem, as Vale's `line` style and most editors' error formats have it."""

from __future__ import annotations

from collections.abc import Sequence

from registry.steps.lint.formats.told import check, everything, flat, message
from registry.steps.lint.problem import Report


def line(reports: Sequence[Report]) -> str:
    """A problem a line: `path:line:col:Check:Message`."""
    return "".join(
        f"{flat(one.path)}:{one.start.line}:{one.start.column}:{check(one.problem)}:{message(one.problem)}\n"
        for one in everything(reports)
    )
