"""Offices of one person that follow each other are no conflict, two present ones are; acts done to two are two."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.assertion import Kind
from registry.model.document import Reading, Source
from registry.steps.check import examine
from registry.steps.extract import extract

NEW = "Ida Orr is the new mayor of Lansk."


def read(one, two):
    claims = []
    for name, text in (("first", one), ("second", two)):
        reading = Reading(text=f"Lansk council\n\n{text}\n", media_type="text/plain", reader="given")
        claims += extract(reading, Source(name, "Lansk council", f"The {name} paper", date(2024, 5, 2), "en"))
    return claims


def conflicts(one, two):
    return [pair.finding for pair in examine(read(one, two)) if pair.finding.relation.is_conflict]


def one_act(one, two):
    """Whether two acts are told as one fact."""
    acts = [claim for claim in read(one, two) if claim.assertion.kind is Kind.EVENT]
    assert len(acts) == 2
    return any(True for _ in examine(acts))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (NEW, "Ida Orr resigned as treasurer on Monday and thanked her staff."),
        (NEW, "Ida Orr stepped down from her post as treasurer on Monday."),
        (NEW, "Ida Orr, until now treasurer of the council, won by 40 votes."),
        ("Ida Orr, mayor of Lansk since last Monday, spoke first.", "Ida Orr, the former treasurer, won by 40 votes."),
    ],
)
def test_an_office_that_has_ended_is_not_held_against_a_new_one(one, two):
    assert not conflicts(one, two)


def test_a_retired_judge_may_chair_a_commission():
    chair = "The commission, with Ida Orr as chairwoman, met."
    assert not conflicts(chair, "The commission under Ida Orr, a retired Supreme Court judge, met.")
    assert conflicts(chair, "The commission under Ida Orr, the treasurer, met.")


def test_two_present_offices_are_held_against_each_other():
    assert conflicts(NEW, "Ida Orr, the treasurer of the council, won by 40 votes.")
    assert conflicts("Ida Orr is the mayor of Lansk.", "Ida Orr is the treasurer of the council.")


def test_an_act_done_to_one_is_no_act_done_to_another():
    assert one_act("A court convicted Ida Orr of fraud.", "Ida Orr was convicted of fraud.")
    assert not one_act("A court convicted Ida Orr of fraud.", "Tom Bell was convicted of fraud.")
    assert not one_act("Norland has issued warrants for judges.", "A court issued a warrant for Ida Orr of Norland.")


def test_one_text_may_call_a_person_by_two_offices():
    both = "Ida Orr is the mayor of Lansk.\n\nThe treasurer of the council, Ida Orr, won by 40 votes."
    assert not conflicts(both, "The council of Lansk met in the town hall.")
