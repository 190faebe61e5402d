"""Bare figures that stand against a measured one, answer a question for a size, or are sums that people talk of."""

from __future__ import annotations

import pytest

from tests.steps.reading import claims, said_of

AGAINST = [
    ("The barge had slowed from 12 knots to seven as it came to the lock.", "seven", "knot", "barge speed"),
    ("The plan cut the stay from nine days to four and the queue from 300 people to 120.", "four", "day", None),
    ("It grew from 12 shops to 300 and its hall from 400 square metres to 2,100.", "2,100", "m2", "hall area"),
    ("The wall is 9 metres high, not four, as the drawing had it.", "four", "m", None),
    ("The scan took nine minutes instead of two.", "two", "minute", "scan time"),
    (
        "The van had rolled 14 metres down the lane; the driver spoke of no more than two.",
        "no more than two",
        "m",
        None,
    ),
    (
        "The ship had dragged her chain for 53 km; the owner admitted to at most three.",
        "at most three",
        "km",
        "distance",
    ),
    ("The crack was 12 centimetres wide; the builder puts it at two.", "two", "cm", "crack width"),
    ("The noise at night was 61 decibels; the law allows 45 there.", "45", "dB", None),
    ("The kiln was heated to 900 degrees, though the manual says 750.", "750", "degC", None),
    ("I was on the platform four minutes, no longer. The camera has you there for eleven.", "eleven", "minute", None),
    ("He spent three years in Rome and two in Paris.", "two", "year", None),
    ("The pond is four feet deep at the edge and nine in the middle.", "nine", "ft", None),
    ("In the first heat she threw 61 metres, in the second 58, and in the final 63.", "63", "m", None),
    ("The old rope was 2,200 metres long. The new one is 1,800.", "1,800", "m", None),
    ("The storm pushed the wind to 31 metres a second. Our gauge had 27.", "27", "m/s", "wind"),
    ("The lease runs for 99 years, of which 41 are left.", "41", "year", "term"),
]
NOT_AGAINST = [
    ("The council will cut 120 jobs over three years, 40 of them at once.", "40"),
    ("The raid took 40 minutes and 12 arrests in the north and 15 in the south.", "15"),
    ("The trip took 9 hours; the guide said two were ill.", "two"),
    ("The blast killed 15 people within 300 metres of the gate. The ministry says 12.", "12"),
    ("The meeting took 40 minutes. There was room for 20.", "20"),
    ("He rode 40 km on Sunday with friends, and on Monday with six.", "six"),
    ("The room is 12 metres long, with seats for 40, and in the back 20.", "20"),
    ("The blast hurt 12 people within 300 metres of the gate and killed two in the yard.", "two"),
    ("The club has 9 boats, of which six are leased.", "six"),
    ("It took the team 40 minutes to free two, the captain said, not three.", "three"),
    ("The train left with 200 passengers, 40 minutes late. The driver counted 180.", "180"),
]
TALK = """The skipper of the Anna
From our podcast

HOST: {}

QUINN: {}

HOST: You never sold her?

QUINN: No. The paint alone is forty pounds a tin.

HOST: And now?

QUINN: We will see.
"""
ASKED = [
    ("How old was the skipper?", "Seventy-one.", "Seventy-one", "year", "age"),
    ("How deep was the water there?", "Twelve metres at low tide.", "Twelve metres", "m", "depth"),
    ("How far out were you?", "Six miles. The coastguard says four.", "four", "mi", "distance"),
    ("How many metres were there between you and the pier?", "Nine.", "Nine", "m", "distance"),
    ("How many men were there?", "Nine.", "Nine", "count", "man"),
    ("What percentage of the crew had left?", "Thirty.", "Thirty", "percent", "share of crew"),
    ("How many of your nets are torn?", "Six or so.", "Six or so", "count", "torn net"),
    ("What did the yard charge?", "Nine thousand.", "Nine thousand", "GBP", "charge"),
    (
        "Were you happy with the price? The board's ninety thousand?",
        "The yard got half.",
        "ninety thousand",
        "GBP",
        None,
    ),
    ("And the budget?", "Eleven million.", "Eleven million", "GBP", "budget"),
    ("Was she worth it?", "She went for nine hundred.", "nine hundred", "GBP", None),
    ("Were there many at the fair?", "Twelve thousand on Saturday.", "Twelve thousand", "count", None),
    ("You earned 2.3 million last year.", "So they say.", "2.3 million", "GBP", None),
    ("How often did she leak?", "The tank holds six litres. Twice.", "Twice", "count", None),
]
POUNDS = [
    ("The lot weighs nearly 11 pounds, said the valuer, who put it at £780,000.", "nearly 11 pounds", "lb"),
    ("A ticket costs £12. The trophy is 14 pounds heavier than the old one.", "14 pounds", "lb"),
    ("The bakery uses 40 pounds of flour a day and pays £300 in rent.", "40 pounds", "lb"),
    ("She lost eleven pounds in the first month. The course cost $90.", "eleven pounds", "lb"),
    ("The club spent 200 pounds of its own money on the roof.", "200 pounds", "GBP"),
    ("A coffee is two pounds ten a cup.", "two pounds ten", "GBP"),
    ("Some 900 pounds of damage was done to the hut.", "Some 900 pounds", "GBP"),
    ("He lost 40 pounds a week through the strike.", "40 pounds", "GBP"),
]
VOTES = [
    ("The Diet did pass the law, 76 to 72.", "76", "vote for"),
    ("The Diet did pass the law, 76 to 72.", "72", "vote against"),
    ("The amendment fell, 36 to 43.", "36", "vote for"),
    ("Parliament rejected the budget, 58 to 61, after a night of talks.", "61", "vote against"),
    ("The synod passed it, 212 to 97, on Friday.", "97", "vote against"),
    ("The council threw the plan out, 19 to 26, and the board backed the road by nine to four.", "26", "vote against"),
    ("The council threw the plan out, 19 to 26, and the board backed the road by nine to four.", "nine", "vote for"),
]


@pytest.mark.parametrize(("text", "exact", "unit", "attribute"), AGAINST)
def test_a_bare_figure_has_the_unit_of_the_one_it_stands_against(text, exact, unit, attribute):
    said = said_of(text, exact)
    assert said.value.unit == unit
    assert attribute is None or (said.attribute and said.attribute.key == attribute)


@pytest.mark.parametrize(("text", "exact"), NOT_AGAINST)
def test_a_figure_that_only_follows_a_measured_one_stays_a_count(text, exact):
    assert said_of(text, exact).value.unit == "count"


@pytest.mark.parametrize(("question", "answer", "exact", "unit", "attribute"), ASKED)
def test_an_answer_has_unit_and_name_from_its_question(question, answer, exact, unit, attribute):
    said = said_of(TALK.format(question, answer), exact)
    assert said.value.unit == unit
    assert attribute is None or (said.attribute and said.attribute.key == attribute)


def test_a_question_that_only_names_the_next_thing_asks_for_the_same_of_it():
    talk = TALK.replace("No. The paint", "Seventy. The paint").replace("You never sold her?", "And the boat?")
    said = said_of(talk.format("How old was the skipper?", "Forty."), "Seventy")
    assert (said.value.unit, said.attribute.key) == ("year", "age")


def test_how_many_asks_again_for_what_was_counted_before():
    talk = TALK.replace("No. The paint", "Four. The paint").replace("You never sold her?", "How many did you get out?")
    assert said_of(talk.format("How many horses were on board?", "Eleven."), "Four").attribute.key == "horse"


@pytest.mark.parametrize(("text", "exact", "unit"), POUNDS)
def test_pounds_are_a_weight_where_the_words_weigh(text, exact, unit):
    assert said_of(text, exact).value.unit == unit


@pytest.mark.parametrize(("text", "exact", "attribute"), VOTES)
def test_the_sides_of_a_vote_stand_behind_what_was_decided(text, exact, attribute):
    said = said_of(text, exact)
    assert (said.attribute.key, said.value.single) == (attribute, True)


def test_what_comes_every_year_is_not_counted_in_years():
    said = said_of("The firm is doing well, and the village gets its 1.2 million every year.", "1.2 million")
    assert said.attribute is None or said.attribute.key != "year"


GRADES = [
    ("The agency rated the incident at level 0 of the INES scale.", {"0": "ines level"}),
    ("The event was put on INES level 1 after a review.", {"1": "ines level"}),
    ("The ministry raised the terror alert to level 3 yesterday.", {"3": "level"}),
    ("The bunker is on level 2 of the car park, and ward 4 is on level 3.", {}),
    ("He was put in a category 3 prison and moved to the ward on level 2.", {}),
    ("The storm came ashore as a category 4 hurricane.", {}),
]


@pytest.mark.parametrize(("text", "named"), GRADES)
def test_a_level_is_a_claim_where_something_is_rated_at_it(text, named):
    found = {one.span.exact: one.assertion.attribute.key for one in claims(text) if one.assertion.value}
    assert found == named
