"""What is told of one past season, years that only say what is compared, and parts that a pronoun tells."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.moment import Moment, Precision
from registry.steps.match import score
from registry.steps.match.entries import other_event
from registry.steps.match.portions import part_of_it
from registry.steps.match.profile import profile
from registry.steps.match.times import other_day, other_period
from registry.steps.match.wishes import only_wished
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


def test_who_writes_months_later_looks_back():
    news = points("66", "The club has 66 points.", "2030-07-14")
    assert other_day(news, points("63", "The club had won 63 points.", "2031-02-20")) is None
    assert other_day(news, points("63", "In July 2030 the club won 63 points.", "2031-02-20")) is None
    assert other_day(news, points("63", "The club has 63 points.", "2031-02-20"))
    assert other_day(news, points("63", "The club had seven wins and 63 points.", "2031-02-20"))
    assert other_day(news, points("63", "In 2019, too, the club had won 63 points.", "2031-02-20"))


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


def test_a_share_of_them_is_no_part_of_another_share():
    left = said("71 percent", "It helped 71 percent of them.", what="share of adult", of="Tarn trial")
    right = said("58 percent", "It helps 58 percent of adults.", what="share of adult", of="Tarn trial")
    assert part_of_it(profile(left), profile(right)) is None


def test_those_who_needed_treatment_are_nothing_that_is_wished_for():
    right = said("12", "In all 12 patients were treated in hospital.", what="patient", of="Tarn recall")
    active = said("7", "Of the patients, 7 needed hospital treatment.", what="patient", of="Tarn recall")
    passive = said("7", "Another 7 needed patients are sought.", what="needed patient", of="Tarn recall")
    assert only_wished(profile(active), profile(right)) is None
    assert only_wished(profile(passive), profile(right))


@pytest.mark.parametrize(
    ("sentence", "on", "apart"),
    [
        ("In July three workers were hurt.", None, False),
        ("In July 2021 three workers were hurt.", None, True),
        ("In July three workers were hurt.", "2021-08-01", True),
        ("In May three workers were hurt.", None, True),
    ],
)
def test_a_month_of_a_text_without_a_date_is_of_the_year_it_is_held_against(sentence, on, apart):
    lent = Moment(date(2021, 5, 1), date(2021, 5, 31), Precision.MONTH)
    if "July" in sentence:
        lent = Moment(date(2021, 7, 1), date(2021, 7, 31), Precision.MONTH)
    stored = Moment(date(2025, 7, 1), date(2025, 7, 31), Precision.MONTH)
    left = said("three", sentence, what="worker", period=lent, on=on)
    right = said("two", "In July two workers were hurt.", what="worker", period=stored, on="2025-09-03")
    assert bool(other_period(profile(left), profile(right))) is apart
