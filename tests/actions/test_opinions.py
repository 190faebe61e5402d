"""How sure the queue must be of two facts, whose rivals may yet come."""

from __future__ import annotations

import pytest

from registry.actions.opinions import MORE, needed
from registry.steps.check.scores import Scores
from registry.steps.match.weigh import demanded
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
