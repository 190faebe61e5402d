"""A long document is weighed before its transaction begins; what came of it counts only while it holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from registry.actions import ingest, lookup, teaching
from registry.actions.filing import opinions
from registry.actions.ingest import Prepared, beforehand, weighing
from registry.steps.check.scores import Scores
from registry.store import Store
from tests.actions.makers import add, document, said

TOLD = (said("12"), said("7", "school"), said("3", "mill"))


@pytest.fixture(autouse=True)
def scored(monkeypatch) -> list[int]:
    """How many claims were weighed each time; three claims are a long document."""
    seen: list[int] = []

    class Counting(Scores):
        def __init__(self, claims: Sequence[Any], *rest: Any) -> None:
            seen.append(len(claims))
            super().__init__(claims, *rest)

    monkeypatch.setattr(opinions, "Scores", Counting)
    monkeypatch.setattr(weighing, "LONG", 3)
    return seen


def keep(store: Store, prepared: Prepared) -> int:
    """How many conflicts a document brings."""
    with store.writing() as session:
        return ingest.keep(session, prepared).conflicts


def test_a_short_document_is_left_as_it_is(store: Store):
    short = document(*TOLD[:2])
    assert beforehand(store, short) is short


def test_a_long_document_is_not_weighed_again_under_the_lock(store: Store, scored):
    add(store, *TOLD, publisher="The Post")
    other = (said("14"), said("7", "school"), said("3", "mill"))
    ready = beforehand(store, document(*other, publisher="The Echo"))
    del scored[:]
    assert keep(store, ready) == 1
    assert scored == []


def test_what_came_in_meanwhile_is_weighed(store: Store, scored):
    other = (said("14"), said("7", "school"), said("3", "mill"))
    ready = beforehand(store, document(*other, publisher="The Echo"))
    add(store, *TOLD, publisher="The Post")
    del scored[:]
    assert keep(store, ready) == 1
    assert scored


def test_what_people_taught_meanwhile_counts(store: Store, scored):
    add(store, said("12", "gondola"), said("7", "school"), said("3", "mill"), publisher="The Post")
    ready = beforehand(store, document(said("14", "cabin"), *TOLD[1:], publisher="The Echo"))
    with store.writing() as session:
        teaching.teach(session, "gondola", "cabin", same=True, reviewer="Ada", reason="the operator says so")
    del scored[:]
    assert keep(store, ready) == 1
    assert scored


def test_bytes_that_are_known_are_not_weighed(store: Store, scored):
    prepared = document(*TOLD)
    assert keep(store, beforehand(store, prepared)) == 0
    del scored[:]
    again = beforehand(store, prepared)
    assert again.weighed is None
    keep(store, again)
    assert scored == []
    with store.reading() as session:
        assert lookup.counts(session).documents == 1
