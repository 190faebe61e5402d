"""Causes of one happening: rivals, the same in other words, or possible together."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.document import Reading, Source
from registry.model.finding import Relation
from registry.steps.check import examine
from registry.steps.extract import extract


def kinds(one: str, two: str) -> list[Relation]:
    """What is found between the causes of two texts."""
    texts = zip("ab", (one, two), strict=True)
    read = [
        extract(Reading(text, "text/plain", "test"), Source(key, published=date(2031, 1, 5), language="en"))
        for key, text in texts
    ]
    pairs = examine([claim for found in read for claim in found])
    return [pair.finding.relation for pair in pairs if pair.left.assertion.verb == "cause"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The fire at Arden mill was caused by a faulty heater, investigators said.",
            "The fire at Arden mill was caused by a cigarette, the insurer said.",
        ),
        (
            "The collapse of the Torrin bridge was due to corroded cables, according to the operator.",
            "Engineers blamed an overloaded lorry for the collapse of the Torrin bridge.",
        ),
        (
            "The blackout in Norport was triggered by a software error, the grid operator said.",
            "A squirrel caused the blackout in Norport, the city said.",
        ),
    ],
)
def test_two_causes_of_one_happening_are_disputed(one: str, two: str) -> None:
    assert kinds(one, two) == [Relation.DISPUTED_ATTRIBUTION]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The fire at Arden mill was caused by a faulty heater.",
            "The fire at Arden mill was caused by a heater in the hall.",
        ),
        ("The crash at Arden was caused by human error.", "The crash at Arden was caused by a broken signal."),
        ("The crash at Arden was caused by ice.", "The fire at Arden was caused by a candle."),
        (
            "The fire at Arden mill was caused by a faulty heater.",
            "The fire at Arden mill was not caused by a cigarette.",
        ),
        ("The outage in Arden was caused by drought and by debt.", "The outage in Arden was caused by debt."),
        ("The outage in Arden was also caused by drought.", "The outage in Arden was caused by debt."),
    ],
)
def test_causes_that_leave_room_for_each_other_are_not(one: str, two: str) -> None:
    assert not any(kind.is_conflict for kind in kinds(one, two))
