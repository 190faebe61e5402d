"""What is told of one past season, years that only say what is compared, and parts that a pronoun tells."""

from __future__ import annotations

from registry.steps.match import score
from registry.steps.match.entries import other_event
from registry.steps.match.profile import profile
from registry.steps.match.times import other_day
from registry.steps.match.vetoes import part_of_it
from tests.steps.makers import said, year


def points(words, sentence, on):
    return profile(said(words, sentence, on=on, what="point", of="Marlow United"))


def test_two_figures_for_last_season_are_of_one_season_though_days_lie_between():
    left = points("66", "Last season the club came fifth with 66 points.", "2030-07-14")
    right = points("63", "The club won 63 points last season.", "2030-07-20")
    assert other_day(left, right) is None


def test_what_happens_anew_is_another_thing_some_days_later():
    left = points("66", "The club has 66 points.", "2030-07-14")
    right = points("63", "The club has 63 points.", "2030-07-20")
    assert other_day(left, right) == "it was news on different days"


def test_the_year_of_what_is_compared_is_no_day_of_an_event():
    left = said("2019", "A fire killed four people in 2019.", what="death year", of="Tarn fire", value=year(2019))
    text = "Fires killed 48 people, up from 36 in 2023."
    right = said("2023", text, what="year", of="Tarn fire", value=year(2023))
    assert other_event(profile(left), profile(right))
    assert score(left, right).same is False


def test_a_part_that_a_pronoun_tells_is_not_the_whole():
    left = said("690", "The recall covers 1,260 crates, 690 of them in Norland.", what="crate", of="Tarn recall")
    right = said("1,040", "In all 1,040 crates were recalled.", what="crate", of="Tarn recall")
    assert part_of_it(profile(left), profile(right)) == "one is a part of what the other counts"
