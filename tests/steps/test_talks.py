"""Talks: who speaks in the lines of a transcript, and what is left of a line without the speaker's name."""

from __future__ import annotations

from registry.steps.segment import blocks, sentences
from registry.steps.segment.talks import spoken, turns
from tests.steps.assemble.test_cases import claims

HEARING = (
    "Port committee, oral evidence\n\nThe members heard two witnesses on the new quay in the hall of the port.\n\n"
    "Q12 Chair: Mr Osei, in 2019 you told us it would cost £1.4 million.\n\n"
    "Daniel Osei: The estimate is now £2.1 million.\n\nQ13 Ms Farrow: How many people work there?\n\n"
    "Daniel Osei: Roughly 190.\n\nQ14 Chair: The auditor says 240.\n"
)
FACTS = "The bridge\n\nLength: 48 m\n\nWidth: 4 m\n\nHeight: 31 m\n\nIt was built by masons from Arden.\n"


def test_each_turn_has_its_speaker_without_the_number_of_the_question():
    found = turns(HEARING, sentences(HEARING, blocks(HEARING)))
    assert [turn.who for turn in found.values()] == ["Chair", "Daniel Osei", "Farrow", "Daniel Osei", "Chair"]
    assert all(HEARING[: turn.start].endswith(": ") for turn in found.values())


def test_the_parser_is_shown_what_is_said():
    shown = [HEARING[part.start : part.end] for part in spoken(HEARING, sentences(HEARING, blocks(HEARING)))]
    assert "The auditor says 240." in shown


def test_lines_of_facts_are_no_talk():
    assert not turns(FACTS, sentences(FACTS, blocks(FACTS)))


def test_whom_somebody_quotes_says_it_and_else_who_speaks():
    said = {
        claim.span.exact: claim.assertion.asserted_by.label if claim.assertion.asserted_by else None
        for claim in claims(HEARING, "2031-01-05")
    }
    assert said["£1.4 million"] == "Chair"
    assert said["£2.1 million"] == "Daniel Osei"
    assert said["240"] == "auditor"


def test_who_speaks_is_neither_counted_nor_what_it_is_about():
    figures = {claim.span.exact: claim.assertion for claim in claims(HEARING, "2031-01-05")}
    counted = figures["Roughly 190"]
    assert counted.attribute is not None
    assert "Osei" not in counted.attribute.label.title()
