"""Conflicts found and settled each week, as a small picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from registry.actions.views import Week
from web import days

TALL = 56


class Column(NamedTuple):
    """A week in its place: two bars and what they say."""

    x: str
    wide: str
    opened: float
    closed: float
    label: str


class Weeks(NamedTuple):
    """Everything a template draws."""

    columns: tuple[Column, ...]
    first: str
    tall: int
    said: str


def picture(weeks: Sequence[Week]) -> Weeks | None:
    """The picture; None where nothing happened."""
    if not any(week.opened or week.closed for week in weeks):
        return None
    top = max(max(week.opened, week.closed) for week in weeks)
    wide = 100 / len(weeks)
    columns = tuple(_column(week, n * wide, wide, TALL / top) for n, week in enumerate(weeks))
    found, settled = sum(week.opened for week in weeks), sum(week.closed for week in weeks)
    return Weeks(columns, days.day(weeks[0].monday), TALL, f"{found} found, {settled} settled")


def _column(week: Week, x: float, wide: float, scale: float) -> Column:
    label = f"Week of {days.day(week.monday)}: {week.opened} found, {week.closed} settled"
    return Column(f"{x:.2f}%", f"{wide:.2f}%", round(week.opened * scale, 1), round(week.closed * scale, 1), label)
