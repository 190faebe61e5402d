"""What sentences name as their time, as far as it tells them apart."""

from datetime import date

import pytest

from registry.model.document import Source
from registry.steps.lint.times import of_another_time, of_its_time, times
from tests.steps.lint.makers import figure, says

SOURCE = Source("report", published=date(2025, 6, 1))


@pytest.mark.parametrize(
    ("sentence", "years", "months"),
    [
        ("In 2011, 66 people were arrested.", {"2011"}, set()),
        ("2022-23 142 29", {"2022-23"}, set()),
        ("The strike of December cost 3,870 trains.", set(), {"December"}),
        ("It has 2,011 members.", set(), set()),
    ],
)
def test_a_sentence_names_years_seasons_and_months(sentence, years, months):
    assert times(sentence) == (years, months)


@pytest.mark.parametrize(
    ("draft", "stored", "another", "its"),
    [
        ("In 2011 the board had 14 members.", "In 2011 the board had 19 members.", False, True),
        ("In 2011 the board had 14 members.", "In 2023 the board had 19 members.", True, False),
        ("In 2022-23 the board had 14 members.", "2023-24 19", True, False),
        ("In May 2011 the board had 14 members.", "In June 2011 the board had 19 members.", True, False),
        ("In May 2011 the board had 14 members.", "In May the board had 19 members.", False, True),
        ("The board had 14 members.", "In 2023 the board had 19 members.", False, False),
        ("In May the board had 14 members.", "The board had 19 members.", False, False),
    ],
)
def test_sentences_are_of_one_time_or_of_two(draft, stored, another, its):
    one = says(draft, "14", figure("14"))
    two = says(stored, "19", figure("19"), source=SOURCE)
    assert (of_another_time(one, two), of_its_time(one, two)) == (another, its)
