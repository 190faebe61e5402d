"""Days without their year in texts that tell of what is long past."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.moment import Moment
from registry.steps.recognise import recognise
from registry.steps.segment import blocks, sentences

TALE = "The Vardal theft began on 21 September 2024.{0} It was noticed late.{1} The bank opened again on {2}.{0}"


def last_day(text: str) -> str:
    """The last day that a text of 8 March 2026 names."""
    found = recognise(text, sentences(text, blocks(text)), published=date(2026, 3, 8), language="en")
    return str([one.value.low for some in found for one in some if isinstance(one.value, Moment)][-1])


@pytest.mark.parametrize(("day", "meant"), [("2 October", "2024-10-02"), ("14 January", "2025-01-14")])
def test_an_encyclopaedia_goes_on_from_the_day_it_told_last(day, meant):
    assert last_day(TALE.format("[1]", "[2]", day)) == meant
    assert last_day(f"From Openpedia.\n\n{TALE.format('', '', day)}") == meant


def test_news_mean_the_day_that_is_nearest():
    assert last_day(TALE.format("", "", "14 January")) == "2026-01-14"


def test_what_has_just_been_told_is_of_the_same_months():
    assert last_day("The bank closed on 2 January 2026.[1] It opened again on 3 February.[2]") == "2026-02-03"


@pytest.mark.parametrize(
    ("written", "season", "first"),
    [
        (date(2024, 5, 1), "next summer", "2024-06-01"),
        (date(2024, 7, 1), "next summer", "2025-06-01"),  # this one has begun
        (date(2024, 7, 1), "last summer", "2023-06-01"),
        (date(2024, 10, 1), "last summer", "2024-06-01"),
    ],
)
def test_a_season_is_the_last_that_is_over_or_the_next_that_has_not_begun(written, season, first):
    text = f"The bank had 40 guests {season}."
    found = recognise(text, sentences(text, blocks(text)), published=written, language="en")
    assert [str(one.value.low) for some in found for one in some if isinstance(one.value, Moment)] == [first]


def test_a_day_behind_a_month_of_long_ago_is_of_that_year_unless_it_was_lately_or_is_to_come():
    assert last_day("The pier burned in June 2023. On 14 July the council closed it.") == "2023-07-14"
    assert last_day("The mill was sold on 3 November 2023. On 12 December the last sacks left it.") == "2023-12-12"
    assert last_day("The pier burned in June 2023. On 14 February the council sold it.") == "2026-02-14"
    assert last_day("The pier burned in June 2023. It will open again on 14 July.") == "2026-07-14"
    assert last_day("In January 1835 he sent troops to Lorm. They marched on it in June.") == "1835-06-01"
    assert last_day("In January 2025 he sent nurses to Lorm. They came home in June.") == "2025-06-01"
    assert last_day("In January 1835 he sent troops to Lorm. It will show them in June.") == "2026-06-01"
    assert last_day("In January 1835 he sent troops to Lorm. In June a show will tell of it.") == "2026-06-01"
    assert last_day("The latest poll from late September put him at 13 percent.") == "2025-09-19"
    assert last_day("The first vote is to be held from November 20 to December 11.") == "2026-11-20"
    assert last_day("The first vote was held from November 20 to December 11.") == "2025-11-20"
    assert last_day("The fare goes up from late September.") == "2026-09-19"
    assert last_day("The pier of 2023 is gone. On 14 July the council closed it.") == "2025-07-14"


def test_the_publisher_of_an_encyclopaedia_is_one():
    told = TALE.format("", "", "14 January")
    found = recognise(
        *(told, sentences(told, blocks(told))),
        published=date(2026, 3, 8),
        language="en",
        publisher="Encyclopaedia of Arden",
    )
    assert str([one.value.low for some in found for one in some if isinstance(one.value, Moment)][-1]) == "2025-01-14"


def test_times_behind_a_night_told_by_its_two_days_are_of_that_night():
    text = (
        "It burned in the night of 9 to 10 November 2023. The roof fell at 23:20. It was out at 17:40 on the next day."
    )
    assert last_day(text) == "2023-11-10"
    assert last_day(text.partition(" It was")[0]) == "2023-11-09"
