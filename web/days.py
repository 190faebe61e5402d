"""How days, months and times read on a page.

A newcomer's mistake: formatting in a template; a reader would then meet the same date in two shapes.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from registry.model.moment import MONTHS as LONG_MONTHS
from registry.model.moment import Bound, Moment, Precision

MONTHS = tuple(name[:3] for name in LONG_MONTHS)


def day(value: date | None) -> str:
    """A day: "16 January 2025", as the sentences of the registry have it; a day that is not known is said to be so."""
    return f"{value.day} {LONG_MONTHS[value.month - 1]} {value.year}" if value else "no date"


def moment(value: Moment | None) -> str:
    """A moment as precisely as it was written: "May 2024", "2024", "Q3 2024", "31 May 2024, 14:30"."""
    if value is None:
        return "no date"
    if value.bound:
        return f"{value.bound} {moment(replace(value, bound=Bound.NONE))}"
    if value.clock:
        return f"{day(value.clock.date())}, {value.clock:%H:%M}"
    return _SHAPES.get(value.precision, _stretch)(value)


def _year(value: Moment) -> str:
    return str(value.low.year)


def _quarter(value: Moment) -> str:
    if value.low.month not in (1, 4, 7, 10):
        return stretch(value.low, value.high)  # a season: "last autumn"
    return f"Q{(value.low.month + 2) // 3} {value.low.year}"


def _month(value: Moment) -> str:
    return f"{LONG_MONTHS[value.low.month - 1]} {value.low.year}"


def _stretch(value: Moment) -> str:
    """The days from one to another, an open end left open."""
    if value.low == date.min:
        return f"until {day(value.high)}"
    if value.high == date.max:
        return f"since {day(value.low)}"
    return stretch(value.low, value.high)


def stretch(first: date, last: date) -> str:
    """The days from one to another, a single day once; whole months and years as such.

    >>> stretch(date(2025, 1, 16), date(2025, 12, 4)), stretch(date(2024, 5, 31), date(2024, 5, 31))
    ('16 January 2025 – 4 December 2025', '31 May 2024')
    >>> stretch(date(2023, 1, 1), date(2023, 12, 31)), stretch(date(2024, 9, 1), date(2024, 11, 30))
    ('2023', 'September – November 2024')
    """
    after = last + timedelta(1) if last < date.max else last
    if first == last or first.day > 1 or after.day > 1:
        return day(first) if first == last else f"{day(first)} – {day(last)}"
    if first.month == after.month == 1:
        return str(first.year) if first.year == last.year else f"{first.year} – {last.year}"
    left, right = LONG_MONTHS[first.month - 1], f"{LONG_MONTHS[last.month - 1]} {last.year}"
    if first.year != last.year:
        return f"{left} {first.year} – {right}"
    return right if first.month == last.month else f"{left} – {right}"


_SHAPES = {Precision.YEAR: _year, Precision.QUARTER: _quarter, Precision.MONTH: _month}


def months(first: date, last: date) -> str:
    """A stretch of time for a chip: "May 2024", "Jan–Dec 2025", "Aug 2012 – Jan 2025"."""
    left, right = MONTHS[first.month - 1], MONTHS[last.month - 1]
    if first.year != last.year:
        return f"{left} {first.year} – {right} {last.year}"
    return f"{left} {first.year}" if left == right else f"{left}–{right} {last.year}"


def exactly(then: datetime) -> str:
    """A point in time for a tooltip: "24 November 2026, 15:04 UTC"."""
    at = then.astimezone(UTC)
    return f"{day(at.date())}, {at:%H:%M} UTC"
