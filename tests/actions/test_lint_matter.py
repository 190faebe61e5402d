"""Drafts held against all that is kept of their matter, also where a sentence does not say what it is about."""

from __future__ import annotations

from datetime import date

import pytest

from registry.actions import ingest, lint
from registry.actions.ingest import Given
from registry.model.document import Reading
from registry.steps.lint.problem import Options, Report
from registry.store import Store

DOCUMENTS = (
    (
        "Tarnfell Railway at a glance",
        "Tarnfell Railway Trust",
        date(2023, 2, 1),
        "Length of line: 21 kilometres\nSteepest gradient: 1 in 40\nTunnel: 1,130 metres\n\n"
        "The Tarnfell Railway employs 46 people. The contract with the county runs for 12 years.\n\n"
        "The Tarnfell Railway is to reopen the upper line in May 2024 at a cost of £3.4 million.",
    ),
    (
        "Tarnfell line opens late",
        "Westgate Herald",
        date(2024, 9, 8),
        "The upper line of the Tarnfell Railway reopened on Saturday. It cost £4.1 million, the trust said. "
        "The Tarnfell Railway now employs 58 people, and 83 volunteers look after its stations. "
        "The trust was fined £45,000 for felling trees at Ostby. It plans to run 240 trains a year. "
        "The Tarnfell Railway carried 96,000 passengers last year, against 88,000 passengers in 2022.",
    ),
)
DRAFT = (
    "The Tarnfell Railway is back. {}\n\n"
    "The Tarnfell Railway reopened its upper line, and the Tarnfell Railway Trust is proud of it. "
    "Felling trees at Ostby had been a mistake, it says."
)


@pytest.fixture
def filled(store: Store) -> Store:
    for title, publisher, day, text in DOCUMENTS:
        given = Given(None, title, publisher, day, "en")
        prepared = ingest.prepare_text(text, given=given)
        with store.writing() as session:
            ingest.keep(session, prepared)
    return store


def linted(store: Store, sentence: str) -> Report:
    reading = Reading(
        f"# Steam above Tarnfell\n\n{DRAFT.format(sentence)}\n", "text/markdown", "given/1", language="en"
    )
    claims = lint.read(reading)
    with store.reading() as session:
        return lint.lint(session, reading, claims, Options())


@pytest.mark.parametrize(
    ("sentence", "rules"),
    [
        ("Its 21 kilometres of track lead through a tunnel of 1,130 metres, past stations kept by 83 volunteers.", []),
        ("Its track leads through a tunnel of 1,310 metres, past stations kept by 83 volunteers.", ["FACT001"]),
        ("Stations are looked after by 38 volunteers, and there is 1 tunnel.", ["FACT001"]),
        ("It was fined £54,000 for the trees, a sum that 83 volunteers could not raise.", ["FACT001"]),
        ("The county’s contract runs for 15 years, and 83 volunteers help.", ["FACT001"]),
        ("It employs 46 people and 83 volunteers.", ["FACT002"]),
        ("The upper line cost £3.4 million and is tended by 83 volunteers.", ["FACT002"]),
        ("The trust plans to run 240 trains a year, and 83 volunteers help.", []),
        ("It wants to run 420 trains a year, and 83 volunteers help.", ["FACT001"]),
        ("Dorvik Tramway employs 19 people and 83 volunteers.", []),
        ("In 2022 it carried 88,000 passengers, and 83 volunteers helped.", []),
        ("It has 83 volunteers, and 7 cats live in the sheds.", []),
    ],
)
def test_a_sentence_is_held_against_the_documents_that_the_draft_is_about(filled, sentence, rules):
    assert [one.rule for one in linted(filled, sentence).problems] == rules


def test_a_problem_names_the_value_the_source_and_its_words(filled):
    (problem,) = linted(filled, "Stations are looked after by 38 volunteers, and there is 1 tunnel.").problems
    assert problem.held == "83"
    assert problem.sources[0].name == "Westgate Herald"
    assert "83 volunteers look after its stations" in problem.sources[0].quote
    assert problem.proposal == "Stations are looked after by 83 volunteers, and there is 1 tunnel."


def test_a_value_that_is_only_planned_is_called_a_plan(filled):
    (problem,) = linted(filled, "It runs 420 trains a year, and 83 volunteers help.").problems
    assert "8 September 2024, as a plan)" in problem.message
