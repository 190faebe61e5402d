"""Dates in digits: "2023-07-23", "23.07.2013", "07/04/2023"; the order of day and month is the document's.

A newcomer's mistake: deciding the order date by date. One date that can only be read one way decides for all.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from registry.model.assertion import Kind
from registry.model.moment import Moment, Precision
from registry.steps.fragments import MONTHS
from registry.steps.recognise.dates import calendar
from registry.steps.recognise.line import Draft, Line

SAMPLE = 200_000
TURN = 50
AHEAD = 20
YEAR = re.compile(r"(?:19|20)\d{2}")
ISO_CLOCK = re.compile(
    r"""
      \d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?      # hours, minutes, seconds and their parts
      (?:Z|[+-]\d{2}:?\d{2})?                  # the zone
    """,
    re.VERBOSE | re.ASCII,
)


def numeric(line: Line, at: int) -> Draft | None:
    """ "2023-07-23", "23.07.2013", "07/04/2023"; the order of day and month is the document's."""
    tokens = line.tokens
    joined = tokens.touches(at) and tokens.word(at - 1) in ("/", "-", ".", ":")
    if not tokens.is_number(at) or (joined and (tokens.touches(at - 1) or tokens.word(at - 1) != "-")):
        return None
    parts, end = _parts(line, at)
    if len(parts) != 3:
        return _month_of_year(line, at)
    if len(parts[0]) == 4:
        order = parts[0], parts[1], parts[2]
    elif len(parts[2]) == 4 or (len(parts[2]) == 2 and len(parts[0]) <= 2):
        day, month = (parts[0], parts[1]) if line.about.style.day_first else (parts[1], parts[0])
        day, month = (month, day) if int(month) > 12 >= int(day) else (day, month)
        order = full(parts[2], line.about.published), month, day
    else:
        return None
    found = calendar.day(int(order[0]), int(order[1]), int(order[2]))
    if found is None:
        return None
    trace = [f"numeric date: {'/'.join(parts)} -> {found}"]
    if len(parts[0]) == 4 and (stamp := iso_clock(line, end, found)):
        clock, end = stamp
        moment = Moment(found, found, Precision.TIME, clock)
        return Draft(at, end, Kind.DATE, unit="datetime", moment=moment, trace=[*trace, f"time: {clock.isoformat()}"])
    return Draft(at, end, Kind.DATE, unit="date", moment=Moment.on(found), trace=trace)


def _month_of_year(line: Line, at: int) -> Draft | None:
    """A month and its year, "05/2023"."""
    tokens = line.tokens
    month, year = tokens.written(at), tokens.written(at + 2)
    joined = tokens.word(at + 1) in ("/", "-") and tokens.touches(at + 1) and tokens.touches(at + 2)
    if not (joined and month.isdigit() and len(month) <= 2 and 1 <= int(month) <= 12 and YEAR.fullmatch(year)):
        return None
    if tokens.touches(at + 3) and (tokens.is_word(at + 3) or tokens.word(at + 3) in ("/", "-")):
        return None
    moment = calendar.of_month(int(year), int(month))
    return Draft(at, at + 3, Kind.DATE, unit="date", moment=moment, trace=[f"month of a year: {month}/{year}"])


def full(year: str, published: date | None = None) -> str:
    """A year in four digits: "71" is 1971, "24" is 2024; none lies far beyond the document's date.

    >>> full("71"), full("40", date(2016, 11, 7)), full("24", date(2016, 11, 7))
    ('1971', '1940', '2024')
    """
    turn = min(TURN, published.year % 100 + AHEAD) if published and published.year >= 2000 else TURN
    return year if len(year) == 4 else f"{20 if int(year) <= turn else 19}{year}"


def iso_clock(line: Line, at: int, day: date) -> tuple[datetime, int] | None:
    """The time after "T" in "2024-03-05T14:07:22Z", and the index after it."""
    tokens = line.tokens
    if tokens.word(at) != "t" or not tokens.touches(at) or not tokens.touches(at + 1):
        return None
    start = tokens.starts[at + 1]
    match = ISO_CLOCK.match(line.about.folded, start, min(start + 32, len(line.about.folded)))
    if match is None:
        return None
    end = at + 1
    while end < tokens.size and tokens.starts[end] < match.end():
        end += 1
    try:
        return datetime.fromisoformat(f"{day}T{match.group().upper()}"), end
    except ValueError:
        return None


def _parts(line: Line, at: int) -> tuple[list[str], int]:
    """The three parts of a numeric date and the index after it."""
    tokens, raw = line.tokens, line.tokens.raw[at]
    if raw.count(".") == 2 and "," not in raw:
        parts, end = raw.split("."), at + 1
    else:
        mark = tokens.word(at + 1)
        same = (
            mark in ("/", "-")
            and tokens.word(at + 3) == mark
            and all(tokens.touches(here) for here in range(at + 1, at + 5))
        )
        parts, end = (
            ([tokens.written(at), tokens.written(at + 2), tokens.written(at + 4)], at + 5) if same else ([], at)
        )
    good = all(part.isdigit() and part.isascii() and len(part) in (1, 2, 4) for part in parts)
    return (parts, end) if good else ([], at)


def day_first(folded: str, language: str | None) -> bool:
    """Whether a document writes the day before the month, from the dates that can only be one way."""
    sample = folded[:SAMPLE]
    order = _order(sample)
    return _british(sample, language) if order is None else order


def _order(sample: str) -> bool | None:
    """The order that the clear numeric dates have, None without any."""
    first = second = 0
    for match in re.finditer(r"(?<!\d)(\d{1,2})/(\d{1,2})/\d{2,4}(?!\d)", sample):
        first += int(match[1]) > 12
        second += int(match[2]) > 12
    return None if first == second else first > second


def _british(sample: str, language: str | None) -> bool:
    """Whether a document without clear numeric dates is likely to write the day first."""
    if (language or "en")[:2] != "en":
        return True
    return len(re.findall(rf"\d {MONTHS}\b", sample)) >= len(re.findall(rf"\b{MONTHS} \d{{1,2}}\b", sample))
