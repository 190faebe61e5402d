"""Figures that are left where the others of two sentences agree."""

from __future__ import annotations

import pytest

from registry.steps.check.leftover import Leftover
from registry.steps.match.profile import profile
from tests.steps.check.test_once import told

SAVED = "Orlin Foods set aside 31.4 million euros for claims, up from 22.6 million euros."


def left_over(one, two):
    """The figures of two texts that are left over together."""
    every = told(one, two)
    rest = Leftover(every, [profile(claim) for claim in every])
    pairs = [(a, b) for a in range(len(every)) for b in range(a + 1, len(every)) if rest.same(a, b)]
    return [(every[a].span.exact, every[b].span.exact) for a, b in pairs]


def test_what_is_left_of_two_sentences_that_agree_is_one_thing():
    other = "For claims there were 31.4 million euros in the books, against 26.2 million euros a year before."
    assert left_over(SAVED, other) == [("22.6 million euros", "26.2 million euros")]


@pytest.mark.parametrize(
    "other",
    [
        "For claims there were 33.9 million euros, against 26.2 million euros a year before.",  # nothing agrees
        # two are left
        "It had 31.4 million euros for claims, 26.2 million euros for fines and 24.1 million euros for rent.",
        "For claims it had 31.4 million euros, against 2.2 million euros a year before.",  # of another size
        "Of 31.4 million euros for claims 20.1 million euros are spent.",  # the one was so before, the other is now
    ],
)
def test_anything_else_is_left_alone(other):
    assert left_over(SAVED, other) == []


def test_a_figure_that_any_sentence_may_have_ties_nothing():
    assert left_over("Ten of 48 buses were late.", "Ten of 44 buses were late.") == []


def test_shares_must_be_closer_than_sums():
    poll = "In the poll 68.4 percent were for the law and 23.1 percent against."
    assert left_over(poll, "The poll found 68.4 percent, and 34.2 percent of women, in favour.") == []
