"""Round figures: which are the finer one told shortly, and which are another figure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from registry.model.quantity import Quantity
from registry.steps.rounding import cut, in_round_figures, rounded
from registry.steps.values import hold, meets
from tests.steps.makers import said


@pytest.mark.parametrize(
    ("round_one", "fine", "meet"),
    [
        ("$290 million", "$294 million", True),
        ("$290 million", "$296 million", False),
        ("$260 million", "$264 million", False),  # rounds to it, but is too far off
        ("41,800 homes", "41,750 homes", True),
        ("41,800 homes", "41,850 homes", False),
        ("12,600 homes", "12,640 homes", True),
        ("2,400 homes", "2,350 homes", False),
        ("430 homes", "432 homes", False),
        ("29,130 homes", "29,132 homes", False),
        ("1,980 metres", "1,983 metres", True),
        ("1,980 metres", "1,988 metres", False),
        ("200 kilometres", "198 kilometres", True),
        ("200 kilometres", "194 kilometres", False),
        ("70 tonnes", "71 tonnes", False),
        ("1,400 bolts", "more than 1,400 bolts", True),
        ("1,410 bolts", "more than 1,410 bolts", False),
        ("a mile and a quarter", "1,980 metres", True),
        ("a mile and a quarter", "1,890 metres", False),
    ],
)
def test_a_figure_that_ends_in_zeros_is_one_hardly_off_it_rounded(round_one, fine, meet):
    one, two = (said(words, f"It cost or took {words}.") for words in (round_one, fine))
    assert hold(one, two).meets is meet
    assert hold(two, one).meets is meet


@pytest.mark.parametrize(
    ("whole", "fine", "meet"),
    [
        ("6 percent", "5.75 percent", False),
        ("6 percent", "5.8 percent", True),
        ("67 years", "66.5 years", False),
        ("41 years", "41.3 years", True),
        ("two hours", "two and a half hours", False),
        ("two kilometres", "1,600 metres", False),
        ("two kilometres", "1,900 metres", True),
        ("about two kilometres", "1,600 metres", True),
        ("three miles", "5 km", True),
        ("one inch", "3 cm", True),
        ("2 hectares", "2.4 hectares", False),
        ("3 hectares", "3.2 hectares", True),
        ("2 percent", "2.4 percent", True),
    ],
)
def test_a_whole_number_stands_for_what_is_hardly_off_it_and_for_no_half_or_quarter(whole, fine, meet):
    one, two = (said(words, f"It was {words}.") for words in (whole, fine))
    assert hold(one, two).meets is meet
    assert hold(two, one).meets is meet


EXACT = ("7", "-7", "12", "12.5", "101", "1217", "12001")
ENDING = ("0", "10", "120", "1000", "12000", "2E+6")


@pytest.mark.parametrize("size", EXACT)
def test_an_exact_figure_meets_none_but_itself(size):
    one = Quantity(Decimal(size), Decimal(size), "count")
    assert one.plain
    assert meets(one, one)
    for other in (*EXACT, *ENDING):
        two = Quantity(Decimal(other), Decimal(other), "count")
        every = [ask(*pair) for pair in ((one, two), (two, one)) for ask in (rounded, in_round_figures, cut)]
        assert meets(one, two) is (one.meets(two) or any(every))


@pytest.mark.parametrize(
    "more",
    [{"approx": True}, {"lean": -1}, {"strict": True}, {"quantum": Decimal(1)}, {"round": Decimal(10)}, {"high": None}],
)
def test_what_may_be_rounded_or_is_a_bound_is_no_plain_figure(more):
    assert not replace(Quantity(Decimal(17), Decimal(17), "count"), **more).plain
    assert not any(Quantity(Decimal(size), Decimal(size), "count").plain for size in ENDING)
