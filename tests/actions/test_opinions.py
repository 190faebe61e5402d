"""How sure the queue must be of two facts, whose rivals may yet come."""

from __future__ import annotations

import pytest

from registry.actions.opinions import MORE, needed, opinion, reasons
from registry.steps.check.scores import Scores
from registry.steps.match.weigh import STRANGE, STRANGE_AMONG_MANY, demanded, explained
from tests.steps.makers import said


@pytest.mark.parametrize(
    ("words", "meet", "more"), [("more than 16", True, MORE), ("16", False, MORE), ("125", True, 0.0)]
)
def test_what_differs_or_agrees_by_an_open_end_takes_more(words, meet, more):
    left = said("125", "It has 125 members.", what="member", of="Court")
    right = said(words, f"It has {words} members.", what="member", of="Court")
    scores = Scores([left, right], [(0, 1)])
    assert scores.meets(0, 1) is meet
    one, two = scores.profiles
    asked = demanded(one, two, scores.weights, meet=meet, many=True)
    assert needed(scores, 0, 1) == asked + more


def test_an_equal_figure_of_differently_named_things_joins_nothing():
    left = said("six", "The Court had six outstanding arrest warrants.", what="outstanding arrest warrant", of="Court")
    right = said("six", "The measures were extended to six judges.", what="judge", of="Court")
    told = opinion(Scores([left, right], [(0, 1)]), 0, 1)
    assert told is None or told["same"] is not True


def test_reasons_are_kept_for_what_is_one_fact_only():
    left = said("125", "It has 125 members.", what="member", of="Court")
    right = said("125", "The Court has 125 members.", what="member", of="Court")
    scores = Scores([left, right], [(0, 1)])
    assert reasons(scores, (0, 1), same=True) == list(explained(left, right))
    assert reasons(scores, (0, 1), same=True)
    assert reasons(scores, (0, 1), same=False) == []


def test_a_registry_asks_more_of_two_documents_before_they_are_of_one_matter():
    flood = said("12", "The flood killed 12 people, said the mayor.", what="death", of="Ostrava flood")
    other = said("15", "Rescuers brought 15 dead from the cellars by noon.", what="death", of="Lindau flood")
    pair = [flood, other]
    assert Scores(pair, [(0, 1)], strange=0.0).of(0, 1) > 0
    assert Scores(pair, [(0, 1)], strange=1.0).of(0, 1) == 0
    assert STRANGE_AMONG_MANY > STRANGE
