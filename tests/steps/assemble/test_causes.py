"""What something was caused by."""

from __future__ import annotations

import pytest

from registry.model.assertion import Kind, Status
from tests.steps.assemble.test_cases import claims


def told(text: str) -> list[tuple[str, str, str | None, Status]]:
    """Cause, effect, speaker and status of the causes of a text."""
    found = [claim.assertion for claim in claims(text, "2031-01-05") if claim.assertion.kind is Kind.EVENT]
    return [
        (one.value.label, one.subject.label, one.asserted_by.label if one.asserted_by else None, one.status)
        for one in found
        if one.attribute and one.attribute.label == "cause"
    ]


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("The blackout was caused by a frozen relay.", "a frozen relay", "blackout"),
        ("The riot was set off by the cancellation of visits.", "the cancellation of visits", "riot"),
        ("The cause of the derailment was a cracked rail.", "a cracked rail", "derailment"),
        ("A cracked rail was the cause of the derailment.", "a cracked rail", "derailment"),
        ("Poor maintenance caused the collapse.", "Poor maintenance", "collapse"),
        ("The delay was blamed on a shortage of steel.", "a shortage of steel", "delay"),
    ],
)
def test_what_something_was_caused_by(text: str, cause: str, effect: str) -> None:
    assert told(text) == [(cause, effect, None, Status.ACTUAL)]


def test_who_blames_a_thing_says_so() -> None:
    found = told("A flood hit Norport on Monday. The anglers' club blames leaking tanks for the flood.")
    assert [(cause, who) for cause, _, who, _ in found] == [("leaking tanks", "anglers' club")]


def test_a_cause_that_is_denied_is_negated() -> None:
    assert told("The blackout was not caused by a cyberattack.")[0][3] is Status.NEGATED


@pytest.mark.parametrize(
    "text",
    [
        "The cause of the fire is unknown.",
        "The union blamed the ministry for the delay.",
        "They blamed him for the crash.",
        "The strike caused 40 flights to be cancelled.",
        "He is the source of the story.",
        "Was the fire caused by a heater?",
        "The storm caused 40 deaths.",
        "The ministry is the main source of income.",
        "The lake is the main source of drinking water.",
        "The source is the annual report.",
    ],
)
def test_who_is_blamed_and_what_is_only_suspected_is_no_cause(text: str) -> None:
    assert told(text) == []
