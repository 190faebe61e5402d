"""GitHub's workflow commands, which become annotations.

A newcomer's mistake: printing everything. Ten of each level are shown a step, the rest vanishes without a word; so the
gravest come first and the last line names what was left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from registry.steps.lint.formats.told import Placed, everything, message, summary, title
from registry.steps.lint.problem import Level, Report
from registry.steps.phrases import counted

WORDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
MOST = 10


def github(reports: Sequence[Report]) -> str:
    """Annotations for GitHub Actions, at most ten of a level, and a line about what was left out."""
    problems = everything(reports)
    room = dict.fromkeys(Level, MOST)
    if any(_of(problems, level)[MOST:] for level in Level):
        room[Level.NOTE] -= 1
    shown = [one for level in Level for one in _of(problems, level)[: room[level]]]
    dropped = [one for level in Level for one in _of(problems, level)[room[level] :]]
    return "".join(f"{line}\n" for line in [*map(_command, shown), *_left_out(dropped), summary(reports)])


def _of(problems: Sequence[Placed], level: Level) -> list[Placed]:
    """The problems of a level."""
    return [one for one in problems if one.problem.level is level]


def _command(one: Placed) -> str:
    """A problem as a command."""
    properties = {
        "file": one.path,
        "line": one.start.line,
        "endLine": one.end.line,
        "col": one.start.column,
        **({"endColumn": max(one.start.column, one.end.column - 1)} if one.end.line == one.start.line else {}),
        "title": title(one.problem),
    }
    told = ",".join(f"{name}={escaped(str(value), inside=True)}" for name, value in properties.items())
    return f"::{WORDS[one.problem.level]} {told}::{escaped(message(one.problem))}"


def _left_out(dropped: Sequence[Placed]) -> list[str]:
    """The line about what is not shown."""
    if not dropped:
        return []
    counts = ", ".join(counted(len(_of(dropped, level)), WORDS[level]) for level in Level if _of(dropped, level))
    places = ", ".join(f"{one.path}:{one.start.line} {one.problem.rule}" for one in dropped)
    return [f"::notice title=claims lint::{escaped(f'Not shown as annotations: {counts}: {places}')}"]


def escaped(text: str, *, inside: bool = False) -> str:
    """Text for a command; `inside` a property, colons and commas too.

    >>> escaped("100%, no: 1", inside=True)
    '100%25%2C no%3A 1'
    """
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if inside else text
