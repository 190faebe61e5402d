"""What an editor reads of why two claims were joined or not is short, plain, and stands on one side only."""

from __future__ import annotations

from itertools import combinations
from math import log10

import pytest

from registry.steps.match import score
from registry.steps.match.profile import profile
from registry.steps.match.saying import spelled
from registry.steps.match.weigh import between, features
from tests.steps.makers import said

CLAIMS = (
    said("46", "The tower is 46 lamps high.", what="lamp", of="Norsund", where="a", on="2024-05-01"),
    said("48", "The tower of Norsund has 48 lamps.", what="lamp", of="Norsund", where="b", on="2024-06-01"),
    said("460", "Some 460 lamps were lit in the old tower.", what="lamp", of="Norsund", where="c", on="2024-06-02"),
    said("46", "Only 46 bells ring on the day in 2019.", what="bell", of="Hardal", where="d", on="2024-06-03"),
    said("46", "More than 46 of the lamps burned.", what="lamp", of="Norsund", where="e", on="2024-06-04"),
    said("4 May", "The lamp was lit on 4 May.", what="lighting date", of="Norsund", where="f", on="2024-06-05"),
    said("5 May", "The lamp was lit on 5 May.", what="lighting date", of="Norsund", where="g", on="2024-06-06"),
)
LONGEST = 120


@pytest.mark.parametrize(("left", "right"), list(combinations(CLAIMS, 2)))
def test_a_reason_stands_on_one_side_and_is_short(left, right):
    for akin in (0.1, 0.8):
        found = score(left, right, akin=akin)
        assert not set(found.reasons) & set(found.against)
        for why in (*found.reasons, *found.against):
            assert len(why) <= LONGEST
            assert "‹" not in why


def test_a_reason_names_a_verb_by_a_word_not_by_its_stem():
    left, right = profile(CLAIMS[1]), profile(CLAIMS[2])
    assert spelled("one text says ‹hav›, the other ‹lit›", left, right) == "one text says “have”, the other “lit”"
    assert spelled("both mention ‹tower›", left, right) == "both mention “tower”"


@pytest.mark.parametrize(("left", "right"), list(combinations(CLAIMS, 2)))
def test_no_two_features_say_the_same_words(left, right):
    one, two = profile(left), profile(right)
    told = [each.why for each in features(one, two).values() if each.why]
    assert len(told) == len(set(told))


@pytest.mark.parametrize(("value", "apart"), [("48", False), ("69", False), ("128", True), ("460", True)])
def test_figures_are_far_apart_or_much_the_same_and_never_both(value, apart):
    left = said("46", "The tower has 46 lamps.", what="lamp", of="Norsund", where="a")
    right = said(value, f"The tower has {value} lamps.", what="lamp", of="Norsund", where="b")
    told = {each.why for each in features(profile(left), profile(right)).values()}
    assert ("the figures are far apart" in told) is apart is (log10(float(value) / 46) > 0.3)
    assert ("the figures are of much the same size" in told) is not apart


def test_documents_of_one_matter_are_not_said_to_be_about_different_things():
    one, two = profile(CLAIMS[0]), profile(CLAIMS[3])
    told = {each.why for each in between(one, two, features(one, two), 0.9).values()}
    assert "the documents are about the same matter" in told
    assert "the documents are about different things" not in told


def test_what_both_count_is_named_by_the_word_of_the_texts():
    left = said("212", "The ferry carried 212 passengers.", what="passenger", of="Marisol")
    right = said("221", "Aboard the ferry were 221 passengers.", what="passenger", of="Marisol")
    assert "both figures count or measure the same thing: “passengers”" in score(left, right).reasons
