"""The quarter, half, year, month or day that the words of a heading name: "Q4 2023", "H1 2024", "2022".

A newcomer's mistake: the first year in the words. A quarter or a half says more than its year.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from registry.model.moment import MONTHS, Moment, Precision
from registry.steps.cues import cued
from registry.steps.recognise.dates import calendar
from registry.steps.segment.dates import first_date

DECEMBER = 12
ORDINALS = ("first", "second", "third", "fourth")
QUARTER = cued(
    r"\bQ(?P<short>[1-4])[ /-]?(?P<year>20\d\d)\b"  # Q4 2023
    r"|\b(?P<long>first|second|third|fourth)[ -]quarter(?: of|,)? (?P<of>20\d\d)\b",  # the fourth quarter of 2023
    re.I,
)
HALF = re.compile(r"\b(?:H(?=[12])|(?=first|second))(1|2|first|second)(?: half)?(?: of|,)? ?((?:19|20)\d\d)\b", re.I)
NAMES = tuple(name[:3].lower() for name in MONTHS)
MONTH = re.compile(
    r"(?:\b(?P<day>\d{1,2})\.? )?\b(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"(?:uary|ruary|ch|il|ust|tember|ober|ember)?\b\.?,?(?: (?P<year>(?:19|20)\d\d))?",
    re.I,
)


def period_in(said: str, known: date | None = None) -> Moment | None:
    """The day, month, quarter, half or year that words name; a day without a year is the one nearest to `known`."""
    quarter = QUARTER.search(said)
    if quarter:
        number = int(quarter.group("short") or ORDINALS.index(quarter.group("long").lower()) + 1)
        year = int(quarter.group("year") or quarter.group("of"))
        return months(year, number * 3 - 2, number * 3, Precision.QUARTER)
    if half := HALF.search(said):
        first = half.group(1).lower() in ("1", "first")
        return months(int(half.group(2)), 1 if first else 7, 6 if first else 12, Precision.PERIOD)
    if day := first_date(said):
        return Moment.on(day)
    if month := MONTH.search(said):
        number = NAMES.index(month.group("month")[:3].lower()) + 1
        if month.group("year"):
            return months(int(month.group("year")), number, number, Precision.MONTH)
        if known is not None and month.group("day"):
            found = calendar.day(
                calendar.nearest(known, number, int(month.group("day"))), number, int(month.group("day"))
            )
            return Moment.on(found) if found else None
    plain = re.search(r"\b(?:19|20)\d\d\b", said)
    return months(int(plain.group()), 1, 12, Precision.YEAR) if plain else None


def months(year: int, first: int, last: int, precision: Precision) -> Moment:
    """From the first day of one month to the last of another in a year."""
    end = date(year, 12, 31) if last == DECEMBER else date(year, last + 1, 1) - timedelta(days=1)
    return Moment(date(year, first, 1), end, precision)
