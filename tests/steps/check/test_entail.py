"""Whether one text says what another one says."""

from __future__ import annotations

import pytest

from registry.cli.documents import typed
from registry.cli.stateless import claims_of
from registry.steps.check import relation
from registry.steps.check.entail import lost
from registry.steps.match.words import content

FERRY = "In addition to 14 dead, some 170 passengers of the ferry were injured in the port of Tarn on Monday."


def related(one, other):
    a, b = (claims_of([typed(text, side, {})]) for side, text in (("a", one), ("b", other)))
    return relation(a, b, one, other).relation


@pytest.mark.parametrize(
    "other",
    [
        "Some 170 passengers of the ferry were injured.",
        "The ferry had more than 150 injured passengers.",
        "Passengers of the ferry were injured in the port of Tarn.",
    ],
    ids=["the same", "a bound that holds", "no figure"],
)
def test_what_the_first_text_says_follows(other):
    assert related(FERRY, other) in ("agree", "compatible")


@pytest.mark.parametrize(
    "other",
    [
        "The opera by Anna Berg was shown 170 times in Lunde and Varnia.",
        "The council of Lunde will build 14 schools.",
        "The minister resigned after the vote.",
    ],
    ids=["an equal figure", "another equal figure", "no figure"],
)
def test_an_equal_figure_is_not_enough(other):
    assert related(FERRY, other) == "unrelated"


def test_figures_that_are_no_claims_count_too():
    one = "Tarn sealed their place in the final with a convincing 4-1 win over Lunde on Monday."
    assert related(one, "Tarn sealed their place in the final with a 4-1 win.") == "agree"


def test_a_figure_close_by_contradicts_though_few_words_are_shared():
    one = "Based on 382 reviews, the critics of the weekly gave the opera four stars."
    assert related(one, "The opera was reviewed by fewer than 380 people.") == "contradiction"


def test_a_word_is_lost_where_neither_it_nor_its_concept_is_told():
    one = "The quake killed 12 people in Tarn."
    assert lost(content("The deaths in Tarn"), content(one), one) == []
    rare, usual = (lost(content(other), content(one), one) for other in ("the orchestra", "the year"))
    assert rare[0] > usual[0]
