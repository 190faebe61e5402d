"""Years and the spans named after them: "1850-1900", "the 1990s", "Q3 2023", "financial year 2023/24", "end of 2014".

A newcomer's mistake: taking every number like 2000 for a year. Before a counted noun, or with a unit, it is a quantity.
"""

from __future__ import annotations

from datetime import date

from registry.model.moment import Moment, Precision
from registry.steps.recognise import calendar
from registry.steps.recognise.dateparts import (
    DASHES,
    YEAR_LINKS,
    date_draft,
    is_year,
    month_number,
    spoken_year,
    year_for,
    year_number,
)
from registry.steps.recognise.dates import read_date
from registry.steps.recognise.eras import read_century, read_era
from registry.steps.recognise.labels import after_label
from registry.steps.recognise.line import Draft, Line, find
from registry.steps.recognise.months import PARTS, read_part_of_month
from registry.steps.recognise.numbers import read_number
from registry.steps.recognise.tables import cues, currencies, units

RECENT = (1900, 2050)
LOOSE = frozenset(("about", "over", "around", "than", "least", "for"))
NUMBERED = frozenset(
    ("than", "least", "about", "nearly", "almost", "over", "some", "exactly", "roughly", "approximately")
)
UNSURE = frozenset(("of", "to", "from", "than", "between", "by", "after", "about", "for", "on", "over"))
HALVES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}
FISCAL = cues("periods_fiscal")
STRONG = cues("periods_strong")
SUMS = cues("periods_sums")
NO_NOUNS = cues("periods_no_nouns")
WEEKS = cues("periods_weeks")
COUNTED = cues("periods_counted")
SPOKEN = cues("periods_spoken")
SPOKEN_AFTER = cues("periods_spoken_after")


def read_period(line: Line, at: int) -> Draft | None:
    """The year or period that starts here, or None."""
    tokens = line.tokens
    word = tokens.word(at)
    if era := read_era(line, at) or read_century(line, at):
        return era
    if tokens.is_number(at):
        return _short_decade(line, at) or _decade(line, at) or _years(line, at) or _year_first(line, at) or _year(line, at)
    if word in line.about.language.decades or (word in line.about.language.numbers and tokens.is_word(at)):
        return _said(line, at)
    if word == "week":
        return _week(line, at)
    if (word == "q" and tokens.touches(at + 1)) or word in ("first", "second", "third", "fourth", "h"):
        return _quarter(line, at)
    if word in ("end", "fin", "ende") or (word == "the" and tokens.word(at + 1) == "end"):
        return _end(line, at)
    if word in ("fiscal", "financial", "fy"):
        return _fiscal(line, at)
    if word in PARTS:
        return read_part_of_month(line, at) or _part_of_year(line, at)
    return None


def _week(line: Line, at: int) -> Draft | None:
    """ "The week of 5 May", "week ending 3 June 2023"."""
    how = line.tokens.word(at + 1)
    named = read_date(line, at + 2) if how in WEEKS and at + 2 < line.tokens.size else None
    if named is None or named.moment is None or named.moment.low != named.moment.high:
        return None
    day = named.moment.low
    first = calendar.week_of(day).low if how == "of" else calendar.shifted(day, -6) if how == "ending" else day
    moment = Moment(first, calendar.shifted(first, 6), Precision.PERIOD)
    return date_draft(at, named.end, moment, *named.trace, f"week {how}: {first}")


def _decade(line: Line, at: int) -> Draft | None:
    """ "The 1990s", "1990s"."""
    tokens = line.tokens
    if not is_year(line, at) or tokens.word(at + 1) not in ("s", "'s") or not tokens.touches(at + 1):
        return None
    first = int(tokens.raw[at])
    end = at + 2
    return date_draft(
        at, end, calendar.of_years(first, first + (99 if first % 100 == 0 and first < 2000 else 9)), "decade"
    )


def _short_decade(line: Line, at: int) -> Draft | None:
    """ "The '70s": with its apostrophe a decade of the last century."""
    tokens, raw = line.tokens, line.tokens.raw[at]
    good = len(raw) == 2 and raw.isdigit() and raw[1] == "0" and tokens.word(at - 1) == "'" and tokens.touches(at)
    if not good or tokens.word(at + 1) not in ("s", "'s") or not tokens.touches(at + 1):
        return None
    return date_draft(at, at + 2, calendar.of_years(1900 + int(raw), 1909 + int(raw)), "decade")


def _said(line: Line, at: int) -> Draft | None:
    """A year or decade in words: "in nineteen seventy-eight", "the seventies"."""
    tokens, language = line.tokens, line.about.language
    before = tokens.word(at - 1)
    here = at + 2 if tokens.hyphen(at + 1) else at + 1
    first = language.decades.get(tokens.word(at), 0)
    if first and before == "the" and tokens.word(at - 2) not in SUMS and not tokens.is_number(at + 1):
        return date_draft(at, at + 1, calendar.of_years(first, first + 9), f"decade: {tokens.low[at]}")
    ten = language.decades.get(tokens.word(here), 0)
    if language.numbers.get(tokens.word(at)) == 19 and ten:
        return date_draft(at, here + 1, calendar.of_years(ten, ten + 9), "decade")
    found = spoken_year(line, at) if before in SPOKEN else None
    if found is None or tokens.is_word(found[1]) and tokens.word(found[1]) not in NO_NOUNS | SPOKEN_AFTER:
        return None
    return date_draft(at, found[1], calendar.of_year(found[0]), f"year in words: {found[0]}")


def _year_first(line: Line, at: int) -> Draft | None:
    """A year before its part: "2019-Q1", "2016-11"."""
    tokens, raw = line.tokens, line.tokens.raw[at]
    here = at + 2 if tokens.hyphen(at + 1) else at + 1
    if not is_year(line, at) or tokens.touches(here) != tokens.hyphen(at + 1):
        return None
    if tokens.written(here) == "Q" and tokens.touches(here + 1) and tokens.word(here + 1) in ("1", "2", "3", "4"):
        moment = calendar.of_months(int(raw), int(tokens.word(here + 1)) * 3 - 2, 3)
        return date_draft(at, here + 2, moment, f"quarter: {tokens.word(here + 1)} of {raw}")
    month = tokens.written(here)
    if not tokens.hyphen(at + 1) or len(month) != 2 or not month.isdigit() or not 1 <= int(month) <= 12:
        return None
    if int(month) > int(raw) % 100 or (tokens.touches(here + 1) and tokens.word(here + 1) not in (".", ",", ")")):
        return None
    return date_draft(at, here + 1, calendar.of_month(int(raw), int(month)), f"month: {raw}-{month}")


def _years(line: Line, at: int) -> Draft | None:
    """Years from and to: "1850-1900", "1951 to 1980", "2023-24", "2023/24"."""
    tokens = line.tokens
    if not is_year(line, at):
        return None
    mark, here, first = tokens.word(at + 1), at + 2, int(tokens.raw[at])
    dashed = mark in DASHES or mark == "/"
    if (
        dashed
        and tokens.touches(at + 1)
        and tokens.is_number(here)
        and len(tokens.raw[here]) == 2
        and tokens.raw[here].isdigit()
    ):
        last = first - first % 100 + int(tokens.raw[here])
        if last == first + 1 or (mark != "/" and first < last):
            if tokens.word(here + 1) == mark:
                return None
            return date_draft(at, here + 1, calendar.of_years(first, last), f"years: {first} to {last}")
        return None
    joined = (
        dashed or mark in ("to", "through", "à", "bis", "until") or (mark == "and" and tokens.word(at - 1) == "between")
    )
    if not joined or not is_year(line, here) or int(tokens.raw[here]) <= first or (counts(line, here) and not dashed):
        return None
    if tokens.word(here + 1) in DASHES and tokens.touches(here + 1):
        return None
    return date_draft(
        at, here + 1, calendar.of_years(first, int(tokens.raw[here])), f"years: {first} to {tokens.raw[here]}"
    )


def counts(line: Line, at: int) -> bool:
    """Whether four digits count something: a unit or a plural noun follows."""
    tokens, after = line.tokens, line.tokens.word(at + 1)
    if after in line.about.language.scales or after in ("%", "°", "per"):
        return True
    if find(tokens, at + 1, units().forms) and len(after) > 1 and after not in ("in", "min", "year", "second"):
        return True
    if find(tokens, at + 1, currencies().names):
        return True
    if not tokens.is_word(at + 1) or not tokens.written(at + 1).islower():
        return False
    plural = after.endswith("s") and len(after) > 3 and not after.endswith("ss") and after not in NO_NOUNS
    return plural or after in COUNTED


def _year(line: Line, at: int) -> Draft | None:
    """A year by itself."""
    if not is_year(line, at) or _glued(line, at) or _counted(line, at):
        return None
    before, year = line.tokens.word(at - 1), int(line.tokens.raw[at])
    cued = before in line.about.language.dates["cues"] or before in STRONG
    recent = RECENT[0] <= year <= RECENT[1]
    if not recent and (not cued or before in LOOSE):
        return None
    draft = date_draft(at, at + 1, calendar.of_year(year), f"year: {year}")
    if draft and not cued:
        draft.notes.append("label")
    line.about.last = date(year, 12, 31)
    return draft


def _glued(line: Line, at: int) -> bool:
    """Whether four digits are a part of a code or of a word, or the number of a label."""
    tokens = line.tokens
    number = read_number(line, at)
    if number and after_label(line, at, number):
        return True
    if tokens.touches(at) and tokens.word(at - 1) not in ("(", '"', "-", "–", "'", "["):
        return True
    if tokens.touches(at + 1) and (tokens.is_word(at + 1) or (tokens.hyphen(at + 1) and not tokens.is_word(at + 2))):
        return True
    return tokens.hyphen(at - 1) and tokens.word(at - 2) not in ("mid", "early", "late", "pre", "post")


def _counted(line: Line, at: int) -> bool:
    """Whether four digits are a number: of something, a sum, or after "more than" and the like."""
    tokens, before = line.tokens, line.tokens.word(at - 1)
    if before in NUMBERED or (before in ("of", "by") and tokens.word(at - 2) in SUMS):
        return True
    scaled = tokens.word(at + 1) in line.about.language.scales
    if before == "after" and RECENT[0] <= int(tokens.raw[at]) <= RECENT[1] and not scaled:
        return tokens.word(at + 1) in COUNTED
    return counts(line, at) and (before not in STRONG or scaled or before in UNSURE)


def _quarter(line: Line, at: int) -> Draft | None:
    """ "Q3 2023", "the fourth quarter of 2023", "first half of 2024"."""
    tokens, word = line.tokens, line.tokens.word(at)
    if word in ("q", "h"):
        number, end = tokens.word(at + 1), at + 2
        size = 3 if word == "q" else 6
        if not tokens.touches(at + 1) or not tokens.written(at).isupper():
            return None
    else:
        here = at + 2 if tokens.hyphen(at + 1) else at + 1
        if tokens.word(here) not in ("quarter", "half"):
            return None
        number, end, size = word, here + 1, 3 if tokens.word(here) == "quarter" else 6
    which = HALVES.get(number, 0)
    if not 1 <= which <= 12 // size:
        return None
    here = end + 1 if tokens.word(end) in YEAR_LINKS or tokens.hyphen(end) else end
    here = here + 1 if tokens.word(here) in FISCAL else here
    if is_year(line, here):
        moment = calendar.of_months(int(tokens.raw[here]), (which - 1) * size + 1, size)
        return date_draft(at, here + 1, moment, f"part of a year: {which} of {12 // size}")
    if size == 6 and word != "h" and tokens.word(end) not in ("of", ",", ".", "this"):
        return None
    known = year_for(line, (which - 1) * size + 1)
    if known is None or (size == 6 and word != "h"):
        return None
    moment = calendar.of_months(known[0], (which - 1) * size + 1, size)
    return date_draft(at, end, moment, f"part of a year: {which} of {12 // size}", known[1])


def _end(line: Line, at: int) -> Draft | None:
    """ "The end of 2014", "end of September", "the end of the year"."""
    tokens, start = line.tokens, at
    at = at + 1 if tokens.word(at) == "the" else at
    here = at + 2 if tokens.word(at + 1) in ("of", "de") else at + 1
    if tokens.word(at) == "end" and here == at + 1 and not tokens.hyphen(at + 1):
        return None
    here = here + 1 if tokens.hyphen(at + 1) else here
    moment, end, how = None, here + 1, ""
    if is_year(line, here):
        moment = calendar.of_year(int(tokens.raw[here]))
    elif month := month_number(line, here):
        named = year_number(line, month[1])
        known = named or year_for(line, month[0])
        end, how = (named[1], "") if named else (month[1], str(known[1]) if known else "")
        moment = calendar.of_month(known[0], month[0]) if known and calendar.day(known[0], 1, 1) else None
    elif (
        tokens.word(here) in ("this", "the", "last", "next")
        and tokens.word(here + 1) == "year"
        and line.about.published
    ):
        year = line.about.published.year + {"last": -1, "next": 1}.get(tokens.word(here), 0)
        moment, end, how = calendar.of_year(year), here + 2, f"year from the document's date: {year}"
    return date_draft(start, end, Moment.on(moment.high), "the last day", *([how] if how else [])) if moment else None


def _fiscal(line: Line, at: int) -> Draft | None:
    """ "Financial year 2023/24", "fiscal 2023", "FY2023"."""
    tokens = line.tokens
    here = at + 1
    here = here + 1 if tokens.word(here) == "year" else here
    if not is_year(line, here) and not (tokens.word(at) == "fy" and is_year(line, at + 1)):
        return None
    first = int(tokens.raw[here])
    spanned = _years(line, here)
    if spanned and spanned.moment:
        return date_draft(at, spanned.end, spanned.moment, f"financial year: {tokens.raw[here]}")
    return date_draft(at, here + 1, calendar.of_year(first), f"financial year: {first}")


def _part_of_year(line: Line, at: int) -> Draft | None:
    """ "Mid-2014", "early 2023", "late 2022"."""
    tokens, word = line.tokens, line.tokens.word(at)
    here = at + 2 if tokens.hyphen(at + 1) else at + 1
    if not is_year(line, here):
        return None
    year = int(tokens.raw[here])
    if tokens.word(here + 1) in ("s", "'s") and tokens.touches(here + 1):
        first = {"early": 0, "mid": 3, "late": 6}[word]
        return date_draft(at, here + 2, calendar.of_years(year + first, year + first + 3), f"part of a decade: {word}")
    first = {"early": 1, "mid": 5, "late": 9}[word]
    return date_draft(at, here + 1, calendar.of_months(year, first, 4, Precision.PERIOD), f"part of a year: {word}")
