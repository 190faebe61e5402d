"""Units: what they measure, and exact conversion."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from registry.model.quantity import Quantity
from registry.steps import units
from registry.steps.values import compare
from tests.steps.makers import exactly


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (exactly(12, "mi", quantum=Decimal(0)), exactly(19, "km")),
        (exactly(40, "acre"), exactly(16, "ha")),
        (exactly(18, "month"), exactly("1.5", "year")),
        (exactly(86, "degF"), exactly(30, "degC")),
        (exactly("0.25", "fraction"), exactly(25, "percent")),
        (exactly(90, "minute"), exactly("1.5", "hour", quantum=Decimal("0.5"))),
        (exactly("1.8", "degF_diff", quantum=Decimal("0.1")), exactly(1, "degC_diff")),
    ],
)
def test_the_same_thing_in_two_units_is_the_same(left, right):
    assert compare(left, right).meets


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (exactly(50, "km"), exactly(50, "mi")),
        (exactly(10, "ha"), exactly(10, "acre")),
        (exactly(7, "year"), exactly(95, "month")),
        (exactly(2, "degC_diff"), exactly(2, "degF_diff")),
    ],
)
def test_the_same_number_in_two_units_is_not_the_same(left, right):
    assert compare(left, right).meets is False


@pytest.mark.parametrize(
    ("left", "right"),
    [("EUR", "USD"), ("degC", "degC_diff"), ("percent", "percentage point"), ("count", "km"), ("day", "month")],
)
def test_what_measures_different_things_is_never_compared(left, right):
    assert compare(exactly(5, left), exactly(5, right)).meets is None


@given(st.decimals(min_value=1, max_value=10**6, places=2), st.sampled_from(["km", "ha", "kg", "degC", "year"]))
def test_there_and_back_is_where_it_was(number, unit):
    other = {"km": "mi", "ha": "acre", "kg": "lb", "degC": "degF", "year": "month"}[unit]
    back = units.convert(units.convert(Quantity(number, number, unit), other), unit)
    assert back.low is not None
    assert abs(back.low - number) < Decimal("1e-15") * number + Decimal("1e-15")


quantities = st.builds(
    lambda low, approx, lean, round_: Quantity(
        Decimal(low), Decimal(low), "km", approx=approx, lean=lean, round=round_
    ),
    st.integers(1, 10**5),
    st.booleans(),
    st.sampled_from([-1, 0, 1]),
    st.sampled_from([Decimal(0), Decimal(1000)]),
)


@given(quantities, quantities)
def test_meeting_does_not_depend_on_the_order(left, right):
    assert compare(left, right).meets == compare(right, left).meets


@given(quantities, quantities)
@example(Quantity(Decimal(221), Decimal(221), "km"), Quantity(Decimal(222), Decimal(222), "km"))
def test_meeting_across_units_does_not_depend_on_the_order(left, right):
    miles = units.convert(right, "mi")
    assert compare(left, miles).meets == compare(miles, left).meets


@given(st.integers(1000, 10**9))
@example(24_999_996)
@example(25_000_000)
def test_a_rounder_number_does_not_disagree(number):
    step = Decimal(10) ** (len(str(number)) - 2)
    rounded = (Decimal(number) / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    assert compare(exactly(number), Quantity(rounded, rounded, "count", round=step)).meets


@given(st.integers(1000, 10**9))
@example(24_999_996)
def test_a_number_an_eighth_away_is_not_the_same_rounded(number):
    step = Decimal(10) ** (len(str(number)) - 1)
    rounded = (Decimal(number) / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    near = abs(rounded - number) <= rounded / 8
    assert compare(exactly(number), Quantity(rounded, rounded, "count", round=step)).meets == near


def test_whole_millions_are_no_rounder_than_a_reader_takes_them():
    million = Quantity(Decimal(10**6), Decimal(10**6), "EUR", quantum=Decimal(10**6))
    tenth = Decimal(10**5)
    assert compare(million, Quantity(11 * tenth, 11 * tenth, "EUR", quantum=tenth)).meets
    assert not compare(million, Quantity(14 * tenth, 14 * tenth, "EUR", quantum=tenth)).meets
