"""Words beside a figure that make it another sort of figure: a limit, one of each, a part by itself, what is still to
come, a stage on the way.

A newcomer's mistake: reading the whole sentence. The mark and the figure stand in one clause.
"""

from __future__ import annotations

import re
from functools import lru_cache

from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.steps.match import concepts
from registry.steps.match.figures import dwindled
from registry.steps.match.nearby import SPANS
from registry.steps.match.profile import Profile
from registry.steps.match.saying import SILENT, Said
from registry.steps.match.words import content, stems

MISSING = {"missing"}  # "19 others are missing" are all that are
BEFORE, BEHIND = 50, 60
BREAK = re.compile(r"[;:]|, (?:and|while|but|of whom|of which) |\. ")
LIMIT = re.compile(
    r"""\b(?:capacity|certified|licen[cs]ed?|designed|room|space|limit(?:ed)?|maximum|minimum|at\ most|quorum|threshold
        |law|allow(?:s|ed)?|permit(?:s|ted)?|requires?|required
        |must(?!\ (?:pay|serve|complete|do|perform)\b)|need(?:s|ed)?|should|ought|entitled
        |absolute\ majority
        |(?:can|could|may|might|would)\ (?:carry|hold|handle|take|seat|house|treat|process|face|get|receive))\b
    """,
    re.VERBOSE,
)
ROOM = re.compile(r"\bfor (?:about |up to |some )?$")  # rafts, beds for 25
EACH = re.compile(r"^[^.;:,\d]{0,40}?\b(?:each|apiece)\b")
ALONE = re.compile(r"^[^.;:,\d]{0,40}?\b(?:alone|itself|proper)\b")
UNDONE = re.compile(
    r"""\b(?:yet\ to|still\ (?:to|in|out|open|waiting|missing|without|at)|remain(?:s|ed|ing)?|left\ to|to\ go|pending
        |outstanding|unpaid(?!\ (?:work|community|leave|labou?r))
        |un(?:used|sold|resolved|executed|solved|filled|treated|confirmed|identified|claimed|spent|finished)
        |awaiting|backlog|not\ yet)\b
    """,
    re.VERBOSE,
)
STAGE = re.compile(r"\b(?:at|after|by|until|past|with)\ $")
STAGED = ("length", "time", "long time", "count", "share")
BOUND = re.compile(
    r"\b(?:by|until|till|before|since|after|from|through|between|as of|as at)\ (?:around |about |early |late |mid-?)?$"
)
REST = re.compile(r"\b(?:other|another|further|additional|extra|remaining)\b[^.;,]{0,12}$")
OTHERS = re.compile(r"^\ (?:others?|more|further|additional|extra)\b")
FORECAST = re.compile(
    r"\b(?:expect(?:ed|s|ing)?|forecasts?|predict\w*|project(?:ed|ions?)|estimat\w+|analysts|economists|polled|hoped|feared|"
    r"budget(?:ed)?|planned|scheduled|originally|initially)\b"
)
INCLUDED = re.compile(
    r"(?:\bamong (?:them|whom|these|those)|\bincluding|\bof (?:whom|which|these|those)|\bthereof)\W+(?:[\w-]+\W+){0,2}$"
)
THEN = re.compile(
    r"\b(?:since|in|of|from) (?P<year>(?:1[89]|20)\d\d)\b,? ?(?:\(|when\b|it\b|they\b|we\b|there\b)?[^.;:,()\d]{0,30}$"
)
FROM = re.compile(r" (?:away )?from (?P<what>[^.;:,\d]{3,30})")
REPORTED = re.compile(
    r"\b(?:reports?|article|story|version|statement|updates?|correction|letter|edition|issue|interview|said|told|wrote|"
    r"published|released|updated|corrected)\b[^.;:,\d]{0,14}$"
)


@lru_cache(maxsize=20_000)
def clause(before: str, after: str) -> str:
    """The words around a figure, up to where another clause begins."""
    return f"{BREAK.split(before[-BEFORE:])[-1]} … {BREAK.split(after[:BEHIND])[0]}"


def only_one(left: Profile, right: Profile, mark: re.Pattern[str], why: str) -> Said:
    """Whether a mark stands in the clause of one figure only."""
    one, two = (bool(mark.search(clause(*spaced(seen)))) for seen in (left, right))
    return Said(1.0, why) if one != two else SILENT


def spaced(seen: Profile) -> tuple[str, str]:
    """The words on either side of a figure, with a space between them and it."""
    return f"{seen.frame[0]} ", f" {seen.frame[1]}"


def one_behind(left: Profile, right: Profile, mark: re.Pattern[str], why: str) -> Said:
    """Whether a mark stands right behind one figure only."""
    one, two = (bool(mark.search(seen.frame[1])) for seen in (left, right))
    return Said(1.0, why) if one != two else SILENT


def one_limit(left: Profile, right: Profile) -> Said:
    """Only one is a limit, a capacity or a demand."""
    one, two = (limiting(seen) for seen in (left, right))
    return Said(1.0, "only one is a limit, a capacity or a demand") if one != two else SILENT


def limiting(seen: Profile) -> bool:
    """Whether a figure is a limit; a count "for" people is what there is room for."""
    room, limited = limits(*seen.frame)
    return limited or (room and seen.dimension == "count")


@lru_cache(maxsize=20_000)
def limits(before: str, after: str) -> tuple[bool, bool]:
    """Whether the words around a figure speak of room for it, and whether they speak of a limit."""
    limited = LIMIT.search(clause(f"{before} ", f" {after}"))
    return ROOM.search(f"{before} ") is not None, limited is not None


def one_each(left: Profile, right: Profile) -> Said:
    """Only one is a figure for each of several."""
    return one_behind(left, right, EACH, "only one is for each of several")


def one_alone(left: Profile, right: Profile) -> Said:
    """Only one is said of a part by itself ("in the town itself")."""
    return one_behind(left, right, ALONE, "only one is about a part by itself")


def one_undone(left: Profile, right: Profile) -> Said:
    """Only one is what is still to come or to be done; all that are missing are so still."""
    if MISSING & left.core & right.core:
        return SILENT
    return only_one(left, right, UNDONE, "only one is what is left or still to be done")


def one_stage(left: Profile, right: Profile) -> Said:
    """Only one is a stage on the way ("at 35 km")."""
    if left.dimension not in STAGED:
        return SILENT
    one, two = (bool(STAGE.search(f"{seen.frame[0]} ")) for seen in (left, right))
    return Said(1.0, "only one is a stage on the way") if one != two else SILENT


def one_bound_day(left: Profile, right: Profile) -> Said:
    """Only one is the end of a time, up to which something else was so ("89 dead by 6 p.m.")."""
    if left.dimension not in ("date", "clock"):
        return SILENT
    one, two = (bool(BOUND.search(f"{seen.frame[0]} ")) for seen in (left, right))
    return Said(1.0, "only one is the start or the end of a period") if one != two else SILENT


def one_report(left: Profile, right: Profile) -> Said:
    """Only one is the day on which something was said or printed."""
    if left.dimension not in ("date", "clock"):
        return SILENT
    one, two = (bool(REPORTED.search(f"{seen.frame[0]} ")) for seen in (left, right))
    return Said(1.0, "only one is the day of a report") if one != two else SILENT


def one_own_day(left: Profile, right: Profile) -> Said:
    """Only one is the day of its document, as a dateline or a heading has it."""
    if left.dimension != "date":
        return SILENT
    one, two = (own_day(seen) for seen in (left, right))
    return Said(1.0, "only one is the day of its document") if one != two else SILENT


def own_day(seen: Profile) -> bool:
    """Whether a day is the one on which its document was published."""
    value = seen.value
    return isinstance(value, Moment) and seen.day is not None and value.low == value.high == seen.day


def one_rest(left: Profile, right: Profile) -> Said:
    """Only one counts those beside others that are told of ("14 others")."""
    one, two = (resting(seen) for seen in (left, right))
    return Said(1.0, "only one counts the others, beside some already told of") if one != two else SILENT


def resting(seen: Profile) -> bool:
    """Whether a figure counts further ones."""
    before, after = spaced(seen)
    if seen.dimension == "share":
        return bool(REST.search(before))  # "cost 9 percent more"
    return bool(REST.search(before) or OTHERS.search(after)) and not beside_other_fates(seen)


def beside_other_fates(seen: Profile) -> bool:
    """Whether those told of before in the sentence met with something else: "four died and three others were hurt"
    counts all who were hurt."""
    table = concepts.default()
    own = {one for one in seen.core if table.family.get(one) == "casualties"}
    if not own:
        return False
    line = " ".join(seen.text.lower().split())
    told = concepts.named(tuple(stems(line[: line.find(seen.frame[0]) + len(seen.frame[0])])), table).concepts
    fates = {one for one in told if table.family.get(one) == "casualties"}
    return not fates & own and (bool(fates) or own == MISSING)


def one_forecast(left: Profile, right: Profile) -> Said:
    """Only one is what somebody expected, feared or planned."""
    return only_one(left, right, FORECAST, "only one is what somebody expected or planned")


def one_included(left: Profile, right: Profile) -> Said:
    """Only one stands behind "including", "among them" or "of whom"."""
    one, two = (bool(INCLUDED.search(f"{seen.frame[0]} ")) for seen in (left, right))
    return Said(1.0, "only one is said to be included in another") if one != two else SILENT


def one_then(left: Profile, right: Profile) -> Said:
    """Only one is told of a year long past, which stands right before it ("since 1953, when it was 7.3")."""
    if left.dimension in ("date", "clock"):
        return SILENT
    one, two = (long_past(seen) for seen in (left, right))
    return Said(1.0, "only one is told of a year long past") if one != two else SILENT


def long_past(seen: Profile) -> bool:
    """Whether a year that lies before the year of its document stands right before a figure."""
    found = THEN.search(f"{seen.frame[0]} ")
    return bool(found and seen.day and int(found["year"]) < seen.day.year - 1)


def other_end(left: Profile, right: Profile) -> Said:
    """Two distances are measured from different things."""
    one, two = (FROM.match(f" {seen.frame[1]}") for seen in (left, right))
    if left.dimension != "length" or not one or not two:
        return SILENT
    ends = [content(found["what"]) for found in (one, two)]
    apart = bool(ends[0] and ends[1]) and not (ends[0] & right.sentence and ends[1] & left.sentence)
    return Said(1.0, "they are distances from different things") if apart else SILENT


def one_fraction(left: Profile, right: Profile) -> Said:
    """Of two counts only one has a fraction: it may be a share or a rate without its unit."""
    if left.dimension != "count":
        return SILENT
    one, two = (broken(seen) for seen in (left, right))
    return Said(1.0, "only one of the two counts is not a whole number") if one != two else SILENT


def broken(seen: Profile) -> bool:
    """Whether a figure is less than a million and no whole number."""
    value = seen.value
    if not isinstance(value, Quantity) or value.low is None or value.high is None:
        return False
    middle = (value.low + value.high) / 2
    return middle < 1_000_000 and middle != middle.to_integral_value() and value.high - value.low < 1


def other_edition(left: Profile, right: Profile) -> Said:
    """The titles of the documents name different quarters or halves, and a sentence names none."""
    if left.near.spans and right.near.spans:
        return SILENT
    one, two = (seen.near.spans or titled(seen.title or "") for seen in (left, right))
    return Said(1.0, "they are for different quarters or halves") if one and two and not one & two else SILENT


@lru_cache(maxsize=2_000)
def titled(title: str) -> frozenset[str]:
    """The quarters and halves that a title names."""
    return frozenset(name for pattern, name in SPANS if pattern.search(title))


def grown(left: Profile, right: Profile) -> Said:
    """The later document has the larger count, as counts go that grow."""
    if left.dimension != "count" or not left.day or not right.day or left.day == right.day:
        return SILENT
    sizes = [size(seen) for seen in (left, right)]
    if None in sizes or sizes[0] == sizes[1] or isinstance(left.value, Moment):
        return SILENT
    if dwindled(left, right):
        return Said(1.0, "the later figure is the smaller, as of what gets less")
    rises = (sizes[0] < sizes[1]) == (left.day < right.day)  # type: ignore[operator]
    return (
        Said(1.0, "the later figure is the larger, as in a count that grows")
        if rises
        else Said(-1.0, "the later figure is the smaller, unlike a count that grows")
    )


def size(seen: Profile) -> float | None:
    """How large a count is."""
    value = seen.value
    if not isinstance(value, Quantity):
        return None
    known = value.high if value.low is None else value.low
    return None if known is None else float(known)
