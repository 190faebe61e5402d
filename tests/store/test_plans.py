"""The questions that a large registry is asked often are answered by indexes, not by reading tables."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import event, text

from registry.actions import agreement, lookup, measures, precedents, queueing, shelf
from registry.actions.ask import ask
from registry.actions.queueing import Order, Tab
from registry.actions.views import Age, ClaimFilter, ConflictFilter, DocumentFilter, FactFilter, Held
from registry.model.assertion import Kind
from registry.model.finding import Relation, State
from registry.model.traits import Traits
from registry.store import Store
from registry.store.queries import changes, conflicts, facts, history, queues, scan, sieve, sketches
from registry.store.queries import claims as claim_queries
from registry.store.queries import measures as measure_queries
from registry.store.queries.candidates import candidates
from registry.store.queries.changes import Wanted
from registry.store.queries.history import Sought
from registry.store.tables import LIVE, Measured
from registry.store.writes import is_sqlite, on
from tests.actions.makers import add, said

TRAITS = Traits(kind=Kind.COUNT, low=10, publisher="Harbour Post")
LATER = (datetime(2030, 1, 1, tzinfo=UTC), "x")
QUESTIONS = {
    "queue": lambda session: lookup.conflicts(session),
    "queue of a kind": lambda session: lookup.conflicts(session, ConflictFilter(kind=Relation.CONTRADICTION)),
    "queue in every state": lambda session: lookup.conflicts(session, ConflictFilter(state=None)),
    "queue by words": lambda session: lookup.conflicts(session, ConflictFilter(words="bridges")),
    "queue, the newest first": lambda session: queueing.listed(session, lookup.QUEUE, order=Order.NEWEST),
    "queue, the oldest first": lambda session: queueing.listed(session, lookup.QUEUE, order=Order.OLDEST),
    "search": lambda session: lookup.search(session, "rivertown bridges"),
    "ask": lambda session: ask(session, "How many bridges does Rivertown have?"),
    "documents": lambda session: lookup.documents(session),
    "a fact": lambda session: [lookup.fact(session, row.id) for row in lookup.facts(session).items],
    "export": lambda session: scan.claim_lines(session, after=("a", "b"), limit=20, retired=False),
    "export of conflicts": lambda session: conflicts.conflicts_after(session, after=("a", "b"), limit=20),
    "claims": lambda session: lookup.claims(session),
    "claims about a subject": lambda session: lookup.claims(session, ClaimFilter(subject="rivertown")),
    "claims about an attribute": lambda session: lookup.claims(session, ClaimFilter(attribute="bridge")),
    "claims of a value": lambda session: lookup.claims(session, ClaimFilter(value="12")),
    "facts": lambda session: lookup.facts(session),
    "facts about a subject": lambda session: lookup.facts(session, FactFilter(subject="rivertown")),
    "facts with traits": lambda session: lookup.facts(session, FactFilter(traits=TRAITS, standing=Held.DISPUTED)),
    "facts by words": lambda session: lookup.facts(session, FactFilter(words="bridges")),
    "claims with traits": lambda session: lookup.claims(session, ClaimFilter(traits=TRAITS, standing=Held.DISPUTED)),
    "claims by words": lambda session: lookup.claims(session, ClaimFilter(words="bridges")),
    "documents of a publisher": lambda session: lookup.documents(session, DocumentFilter("Harbour Post")),
    "documents by words": lambda session: lookup.documents(session, DocumentFilter(words="bridges")),
    "versions": lambda session: lookup.versions(session),
    "candidates": lambda session: candidates(session, [f"name|thing {at}|count" for at in range(200)], per_key=12),
    "copies": lambda session: sketches.sharing(session, list(range(20)), most=4),
    "what changed": lambda session: changes.changes(session, Wanted(), after=LATER, limit=20),
    "what somebody did": lambda session: history.events(session, Sought(actor="Ada"), before=None, limit=20),
    "what was done": lambda session: history.events(session, Sought(action="ingest"), before=None, limit=20),
    "what happened": lambda session: history.events(session, Sought(), before=None, limit=20),
    "a rule": lambda session: measure_queries.tallies(session, Measured.RULE, "contradiction"),
    "tabs of the queue": lambda session: queueing.tabs(session, lookup.QUEUE, "Ada"),
    "facets of the queue": lambda session: lookup.facets(session, queueing.within(Tab.OPEN, lookup.QUEUE, "Ada")),
    "facets of a kind": lambda session: lookup.facets(session, ConflictFilter(kind=Relation.CONTRADICTION)),
    "the queue of an age": lambda session: lookup.conflicts(session, ConflictFilter(age=Age.WEEK)),
    "mine": lambda session: lookup.conflicts(session, queueing.within(Tab.MINE, lookup.QUEUE, "Ada")),
    "a place": lambda session: [queueing.place(session, row.id) for row in lookup.conflicts(session).items],
    "a desk": lambda session: [lookup.conflict(session, row.id) for row in lookup.conflicts(session).items],
    "precedents": lambda session: [precedents.precedents(session, row.id) for row in lookup.conflicts(session).items],
    "weeks": lambda session: lookup.weeks(session),
    "what somebody keeps": lambda session: shelf.filters(session, "Ada"),
    "second reviews": lambda session: agreement.waiting(session, "Ada"),
    "rules": lambda session: measures.rules(session),
    "amendments": lambda session: measure_queries.amendments(session, ["a", "b"]),
    "voices": lambda session: claim_queries.voices(session, ["a", "b"]),
    "links of pairs": lambda session: facts.links_of(session, [("a", "b"), ("c", "d")]),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_frequent_question_reads_no_table_from_end_to_end(store: Store, name: str):
    add(store, said("12"), publisher="Harbour Post")
    add(store, said("14"), publisher="Valley Times")
    asked: list[tuple[str, Any]] = []
    with store.reading() as session:
        listen = (store.engine, "before_cursor_execute", lambda *told: asked.append((told[2], told[3])))
        event.listen(*listen)
        QUESTIONS[name](session)
        event.remove(*listen)
        assert asked
        plans = [plan(session, statement, values) for statement, values in asked if "SELECT" in statement]
    assert [one for found in plans for one in found if bad(one)] == []


STATES = (State.OPEN, State.DECIDED, None)


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("state", STATES)
def test_the_queue_is_a_walk_along_an_index_in_every_order_and_state(store: Store, state: State | None, order: Order):
    with store.reading() as session:
        asked: list[tuple[str, Any]] = []
        event.listen(store.engine, "before_cursor_execute", lambda *told: asked.append((told[2], told[3])))
        queueing.listed(session, ConflictFilter(state=state), order=order)
        steps = plan(session, *asked[-1], sorting=False)
    walks = [at for at, step in enumerate(steps) if "ix_conflict_phase_" in step]
    assert len(walks) == (3 if state is None else 1)
    # SQLite tells of a sort behind what is sorted, PostgreSQL before it. What is merged is sorted again.
    assert not [at for at in walks if "FOR ORDER BY" in "".join(steps[at + 1 : at + 2]) or is_sort(steps[at - 1])]
    assert state is None or not [step for step in steps if "FOR ORDER BY" in step or is_sort(step)]


def test_the_conflicts_of_facts_are_found_by_their_facts(store: Store):
    asked: list[tuple[str, Any]] = []
    event.listen(store.engine, "before_cursor_execute", lambda *told: asked.append((told[2], told[3])))
    with store.reading() as session:
        conflicts.conflicts_of(session, ["a", "b"], phases=LIVE)
        steps = "\n".join(plan(session, *asked[-1], sorting=False))
    assert "ix_conflict_phase" not in steps
    if store.engine.dialect.name == "sqlite":
        assert "autoindex_conflict" in steps


def test_a_queue_by_words_is_found_by_the_facts_that_have_them(store: Store):
    """By phase, each of its counts would walk through every open conflict; no planner knows how few the facts are."""
    asked: list[tuple[str, Any]] = []
    event.listen(store.engine, "before_cursor_execute", lambda *told: asked.append((told[2], told[3])))
    where = sieve.Wanted(facts=frozenset({"a"}), suggested=False, kind=Relation.CONTRADICTION)
    with store.reading() as session:
        queues.counted(session, where)
        queues.crossed(session, ("kind", "severity"), where)
        queues.tally(session, "subject", where)
        reads = [one for one in asked if one[0].startswith(("SELECT", "WITH"))]
        steps = "\n".join(step for one in reads for step in plan(session, *one))
    assert steps
    if store.engine.dialect.name == "sqlite":
        assert "autoindex_conflict" in steps
        assert "ix_conflict_" not in steps


def test_a_piece_of_an_export_is_chosen_before_anything_is_joined(store: Store):
    asked: list[tuple[str, Any]] = []
    event.listen(store.engine, "before_cursor_execute", lambda *told: asked.append((told[2], told[3])))
    with store.reading() as session:
        scan.claim_lines(session, after=("a", "b"), limit=20, retired=False)
    statement = asked[-1][0]
    assert statement.index("LIMIT") < statement.rindex("ORDER BY")


def is_sort(step: str) -> bool:
    """Whether a step of PostgreSQL's sorts."""
    return bool(re.match(r"\s*(->\s+)?Sort\b(?! Key)", step))


def plan(session, statement: str, values: Any, *, sorting: bool = True) -> list[str]:
    """The steps of a statement's plan; PostgreSQL is told that tables are too large to read, or even to sort."""
    connection = on(session)
    if is_sqlite(session):
        return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
    connection.execute(text("SET LOCAL enable_seqscan = off"))
    if not sorting:
        connection.execute(text("SET LOCAL enable_sort = off"))
        connection.execute(text("SET LOCAL enable_bitmapscan = off"))
    return [row[0] for row in connection.exec_driver_sql(f"EXPLAIN {statement}", values)]


def bad(step: str) -> bool:
    """Whether a step reads a stored table from end to end without an index."""
    names = (
        "claim|claim_key|fact|conflict|conflict_publisher|decision|document|document_version|link|mark|sketch|amendment"
        "|audit_event|entry"
    )
    return bool(re.fullmatch(rf"SCAN ({names})( AS \w+)?", step) or re.search(rf"Seq Scan on ({names})\b", step))
