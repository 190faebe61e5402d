"""Places in a series, ages, rises of other years and trades: what keeps two figures apart that look alike."""

from __future__ import annotations

import pytest

from registry.steps.match import score
from registry.steps.match.orders import (
    only_before,
    only_sure,
    only_which,
    other_age,
    other_results,
    other_rise,
    other_series,
    other_trade,
)
from registry.steps.match.profile import profile
from registry.steps.match.times import other_ballot
from tests.steps.makers import exactly, said


def order(words, number, sentence, what):
    return profile(said(words, sentence, what=what, of="Lind", value=exactly(number, "ordinal")))


def test_a_place_that_only_says_which_is_meant_is_held_against_none():
    left = order("eighth", 8, "Lind saved a break point in the eighth game.", "game")
    right = order("sixth", 6, "Lind lost her serve in the sixth game.", "game")
    assert only_which(left, right)
    other = order("sixth", 6, "It was her sixth game of the week.", "game")
    assert only_which(order("eighth", 8, "It was her eighth game of the week.", "game"), other) is None


def test_a_seventh_title_is_no_eighth_final():
    left = order("seventh", 7, "Lind won her seventh title.", "title")
    right = order("eighth", 8, "It was her eighth final.", "final")
    assert other_series(left, right)
    assert other_series(left, order("eighth", 8, "Lind won her eighth title.", "title")) is None


def test_rounds_and_waves_of_one_thing_are_compared():
    left = order("third", 3, "It was the third round of cuts in a year.", "round")
    assert other_series(left, order("second", 2, "The second wave of cuts came.", "wave")) is None


def test_two_ages_are_of_two_people():
    left = profile(said("25", "Marr, 25, lost.", what="age", of="Oda Marr", value=exactly(25, "year")))
    right = profile(said("30", "Lind, 30, won.", what="age", of="Ana Lind", value=exactly(30, "year")))
    assert other_age(left, right)
    same = profile(said("31", "Lind, 31, won.", what="age", of="Ana Lind", value=exactly(31, "year")))
    assert other_age(right, same) is None


def test_an_age_told_of_what_a_text_is_about_may_be_anybody_s():
    left = profile(said("57", "Lind, 57, lost.", what="age", of="Ana Lind", value=exactly(57, "year")))
    clinic = said("59", "The 59-year-old lost.", what="age", of="Marsk clinic", value=exactly(59, "year"))
    dane = said("58", "The Dane, who is 58, lost.", what="age", of="Dane", value=exactly(58, "year"))
    assert other_age(left, profile(clinic)) is None
    assert other_age(left, profile(dane)) is None


def test_those_that_went_before_are_not_all():
    left = profile(said("three", "She lost her previous three finals.", what="final", of="Lind"))
    right = profile(said("four", "She has lost all four finals.", what="final", of="Lind"))
    assert only_before(left, right)
    assert only_before(right, right) is None


def rise(words, on):
    return profile(said(words, f"Hourly pay rose by {words}.", what="pay rise", of="Norland", on=on))


def test_rises_of_other_years_are_two():
    assert other_rise(rise("5 percent", "2031-08-07"), rise("7 percent", "2036-08-07"))
    assert other_rise(rise("5 percent", "2031-08-07"), rise("7 percent", "2031-08-17")) is None


def test_a_trade_is_a_part_of_all():
    left = profile(said("28,000", "Manufacturing added 28,000 jobs.", what="job", of="manufacturing"))
    right = profile(said("215,000", "The economy added 215,000 jobs.", what="job", of="Norland economy"))
    assert other_trade(left, right)
    assert other_trade(right, profile(said("209,000", "Norland added 209,000 jobs.", what="job", of="Norland"))) is None


def test_ballots_of_different_weeks_are_two():
    left = said("312", "Deputies voted 312 to 198 against it.", what="vote against", of="Pension plan", on="2031-01-15")
    right = said(
        "291", "Deputies voted 291 to 220 against it.", what="vote against", of="Pension plan", on="2031-03-12"
    )
    assert other_ballot(profile(left), profile(right))
    near = said("291", "Deputies voted 291 to 220 against it.", what="vote against", of="Pension plan", on="2031-01-16")
    assert other_ballot(profile(left), profile(near)) is None
    count = said("291", "The candidate has 291 votes so far.", what="vote", of="Lind", on="2031-03-12")
    assert other_ballot(profile(left), profile(count)) is None


def test_one_ballot_told_in_other_weeks_is_one():
    def voted(words, sentence, on):
        return profile(said(words, sentence, what="vote against", of="Harbour plan", on=on))

    left = voted("61", "The guild voted by 61 to 17 against it.", "2031-11-27")
    assert (
        other_ballot(left, voted("71", "In autumn the guild had voted by 71 to 17 against it.", "2032-02-14")) is None
    )
    assert other_ballot(left, voted("71", "On 26 November 71 members voted against it.", "2032-02-14")) is None
    assert other_ballot(left, voted("71", "On 3 February 71 members voted against it.", "2032-02-14"))
    assert other_ballot(left, voted("71", "In autumn the guild had voted against it, 71-17.", "2032-02-14")) is None


def test_a_fall_on_a_named_day_is_the_one_that_was_news_then():
    then = rise("5 percent", "2031-08-07")
    year_after = profile(
        said("7 percent", "On 7 August hourly pay rose by 7 percent.", what="pay rise", of="Norland", on="2032-10-01")
    )
    assert other_rise(then, year_after)
    text = "On 7 August hourly pay rose by 7 percent."
    assert other_rise(then, profile(said("7 percent", text, what="pay rise", of="Norland", on="2032-06-01"))) is None


def test_between_which_figures_an_estimate_lies_is_no_other_estimate():
    text = "The risk was 1.21 (95% confidence interval 1.05-1.30) among men."
    left = profile(said("1.05-1.30", text, what="relative risk", of="Lind study"))
    right = profile(said("1.02", "The risk was 1.02 among women.", what="relative risk", of="Berg study"))
    assert only_sure(left, right)
    assert only_sure(right, profile(said("1.4", "The risk was 1.4.", what="relative risk", of="Marr study"))) is None


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        (None, "2030-02-01", True),
        (None, None, True),
        ("2030-02-01", "2030-02-03", False),
        ("2029-02-01", "2030-02-03", True),
    ],
)
def test_results_are_of_one_period_only_where_it_is_known(one, two, apart):
    left = said("$14.8bn", "Revenue came to $14.8bn.", what="revenue", of="Norwind", on=one)
    right = said("$16.1bn", "Norwind posted revenue of $16.1bn.", what="revenue", of="Norwind", on=two)
    assert bool(other_results(profile(left), profile(right))) is apart


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        ("Lansk has sold 31,000 copies.", "Some 36,000 copies of Lansk were sold.", False),
        ("It sold 31,000 copies in its opening week.", "Lansk sold 36,000 copies in the first week.", False),
        ("It sold 31,000 copies in its opening week.", "Lansk sold 36,000 copies.", True),
        ("It sold 31,000 units.", "Lansk sold 36,000 units.", True),
    ],
)
def test_copies_of_one_work_add_up(one, two, apart):
    left = said("31,000", one, what="copy sold", of="Lansk")
    right = said("36,000", two, what="copy sold", of="Lansk")
    assert bool(other_results(profile(left), profile(right))) is apart


def test_copies_of_two_works_are_not_held_against_each_other():
    left = said("31,000", "Lansk has sold 31,000 copies.", what="copy sold", of="Lansk")
    right = said("36,000", "Orlin has sold 36,000 copies.", what="copy sold", of="Orlin")
    assert other_results(profile(left), profile(right))


def test_edited_copies_of_one_sentence_are_of_one_period():
    left = said("$14.8bn", "At the end the revenue of the whole group came to $14.8bn.", what="revenue", of="Norwind")
    right = said("$16.1bn", "At the end the revenue of the whole group came to $16.1bn.", what="revenue", of="Norwind")
    assert score(left, right).same is not False


def test_an_age_behind_a_home_is_that_of_who_comes_from_there():
    claim = said("16", "Ida Moe of Varnia, 16, won the cup.", what="age")
    assert profile(claim).owner == "Ida Moe"


def test_two_ages_behind_one_name_are_of_one_person_whatever_the_texts_are_about():
    one = said("16", "Ida Moe, 16, won the cup.", what="age", of="Lansk cup")
    two = said("17", "The cup went to Ida Moe, 17, on Sunday.", what="age", of="Ida Moe")
    assert other_age(profile(one), profile(two)) is None
