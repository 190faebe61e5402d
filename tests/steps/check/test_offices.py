"""Offices of one person that follow each other are no conflict; two present ones are."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.document import Reading, Source
from registry.steps.check import examine
from registry.steps.extract import extract

NEW = "Ida Orr is the new mayor of Lansk."


def conflicts(one, two):
    claims = []
    for name, text in (("first", one), ("second", two)):
        reading = Reading(text=f"Lansk council\n\n{text}\n", media_type="text/plain", reader="given")
        claims += extract(reading, Source(name, "Lansk council", f"The {name} paper", date(2024, 5, 2), "en"))
    return [pair.finding for pair in examine(claims) if pair.finding.relation.is_conflict]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (NEW, "Ida Orr, until now treasurer of the council, won by 40 votes."),
        ("Ida Orr, mayor of Lansk since last Monday, spoke first.", "Ida Orr, the former treasurer, won by 40 votes."),
    ],
)
def test_an_office_that_has_ended_is_not_held_against_a_new_one(one, two):
    assert not conflicts(one, two)


def test_two_present_offices_are_held_against_each_other():
    assert conflicts(NEW, "Ida Orr, the treasurer of the council, won by 40 votes.")
    assert conflicts("Ida Orr is the mayor of Lansk.", "Ida Orr is the treasurer of the council.")
