"""Sentences that are the same but for their figures."""

from __future__ import annotations

import pytest

from registry.model.finding import Relation
from registry.steps.check import examine, judge
from registry.steps.match import score
from registry.steps.match.twins import follows, form, twins
from tests.steps.makers import said

GROSS = "With {} crowns at home and {} crowns abroad, the opera has taken {} crowns."


def both(text, first, then, words, other):
    return said(words, text.format(*first)), said(other, text.format(*then))


def test_figures_in_the_same_place_of_a_copied_sentence_answer_one_question():
    left, right = both(GROSS, ("116", "16", "132"), ("118", "16", "134"), "132", "134")
    assert twins(left, right) is True
    assert score(left, right).same
    assert "same place" in score(left, right).reasons[0]


def test_figures_in_different_places_of_a_copied_sentence_never_do():
    left, right = both(GROSS, ("116", "16", "132"), ("116", "16", "132"), "116", "132")
    assert twins(left, right) is False
    assert score(left, right).same is False
    assert not [pair for pair in examine([left, right]) if pair.finding.relation.is_conflict]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The harbour of Tarn handled 812 ships in the whole year.",
            "The harbour of Lunde handled 815 ships in the whole year.",
        ),
        ("In 2021 the harbour of Tarn handled 812 ships.", "In 2022 the harbour of Tarn handled 815 ships."),
        (
            "As of 4 March, the harbour of Tarn handled 812 ships.",
            "As of 9 March, the harbour of Tarn handled 815 ships.",
        ),
        ("Ships: 812", "Ships: 815"),
    ],
    ids=["another name", "another year", "another day", "too short"],
)
def test_nothing_is_known_of_sentences_that_differ_otherwise(one, two):
    assert twins(said("812", one), said("815", two)) is None


def test_one_document_has_no_twins():
    left, right = both(GROSS, ("116", "16", "132"), ("118", "16", "134"), "132", "134")
    assert twins(left, said("134", right.sentence.exact, where=left.source.id)) is None


def test_a_comparator_may_differ_and_its_words_do_not_move_the_place():
    text = "The stadium at the old harbour holds {} people, and the hall {} people."
    left, right = (
        said("more than 400", text.format("more than 400", "90")),
        said("fewer than 400", text.format("fewer than 400", "90")),
    )
    assert twins(left, right) is True
    assert judge(left, right).relation is Relation.CONTRADICTION


def test_an_edited_bound_is_flagged_and_bounds_of_two_texts_are_not():
    text = "Since it opened, the museum of glass at Tarn has been seen by {} people from all over the world."
    left, right = (
        said("more than 400", text.format("more than 400")),
        said("more than 500", text.format("more than 500")),
    )
    assert judge(left, right).relation is Relation.CONTRADICTION
    assert (
        judge(left, said("more than 500", "The glass museum has had more than 500 guests.")).relation
        is Relation.COMPATIBLE
    )


@pytest.mark.parametrize(
    ("one", "other"), [("September 12, 2010", "September 12, 1992"), ("12 March 2010", "4 April 2010")]
)
def test_all_parts_of_a_date_are_the_figure_itself(one, other):
    text = "Anna Kessel (born {}) is a writer and a singer from the harbour of Tarn."
    assert twins(said(one, text.format(one)), said(other, text.format(other))) is True


def test_a_date_beside_the_figure_still_is_another_time():
    text = "On {}, the harbour of Tarn said that it had handled {} ships in the week."
    left, right = (said(n, text.format(day, n)) for day, n in (("May 12, 2010", "812"), ("May 12, 1992", "815")))
    assert twins(left, right) is None


@pytest.mark.parametrize(
    "other",
    [
        "In 2021 the port of Tarn handled more than 9 ships.",
        "In 2021 the port of Lunde handled 812 ships.",
        "In 2021 the port of Tarn handled 812 ships and boats.",
        "In 2021 the port of Tarn handled 812",
        "The port of Tarn handled three ships in May 2021.",
        "",
    ],
)
def test_a_sentence_follows_another_where_their_words_are_the_same(other: str):
    one = form("In 2021 the port of Tarn handled 812 ships.")
    assert follows(one, other) == (one.words == form(other).words)
