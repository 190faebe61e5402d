"""Figures of two parties to one matter: votes of rivals, what two sides ask for; items and instalments of a total."""

from __future__ import annotations

import pytest

from registry.steps.match import parties, portions
from registry.steps.match.bearers import bearer
from registry.steps.match.profile import profile
from tests.steps.makers import said


def seen(words, sentence, what="vote", **more):
    return profile(said(words, sentence, what=what, **more))


@pytest.mark.parametrize(
    ("words", "sentence", "name", "second"),
    [
        ("3,980", "Ida Orr won 4,120 votes and Mr Bell 3,980.", "Bell", True),
        ("3,980", "Ida Orr won 4,120 votes against 3,980 for the Liberal Tom Bell.", "Tom Bell", True),
        ("4,120", "Ida Orr won 4,120 votes and Mr Bell 3,980.", "Ida Orr", False),
        ("4,120", "Orr, a teacher from Lansk, polled 4,120 votes.", "Orr", False),
        ("4,120", "In Lansk 4,120 votes were counted.", "", False),
    ],
)
def test_whose_figure_it_is_stands_beside_it(words, sentence, name, second):
    assert bearer(said(words, sentence, what="vote")) == (name, second)


def test_the_figures_of_two_rivals_are_two():
    second = seen("3,980", "Ida Orr won 4,120 votes and Tom Bell 3,980.")
    assert parties.other_bearer(second, seen("4,120", "Ida Orr received 4,120 votes."))
    assert parties.other_bearer(second, seen("4,120", "There she got 4,120 votes.", of="Ida Orr", topic="Lansk"))
    assert parties.other_bearer(second, seen("3,890", "Tom Bell received 3,890 votes.")) is None
    assert parties.other_bearer(seen("4,120", "Ida Orr had 4,120."), seen("3,980", "Tom Bell had 3,980.")) is None


def test_what_two_sides_ask_for_is_two():
    nine = seen("nine years", "Prosecutors had asked for nine years, her lawyer for two.", what="prison sentence")
    for sentence in ("The defence sought two years.", "At the trial she had asked for two years."):
        assert parties.other_asker(nine, seen("two years", sentence, what="prison sentence"))
    two = seen("two", "Prosecutors had asked for nine years, her lawyer for two.", what="prison sentence")
    assert parties.other_asker(nine, two)
    for sentence in ("The crown sought seven years.", "We ask for seven years.", "She got seven years in prison."):
        assert parties.other_asker(nine, seen("seven years", sentence, what="prison sentence")) is None


def test_a_clause_about_who_asks_is_not_who_asks():
    eight = seen("8 percent", "The union, which has 1,340 members at the company, demands 8 percent.", what="pay rise")
    assert parties.asker(eight.frame[0]) == {"union"}


def test_an_item_of_a_list_is_not_its_total():
    item = seen(
        "22",
        "On 4 May it had upheld 31 of 40 complaints: 22 complaints about noise and nine about litter.",
        "complaint",
    )
    assert portions.only_item(item, seen("31", "The council upheld 31 complaints.", what="complaint"))
    assert portions.only_item(item, seen("25", "It upheld 25 complaints about noise.", what="complaint")) is None
    boats = seen("eight", "It lost 14 ships: eight boats and six barges.", what="boat")
    assert portions.only_item(boats, seen("nine", "In all nine boats were lost.", what="boat")) is None


def test_a_part_is_no_part_of_what_is_hardly_its_whole():
    part = seen("33", "Labour has 33 of the 60 seats.", what="seat", of="Labour")
    assert portions.part_of_it(part, seen("32", "It has 32 seats.", what="seat", of="Labour Party")) is None
    assert portions.part_of_it(part, seen("64", "The council has 64 seats.", what="seat", of="Labour"))
    died = seen("35", "In all 35 of the 51 men died, most of them at night.", what="death")
    assert died.near.part == ("51", "man")


def test_what_is_added_to_a_total_is_not_the_total():
    added = seen("41", "The team dug up 41 coins, bringing the total to 96.", what="coin")
    assert portions.only_added(added, seen("96", "The team has dug up 96 coins.", what="coin"))
    assert (
        portions.only_added(added, seen("44", "It dug up 44 coins, which takes the number to 99.", what="coin")) is None
    )
    assert portions.only_added(added, seen("42", "The team dug up 42 coins.", what="coin")) is None
    day = seen("41", "On 3 May the team dug up 41 coins, bringing the total to 96.", what="coin")
    assert portions.only_added(day, seen("44", "On 3 May it dug up 44 coins.", what="coin")) is None
