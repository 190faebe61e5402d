"""A rate or a growth that the two figures beside it do not give.

A newcomer's mistake: dividing any two figures. The text must say that it is their rate ("a death rate of"), or that one
figure is up from the other, and the result must be near enough to be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from registry.model.assertion import Claim, Kind
from registry.model.finding import Finding, Relation, Severity
from registry.model.quantity import Quantity
from registry.steps.check.said import before, between, figure, like, single
from registry.steps.check.shapes import Pair
from registry.steps.check.wording import name, words
from registry.steps.match import fact_key

RATE = re.compile(
    r"\ba (?:\w+ )?(?:death|fatality|mortality|survival|failure|success|approval) rate of\s*$", re.IGNORECASE
)
GROWN = re.compile(r"\b(?:grown|grew|risen|rose|increased|increase|growth|rise)\b[^.;\d]{0,20}$", re.IGNORECASE)
MORE_THAN = re.compile(
    r"\s+(?P<way>more|higher|up|fewer|less|lower|down)\s+(?:than|on)\s+(?:the\s+)?(?:some\s+|about\s+)?", re.IGNORECASE
)
LESS = ("fewer", "less", "lower", "down")
UP_FROM = re.compile(r"\bup from\s*(?:the\s+|some\s+|about\s+)?$", re.IGNORECASE)
NEAR = Decimal(2)
POINT, ABOUT = Decimal("0.05"), Decimal("0.25")


def wrong_rates(claims: Sequence[Claim]) -> Iterator[Pair]:
    """A percentage is not what its two figures give."""
    for claim in claims:
        if claim.assertion.kind is Kind.FRACTION and single(claim):
            yield from fractions(claim, claims)
        if (
            claim.assertion.kind is Kind.PERCENT
            and single(claim)
            and (found := rate(claim, claims) or growth(claim, claims) or beyond(claim, claims))
        ):
            part, due = found
            if not allows(claim, due) and due / NEAR < figure(claim) < due * NEAR:
                yield Pair(part, claim, wrong(claim, due), fact_key(claim))


def fractions(claim: Claim, claims: Sequence[Claim]) -> Iterator[Pair]:
    """The same of a fraction ("a tenth more than the 45,600"), which is only about so."""
    found = beyond(claim, claims)
    if found:
        part, due = found
        said = figure(claim) * 100
        if abs(due - said) > max(said, due) * ABOUT and due / NEAR < said < due * NEAR:
            yield Pair(part, claim, wrong(claim, due), fact_key(claim))


def rate(claim: Claim, claims: Sequence[Claim]) -> tuple[Claim, Decimal] | None:
    """The share that the only two counts before "a death rate of" make."""
    if not RATE.search(before(claim)):
        return None
    own = [
        c for c in claims if c.sentence.start == claim.sentence.start and c.span.end <= claim.span.start and counted(c)
    ]
    if len(own) != 2:
        return None
    part, whole = sorted(own, key=figure)
    return (part, figure(part) * 100 / figure(whole)) if figure(part) < figure(whole) else None


def growth(claim: Claim, claims: Sequence[Claim]) -> tuple[Claim, Decimal] | None:
    """The growth from the figure behind "up from" to the one before it, in the sentence or the next."""
    if not GROWN.search(before(claim)):
        return None
    starts = sorted({c.sentence.start for c in claims if c.sentence.start >= claim.sentence.start})[:2]
    own = [c for c in claims if c.sentence.start in starts and single(c) and c.assertion.kind is not Kind.PERCENT]
    for old in own:
        new = [
            c for c in own if c.sentence.start == old.sentence.start and c.span.end <= old.span.start and like(c, old)
        ]
        if UP_FROM.search(before(old)) and len(new) == 1 and figure(new[0]) > figure(old) > 0 and of_one(claim, new[0]):
            return new[0], (figure(new[0]) / figure(old) - 1) * 100
    return None


def of_one(claim: Claim, new: Claim) -> bool:
    """Whether a growth may be that of a figure of the next sentence: they have the same name but for the growth."""
    told, named = (
        set((one.assertion.attribute.label if one.assertion.attribute else "").split()) for one in (claim, new)
    )
    return (
        claim.sentence.start == new.sentence.start or not told or named <= told or told - {last(told, claim)} <= named
    )


def last(told: set[str], claim: Claim) -> str:
    """The word of a name that says how it moved."""
    return claim.assertion.attribute.label.split()[-1] if told and claim.assertion.attribute else ""


def beyond(claim: Claim, claims: Sequence[Claim]) -> tuple[Claim, Decimal] | None:
    """How far the only figure before "20 per cent more than the 45,600" goes beyond the one behind it, or below."""
    own = [c for c in claims if c.sentence.start == claim.sentence.start and single(c)]
    for old in own:
        way = MORE_THAN.fullmatch(between(claim, old)) if claim.span.end <= old.span.start else None
        new = [c for c in own if c.span.end <= claim.span.start and like(c, old)]
        if way and len(new) == 1 and figure(old) > 0:
            sign = -1 if way["way"].lower() in LESS else 1
            due = sign * (figure(new[0]) / figure(old) - 1) * 100
            return (new[0], due) if due > 0 else None
    return None


def counted(claim: Claim) -> bool:
    """Whether a claim states a single count."""
    return claim.assertion.kind is Kind.COUNT and single(claim) and figure(claim) > 0


def allows(claim: Claim, due: Decimal) -> bool:
    """Whether the words allow the percentage, a last digit more or less included."""
    value = claim.assertion.value
    assert isinstance(value, Quantity)
    meant, slack = value.meant(), max(value.quantum, figure(claim) * POINT)
    return (meant.low is None or meant.low - slack <= due) and (meant.high is None or due <= meant.high + slack)


def wrong(claim: Claim, due: Decimal) -> Finding:
    """The finding, with what the figures give."""
    detail = f"{name(claim)} gives {words(claim)}, but its own figures beside it make {due:.1f} per cent."
    return Finding(Relation.SELF_CONTRADICTION, "wrong_share", detail, Severity.MEDIUM)
