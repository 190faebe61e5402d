"""Years and the spans named after them: "1850-1900", "the 1990s", "Q3 2023", "financial year 2023/24", "end of 2014".

A newcomer's mistake: taking every number like 2000 for a year. Before a counted noun, or with a unit, it is a quantity.
"""

from __future__ import annotations

import re
from datetime import date

from registry.model.span import BlockKind
from registry.steps.recognise.dates import calendar
from registry.steps.recognise.dates.circa import circa, labelled
from registry.steps.recognise.dates.dateparts import (
    DASHES,
    EARLIEST,
    date_draft,
    is_year,
    spoken_year,
)
from registry.steps.recognise.dates.eras import read_century, read_era
from registry.steps.recognise.dates.olden import PEOPLE, is_dated, short_year
from registry.steps.recognise.dates.quarters import read_part
from registry.steps.recognise.labels import after_label
from registry.steps.recognise.line import Draft, Line, find
from registry.steps.recognise.numbers.digits import read_number
from registry.steps.recognise.tables import cues, currencies, units

NO_UNITS = cues("periods_no_units")
PREFIXES = cues("periods_prefixes")
RECENT = (1900, 2050)
OLDEST = 1000
SPANNED = frozenset(("in", "from", "(", "of"))
LOOSE = frozenset(("about", "over", "around", "than", "least", "for"))
NUMBERED = frozenset(
    ("than", "least", "about", "nearly", "almost", "over", "some", "exactly", "roughly", "approximately")
)
LEAST = [[word, "at", "least"] for word in ("until", "till", "before")]
UNSURE = frozenset(("of", "to", "from", "than", "between", "by", "after", "about", "for", "on", "over"))
FISCAL_FIRST = frozenset(("fiscal", "financial", "fy"))
OLD, DATING, MADE = cues("periods_old"), cues("periods_dating"), cues("periods_made")
ABROAD, GOING_ON = cues("periods_abroad"), cues("periods_going_on")
YEARS, PASSIVE = frozenset(("jahr", "jahre", "año", "an")), frozenset(("wurde", "wurden"))
DONE = re.compile(r"[a-zäöü]+(?:t|en)")
STRONG = cues("periods_strong")
SOON = frozenset(("early", "late", "recently", "long"))
ENTRY, FEWEST_ENTRIES = re.compile(r"^[ \t*\u2022-]{0,4}(?:1[5-9]|20)\d\d:? [A-Z]", re.M), 3
YEARLY = cues("periods_yearly")
SUMS = cues("periods_sums")
NO_NOUNS = cues("periods_no_nouns")
DECADES = cues("periods_decades")
COUNTED = cues("periods_counted")
THROUGH = cues("periods_through")
SPOKEN = cues("periods_spoken")
SPOKEN_AFTER = cues("periods_spoken_after")


def read_period(line: Line, at: int) -> Draft | None:
    """The year or period that starts here, or None."""
    if found := read_era(line, at) or read_century(line, at) or read_part(line, at):
        return found
    tokens, language = line.tokens, line.about.language
    if tokens.is_number(at):
        decade = _short_decade(line, at) or short_year(line, at) or _decade(line, at)
        return decade or _years(line, at) or _year_first(line, at) or _year(line, at)
    word = tokens.word(at)
    if word == "twenty" and tokens.word(at - 1) == "the":
        return _said(line, at)
    if word in language.decades or (word in language.numbers and tokens.is_word(at)):
        return _said(line, at)
    return _fiscal(line, at) if word in FISCAL_FIRST else None


def _fiscal(line: Line, at: int) -> Draft | None:
    """ "Financial year 2023/24", "fiscal 2023", "FY2023", "FY24"."""
    tokens = line.tokens
    here = at + 2 if tokens.word(at + 1) == "year" else at + 1
    digits = tokens.written(here)
    if tokens.word(at) == "fy" and tokens.is_number(here) and len(digits) == 2 and digits.isdigit():
        return date_draft(at, here + 1, calendar.of_year(2000 + int(digits)), f"financial year: {digits}")
    if not is_year(line, here):
        return None
    spanned = _years(line, here)
    if spanned and spanned.moment:
        return date_draft(at, spanned.end, spanned.moment, f"financial year: {digits}")
    return date_draft(at, here + 1, calendar.of_year(int(digits)), f"financial year: {digits}")


def _decade(line: Line, at: int) -> Draft | None:
    """ "The 1990s", "1990s"."""
    tokens = line.tokens
    if is_year(line, at) and tokens.raw[at][-1] == "0" and tokens.word(at - 1) in DECADES:
        return date_draft(at, at + 1, calendar.of_years(int(tokens.raw[at]), int(tokens.raw[at]) + 9), "decade")
    if not is_year(line, at) or tokens.word(at + 1) not in ("s", "'s", "er", "ern") or not tokens.touches(at + 1):
        return None
    if tokens.word(at + 1) == "'s" and tokens.raw[at][-1] != "0":
        return None  # "2031's best sites"
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
    new = {20: 100, 19: 0}.get(language.numbers.get(tokens.word(at), language.tens.get(tokens.word(at), 0)))
    if new is not None and before == "the" and (ten or tokens.word(here) == "tens"):
        first = 1910 + new if tokens.word(here) == "tens" else ten + new
        return date_draft(at, here + 1, calendar.of_years(first, first + 9), "decade")
    if language.numbers.get(tokens.word(at)) == 2 and tokens.word(here) == "thousands" and before == "the":
        plain = not tokens.is_word(here + 1) or tokens.word(here + 1) in NO_NOUNS | SPOKEN_AFTER
        return date_draft(at, here + 1, calendar.of_years(2000, 2009), "decade") if plain else None
    if language.numbers.get(tokens.word(at)) == 19 and ten:
        return date_draft(at, here + 1, calendar.of_years(ten, ten + 9), "decade")
    found = spoken_year(line, at) if before in SPOKEN else None
    if found is None or (tokens.is_word(found[1]) and tokens.word(found[1]) not in NO_NOUNS | SPOKEN_AFTER):
        return None
    return date_draft(at, found[1], calendar.of_year(found[0]), f"year in words: {found[0]}")


def _year_first(line: Line, at: int) -> Draft | None:
    """A year before its part: "2019-Q1", "2016-11"."""
    tokens, raw = line.tokens, line.tokens.raw[at]
    here = at + 2 if tokens.hyphen(at + 1) else at + 1
    glued = tokens.touches(at + 1) and tokens.written(at + 1) in ("Q", "H")
    if not is_year(line, at) or (tokens.touches(here) != tokens.hyphen(at + 1) and not glued):
        return None
    size = {"q": 3, "h": 6}.get(tokens.word(here), 0)
    which = tokens.word(here + 1) if tokens.touches(here + 1) else ""
    if size and which in ("1", "2", "3", "4") and int(which) <= 12 // size:
        moment = calendar.of_months(int(raw), int(which) * size - size + 1, size)
        return date_draft(at, here + 2, moment, f"part of a year: {which} of {12 // size}, {raw}")
    month = tokens.written(here)
    if not tokens.hyphen(at + 1) or len(month) != 2 or not month.isdigit() or not 1 <= int(month) <= 12:
        return None
    if int(month) > int(raw) % 100 or (tokens.touches(here + 1) and tokens.word(here + 1) not in (".", ",", ")")):
        return None
    return date_draft(at, here + 1, calendar.of_month(int(raw), int(month)), f"month: {raw}-{month}")


def _years(line: Line, at: int) -> Draft | None:
    """Years from and to: "1850-1900", "1951 to 1980", "2023-24", "2023/24"."""
    tokens, here = line.tokens, at + 2
    if not is_year(line, at):
        return _old_years(line, at)
    mark, first, last = tokens.word(at + 1), int(tokens.raw[at]), tokens.written(here)
    dashed = mark in DASHES or mark == "/"
    close = tokens.touches(at + 1) or (tokens.word(at - 1) in SPANNED and not tokens.is_word(at + 3))
    if dashed and close and tokens.is_number(here) and len(last) == 2 and last.isdigit():
        return _short_years(line, at, first - first % 100 + int(last))
    joined = dashed or mark in THROUGH or (mark == "and" and tokens.word(at - 1) == "between")
    if not joined or not is_year(line, here) or int(last) <= first or (counts(line, here) and not dashed):
        return None
    if tokens.word(here + 1) in DASHES and tokens.touches(here + 1):
        return None
    return date_draft(at, here + 1, calendar.of_years(first, int(last)), f"years: {first} to {last}")


def _short_years(line: Line, at: int, last: int) -> Draft | None:
    """Years whose second has two digits, "2023-24"; with a slash only the next year."""
    tokens, first = line.tokens, int(line.tokens.raw[at])
    mark = tokens.word(at + 1)
    if not (last == first + 1 or (mark != "/" and first < last)) or tokens.word(at + 3) == mark:
        return None
    return date_draft(at, at + 3, calendar.of_years(first, last), f"years: {first} to {last}")


def _old_years(line: Line, at: int) -> Draft | None:
    """Years before 1500 in brackets, "(1368-1398)"."""
    tokens, raw, last = line.tokens, line.tokens.raw[at], line.tokens.written(at + 2)
    opened = tokens.word(at - 1) in ("(", "[") and tokens.word(at + 1) in DASHES and tokens.is_number(at + 2)
    if not (opened and len(raw) == len(last) == 4 and raw.isdigit() and last.isdigit()):
        return None
    if not OLDEST <= int(raw) < int(last) <= RECENT[1]:
        return None
    return date_draft(at, at + 3, calendar.of_years(int(raw), int(last)), f"years: {raw} to {last}")


def _of_year(line: Line, at: int) -> bool:
    """Whether what follows belongs to a year: "its 2022 figures", "above 2019 levels", "the 2024 elections"."""
    tokens, raw = line.tokens, line.tokens.written(at)
    if line.about.language.code != "en" or len(raw) != 4 or not raw.isdigit() or not RECENT[0] <= int(raw) <= RECENT[1]:
        return False
    return tokens.word(at + 1) in YEARLY and tokens.word(at - 1) not in NUMBERED - {"than"}


def counts(line: Line, at: int) -> bool:
    """Whether four digits count something: a unit or a plural noun follows."""
    tokens, after = line.tokens, line.tokens.word(at + 1)
    if _of_year(line, at):
        return False
    if after in line.about.language.scales or after in ("%", "°", "per"):
        return True
    if find(tokens, at + 1, units().forms) and len(after) > 1 and after not in NO_UNITS:
        return True
    if find(tokens, at + 1, currencies().names):
        return True
    if not tokens.is_word(at + 1) or not tokens.written(at + 1).islower():
        return False
    plural = after.endswith("s") and len(after) > 3 and not after.endswith("ss") and after not in NO_NOUNS
    return plural or after in COUNTED or after.endswith(PEOPLE)


def _year(line: Line, at: int) -> Draft | None:
    """A year by itself."""
    if _is_old(line, at):
        return date_draft(at, at + 1, calendar.of_year(int(line.tokens.raw[at])), f"year: {line.tokens.raw[at]}")
    first = circa(line, at)
    if not is_year(line, at) or _glued(line, at) or (counts(line, at) if first < at else _counted(line, at)):
        return None
    year = int(line.tokens.raw[at])
    before = line.tokens.word(first - 1)
    cued = before in line.about.language.dates["cues"] or before in STRONG or before in MADE or labelled(line, at)
    cued = cued or (first < at and before != ":")
    cued = cued or line.tokens.low[max(0, at - 3) : at] in LEAST or opens_entry(line, at)
    cued = cued or (before == "as" and line.tokens.word(first - 2) in SOON)  # "as early as 2012"
    recent = RECENT[0] <= year <= RECENT[1]
    if not recent and (not cued or before in LOOSE) and not is_dated(line, at):
        return None
    draft = date_draft(first, at + 1, calendar.of_year(year), f"year: {year}")
    if draft and not cued:
        draft.notes.append("label")
    if draft and first < at:
        draft.notes.append("about")
    if at <= 1:  # a year that opens a sentence is that of the story, others are only compared with
        line.about.note(date(year, 12, 31), line.tokens.starts[at], exact=False, month=False)
    return draft


def opens_entry(line: Line, at: int) -> bool:
    """Whether a year opens an entry of a list of years, "1991 Moves to Kiel", with others like it above or below."""
    tokens, about = line.tokens, line.about
    if at or line.sentence.block.kind is BlockKind.ROW or not tokens.written(1)[:1].isupper():
        return False
    if about.entries is None:
        about.entries = len(ENTRY.findall(about.folded)) >= FEWEST_ENTRIES
    return about.entries


def _is_old(line: Line, at: int) -> bool:
    """Whether four digits are a year before 1500: "built in 1268", "founded 1098"; nothing is counted by it."""
    tokens, raw = line.tokens, line.tokens.raw[at]
    if tokens.written(at) != raw or len(raw) != 4 or not raw.isdigit() or not OLDEST <= int(raw) < EARLIEST:
        return False
    before = tokens.word(at - 1)
    dated = before in OLD or before in MADE or (before == "from" and tokens.word(at - 2) in DATING)
    dated = _is_old_abroad(line, at) if line.about.language.code != "en" else dated
    return dated and tokens.is_number(at) and not _glued(line, at) and not counts(line, at)


def _is_old_abroad(line: Line, at: int) -> bool:
    """Whether a year before 1500 stands as French, German and Spanish write them: "en 1187, ...", "im Jahr 1187",
    "wurde 1402 errichtet"; a noun behind it would be counted."""
    tokens, before, after = line.tokens, line.tokens.word(at - 1), line.tokens.word(at + 1)
    if before in PASSIVE:
        return DONE.fullmatch(tokens.written(at + 1)) is not None
    return before in ABROAD and (not tokens.is_word(at + 1) or after in GOING_ON or before in YEARS)


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
    return tokens.hyphen(at - 1) and tokens.word(at - 2) not in PREFIXES


def _counted(line: Line, at: int) -> bool:
    """Whether four digits are a number: of something, a sum, or after "more than" and the like."""
    tokens, before = line.tokens, line.tokens.word(at - 1)
    if before == "than" and tokens.word(at - 2) in ("later", "earlier"):
        return counts(line, at)
    if tokens.low[max(0, at - 3) : at] in LEAST and RECENT[0] <= int(tokens.raw[at]) <= RECENT[1]:
        return counts(line, at)
    if _of_year(line, at):
        return False
    if before in NUMBERED or (before in ("of", "by") and tokens.word(at - 2) in SUMS):
        return True
    scaled = tokens.word(at + 1) in line.about.language.scales
    if before == "after" and RECENT[0] <= int(tokens.raw[at]) <= RECENT[1] and not scaled:
        return tokens.word(at + 1) in COUNTED
    return counts(line, at) and (before not in STRONG or scaled or before in UNSURE)
