"""Drafts and what their matter tells beside the facts: who holds an office now, and which figure came later."""

from __future__ import annotations

from datetime import date

import pytest

from registry.actions import lint
from registry.actions.held.background import shared_names
from registry.model.document import Reading
from registry.steps.lint.problem import Options, Report
from registry.store import Store
from tests.actions.makers import keep_articles

DOCUMENTS = (
    (
        "Orvale lido to be rebuilt",
        "Orvale Gazette",
        date(2022, 3, 4),
        "The Orvale Lido will be rebuilt, Orvale Leisure said on Friday. The bill for the pool is 14 million pounds, "
        "chairman Piers Hallow said. Orvale Leisure has 120 employees. A season ticket for the Orvale Lido costs £85. "
        "Builder Stanmark's managing director, Ada Quist, promised jobs for 60 people.",
    ),
    (
        "Orvale lido opens at last",
        "Coast Weekly",
        date(2024, 6, 10),
        "The Orvale Lido opened on Saturday. Chairwoman Mona Ferris, who succeeded Piers Hallow in May, was there. "
        "The pool cost Orvale Leisure 17 million pounds. A yearly pass for the Orvale Lido now costs £95. "
        "Ticket seller Velopay's managing director, Tom Urban, said that 900 people had come.",
    ),
)
DRAFT = (
    "# Swimming in Orvale\n\nThe Orvale Lido is open, and Orvale Leisure is glad. {}\n\n"
    "A yearly pass for the Orvale Lido costs £95, and Orvale Leisure has 120 employees. Some 900 people came.\n"
)


@pytest.fixture
def filled(store: Store) -> Store:
    return keep_articles(store, DOCUMENTS)


def linted(store: Store, sentence: str) -> Report:
    reading = Reading(DRAFT.format(sentence), "text/markdown", "given/1", language="en")
    claims = lint.read(reading)
    with store.reading() as session:
        return lint.lint(session, reading, claims, Options())


@pytest.mark.parametrize(
    "sentence",
    ['"We are proud," says chairman Piers Hallow.', "Piers Hallow, the chairman of Orvale Leisure, hopes for sun."],
)
def test_somebody_who_has_left_office_is_out_of_date(filled, sentence):
    [problem] = linted(filled, sentence).problems
    assert (problem.rule, problem.span.exact, problem.held) == ("FACT002", "Piers Hallow", "Mona Ferris")
    assert "10 June 2024" in problem.message
    assert problem.sources[0].name == "Coast Weekly"
    assert problem.fix is not None
    assert problem.fix.text == "Mona Ferris"


@pytest.mark.parametrize(
    "sentence",
    [
        "Chairwoman Mona Ferris hopes for sun.",
        "The former chairman, Piers Hallow, came too.",
        "The then chairman, Piers Hallow, was proud.",
        "Ada Quist, the managing director of Stanmark, came too.",
    ],
)
def test_who_is_in_office_was_once_or_is_so_elsewhere_is_left_alone(filled, sentence):
    assert [one.message for one in linted(filled, sentence).problems] == []


def test_a_later_figure_by_another_name_makes_the_earlier_one_out_of_date(filled):
    [problem] = linted(filled, "Its pool took 14 million pounds.").problems
    assert (problem.rule, problem.held) == ("FACT002", "17 million pounds")


def test_what_a_draft_tells_of_the_past_is_not_out_of_date(filled):
    assert linted(filled, "The bill for the pool was put at 14 million pounds then.").problems == ()


def test_a_name_that_most_documents_of_a_matter_have_is_heard_in_those_that_leave_it_out():
    names = {"a": frozenset({"orval", "hallow"}), "b": frozenset({"orval"}), "c": frozenset({"pool"})}
    told = shared_names(names, lambda one, two: 1.0)
    assert told["c"] == {"orval"}
    assert shared_names(names, lambda one, two: float(one == two)) == dict.fromkeys("abc", frozenset())
