"""Why two claims were not joined, in sentences that a person reads."""

from __future__ import annotations

from registry.steps.match import score, why_not
from tests.steps.makers import said


def test_what_rules_a_pair_out_is_said_in_one_sentence():
    left = said("12", "The flood killed 12 people.", what="person", verb="kill", of="Ostrava flood")
    right = said("40", "The flood injured 40 people.", what="person", verb="injure", of="Ostrava flood")
    (told,) = why_not(left, right)
    assert told.startswith("They cannot be one fact: ")
    assert "are different things" in told


def test_what_is_only_unlikely_is_told_with_what_it_would_take():
    left = said("14", "The wheel has 14 spokes.", what="spoke", of="Marlow Wheel")
    right = said("1,200", "Some 1,200 guests came to the wheel.", what="guest", of="Marlow Wheel")
    told = why_not(left, right)
    assert told[-1].startswith("What speaks for one fact, ")
    assert any(reason.startswith("Against it counts that ") for reason in told)


def test_claims_that_are_joined_have_nothing_against_them():
    left = said("31", "The alliance has 31 member states.", what="member state", of="Northern Alliance")
    right = said("32", "All 32 member countries of the alliance agreed.", what="member country", of="Northern Alliance")
    assert why_not(left, right) == ()


def test_reasons_show_words_and_never_stems():
    left = said("14", "Lovelace rated the 14 giant cabins.", what="giant cabin", of="Marlow Wheel")
    right = said("16", "Lovelace rated the 16 glazed cabins.", what="glazed cabin", of="Marlow Wheel")
    found = score(left, right)
    told = " ".join((*found.reasons, *found.against))
    assert "‹" not in told
    assert "glazed" in told
    assert "glaz," not in told


def test_those_who_are_asked_for_something_are_no_wish():
    asked = said("125", "The groups ask all 125 members of the club to vote.", what="member", of="Hardal Club")
    held = said("125", "The Hardal Club has 125 members.", what="member", of="Hardal Club")
    sought = said("125", "The Hardal Club has asked for 125 members.", what="member", of="Hardal Club")
    assert score(asked, held).same
    assert not score(sought, held).same
