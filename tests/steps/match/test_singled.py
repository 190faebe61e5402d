"""Figures of one noun that hold for one, for several or for others: averages, rivals, payers, parts told apart."""

from __future__ import annotations

import pytest

from registry.steps.match import singled
from registry.steps.match.profile import profile
from registry.steps.match.times import other_occasion
from registry.steps.match.told import other_teller
from tests.steps.makers import said


def seen(words, sentence, what="spectator", **more):
    return profile(said(words, sentence, what=what, **more))


def test_an_average_is_that_of_no_single_case():
    one = seen("19,240", "They won in front of 19,240 spectators.")
    assert singled.only_average(one, seen("17,800", "The average attendance in the season was 17,800."))
    assert singled.only_average(one, seen("17,800", "They played before 17,800 on average."))
    assert singled.only_average(one, seen("18,940", "They won in front of 18,940 spectators.")) is None


@pytest.mark.parametrize(
    "sentence", ["The market leader's average ticket costs 8.90.", "Its other hall, the Lyric, sells them at 8.90."]
)
def test_what_a_rival_has_is_not_held_against_it(sentence):
    own = seen("8.10", "The average ticket price rose to 8.10.", what="ticket price")
    assert singled.of_a_rival(own, seen("8.90", sentence, what="ticket price"))
    assert singled.of_a_rival(own, seen("8.20", "The average ticket costs 8.20.", what="ticket price")) is None


def test_what_is_paid_for_a_rival_is_no_figure_of_the_rival():
    one = seen("€4.9 billion", "Marsk is to take over its rival Baltana for €4.9 billion.", what="price")
    two = seen("€4.6 billion", "Marsk pays €4.6 billion for Baltana.", what="price")
    assert singled.of_a_rival(one, two) is None


def test_two_sorts_of_people_pay_two_sums():
    family = seen("400 dollars", "A family of four will pay 400 dollars.", what="payment")
    assert singled.for_other_payers(
        family, seen("541 dollars", "A traveller from Peru will pay 541 dollars.", what="payment")
    )
    assert (
        singled.for_other_payers(family, seen("440 dollars", "A family of four must pay 440 dollars.", what="payment"))
        is None
    )


def test_two_classes_pay_two_prices():
    car = seen("3.20 euros", "They pay 3.20 euros each way in a car.", what="price")
    lorry = seen("€7.40", "On it lorries pay €7.40.", what="price")
    assert singled.for_other_payers(car, lorry)
    assert singled.for_other_payers(car, seen("€2.80", "The toll for a car is €2.80.", what="toll")) is None
    many = seen("40", "The depot has 40 in a car park.", what="bus")
    assert singled.for_other_payers(many, seen("12", "Lorries pay 12.", what="lorry")) is None


def test_parts_that_a_letter_or_a_number_tells_apart_are_two():
    one = seen("184", "It began in wing C, where 184 men were held.", what="man")
    assert singled.other_of_many(one, seen("210", "In wing A, with 210 men, all stayed quiet.", what="man"))
    assert singled.other_of_many(one, seen("148", "There were 148 men in wing C.", what="man")) is None
    assert singled.other_of_many(one, seen("320", "Some 320 men were moved.", what="man")) is None


def test_what_is_built_is_no_part_with_a_number():
    one = seen("four", "The firm is building 30 homes and four shops.", what="shop")
    assert singled.other_of_many(one, seen("five", "It is building 36 homes and five shops.", what="shop")) is None
    flat = seen("12", "In the building a fire hurt 12 people in zone 2.", what="injured person")
    assert singled.numbered(flat.text, flat.figures) == {"zone": {"2"}}


def test_the_day_since_which_others_are_counted_is_that_of_no_event():
    began = seen("1 October", "The fighting broke out on 1 October.", what="start date", on="2024-10-20")
    counted = "98,900 people have crossed since 2 October."
    assert singled.counted_since(began, seen("2 October", counted, what="start date", on="2024-10-20"))
    in_force = seen("2 October", "The truce has held since 2 October.", what="start date", on="2024-10-20")
    assert singled.counted_since(began, in_force) is None
    among = "The lock, in use since 2 October, takes boats of 60 tonnes and 18 metres."
    assert singled.counted_since(began, seen("2 October", among, what="start date", on="2024-10-20")) is None


def test_a_day_before_the_one_by_which_it_is_due_keeps_to_it():
    due = seen("30 June", "Nine of them will close by 30 June.", what="closing date", on="2024-02-12")
    early = seen("27 June", "The Regent will close on 27 June.", what="closing date", on="2024-02-12")
    late = seen("4 July", "The Regent will close on 4 July.", what="closing date", on="2024-02-12")
    assert singled.within_due(due, early)
    assert singled.within_due(due, late) is None


def test_people_are_not_held_against_things():
    people = seen("212", "212 people were rescued in three operations.", what="rescued person")
    assert singled.people_and_things(people, seen("214", "It rescued them in 214 operations.", what="operation"))
    assert singled.people_and_things(people, seen("221", "221 migrants were rescued.", what="migrant")) is None
    headline = seen("two", "Tram crash: two dead as tram derails.", what="death")
    later = seen("three", "The number of people killed rose to three, after a woman died.", what="death")
    assert singled.people_and_things(headline, later) is None


def test_one_more_occasion_may_stand_behind_its_figure():
    first = seen("53,000", "53,000 tickets were sold.", what="ticket")
    assert other_occasion(first, seen("39,000", "They had sold 39,000 tickets for a second concert.", what="ticket"))


def answered(sentence):
    told = said("94 cents", sentence, what="amount", where="report")
    answer = said("11 cents", "A critic speaks of 11 cents.", what="amount", where="report", shift=len(sentence) + 1)
    return other_teller(profile(told), profile(answer)).value


def test_an_answer_is_to_the_last_figure_before_it():
    assert answered("94 cents reach the hospices.") == 1
    assert answered("94 cents reach the hospices, six cents go elsewhere.") == 0


def test_who_made_it_so_many_gives_another_figure():
    marched = "On Saturday 9,000 people marched for the lake, in the organisers' count."
    told = said("9,000", marched, what="person", where="report")
    for words, sentence, told_of in (
        ("3,500", "The police made it 3,500.", 1),
        ("35", "The police made 35 arrests.", 0),
    ):
        other = said(words, sentence, where="report", shift=len(marched) + 1)
        assert other_teller(profile(told), profile(other)).value == told_of


def test_who_has_done_something_with_what_is_counted_gives_no_figure():
    prosecution = seen("31", "The prosecution has named 31 witnesses.", what="witness")
    assert prosecution.speaker is None
    assert seen("31", "The prosecution spoke of 31 victims.", what="victim").speaker


def test_dead_birds_are_no_people():
    assert singled.sort("dead birds on the beach") == "things"
    assert singled.sort("dead as tram derails") == "people"


@pytest.mark.parametrize(
    ("sentence", "other", "what", "parted"),
    [
        ("At the edge of the village she lost 304 vines.", "It was found in 310 vines.", "vine", True),
        ('"I have 304 vines to look after," he said.', "It was found in 310 vines.", "vine", True),
        ('The chief said: "304 of mine."', "It was found in 310 vines.", "vine", True),
        ("At the edge of the village she lost 304 vines.", "He says she had 310 vines.", "vine", False),
        ('"I have 304 firefighters on the slope," he said.', "There are 310 firefighters.", "firefighter", False),
        ("The village lost 304 vines.", "It was found in 310 vines.", "vine", False),
        ("At the edge of the village she lost 304 vines.", "Ana Marko owns 310 vines.", "vine", False),
    ],
)
def test_what_one_person_has_is_not_what_all_have(sentence, other, what, parted):
    one, two = seen("304", sentence, what=what), seen("310", other, what=what)
    assert bool(singled.only_own(one, two)) is parted
    assert bool(singled.only_own(two, one)) is parted


def test_what_is_about_the_same_person_is_not_parted_for_being_hers():
    one = seen("304", "She lost 304 vines.", what="vine", of="Ana Marko")
    assert singled.only_own(one, seen("310", "Marko had 310 vines.", what="vine")) is None
    assert singled.only_own(one, seen("310", "The blight took 310 vines.", what="vine", of="Ana Marko")) is None
