"""“Not the same fact” on claims that share a key: they part, stay apart, and what repeats them follows."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event

from registry.actions import lookup, recheck
from registry.actions.review import decide, undo
from registry.actions.views import DecisionView
from registry.model.finding import Verdict
from registry.store import Store
from tests.actions.makers import add, document, said

PAPERS = {"12": "Harbour Post", "14": "Valley Times"}


@pytest.fixture
def parted(store: Store) -> DecisionView:
    """Two counts of bridges, filed under one key, that Ada calls counts of two things."""
    for number, paper in PAPERS.items():
        add(store, said(number), publisher=paper)
    with store.reading() as session:
        (row,) = lookup.conflicts(session).items
    return decided(store, row.id, Verdict.NOT_SAME_FACT)


def decided(store: Store, conflict_id: str, verdict: Verdict, **more) -> DecisionView:
    """A decision by Ada."""
    with store.writing() as session:
        return decide(session, conflict_id, verdict=verdict, reviewer="Ada", **more)


def facts(store: Store) -> list[int]:
    """How many claims each fact has."""
    with store.reading() as session:
        return sorted(row.claims for row in lookup.facts(session).items if row.claims)


def waiting(store: Store) -> int:
    """How many conflicts wait."""
    with store.reading() as session:
        return len(lookup.conflicts(session).items)


def test_claims_of_one_key_part(store: Store, parted: DecisionView):
    assert (facts(store), waiting(store)) == ([1, 1], 0)


def test_they_are_one_fact_again_when_it_is_taken_back_or_decided_otherwise(store: Store, parted: DecisionView):
    with store.writing() as session:
        back = undo(session, parted.id, reviewer="Ben")
    assert (facts(store), waiting(store)) == ([2], 1)
    decided(store, parted.conflict_id, Verdict.NOT_SAME_FACT, supersedes=back.id)
    assert (facts(store), waiting(store)) == ([1, 1], 0)


def test_they_stay_apart_when_their_documents_are_read_again(store: Store, parted: DecisionView):
    for number, paper in PAPERS.items():
        again = add(store, said(number), publisher=paper)
        with store.writing() as session:
            recheck.recheck(session, again.version_id, document(said(number), publisher=paper).claims)
    assert (facts(store), waiting(store)) == ([1, 1], 0)


@pytest.mark.parametrize("number", PAPERS)
def test_a_document_that_repeats_either_follows_it_there_and_back(store: Store, parted: DecisionView, number: str):
    later = add(store, said(number), publisher="Hill Courier")
    assert (facts(store), waiting(store)) == ([1, 2], 0)
    with store.writing() as session:
        recheck.recheck(session, later.version_id, document(said(number), publisher="Hill Courier").claims)
    assert (facts(store), waiting(store)) == ([1, 2], 0)
    with store.writing() as session:
        undo(session, parted.id, reviewer="Ada")
    assert (facts(store), waiting(store)) == ([3], 1)


def test_another_value_is_held_against_what_was_left(store: Store, parted: DecisionView):
    add(store, said("17"), publisher="Hill Courier")
    assert (facts(store), waiting(store)) == ([1, 2], 1)


def test_turns_are_taken_before_any_fact_is_locked(store: Store):
    if store.engine.dialect.name != "postgresql":
        pytest.skip("SQLite has one writer")
    for number, paper in PAPERS.items():
        add(store, said(number), publisher=paper)
    with store.reading() as session:
        (row,) = lookup.conflicts(session).items
    asked: list[tuple[str, Any]] = []

    def heard(*told: Any) -> None:
        asked.append((told[2], told[3]))

    event.listen(store.engine, "before_cursor_execute", heard)
    decided(store, row.id, Verdict.NOT_SAME_FACT)
    held, locked = set[int](), False
    for statement, given in asked:
        locked = locked or "FOR UPDATE" in statement
        if "pg_advisory_xact_lock" in statement:
            assert not locked or set(given["numbers"]) <= held
            held |= set(given["numbers"])
    assert held
    assert locked
