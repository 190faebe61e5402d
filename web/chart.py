"""A fact's values over time as a picture: an interval is a bar, a source a dot, a decision a flag."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from web import words
from web.axis import Days, Levels, Tick
from web.days import day as written

TOP, BOTTOM, HEIGHT = 34, 214, 244


class Point(NamedTuple):
    """A source that states a value: `low` and `high` None where the end is open, `copy` where another said it first."""

    day: date
    low: float | None
    high: float | None
    value: str
    source: str
    href: str = ""
    copy: bool = False


class Flag(NamedTuple):
    """A day worth a line: a decision, or the day that is asked about."""

    day: date
    label: str


class Flown(NamedTuple):
    """A flag in its place; `anchor` keeps its word inside the picture."""

    at: str
    text: str
    anchor: str


class Bar(NamedTuple):
    """An interval in its place: `open` names the end that has none ("up", "down", or "")."""

    x: str
    y1: float
    y2: float
    open: str
    label: str


class Dot(NamedTuple):
    """A source in its place."""

    x: str
    y: float
    label: str
    href: str
    copy: bool


class Chart(NamedTuple):
    """Everything a template draws, and the same as rows of a table."""

    bars: tuple[Bar, ...]
    dots: tuple[Dot, ...]
    flags: tuple[Flown, ...]
    across: tuple[Tick, ...]
    up: tuple[tuple[float, str], ...]
    rows: tuple[Point, ...]
    height: int = HEIGHT
    bottom: int = BOTTOM
    top: int = TOP


def chart(points: Sequence[Point], flags: Sequence[Flag] = ()) -> Chart | None:
    """The picture of some points; None where fewer than two say a number, for a sentence says that better."""
    rows = sorted(points, key=lambda point: (point.day, point.source))
    numbers = [end for point in rows for end in (point.low, point.high) if end is not None]
    if len(rows) < 2 or not numbers:
        return None
    days = Days.covering([*(point.day for point in rows), *(flag.day for flag in flags)])
    levels = Levels.covering(numbers, TOP, BOTTOM)
    return Chart(
        bars=tuple(_bar(point, days, levels) for point in rows if point.low != point.high),
        dots=tuple(_dot(point, days, levels) for point in rows),
        flags=tuple(_flown(flag, days) for flag in flags),
        across=tuple(days.ticks()),
        up=tuple((levels.at(number), _number(number)) for number in _worth_a_line(levels, numbers)),
        rows=tuple(rows),
    )


def _worth_a_line(levels: Levels, numbers: Sequence[float]) -> list[float]:
    """The numbers on the axis; between whole numbers only whole ones, for there is no half of a tram."""
    whole = all(float(number).is_integer() for number in numbers)
    return [number for number in levels.numbers() if not whole or float(number).is_integer()]


def _bar(point: Point, days: Days, levels: Levels) -> Bar:
    """An interval; an open end runs to the edge of the picture."""
    top = float(TOP - 10) if point.high is None else levels.at(point.high)
    bottom = float(BOTTOM) if point.low is None else levels.at(point.low)
    open_end = "up" if point.high is None else "down" if point.low is None else ""
    return Bar(days.at(point.day), top, bottom, open_end, point.value)


def _dot(point: Point, days: Days, levels: Levels) -> Dot:
    """A source, in the middle of its interval or at its only end."""
    ends = [end for end in (point.low, point.high) if end is not None]
    label = f"{point.value}: {point.source}, {written(point.day)}"
    return Dot(days.at(point.day), levels.at(sum(ends) / max(len(ends), 1)), label, point.href, point.copy)


def _flown(flag: Flag, days: Days) -> Flown:
    """A flag; near the right edge its word stands to the left."""
    at = days.at(flag.day)
    return Flown(at, flag.label, "end" if float(at.removesuffix("%")) > 85 else "middle")


def _number(number: float) -> str:
    """A number on the axis, without the noise of binary fractions."""
    return words.scaled(Decimal(f"{number:.10g}"))
