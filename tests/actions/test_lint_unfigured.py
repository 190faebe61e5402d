"""Drafts whose figures stand in the sources for something else, or whose words alone lead to a later one."""

from __future__ import annotations

from datetime import date

import pytest

from registry.actions import ingest, lint
from registry.actions.ingest import Given
from registry.model.document import Reading
from registry.steps.lint.problem import Options, Problem
from registry.store import Store

DOCUMENTS = (
    (
        "Audit of the Halvorn Theatre",
        "Westmark Audit Office",
        date(2023, 3, 6),
        "The Halvorn Theatre has 640 seats and employs 71 people. Of its stagehands 23 are women. "
        "The Audit Office makes 14 recommendations. The estimate for the new roof of the Halvorn Theatre stands at "
        "£4.6 million. In 2019 a storm damaged the roof, and the repair took 12 days.",
    ),
    (
        "Halvorn Theatre fined over fire doors",
        "Westmark Herald",
        date(2024, 2, 9),
        "The Halvorn Theatre pleaded guilty to locking its fire doors and was fined £45,000 on Thursday; the "
        "prosecution had wanted £80,000. A storm in January 2024 tore slates from the Halvorn Theatre's roof, and the "
        "repair took 26 days. The Audit Office had made 14 recommendations.",
    ),
    (
        "Two held over fire at Halvorn Theatre",
        "Northern Wire",
        date(2024, 11, 4),
        "WESTMARK, Nov 4 - Police have arrested two people over the fire that gutted the stage of the Halvorn Theatre "
        "on Friday. It burned for six hours. A strike of the stagehands this year led to 57 cancelled performances. "
        "The Halvorn Theatre saw a strike in 2018, too, when 19 performances were cancelled.",
    ),
    (
        "The Halvorn Theatre reopens",
        "Stage and Town",
        date(2025, 9, 20),
        "The cost of the Halvorn Theatre's new roof has been raised twice and stood at £5.9 million by June. "
        "The Halvorn Theatre sold 96,000 tickets last season. In all four people were arrested over the fire; "
        "none has been charged.",
    ),
)
DRAFT = "# Curtain up\n\nThe Halvorn Theatre has 640 seats. {}\n\nThe Halvorn Theatre sold 96,000 tickets.\n"


@pytest.fixture(scope="module")
def halvorn(tmp_path_factory: pytest.TempPathFactory) -> Store:
    from registry.store import open_store
    from registry.store.migrations import migrate

    database = f"sqlite:///{tmp_path_factory.mktemp('halvorn')}/claims.sqlite"
    migrate(database)
    store = open_store(database)
    for title, publisher, day, text in DOCUMENTS:
        prepared = ingest.prepare_text(text, given=Given(None, title, publisher, day, "en"))
        with store.writing() as session:
            ingest.keep(session, prepared)
    return store


def problems(store: Store, sentence: str) -> list[Problem]:
    reading = Reading(DRAFT.format(sentence), "text/markdown", "given/1", language="en")
    claims = lint.read(reading)
    with store.reading() as session:
        return list(lint.lint(session, reading, claims, Options()).problems)


@pytest.mark.parametrize(
    ("sentence", "held", "elsewhere"),
    [
        ("The Audit Office made 23 recommendations to the Halvorn Theatre.", "14", "23 are women"),
        ("A court fined the Halvorn Theatre £80,000 for locked fire doors.", "£45,000", "had wanted £80,000"),
    ],
)
def test_a_figure_that_stands_for_something_else_is_told(halvorn, sentence, held, elsewhere):
    found = problems(halvorn, sentence)
    assert [(one.rule, one.held) for one in found] == [("FACT001", held)]
    assert elsewhere in found[0].message.partition("gives that figure for something else")[2]


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("When a storm damaged the Halvorn Theatre's roof in 2019, the repair took 26 days.", "12 days"),
        ("In 2018 a strike cancelled 57 performances of the Halvorn Theatre.", "19"),
    ],
)
def test_a_figure_of_another_year_bears_nothing_out(halvorn, sentence, held):
    assert [(one.rule, one.held) for one in problems(halvorn, sentence)] == [("FACT001", held)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Audit Office made 14 recommendations to the Halvorn Theatre.",
        "Of the Halvorn Theatre's stagehands 23 are women.",
        "For locking the fire doors of the Halvorn Theatre, the prosecution had wanted £80,000.",
        "The storm of January 2024 damaged the Halvorn Theatre's roof, and the repair took 26 days.",
        "In 2018 a strike cancelled 19 performances of the Halvorn Theatre.",
        "In 2024 a strike cancelled 57 performances of the Halvorn Theatre.",
        "In Norwich the auditors made 23 recommendations to the Maddermarket Theatre.",
    ],
)
def test_a_figure_that_is_right_or_of_another_is_left_alone(halvorn, sentence):
    assert problems(halvorn, sentence) == []


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("The new roof of the Halvorn Theatre will cost £4.6 million.", "£5.9 million"),
        ("Two people have been arrested over the fire at the Halvorn Theatre.", "four"),
    ],
)
def test_what_the_words_lead_to_later_is_what_became_of_a_figure(halvorn, sentence, held):
    assert [(one.rule, one.held) for one in problems(halvorn, sentence)] == [("FACT002", held)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Four people have been arrested over the fire at the Halvorn Theatre.",
        "At first two people were arrested over the fire at the Halvorn Theatre.",
    ],
)
def test_a_figure_that_is_the_latest_or_told_as_past_is_left_alone(halvorn, sentence):
    assert problems(halvorn, sentence) == []
