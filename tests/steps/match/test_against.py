"""What a figure is only held against is no time of its own."""

from __future__ import annotations

import pytest

from registry.steps.match.bounds import AGAINST


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("Sales rose 5 percent over the same period of last year.", True),
        ("Sales rose to 48 million, 5 percent more than a year earlier.", True),
        ("Over a year ago, 48 boats were sold.", False),
        ("He was jailed over three years ago.", False),
    ],
)
def test_over_a_year_ago_is_a_time_and_no_comparison(sentence, held):
    assert (AGAINST.search(sentence) is not None) == held
