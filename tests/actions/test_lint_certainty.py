"""What has to hold before a figure of a draft is called wrong, or disputed, from documents to the report."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from registry.actions import ask, ingest, lint
from registry.actions.facts.sides import day_of
from registry.actions.ingest import Given
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
    ("The Corvel crash", "Corvel Chronicle", date(2024, 7, 1),
     "At least 31 people died in the crash of the Corvel express."),
    ("The Corvel crash: inquiry", "Rail Inquiry Board", date(2024, 9, 1),
     "In the crash of the Corvel express 38 people died. The crash happened on 30 June 2024."),
    ("Sandby Reef in figures", "Reef Energy", date(2023, 3, 1),
     "The Sandby Reef wind farm has 64 turbines. Sandby Reef was opened by the minister on 4 May 2021."),
    ("Sandby Reef: outlook", "Reef Energy", date(2024, 3, 1),
     "The Sandby Reef wind farm is to have 80 turbines by 2029."),
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


def test_a_toll_between_an_early_bound_and_the_final_figure_is_wrong(corvel):
    assert rules(corvel, "In the crash of the Corvel express 35 people died.") == ["FACT001"]


def test_what_something_rests_on_is_all_that_there_is_where_the_draft_says_what_was_done(corvel):
    told = prepared("The bridge", "Corvel Chronicle", date(2024, 7, 8), "The Lothar Bridge rests on 152 cables.")
    with corvel.writing() as session:
        ingest.keep(session, told)
    assert rules(corvel, "The Lothar Bridge hangs from 125 cables.") == ["FACT001"]


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
    before, now = prepared(*DOCUMENTS[-1]).claims
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


def test_a_figure_that_only_keeps_within_an_early_bound_has_no_support(corvel):
    assert rules(corvel, "In the crash of the Corvel express 33 people died.") == ["FACT001"]
    assert rules(corvel, "In the crash of the Corvel express 38 people died.") == []


def test_a_plan_does_not_put_what_is_so_out_of_date(corvel):
    assert rules(corvel, "The Sandby Reef wind farm has 64 turbines.") == []
    assert rules(corvel, "The Sandby Reef wind farm has 46 turbines.") == ["FACT001"]


def test_what_no_key_leads_to_is_found_by_the_words_of_its_sentence(corvel):
    from registry.actions.held import wanted

    (claim,) = lint.read(Reading("The new stand will cost 25 million euros.", "text/plain", "given/1", language="en"))
    assert wanted.own_words(claim) == "new stand cost"
    assert rules(corvel, "Sandby Reef was opened by the minister on 14 May 2021.") == ["FACT001"]


def test_something_beside_what_its_matter_is_about_is_held_against_nothing_else(corvel):
    assert rules(corvel, "The Sandby Reef wind farm has 46 turbines.") == ["FACT001"]
    assert rules(corvel, "The neighbouring Sandby Reef wind farm has 46 turbines.") == []


def test_a_country_that_a_sentence_begins_with_is_a_name(corvel):
    assert rules(corvel, "The town of Corvel has 14,800 inhabitants.") == ["FACT001"]
    assert rules(corvel, "England has 14,800 inhabitants like the town of Corvel.") == []
