"""What something was caused by."""

from __future__ import annotations

import pytest

from registry.model.assertion import UNTOLD, Kind, Status
from tests.steps.reading import claims


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
        ("The collapse itself was due to rotten beams, which nobody had seen.", "rotten beams", "collapse"),
        ("The outage was put down to a worn cable by the operator.", "a worn cable by the operator", "outage"),
        ("A worn cable was to blame for the outage.", "a worn cable", "outage"),
        ("The fire was lit on purpose.", "lit on purpose", "fire"),
        ("A worn cable had set off the fire.", "a worn cable", "fire"),
        ("The derailment was caused by a broken axle, it is said.", "a broken axle", "derailment"),
        ("They hold a loose bolt responsible for the crash.", "a loose bolt", "crash"),
        ("Doctors traced the outbreak to a batch of raw milk.", "a batch of raw milk", "outbreak"),
        ("The flood stemmed from a blocked drain.", "a blocked drain", "flood"),
        ("Behind the flood was a blocked drain.", "a blocked drain", "flood"),
        ("The crash happened because an axle broke.", "an axle broke", "crash"),
        ("The dam burst at 02:10 because a gate had jammed.", "a gate had jammed", "dam"),
        ("It was a worn cable that caused the outage.", "a worn cable", "outage"),
        ("A worn cable is thought to have started the fire.", "a worn cable", "fire"),
        ("As the cause of the outage, they named a worn cable.", "a worn cable", "outage"),
    ],
)
def test_what_something_was_caused_by(text: str, cause: str, effect: str) -> None:
    assert told(text) == [(cause, effect, None, Status.ACTUAL)]


def test_who_blames_a_thing_says_so() -> None:
    found = told("A flood hit Norport on Monday. The anglers' club blames leaking tanks for the flood.")
    assert [(cause, who) for cause, _, who, _ in found] == [("leaking tanks", "anglers' club")]


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("The evidence points to a cracked weld.", "a cracked weld"),
        ("An inquiry blamed erosion inside the wall.", "erosion inside the wall"),
        ("What ruined it is that the owners took the money out.", "the owners took the money out"),
        ("The reason is simple: too few people in the yard.", "too few people in the yard"),
        ("The old pump at Arden was the source.", "the old pump at Arden"),
        ("No, rotten beams did it, in my view.", "rotten beams"),
    ],
)
def test_a_cause_of_what_the_text_is_about(text: str, cause: str) -> None:
    said = claims(f"The Norport dam burst on Monday. The Norport dam was 90 years old. {text}", "2031-01-05")
    found = [one.assertion for one in said if one.assertion.verb == "cause"]
    assert [(one.value.label, UNTOLD in one.notes) for one in found] == [(cause, True)]


def test_a_cause_that_is_denied_is_negated() -> None:
    assert told("The blackout was not caused by a cyberattack.")[0][3] is Status.NEGATED
    assert told("A cyberattack was not the cause of the blackout.")[0][3] is Status.NEGATED
    assert told("They ruled out a cyberattack as the cause of the blackout.")[0][3] is Status.NEGATED
    assert told("The blackout was never due to a cyberattack.")[0][3] is Status.NEGATED


@pytest.mark.parametrize(
    "text",
    [
        "The cause of the fire is unknown.",
        "This is no time for blaming others for the fire.",
        "The union blamed the ministry for the delay.",
        "They blamed him for the crash.",
        "The strike caused 40 flights to be cancelled.",
        "He is the source of the story.",
        "Was the fire caused by a heater?",
        "The storm caused 40 deaths.",
        "The ministry is the main source of income.",
        "The lake is the main source of drinking water.",
        "The source is the annual report.",
        "The fire was due to be declared over on Monday.",
        "The delay was partly due to rain.",
        "The collapse may have been due to rain.",
        "The minister pointed to a rise in sales.",
        "The strike was due on Monday.",
        "He was to blame for the crash.",
        "He attributed the rise in profit to lower costs.",
        "The team was behind the leaders by 4 points.",
        "Behind the house was a garden.",
        "The law resulted from a compromise.",
        "The firm failed because it was small, and 40 people left.",
    ],
)
def test_who_is_blamed_and_what_is_only_suspected_is_no_cause(text: str) -> None:
    assert told(text) == []


def test_a_fact_is_no_cause_but_what_it_says_may_be_one():
    assert [cause for cause, *_ in told("The fire was caused by the fact that it was dry.")] != ["the fact"]
