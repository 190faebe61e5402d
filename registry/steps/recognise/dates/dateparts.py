"""The parts of written dates: a day of the month, a month, a year, and the year of a date without one.

A newcomer's mistake: taking any four digits for a year. `is_year` only says that they can be one.
"""

from __future__ import annotations

import re
from datetime import date

from registry.model.assertion import Kind
from registry.model.moment import Moment
from registry.steps.recognise.dates import calendar
from registry.steps.recognise.line import Draft, Line
from registry.steps.recognise.numbers.ordinals import ordinal_value
from registry.steps.recognise.numbers.spelled import below_hundred
from registry.steps.recognise.tables import cues

EARLIEST, LATEST = 1500, 2200
SEEN = 200
NOTED = re.compile(r"20[0-4]\d\.\d{1,2}")
# How long ago a day was told of that lends its year, and how far back from it a text may go.
A_SEASON, BACK, LATELY = 120, 120, 60
A_YEAR, LONG_AGO = 365, 3653
WHILE_AGO, AHEAD, CLAUSE, SPOKEN = 31, 7, 12, 8
BEGAN = cues("times_past") - {"put", "hit", "said", "heard", "called"}
WERE, BREAKS = frozenset(("was", "were", "had")), frozenset((",", ";", ".", ":", "(", "-", "\u2013", "\u2014"))
WILL, IS = cues("dates_will"), frozenset(("is", "are"))
SINCE = frozenset(("since", "depuis", "seit", "desde"))
COMPARING, LOOKING_BACK = frozenset(("compared", "against", "versus", "than", "same")), 6
DUE = frozenset(("due", "scheduled", "expected", "fixed", "set", "slated", "planned"))
PAST_CUES, DATED = cues("dates_past"), cues("dates_dated")
MOVED = cues("dates_moved")
# "put off until 3 May" and "brought forward to 3 May" are of days to come, "put out on 3 May" is not.
SHIFTED, ASIDE = frozenset(("brought", "put")), frozenset(("back", "forward", "off"))
TALKED = {"last": -1, "this": 0, "next": 1}
FUTURE = cues("dates_future")
WHOLE_NAMES = cues("dates_short_names")
CENTURIES = (15, 20)
SPANNING, REACH = frozenset(("to", "until", "till", "through", "-", "\u2013", "\u2014")), 6
DASHES = frozenset(("-", "–", "—"))
YEAR_LINKS = cues("dates_year_links")


def date_draft(start: int, end: int, moment: Moment | None, *trace: str) -> Draft | None:
    """A draft that holds a moment."""
    return None if moment is None else Draft(start, end, Kind.DATE, unit="date", moment=moment, trace=list(trace))


def void(start: int, end: int) -> Draft:
    """A date that cannot be resolved: its words are used up, and nothing is said."""
    return Draft(start, end, Kind.DATE, notes=["void"])


def day_number(line: Line, at: int) -> tuple[int, int] | None:
    """A day of the month and the index after it: "3", "3rd", "third"."""
    tokens = line.tokens
    if tokens.is_number(at) and tokens.raw[at].isdigit() and len(tokens.raw[at]) <= 2:
        value, end = int(tokens.raw[at]), at + 1
        if tokens.word(end) in line.about.language.words["ordinal_endings"] and tokens.touches(end):
            end += 1
        return (value, end) if 1 <= value <= 31 else None
    if tokens.word(at) not in line.about.language.starts:
        return None
    if found := ordinal_value(line, at):
        return (int(found[0]), found[1]) if 1 <= found[0] <= 31 else None
    said = below_hundred(tokens, at, line.about.language)
    if said is None or not 1 <= said[0] <= 31 or tokens.word(said[1]) in line.about.language.scales:
        return None
    return int(said[0]), said[1]


def month_number(line: Line, at: int) -> tuple[int, int] | None:
    """A month and the index after it, the point of an abbreviation included."""
    tokens, word = line.tokens, line.tokens.word(at)
    month = line.about.language.months.get(word)
    if month is None or not tokens.is_word(at):
        return None
    dotted = tokens.word(at + 1) == "." and tokens.touches(at + 1) and len(word) <= 4 and word not in WHOLE_NAMES
    dotted = dotted and (at + 2 < tokens.size or line.about.language.code == "en")
    return month, at + 2 if dotted else at + 1


def year_number(line: Line, at: int) -> tuple[int, int] | None:
    """A year and the index after it, over a comma or "of"; "1978" or "nineteen seventy-eight"."""
    tokens = line.tokens
    linked = tokens.word(at) in YEAR_LINKS
    at = at + 1 if linked else at
    raw = tokens.written(at)
    if not tokens.is_number(at):
        return spoken_year(line, at)
    if NOTED.fullmatch(raw) and (not tokens.is_word(at + 1) or tokens.written(at + 1)[:1].isupper()):
        return int(raw[:4]), at + 1  # "until May 2031.2 The plan", with the number of a note
    good = len(raw) == 4 and raw.isdigit() and EARLIEST - 500 <= int(raw) <= LATEST + 100
    if not good or (tokens.touches(at + 1) and tokens.is_word(at + 1)):
        return None
    return int(raw), at + 1


def spoken_year(line: Line, at: int) -> tuple[int, int] | None:
    """A year in words, "nineteen seventy-eight", "two thousand and five"; English only."""
    tokens, language = line.tokens, line.about.language
    if language.code != "en" or tokens.word(at) not in language.starts:
        return None
    if language.numbers.get(tokens.word(at)) == 2 and tokens.word(at + 1) == "thousand":
        here = at + 3 if tokens.word(at + 2) in language.words["and"] else at + 2
        rest = below_hundred(tokens, here, language)
        return (2000 + int(rest[0]), rest[1]) if rest else (2000, at + 2)
    first = language.numbers.get(tokens.word(at), 0) or language.tens.get(tokens.word(at), 0)
    here = at + 2 if tokens.hyphen(at + 1) or tokens.word(at + 1) == "hundred" else at + 1
    here = here + 1 if tokens.word(here) in language.words["and"] and tokens.word(at + 1) == "hundred" else here
    rest = below_hundred(tokens, here, language)
    if not rest or not CENTURIES[0] <= first <= CENTURIES[1] or rest[0] < 10 or tokens.word(rest[1]) in language.scales:
        return None
    return first * 100 + int(rest[0]), rest[1]


def year_for(line: Line, month: int, day: int = 1, at: int | None = None) -> tuple[int, str] | None:
    """The year of a date without one, and how it is known; `at` is where it stands."""
    about = line.about
    lent = about.lent(line.tokens.starts[min(at if at is not None else 0, line.tokens.size - 1)])
    if about.published and lent is not None and (year := recalled_year(line, lent, month, day)):
        return year, f"year from the date before: {year}"
    if at is not None and lent is not None and (year := year_of_month(line, lent, (month, day), at)):
        return year, f"year from the month before: {year}"
    if about.published:
        year = calendar.nearest(about.published, month, day, ahead=not FUTURE.isdisjoint(line.tokens.low[:SEEN]))
        here = calendar.day(year, month, day)
        if at is not None and here and (about.published - here).days > WHILE_AGO and is_to_come(line, at):
            year += 1  # "will close in March", written in autumn
        elif at is not None and here and (here - about.published).days > AHEAD and is_bygone(line, at):
            year = about.published.year - 1  # "by late March they had found", written in January
        return year, f"year from the document's date: {year}"
    return (lent.year, f"year from the date before: {lent.year}") if lent else None


def recalled_year(line: Line, lent: date, month: int, day: int) -> int | None:
    """The year of a date without one in a text that tells of what is past: the first such day from the last one."""
    published = line.about.published
    if published is None or not line.about.looks_back or (published - lent).days <= A_SEASON:
        return None
    here = calendar.day(lent.year, month, day) or date(lent.year, month, 1)
    year = lent.year + 1 if (lent - here).days > BACK else lent.year
    return year if date(year, month, 1) <= published else None


def year_of_month(line: Line, lent: date, which: tuple[int, int], at: int) -> int | None:
    """The year of a day that follows a month, or a day, of long ago in its paragraph: "It broke out in March 2019. On 2
    April the cook died"; none where the day may as well have been lately."""
    about = line.about
    if not about.published or not about.month or about.near is None:
        return None
    if "\n\n" in about.folded[about.near[1] : line.tokens.starts[at]]:
        return None
    nearest = calendar.day(calendar.nearest(about.published, *which, ahead=False), *which)
    told = (about.published - lent).days
    if nearest is None or told <= A_SEASON or ((about.published - nearest).days <= LATELY and told <= LONG_AGO):
        return None
    days = [calendar.day(year, *which) for year in (lent.year, lent.year + 1)]
    after = next((day for day in days if day and day >= lent.replace(day=1)), None)
    reach = A_YEAR if told > LONG_AGO else A_SEASON
    if after is None or (after - lent).days > reach or after > about.published or is_to_come(line, at):
        return None
    return after.year if WILL.isdisjoint(line.tokens.low[max(0, at - CLAUSE) : at + REACH]) else None


def is_compared(line: Line, at: int) -> bool:
    """Whether a date is only what the text looks back to: "since May 2019", "compared with 5% in May 2019"."""
    before = line.tokens.low[max(0, at - LOOKING_BACK) : at]
    return not SINCE.isdisjoint(before[-1:]) or not COMPARING.isdisjoint(before)


def is_to_come(line: Line, at: int) -> bool:
    """Whether the clause before a date says what will be: "will open on", "is to begin in", "goes up from"."""
    tokens = line.tokens
    before = tokens.low[max(0, at - CLAUSE) : at]
    open_end = SPANNING.isdisjoint(tokens.low[at : at + REACH])  # the two days of a span are of one year
    if before[-1:] == ["from"] and open_end and PAST_CUES.isdisjoint(before):
        return tokens.word(at - 2) not in DATED  # "a poll from late September" is no plan
    for place in range(at - 1, max(-1, at - CLAUSE), -1):
        word = tokens.word(place)
        if word in PAST_CUES:
            return False
        if word in WILL or (word == "to" and tokens.word(place - 1) in IS):
            return True
        if word in DUE and tokens.word(place - 1) in IS:
            return True
    return False


def is_bygone(line: Line, at: int) -> bool:
    """Whether the clause of a date says what had been: "was held on 3 May", "by late March they had found"."""
    tokens = line.tokens
    if tokens.word(at - 1) == "on" and tokens.word(at - 2) in BEGAN and tokens.word(at - 3) != "be":
        return True  # "it broke out on 3 August", written in June
    for place in range(at - 1, max(-1, at - CLAUSE), -1):
        word = tokens.word(place)
        if word in BREAKS or word in DUE or is_moved(line, place) or word in FUTURE - {"by"}:
            break
        if word in WERE:
            return True
    if tokens.word(at - 1) != "by":
        return False
    behind = tokens.low[at : at + REACH + SPOKEN]
    stop = next((place for place, word in enumerate(behind) if word in BREAKS - {","}), len(behind))
    return "had" in behind[:stop] and DUE.isdisjoint(behind[:stop])


def is_moved(line: Line, at: int) -> bool:
    """Whether a verb puts something to another day."""
    word = line.tokens.word(at)
    if word in SHIFTED:
        return not ASIDE.isdisjoint(line.tokens.low[at + 1 : at + 3])
    return word in MOVED


def year_in_talk(line: Line, at: int) -> tuple[int, int] | None:
    """The year that "last year" behind a day or a month is, and the index after it; None where there is none."""
    tokens, published = line.tokens, line.about.published
    at = at + 1 if tokens.word(at) == "of" else at
    if not published or tokens.word(at) not in TALKED or tokens.word(at + 1) != "year":
        return None
    return published.year + TALKED[tokens.word(at)], at + 2


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
