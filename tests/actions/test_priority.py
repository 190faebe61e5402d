"""What makes a conflict pressing: every part counts, and none stops counting."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from registry.actions.facts.sides import Group, difference, priority
from registry.model.finding import Severity
from registry.model.quantity import Quantity

MANY = st.integers(0, 100_000)


def group(value: int, witnesses: int = 1, day: date = date(2024, 5, 1)) -> Group:
    """A value with its witnesses."""
    amount = Decimal(value)
    return Group(str(value), Quantity(amount, amount, "count"), (), witnesses, witnesses, day, day)


def pressing(*groups: Group, severity: Severity = Severity.MEDIUM, uses: int = 0) -> float:
    """The priority of some groups."""
    return priority(severity, groups, {}, uses)


@given(MANY, MANY)
def test_another_witness_and_another_use_always_make_it_more_pressing(witnesses: int, uses: int):
    now = pressing(group(12), group(14, witnesses), uses=uses)
    assert pressing(group(12), group(14, witnesses + 1), uses=uses) > now
    assert pressing(group(12), group(14, witnesses), uses=uses + 1) > now


def test_a_larger_difference_a_later_day_and_a_graver_rule_are_more_pressing():
    now = pressing(group(12), group(14))
    assert pressing(group(12), group(140)) > now
    assert pressing(group(12), group(14, day=date(2024, 5, 2))) > now
    assert pressing(group(12), group(14), severity=Severity.HIGH) > pressing(group(12), group(140, 50), uses=20)


@given(st.lists(st.integers(-(10**9), 10**9), max_size=5))
def test_a_difference_is_a_part_of_the_larger_value(values: list[int]):
    assert 0 <= difference(map(group, values)) <= 1
