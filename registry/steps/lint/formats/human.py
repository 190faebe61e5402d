"""For people: the line, a mark under the words, the message, the sources.

A newcomer's mistake: colours that nobody asked for; they ruin files and pipes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from registry.steps.lint.formats.told import Placed, clean, flat, placed, source, summary, title
from registry.steps.lint.lines import Lines
from registry.steps.lint.problem import Level, Report

COLOURS = {Level.ERROR: "31", Level.WARNING: "33", Level.NOTE: "36"}
WIDTH = 100


def human(reports: Sequence[Report], *, colours: bool = False) -> str:
    """Every problem with its line, a mark under the words, sources and the proposed wording; a count at the end."""
    told = [_problem(one, report, colours=colours) for report in reports for one in placed(report)]
    return "\n".join([*told, summary(reports)]) + "\n"


def _problem(one: Placed, report: Report, *, colours: bool) -> str:
    """A problem in full."""
    problem = one.problem
    number = str(one.start.line)
    line, mark = _marked(one, Lines(report.text))
    head = f"{flat(one.path)}:{number}:{one.start.column}: {problem.level}: {title(problem)}"
    shown = [
        _coloured(head, problem.level, colours=colours),
        f"  {flat(problem.message)}",
        f"  {number} | {line}",
        f"  {' ' * len(number)} | {_coloured(mark, problem.level, colours=colours)}",
        *([f"  write: {flat(problem.proposal)}"] if problem.proposal else []),
        *(f"  source: {source(reference)} {flat(reference.link or '')}".rstrip() for reference in problem.sources),
        *([f"  to cite: claims cite {problem.sources[0].claim}"] if problem.citation and problem.sources else []),
    ]
    return "\n".join(shown) + "\n"


def _marked(one: Placed, lines: Lines) -> tuple[str, str]:
    """The line, cut around the words where it is long, and the marks under them."""
    line = clean(lines.line(one.start.line)).replace("\t", " ")
    start = one.start.column - 1
    stop = one.end.column - 1 if one.end.line == one.start.line else len(line)
    skip = 0 if len(line) <= WIDTH else max(0, min(start - WIDTH // 3, len(line) - WIDTH))
    shown = line[skip : skip + WIDTH]
    before, words = shown[: start - skip], shown[start - skip : max(stop, start + 1) - skip]
    return shown, " " * _width(before) + "^" * max(1, _width(words))


def _width(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def _coloured(text: str, level: Level, *, colours: bool) -> str:
    """The text in the colour of its level."""
    return f"\x1b[1;{COLOURS[level]}m{clean(text)}\x1b[0m" if colours else clean(text)
