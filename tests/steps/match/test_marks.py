"""Words beside a figure that make it another sort of figure."""

from __future__ import annotations

import pytest

from registry.steps.match import about, figures, marks
from registry.steps.match.profile import profile
from tests.steps.makers import said


def told(feature, left, right):
    """What a feature says about two claims, whichever comes first."""
    one, two = profile(left), profile(right)
    assert feature(one, two).value == feature(two, one).value
    return feature(one, two).value


PLAIN = said("140", "The tram carried 140 people.", what="person")


@pytest.mark.parametrize(
    "sentence",
    [
        "The tram is licensed to carry 120 people.",
        "There was room for 120 people.",
        "At most 120 people are allowed in.",
        "It can hold 120 people.",
        "The limit is 120 people.",
    ],
)
def test_a_limit_is_no_count_of_those_who_came(sentence):
    assert told(marks.one_limit, PLAIN, said("120", sentence, what="person")) == 1


def test_two_limits_may_be_one():
    left = said("120", "It can hold 120 people.", what="person")
    right = said("140", "There is room for 140 people.", what="person")
    assert told(marks.one_limit, left, right) == 0


def test_a_term_of_years_is_no_room():
    left = said("20 years", "He was jailed for 20 years.", what="sentence")
    right = said("18 years", "He got 18 years.", what="sentence")
    assert told(marks.one_limit, left, right) == 0


def test_a_limit_in_another_clause_is_not_heard():
    other = said("120", "The limit was raised last year; 120 people came.", what="person")
    assert told(marks.one_limit, PLAIN, other) == 0


def test_a_figure_for_each_is_not_the_whole():
    assert told(marks.one_each, PLAIN, said("25", "It has six rafts with 25 people each.", what="person")) == 1


def test_a_part_by_itself_is_not_the_whole():
    assert told(marks.one_alone, PLAIN, said("87", "It counted 87 people in the town itself.", what="person")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Some 90 cases are still pending.",
        "Ninety cases, 90 in all, have yet to be heard.",
        "The 90 remaining cases wait.",
    ],
)
def test_what_is_left_is_not_what_was_done(sentence):
    done = said("140", "The court closed 140 cases.", what="case")
    assert told(marks.one_undone, done, said("90", sentence, what="case")) == 1


def test_a_stage_is_not_the_whole_way():
    whole = said("42 km", "The course is 42 km long.", what="distance")
    assert told(marks.one_stage, whole, said("35 km", "She fell back at 35 km.", what="distance")) == 1


def test_up_to_a_time_of_day_is_not_at_it():
    left = said("7:45 a.m.", "The blast came at 7:45 a.m.", what="time", on="2021-03-15")
    assert (
        told(marks.one_bound_day, left, said("6 p.m.", "The toll had grown by 6 p.m.", what="time", on="2021-03-15"))
        == 1
    )
    assert (
        told(marks.one_bound_day, left, said("8:10 a.m.", "The blast came at 8:10 a.m.", what="time", on="2021-03-15"))
        == 0
    )


def test_the_day_of_a_report_is_not_the_day_of_the_event():
    left = said("11 March", "The storm came ashore on 11 March.", what="date", on="2021-03-15")
    right = said("14 March", "Reports on 14 March spoke of a hundred dead.", what="date", on="2021-03-15")
    assert told(marks.one_report, left, right) == 1


def test_marks_of_days_say_nothing_of_counts():
    left, right = said("140", "It was 140 by then.", what="person"), said("90", "Reports say 90.", what="person")
    assert told(marks.one_bound_day, left, right) == told(marks.one_report, left, right) == 0


def test_a_broken_count_may_be_a_share():
    left = said("48", "The bill passed by 48 votes.", what="vote")
    assert told(marks.one_fraction, left, said("51.8", "The figure to remember is 51.8.", what="figure")) == 1
    assert told(marks.one_fraction, left, said("1.2 million", "It drew 1.2 million votes.", what="vote")) == 0
    assert told(marks.one_fraction, said("4 km", "It is 4 km off."), said("4.2 km", "It is 4.2 km off.")) == 0


def test_documents_for_two_quarters_speak_of_two():
    left = said("€58 million", "Profit was €58 million.", what="profit", title="Acme in the second quarter")
    right = said("€51 million", "Profit was €51 million.", what="profit", title="Acme: third quarter results")
    assert told(marks.other_edition, left, right) == 1
    own = said(
        "€51 million", "Profit was €51 million in the second quarter.", what="profit", title="Acme: third quarter"
    )
    assert told(marks.other_edition, left, own) == 0


def test_counts_grow_as_news_comes_in():
    first = said("12", "The flood killed 12 people.", what="person", on="2021-05-02")
    assert told(marks.grown, first, said("15", "The flood killed 15 people.", what="person", on="2021-05-04")) == 1
    assert told(marks.grown, first, said("9", "The flood killed 9 people.", what="person", on="2021-05-04")) == -1
    assert told(marks.grown, first, said("15", "The flood killed 15 people.", what="person", on="2021-05-02")) == 0


def test_the_missing_get_fewer_as_news_comes_in():
    first = said("40", "The flood left 40 people missing.", what="missing person", on="2021-05-02")
    last = said("nine", "It is said that nine people are still missing.", what="missing person", on="2021-05-04")
    assert told(marks.grown, first, last) == 1
    assert told(marks.one_undone, first, last) == 0
    dead = said("nine", "The flood killed nine people.", what="death", on="2021-05-04")
    many = said("40", "The flood killed 40 people.", what="death", on="2021-05-02")
    assert told(figures.far_figures, first, last) < told(figures.far_figures, many, dead)


def test_the_day_of_a_document_is_not_the_day_of_what_it_tells():
    dateline = said("6 May", "Arden, 6 May - for release at once", what="date", on="2021-05-06")
    event = said("4 May", "The bridge was closed on 4 May.", what="date", on="2021-05-09")
    assert told(marks.one_own_day, dateline, event) == 1
    assert told(marks.one_own_day, dateline, dateline) == told(marks.one_own_day, event, event) == 0
    assert told(marks.one_own_day, PLAIN, said("90", "It was 90.", what="person")) == 0


@pytest.mark.parametrize("sentence", ["The mayor and 14 others were hurt.", "A further 14 people were hurt."])
def test_those_beside_others_are_not_all(sentence):
    every = said("16", "In all 16 people were hurt.", what="person")
    assert told(marks.one_rest, every, said("14", sentence, what="person")) == 1
    assert told(marks.one_rest, every, said("15", "She was hurt with 15 people.", what="person")) == 0


def test_what_was_expected_is_no_result():
    other = said("120", "Analysts had expected 120 people.", what="person")
    assert told(marks.one_forecast, PLAIN, other) == 1
    assert told(marks.one_forecast, PLAIN, PLAIN) == 0


def test_what_is_included_is_a_part():
    other = said("12", "The tram carried pupils, among them 12 people in wheelchairs.", what="person")
    assert told(marks.one_included, PLAIN, other) == 1


@pytest.mark.parametrize(("figure", "band"), [("144", "hardly_apart"), ("14,000", "vastly_apart")])
def test_how_far_apart_figures_are_has_bands(figure, band):
    other = said(figure, f"The tram carried {figure} people.", what="person")
    bands = ("hardly_apart", "vastly_apart")
    assert [name for name in bands if told(getattr(figures, name), PLAIN, other)] == [band]


def test_a_noun_right_behind_one_figure_only_tells_what_the_other_does_not_say():
    bare = said("150", "By noon it had been 150.", what=None)
    bells = said("140", "In the tower hang 140 bells.", what="bell")
    assert told(about.one_named_behind, bells, bare) == 1
    assert told(about.one_named_behind, bells, bells) == 0


def test_sorts_of_figures_that_texts_have_few_or_many_of():
    length = said("14 km", "The line is 14 km long.", what="length")
    warm = said("14 °C", "It was 14 °C.", what="temperature")
    assert told(about.a_measure, length, length) == told(about.a_temperature, warm, warm) == 1
    assert told(about.a_measure, PLAIN, PLAIN) == told(about.a_temperature, PLAIN, PLAIN) == 0


@pytest.mark.parametrize(
    ("sentence", "what", "beside"),
    [
        ("Two were killed and 98 others were injured.", "injured person", 0),
        ("Nineteen others are missing, 98 of them men.", "missing person", 0),
        ("Of those injured two are children; 98 others are injured.", "injured person", 1),
    ],
)
def test_others_are_a_rest_only_beside_those_who_met_with_the_same(sentence, what, beside):
    whole = said("120", "In all 120 people were injured.", what="injured person")
    assert told(marks.one_rest, whole, said("98", sentence, what=what)) == beside
