"""How far "about" reaches."""

from __future__ import annotations

from decimal import Decimal

import pytest

from registry.model.quantity import Quantity


def figure(size: str, *, about: bool = False, quantum: str = "0") -> Quantity:
    """A figure in people, or in millions of them."""
    return Quantity(Decimal(size), Decimal(size), "count", approx=about, quantum=Decimal(quantum))


@pytest.mark.parametrize(
    ("about", "other", "meets"),
    [
        ("5000", "4900", True),
        ("5000", "5300", False),
        ("41000", "41500", True),
        ("41000", "42300", False),
        ("2100000", "2150000", True),
        ("4200000", "3800000", False),
        ("655", "658", True),
        ("655", "690", False),
    ],
)
def test_about_reaches_as_far_as_the_figure_is_told_closely(about: str, other: str, *, meets: bool) -> None:
    assert figure(about, about=True).meets(figure(other)) is meets


def test_two_approximate_figures_do_not_lend_each_other_their_reach() -> None:
    assert not figure("4200000", about=True).meets(figure("3800000", about=True))


def test_ranges_that_only_touch_where_their_digits_are_rounded_are_apart():
    million = Decimal(10**6)
    low, next_one, high = (
        Quantity(first * million, last * million, "GBP", quantum=million) for first, last in ((2, 3), (3, 4), (4, 6))
    )
    assert low.meets(next_one)
    assert not low.meets(high)
