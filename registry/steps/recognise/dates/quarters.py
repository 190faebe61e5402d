"""Parts of years: "Q3 2023", "the fourth quarter of 2023", "mid-2014", "the end of September", "the week of 5 May".

A newcomer's mistake: taking every "second half" for July to December. Without a year it is that of a game or a book.
"""

from __future__ import annotations

from typing import NamedTuple

from registry.model.moment import Moment, Precision
from registry.steps.recognise.dates import calendar
from registry.steps.recognise.dates.dateparts import (
    YEAR_LINKS,
    date_draft,
    is_year,
    month_number,
    spoken_year,
    year_for,
    year_in_talk,
    year_number,
)
from registry.steps.recognise.dates.months import LONG_PARTS, PARTS, after_part, read_part_of_month
from registry.steps.recognise.dates.written import read_date
from registry.steps.recognise.line import Draft, Line
from registry.steps.recognise.numbers.ordinals import ordinal_value
from registry.steps.recognise.tables import cues

LETTERS = {"q": 3, "t": 3, "h": 6, "s": 6}
ENGLISH_LETTERS = frozenset("qh")
FISCAL = cues("periods_fiscal")
WEEKS = cues("periods_weeks")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}
LED = frozenset(("after", "before", "by", "during", "early", "in", "last", "late", "since", "the", "this", "until"))
SPEAKING = {"this": 0, "the": 0, "last": -1, "next": 1}


class Part(NamedTuple):
    """Which part of a year, of how many months, and the index after its words."""

    which: int
    size: int
    end: int
    lettered: bool


def read_part(line: Line, at: int) -> Draft | None:
    """The part of a year that starts here, or None."""
    tokens, word = line.tokens, line.tokens.word(at)
    if part := _lettered(line, at) or _counted(line, at):
        return _quarter(line, at, part)
    if word in SEASONS and line.about.language.code == "en":
        return _season(line, at)
    if word == "week":
        return _week(line, at)
    if word == "w" and tokens.word(at + 1) == "/" and tokens.word(at + 2) in ("c", "e") and tokens.touches(at + 2):
        return _week(line, at + 1, {"c": "commencing", "e": "ending"}[tokens.word(at + 2)])
    if word in line.about.language.dates["ends"] or (word == "the" and tokens.word(at + 1) == "end"):
        return _end(line, at)
    if size := LONG_PARTS.get(word) or (word if word in PARTS else ""):
        return read_part_of_month(line, at, size) or _part_of_year(line, at, size)
    return None


def _season(line: Line, at: int) -> Draft | None:
    """Three months of a year: "autumn 2026", "the summer of 2028". A winter lies in two years."""
    tokens, word = line.tokens, line.tokens.word(at)
    here = at + 2 if tokens.word(at + 1) == "of" else at + 1
    goes_on = tokens.word(here + 1) in ("-", "–", "/", "s", "'s") and tokens.touches(here + 1)
    drop = word == "fall" and tokens.word(at - 1) not in LED  # "a fall of 2023 points"
    if not is_year(line, here) or goes_on or drop:
        return None
    months = calendar.of_months(int(tokens.raw[here]), SEASONS[word], 3, Precision.PERIOD)
    return date_draft(at, here + 1, months, f"part of a year: {word}")


def _lettered(line: Line, at: int) -> Part | None:
    """ "Q3", "H1"; "T2" and "S1" where French or Spanish is written."""
    tokens, word = line.tokens, line.tokens.word(at)
    if word not in LETTERS or not tokens.touches(at + 1) or (tokens.touches(at) and not tokens.hyphen(at - 1)):
        return None
    if word not in ENGLISH_LETTERS and line.about.language.code in ("en", "de"):
        return None
    which, size = tokens.word(at + 1), LETTERS[word]
    if tokens.touches(at + 2) and tokens.is_word(at + 2):
        return None
    cased = tokens.written(at).isupper() or is_year(line, at + 2)
    fits = which.isascii() and which.isdigit() and len(which) == 1 and 1 <= int(which) <= 12 // size
    return Part(int(which), size, at + 2, lettered=True) if fits and cased else None


def _counted(line: Line, at: int) -> Part | None:
    """ "The fourth quarter", "first half", "1er trimestre", "2. Quartal"."""
    tokens, words = line.tokens, line.about.language.words
    if not tokens.is_number(at) and tokens.word(at) not in line.about.language.ordinals:
        return None
    found = ordinal_value(line, at) or _dotted(line, at)
    if found is None:
        return None
    which, end = int(found[0]), found[1]
    here = end + 1 if tokens.hyphen(end) else end
    word = tokens.word(here)
    size = 3 if word in words["quarter"] else 6 if word in words["half_year"] else 0
    return Part(which, size, here + 1, lettered=False) if size and 1 <= which <= 12 // size else None


def _dotted(line: Line, at: int) -> tuple[int, int] | None:
    """A German ordinal, "3."."""
    digits, german = line.tokens.written(at), line.about.language.code == "de"
    plain = digits.isascii() and digits.isdigit() and len(digits) <= 2
    return (int(digits), at + 2) if german and plain and line.tokens.word(at + 1) == "." else None


def _quarter(line: Line, at: int, part: Part) -> Draft | None:
    """A quarter or half with the year after it, or that of the document."""
    tokens, first = line.tokens, (part.which - 1) * part.size + 1
    here = part.end + 1 if tokens.word(part.end) in YEAR_LINKS or tokens.hyphen(part.end) else part.end
    here = here + 1 if tokens.word(here) in FISCAL else here
    told = f"part of a year: {part.which} of {12 // part.size}"
    if is_year(line, here):
        return date_draft(at, here + 1, calendar.of_months(int(tokens.raw[here]), first, part.size), told)
    if (spoken := spoken_year(line, here)) and here > part.end:
        return date_draft(at, spoken[1], calendar.of_months(spoken[0], first, part.size), told)
    if (talk := year_in_talk(line, here)) and here > part.end:
        how = f"year from the document's date: {talk[0]}"
        return date_draft(at, talk[1], calendar.of_months(talk[0], first, part.size), told, how)
    known = year_for(line, first)
    if known is None or (part.size == 6 and not part.lettered):
        return None
    return date_draft(at, part.end, calendar.of_months(known[0], first, part.size), told, known[1])


def _week(line: Line, at: int, how: str = "") -> Draft | None:
    """ "The week of 5 May", "week ending 3 June 2023", "w/c 3 June"."""
    start = at - 1 if how else at
    how = how or line.tokens.word(at + 1)
    here = at + 3 if line.tokens.word(at + 2) in ("on", "the") and how != "of" else at + 2
    named = read_date(line, here) if how in WEEKS and here < line.tokens.size else None
    if named is None or named.moment is None or named.moment.low != named.moment.high:
        return None
    day = named.moment.low
    first = calendar.week_of(day).low if how == "of" else calendar.shifted(day, -6) if how == "ending" else day
    moment = Moment(first, calendar.shifted(first, 6), Precision.PERIOD)
    return date_draft(start, named.end, moment, *named.trace, f"week {how}: {first}")


def _end(line: Line, at: int) -> Draft | None:
    """ "The end of 2014", "end of September", "the end of the year", "fin 2022"."""
    tokens, start = line.tokens, at
    at = at + 1 if tokens.word(at) == "the" else at
    linked = tokens.word(at + 1) in line.about.language.words["of"]
    if tokens.word(at) == "end" and not linked and not tokens.hyphen(at + 1):
        return None
    found = _ended(line, at + 2 if linked or tokens.hyphen(at + 1) else at + 1)
    if found is None:
        return None
    moment, end, how = found
    return date_draft(start, end, Moment.on(moment.high), "the last day", *([how] if how else []))


def _ended(line: Line, here: int) -> tuple[Moment, int, str] | None:
    """The year or month whose end is meant, the index after it, and how its year is known."""
    tokens, published = line.tokens, line.about.published
    if is_year(line, here):
        return calendar.of_year(int(tokens.raw[here])), here + 1, ""
    if month := month_number(line, here):
        named = year_number(line, month[1])
        year, how = (named[0], "") if named else year_for(line, month[0]) or (0, "")
        end = named[1] if named else month[1]
        return (calendar.of_month(year, month[0]), end, how) if calendar.day(year, 1, 1) else None
    inner = here + 1 if tokens.word(here) == "the" else here
    part = _lettered(line, inner) or _counted(line, inner)
    quarter = _quarter(line, inner, part) if part else None
    if quarter is not None and quarter.moment is not None:
        return quarter.moment, quarter.end, quarter.trace[-1]
    if tokens.word(here) in SPEAKING and tokens.word(here + 1) == "year" and published:
        year = published.year + SPEAKING[tokens.word(here)]
        return calendar.of_year(year), here + 2, f"year from the document's date: {year}"
    return None


def _part_of_year(line: Line, at: int, word: str) -> Draft | None:
    """ "Mid-2014", "early 2023", "the middle of 2022"."""
    tokens, here = line.tokens, after_part(line, at)
    if not is_year(line, here):
        return None
    year = int(tokens.raw[here])
    if tokens.word(here + 1) in ("s", "'s") and tokens.touches(here + 1):
        first = {"early": 0, "mid": 3, "late": 6}[word]
        return date_draft(at, here + 2, calendar.of_years(year + first, year + first + 3), f"part of a decade: {word}")
    first = {"early": 1, "mid": 5, "late": 9}[word]
    return date_draft(at, here + 1, calendar.of_months(year, first, 4, Precision.PERIOD), f"part of a year: {word}")
