"""What a claim itself says: its figure, and the words of its sentence around it.

A newcomer's mistake: asking for the figure of a claim that states two ends, or a day.
"""

from __future__ import annotations

from decimal import Decimal

from registry.model.assertion import Claim
from registry.model.quantity import Quantity


def figure(claim: Claim) -> Decimal:
    """The figure of a claim that states one."""
    value = claim.assertion.value
    assert isinstance(value, Quantity)
    return value.low or Decimal(0)


def single(claim: Claim) -> bool:
    """Whether a claim states one figure."""
    return isinstance(claim.assertion.value, Quantity) and claim.assertion.value.single


def unit(claim: Claim) -> str:
    """The unit of a figure; nothing for a day or words."""
    value = claim.assertion.value
    return value.unit if isinstance(value, Quantity) else ""


def like(one: Claim, two: Claim) -> bool:
    """Whether two figures have one unit."""
    left, right = one.assertion.value, two.assertion.value
    return isinstance(left, Quantity) and isinstance(right, Quantity) and left.unit == right.unit


def before(claim: Claim) -> str:
    """The words of the sentence before a figure."""
    return claim.sentence.exact[: claim.span.start - claim.sentence.start]


def after(claim: Claim) -> str:
    """The words of the sentence behind a figure."""
    return claim.sentence.exact[claim.span.end - claim.sentence.start :]


def between(one: Claim, two: Claim) -> str:
    """The words between two figures of a sentence."""
    return one.sentence.exact[one.span.end - one.sentence.start : two.span.start - one.sentence.start]
