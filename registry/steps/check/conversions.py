"""A figure and its restatement in brackets that are not the same ("118 km (62 miles)").

A newcomer's mistake: demanding equality. A conversion is right when both agree within the digits they are written with.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from registry.model.assertion import Claim
from registry.model.finding import Finding, Relation, Severity
from registry.model.quantity import Quantity
from registry.steps import units
from registry.steps.check.shapes import Pair
from registry.steps.check.wording import name, words
from registry.steps.fragments import HEDGES
from registry.steps.match import fact_key
from registry.steps.values import meets

NEAR = 60
YEARS = "year"
SIGN = 6
TIMES_AFTER, TIMES_BEFORE = re.compile(r"^\s?(?:[x\u00d7]|by)\s"), re.compile(r"\s(?:[x\u00d7]|by)\s?$")
TIME = "time"
OR = re.compile(rf",? (?:or|that is|i\.e\.|in other words),? {HEDGES}", re.IGNORECASE)
COMPARED = r"above|below|over|under|more|less|fewer|higher|lower|warmer|colder|cooler|hotter|than"
TOLD = re.compile(
    rf"(?: (?:{COMPARED}))?,? "
    rf"(?:which(?: [\w’']+){{0,6}},? (?:is|was|equals|means|makes)|(?:the )?equivalent (?:to|of)|equal to)"
    rf" (?:a [a-z]+ )?{HEDGES}",
    re.IGNORECASE,
)
APART = re.compile(rf"(?: [a-z]+)?,? (?:{COMPARED})\b", re.IGNORECASE)
# Whether the bracket goes on: 114 mm, of which 1.2 inches "would be tolerable", are no 1.2 inches.
GOES_ON = re.compile(r" (?:would|will|should|could|can|may|might|must|is|was|are|were|had|has|have)\b")
CELLS = re.compile(r"[ \xa0]*(?:\t+|[ \xa0]{2,}|\|)[ \xa0]*")
LONG = 1000
NEARLY = Decimal("0.7")
FAHRENHEIT = re.compile(r"F(?:ahrenheit)?\b")
DIFFERENCES = {"degC": "degC_diff", "degF": "degF_diff"}


def wrong_conversions(claims: Sequence[Claim]) -> Iterator[Pair]:
    """A figure in brackets is not the one it restates."""
    quantities = sorted((one for one in claims if isinstance(one.assertion.value, Quantity)), key=end)
    for claim in claims:
        sides = factors(claim, claims)
        base = restated(sides[0], quantities)
        wholes = factors(base, claims) if base else []
        if base and len(wholes) == len(sides) > 1 and restates(wholes[-1], sides[0]):
            base = wholes[sides.index(claim)]
        elif base is None or len(sides) > 1 or not restates(base, claim):
            continue
        if not right(base, claim):
            yield Pair(base, claim, wrong(base, claim), fact_key(base))


def factors(claim: Claim, claims: Sequence[Claim]) -> list[Claim]:
    """The sides that a claim is one of, in order: "74 x 59 cm"; the claim alone where it stands alone."""
    found = [claim]
    while (before := beside(found[0], claims, ahead=False)) is not None:
        found.insert(0, before)
    while (after := beside(found[-1], claims, ahead=True)) is not None:
        found.append(after)
    return found


def beside(claim: Claim, claims: Sequence[Claim], *, ahead: bool) -> Claim | None:
    """The side that "x" or "by" joins to one, before or behind it."""
    here, text = claim.span.start - claim.sentence.start, claim.sentence.exact
    near = text[here + len(claim.span.exact) :][:SIGN] if ahead else text[max(0, here - SIGN) : here]
    sign = (TIMES_AFTER if ahead else TIMES_BEFORE).search(near)
    if sign is None:
        return None
    place = claim.span.end + sign.end() if ahead else claim.span.start - len(near) + sign.start()
    return next((one for one in claims if (one.span.start if ahead else one.span.end) == place), None)


def restated(claim: Claim, quantities: Sequence[Claim]) -> Claim | None:
    """The figure just before the brackets, of those that are in the order of their ends."""
    first = bisect_left(quantities, claim.span.start - NEAR, key=end)
    last = bisect_right(quantities, claim.span.start, lo=first, key=end)
    return max(quantities[first:last], key=end, default=None)


def end(claim: Claim) -> int:
    """Where a figure ends."""
    return claim.span.end


def restates(base: Claim, claim: Claim) -> bool:
    """Whether the words between two figures say that one restates the other."""
    if GOES_ON.match(base.sentence.exact[claim.span.end - claim.sentence.start :]):
        return False
    if "conversion" in claim.assertion.notes:
        return True
    start = base.span.end - base.sentence.start
    between = base.sentence.exact[start : max(start, claim.span.start - base.sentence.start)]
    apart = APART.match(base.sentence.exact[claim.span.end - claim.sentence.start :])  # "26 °C, i.e. 3 degrees above"
    if base.sentence.start != claim.sentence.start:
        return False
    if apart:
        return False
    if TOLD.fullmatch(between):
        return other_system(base, claim)
    return bool(OR.fullmatch(between)) or (bool(CELLS.fullmatch(between)) and close(base, claim))


def other_system(base: Claim, claim: Claim) -> bool:
    """Whether two figures measure one quantity in two units that are no times: "a 9-hour flight, which is 30 minutes
    late" restates nothing."""
    one, two = base.assertion.value, claim.assertion.value
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)) or one.unit == two.unit:
        return False
    one, two = alike(one, two), alike(two, one)
    return units.common(one, two) is not None and units.dimension(one.unit) != TIME


def close(base: Claim, claim: Claim) -> bool:
    """Whether two cells give much the same in two units, as a column for kilometres and one for miles do."""
    one, two = base.assertion.value, claim.assertion.value
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)) or one.unit == two.unit:
        return False
    both = units.common(one, two)
    if both is None or not all(value.single and value.low and value.low > 0 for value in both):
        return False
    low, high = sorted(value.low or 0 for value in both)
    return low >= high * NEARLY


def right(base: Claim, claim: Claim) -> bool:
    """Whether the restatement is right, or cannot be judged."""
    one, two = base.assertion.value, claim.assertion.value
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)):
        return True
    one = celsius(one, base, claim)
    if one.unit == two.unit:
        return YEARS not in base.span.exact or YEARS in claim.span.exact or meets(one, two)
    one, two = alike(one, two), alike(two, one)
    both = units.common(one, two)
    return both is None or meets(*both)


def celsius(value: Quantity, base: Claim, claim: Claim) -> Quantity:
    """A temperature in degrees of no scale as one in Celsius, where it is restated in Fahrenheit."""
    bare = not FAHRENHEIT.search(base.span.exact) and FAHRENHEIT.search(claim.span.exact)
    return replace(value, unit="degC") if bare and value.unit == "degF" else value


def alike(value: Quantity, other: Quantity) -> Quantity:
    """A temperature as a difference, where it restates one."""
    if other.unit.endswith("_diff") and value.unit in DIFFERENCES:
        return replace(value, unit=DIFFERENCES[value.unit])
    return value


def wrong(base: Claim, claim: Claim) -> Finding:
    """The finding, with what the conversion should be."""
    one, two = base.assertion.value, claim.assertion.value
    assert isinstance(one, Quantity)
    assert isinstance(two, Quantity)
    one = celsius(one, base, claim)
    due = units.convert(one, alike(two, one).unit)
    figure = "" if due.low is None else f", which is {short(float(due.low))} {two.unit.removesuffix('_diff')}"
    detail = f"{name(base)} converts {words(base)} to {words(claim)}{figure}; the two cannot both be right."
    return Finding(Relation.SELF_CONTRADICTION, "wrong_conversion", detail, Severity.HIGH)


def short(number: float) -> str:
    """A number with four digits, and none behind the point where it is long.

    >>> short(932056.8), short(12.2)
    ('932,057', '12.2')
    """
    return f"{number:.4g}" if abs(number) < LONG else f"{number:,.0f}"
