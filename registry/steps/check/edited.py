"""Two sentences of which one was made from the other, and whose figures could both be true if they had not been: a
bound that was moved, a count that was written out, a figure that its neighbours show to be no rounder than they are.

A newcomer's mistake: asking it of two reports in words of their own. Whoever copies a sentence and only rounds its
figure has changed nothing, so rounding counts unless the sentence itself tells how closely it counts.
"""

from __future__ import annotations

import re
from decimal import Decimal

from registry.model.assertion import Claim
from registry.model.moment import Moment, Precision
from registry.model.quantity import Quantity
from registry.steps.match.entries import frames
from registry.steps.match.profile import profile
from registry.steps.match.twins import twins
from registry.steps.values import Held

FIGURE = re.compile(
    r"(?<![\d.,])(?P<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\d,]*\d)(?:\s?(?P<scale>million|billion|trillion|crore|lakh|bn|m)\b)?",
    re.IGNORECASE,
)
SCALES = {
    "m": 6, "million": 6, "bn": 9, "billion": 9, "trillion": 12, "crore": 7, "lakh": 5,
}  # fmt: skip


def edited_bound(left: Claim, right: Claim, held: Held) -> bool:
    """Whether two sentences are the same but for a bound, and give another one ("more than 120", "more than 130"), or
    but for a count that is written out in both ("1,204,318", "1,204,000"), or is as exact as those beside, or but for
    an end of a period."""
    one, two = left.assertion.value, right.assertion.value
    if isinstance(one, Moment) and isinstance(two, Moment):
        return one.precision is two.precision is Precision.PERIOD and one != two and bool(twins(left, right))
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)):
        return False
    if held.rule == "rounding":
        loose = any((one.quantum, one.round, two.quantum, two.round))
        return bool(twins(left, right)) and (not loose or told_closely(left, right))
    if held.rule != "comparator":
        return False
    one_way = (
        not one.single and not two.single and (one.low is None, one.high is None) == (two.low is None, two.high is None)
    )
    return one_way and bool(twins(left, right))


def edited_day(left: Claim, right: Claim, held: Held) -> bool:
    """Whether two sentences are the same but for the day that they are for ("as of 4 March", "as of 9 March")."""
    if held.meets or not (isinstance(left.assertion.value, Moment) and isinstance(right.assertion.value, Moment)):
        return False
    return frames(profile(left)) and frames(profile(right)) and bool(twins(left, right))


def told_closely(left: Claim, right: Claim) -> bool:
    """Whether two figures differ by more than the figures beside the rounder one leave open: "248,000 chairs and
    30,000 tables" counts thousands, so that 30,600 is another figure."""
    one, two = left.assertion.value, right.assertion.value
    assert isinstance(one, Quantity)
    assert isinstance(two, Quantity)
    if one.approx or two.approx or one.low is None or two.low is None or one.unit != two.unit:
        return False
    rounder = left if max(one.quantum, one.round) >= max(two.quantum, two.round) else right
    step = step_beside(rounder)
    return step is not None and abs(one.low - two.low) >= step / 2


def step_beside(claim: Claim) -> Decimal | None:
    """How closely the other figures of a sentence are told, where they are written as one is: in thousands, with the
    same scale behind them."""
    start = claim.span.start - claim.sentence.start
    end = start + len(claim.span.exact)
    own = FIGURE.search(claim.span.exact)
    if own is None:
        return None
    some = [hit for hit in FIGURE.finditer(claim.sentence.exact) if hit.end() <= start or hit.start() >= end]
    steps = [step(hit) for hit in some if alike(own, hit)]
    return min(steps, default=None)


def alike(own: re.Match[str], hit: re.Match[str]) -> bool:
    """Whether two figures are written in one way."""
    if own["scale"] or hit["scale"]:
        return (own["scale"] or "").lower() == (hit["scale"] or "").lower()
    return "," in own["digits"] and "," in hit["digits"]


def step(hit: re.Match[str]) -> Decimal:
    """One unit of the last digit that says something."""
    digits = hit["digits"].replace(",", "")
    if scale := (hit["scale"] or "").lower():
        return Decimal(10) ** (SCALES[scale] - len(digits.partition(".")[2]))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
