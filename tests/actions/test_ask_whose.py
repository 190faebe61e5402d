"""Questions that another body, another time or another sort of value must not answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from registry.actions.ask import ask, read
from registry.actions.views import Answer, Outcome
from registry.steps.ask.doubts import SUBSTANCE
from registry.steps.ask.tense import ahead
from registry.store import Store, open_store
from registry.store.migrations import migrate
from tests.actions.makers import keep_articles

ARTICLES = [
    (
        "Herring quota cut",
        "Skerry Post",
        date(2025, 2, 3),
        "President Olav Brandt of Skerland told the Fisheries Council on Monday that the quota would be cut. President "
        "Olav Brandt said the Fisheries Council had waited too long. The fleet caught 41,000 tonnes of herring in "
        "2024, 12 percent less than in 2023. In 2023 the fleet caught 46,500 tonnes of herring.",
    ),
    (
        "Ropewalk museum",
        "Skerry Post",
        date(2025, 3, 1),
        "The Ropewalk Museum in Skerry was to cost 9 million crowns. It has cost 14 million crowns so far. It has "
        "been under construction since 2021 and will be completed in May 2026. Ida Moen, the director of the Ropewalk "
        "Museum, resigned a week ago.",
    ),
    (
        "Harbour vote",
        "Skerry Post",
        date(2025, 4, 2),
        "The town council elected Per Lund harbour master by 19 votes to 7. "
        "Signe Holt is president of the Harbour Board.",
    ),
    ("Holt goes", "Skerry Post", date(2025, 9, 9), "Signe Holt resigned as president of the Harbour Board on Monday."),
    ("Bank", "Skerry Post", date(2025, 5, 5), "The Skerry Savings Bank, whose president is Nils Aas, has 41 branches."),
    ("Other bank", "Skerry Post", date(2025, 5, 6), "Liv Eide, president of the Fjord Bank, opened 12 branches."),
]


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A registry with reports of a small country; only read from."""
    database = f"sqlite:///{tmp_path_factory.mktemp('town')}/town.sqlite"
    migrate(database)
    opened = keep_articles(open_store(database), ARTICLES)
    yield opened
    opened.close()


def answer(store: Store, question: str) -> Answer:
    with store.reading() as session:
        return ask(session, question, read(question)).answers[0]


@pytest.mark.parametrize(
    "question",
    ["Who is the president of the Fisheries Council?", "who is the president of the council"],
)
def test_a_countrys_president_does_not_lead_the_body_that_stands_in_the_sentence(town: Store, question: str):
    assert answer(town, question).outcome is Outcome.NOT_FOUND


def test_a_countrys_president_is_found_by_the_country(town: Store):
    assert answer(town, "Who is the president of Skerland?").value == "Olav Brandt"


@pytest.mark.parametrize(
    ("question", "person"),
    [
        ("Who is the president of the Skerry Savings Bank?", "Nils Aas"),
        ("Who is the president of the Fjord Bank?", "Liv Eide"),
    ],
)
def test_the_body_at_an_office_has_it(town: Store, question: str, person: str):
    assert answer(town, question).value == person


def test_a_body_that_is_called_by_its_sort_alone_may_be_one_of_several(town: Store):
    found = answer(town, "who is the president of the bank")
    assert found.outcome is Outcome.NOT_FOUND
    assert "Nils Aas" in found.detail
    assert "Liv Eide" in found.detail


def test_whoever_resigned_holds_the_office_no_more(town: Store):
    found = answer(town, "Who is the president of the Harbour Board?")
    assert found.outcome is Outcome.NOT_FOUND
    assert "Signe Holt has left it" in found.detail
    assert answer(town, "Who was the president of the Harbour Board?").value == "Signe Holt"
    assert answer(town, "Who was president of the Harbour Board in May 2025?").value == "Signe Holt"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How much was the Ropewalk Museum to cost?", "9 million crowns"),
        ("How much has the Ropewalk Museum cost?", "14 million crowns"),
        ("How many votes did Per Lund get?", "19"),
        ("How many votes were against Per Lund?", "7"),
        ("How much herring was caught in 2024?", "41,000 tonnes"),
        ("How much herring was caught in 2023?", "46,500 tonnes"),
        ("When will the Ropewalk Museum be completed?", "May 2026"),
    ],
)
def test_a_plan_a_share_and_the_votes_against_answer_only_where_they_are_asked_for(
    town: Store, question: str, value: str
):
    assert answer(town, question).value == value


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("How much wine did the valley make?", True),
        ("How much water was used?", True),
        ("How much of the wine was lost?", False),
        ("How much did sales rise?", False),
        ("How much smaller is the crop?", False),
        ("How much wine was made than in 2023?", False),
    ],
)
def test_how_much_of_a_thing_asks_for_no_share(question, asks):
    assert (SUBSTANCE.match(question) is not None) is asks


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("How much was the bridge to cost?", True),
        ("How many homes were supposed to be built?", True),
        ("What was the tunnel originally to cost?", True),
        ("How much was paid to farmers?", False),
        ("How many people were moved to shelters?", False),
        ("How many people were there?", False),
    ],
)
def test_what_was_to_be_is_asked_for_in_many_words(question, asks):
    assert ahead(question) is asks
