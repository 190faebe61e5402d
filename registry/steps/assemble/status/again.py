"""A plan that is mentioned again, without a word that says so, is still a plan.

A newcomer's mistake: giving every like number the status of the first. It must count or cost the same, stand in the
same document, and not be told in the past.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from registry.model.assertion import Claim, Kind, Status
from registry.model.quantity import Quantity
from registry.steps.assemble.spot import Spot, verb_of

LARGE = 100
Key = tuple[object, object, str, str]


def is_open(spot: Spot) -> bool:
    """Whether nothing in the clause says that a figure belongs to the past."""
    verb = verb_of(spot.node)
    if verb is None:
        return True
    helpers = {child.low for child in verb.of("aux", "aux:pass", "cop")}
    return verb.tag not in ("VBD", "VBN") and not helpers & {"was", "were", "had", "did", "has", "have"}


def keys(claim: Claim) -> Iterator[Key]:
    """What two mentions of one plan share: the value with its noun, or a value that hardly recurs by chance."""
    value, said = claim.assertion.value, claim.assertion
    if not isinstance(value, Quantity) or said.kind is Kind.ORDINAL:
        return
    if said.head:
        yield value.low, value.high, value.unit, said.head
    if said.kind in (Kind.MONEY, Kind.RANGE) or (said.kind is Kind.COUNT and (value.low or 0) >= LARGE):
        yield value.low, value.high, value.unit, ""


def mentioned_again(claims: Sequence[Claim], unsaid: set[tuple[int, int]]) -> list[Claim]:
    """The claims, those planned that repeat a plan; `unsaid` are the places of figures that nothing calls past."""
    plans = {key for claim in claims if claim.assertion.status is Status.PLANNED for key in keys(claim)}
    return [replanned(claim) if repeats(claim, plans, unsaid) else claim for claim in claims]


def repeats(claim: Claim, plans: set[Key], unsaid: set[tuple[int, int]]) -> bool:
    """Whether a claim repeats a plan."""
    place = (claim.span.start, claim.span.end)
    return claim.assertion.status is Status.ACTUAL and place in unsaid and any(key in plans for key in keys(claim))


def replanned(claim: Claim) -> Claim:
    """A claim as a plan."""
    return replace(claim, assertion=replace(claim.assertion, status=Status.PLANNED))
