"""How sure a pair must be, among a few documents of one matter and in a registry of many."""

from __future__ import annotations

from dataclasses import replace

from registry.steps.match.about import one_thing
from registry.steps.match.profile import profile
from registry.steps.match.thresholds import (
    NAMED_APART,
    SURE_DATES,
    default,
    demanded,
    doubted,
    flagged_from,
    scattered,
    worded,
)
from registry.steps.match.weigh import score
from tests.steps.makers import said


def asked(left, right, *, meet, many):
    return demanded(profile(left), profile(right), default(), meet=meet, many=many)


CABINS = said("14", "The ferry has 14 cabins.", what="bed", of="Elm line")
BRIDGES = said("14", "The line crosses 14 bridges.", what="bridge", of="Elm line")


def test_an_equal_figure_of_things_with_two_names_needs_more_in_a_registry():
    assert asked(CABINS, BRIDGES, meet=True, many=False) == default().sure["meet"]
    assert asked(CABINS, BRIDGES, meet=True, many=True) == NAMED_APART


def test_two_days_of_no_act_that_both_name_need_more_in_a_registry():
    left = said("4 May", "The date is 4 May.", what="date", on="2021-05-20")
    right = said("19 October", "The date is 19 October.", what="date", on="2021-05-20")
    assert asked(left, right, meet=False, many=False) == default().sure["days"]
    assert asked(left, right, meet=False, many=True) == SURE_DATES


def test_one_thing_is_asked_no_more_in_a_registry():
    left = said("31", "The alliance has 31 member states.", what="member state", of="Northern Alliance")
    right = said("32", "The alliance has 32 member states.", what="member state", of="Northern Alliance")
    assert asked(left, right, meet=False, many=True) == asked(left, right, meet=False, many=False)


def test_what_speaks_against_two_that_agree_counts_in_a_registry():
    left = said("50", "By then 50 states had signed it.", what="state", verb="sign", of="Treaty")
    right = said("50", "By then 50 states had ratified it.", what="state", verb="ratify", of="Treaty")
    assert doubted(profile(left), profile(right))
    assert score(left, right).score > 0
    assert doubted(profile(left), profile(left)) is None


def test_figures_of_nothing_that_both_name_need_more_to_be_a_conflict():
    left = said("31", "The alliance has 31 member states.", what="member state", of="Northern Alliance")
    right = said("32", "The alliance has 32 member states.", what="member state", of="Northern Alliance")
    one, two = (profile(seen) for seen in (left, right))
    assert flagged_from(one, two, default()) <= default().sure["apart"]
    assert flagged_from(one, profile(BRIDGES), default()) >= default().sure["unlike"]


HOTEL = said("70 feet", "The hotel next door stands 70 feet away.", what="distance", of="Elm house")
PILES = said("55 feet", "It rests on piles driven to 55 feet.", what="pile", of="Elm house")
CRACK = said("3 feet", "The crack in the cellar wall runs for 3 feet.", what="run", of="Elm house")
SPLIT = said("5 feet", "Along the cellar wall a crack of 5 feet was found.", what="find", of="Elm house")
WAIT = said("9 days", "The barges waited 9 days.", what="wait", of="Elm line")
REPAIR = said("6 days", "The crane was mended in 6 days.", what="repair", of="Elm line")


def test_two_lengths_are_scattered_where_no_word_beside_them_is_the_same():
    assert scattered(profile(HOTEL), profile(PILES))
    assert worded(profile(CRACK), profile(SPLIT))
    assert not scattered(profile(CRACK), profile(SPLIT))
    assert not scattered(profile(WAIT), profile(REPAIR))


def test_the_same_words_beside_two_counts_make_a_conflict_of_less():
    left = said("31", "Behind the cellar wall 31 hedgehogs slept through the frost.", what="hedgehog", of="Elm house")
    right = said("27", "A builder who had opened the cellar wall met 27 lizards.", what="lizard", of="Elm house")
    one, two = profile(left), profile(right)
    assert default().flag["apart"] < flagged_from(one, two, default()) < default().flag["unlike"]
    assert flagged_from(one, replace(two, document=one.document), default()) >= default().flag["unlike"]
    assert flagged_from(one, profile(BRIDGES), default()) >= default().flag["unlike"]


def test_two_times_with_no_word_in_common_need_more():
    assert flagged_from(profile(WAIT), profile(REPAIR), default()) >= default().flag["unlike"]


def test_two_years_are_not_one_thing_for_being_years():
    left = said("1884", "The lighthouse was finished in 1884.", what="completion year", of="Ost")
    right = said("1990", "The lighthouse was repaired in 1990.", what="repair year", of="Ost")
    assert not one_thing(profile(left), profile(right))
