"""Slips of the pen: the right number with another unit, or counting something else.

A newcomer's mistake: finding one in every coincidence. Small numbers are everywhere; only telling ones count.
"""

from __future__ import annotations

from collections.abc import Sequence

from registry.model.assertion import Claim, Kind, Status
from registry.model.quantity import Quantity
from registry.steps import units
from registry.steps.check.slips import transposed
from registry.steps.lint.problem import Near, Side
from registry.steps.match import concepts
from registry.steps.match.entities import Same, compare
from registry.steps.match.words import stems

SMALL = 10
LARGE = 100


def other_unit(claim: Claim, side: Side) -> bool:
    """Whether claim and side have the same number with different units."""
    one, two = claim.assertion.value, side.value
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)) or one.unit == two.unit:
        return False
    return one.single and (one.low, one.high) == (two.low, two.high)


def close(claim: Claim, near: Sequence[Near]) -> Near | None:
    """A near fact with the very number of the claim: a slip in what it counts or in its unit."""
    said = claim.assertion
    if not isinstance(said.value, Quantity) or not said.value.single or said.status is not Status.ACTUAL:
        return None
    return next((one for one in near if _is_slip(claim, one.witness.claim)), None)


def _is_slip(claim: Claim, other: Claim) -> bool:
    """Whether two claims share number and noun, and differ in the unit or in what narrows the noun."""
    one, two = claim.assertion, other.assertion
    if not (isinstance(one.value, Quantity) and isinstance(two.value, Quantity)) or one.direction or two.direction:
        return False
    if not one.head or one.head != two.head or (one.value.low, one.value.high) != (two.value.low, two.value.high):
        return False
    if one.subject and two.subject and compare(one.subject.label, two.subject.label) is not Same.YES:
        return False
    if one.value.unit != two.value.unit:
        return (
            one.kind is not Kind.COUNT
            and two.kind is not Kind.COUNT
            and not units.convertible(one.value.unit, two.value.unit)
        )
    telling = one.value.low is not None and abs(one.value.low) > SMALL and one.kind is not Kind.ORDINAL
    return telling and (one.scope.qualifiers != two.scope.qualifiers or _other_act(one.verb, two.verb))


def _other_act(one: str | None, two: str | None) -> bool:
    """Whether two verbs are known to be different acts ("killed", "injured"); others may say one thing."""
    acts = [concepts.named(stems(verb)).concepts if verb else frozenset() for verb in (one, two)]
    return bool(acts[0] and acts[1] and not acts[0] & acts[1])


def slip(claim: Claim, other: Claim) -> bool:
    """Whether a figure of a draft is a stored one with two digits exchanged, which is hardly chance where neither is a
    small count."""
    value = claim.assertion.value
    if not isinstance(value, Quantity) or value.low is None:
        return False
    large = value.unit != "count" or abs(value.low) >= LARGE
    return large and transposed(claim, other)
