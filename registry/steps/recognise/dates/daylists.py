"""Days that share a month without being one stretch: "11 and 15 March", "2, 9 and 16 May 2023".

A newcomer's mistake: from the first to the last. Only days in a row ("11 and 12 March"), or between which a text says
something lies, are a period; of others each is a date, with the month and year that stand behind the last.
"""

from __future__ import annotations

from registry.model.moment import Moment, Precision
from registry.steps.recognise.dates import calendar
from registry.steps.recognise.dates.dateparts import date_draft, day_number, month_number, year_for, year_number
from registry.steps.recognise.dates.months import is_name
from registry.steps.recognise.line import Draft, Line

MOST = 8
Place = tuple[int, int]


def read_listed(line: Line, at: int, start: int) -> Draft | None:
    """The first of some days that stand apart, which begins here."""
    if not line.tokens.is_number(at):
        return None
    found = listed(line, at)
    if found is None or is_stretch(line, at, [day for day, _ in found[0]]):
        return None
    (day, end), (month, after) = found[0][0], found[1]
    named = year_number(line, after)
    known = (named[0], "") if named else year_for(line, month, day)
    when = calendar.day(known[0], month, day) if known else None
    if known is None or when is None:
        return None
    words = " ".join(line.tokens.low[start:end])
    how = [known[1]] if known[1] else []
    return date_draft(start, end, Moment(when, when, Precision.DAY), f"date: {words} -> {when}", *how)


def listed(line: Line, at: int) -> tuple[list[Place], Place] | None:
    """Two days or more with "and" before the last, and the month that follows; each with the index after it."""
    tokens, words, days, here, joint = line.tokens, line.about.language.words, list[Place](), at, ""
    while len(days) < MOST and (day := day_number(line, here)) and (not days or day[0] > days[-1][0]):
        days.append(day)
        end = day[1] + 1 if tokens.word(day[1]) == "." else day[1]
        if tokens.word(end) != "," and tokens.word(end) not in words["and"]:
            last = end + 1 if tokens.word(end) in words["of"] else end
            month = month_number(line, last) if joint in words["and"] and last < tokens.size else None
            return (days, month) if month and is_name(line, last) else None
        joint, here = tokens.word(end), end + 1
    return None


def is_stretch(line: Line, at: int, days: list[int]) -> bool:
    """Whether days follow each other, or open and close a time: "between 3 and 12 May"."""
    words = line.about.language.words
    framed = {line.tokens.word(at - 1), line.tokens.word(at - 2)} & (words["from"] | words["between"])
    return len(days) == 2 and (days[1] == days[0] + 1 or bool(framed))
