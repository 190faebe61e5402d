"""Times of day whose day nobody gives."""

from __future__ import annotations

from datetime import date

import pytest

from registry.actions.ingest import Given, prepare_text
from registry.model.assertion import Claim
from registry.model.moment import Moment
from registry.steps.values import hold


def clock(text: str, day: date) -> Claim:
    found = prepare_text(text, given=Given(None, "Report", "Fell Post", day, "en")).claims
    return next(one for one in found if isinstance(one.assertion.value, Moment) and one.assertion.value.clock)


FIRST = clock("The fire at the Orrin sawmill started at 06:40.", date(2026, 3, 14))


@pytest.mark.parametrize(
    ("text", "meets"),
    [
        ("The fire at the Orrin sawmill started at 06:40.", True),
        ("20 March 2026 - The fire at the Orrin sawmill started at 06:40.", True),
        ("The fire at the Orrin sawmill started at 06:52.", False),
        ("The fire at the Orrin sawmill started at 06:40 on 13 March.", True),
    ],
)
def test_a_clock_without_a_day_is_of_the_day_of_the_other(text, meets):
    second = clock(text, date(2026, 3, 20))
    assert hold(FIRST, second).meets is meets
    assert hold(second, FIRST).meets is meets


def test_a_rough_time_of_day_meets_one_some_minutes_off():
    rough = clock("The fire at the Orrin sawmill started at about ten to seven in the morning.", date(2026, 3, 14))
    assert hold(rough, clock("The fire at the Orrin sawmill started at 06:52.", date(2026, 3, 14))).meets
    assert not hold(rough, clock("The fire at the Orrin sawmill started at 07:20.", date(2026, 3, 14))).meets


def test_two_given_days_stay_apart():
    one, two = (
        clock(f"The fire at the Orrin sawmill started at 06:40 on {day} March.", date(2026, 3, 20)) for day in (13, 14)
    )
    assert hold(one, two).meets is False


def dated(text: str, day: date) -> Claim:
    found = prepare_text(text, given=Given(None, "Report", "Fell Post", day, "en")).claims
    return next(one for one in found if isinstance(one.assertion.value, Moment))


def test_a_day_whose_year_is_guessed_meets_that_day_of_a_year_long_past():
    guessed = dated("The barque went down on 9 October.", date(2025, 11, 13))
    assert hold(guessed, dated("The barque went down on 9 October 1866.", date(2025, 9, 4))).meets
    assert hold(guessed, dated("The barque went down on 8 October 1866.", date(2025, 9, 4))).meets is False
    assert hold(guessed, dated("The barque went down on 9 October 2024.", date(2025, 9, 4))).meets is False


def test_years_that_are_counted_back_are_as_loose_as_that():
    back = dated("The barque sank 160 years ago.", date(2025, 9, 4))
    assert hold(back, dated("The barque sank in 1868.", date(2025, 9, 4))).meets
    assert hold(back, dated("The barque sank in 1886.", date(2025, 9, 4))).meets is False
    few = dated("The mill burned down three years ago.", date(2025, 2, 4))
    assert hold(few, dated("The mill burned down in 2021.", date(2025, 2, 4))).meets
    assert hold(few, dated("The mill burned down in 2019.", date(2025, 2, 4))).meets is False
