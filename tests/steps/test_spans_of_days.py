"""Spans of days: those told to the day differ where one end does; rough ones only contain each other."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.moment import Moment, Precision
from registry.steps.values import compare


def span(first: tuple[int, int], last: tuple[int, int]) -> Moment:
    return Moment(date(2026, *first), date(2026, *last), Precision.PERIOD)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (span((5, 3), (5, 12)), span((5, 3), (5, 14))),
        (span((3, 1), (4, 15)), span((3, 1), (4, 25))),
        (span((6, 12), (6, 15)), span((6, 13), (6, 16))),
    ],
)
def test_two_spans_told_to_the_day_that_end_on_other_days_are_apart(one: Moment, two: Moment) -> None:
    assert not compare(one, two).meets


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (span((5, 1), (5, 12)), span((5, 1), (5, 15))),  # early May, the first half of May
        (span((5, 22), (5, 31)), span((5, 16), (5, 31))),  # late May, the second half of May
        (span((5, 4), (5, 10)), span((5, 4), (5, 8))),  # a week, its working days
        (span((5, 3), (5, 12)), span((5, 5), (5, 10))),
        (span((6, 12), (6, 15)), span((6, 15), (6, 18))),  # two rounds, the second begins as the first ends
    ],
)
def test_rough_spans_and_parts_of_a_span_may_be_the_same(one: Moment, two: Moment) -> None:
    assert compare(one, two).meets
