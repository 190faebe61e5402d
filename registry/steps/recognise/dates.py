"""Dates as they are written: days, months, years, and ranges of them; numeric ones in the document's order.

A newcomer's mistake: trusting "may" and "march". Without a day, a year or a preposition they are words like others.
"""

from __future__ import annotations

from registry.model.assertion import Kind
from registry.model.moment import Moment, Precision
from registry.steps.recognise import calendar
from registry.steps.recognise.line import Draft, Line
from registry.steps.recognise.numeric import numeric
from registry.steps.recognise.ordinals import ordinal_value
from registry.steps.recognise.tables import cues

EARLIEST, LATEST = 1500, 2200
SEEN = 200
FUTURE = cues("dates_future")
DASHES = frozenset(("-", "–", "—"))


def date_draft(start: int, end: int, moment: Moment | None, *trace: str) -> Draft | None:
    """A draft that holds a moment."""
    return None if moment is None else Draft(start, end, Kind.DATE, unit="date", moment=moment, trace=list(trace))


def void(start: int, end: int) -> Draft:
    """A date that cannot be resolved: its words are used up, and nothing is said."""
    return Draft(start, end, Kind.DATE, notes=["void"])


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
    found = _day_month(line, at, start) or _month_day(line, at, start)
    if found is None and at == start:
        found = numeric(line, at) or _month_year(line, at)
    if found is not None and found.moment is not None:
        line.about.last = found.moment.high
    return found


def day_number(line: Line, at: int) -> tuple[int, int] | None:
    """A day of the month and the index after it: "3", "3rd", "third"."""
    tokens = line.tokens
    if tokens.is_number(at) and tokens.raw[at].isdigit() and len(tokens.raw[at]) <= 2:
        value, end = int(tokens.raw[at]), at + 1
        if tokens.word(end) in line.about.language.words["ordinal_endings"] and tokens.touches(end):
            end += 1
        return (value, end) if 1 <= value <= 31 else None
    if tokens.word(at) in line.about.language.starts and (found := ordinal_value(line, at)):
        return (int(found[0]), found[1]) if 1 <= found[0] <= 31 else None
    return None


def month_number(line: Line, at: int) -> tuple[int, int] | None:
    """A month and the index after it, the point of an abbreviation included."""
    tokens, word = line.tokens, line.tokens.word(at)
    month = line.about.language.months.get(word)
    if month is None or not tokens.is_word(at):
        return None
    dotted = tokens.word(at + 1) == "." and tokens.touches(at + 1) and len(word) <= 4 and word != "may"
    return month, at + 2 if dotted else at + 1


def year_number(tokens_line: Line, at: int, *, comma: bool = True) -> tuple[int, int] | None:
    """A year and the index after it, over a comma or "of"."""
    tokens = tokens_line.tokens
    at = at + 1 if comma and tokens.word(at) in (",", "of", "de", "del") else at
    raw = tokens.written(at)
    good = tokens.is_number(at) and len(raw) == 4 and raw.isdigit() and EARLIEST - 500 <= int(raw) <= LATEST + 100
    if not good or (tokens.touches(at + 1) and tokens.is_word(at + 1)):
        return None
    return int(raw), at + 1


def year_for(line: Line, month: int, day: int = 1) -> tuple[int, str] | None:
    """The year of a date without one, and how it is known."""
    about = line.about
    if about.published:
        year = calendar.nearest(about.published, month, day, ahead=not FUTURE.isdisjoint(line.tokens.low[:SEEN]))
        return year, f"year from the document's date: {year}"
    return (about.last.year, f"year from the date before: {about.last.year}") if about.last else None


def _day_month(line: Line, at: int, start: int) -> Draft | None:
    """ "3 January 2022", "17th and 18th of November", "1 to 6 December"."""
    tokens, first = line.tokens, day_number(line, at)
    if first is None:
        return None
    low, end = first
    high = low
    if (tokens.word(end) in DASHES or tokens.word(end) in ("to", "and", "et", "au", "bis", "y", "/")) and (
        second := day_number(line, end + 1)
    ):
        high, end = second
    end = end + 1 if tokens.word(end) in ("of", "de", ".") else end
    month = month_number(line, end) if tokens.starts[end - 1] < tokens.starts[min(end, tokens.size - 1)] else None
    if month is None or high < low:
        return None
    return _days(line, start, month[0], (low, high), month[1])


def _days(line: Line, start: int, month: int, days: tuple[int, int], end: int) -> Draft | None:
    """The days of one month, with the year after them or without; or from one month into the next."""
    low, high = days
    named = year_number(line, end)
    known = (named[0], "") if named else year_for(line, month, low)
    if known is None:
        return void(start, end)
    year, how = known
    end = named[1] if named else end
    first, last = calendar.day(year, month, low), calendar.day(year, month, high)
    if first is None or last is None:
        return None
    precision = Precision.DAY if first == last else Precision.PERIOD
    words = " ".join(line.tokens.low[start:end])
    return date_draft(start, end, Moment(first, last, precision), f"date: {words} -> {first}", *([how] if how else []))


def _month_day(line: Line, at: int, start: int) -> Draft | None:
    """ "January 3, 2022", "December 1 to 6, 2025", "Dec. 29 - Jan. 3"."""
    tokens, month = line.tokens, month_number(line, at)
    if month is None:
        return None
    at = month[1] + 1 if tokens.word(month[1]) == "the" else month[1]
    first = day_number(line, at) if tokens.is_number(at) or tokens.word(at) in line.about.language.ordinals else None
    if first is None or (tokens.is_word(first[1]) and tokens.touches(first[1])):
        return None
    low, end = first
    high = low
    if tokens.word(end) in DASHES or tokens.word(end) in ("to", "and", "through"):
        if (second := month_number(line, end + 1)) and (last := day_number(line, second[1])):
            return _across(line, start, (month[0], low), (second[0], last[0]), last[1])
        last = day_number(line, end + 1) if tokens.is_number(end + 1) else None
        counts = last and tokens.is_word(last[1]) and tokens.word(last[1]) not in ("of", "in", "at")
        if last and last[0] > low and not (counts and tokens.word(end) in ("and", "to")):
            high, end = last
    return _days(line, start, month[0], (low, high), end)


def _across(line: Line, start: int, first: tuple[int, int], last: tuple[int, int], end: int) -> Draft | None:
    """Days from one month into another."""
    named = year_number(line, end)
    known = (named[0], "") if named else year_for(line, first[0], first[1])
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


def _month_year(line: Line, at: int) -> Draft | None:
    """ "March 2021", "February 2023 to January 2024"; a bare month after a preposition."""
    tokens, month = line.tokens, month_number(line, at)
    if month is None:
        return None
    named = year_number(line, month[1])
    if (
        named is None
        and tokens.word(month[1]) == "'"
        and tokens.is_number(month[1] + 1)
        and len(tokens.raw[month[1] + 1]) == 2
    ):
        named = 2000 + int(tokens.raw[month[1] + 1]) if tokens.raw[month[1] + 1].isdigit() else 0, month[1] + 2
    if named:
        if not calendar.day(named[0], 1, 1):
            return None
        moment, end = calendar.of_month(named[0], month[0]), named[1]
        joined = tokens.word(end) in ("to", "through", "until", "-", "–")
        second = month_number(line, end + 1) if joined else None
        until = year_number(line, second[1]) if second else None
        if second and until and until[0] >= named[0] and calendar.day(until[0], 1, 1):
            high = calendar.of_month(until[0], second[0]).high
            return date_draft(at, until[1], Moment(moment.low, high, Precision.PERIOD), "months from and to")
        return date_draft(at, end, moment, f"month: {' '.join(tokens.low[at:end])}")
    return _bare_month(line, at, month)


def _bare_month(line: Line, at: int, month: tuple[int, int]) -> Draft | None:
    """A month without day or year: only as a name, after a preposition."""
    tokens, language = line.tokens, line.about.language
    cased = tokens.written(at)[:1].isupper() or language.code != "en"
    before = tokens.word(at - 1)
    if not cased or before not in language.dates["months_need"] or tokens.hyphen(month[1]):
        return None
    if tokens.word(at) in language.dates["ambiguous"] and before in ("the", "to", "for", "and", "of"):
        return None
    known = year_for(line, month[0])
    if known is None:
        return None
    year = known[0]
    if (
        before == "next"
        and line.about.published
        and (year, month[0]) <= (line.about.published.year, line.about.published.month)
    ):
        year += 1
    if (
        before == "last"
        and line.about.published
        and (year, month[0]) >= (line.about.published.year, line.about.published.month)
    ):
        year -= 1
    return date_draft(at, month[1], calendar.of_month(year, month[0]), f"month: {tokens.low[at]}", known[1])


def is_year(line: Line, at: int) -> bool:
    """Whether four digits stand for a year."""
    raw = line.tokens.written(at)
    return (
        line.tokens.is_number(at)
        and len(raw) == 4
        and raw.isdigit()
        and raw.isascii()
        and EARLIEST <= int(raw) <= LATEST
    )
