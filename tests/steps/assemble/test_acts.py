"""Public acts as papers tell them: in short sentences, with offices beside the names, by turns of several words."""

from __future__ import annotations

import pytest

from registry.model.assertion import Kind, Status
from tests.steps.reading import claims, of_kind


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("President Ole Strand vetoed the harbour law on Monday.", "Ole Strand"),
        ("The ferry's captain, Ivo Kallas, was charged with neglect.", "Ivo Kallas"),
        ("Union leader Pat Moran was re-elected unopposed.", "Pat Moran"),
        ("The trawler Havlund sank off the cape.", "trawler Havlund"),
        ("The watchdog fined Kestrel Air 2 million euros.", "Kestrel Air"),
        ("Lena Falk was found guilty of arson.", "Lena Falk"),
        ("Riverton beat Oakham in the final.", "Oakham"),
        ("Ida Lund was sworn in on Monday.", "Ida Lund"),
        ("The Senate confirmed Ida Lund as attorney general.", "Ida Lund"),
        ("Brightwater and Solent Energy merged in 2017.", "Brightwater"),
        ("The probe Halcyon was launched by Orbis.", "Halcyon"),
        ("A woman from Marle, Eva Sand, was arrested.", "Eva Sand"),
    ],
)
def test_an_act_is_read_with_whom_it_is_about(text, about):
    assert [person for _, person in of_kind(text, Kind.EVENT)] == [about]


@pytest.mark.parametrize(
    "text",
    [
        "Lena Falk could be jailed for ten years.",
        "Prosecutors want to charge Lena Falk with fraud.",
        "If elected, Lena Falk would abolish the tax.",
        "The banned imports from Norland lay in the port.",
        "The clock struck twelve.",
        "Nurses at the Marle clinic struck for two days.",
        "He opened the door and closed the window.",
        "The Harbour Trust released a report on Tuesday.",
        "A woman from Marle died.",
        "The boat was named by the mayor.",
        "The Lansk Tribunal was seized of 21 cases.",
    ],
)
def test_what_may_be_done_and_what_is_no_public_act_is_none(text):
    assert of_kind(text, Kind.EVENT) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Diet of Norland has not yet approved the merger.", Status.NEGATED),
        ("Parliament did not approve the amendment.", Status.NEGATED),
        ("Orbis will launch the probe Halcyon in June.", Status.PLANNED),
        ("The Diet of Norland approved the merger.", Status.ACTUAL),
    ],
)
def test_an_act_that_did_not_take_place_is_told_as_such(text, status):
    (act,) = [claim for claim in claims(text, "2031-01-05") if claim.assertion.kind is Kind.EVENT]
    assert act.assertion.status is status


def test_he_is_no_woman():
    told = of_kind("Helen Marsh, the coroner, sat for a day. The jury found that he had been killed.", Kind.EVENT)
    assert all(person != "Helen Marsh" for _, person in told)
