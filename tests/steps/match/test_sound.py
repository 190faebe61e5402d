"""A question is put together only from names that stand in its sources; else the sentence itself is quoted."""

from __future__ import annotations

import dataclasses

import pytest

from registry.model.assertion import Kind
from registry.model.document import Source
from registry.steps.match import question
from tests.steps.match.test_questions import TWO, amount, figured


def counts(text, exact, attribute, subject, document="a"):
    """A claim that counts something."""
    made = figured(text, exact, attribute, subject, Kind.COUNT, TWO)
    return dataclasses.replace(made, source=Source(document))


@pytest.mark.parametrize(
    ("made", "asked"),
    [
        (
            counts("There are 57 today, says the warden of the park.", "57", "today", "Hardal"),
            "“There are … today, says the warden of the park” (Hardal): how many?",
        ),
        (counts("Hardal has 57 wardens on duty today.", "57", "warden", "Hardal"), "Hardal: how many wardens?"),
        (
            counts("A 20-page report was handed to Hardal.", "20", "page", "Hardal"),
            "“A …-page report was handed to Hardal”: how many?",
        ),
        (
            counts("By then 410 visitors had been counted.", "410", "visitor", "Hardal crowd"),
            "“By then … visitors had been counted”: how many?",
        ),
        (
            counts("The Hardal crowd were 410 visitors by then.", "410", "visitor", "Hardal crowd"),
            "The Hardal crowd: how many visitors?",
        ),
        (
            counts("All in all 410 visitors came by then.", "410", "visitor", "THE PARK HAS A GOOD YEAR"),
            "“All in all … visitors came by then”: how many?",
        ),
        (counts("Police in Hardal counted 4 dead.", "4", "death", "Hardal"), "How many people died in Hardal?"),
        (counts("Of the guests 4 were dead at last.", "4", "death", "Ada Holm"), "Ada Holm: how many people died?"),
        (
            figured("A ewe is worth 320 euros to the fund.", "320 euros", "fee", "Hardal", Kind.MONEY, amount("EUR")),
            "“A ewe is worth … to the fund” (Hardal): how much money?",
        ),
        (
            figured("It was the third theft of its kind.", "third", "kind", "Hardal", Kind.ORDINAL, amount("ordinal")),
            "“It was the … theft of its kind” (Hardal): which?",
        ),
        (
            figured("The budget of May 2020 has been exceeded.", "May 2020", "budget", "Hardal"),
            "“The budget of … has been exceeded” (Hardal): when?",
        ),
        (
            figured("Construction of the quay began in 1931.", "1931", "construction start date", "Hardal"),
            "When was the start of the construction (Hardal)?",
        ),
        (
            figured(
                "Staff of Hardal stayed away for 24 hours.",
                "24 hours",
                "employee",
                "Hardal",
                Kind.MEASURE,
                amount("hour"),
            ),
            "“Staff of Hardal stayed away for …”: how long?",
        ),
    ],
)
def test_a_question_is_put_together_only_from_what_the_sources_say(made, asked):
    assert question([made]) == asked


def test_what_two_documents_call_a_subject_is_its_name():
    one = counts("By then 410 visitors had been counted.", "410", "visitor", "Hardal crowd")
    two = counts("Altogether 420 visitors had come by then.", "420", "visitor", "Hardal crowd", "b")
    assert question([one, two]) == "The Hardal crowd: how many visitors?"


def test_a_sentence_that_can_be_quoted_whole_is_taken_before_one_that_must_be_cut():
    long = counts(f"{'It was told to all ' * 8}that 57 today are here.", "57", "today", "Hardal")
    short = counts("There are 58 today in the park.", "58", "today", "Hardal", "b")
    assert question([long, short]) == "“There are … today in the park” (Hardal): how many?"
