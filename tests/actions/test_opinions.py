"""How sure the queue must be of two facts, whose rivals may yet come."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from datetime import date
from typing import Any
from weakref import ref

import pytest

from registry.actions.filing import opinions
from registry.actions.filing.opinions import AGREEING, DIFFERING, MORE, ONE_MATTER, needed, opinion, reasons
from registry.steps.check.scores import Scores
from registry.steps.match.thresholds import demanded
from registry.steps.match.weigh import STRANGE, STRANGE_AMONG_MANY, explained
from registry.store import Store
from registry.store.queries import claims as claim_queries
from tests.actions import makers
from tests.steps.makers import said


@pytest.mark.parametrize(
    ("words", "meet", "more"), [("more than 16", True, MORE), ("16", False, MORE), ("125", True, 0.0)]
)
def test_what_differs_or_agrees_by_an_open_end_takes_more(words, meet, more, monkeypatch):
    left = said("125", "It has 125 members.", what="member", of="Court")
    right = said(words, f"It has {words} members.", what="member", of="Court")
    scores = Scores([left, right], [(0, 1)])
    assert scores.meets(0, 1) is meet
    one, two = scores.profiles
    asked = demanded(one, two, scores.weights, meet=meet, many=True)
    monkeypatch.setattr(Scores, "akin", lambda *_: 1.0)
    assert needed(scores, 0, 1) == asked + more


@pytest.mark.parametrize(("words", "least"), [("125", AGREEING), ("16", DIFFERING)])
def test_documents_that_are_not_surely_of_one_matter_take_more(words, least, monkeypatch):
    left = said("125", "It has 125 members.", what="member", of="Court")
    right = said(words, f"It has {words} members.", what="member", of="Court")
    scores = Scores([left, right], [(0, 1)])
    monkeypatch.setattr(Scores, "akin", lambda *_: ONE_MATTER - 0.01)
    assert needed(scores, 0, 1) >= least


def test_what_joins_one_claim_of_a_fact_is_held_against_all_of_it(store: Store, monkeypatch):
    """Where the documents are not surely of one matter; else those that the claim meets are enough."""
    days = date(2024, 5, 1), date(2024, 6, 1)
    first, second = (makers.add(store, makers.said("12", day=day), publisher=f"{day} Post") for day in days)
    seen: list[int] = []

    class Counting(Scores):
        def __init__(self, claims: Sequence[Any], *rest: Any) -> None:
            seen.append(len(claims))
            super().__init__(claims, *rest)

    with store.reading() as reader:
        met, other = (claim_queries.claims_of_version(reader, one.version_id) for one in (first, second))
    assert met[0].cluster == other[0].cluster
    monkeypatch.setattr(opinions, "nearest", lambda *_, **__: {0: met})
    monkeypatch.setattr(opinions, "kindred", lambda *_: [])
    monkeypatch.setattr(opinions, "Scores", Counting)
    (claim,) = makers.document(makers.said("12"), publisher="Evening Post").claims
    for akin, weighed in ((1.0, [2]), (ONE_MATTER - 0.01, [2, 3])):
        monkeypatch.setattr(Scores, "akin", lambda *_, akin=akin: akin)
        seen.clear()
        with store.writing() as session:
            links = opinions.opinions_on(session, [(claim, "new", ())], set())
        assert all(told["same"] for told in links.values())
        assert seen == weighed


def test_an_equal_figure_of_differently_named_things_joins_nothing():
    left = said("six", "The Court had six outstanding arrest warrants.", what="outstanding arrest warrant", of="Court")
    right = said("six", "The measures were extended to six judges.", what="judge", of="Court")
    told = opinion(Scores([left, right], [(0, 1)]), 0, 1)
    assert told is None or told["same"] is not True


def test_reasons_are_kept_for_what_is_one_fact_only():
    left = said("125", "It has 125 members.", what="member", of="Court")
    right = said("125", "The Court has 125 members.", what="member", of="Court")
    scores = Scores([left, right], [(0, 1)])
    assert reasons(scores, (0, 1), same=True) == list(explained(left, right))
    assert reasons(scores, (0, 1), same=True)
    assert reasons(scores, (0, 1), same=False) == []


def test_a_registry_asks_more_of_two_documents_before_they_are_of_one_matter():
    flood = said("12", "The flood killed 12 people, said the mayor.", what="death", of="Ostrava flood")
    other = said("15", "Rescuers brought 15 dead from the cellars by noon.", what="death", of="Lindau flood")
    pair = [flood, other]
    assert Scores(pair, [(0, 1)], strange=0.0).of(0, 1) > 0
    assert Scores(pair, [(0, 1)], strange=1.0).of(0, 1) == 0
    assert STRANGE_AMONG_MANY > STRANGE


def test_scores_go_as_soon_as_nobody_needs_them():
    pair = [said("125", "It has 125 members.", what="member", of="Court", where=where) for where in "ab"]
    scores = Scores(pair, [(0, 1)], [])
    assert scores.of(0, 1) > 0
    gone = ref(scores)
    gc.disable()
    try:
        del scores
        assert gone() is None
    finally:
        gc.enable()
