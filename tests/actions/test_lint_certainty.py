"""What has to hold before a figure of a draft is called wrong, or disputed, from documents to the report."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from registry.actions import ask, ingest, lint
from registry.actions.ingest import Given
from registry.actions.sides import day_of
from registry.actions.views import Outcome
from registry.model.document import Reading
from registry.store import Store

DOCUMENTS = (
    ("Corvel in figures", "Corvel Chronicle", date(2024, 3, 4),
     "The town of Corvel has 18,400 inhabitants. The theatre of Corvel has 620 seats and the cinema has 210 seats. "
     "The Corvel Bridge was closed on 6 January 2024."),
    ("A new rule", "Corvel Chronicle", date(2024, 5, 2),
     "The council of Corvel has drawn up a rule on parking. In May the rule was extended to seven teachers."),
    ("Corvel prices", "Corvel Bureau of Statistics", date(2024, 6, 3),
     "Inflation in Corvel eased to 4.6 percent in May from 5.3 percent in April."),
    ("The larger neighbour", "Corvel Chronicle", date(2024, 6, 9),
     "The Lothar Tower is 142 metres high."),
    ("Members", "Aldmark Fishing Council", date(2023, 2, 1),
     "The number of member states of the Aldmark Fishing Council rose from 31 to 34."),
)  # fmt: skip


@cache
def prepared(title: str, publisher: str, day: date, text: str) -> ingest.Prepared:
    return ingest.prepare_text(text, given=Given(None, title, publisher, day, "en"))


@pytest.fixture
def corvel(store: Store) -> Store:
    for told in DOCUMENTS:
        with store.writing() as session:
            ingest.keep(session, prepared(*told))
    return store


def rules(store: Store, text: str) -> list[str]:
    reading = Reading(text, "text/markdown", "given/1", language="en")
    claims = lint.read(reading)
    with store.reading() as session:
        return [problem.rule for problem in lint.lint(session, reading, claims).problems]


def test_another_figure_is_still_called_wrong(corvel):
    assert rules(corvel, "The town of Corvel has 14,800 inhabitants.") == ["FACT001"]
    assert rules(corvel, "The Lothar Tower is 152 metres high.") == ["FACT001"]


def test_a_figure_that_the_source_has_for_something_else_is_not_called_wrong(corvel):
    assert "FACT001" not in rules(corvel, "The theatre of Corvel has 210 seats.")


def test_a_name_that_no_source_has_keeps_a_figure_from_being_called_wrong(corvel):
    assert "FACT001" not in rules(corvel, "Inflation in neighbouring Westmark eased to 9.1 percent in May.")


def test_those_that_something_was_done_to_are_not_all_that_there_are(corvel):
    assert rules(corvel, "The town of Corvel has 40 teachers.") == []


def test_last_months_figure_beside_this_months_is_no_dispute(corvel):
    assert rules(corvel, "Inflation in Corvel eased to 4.6 percent in May.") == []


def test_a_date_without_its_year_is_of_the_year_that_the_source_means(corvel):
    assert rules(corvel, "The Corvel Bridge was closed on 6 January.") == []


def test_a_bound_that_names_the_very_value_is_left_alone(corvel):
    assert rules(corvel, "The Lothar Tower is more than 142 metres high.") == []


def test_the_value_before_a_change_held_before_the_document():
    before, now = prepared(*DOCUMENTS[4]).claims
    assert (before.span.exact, day_of(before)) == ("31", date(2023, 1, 31))
    assert (now.span.exact, day_of(now)) == ("34", date(2023, 2, 1))


def test_a_body_known_by_its_initials_is_found(corvel):
    told = prepared("Members", "Aldmark Fishing Council", date(2025, 2, 1),
                    "The Aldmark Fishing Council has 37 member states.")  # fmt: skip
    with corvel.writing() as session:
        ingest.keep(session, told)
    with corvel.reading() as session:
        said = ask.ask(session, "The AFC has 39 member states.").answers[0]
    assert said.outcome is Outcome.CONTRADICTED
    assert said.value == "37"


def test_a_statement_about_the_past_is_answered_with_the_value_of_then(corvel):
    told = prepared("Members", "Aldmark Fishing Council", date(2025, 2, 1),
                    "The Aldmark Fishing Council has 37 member states.")  # fmt: skip
    with corvel.writing() as session:
        ingest.keep(session, told)
    with corvel.reading() as session:
        said = ask.ask(session, "In March 2023 the Aldmark Fishing Council had 34 member states.").answers[0]
        now = ask.ask(session, "The Aldmark Fishing Council has 37 member states.").answers[0]
    assert (said.outcome, said.value) == (Outcome.SUPPORTED, "34")
    assert "it now holds 37" in said.detail
    assert (now.outcome, now.value) == (Outcome.SUPPORTED, "37")


def test_a_question_may_open_with_a_preposition(corvel):
    with corvel.reading() as session:
        said = ask.ask(session, "To how many teachers was the rule of Corvel extended?")
        every = ask.ask(session, "How many teachers does Corvel have?")
    assert [one.value for one in said.answers] == ["seven"]
    assert [one.value for one in every.answers] == [None]
