"""Drafts and who stands behind their figures: speakers, plans that came about, and days told more or less precisely."""

from __future__ import annotations

from datetime import date

import pytest

from registry.actions import lint
from registry.model.document import Reading
from registry.steps.lint.problem import Options
from registry.store import Store
from tests.actions.makers import keep_articles

DOCUMENTS = (
    (
        "Marfell Theatre: facts and figures",
        "Marfell Theatre Trust",
        date(2022, 1, 10),
        "Seats: 612\n\nThe Marfell Theatre will have a stage tower of 31 metres and 14 dressing rooms. "
        "The Marfell Theatre is to reopen on 8 April 2023. The Marfell Theatre keeps 26 ushers.",
    ),
    (
        "Curtain up at Marfell Theatre",
        "Ostby Gazette",
        date(2023, 12, 4),
        "The Marfell Theatre in Ostby reopened on 2 December 2023. Its stage tower is 31 metres high, and it has 14 "
        "dressing rooms. Director Ruta Halm appointed Piet Sorn as head of music on 3 November 2023. "
        "On Sunday 6,000 people, in the organisers' count, marched through Ostby against the fees at the Marfell "
        "Theatre. Ostby Police made it 2,500.",
    ),
    (
        "The Marfell row of 2023",
        "Coast Weekly",
        date(2023, 12, 20),
        "The row of 2023 about the Marfell Theatre in Ostby has divided the town. Ruta Halm, its director, stays.",
    ),
)
DRAFT = (
    "# Back on stage\n\nThe Marfell Theatre in Ostby is open, and Ruta Halm is glad. {}\n\n"
    "The Marfell Theatre has a stage tower of 31 metres. The Marfell Theatre keeps 26 ushers.\n"
)


@pytest.fixture
def filled(store: Store) -> Store:
    return keep_articles(store, DOCUMENTS)


def problems(store: Store, sentence: str) -> list[tuple[str, str | None]]:
    reading = Reading(DRAFT.format(sentence), "text/markdown", "given/1", language="en")
    claims = lint.read(reading)
    with store.reading() as session:
        return [(one.rule, one.held) for one in lint.lint(session, reading, claims, Options()).problems]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Ostby Police counted 6,000 people at the march through Ostby.", [("FACT001", "2,500")]),
        ("Ostby Police counted 2,500 people at the march through Ostby.", []),
        ("The organisers counted 6,000 people at the march through Ostby.", []),
    ],
)
def test_a_figure_is_held_against_what_the_speaker_said_of_something_of_the_sort(filled, sentence, found):
    assert problems(filled, sentence) == found


@pytest.mark.parametrize(
    ("sentence", "rules"),
    [
        ("The Marfell Theatre is to reopen on 8 April 2023.", ["FACT002"]),
        ("The Marfell Theatre reopened on 2 December 2023.", []),
    ],
)
def test_what_was_planned_for_a_day_is_out_of_date_once_it_has_happened_on_another(filled, sentence, rules):
    assert [rule for rule, _ in problems(filled, sentence)] == rules


def test_the_year_of_a_whole_row_bears_out_no_day_in_it(filled):
    sentence = "Piet Sorn was appointed head of music of the Marfell Theatre on 13 October 2023."
    assert [rule for rule, _ in problems(filled, sentence)] == ["FACT001"]
    right = "Piet Sorn was appointed head of music of the Marfell Theatre on 3 November 2023."
    assert problems(filled, right) == []
