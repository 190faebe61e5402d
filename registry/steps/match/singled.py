"""Vetoes for a figure that stands for one of several, or for all of them on average: averages against single cases,
what a rival has, one of several of a kind, days up to which something is counted or is due, people against things.

A newcomer's mistake: trusting a noun that both share. "The average attendance" is that of no single match.
"""

from __future__ import annotations

import re
from functools import lru_cache

from registry.model.moment import Moment
from registry.steps import values
from registry.steps.match.profile import Profile
from registry.steps.match.words import WORD, content, lists, stem
from registry.steps.resolve import looks_personal
from registry.steps.resolve.persons import known

AVERAGE = re.compile(
    r"\b(?:average|mean|median|typical)\b(?: [a-z-]+){0,4}(?: (?:was|is|of|at|to))?[^.;:,\d]{0,25}:? ?$",
    re.IGNORECASE,
)
# What is told by the day is an average, whether it says so or not: "52,000 passengers a day", "on an average day".
BY_TIME = re.compile(
    r"\b(?:a|per|each|every|average|normal|typical) (?:week|school|working)? ?"
    r"(?:day|weekday|week|month|year|night|season)\b"
    r"|\b(?:daily|weekly|monthly|yearly|annual|annually)\b",
    re.IGNORECASE,
)
FROM = re.compile(r" from \d[\d.,]* to ?$")  # "the average age rose from 40.1 to 42.3"
STAFF = "employee"
ON_AVERAGE = re.compile(r"^[^.;:,\d]{0,25}\bon average\b")
RIVAL = re.compile(
    r"\b(?:rivals?|competitors?|market leaders?)(?:['’]s?)?\b[^.;:,\d]{0,45}$"
    r"|\b(?:our|its|their|his|her) other [a-z]+\b[^.;:\d]{0,60}$"  # our other vessel, the Maud, has 21
)
# What is paid for a rival is paid by who buys it: "to take over its rival Baltana for 4.9 billion".
BOUGHT = re.compile(
    r"\b(?:take over|takes over|taking over|took over|takeover of|buy|buys|buying|bought|acquir(?:e|es|ed|ing)"
    r"|acquisition of|purchase(?:d|s)? of|merge[sd]? with|merger with|merging with)\b[^.;:\d]{0,30}\brival\b"
)
PAYER = re.compile(
    r"\b(?:an?|each|every) (?P<who>(?:[a-z]+[ -]){0,2}?[a-z]+)(?: (?:of|from|in|with|on) [\w ]{2,20}?)?"
    r" (?:(?:will|would|must|can|had|has|now) )?"
    r"(?:pays?|paid|spends?|spent|gets?|got|receives?|received|earns?|earned)\b[^.;:\d]{0,40}$"
)
CLASSES = (
    r"(?P<who>cars?|lorr(?:y|ies)|trucks?|buses|bus|coach(?:es)?|vans?|motorbikes?|motorcycles?|motorcyclists?|cyclists?"
    r"|adults?|children|child|students?|pensioners?|seniors|residents?|tourists?|families|(?:first|second)[- ]class)"
)
BY_CLASS = re.compile(
    rf"\b{CLASSES}(?: (?:will|would|must|have to|had to))?(?: (?:pay|paid|pays|costs?|is|are|at))?:? ?$", re.I
)
FOR_CLASS = re.compile(rf"[^.;:,\d]{{0,30}}?\b(?:for|in|by|per|with)(?: an?| the)? {CLASSES}\b", re.I)
# One of several of a kind that are told apart by a letter or a number: "wing C", "Terminal 3", "phase two".
NUMBERED = re.compile(
    r"\b(?P<what>(?i:wing|terminal|zone|unit|gate|block|ward|phase|group|stage|room|building|tower|pier|hall|platform"
    r"|reactor|sector|section|grade|category|tier|berth|shaft|heat|game|match|round|race|leg|motion|batch|lot|flight"
    r"|route|tube|deck|floor|turbine|well|tank|furnace|junction)) "
    r"(?P<which>[A-Z](?![\w'’.])|(?:\d{1,3}|(?i:one|two|three|four|five|six|seven|eight|nine|ten))"
    r"(?=[,;:)]|\.(?!\d)|$| (?:in|on|of|at|is|was|were|are|had|has|have|and|with|where|to|by|from|will|would)\b))"
)
SINCE = re.compile(r"\b(?:since|between)(?: the)?$")
# A state that lasts since a day began on it, whatever else is counted: "(92,400 tons, in service since 2009)".
STATE = re.compile(
    r"\b(?:in (?:service|use|operation|force|office|power|business|production|print|existence)|open|closed|shut"
    r"|married|vacant|empty|derelict|listed|protected) since(?: the)?$"
)
UNTIL = re.compile(r"\b(?:until|till)(?: the)?$")
DUE = re.compile(r"\b(?:by|before|no later than)(?: the)?$")
# What one person has or loses is not what all do: "she lost 212 trees", "eight of mine".
HAS = re.compile(
    r"\b(?:i|he|she)(?:['’](?:ve|d))? (?:(?:still|only|once|also|now|already|has|have|had) ){0,2}"
    r"(?:have|has|had|lost|loses?|owns?|owned|keeps?|kept|bought|sold|grows?|grew|raised|knows?|knew)"
    r"(?: (?:about|some|over|nearly|all|the|at|least|as|many))*$"
)
NAMED_HAS = re.compile(
    r"\b(?P<who>[A-Z][\w'’-]+ [A-Z][\w'’-]+)(?: (?:still|only|once|also|now))? "
    r"(?:has|had|lost|loses|owns|owned|keeps|kept|bought|sold|grows|grew|raised|knows|knew)\b"
)
OF_MINE = re.compile(r"(?:[a-z]+ ){0,2}?of (?:mine|his own|hers|her own)\b")
PERSON = re.compile(r"\b(?:i|he|she|my|me|his|her|him)\b", re.IGNORECASE)
REACH, NEXT = 45, 3
JOINTS = frozenset(("in", "on", "at", "of", "from", "by", "to", "with", "and", "for", "as", "after", "when", "since"))
OWN = frozenset(("the", "its", "their", "his", "her", "our"))  # "310,000 followed the final games"
HARMED = frozenset(
    ("dead", "killed", "injured", "wounded", "hurt", "missing")
)  # in a headline: "Two dead as tram derails"
PAUSE = re.compile(r"[,.;:()]")
STATES = frozenset(("states", "countries", "nations"))
FATES = frozenset(("death", "arrest", "survivor", "evacuee"))
OBJECTS = frozenset(stem(word) for word in lists()["sorts"]["objects"].split())
PERSONS = frozenset(stem(word) for word in known() | {"member", "user", "troop"})


def only_average(left: Profile, right: Profile) -> str | None:
    """One count or age is the average of several, the other is not."""
    counted = left.dimension == "count" or "age" in left.core & right.core
    if not counted or values.compare(left.value, right.value).meets:
        return None
    if STAFF in left.core & right.core:
        return None  # accounts give the average number of a year's employees
    if averaged(*left.frame) == averaged(*right.frame):
        return None
    return None if all(BY_TIME.search(" … ".join(seen.frame)) for seen in (left, right)) else "only one is an average"


@lru_cache(maxsize=20_000)
def averaged(before: str, after: str) -> bool:
    """Whether the words around a figure make it an average."""
    return bool(AVERAGE.search(FROM.sub("", before)) or ON_AVERAGE.search(after))


def of_a_rival(left: Profile, right: Profile) -> str | None:
    """Only one is said of a rival ("the market leader's average ticket costs 9")."""
    if rivals(left.frame[0]) == rivals(right.frame[0]) or values.compare(left.value, right.value).meets:
        return None
    return "only one is about a rival"


@lru_cache(maxsize=20_000)
def rivals(before: str) -> bool:
    """Whether the words before a figure speak of a rival or of another thing of one owner."""
    return RIVAL.search(before) is not None and BOUGHT.search(before) is None


def for_other_payers(left: Profile, right: Profile) -> str | None:
    """They are what one of two sorts of people pays or gets ("a family of four will pay 400")."""
    one, two = payer(left.frame[0]), payer(right.frame[0])
    if not one or not two or stem(one) == stem(two):
        one, two = (tariff(seen) if priced(seen) else "" for seen in (left, right))
    if not one or not two or stem(one) == stem(two) or values.compare(left.value, right.value).meets:
        return None
    return f"they are for different payers ({one}, {two})"


def priced(seen: Profile) -> bool:
    """Whether a figure is a sum of money."""
    return seen.dimension.isupper()


def tariff(seen: Profile) -> str:
    """Of which class a price is, by the nearest word for one: "lorries pay 7.40", "3.20 in a car"."""
    found = BY_CLASS.search(seen.frame[0]) or FOR_CLASS.match(seen.frame[1])
    return found["who"].lower() if found else ""


@lru_cache(maxsize=20_000)
def payer(before: str) -> str:
    """Who pays or gets a sum, of a sort that any number of people may be."""
    found = PAYER.search(before)
    return found["who"].split()[-1] if found else ""


def other_of_many(left: Profile, right: Profile) -> str | None:
    """They are for two of several that a letter or a number tells apart ("wing A", "wing C")."""
    one, two = (numbered(seen.text, seen.figures) for seen in (left, right))
    for what in sorted(one.keys() & two.keys()):
        if not one[what] & two[what] and not values.compare(left.value, right.value).meets:
            return f"one is for {what} {min(one[what])}, the other for {what} {min(two[what])}"
    return None


@lru_cache(maxsize=20_000)
def numbered(sentence: str, figures: frozenset[str]) -> dict[str, set[str]]:
    """Which ones of several of a kind a sentence names, by the kind; the figure itself names none."""
    found: dict[str, set[str]] = {}
    for match in NUMBERED.finditer(sentence):
        if stem(match["which"]) not in figures:
            found.setdefault(match["what"].lower(), set()).add(match["which"].lower())
    return found


def counted_since(left: Profile, right: Profile) -> str | None:
    """One day only says since when others are counted ("98,900 people have crossed since 2 October")."""
    if left.dimension != "date" or values.compare(left.value, right.value).meets:
        return None
    one, two = (bool(SINCE.search(seen.frame[0])) and not STATE.search(seen.frame[0]) for seen in (left, right))
    framing = left if one else right
    return "one day only says since when something is counted" if one != two and framing.numbers else None


def within_due(left: Profile, right: Profile) -> str | None:
    """One is the day by which it is due, and the other lies before it."""
    if left.dimension != "date":
        return None
    one, two = (bool(DUE.search(seen.frame[0])) for seen in (left, right))
    if one == two or any(UNTIL.search(seen.frame[0]) for seen in (left, right)):
        return None  # "apply by 15 December", "can be asked for until 15 November"
    due, day = (left.value, right.value) if one else (right.value, left.value)
    if not (isinstance(due, Moment) and isinstance(day, Moment)) or day.low > due.high:
        return None
    return "one is the day by which it is due, and the other is not later"


def only_own(left: Profile, right: Profile) -> str | None:
    """Only one counts what a single person has or has lost, and nothing says that the other is about a person."""
    if left.dimension != "count" or values.compare(left.value, right.value).meets:
        return None
    for seen, other in ((left, right), (right, left)):
        mine, has = owned(*seen.frame)
        has = has and PERSONS.isdisjoint(seen.attribute[-1:])  # who has people speaks for a body
        if not (mine or has) or PERSON.search(other.words) or content(seen.subject or "") & other.sentence:
            continue  # the other is about somebody, too
        if mine or not of_a_person(other):
            return "only one counts what a single person has"
    return None


def of_a_person(seen: Profile) -> bool:
    """Whether a figure is about somebody, or a sentence says what somebody has."""
    found = NAMED_HAS.search(seen.words)
    return any(looks_personal(name) for name in (seen.subject or "", found["who"] if found else ""))


@lru_cache(maxsize=20_000)
def owned(before: str, after: str) -> tuple[bool, bool]:
    """Whether the words around a count say that they are somebody's, and that a single person has or has lost them."""
    return OF_MINE.match(after) is not None, HAS.search(before) is not None


def people_and_things(left: Profile, right: Profile) -> str | None:
    """One counts people, the other things ("212 people", "214 operations"); that the figures are the same makes them no
    one fact ("14 missing", "14 excavators")."""
    if left.dimension != "count":
        return None
    same = values.compare(left.value, right.value).meets
    sorts = {sort(seen.frame[1]) or (called(seen.attribute) if same else "") for seen in (left, right)}
    return "one counts people, the other things" if sorts == {"people", "things"} else None


def called(attribute: tuple[str, ...]) -> str:
    """Whether what is counted is called by a noun of people or of things."""
    noun = attribute[-1] if attribute else ""
    return "people" if noun in PERSONS or noun in FATES else "things" if noun in OBJECTS else ""


@lru_cache(maxsize=20_000)
def sort(after: str) -> str:
    """Whether the first noun behind a figure that is known for either, or its compound, is of people or things."""
    found = harmed = last = ""
    for word in WORD.findall(PAUSE.split(after[:REACH], maxsplit=1)[0])[:NEXT]:
        one = stem(word) if not word.endswith("ing") else ""  # "142 nursing homes" are no nurses
        if word in OWN or (word.endswith("ed") and one in OBJECTS):
            return found or harmed  # "half a million watched", and no watches
        joined = not last or last == stem(last)  # what stands before the last noun of a compound has no plural
        if (one in PERSONS or one in OBJECTS) and joined and not (found and word in STATES):
            found, last = "people" if one in PERSONS else "things", word  # "12 bus drivers"
        elif found or word in JOINTS:
            return "" if word in STATES else found or harmed  # "31 member states"
        harmed = "people" if word in HARMED else harmed  # "dead birds" are things
    return found or harmed
