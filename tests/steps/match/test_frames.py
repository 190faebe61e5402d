"""Figures that only frame another one: windows of time, differences, years long past, ends of distances, parts."""

from __future__ import annotations

import re

import pytest

from registry.steps.match import marks
from registry.steps.match.entries import two_rows
from registry.steps.match.framed import a_difference, below_zero, long_ago, only_elapsed
from registry.steps.match.portions import part_of_it
from registry.steps.match.profile import profile
from registry.steps.match.times import other_window
from tests.steps.makers import said

YEARS = profile(said("12 years", "The tram was in service for 12 years.", what="time"))
HURT = profile(said("19", "The accident injured 19 people.", what="injured person"))


@pytest.mark.parametrize(
    "sentence", ["It was the third accident in five years.", "In the past five years there were seven accidents."]
)
def test_the_time_in_which_something_is_counted_is_no_duration_of_its_own(sentence):
    assert other_window(YEARS, profile(said("five years", sentence, what="time")))


def test_a_duration_is_held_against_another():
    assert other_window(YEARS, profile(said("14 years", "It ran for 14 years.", what="time"))) is None


@pytest.mark.parametrize("sentence", ["There were 21 more than on Friday.", "It hurt 21 people fewer than a year ago."])
def test_a_difference_is_no_level(sentence):
    assert a_difference(HURT, profile(said("21", sentence, what="injured person")))


def test_more_than_a_figure_is_a_bound_and_no_difference():
    assert a_difference(HURT, profile(said("21", "It hurt 21 people, more than expected.", what="person"))) is None


@pytest.mark.parametrize(
    ("figure", "sentence"),
    [("three", "Nineteen were injured, three of them seriously."), ("11", "Of the 19 injured, 11 are at home.")],
)
def test_a_part_is_not_the_whole_whatever_follows(figure, sentence):
    assert part_of_it(HURT, profile(said(figure, sentence, what="injured person")))


@pytest.mark.parametrize(
    "sentence",
    [
        "It was the worst flood since 1953, when the river rose to 7.6 metres.",
        "In 1953 it had been 7.6 metres.",
        "It was more than in 1953 (7.6 metres).",
    ],
)
def test_a_year_long_past_before_a_figure_is_its_year(sentence):
    now = profile(said("8.4 metres", "The river rose to 8.4 metres.", what="level", on="2024-05-02"))
    then = profile(said("7.6 metres", sentence, what="level", on="2024-05-02"))
    assert marks.one_then(now, then).value == 1
    assert marks.one_then(now, now).value == 0


def test_distances_are_from_something():
    school = profile(said("3.2 kilometres", "The depot is 3.2 kilometres from the school.", what="distance"))
    station = profile(said("2.7 kilometres", "The school is 2.7 kilometres from the station.", what="distance"))
    again = profile(said("2.9 kilometres", "The school is 2.9 kilometres from the depot.", what="distance"))
    assert marks.other_end(school, station).value == 1
    assert marks.other_end(school, again).value == 0


def row(words, text, by, shift):
    return profile(said(words, text, by=by, what="income", where="report", shift=shift))


def test_the_label_of_a_row_is_no_source_for_being_read_as_one():
    fees, fines = (
        row("6.9", "Daily charges     6.9", "Daily charges", 0),
        row("4.4", "Late charges      4.4", "Late charges", 40),
    )
    assert two_rows(fees, fines)
    police, union = row("690", "Police: 690", "Police", 0), row("440", "Union: 440", "Union", 40)
    assert two_rows(police, union) is None


@pytest.mark.parametrize(
    ("lines", "two"),
    [
        (("42 - the boats that came home.", "24 - the boats that were lost."), True),
        (("$36m - what each town gave.", "$24m - what each county gave."), True),
        (("1931 Norland joins the pact.", "1940 Norland leaves the pact."), True),
        (("42 boats came home.", "24 boats came home."), False),
        (("42 - the boats that came home.", "In all 24 boats came home."), False),
    ],
)
def test_items_of_a_list_that_open_with_their_figure_are_about_two_things(lines, two):
    one, other = (
        profile(said(re.findall(r"\$?\d+m?", line)[0], line, what="boat", where="report", shift=at * 60))
        for at, line in enumerate(lines)
    )
    assert (two_rows(one, other) is not None) == two


def test_no_things_are_counted_below_zero():
    three = profile(said("three", "He is paid by three dealers.", what="dealer"))
    minus = profile(said("minus eleven", "They say minus eleven.", what="dealer"))
    assert below_zero(three, minus)
    assert below_zero(minus, profile(said("minus two", "Others say minus two.", what="dealer"))) is None


def test_how_much_later_something_ended_may_be_how_long_it_took():
    def lasted(words, sentence):
        return profile(said(words, sentence, what="time", of="Marlow outage"))

    took = lasted("22 minutes", "The outage took 22 minutes.")
    assert (
        only_elapsed(took, lasted("27 minutes", "The lights went out at noon and came back 27 minutes later.")) is None
    )
    assert only_elapsed(took, lasted("40 minutes", "Some 40 minutes after the outage the mayor spoke."))
    assert only_elapsed(took, lasted("50 minutes", "It is 50 minutes since the outage."))
    years = lasted("two years", "The outage kept the courts busy for two years.")
    assert only_elapsed(years, lasted("four years", "The mayor resigned four years later."))


@pytest.mark.parametrize(
    ("sentence", "past"),
    [
        ("The town saw floods in 2011, too, when 21 people were hurt.", True),
        ("The town was hit also in 2011, when 21 people were hurt.", True),
        ("The town was last hit in 2011, when 21 people were hurt.", True),
        ("Not since 2011, when 21 people were hurt, had it been as bad.", True),
        ("The town was hit in 2011, when 21 people were hurt.", False),
    ],
)
def test_what_happened_in_another_year_too_is_another_thing(sentence, past):
    seen = profile(said("21", sentence, what="injured person", of="Tarn flood", on="2031-03-02"))
    now = profile(said("19", "The flood hurt 19 people.", what="injured person", of="Orle flood", on="2031-03-01"))
    assert bool(long_ago(seen, now)) is past
