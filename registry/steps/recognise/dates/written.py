"""Dates as they are written: days, months, years, and ranges of them; numeric ones in the document's order.

A newcomer's mistake: trusting "may" and "march". Without a day, a year or a preposition they are words like others.
"""

from __future__ import annotations

import re

from registry.model.moment import Moment, Precision
from registry.steps.recognise.dates import calendar
from registry.steps.recognise.dates.dateparts import (
    DASHES,
    date_draft,
    day_number,
    is_compared,
    month_number,
    void,
    year_for,
    year_in_talk,
    year_number,
)
from registry.steps.recognise.dates.daylists import read_listed
from registry.steps.recognise.dates.months import is_name, read_months
from registry.steps.recognise.dates.numeric import numeric
from registry.steps.recognise.line import Draft, Line
from registry.steps.recognise.tables import cues

NO_COUNTS = cues("dates_no_counts")
THROUGH = cues("dates_through")
JOINED = cues("dates_joined") | DASHES
FROM_TO = frozenset(("through", "until", "till", "to"))
OF = frozenset(("of", "de", "."))
LEAP_MONTH, LEAP_DAY = 2, 29
GLUED = re.compile(r"(?P<day>\d{1,2}),(?P<year>(?:1[5-9]|20)\d\d)")


def read_date(line: Line, at: int) -> Draft | None:
    """The written-out or numeric date that starts here, or None."""
    tokens, language = line.tokens, line.about.language
    start, word = at, tokens.word(at)
    if word in language.weekdays and (tokens.is_word(at)):
        at = at + 2 if tokens.word(at + 1) in (",", ".") else at + 1
        at = (
            at + 1
            if (tokens.word(at) in (",", "the", "le", "den") and at == start + 2) or tokens.word(at) == "the"
            else at
        )
    if tokens.word(at) in ("the", "le") and start == at:
        return None
    found = read_listed(line, at, start) or _day_month(line, at, start) or _month_day(line, at, start)
    if found is None and at == start:
        found = numeric(line, at) or read_months(line, at)
    if found is not None and found.moment is not None and not is_compared(line, start):
        sort = found.moment.precision
        exact = sort in (Precision.DAY, Precision.TIME)
        line.about.note(found.moment.high, tokens.starts[start], exact=exact, month=exact or sort is Precision.MONTH)
    return found


def _day_month(line: Line, at: int, start: int) -> Draft | None:
    """ "3 January 2022", "17th and 18th of November", "1 to 6 December"."""
    tokens, first = line.tokens, day_number(line, at)
    if first is None:
        return None
    low, end = first
    high = low
    joint = end + 1 if tokens.word(end) == "." else end
    framed = tokens.word(at - 1) in language_from(line) or tokens.word(at - 2) in language_from(line)
    after = joint + 2 if framed and tokens.word(joint + 1) == "the" else joint + 1
    if (tokens.word(joint) in JOINED or (framed and tokens.word(joint) in FROM_TO)) and (
        second := day_number(line, after)
    ):
        high, end = second
    end = end + 1 if tokens.word(end) in OF else end
    month = month_number(line, end) if end < tokens.size and tokens.ends[end - 1] <= tokens.starts[end] else None
    named = month is not None and (is_name(line, end) or not (tokens.is_word(month[1]) or high > low))
    if month is None or high < low or not (named or (tokens.is_number(at) and year_number(line, month[1]))):
        return None  # "another 12 may die" is no date
    return _days(line, start, month[0], (low, high), month[1])


def language_from(line: Line) -> frozenset[str]:
    """The words that open a span, "from" and "between"."""
    return line.about.language.words["from"] | line.about.language.words["between"]


def _days(line: Line, start: int, month: int, days: tuple[int, int], end: int) -> Draft | None:
    """The days of one month, with the year after them or without; or from one month into the next."""
    low, high = days
    named = year_number(line, end) or year_in_talk(line, end)
    known = (named[0], "") if named else year_for(line, month, low, start)
    if known is None:
        return void(start, end)
    year, how = known
    if (month, high) == (LEAP_MONTH, LEAP_DAY) and not named:
        year = calendar.leap(year)
    end = named[1] if named else end
    first, last = calendar.day(year, month, low), calendar.day(year, month, high)
    if first is None or last is None:
        return void(start, end) if low == high else None
    precision = Precision.DAY if first == last else Precision.PERIOD
    words = " ".join(line.tokens.low[start:end])
    return date_draft(start, end, Moment(first, last, precision), f"date: {words} -> {first}", *([how] if how else []))


def _month_day(line: Line, at: int, start: int) -> Draft | None:
    """ "January 3, 2022", "December 1 to 6, 2025", "Dec. 29 - Jan. 3"."""
    tokens, month = line.tokens, month_number(line, at)
    if month is None:
        return None
    if glued := GLUED.fullmatch(tokens.written(month[1])):
        return _glued(line, start, month, (int(glued["day"]), int(glued["year"])))
    comma = tokens.word(month[1]) == "," and tokens.word(month[1] + 2) in line.about.language.words["ordinal_endings"]
    at = month[1] + 1 if tokens.word(month[1]) == "the" or comma else month[1]
    first = None if tokens.word(at) in line.about.language.numbers else day_number(line, at)  # "in September two had"
    if first is None or (tokens.is_word(first[1]) and tokens.touches(first[1])):
        return None
    low, end = first
    high = low
    if tokens.word(end) in DASHES or tokens.word(end) in THROUGH:
        if (second := month_number(line, end + 1)) and (last := day_number(line, second[1])):
            return _across(line, start, (month[0], low), (second[0], last[0]), last[1])
        after = end + 2 if tokens.word(end + 1) == "the" else end + 1
        spoken = not tokens.is_number(at) or tokens.word(end) in FROM_TO
        last = day_number(line, after) if tokens.is_number(after) or spoken else None
        last = last if last and (after == end + 1 or last[1] > after + 1 or not tokens.is_number(after)) else None
        counts = last and tokens.is_word(last[1]) and tokens.word(last[1]) not in NO_COUNTS
        if last and last[0] > low and not (counts and tokens.word(end) in ("and", "to")):
            high, end = last
    return _days(line, start, month[0], (low, high), end)


def _glued(line: Line, start: int, month: tuple[int, int], written: tuple[int, int]) -> Draft | None:
    """A day with its year behind a comma and no space: "August 11,1980"."""
    day, end = calendar.day(written[1], month[0], written[0]), month[1] + 1
    words = " ".join(line.tokens.low[start:end])
    return date_draft(start, end, Moment(day, day, Precision.DAY), f"date: {words} -> {day}") if day else None


def _across(line: Line, start: int, first: tuple[int, int], last: tuple[int, int], end: int) -> Draft | None:
    """Days from one month into another."""
    named = year_number(line, end)
    known = (named[0], "") if named else year_for(line, first[0], first[1], start)
    if known is None:
        return void(start, end)
    year = known[0] - (1 if named and first > last else 0)
    low = calendar.day(year, *first)
    high = calendar.day(year + (1 if first > last else 0), *last)
    if low is None or high is None:
        return None
    return date_draft(
        start, named[1] if named else end, Moment(low, high, Precision.PERIOD), "days across months", known[1]
    )
