"""The values of a fact: who states each, and whether it is one that a figure can have.

A newcomer's mistake: taking whoever stands behind a value for somebody who states it. "At least 61" keeps within 68.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from registry.model.assertion import Status
from registry.model.quantity import Quantity
from registry.steps import units
from registry.steps.lint.problem import Side, Witness

ROUNDER = Decimal("0.01")


def stating(side: Side) -> Sequence[Witness]:
    """Those who state the value of a side; where nobody does, those who only keep within it ("at least 61" of 68)."""
    value = side.value
    exact = [one for one in side.witnesses if not wider(one.claim.assertion.value, value)]
    close = [one for one in exact if not _rounder(one.claim.assertion.value, value)]
    return close or exact or side.witnesses


def _rounder(told: object, value: object) -> bool:
    """Whether what was told is far rounder than one figure ("a million hectares" of 10,310 square kilometres)."""
    if not (isinstance(told, Quantity) and isinstance(value, Quantity) and told.single and value.single):
        return False
    same = units.common(told, value)
    if same is None or same[0].low is None or not same[1].low:
        return False
    return abs(same[0].low - same[1].low) > ROUNDER * abs(same[1].low)


def wider(told: object, value: object) -> bool:
    """Whether what was told is a bound or a range around one figure."""
    if not (isinstance(told, Quantity) and isinstance(value, Quantity)):
        return False
    return value.single and not told.single and not told.approx


def is_real(side: Side) -> bool:
    """Whether somebody says that a value is so, not only that it is planned."""
    return any(one.claim.assertion.status is Status.ACTUAL for one in side.witnesses)


def telling(side: Side) -> bool:
    """Whether a value is one that a figure can have been: "more than 16" never was 125."""
    value = side.value
    return not isinstance(value, Quantity) or (value.low is not None and value.high is not None)
