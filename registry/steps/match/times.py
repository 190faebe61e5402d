"""Vetoes of time: what holds for two periods, days, seasons or turns is not one fact.

A newcomer's mistake: taking the day of a document for the day of an event. News comes late.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from registry.model.moment import Moment, Precision
from registry.steps import values
from registry.steps.match import concepts
from registry.steps.match.profile import Profile
from registry.steps.match.told import SMALL
from registry.steps.match.words import stem

YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
OTHER_OCCASION = re.compile(
    r"""\b(?:(?:an?|one)\ (?:separate|different|unrelated)|(?:in|at|on|after|during|of)\ another)\b  # a separate ballot
          (?!\ ?$|\ (?:[\d$€£]|hundred|(?:two|three|four|five|six|seven|eight|nine|ten|report|statement|interview|study
              |count|estimate|post|message|survey|analysis|sign)s?\b))
      | \b(?:first|initial|original|earlier|previous)\ (?:count|tally|reading|estimate|measurement|test|survey)s?
          \ had\ (?:put|given|shown|found|said|come|been)\b    # the first count had put him ahead
      | \b(?:at|in|during)\ (?:the|its|their|his|her)\ (?:last|previous|preceding|earlier)
          \ (?:(?:general|local|parliamentary|presidential|mayoral|strike|by-)\ ?)?
          (?:elections?|ballot|vote|census|referendum|poll|edition|championships?|games|fair)\b
      | \bthe\ (?:first|second|last|previous|earlier|other)(?:\ one)?,\ (?:in|on|at|of)\b   # the first, in March
    """,
    re.VERBOSE,
)
WINDOW = re.compile(
    r"""\b(?:(?:in|over|within|during|for|of|through)\ (?:the\ |its\ |their\ |these\ |those\ )?
            (?:past|last|next|coming|previous|first|recent|following)                       # in the past ten years
        |(?:time|first|second|third|fourth|fifth|\w+th|worst|highest|lowest|largest|biggest|most|best)\ [^.;,\d]{0,40}
            \bin(?:\ (?:over|more\ than|about|almost|nearly))?)\ $                           # the third in five years
    """,
    re.VERBOSE,
)
BALLOT = re.compile(r"\b(?:vot(?:e[ds]?|ing)|majority)\b")
ELECTED = re.compile(
    r"\b(?:elect\w*|polls?|polling|ballots|turnout|candidates?|constituenc\w+|seats?|recounts?|referendums?|primar\w+|runoff)\b",
    re.IGNORECASE,
)
# The other side of a count of votes: "61 to 17", "61-17".
SIDE = re.compile(r" ?(?:votes? )?(?:(?:to|against) (?P<other>[\w-]+)|[-–—] ?(?P<score>\d+)\b)")
SIDES = re.compile(r"\b(?:(?P<other>[\w-]+) (?:votes? )?(?:to|against)|(?P<score>\d+) ?[-–—]) ?$")
WEEK = 7
LATER = 100
NEW = "new"
# "had sold 39,000 tickets for a second concert"
ONE_MORE = re.compile(
    r"\b(?:for|at|in|on|during|after) an? (?:second|third|fourth|further|later|earlier) (?!time\b)[a-z]+"
)
NEXT = 40
REPORTED, BYGONE = 3, 60
# "had won 63 points", not "had seven points"
HAD = re.compile(
    r"\bhad (?:been |since |already |also |then )?(?!(?:[a-z]*teen|ten|[a-z]*even|[a-z]*nine|[a-z]*one|hundred|about"
    r"|almost|just|most|best|but|eight|right|wide|it|half|left|an?|great|hold|around|different|little|short)\b)"
    r"[a-z]*(?:ed|en|wn|ne|ght|un|on|ld|ut|it|st|pt|nt|lt|ft|id|de)\b"
)
TURN = 60
LONG = frozenset({"season", "campaign", "term", "quarter", "year"})


def other_period(left: Profile, right: Profile) -> str | None:
    """They hold for different periods."""
    if left.dimension in ("date", "clock") or not (left.period or right.period):
        return None  # a day is of no period
    if not left.period or not right.period:
        told, now = left.period or right.period, this_year(right if left.period else left)
        return "they are for different periods" if told and now and not told.meets(now) else None
    one, two = in_one_year(left, right, left.period, right.period)
    return None if like_periods(one, two) else "they are for different periods"


def in_one_year(left: Profile, right: Profile, one: Moment, two: Moment) -> tuple[Moment, Moment]:
    """Two periods; a month of a text without a date, whose year stands in another sentence at best, is of the year that
    it is held against ("in July")."""
    if one.low.year != two.low.year:
        if is_year_lent(left, one):
            one = values.in_year(one, two.low.year)
        elif is_year_lent(right, two):
            two = values.in_year(two, one.low.year)
    return one, two


def is_year_lent(seen: Profile, period: Moment) -> bool:
    """Whether a text without a date names a month or a day in a sentence that names no year."""
    if seen.day is not None or period.precision not in (Precision.MONTH, Precision.DAY):
        return False
    return YEAR.search(seen.text) is None


def this_year(seen: Profile) -> Moment | None:
    """The year of its document, where a sentence speaks of this year."""
    if seen.day is None or seen.near.turn != ("this", "year"):
        return None
    return Moment(date(seen.day.year, 1, 1), date(seen.day.year, 12, 31), Precision.YEAR)


def like_periods(one: Moment, two: Moment) -> bool:
    """Whether two periods may be the same one; a quarter is not its year."""
    if not one.meets(two):
        return False
    broad = {Precision.YEAR, Precision.QUARTER, Precision.MONTH}
    return one.precision == two.precision or not {one.precision, two.precision} <= broad


def other_day(left: Profile, right: Profile) -> str | None:
    """What happens anew each time happened on different days, and what is new on a day is of that day."""
    event = bool(left.core & right.core & concepts.default().events)
    if not event and NEW not in left.modifiers & right.modifiers:
        return None
    one, two = left.near.days, right.near.days
    if one and two:
        return None if one & two else "it happened on different days"
    if not event:
        return None
    if (left.as_of or right.as_of) and known_days_apart(left, right):
        return "they are for different days"
    if left.near.turn and left.near.turn == right.near.turn and left.near.turn[1] in LONG:
        return None  # both speak of last season
    if recalled(left, right):
        return None
    far = left.day and right.day and abs((left.day - right.day).days) > REPORTED and not looked_back(left, right)
    apart = values.compare(left.value, right.value).meets is False
    return "it was news on different days" if far and apart else None


def looked_back(left: Profile, right: Profile) -> bool:
    """Whether one document is much later and tells itself that it looks back at what the other brought as news, and
    neither tells of a year of its own ("it saw riots in 2011, too"): else it may be another one of a series."""
    if not left.day or not right.day or abs((left.day - right.day).days) <= BYGONE:
        return False
    first, last = (left, right) if left.day < right.day else (right, left)
    then, now = str(min(left.day, right.day).year), str(max(left.day, right.day).year)
    if not (last.near.years <= first.near.years | {then} and first.near.years <= last.near.years | {now}):
        return False
    return then in last.near.years or before_then(last.text)


@lru_cache(maxsize=20_000)
def before_then(sentence: str) -> bool:
    """Whether a sentence tells of what had happened before."""
    return HAD.search(sentence) is not None


def recalled(left: Profile, right: Profile) -> bool:
    """Whether both tell of one year that lies before those of their documents."""
    now = {str(seen.day.year) for seen in (left, right) if seen.day}
    return len(now) > 0 and bool((left.near.years & right.near.years) - now)


def known_days_apart(left: Profile, right: Profile) -> bool:
    """Whether two are for different days, by what is stated or else by the dates of the documents."""
    spans = [(seen.as_of.low, seen.as_of.high) if seen.as_of else (seen.day, seen.day) for seen in (left, right)]
    (low, high), (start, end) = spans
    if not (low and high and start and end):
        return False
    return (start - high).days > REPORTED or (low - end).days > REPORTED


def other_base(left: Profile, right: Profile) -> str | None:
    """They are differences from two reference periods."""
    one, two = left.near.base, right.near.base
    if not one or not two or one & two or left.dimension in ("date", "clock"):
        return None
    return f"one is measured from {', '.join(sorted(one))}, the other from {', '.join(sorted(two))}"


def other_season(left: Profile, right: Profile) -> str | None:
    """They are for different seasons ("2021-22")."""
    one, two = left.near.season, right.near.season
    return f"one is for {one}, the other for {two}" if one and two and one != two else None


def other_turn_of_many(left: Profile, right: Profile) -> str | None:
    """They are for two of several of a kind ("first dose", "second dose")."""
    if left.dimension in ("ordinal", "rank"):
        return None
    for which, what in sorted(left.near.orders):
        others = {order for order, noun in right.near.orders if noun == what}
        mine = {order for order, noun in left.near.orders if noun == what}
        if others and not others & mine:
            return f"one is for the {which} ‹{what}›, the other for the {min(others)}"
    return None


def other_turn(left: Profile, right: Profile) -> str | None:
    """One is for this year or month, the other for the last one."""
    if not left.day or not right.day or abs((left.day - right.day).days) > TURN:
        return None
    one, two = left.near.turn, right.near.turn
    apart = one and two and one[0] != two[0] and one[1] == two[1]
    return f"one is for this {one[1]}, the other for the last" if one and apart else None


def other_episode(left: Profile, right: Profile) -> str | None:
    """One is about the second or a later one of several, and the other was told long before it."""
    if left.episode == right.episode or not left.day or not right.day or values.compare(left.value, right.value).meets:
        return None
    first, last = (left, right) if left.day < right.day else (right, left)
    if not last.episode or first.episode or (last.day - first.day).days < LATER:  # type: ignore[operator]
        return None
    known = stem(last.episode.split()[0]) in first.sentence
    return None if known else f"only one is about the {last.episode}"


def other_occasion(left: Profile, right: Profile) -> str | None:
    """Only one sentence says beside its figure that it speaks of another occasion ("in a separate ballot")."""
    if left.dimension == "role":
        return None
    one, two = occasion(*left.frame), occasion(*right.frame)
    if bool(one) == bool(two) or values.compare(left.value, right.value).meets:
        return None
    return f"only one says “{one or two}”"


@lru_cache(maxsize=20_000)
def occasion(before: str, after: str) -> str:
    """The words beside a figure that tell of another occasion."""
    found = OTHER_OCCASION.search(before) or ONE_MORE.search(after[:NEXT])
    return found[0] if found else ""


def other_ballot(left: Profile, right: Profile) -> str | None:
    """Two ballots of a parliament, told by documents of different weeks, are two, unless something says that they are
    one."""
    votes = all(BALLOT.search(one.text) for one in (left, right))
    if left.dimension != "count" or not votes or ELECTED.search(f"{left.text} {right.text} {left.title} {right.title}"):
        return None
    if not left.day or not right.day or abs((left.day - right.day).days) <= WEEK:
        return None
    if told_of_one_day(left, right) or other_sides(*left.frame) & other_sides(*right.frame):
        return None
    return None if values.compare(left.value, right.value).meets else "the ballots were held in different weeks"


def told_of_one_day(left: Profile, right: Profile) -> bool:
    """Whether two sentences name one day, or one the day of the other's document or the one before it."""
    one, two = days_named(left), days_named(right)
    return bool(one & two or one & days_of_news(right) or two & days_of_news(left))


def days_named(seen: Profile) -> set[date]:
    """The days that a sentence names, in the years that it names or else the last ones before its document."""
    found = set[date]()
    for month, day in (map(int, named.split("-")) for named in seen.near.days):
        this = seen.day.year if seen.day else 0
        years = sorted(map(int, seen.near.years)) or [this - 1, this]
        known = [date(year, month, day) for year in years if year > 0 and day <= monthrange(year, month)[1]]
        past = [one for one in known if seen.day and one <= seen.day]
        found.update(known if seen.near.years else past[-1:])
    return found


def days_of_news(seen: Profile) -> set[date]:
    """The day of a document and the one before it, of which it brings the news."""
    return {seen.day, seen.day - timedelta(days=1)} if seen.day else set()


@lru_cache(maxsize=20_000)
def other_sides(before: str, after: str) -> frozenset[str]:
    """What stands on the other side of a count of votes."""
    found = SIDE.match(after), SIDES.search(before)
    told = [one["score"] or one["other"] for one in found if one]
    return frozenset(one for one in told if one.isdigit() or one in SMALL)


def other_window(left: Profile, right: Profile) -> str | None:
    """One duration is only the time in which something is counted ("the third fire in five years")."""
    if left.dimension not in ("time", "long time") or values.compare(left.value, right.value).meets:
        return None
    raced = any(":" in figure for seen in (left, right) for figure in seen.figures)  # "she was first in 2:05.78"
    framed = not raced and any(WINDOW.search(f"{seen.frame[0]} ") for seen in (left, right))
    return "one is only the time in which something is counted" if framed else None
