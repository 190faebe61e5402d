"""The questions that a large registry is asked often are answered by indexes, not by reading tables."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sqlalchemy import event, text

from registry.actions import lookup
from registry.actions.views import ConflictFilter
from registry.model.finding import Relation
from registry.store import Store
from registry.store.queries.candidates import candidates
from registry.store.writes import is_sqlite, on
from tests.actions.makers import add, said

QUESTIONS = {
    "queue": lambda session: lookup.conflicts(session),
    "queue of a kind": lambda session: lookup.conflicts(session, ConflictFilter(kind=Relation.CONTRADICTION)),
    "claims": lambda session: lookup.claims(session),
    "facts": lambda session: lookup.facts(session),
    "candidates": lambda session: candidates(session, [f"name|thing {at}|count" for at in range(200)], per_key=12),
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


def plan(session, statement: str, values: Any) -> list[str]:
    """The steps of a statement's plan; PostgreSQL is told that tables are too large to read."""
    connection = on(session)
    if is_sqlite(session):
        return [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
    connection.execute(text("SET LOCAL enable_seqscan = off"))
    return [row[0] for row in connection.exec_driver_sql(f"EXPLAIN {statement}", values)]


def bad(step: str) -> bool:
    """Whether a step reads a stored table from end to end without an index."""
    names = "claim|claim_key|fact|conflict|conflict_publisher|decision|document|document_version|link"
    return bool(re.fullmatch(rf"SCAN ({names})( AS \w+)?", step) or re.search(rf"Seq Scan on ({names})\b", step))
