"""Measures that clearly beat all others of their two documents."""

from __future__ import annotations

import pytest

from registry.steps.check.examine import scores
from tests.steps.check.test_once import told

SEA = "The Meridian Glory ran aground off Skelby. After the spill 1,900 square kilometres of sea are closed to fishing."


def standing_out(one, two):
    """The figures of two texts that stand out together."""
    found = scores(told(one, two))
    pairs = [pair for pair in found.tried if found.stands_out(*pair)]
    return [tuple(found.claims[at].span.exact for at in pair) for pair in pairs]


def test_the_only_areas_of_two_reports_stand_out():
    kept = "The Meridian Glory kept the 240 boats of Skelby from 1,200 square kilometres of sea for 18 months."
    assert standing_out(SEA, kept) == [("1,900 square kilometres", "1,200 square kilometres")]


@pytest.mark.parametrize(
    "other",
    [
        "The Meridian Glory cost the 230 boats of Skelby 1.4 million euros.",  # counts and sums are many
        "The Meridian Glory kept boats from more than 1,200 square kilometres of sea.",  # much is more than that
    ],
)
def test_other_figures_do_not(other):
    assert standing_out(SEA, other) == []


def test_two_that_fit_as_well_leave_no_winner():
    two = (
        "The Meridian Glory has closed 1,200 square kilometres of sea off Skelby to fishing, and 1,300 square "
        "kilometres of sea off Tarn to fishing."
    )
    assert len(standing_out(SEA, two)) < 2


def test_what_stands_out_needs_no_further_proof(monkeypatch):
    found = scores(told(SEA, "The Meridian Glory: fishermen of Skelby lost 1,200 square kilometres for 18 months."))
    pair = next(pair for pair in found.tried if found.stands_out(*pair))
    found.known[pair] = 0.7
    assert found.alarming(*pair)
    monkeypatch.setattr(found, "stands_out", lambda *_pair: False)
    assert not found.alarming(*pair)


def test_of_many_lengths_two_with_no_word_in_common_are_no_conflict():
    one = "The Meridian Glory lies 40 metres from the pier of Skelby. A boom of 300 metres was laid round it."
    two = "The Meridian Glory has a tear of 35 metres in its hull, a report says. Divers went down to 12 metres."
    found = scores(told(one, two))
    pairs = [
        pair
        for pair in found.tried
        if not found.meets(*pair) and found.claims[pair[0]].source.id != found.claims[pair[1]].source.id
    ]
    assert pairs
    assert all(found.asked(*pair) >= found.weights.flag["length"] for pair in pairs)
