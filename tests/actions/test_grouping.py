"""Split and merged facts: what a person says about what belongs together outranks the engine."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from registry.actions import lookup
from registry.actions.filing import grouping
from registry.actions.recheck import recheck
from registry.errors import AlreadyDecided, InvalidValue, NotFound
from registry.store import Store
from registry.store.writes import on
from tests.actions.makers import add, document, said
from tests.actions.test_corrections import OTHER, PAPER, by, claims, open_conflicts, wrong

__all__ = ["wrong"]


def fact_ids(store: Store) -> set[str]:
    """The facts that have claims."""
    with store.reading() as session:
        return {row.id for row in lookup.facts(session).items if row.claims}


def test_a_claim_that_answers_another_question_is_split_off_and_stays_off(store, wrong):
    with store.writing() as session:
        deed = grouping.split(session, wrong.fact_id, [wrong.id], reviewer="Ada", reason="foot bridges")
    assert len(fact_ids(store)) == 2
    assert open_conflicts(store) == []
    again = document(said("14"), publisher=OTHER)
    with store.writing() as session:
        recheck(session, wrong.version_id, again.claims)
    add(store, said("12"), publisher="Third Paper")
    assert len(fact_ids(store)) == 2
    assert by(store, OTHER).fact_id == deed.fact != by(store, PAPER).fact_id
    assert open_conflicts(store) == []


def test_undoing_a_split_makes_the_fact_whole_again(store, wrong):
    with store.writing() as session:
        deed = grouping.split(session, wrong.fact_id, [wrong.id], reviewer="Ada")
    with store.writing() as session:
        grouping.undo(session, deed.number, reviewer="Bob")
    assert fact_ids(store) == {wrong.fact_id}
    assert len(open_conflicts(store)) == 1
    with pytest.raises(AlreadyDecided), store.writing() as session:
        grouping.undo(session, deed.number, reviewer="Bob")


def test_every_claim_and_fact_is_found_by_its_words_once_whatever_was_done_to_it(store, wrong):
    again = document(said("14"), publisher=OTHER)
    with store.writing() as session:
        deed = grouping.split(session, wrong.fact_id, [wrong.id], reviewer="Ada")
        recheck(session, wrong.version_id, again.claims)
        grouping.undo(session, deed.number, reviewer="Bob")
    for value in ("15", "16", "15"):
        add(store, said(value), said("3", "tunnel"), url="https://one.example/a")
    with store.reading() as session:
        rows = on(session).execute(text("SELECT kind, ref FROM entry WHERE kind IN ('claim', 'fact')")).all()
        there = on(session).execute(text("SELECT 'claim', id FROM claim UNION SELECT 'fact', fact_key FROM fact")).all()
    assert sorted(map(tuple, rows)) == sorted(map(tuple, there))


def test_merged_facts_are_one_until_that_is_undone(store: Store):
    add(store, said("12"), publisher=PAPER)
    add(store, said("14", "lighthouse keeper"), publisher=OTHER)
    left, right = sorted(fact_ids(store))
    with store.writing() as session:
        deed = grouping.merge(session, left, right, reviewer="Ada")
    assert fact_ids(store) == {deed.fact}
    assert len(open_conflicts(store)) == 1
    with store.writing() as session:
        grouping.undo(session, deed.number, reviewer="Bob")
    assert fact_ids(store) == {left, right}
    assert open_conflicts(store) == []


def test_a_split_needs_claims_of_the_fact_and_leaves_some(store, wrong):
    with store.writing() as session:
        with pytest.raises(NotFound):
            grouping.split(session, wrong.fact_id, ["nothing"], reviewer="Ada")
        with pytest.raises(InvalidValue, match="all claims"):
            grouping.split(session, wrong.fact_id, [one.id for one in claims(store)], reviewer="Ada")
        with pytest.raises(InvalidValue, match="one fact already"):
            grouping.merge(session, wrong.fact_id, wrong.fact_id, reviewer="Ada")
