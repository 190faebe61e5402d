"""Vetoes for figures that only frame or compare: a difference, a year long past, a distance from something else.

A newcomer's mistake: asking what such a figure counts. It counts the same as the other one, and is not it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.steps import values
from registry.steps.match.marks import FROM, other_end
from registry.steps.match.profile import Profile
from registry.steps.match.words import content

# What was said on a day, not what was said to have been done on it ("said it had been inspected on 3 May").
SAID_ON = re.compile(
    r"\b(?:said|says|told|added|warned|in a (?:statement|report|briefing))"
    r"(?: (?!(?:had|has|have|was|were|is|are|been|that|it|they|he|she|would|will|[a-z]+ed)\b)[\w'-]+){0,6} on$"
    r"|\b(?:week|month|days|year)s? (?:leading up to|ending|ended|to)(?: on)?$",
    re.IGNORECASE,
)
RECALLED = re.compile(r"[a-z] of ((?:19|20)\d\d)$")
EARLIER = re.compile(r"earlier [a-z]+$")  # one that was told of just before: "in that crash"
# "Not since 1953, when", "there were riots in 2011, too, when": not "in 2011, when", which may be the very time.
TOO = r"(?:too|also|already|as well)"
THEN_WHEN = re.compile(
    rf"\b(?:since|(?:also|last|already|before|earlier)(?: [a-z]+){{0,3}}? in|in(?= \d+,? {TOO}\b)) "
    rf"(?P<year>(?:1[89]|20)\d\d)(?:,? {TOO})?,? when [^.;:\d]{{0,40}}$"
)
THEN = re.compile(r"(?:At that time|Back then|In those days|That year|On that occasion)\b")
BY = re.compile(r"\bby (?:about |around |some |nearly |almost |another |just |only )?$")
# One that is only recalled: "The last big outbreak, in 2013, counted 140 cases".
LAST_TIME = re.compile(
    r"\b(?:the|its|their|our|an?) (?:last|previous|earlier|worst|biggest|deadliest|largest|most recent"
    r"|only other|similar)(?: such)?(?: [a-z-]+){1,4}?,? (?:(?:was|came|happened|took place|hit|struck|occurred) )?"
    r"(?:back )?in (?:[a-z]+ )?(?P<year>(?:1[89]|20)\d\d),? (?!and\b)[^.;:]{0,60}$"
)
DIFFERENCE = re.compile(
    r"(?:[a-z-]+ ){0,2}(?:more|fewer|less|higher|lower|longer|shorter) "
    r"than (?:on|in|at|the|a|an|last|yesterday|before|his|her|its)\b"
)


# "It is nine days since the finals" and "two years later" are no length of anything, "lasted nine days after the call"
# is one, and "ended 22 minutes later" may be.
ELAPSED = {
    "time": re.compile(r"(?:since|ago|after)\b"),
    "long time": re.compile(r"(?:since|ago|later|earlier|after|before)\b"),
}
LASTING = re.compile(
    r"\b(?:for|in|within|last(?:s|ed|ing)?|t(?:akes?|ook|aken)|spen[dt](?:ing|s)?|over|of|the|these|those)(?: \w+)?$"
)
BETWEEN = re.compile(r"\bbetween\b")
# "on 13 March, a day after it was found"
AFTER = re.compile(
    r",? (?:just |only |some )?(?P<count>an?|one|two|three|four|five|six|seven|eight|nine|ten|\d\d?) "
    r"(?P<unit>day|week)s? (?P<way>after|before|later than|earlier than)\b"
)
SPELLED = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def a_difference(left: Profile, right: Profile) -> str | None:
    """One figure is only a difference from another time or thing ("10 more than on Friday", "went up by 10")."""
    one, two = (bool(DIFFERENCE.match(seen.frame[1])) for seen in (left, right))
    if one != two and all(bool(DIFFERENCE.match(seen.frame[1])) or moved_by(seen) for seen in (left, right)):
        return None
    both = left.direction and right.direction
    points = left.dimension == "points" and right.dimension == "points"
    if one == two or both or points or left.dimension == "share" or values.compare(left.value, right.value).meets:
        return None
    return "only one is a difference from another figure"


def only_elapsed(left: Profile, right: Profile) -> str | None:
    """One is only how long ago something was ("it is nine days since the finals")."""
    kind = left.dimension
    if kind not in ELAPSED or values.compare(left.value, right.value).meets:
        return None
    if any(BETWEEN.search(seen.frame[0]) for seen in (left, right)):
        return None  # "between the alarm and the message lay 45 minutes"
    one, two = (elapsed(kind, *seen.frame) for seen in (left, right))
    return "only one is a time since something" if one != two else None


@lru_cache(maxsize=20_000)
def elapsed(kind: str, before: str, after: str) -> bool:
    """Whether so long had passed since something, by the words on either side of a time."""
    return bool(ELAPSED[kind].match(after)) and not LASTING.search(before)


def day_after(left: Profile, right: Profile) -> str | None:
    """One is told to be so many days after the other ("on 13 March, a day after it was found")."""
    if left.dimension != "date" or values.compare(left.value, right.value).meets:
        return None
    for seen, other in ((left, right), (right, left)):
        found = AFTER.match(f" {seen.frame[1]}".replace(" ,", ","))
        if not found or not isinstance(seen.value, Moment) or not isinstance(other.value, Moment):
            continue
        if shifted(seen.value, found) == other.value.low == other.value.high:
            return f"one is {found[0].strip(' ,')} the other"
    return None


def shifted(moment: Moment, found: re.Match[str]) -> date:
    """The day from which another one is told to lie so far."""
    told = found["count"]
    many = int(told) if told.isdigit() else SPELLED.index(told) if told in SPELLED else 1
    days = many * (7 if found["unit"] == "week" else 1)
    return moment.low - timedelta(days=days if found["way"] in ("after", "later than") else -days)


def moved_by(seen: Profile) -> bool:
    """Whether something moved by a figure: "went up by 9 cents"."""
    return bool(seen.direction) and BY.search(f"{seen.frame[0]} ") is not None


def below_zero(left: Profile, right: Profile) -> str | None:
    """Only one is below zero: no things are counted that way ("paid by three dealers", "they say minus eleven")."""
    if left.dimension != "count" or right.dimension != "count":
        return None
    signs = [isinstance(seen.value, Quantity) and (seen.value.high or 0) < 0 for seen in (left, right)]
    return "only one is below zero" if signs[0] != signs[1] else None


def long_ago(left: Profile, right: Profile) -> str | None:
    """One is told of a year long past that the other does not name ("the worst since 1953, when it was 7.6")."""
    if values.compare(left.value, right.value).meets:
        return None
    if "date" not in left.dimension and then(left.words) != then(right.words):
        return "only one is told of a time that was told of before"
    if left.names & right.names:
        return None
    for seen, other in ((left, right), (right, left)):
        year = recalled(seen.frame[0])
        if year and year not in other.near.years and (not other.day or str(other.day.year) != year):
            return f"one is for {year}"
    return None


@lru_cache(maxsize=20_000)
def then(sentence: str) -> bool:
    """Whether a sentence is told of a time that was told of before."""
    return THEN.match(sentence) is not None


@lru_cache(maxsize=20_000)
def recalled(before: str) -> str:
    """The year long past that the words before a figure tell it of; empty where they tell none."""
    found = THEN_WHEN.search(f"{before} ") or LAST_TIME.search(f"{before} ")
    return found["year"] if found else ""


def other_instance(left: Profile, right: Profile) -> str | None:
    """One is about an event of another year, which its document only recalls ("the earthquake of 2012")."""
    for seen, other in ((left, right), (right, left)):
        if EARLIER.match(seen.subject or "") and not EARLIER.match(other.subject or ""):
            return f"only one is about an {seen.subject}"
        found = RECALLED.search(seen.subject or "")
        if not found or found[1] in (other.subject or "") or found[1] in other.near.years:
            continue
        if not other.day or str(other.day.year) != found[1]:
            return f"only one is about the {seen.subject}"
    return None


def day_of_saying(left: Profile, right: Profile) -> str | None:
    """A day is only that on which somebody said something, or the end of a week that is reported on; or nothing tells
    what either day is of."""
    if left.dimension not in ("date", "clock") or values.compare(left.value, right.value).meets:
        return None
    if not (left.attribute or right.attribute) and left.document != right.document and not alike(left, right):
        return "nothing tells what either day is of"
    said = any(SAID_ON.search(seen.frame[0].rstrip()) for seen in (left, right))
    return "one is only the day on which something was said" if said else None


def alike(left: Profile, right: Profile) -> bool:
    """Whether two sentences share most of their words."""
    return 2 * len(left.sentence & right.sentence) >= min(len(left.sentence), len(right.sentence))


def other_end_of_it(left: Profile, right: Profile) -> str | None:
    """One is a distance from what the other is the distance of ("from the school", "the school is ... from")."""
    if not other_end(left, right).value:
        return None
    ends = [content(FROM.match(f" {seen.frame[1]}")["what"]) for seen in (left, right)]  # type: ignore[index]
    turned = ends[0] & right.sentence - ends[1] or ends[1] & left.sentence - ends[0]
    return "they are distances from different things" if turned else None
