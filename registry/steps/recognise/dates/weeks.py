"""Weeks and weekdays by their place: "the third Tuesday of May", "the first week of June", "week 12 of 2024",
"w/c 3 June", "Tuesday the 4th".

A newcomer's mistake: taking "the third Tuesday" by itself for a date. Without its month it may be any.
"""

from __future__ import annotations

from datetime import date, timedelta

from registry.model.moment import Moment, Precision
from registry.steps.recognise.dates import calendar
from registry.steps.recognise.dates.dateparts import date_draft, is_year, month_number, year_for, year_number
from registry.steps.recognise.dates.months import is_name
from registry.steps.recognise.line import Draft, Line
from registry.steps.recognise.numbers.ordinals import ordinal_value
from registry.steps.recognise.tables import cues

NUMBERED = cues("weeks_numbered")
OF = frozenset(("of", "in", "du", "de", "del", "im", "/", "-", ","))
THE = frozenset(("the", "le", "el"))
AFTER_DAY = frozenset(
    ("at", "in", "on", "and", "or", "when", "was", "is", "the", "from", "to", "after", "before", "with", "a")
)
WEEK, WEEKS, MONTHS, LONGEST = 7, 53, 6, 31


def read_week(line: Line, at: int) -> Draft | None:
    """The week, or the day by its place in a week or month, that starts here; None for none."""
    tokens, word = line.tokens, line.tokens.word(at)
    if word in NUMBERED:
        return _numbered(line, at)
    if word in line.about.language.weekdays:
        return _weekday_and_day(line, at)
    if tokens.is_number(at) or word in line.about.language.ordinals or word == "last":
        return _placed(line, at)
    return None


def _numbered(line: Line, at: int) -> Draft | None:
    """ "Week 12 of 2024", "KW 12/2024"."""
    tokens, digits = line.tokens, line.tokens.written(at + 1)
    good = tokens.is_number(at + 1) and digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= WEEKS
    here = at + 3 if tokens.word(at + 2) in OF else at + 2
    if not good or not is_year(line, here):
        return None
    try:
        first = date.fromisocalendar(int(tokens.raw[here]), int(digits), 1)
    except ValueError:
        return None
    moment = Moment(first, first + timedelta(days=6), Precision.PERIOD)
    return date_draft(at, here + 1, moment, f"week {digits}: from {first}")


def _placed(line: Line, at: int) -> Draft | None:
    """ "Third Tuesday of May 2024", "last Friday in June", "first week of October", "second half of March"."""
    tokens, language = line.tokens, line.about.language
    found = (-1, at + 1) if tokens.word(at) == "last" else ordinal_value(line, at)
    word = tokens.word(found[1]) if found else ""
    if found is None or not (word in language.weekdays or word in ("week", "weekend", "half")):
        return None
    here = found[1] + 1
    month = month_number(line, here + 1) if tokens.word(here) in ("of", "in") else None
    if month is None or not is_name(line, here + 1):
        return None
    named = year_number(line, month[1])
    known = named or year_for(line, month[0])
    if known is None or not calendar.day(int(known[0]), 1, 1):
        return None
    whole = calendar.of_month(int(known[0]), month[0])
    weekday = language.weekdays.get(word)
    which = int(found[0])
    moment = _part(whole, which, word) if weekday is None else _nth(whole, which, weekday)
    how = () if named else (str(known[1]),)
    told = f"{' '.join(tokens.low[at:here])} of {whole.low:%Y-%m}"
    return date_draft(at, named[1] if named else month[1], moment, told, *how)


def _nth(whole: Moment, which: int, weekday: int) -> Moment | None:
    """The first, second ... or last (-1) such weekday of a month."""
    first = whole.low + timedelta(days=(weekday - whole.low.weekday()) % WEEK)
    days = [day for week in range(MONTHS) if (day := first + timedelta(days=WEEK * week)) <= whole.high]
    if which > len(days) or which == 0:
        return None
    return Moment.on(days[-1] if which < 0 else days[which - 1])


def _part(whole: Moment, which: int, word: str) -> Moment | None:
    """A week of a month counted from its first day, or a half of it."""
    if word == "half":
        middle = whole.low + timedelta(days=14)
        halves = {1: (whole.low, middle), 2: (middle + timedelta(days=1), whole.high)}
        return Moment(*halves[which], Precision.PERIOD) if which in halves else None
    if word != "week" or which > 4:
        return None
    if which < 0:
        return Moment(whole.high - timedelta(days=6), whole.high, Precision.PERIOD)
    first = whole.low + timedelta(days=WEEK * (which - 1))
    return Moment(first, first + timedelta(days=6), Precision.PERIOD)


def counts_on(line: Line, at: int) -> bool:
    """Whether a place in an order goes on with what it counts: "on Wednesday, the third meeting in a row"."""
    small = line.tokens.is_word(at) and line.tokens.written(at).islower()
    return small and line.tokens.word(at) not in AFTER_DAY


def _weekday_and_day(line: Line, at: int) -> Draft | None:
    """ "Tuesday the 4th", "Friday 13th": the month nearest to the document's date in which that day is one."""
    tokens, published = line.tokens, line.about.published
    here = at + 2 if tokens.word(at + 1) in THE | {","} else at + 1
    here = here + 1 if tokens.word(here) in THE else here
    found = ordinal_value(line, here)
    if (
        published is None
        or found is None
        or not 1 <= found[0] <= LONGEST
        or month_number(line, found[1])
        or tokens.word(found[1]) in ("of", "/")
    ):
        return None
    if len(tokens.word(at)) < 3 or (tokens.word(at + 1) == "," and counts_on(line, found[1])):
        return None
    weekday = line.about.language.weekdays[tokens.word(at)]
    days = [
        day
        for months in (0, -1, 1, -2, 2, -3, 3, -4, 4)
        if (base := calendar.months_on(published.replace(day=1), months))
        and (day := calendar.day(base.year, base.month, int(found[0])))
        and day.weekday() == weekday
    ]
    if not days:
        return None
    return date_draft(at, found[1], Moment.on(days[0]), f"month in which the {found[0]}. is a {tokens.low[at]}")
