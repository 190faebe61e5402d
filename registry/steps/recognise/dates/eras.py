"""Centuries and years of an era: "the 19th century", "18th and 19th centuries", "AD 79", "206 BC to AD 220".

A newcomer's mistake: leaving "206 BC" to the readers of numbers. Years before Christ are no days of our calendar: their
words are used up, and nothing is said.
"""

from __future__ import annotations

import re

from registry.steps.recognise.dates import calendar
from registry.steps.recognise.dates.dateparts import DASHES, date_draft, void
from registry.steps.recognise.line import Draft, Line
from registry.steps.recognise.numbers.ordinals import ordinal_value
from registry.steps.recognise.tables import cues

BEFORE = cues("eras_before")
SINCE = cues("eras_since")
CENTURIES = cues("eras_centuries")
LINKS = cues("eras_links") | DASHES
LAST = 30
FIGURES = {"I": 1, "V": 5, "X": 10}
ROMAN = re.compile(r"(?P<figures>[IVX]{0,6})(?:e|er|ème)?")
MOST_DIGITS = 6


def read_century(line: Line, at: int) -> Draft | None:
    """A century, or two; those before Christ are used up without a value."""
    found = _centuries(line, at)
    if found is None:
        return None
    first, last, here = found
    if after := _era(line, here + 1, BEFORE):
        return void(at, after)
    end = _era(line, here + 1, SINCE) or here + 1
    moment = calendar.of_years((first - 1) * 100 + 1, last * 100)
    return date_draft(at, end, moment, f"century: {' '.join(line.tokens.low[at:end])}")


def _centuries(line: Line, at: int) -> tuple[int, int, int] | None:
    """The first and the last century named, and the index of the last word."""
    tokens = line.tokens
    found = _ordinal(line, at)
    if found is None:
        return None
    first, here = found
    last = first
    if tokens.word(here) in LINKS and (second := _ordinal(line, here + 1)):
        last, here = second
    here = here + 1 if tokens.hyphen(here) else here
    named = tokens.word(here) in CENTURIES or tokens.word(at) in CENTURIES
    here = here if tokens.word(here) in CENTURIES else here - 1
    return (first, last, here) if named and 1 <= first <= last <= LAST else None


def _ordinal(line: Line, at: int) -> tuple[int, int] | None:
    """Which century is meant, and the index after it."""
    foreign = line.about.language.code != "en"
    found = (_roman_first(line, at) if foreign else None) or ordinal_value(line, at)
    found = found or (_dotted(line, at) if foreign else None)
    return (int(found[0]), found[1]) if found else None


def _roman_first(line: Line, at: int) -> tuple[int, int] | None:
    """A century in Roman figures: "XIXe siècle", "siglo XIX"."""
    tokens = line.tokens
    here = at + 1 if tokens.word(at) in CENTURIES else at
    match = ROMAN.fullmatch(tokens.written(here)) if tokens.is_word(here) else None
    if match is None or not match["figures"] or not (here > at or tokens.word(here + 1) in CENTURIES):
        return None
    values = [FIGURES[letter] for letter in match["figures"]]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < two else one for one, two in pairs), here + 1


def _dotted(line: Line, at: int) -> tuple[int, int] | None:
    """A German ordinal before its century, "19. Jahrhundert"."""
    tokens, digits = line.tokens, line.tokens.written(at)
    dotted = tokens.is_number(at) and digits.isdigit() and len(digits) <= 2 and tokens.word(at + 1) == "."
    return (int(digits), at + 2) if dotted and tokens.word(at + 2) in CENTURIES else None


def read_era(line: Line, at: int) -> Draft | None:
    """A year or years of an era: "AD 79", "79 CE", "206 BC", "500-300 BC", "206 BC to AD 220"."""
    start, here = at, _marked(line, at, SINCE) or at
    year = _year(line, here)
    if year is None:
        return None
    end = _era(line, here + 1, SINCE)
    if here > at or end:
        return date_draft(start, end or here + 1, calendar.of_year(year), f"year: {year}") if year else None
    if line.tokens.word(here + 1) in LINKS and _year(line, here + 2) is not None:
        after = _era(line, here + 3, BEFORE)
        return void(start, after) if after else None
    after = _era(line, here + 1, BEFORE)
    if not after:
        return None
    last = _marked(line, after + 1, SINCE) or after + 1
    if line.tokens.word(after) not in LINKS or _year(line, last) is None:
        return void(start, after)
    return void(start, _era(line, last + 1, BEFORE | SINCE) or (last + 1 if last > after + 1 else after))


def _year(line: Line, at: int) -> int | None:
    """Digits that can be a year of an era."""
    raw = line.tokens.written(at).replace(",", "")
    return int(raw) if line.tokens.is_number(at) and raw.isdigit() and len(raw) <= MOST_DIGITS else None


def _era(line: Line, at: int, names: frozenset[str]) -> int:
    """The index after the name of an era, 0 for none."""
    return _marked(line, at, names) if at < line.tokens.size else 0


def _marked(line: Line, at: int, names: frozenset[str]) -> int:
    """The index after a name in capitals, or with points ("BC", "A.D.")."""
    tokens = line.tokens
    return at + 1 if tokens.written(at).isupper() and tokens.word(at) in names and tokens.is_word(at) else 0
