"""Bare figures that stand against a measured one before them: "from 12 knots to seven", "the owner admits to three".

A newcomer's mistake: asking whether the two are alike in size. Whoever denies a figure may be far from it; that nothing
else was told between them, and that nothing else stands in the clause, is what makes the unit sure.
"""

from __future__ import annotations

import re
from decimal import Decimal

from registry.model.assertion import Kind, Mention
from registry.model.quantity import Quantity
from registry.steps.assemble.attribute.lending import close, size, unit_of
from registry.steps.assemble.attribute.purses import is_fragment
from registry.steps.assemble.spot import Attribute, Measured, Spot
from registry.steps.fragments import HEDGES
from registry.steps.resolve.words import words

FAR, JOINT, LONG, CLAUSE = 25, 40, 60, 90
SET_AGAINST = re.compile(
    rf"^(?: \w+| \w+ \w+)?,? (?:not|(?:and|but) not|against|instead of|rather than|as against|compared with"
    rf"|in place of) (?:the |its |a |an )?(?:usual |normal |planned |permitted |promised |required )?{HEDGES}$"
)
RISEN = re.compile(rf"^,? to (?:only |just |as \w+ as )?{HEDGES}$")
PLACED = r"(?:in|at|on|for|under|over|before|after|during|with|without|by|from|near|along|between|above|below|inside)"
GAPPED = re.compile(
    rf"^(?: [a-z]+)? {PLACED} (?:[\w'.-]+ ){{0,5}}?[\w'.-]+(?:,|;|,? and|,? but|,? while) {HEDGES}$"
)  # "three years in Rome and two in Paris"
GOING_ON = re.compile(rf" {PLACED} ")
FRONTED = re.compile(rf"[,;] (?:and |but )?(?P<where>{PLACED}) [^;]{{2,50}} $")
LINKED = re.compile(rf"\b(?:{PLACED}|of|to|as) (?:about |only )?$")
FROM = re.compile(rf"\b[Ff]rom (?:the |its |a |an )?(?:usual |normal )?{HEDGES}$")
PART = re.compile(rf"^,? of which (?:only |just )?{HEDGES}$")
STATING = re.compile(
    r"(?:^|[;:,.\u2013\u2014-] |\b(?:and|but|while|whereas|though|although) )(?:[\w'.&-]+ ){0,6}?"
    r"(?:says|said|spoke of|speaks of|talks of|talked of|admits(?: only)? to|admitted(?: only)? to|puts (?:it|that) at"
    r"|put (?:it|that) at|has it at|had it at|made it|makes it|insists on|insisted on|claims|claimed|reckons|estimates"
    r"|allows?|allowed|permits?|permitted|prescribes?|prescribed|requires?|required|recommends?|recommended|demands?"
    r"|demanded|(?:would|had) (?:like|liked|wanted|asked for|offered|promised)|shows?|showed|reads?|recorded|registered"
    r"|measured|clocked|logged|(?:gauge|meter|clock|camera|thermometer|scales?|recorder|sensor|buoy|station|manual|brochure"
    r"|drawings?|plans?|map) (?:has|had|gives|gave))"
    rf" (?:only |just |no more than |at least |at most |up to )?{HEDGES}$"
)
LEFT = re.compile(
    r"\s(?:are|were|is|was|will|would|had|have|has|must|can|could|goes?|went|came|comes?|remains?|remained)\b"
)
OF_THEM = re.compile(r" of (?:them|those|these)(?: (?:in|on|at|with|as|for|under|over|without|behind|by)\b|[.,;])")
BEHIND = re.compile(r"(?: (?:in all|in total|altogether|or so|now))?[.,;:\u2013\u2014]\s+$")
CLOSED = re.compile(r"\s*(?:$|[.,;:)?!\"\[]|(?:there|then|instead|only|now|at (?:most|least)|for (?:this|that|it))\b)")
LASTED = re.compile(
    r"\b(?:(?:was|were|been|has you|have you|kept \w+) (?:there|here|out|up|down|gone|away|off|in|on|at|inside|under)\b"
    r"[^.,;]{0,30} for|lasted|waited|stayed|slept|went on for|spent)"
    rf" (?:only |just )?{HEDGES}$"
)


def contrasted(spot: Spot) -> Measured | None:
    """The measured figure right before a bare one that stands against it."""
    found = stands_against(spot)
    spot.page.against = (spot.mention.start, found) if found is not None else spot.page.against
    return found


def lent(spot: Spot) -> Attribute | None:
    """What the figure measures that a bare one stands against."""
    start, one = spot.page.against or (-1, None)
    found = one.found if one is not None and start == spot.mention.start else None
    return Attribute(found.name, None, "recalled") if found is not None and found.name else None


def is_part(spot: Spot) -> bool:
    """Whether a figure is a part of the one before it: "99 years, of which 41 are left", "Nine years. Four of them at
    sea."."""
    if spot.unit != "count" or spot.mention.noun or spot.page.abroad is not None:
        return False
    if spot.before().endswith(" of which "):
        return LEFT.match(spot.after()) is not None
    return of_them(spot) and (spot.before().endswith(", ") or is_fragment(spot))


def of_them(spot: Spot) -> bool:
    """Whether "of them" and no noun or verb stands behind a figure."""
    return spot.after().startswith(" of th") and OF_THEM.match(spot.after()) is not None


def stands_against(spot: Spot) -> Measured | None:
    """The same, for whoever does not keep it."""
    one = spot.page.measured[-1] if spot.page.measured else None
    if (
        one is None
        or spot.number - one.number > 1
        or told_before(spot) != one.mention.start
        or is_sum_of_two(one.mention)
    ):
        return None
    if one.number == spot.number:
        between = spot.page.folded[one.mention.end : spot.mention.start].replace("\n", " ")
        if len(between) <= LONG and (is_share(spot, one, between) or is_set(spot, one, between)):
            return one if fits(spot, one) else None
    if of_them(spot):
        return one if fits(spot, one) and is_apposed(spot, one) else None
    return one if fits(spot, one) and is_stated(spot, one) and not counted_there(spot, one) else None


def is_apposed(spot: Spot, one: Measured) -> bool:
    """Whether nothing but the end of a sentence stands between a figure and its part: "Nine years in all. Four of
    them"."""
    between = spot.page.folded[one.mention.end : spot.mention.start]
    alone = spot.number not in spot.page.turns and not counts_first(spot, one) and is_less(spot, one)
    return alone and BEHIND.match(between) is not None


def is_share(spot: Spot, one: Measured, between: str) -> bool:
    """Whether a figure is told to be a part of the one right before it: "99 years, of which 41 are left"."""
    return PART.match(between) is not None and is_less(spot, one) and not counts_first(spot, one)


def is_less(spot: Spot, one: Measured) -> bool:
    """Whether a figure is no more than another, as a part is."""
    value, known = spot.mention.value, one.mention.value
    return isinstance(value, Quantity) and isinstance(known, Quantity) and size(value) <= size(known)


def counts_first(spot: Spot, one: Measured) -> bool:
    """Whether the sentence of a measured figure counts something before it: "120 jobs over three years, 40 of them"."""
    return any(
        other.kind is Kind.COUNT and other.start < one.mention.start and not other.noun
        for other in spot.page.mentions[one.number]
    )


def counted_there(spot: Spot, one: Measured) -> bool:
    """Whether something like so many was counted beside the measured figure: "killed 15 within 300 metres"."""
    number, told, _ = spot.page.tallies[-1] if spot.page.tallies else (-1, 0.0, None)
    value = spot.mention.value
    near = number >= one.number and bool(told) and isinstance(value, Quantity)
    return near and isinstance(value, Quantity) and close(size(value), abs(Decimal(str(told))))


def told_before(spot: Spot) -> int:
    """Where the last figure before this one stands that is no day; -1 where there is none near."""
    here = [one for one in spot.page.mentions[spot.number] if one.start < spot.mention.start]
    above = spot.page.mentions[spot.number - 1] if spot.number else ()
    return next((one.start for one in (*here[::-1], *above[::-1]) if one.kind is not Kind.DATE), -1)


def is_sum_of_two(mention: Mention) -> bool:
    """Whether a figure is told in two units, so that a bare one is of the first: "3 hours 20 minutes against two"."""
    return any(step.startswith("together") for step in mention.trace)


def is_set(spot: Spot, one: Measured, between: str) -> bool:
    """Whether two figures stand directly against each other: "from 12 knots to seven", "9 metres high, not four"."""
    if SET_AGAINST.match(between):
        return True
    before = spot.page.folded[max(spot.sentence.start, one.mention.start - JOINT) : one.mention.start]
    if RISEN.match(between) is not None and FROM.search(before.replace("\n", " ")) is not None:
        return True
    verbless = spot.tree is not None and not any(
        token.is_verb or token.tag == "MD" for token in spot.tree.within(one.mention.end, spot.mention.start)
    )
    return verbless and not counts_first(spot, one) and goes_on(spot, before, between)


def goes_on(spot: Spot, before: str, between: str) -> bool:
    """Whether a figure stands at another place, time or try than the one before it, and nothing else is told anew."""
    if GAPPED.match(between):
        return GOING_ON.match(spot.after()) is not None
    hit = FRONTED.search(between) if not LINKED.search(between) else None
    beside = f"{before}{between[: hit.start()]}".lower() if hit else ""
    return hit is not None and f"{hit['where']} " in beside and CLOSED.match(spot.after()) is not None


def fits(spot: Spot, one: Measured) -> bool:
    """Whether two figures can be of one unit: neither is many times the other, and a share is none above a hundred."""
    value, known = spot.mention.value, one.mention.value
    if not isinstance(value, Quantity) or not isinstance(known, Quantity) or not size(value) or not size(known):
        return False
    if "compound" in one.mention.notes or (unit_of(one.mention) == "percent" and size(value) > 100):
        return False
    return Decimal(1) / FAR <= size(value) / size(known) <= FAR


def is_stated(spot: Spot, one: Measured) -> bool:
    """Whether a clause only says what another has it at, or how long something was: "the owner admits to three"."""
    before = spot.before()[-CLAUSE:]
    if not CLOSED.match(spot.after()):
        return False
    if STATING.search(before):
        return True
    timed = words().dimension.get(unit_of(one.mention)) == "duration" and "age" not in one.mention.notes
    return timed and LASTED.search(before) is not None
