"""Feasts by name: "Christmas Day 2023", "New Year's Eve", "Good Friday", "Easter Sunday 2024".

A newcomer's mistake: reading "Christmas" alone. By itself it is a season; with "Day" or "Eve" it is a day. Feasts
whose day differs from country to country are left alone.
"""

from __future__ import annotations

from datetime import date, timedelta

from registry.model.moment import Moment
from registry.steps.recognise.dates import calendar
from registry.steps.recognise.dates.dateparts import date_draft, year_for, year_number
from registry.steps.recognise.line import Draft, Line

FIXED = {
    ("new", "year", "'s", "day"): (1, 1),
    ("new", "year", "day"): (1, 1),
    ("new", "year", "'s", "eve"): (12, 31),
    ("new", "year", "eve"): (12, 31),
    ("valentine", "'s", "day"): (2, 14),
    ("st", "patrick", "'s", "day"): (3, 17),
    ("may", "day"): (5, 1),
    ("bastille", "day"): (7, 14),
    ("halloween",): (10, 31),
    ("all", "saints", "'", "day"): (11, 1),
    ("armistice", "day"): (11, 11),
    ("christmas", "eve"): (12, 24),
    ("christmas", "day"): (12, 25),
    ("boxing", "day"): (12, 26),
    ("st", "stephen", "'s", "day"): (12, 26),
}
EASTER = {
    ("ash", "wednesday"): -46,
    ("palm", "sunday"): -7,
    ("maundy", "thursday"): -3,
    ("good", "friday"): -2,
    ("easter", "sunday"): 0,
    ("easter", "monday"): 1,
    ("ascension", "day"): 39,
    ("whit", "sunday"): 49,
    ("pentecost",): 49,
    ("whit", "monday"): 50,
}
OPENERS = frozenset(words[0] for words in (*FIXED, *EASTER))


def read_feast(line: Line, at: int) -> Draft | None:
    """The feast that starts here, in its year or in that of the document; English only."""
    if line.tokens.word(at) not in OPENERS or line.about.language.code != "en":
        return None
    for table in (FIXED, EASTER):
        for words, where in table.items():
            end = _matched(line, at, words)
            if end is not None:
                return _dated(line, at, end, where)
    return None


def _matched(line: Line, at: int, words: tuple[str, ...]) -> int | None:
    """The index after some words; a possessive may be one token or two."""
    here = at
    for word in words:
        if word == "'s" and line.tokens.word(here) == "'":
            here += 1
            word = "s"
        if line.tokens.word(here) != word:
            return None
        here += 1
    return here


def _dated(line: Line, at: int, end: int, where: tuple[int, int] | int) -> Draft | None:
    """A feast on its day."""
    named = year_number(line, end)
    month, number = where if isinstance(where, tuple) else (4, 1)
    known = (named[0], "") if named else year_for(line, month, number)
    if known is None:
        return None
    day = calendar.day(known[0], month, number) if isinstance(where, tuple) else easter(known[0]) + timedelta(where)
    end = named[1] if named else end
    how = [known[1]] if known[1] else []
    return (
        date_draft(at, end, Moment.on(day), f"feast: {' '.join(line.tokens.low[at:end])} -> {day}", *how)
        if day
        else None
    )


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the rule of the Gregorian calendar.

    >>> easter(2024), easter(2008)
    (datetime.date(2024, 3, 31), datetime.date(2008, 3, 23))
    """
    century = year // 100
    shift = (century - century // 4 - (8 * century + 13) // 25 + 19 * (year % 19) + 15) % 30
    moon = shift - (shift // 28) * (1 - (shift // 28) * (29 // (shift + 1)) * ((21 - year % 19) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    month = 3 + (moon - weekday + 40) // 44
    return date(year, month, moon - weekday + 28 - 31 * (month // 4))
