"""Dates with open ends: what the words state, what they allow, and how both travel."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.model import record
from registry.model.moment import Bound, Moment, Precision
from registry.model.quantity import Quantity
from registry.steps.export.contract import of_value
from registry.steps.phrases import spoken
from registry.steps.units import common, measures
from registry.steps.values import compare

YEAR_2021 = Moment(date(2021, 1, 1), date(2021, 12, 31), Precision.YEAR)
MOMENTS = st.builds(
    lambda first, last, bound: Moment(min(first, last), max(first, last), Precision.PERIOD, bound=bound),
    *(st.dates(date(1000, 1, 1), date(2999, 12, 31)),) * 2,
    st.sampled_from(Bound),
)


def bounded(bound: Bound) -> Moment:
    """The year 2021 behind a word."""
    return Moment(YEAR_2021.low, YEAR_2021.high, Precision.YEAR, bound=bound)


@pytest.mark.parametrize(
    ("bound", "first", "last"),
    [
        (Bound.BEFORE, None, date(2020, 12, 31)),
        (Bound.AFTER, date(2022, 1, 1), None),
        (Bound.LATEST, None, date(2021, 12, 31)),
        (Bound.EARLIEST, date(2021, 1, 1), None),
        (Bound.SINCE, date(2021, 1, 1), date(2021, 12, 31)),
        (Bound.UNTIL, date(2021, 1, 1), date(2021, 12, 31)),
    ],
)
def test_a_bound_leaves_the_end_open_that_the_words_leave_open(bound, first, last):
    assert bounded(bound).meant() == (first, last)


def test_before_a_year_is_not_in_it():
    assert not bounded(Bound.BEFORE).meets(Moment.on(date(2021, 3, 1)))
    assert bounded(Bound.BEFORE).meets(Moment.on(date(2020, 12, 31)))
    assert bounded(Bound.AFTER).meets(Moment.on(date(2030, 1, 1)))


def test_two_beginnings_in_different_years_are_apart():
    later = Moment(date(2022, 1, 1), date(2022, 12, 31), Precision.YEAR, bound=Bound.SINCE)
    assert compare(bounded(Bound.SINCE), later).meets is False
    assert compare(bounded(Bound.SINCE), YEAR_2021).same


def test_a_date_within_a_bound_is_compatible_and_says_why():
    assert compare(bounded(Bound.BEFORE), Moment.on(date(2019, 5, 1))).rule == "comparator"


@given(MOMENTS, MOMENTS)
def test_meeting_is_symmetric(one, two):
    assert one.meets(two) == two.meets(one)


@given(MOMENTS)
def test_a_moment_survives_its_record_and_meets_itself(moment):
    assert record.to_moment(record.of_moment(moment)) == moment
    assert moment.meets(moment)


def test_records_from_before_there_were_bounds_are_read():
    assert (
        record.to_moment({"low": "2021-01-01", "high": "2021-12-31", "precision": "year", "clock": None}) == YEAR_2021
    )
    assert "bound" not in (record.of_moment(YEAR_2021) or {})


def test_the_contract_writes_an_open_end_as_null():
    assert of_value(bounded(Bound.BEFORE), "date") == {
        "low": None,
        "high": "2020-12-31",
        "unit": "date",
        "approx": False,
        "label": None,
    }


def test_bounds_are_said_in_words():
    assert [spoken(bounded(bound)) for bound in (Bound.BEFORE, Bound.LATEST, Bound.SINCE)] == [
        "before 2021",
        "no later than 2021",
        "since 2021",
    ]


def rate(value: str, base: str, unit: str = "count") -> Quantity:
    """A rate."""
    return Quantity(Decimal(value), Decimal(value), unit, base=base)


def test_a_rate_is_never_held_against_a_bare_count():
    assert common(rate("12", "100000"), rate("12", "")) is None
    assert compare(rate("12", "100000"), rate("12", "")).meets is None
    assert measures(rate("12", "100000")) != measures(rate("12", ""))


def test_rates_by_different_numbers_of_the_same_are_converted():
    assert compare(rate("1.2", "1000 live births"), rate("12", "10000 live births")).meets is True
    assert compare(rate("5", "100000"), rate("5", "1000")).meets is False
    assert compare(rate("5", "1000 live births"), rate("5", "1000 patients")).meets is None


def test_an_amount_a_year_may_stand_without_its_year_but_not_for_a_month():
    assert compare(rate("300", "year", "USD"), rate("300", "", "USD")).meets is True
    assert compare(rate("300", "year", "USD"), rate("300", "month", "USD")).meets is None
    assert compare(rate("300", "year", "USD"), rate("5000", "", "USD")).meets is None


def test_a_base_survives_its_record_and_is_told():
    known = rate("5.3", "1000 live births")
    assert record.to_value(record.of_value(known)) == known
    assert of_value(known, "count")["base"] == "1000 live births"
    assert known.per == " per 1,000 live births"
    assert "base" not in record.of_value(rate("5.3", ""))
