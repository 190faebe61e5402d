"""A change whose percentage its two figures do not give ("from 1.2 to 1.8 million, a rise of 30 per cent").

A newcomer's mistake: asking for the exact percentage. Each of the three figures is rounded, and all of them together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import permutations

from registry.model.assertion import Claim, Kind
from registry.model.quantity import Quantity
from registry.steps.check.rates import ABOUT as LOOSELY
from registry.steps.check.rates import NEAR, POINT, wrong
from registry.steps.check.said import before, between, figure, like, single
from registry.steps.check.shapes import Pair
from registry.steps.match import fact_key

ABOUT = r"(?:about |some |around |roughly |nearly |almost |just (?:over|under) |an estimated )?"
UNIT = r"(?: ?[a-z]+(?: [a-z]+){0,2}?)?"
UP = (
    r"increase|rise|growth|gain|jump|leap|surge|hike|up|rose|rises|risen|grew|grows|grown|climbed|increased|jumped|"
    r"went up|gone up|raised|lifted|extended|lengthened"
)
DOWN = (
    r"decrease|drop|fall|decline|cut|reduction|loss|slump|down|fell|falls|fallen|dropped|drops|declined|sank|shrank|"
    r"decreased|was cut|were cut|went down|gone down|reduced|lowered|shortened|trimmed"
)
FROM = re.compile(rf"\bfrom {ABOUT}$", re.IGNORECASE)
TO = re.compile(rf"\bto {ABOUT}$", re.IGNORECASE)
THEN_TO = re.compile(rf"{UNIT} to {ABOUT}", re.IGNORECASE)
THEN_FROM = re.compile(rf"{UNIT},? from {ABOUT}", re.IGNORECASE)
BEHIND = re.compile(
    rf"{UNIT}(?:,? \(|,? or |, (?:that is,? )?)(?:by |(?:an?|the) )?"
    rf"(?:(?:[a-z]+ )?(?P<way>{UP}|{DOWN}) (?:of |by )?)?{ABOUT}",
    re.IGNORECASE,
)
THING = r"(?: (?:the|its|his|her|their|our|a) [a-z-]+(?: [a-z-]+){0,2}?)?"
AHEAD = re.compile(rf"\b(?P<way>{UP}|{DOWN})(?:{THING} by)? {ABOUT}$", re.IGNORECASE)
TO_LEVELS = re.compile(rf"(?: [a-z'’ -]{{0,70}}(?=, from))?,? (?:from|to) {ABOUT}", re.IGNORECASE)
# "312 million in the third quarter, up 20 per cent from 260 million"
UP_BY = re.compile(
    rf"(?:[^.;:()\d]{{0,60}}?(?:,| [–—-])|(?: [a-z]+){{0,3}} \() (?:an? )?(?P<way>{UP}|{DOWN})(?: of| by)? {ABOUT}",
    re.IGNORECASE,
)
FROM_OLD = re.compile(rf" (?:from|on|over|against|compared (?:with|to)) (?:the |its |their )?{ABOUT}", re.IGNORECASE)
A_CHANGE = re.compile(rf"\ban? (?:[a-z]+ )?(?P<way>{UP}|{DOWN}) of {ABOUT}$", re.IGNORECASE)
CLOSE = 3
SHARES = (Kind.PERCENT, Kind.FRACTION)
TWICE, SAME = 200, Decimal("0.02")
RISE = re.compile(UP, re.IGNORECASE)
FALLING = re.compile(DOWN, re.IGNORECASE)
ELSE = re.compile(
    r"\b(?:a year(?! (?:before|earlier|ago|later))|"
    r"per year|annual\w*|yearly|each|every|average|real terms|inflation|adjust\w+|constant|comparable|"
    r"like-for-like|organic\w*|seasonal\w*)\b",
    re.IGNORECASE,
)


def wrong_growths(claims: Sequence[Claim]) -> Iterator[Pair]:
    """A percentage is not the change between the two figures beside it."""
    for claim in claims:
        if claim.assertion.kind not in SHARES or not single(claim) or ELSE.search(claim.sentence.exact):
            continue
        for old, new in (*changes(claim, claims), *next_told(claim, claims)):
            due = abs(figure(new) / figure(old) - 1) * 100
            if (
                (old.sentence.start != claim.sentence.start or told(claim, old, new))
                and not possible(claim, old, new)
                and due / NEAR < percentage(claim) < due * NEAR
            ):
                beside = old if old.sentence.start != claim.sentence.start else new
                yield Pair(beside, claim, wrong(claim, due), fact_key(claim))
        if claim.assertion.kind is Kind.PERCENT:
            yield from multiples(claim, claims)


def multiples(claim: Claim, claims: Sequence[Claim]) -> Iterator[Pair]:
    """A growth "of 300 per cent" to three times the figure of the sentence before or behind; it is one of 200."""
    starts = sorted({c.sentence.start for c in claims})
    at = starts.index(claim.sentence.start)
    beside = starts[max(0, at - 1) : at + 2]
    new = max((c for c in claims if c.span.end <= claim.span.start), key=lambda c: c.span.end, default=None)
    if figure(claim) < TWICE or not new or new.sentence.start != claim.sentence.start or not single(new):
        return
    found = BEHIND.fullmatch(between(new, claim))
    if not (found and found["way"] and RISE.fullmatch(found["way"])):
        return
    ratios = {
        id(old): (figure(new) / figure(old), old)
        for old in claims
        if old.sentence.start in beside and single(old) and like(old, new) and 0 < figure(old) < figure(new)
    }
    times = figure(claim) / 100
    if any(abs(ratio - 1 - times) <= times * POINT for ratio, _ in ratios.values()):
        return
    for ratio, old in ratios.values():
        if abs(ratio - times) <= times * SAME:
            yield Pair(old, claim, wrong(claim, (ratio - 1) * 100), fact_key(claim))


def changes(claim: Claim, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The figures of its sentence that follow each other as the old one and the new one."""
    own = [
        c for c in claims if c.sentence.start == claim.sentence.start and c.assertion.kind not in SHARES and single(c)
    ]
    for old, new in permutations(own, 2):
        if figure(old) <= 0 or figure(new) <= 0 or not like(old, new):
            continue
        if told_from(claim, old, new):
            yield old, new
        first, then, opens, joins = (
            (old, new, FROM, THEN_TO) if old.span.start < new.span.start else (new, old, TO, THEN_FROM)
        )
        if opens.search(before(first)) and joins.fullmatch(between(first, then)):
            yield old, new


def told_from(claim: Claim, old: Claim, new: Claim) -> bool:
    """Whether a percentage stands between the new figure and the old one as the change from the one to the other."""
    if not new.span.end <= claim.span.start < claim.span.end <= old.span.start:
        return False
    return bool(FROM_OLD.fullmatch(between(claim, old)) and UP_BY.fullmatch(between(new, claim)))


def next_told(claim: Claim, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The only change of the sentence right behind one that names nothing but "a rise of" so many per cent."""
    here = [c for c in claims if c.sentence.start == claim.sentence.start]
    label = claim.assertion.attribute.label if claim.assertion.attribute else ""
    way = A_CHANGE.search(before(claim))
    if len(here) != 1 or not way or label.lower() != way["way"].lower():
        return
    then = next((c for c in claims if c.sentence.start > claim.sentence.start), None)
    if not then or then.sentence.start - claim.sentence.end > CLOSE or not (found := list(changes(then, claims))):
        return
    old, new = found[0]
    rises = figure(new) > figure(old)
    if len(found) == 1 and rises != bool(FALLING.fullmatch(way["way"])):
        yield old, new


def told(claim: Claim, old: Claim, new: Claim) -> bool:
    """Whether the words say that the percentage is that change, and in its direction."""
    first, last = sorted((old, new), key=lambda one: one.span.start)
    if claim.span.start > last.span.end:
        found = BEHIND.fullmatch(between(last, claim))
    elif new.span.end <= claim.span.start:
        found = UP_BY.fullmatch(between(new, claim)) if told_from(claim, old, new) else None
    else:
        joint = TO_LEVELS.fullmatch(between(claim, first))
        found = AHEAD.search(before(claim)) if joint and claim.span.end < first.span.start else None
    if not found or figure(old) == figure(new):
        return False
    way = found["way"]
    return way is None or bool(FALLING.fullmatch(way)) == (figure(new) < figure(old))


def possible(claim: Claim, old: Claim, new: Claim) -> bool:
    """Whether rounding alone can make the percentage out of the two figures."""
    ends = [
        abs((figure(new) + a * loose(new)) / (figure(old) + b * loose(old)) - 1) * 100 for a in (-1, 1) for b in (-1, 1)
    ]
    value = claim.assertion.value
    assert isinstance(value, Quantity)
    if claim.assertion.kind is Kind.FRACTION:  # which is only about so
        return min(ends) * (1 - LOOSELY) <= percentage(claim) <= max(ends) * (1 + LOOSELY)
    meant, slack = value.meant(), max(value.quantum, figure(claim) * POINT)
    low = meant.low is None or meant.low - slack <= max(ends)
    return low and (meant.high is None or min(ends) <= meant.high + slack)


def percentage(claim: Claim) -> Decimal:
    """A percentage, or a fraction as one."""
    return figure(claim) * (100 if claim.assertion.kind is Kind.FRACTION else 1)


def loose(claim: Claim) -> Decimal:
    """How far a figure may be off; a round one is seldom rounded to its first digit."""
    value = claim.assertion.value
    assert isinstance(value, Quantity)
    return max(value.quantum / 2, value.round / 20) + (figure(claim) / 20 if value.approx else Decimal(0))
