"""What a question asks for names the figure that answers it."""

from __future__ import annotations

import pytest

from tests.steps.reading import called, claims


@pytest.mark.parametrize(
    ("question", "answer", "exact", "name"),
    [
        ("How many people died?", "The final count is 15.", "15", "death"),
        ("How many were hurt?", "So far 31.", "31", "injured person"),
        ("How many doses were recalled?", "About 1.2 million, the agency says.", "About 1.2 million", "recalled dose"),
        ("How many goals has he scored?", "Twenty-seven last season.", "Twenty-seven", "goal"),
        ("How many came to the opening?", "The club counted 5,200.", "5,200", "person"),
        ("How many cooks are employed?", "3,800.", "3,800", "employed cook"),
        ("What did the bridge cost?", "61 million euros, says the council.", "61 million euros", "cost"),
        ("How big is the loss?", "The company speaks of 70 million euros.", "70 million euros", "loss"),
        ("How high does it fly?", "At 820 km.", "820 km", "altitude"),
        ("And the injured?", "Three, says the clinic.", "Three", "injured person"),
        ("What about the goats?", "We lost 40.", "40", "goat"),
        ("Did jobs go?", "340, more than first said.", "340", "job"),
        ("Were homes lost?", "Sixty, in both valleys.", "Sixty", "lost home"),
        ("Have people died?", "Three, all of them divers.", "Three", "death"),
        ("Does anybody live there?", "212, at the last count.", "212", "person"),
        ("How much has the museum spent?", "Seven million dollars so far.", "Seven million dollars", "spending"),
    ],
)
def test_an_answer_that_names_nothing_is_called_what_is_asked_for(question, answer, exact, name):
    assert called(f"Questions and answers\n\n{question}\n{answer}", exact) == name


def test_an_answer_takes_nothing_over_from_the_one_before():
    text = "Five answers\n\nAre the seats sold?\nSome 61 percent of them.\n\nHave people died?\nThree.\n"
    (sold, dead) = [claim.assertion for claim in claims(text, "2031-01-05")][-2:]
    assert (sold.value.unit, dead.value.unit, dead.attribute.label) == ("percent", "count", "death")


def test_a_bare_figure_that_answers_what_something_costs_is_a_sum():
    text = "The fair\n\nA stall was 90 euros.\n\nHOST: What did the fair cost in the end?\n\nKELLER: {}\n"
    for answer, unit in (("Four point two million.", "EUR"), ("Two million litres of water.", "l")):
        found = claims(text.format(answer), "2031-01-05")[-1].assertion
        assert found.value.unit == unit
    assert found.notes == ("asked What did the fair cost in the end?",)


def test_what_follows_a_short_reply_answers_the_question_too():
    text = "The raid\n\nIs it true that many were hurt?\n\nNo. Nine people went to hospital. Two were let go."
    notes = {claim.span.exact: claim.assertion.notes for claim in claims(text, "2031-01-05")}
    assert notes == {"Nine": ("asked Is it true that many were hurt?",), "Two": ()}


def test_an_answer_is_no_furniture():
    text = (
        "Orlin Museum - questions and answers\n\nHow old is the museum?\nIt was founded in 1907. The building on the "
        "quay, which a baker paid for, was opened by the king.\n\nHow many clocks are there?\nAbout 96,000. Most are "
        "in store."
    )
    assert called(text, "About 96,000") == "clock"


def test_a_figure_that_names_its_thing_keeps_the_name_below_a_question():
    text = "Questions and answers\n\nHow many people died?\nThe quake destroyed 40 homes."
    assert called(text, "40") == "destroyed home"


def test_only_the_sentence_that_follows_is_the_answer():
    text = "Questions and answers\n\nHow many people died?\nNobody knows yet. Sales were 12 million euros."
    found = [claim.assertion for claim in claims(text, "2031-01-05") if claim.span.exact == "12 million euros"]
    assert found[0].attribute.label == "sales"


def test_it_behind_a_predecessor_is_not_the_topic():
    text = "The Aldis satellite\n\nThe satellite's predecessor went into orbit in 2016. It was to last five years."
    found = [claim.assertion for claim in claims(text, "2031-01-05") if claim.span.exact == "five years"]
    assert found[0].subject is not None
    assert "predecessor" in found[0].subject.label
