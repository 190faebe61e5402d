"""Arithmetic of days: months, quarters, weeks, and the year that a date without one belongs to.

A newcomer's mistake: letting a date overflow. Every function here returns None or a clipped date, never an exception.
"""

from __future__ import annotations

from calendar import isleap, monthrange
from datetime import date, timedelta

from registry.model.moment import Moment, Precision

LATER = 180
SOON = 60
EARLIER = 330
FIRST, LAST = 1000, 2999


def day(year: int, month: int, number: int) -> date | None:
    """A day, None where the calendar has none such."""
    valid = FIRST <= year <= LAST and 1 <= month <= 12 and 1 <= number <= monthrange(year, month)[1]
    return date(year, month, number) if valid else None


def of_year(year: int) -> Moment:
    """A year as a moment."""
    return Moment(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def of_years(first: int, last: int) -> Moment:
    """Some years as a moment."""
    return Moment(date(first, 1, 1), date(last, 12, 31), Precision.PERIOD)


def of_month(year: int, month: int) -> Moment:
    """A month as a moment."""
    return Moment(date(year, month, 1), date(year, month, monthrange(year, month)[1]), Precision.MONTH)


def of_months(year: int, first: int, count: int, precision: Precision = Precision.QUARTER) -> Moment:
    """Some months on from one, as a moment."""
    return Moment(date(year, first, 1), of_month(year, first + count - 1).high, precision)


def nearest(published: date, month: int, number: int = 1, *, ahead: bool = True) -> int:
    """The year of a date without one: the document's, unless that is far ahead or almost a year back."""
    here = day(published.year, month, number) or date(published.year, month, 1)
    if (here - published).days > (LATER if ahead else SOON):
        return published.year - 1
    return published.year + 1 if (published - here).days > EARLIER else published.year


def leap(year: int) -> int:
    """The leap year nearest to a year, the earlier one of two.

    >>> leap(2023), leap(2024), leap(2026), leap(2101)
    (2024, 2024, 2024, 2104)
    """
    near = sorted(range(year - 8, year + 9), key=lambda one: (abs(one - year), one))
    return next(one for one in near if isleap(one))


def shifted(base: date, days: int) -> date:
    """A day some days on, within the years we know."""
    ordinal = min(max(base.toordinal() + days, date(FIRST, 1, 1).toordinal()), date(LAST, 12, 31).toordinal())
    return date.fromordinal(ordinal)


def months_on(base: date, months: int) -> date:
    """The same day some months on, or the last of a shorter month."""
    total = min(max(base.year * 12 + base.month - 1 + months, FIRST * 12), LAST * 12)
    year, month = divmod(total, 12)
    return date(year, month + 1, min(base.day, monthrange(year, month + 1)[1]))


def week_of(base: date) -> Moment:
    """The week a day lies in, Monday to Sunday."""
    monday = base - timedelta(days=base.weekday())
    return Moment(monday, monday + timedelta(days=6), Precision.PERIOD)
