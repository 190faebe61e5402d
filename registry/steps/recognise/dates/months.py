"""Months: "March 2021", "January to March 2024", "early May", and a bare month after a preposition.

A newcomer's mistake: trusting "may" and "march". Without a year or a preposition they are words like others.
"""

from __future__ import annotations

from datetime import date

from registry.model.moment import Moment, Precision
from registry.steps.recognise.dates import calendar
from registry.steps.recognise.dates.dateparts import DASHES, date_draft, month_number, year_for, year_number
from registry.steps.recognise.dates.olden import full_year, is_pair
from registry.steps.recognise.line import Draft, Line
from registry.steps.recognise.numbers.ranges import is_change
from registry.steps.recognise.tables import cues

JOINED = cues("months_joined") | DASHES
PARTS = {"early": (1, 12), "mid": (9, 22), "late": (19, 31)}
LONG_PARTS = {"beginning": "early", "start": "early", "middle": "mid"}
LONG_PARTS |= {"début": "early", "anfang": "early", "principios": "early", "comienzos": "early", "mitte": "mid"}
LONG_PARTS |= {"mediados": "mid", "mi": "mid"}
NOT_NAMES = cues("months_not_names")


def read_months(line: Line, at: int) -> Draft | None:
    """The month or months that start here."""
    month = month_number(line, at)
    if month is None:
        return None
    named = year_number(line, month[1]) or _short_year(line, month[1]) or _joined_year(line, month[1])
    if named and not calendar.day(named[0], 1, 1):
        return None
    span = _span(line, at, month, named)
    if span is not None:
        return span
    if named:
        moment = calendar.of_month(named[0], month[0])
        return date_draft(at, named[1], moment, f"month: {' '.join(line.tokens.low[at : named[1]])}")
    return _bare(line, at, month)


def _short_year(line: Line, at: int) -> tuple[int, int] | None:
    """A year in two digits after an apostrophe: "May '21", "January of '73"."""
    tokens = line.tokens
    at = at + 1 if tokens.word(at) == "of" else at
    short = tokens.word(at) == "'" and tokens.is_number(at + 1) and is_pair(tokens.written(at + 1))
    return (full_year(line, int(tokens.written(at + 1))), at + 2) if short else None


def _joined_year(line: Line, at: int) -> tuple[int, int] | None:
    """A year after a hyphen or slash: "Dec-2018"."""
    tokens = line.tokens
    joined = tokens.hyphen(at) or (tokens.word(at) == "/" and tokens.touches(at) and tokens.touches(at + 1))
    return year_number(line, at + 1) if joined and tokens.is_number(at + 1) else None


def _span(line: Line, at: int, first: tuple[int, int], named: tuple[int, int] | None) -> Draft | None:
    """Months from and to: "February 2023 to January 2024", "January to March 2024", "from May to July"."""
    tokens, end = line.tokens, named[1] if named else first[1]
    framed = tokens.word(at - 1) in line.about.language.words["from"] | line.about.language.words["between"]
    joined = tokens.word(end) in JOINED or (framed and tokens.word(end) in line.about.language.words["and"])
    second = month_number(line, end + 1) if joined else None
    if second is None:
        return None
    if is_change(line, Draft(at, end)):
        return None
    until = year_number(line, second[1])
    if not (until or (framed and not named)) or (until and tokens.is_word(at) and not is_name(line, at)):
        return None
    last = until or year_for(line, second[0])
    if last is None or not calendar.day(int(last[0]), 1, 1):
        return None
    year = int(last[0])
    start = named[0] if named else year - (first[0] > second[0])
    if not calendar.day(start, 1, 1) or (start, first[0]) >= (year, second[0]):
        return None
    low, high = date(start, first[0], 1), calendar.of_month(year, second[0]).high
    how = () if until else (str(last[1]),)
    return date_draft(
        at, until[1] if until else second[1], Moment(low, high, Precision.PERIOD), "months from and to", *how
    )


def is_name(line: Line, at: int) -> bool:
    """Whether a month is written as a name."""
    word = line.tokens.word(at)
    clear = len(word) > 3 and word not in line.about.language.dates["ambiguous"]
    return line.tokens.written(at)[:1].isupper() or line.about.language.code != "en" or clear


def _bare(line: Line, at: int, month: tuple[int, int]) -> Draft | None:
    """A month without day or year: only as a name, after a preposition."""
    tokens, dates = line.tokens, line.about.language.dates
    before = tokens.word(at - 1)
    if not is_name(line, at) or before not in dates["months_need"] or tokens.hyphen(month[1]):
        return None
    if tokens.word(at) in dates["ambiguous"] and before in NOT_NAMES:
        return None
    known = _shared_year(line, month) or year_for(line, month[0], at=at)
    if known is None:
        return None
    year = known[0] + _turned(line, before, known[0], month[0])
    return date_draft(at, month[1], calendar.of_month(year, month[0]), f"month: {tokens.low[at]}", known[1])


def _shared_year(line: Line, month: tuple[int, int]) -> tuple[int, str] | None:
    """The year that stands behind the second of two months: "in May and June 2019"."""
    joined = line.tokens.word(month[1]) in line.about.language.words["and"]
    second = month_number(line, month[1] + 1) if joined else None
    named = year_number(line, second[1]) if second and second[0] > month[0] else None
    return (named[0], "year of the next month") if named else None


def _turned(line: Line, before: str, year: int, month: int) -> int:
    """The year more or less that "next" and "last" make."""
    published = line.about.published
    if published is None:
        return 0
    here = (published.year, published.month)
    if before == "next" and (year, month) <= here:
        return 1
    return -1 if before == "last" and (year, month) >= here else 0


def after_part(line: Line, at: int) -> int:
    """The index after "early", "mid-" or "beginning of"."""
    word = line.tokens.word(at)
    if word in LONG_PARTS:
        if line.tokens.word(at + 1) in line.about.language.words["of"] or line.tokens.hyphen(at + 1):
            return at + 2
        return at + 1 if line.about.language.code != "en" else line.tokens.size
    return at + 2 if line.tokens.hyphen(at + 1) else at + 1


def read_part_of_month(line: Line, at: int, word: str) -> Draft | None:
    """ "Early May", "mid-June 2023", "the middle of March"."""
    here = after_part(line, at)
    month = month_number(line, here)
    if month is None or not is_name(line, here):
        return None
    named = year_number(line, month[1])
    known = named or year_for(line, month[0], at=at)
    if known is None or not calendar.day(int(known[0]), 1, 1):
        return None
    whole = calendar.of_month(int(known[0]), month[0])
    low, high = PARTS[word]
    moment = Moment(whole.low.replace(day=low), whole.low.replace(day=min(high, whole.high.day)), Precision.PERIOD)
    how = () if named else (str(known[1]),)
    return date_draft(at, named[1] if named else month[1], moment, f"part of a month: {word}", *how)
