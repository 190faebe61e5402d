"""A conflict's dates as a picture: a lane for each value, a dot for each source."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from web import days
from web.axis import Days, Tick

LANE, FIRST, FOOT = 34, 30, 24
MANY, FLAT = 4, 24


class Dot(NamedTuple):
    """A source that states the value of its lane; `said` tells its day as it was written, a whole year as a year."""

    day: date | None
    label: str
    href: str = ""
    said: str = ""


class Lane(NamedTuple):
    """A value and the sources that state it."""

    label: str
    dots: tuple[Dot, ...]


class Gap(NamedTuple):
    """The time in which one value gave way to the next: where it begins, how wide it is, and below which lane."""

    x: str
    width: str
    y: int


class Drawn(NamedTuple):
    """A dot or a stretch of a lane in its place: `x` and `end` across, `y` down."""

    x: str
    y: int
    end: str = ""
    label: str = ""
    href: str = ""


class Row(NamedTuple):
    """A lane in its place; `reach` runs from its first source to its last, None where no date is known; `when` tells
    these days in words, for the marks below are round days that need not be those of any source."""

    label: str
    y: int
    reach: Drawn | None
    dots: tuple[Drawn, ...]
    when: str = "no date"


class Timeline(NamedTuple):
    """Everything a template draws."""

    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    gaps: tuple[Gap, ...]
    height: int
    summary: str
    lane: int = LANE


def timeline(lanes: Sequence[Lane], *, change: bool = False) -> Timeline | None:
    """The picture of some lanes; None where fewer than two different days are known, for it would show nothing.

    With `change`, the stretches in which a value must have changed are shown. Many lanes are flat, for the quotations
    below are what is judged.
    """
    days = [dot.day for lane in lanes for dot in lane.dots if dot.day]
    if len(set(days)) < 2:
        return None
    across = Days.covering(days)
    tall = FLAT if len(lanes) >= MANY else LANE
    rows = tuple(_row(lane, FIRST + tall * n, across) for n, lane in enumerate(lanes))
    gaps = tuple(_gaps(lanes, across, tall)) if change else ()
    height = FIRST + tall * (len(lanes) - 1) + FOOT + 14
    return Timeline(rows, tuple(across.ticks()), gaps, height, _said(lanes), tall)


def _row(lane: Lane, y: int, across: Days) -> Row:
    known = sorted((dot.day, dot) for dot in lane.dots if dot.day)
    if not known:
        return Row(lane.label, y, None, ())
    reach = Drawn(across.at(known[0][0]), y, across.at(known[-1][0]))
    dots = tuple(
        Drawn(across.at(day), y, label=f"{dot.label}, {dot.said or days.day(day)}", href=dot.href) for day, dot in known
    )
    return Row(lane.label, y, reach, dots, _when([dot for _, dot in known]))


def _when(dots: Sequence[Dot]) -> str:
    """The days of a lane in words; a single one as it was written."""
    said = {dot.said for dot in dots}
    first, last = dots[0].day, dots[-1].day
    if first is None or last is None or (len(said) == 1 and first == last and dots[0].said):
        return dots[0].said
    return days.stretch(first, last)


def _gaps(lanes: Sequence[Lane], across: Days, tall: int) -> list[Gap]:
    """Between a lane and the next, where the last source of the one is older than the first of the other."""
    known = [[dot.day for dot in lane.dots if dot.day] for lane in lanes]
    pairs = [(n, max(a), min(b)) for n, (a, b) in enumerate(pairwise(known)) if a and b]
    return [Gap(across.at(a), across.between(a, b), FIRST + tall * n) for n, a, b in pairs if a < b]


def _said(lanes: Sequence[Lane]) -> str:
    """The picture in words, for those who listen to it."""
    return (
        ". ".join(f"{lane.label}: {', '.join(dot.said or days.day(dot.day) for dot in lane.dots)}" for lane in lanes)
        + "."
    )
