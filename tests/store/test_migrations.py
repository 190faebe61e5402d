"""Every migration on a database with rows in it: forward from the first schema, back, and forward again."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from os import getpid
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import inspect, text

from registry.actions import lookup, recheck
from registry.actions.rows import of_claim
from registry.actions.views import ConflictFilter
from registry.model.finding import State
from registry.store import open_store
from registry.store.db import open_engine
from registry.store.migrations import config, migrate
from registry.store.queries import changes
from registry.store.queries.changes import Wanted
from tests.actions.makers import document, said
from tests.conftest import run, server

ROOT = Path(__file__).resolve().parents[2]
FIRST = "20261124_append_only"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
EVERY = ConflictFilter(state=None)


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """An empty database without a schema."""
    url = server()
    if url is None:
        yield f"sqlite:///{tmp_path / 'old.sqlite'}"
        return
    name = f"claims_old_{getpid()}"
    run(url, f"CREATE DATABASE {name}")
    yield url.set(database=name).render_as_string(hide_password=False)
    run(url, f"DROP DATABASE {name} WITH (FORCE)")


def move(address: str, to: str, *, back: bool = False) -> None:
    """Bring a database to a revision."""
    engine, settings = open_engine(address), config()
    with engine.connect() as connection:
        settings.attributes["connection"] = connection
        (command.downgrade if back else command.upgrade)(settings, to)
        connection.commit()
    engine.dispose()


def fill(address: str) -> None:
    """Rows as the first release wrote them: two documents that differ, a decision, a judgement, a link, an event."""
    engine = open_engine(address)
    with engine.connect() as connection:
        for number, value in enumerate(("12", "14"), 1):
            made = document(said(value), publisher=f"Paper {number}")
            claim = of_claim(made.claims[0], f"v{number}", f"fact{number}", NOW)
            claim.pop("voice")
            put(connection, "blob", {"digest": made.digest, "data": made.data})
            told = {"id": f"d{number}", "uri": made.uri, "uri_key": f"k{number}", "version_id": f"v{number}"}
            put(connection, "document", {**told, "read_at": NOW})
            version = {"id": f"v{number}", "document_id": f"d{number}", "digest": made.digest, "size": 3}
            read = {"media_type": "text/plain", "reader": "x", "engine": "0", "text": made.reading.text, "blocks": "[]"}
            about = {"title": "T", "publisher": f"Paper {number}", "authors": "[]", "language": "en"}
            put(
                connection,
                "document_version",
                {**version, **read, **about, "published": date(2024, 5, 31), "read_at": NOW},
            )
            ends = {"max_low": value, "min_high": value, "simple": True, "version": 1, "changed_at": NOW}
            fact = {"fact_key": f"fact{number}", "id": f"f{number}", "cluster": "fact1", "label": "How many bridges?"}
            terms = {"subject": "rivertown", "attribute": "bridge", "kind": "count", "unit": "count", "n": 1}
            put(connection, "fact", {**fact, **terms, **ends})
            put(
                connection,
                "claim",
                {**claim, "record": json.dumps(claim["record"]), "trace": json.dumps(claim["trace"])},
            )
            key = {"key": "rivertown|bridg|count", "fact_key": f"fact{number}", "claim_id": claim["id"]}
            put(connection, "claim_key", {**key, "found_at": NOW})
        sides = json.dumps([side(value, number) for number, value in enumerate(("12", "14"), 1)])
        conflict = {"fact_key": "fact1", "id": "c1", "kind": "contradiction", "rule": "contradiction"}
        shown = {"severity": "high", "detail": "Two.", "question": "How many?", "subject": "Rivertown", "why": "[]"}
        state = {"across": False, "sides": sides, "priority": 30.0, "phase": "decided", "decision_id": 1}
        put(connection, "conflict", {**conflict, **shown, **state, "follows": None, "found_at": NOW})
        who = {
            "reviewer": "Ada",
            "reason": "seen",
            "supersedes_id": None,
            "decided_at": datetime(2026, 4, 1, tzinfo=UTC),
        }
        decision = {"fact_key": "fact1", "id": 1, "conflict_id": "c1", "verdict": "side", "side": 2, "label": "14"}
        put(connection, "decision", {**decision, "value": None, "source": None, **who})
        put(connection, "judgement", {"left_fact": "fact1", "id": 1, "right_fact": "fact2", "same": "yes", **who})
        put(
            connection,
            "link",
            {"left_fact": "fact1", "right_fact": "fact2", "score": 0.9, "same": True, "reasons": "[]"},
        )
        event = {"id": 1, "at": NOW, "actor": "Ada", "action": "decide", "subject_id": "c1", "detail": "{}"}
        put(connection, "audit_event", event)
        connection.commit()
    engine.dispose()


def side(value: str, number: int) -> dict[str, Any]:
    """A side of a conflict as it is stored."""
    stated = {"type": "quantity", "low": value, "high": value, "unit": "count", "approx": False, "lean": 0}
    told = {**stated, "strict": False, "quantum": "0", "round": "0"}
    claim = of_claim(document(said(value), publisher=f"Paper {number}").claims[0], f"v{number}", "", NOW)["id"]
    days = {"first": "2024-05-31", "last": "2024-05-31"}
    return {"label": value, "value": told, "claims": [claim], "sources": 1, "independent": 1, **days}


def put(connection: Any, table: str, row: dict[str, Any]) -> None:
    """Insert a row by its columns' names."""
    names = ", ".join(f'"{name}"' for name in row)
    places = ", ".join(f":{name}" for name in row)
    told = {name: bound(value, lite=lite(connection)) for name, value in row.items()}
    connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({places})"), told)


def bound(value: Any, *, lite: bool) -> Any:
    """A value as the driver takes it: words by value, decimals by digits, on SQLite times as SQLAlchemy writes them."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if lite and isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S.%f")
    return value.isoformat() if lite and isinstance(value, date) else value


def lite(connection: Any) -> bool:
    """Whether it is SQLite."""
    return bool(connection.dialect.name == "sqlite")


def test_a_filled_registry_of_the_first_schema_reads_the_same_at_the_newest_one(address: str):
    move(address, FIRST)
    fill(address)
    move(address, "head")
    seen(address)


def test_going_back_to_the_first_schema_and_forward_again_loses_nothing_that_people_said(address: str):
    move(address, FIRST)
    fill(address)
    move(address, "head")
    move(address, FIRST, back=True)
    move(address, "head")
    seen(address)


def seen(address: str) -> None:
    """What the filled registry holds, at the newest schema."""
    store = open_store(address)
    with store.reading() as session:
        (row,) = lookup.conflicts(session, EVERY).items
        assert lookup.conflicts(session, EVERY._replace(words="how many 14 bridges")).items == (row,)
        whole = lookup.conflict(session, "c1")
        (fact,) = lookup.facts(session).items
        told = changes.changes(session, Wanted(), after=None, limit=9)
        assert (row.state, row.suggested, row.decision) == (State.DECIDED, False, 1)
        assert [(one.label, len(one.claims), one.chosen) for one in whole.sides] == [("12", 1, False), ("14", 1, True)]
        assert (fact.standing.value, fact.claims) == ("14", 2)
        assert [side.independent for side in fact.values] == [1, 1]
        assert all(one.changed_at.month == 4 for one in told)
        assert recheck.left(session) == 2
    store.close()


def test_the_keys_of_facts_lead_with_the_fact_and_none_is_lost(address: str):
    move(address, FIRST)
    fill(address)
    move(address, "20261128_queue_indexes")
    before = keys_of(address)
    move(address, "head")
    assert before[0] == ["key", "fact_key"]
    assert keys_of(address) == (["fact_key", "key"], before[1])
    move(address, "20261128_queue_indexes", back=True)
    assert keys_of(address) == before


def test_things_are_found_without_an_index_of_their_own_and_going_back_leaves_each_once(address: str):
    move(address, FIRST)
    fill(address)
    move(address, "20261129_conflict_words")
    before, unique = things_of(address)
    assert before
    assert unique == [["kind", "ref"]]
    move(address, "head")
    assert things_of(address) == (before, [])
    _, kind, ref = before[0]
    more = {"number": before[-1][0] + 1, "kind": kind, "ref": ref}
    words = ("", "") if address.startswith("sqlite") else (", words", ", to_tsvector('english', 'twice')")
    engine = open_engine(address)
    with engine.begin() as connection:
        statement = f"INSERT INTO entry (number, kind, ref{words[0]}) VALUES (:number, :kind, :ref{words[1]})"
        connection.execute(text(statement), more)
    engine.dispose()
    move(address, "20261129_conflict_words", back=True)
    assert things_of(address) == ([*before[1:], (more["number"], kind, ref)], unique)


def things_of(address: str) -> tuple[list[tuple[Any, ...]], list[list[str]]]:
    """What full text can find, and the columns that keep a thing from being there twice."""
    engine = open_engine(address)
    with engine.connect() as connection:
        unique = [one["column_names"] for one in inspect(connection).get_unique_constraints("entry")]
        rows = [tuple(row) for row in connection.execute(text("SELECT number, kind, ref FROM entry ORDER BY number"))]
    engine.dispose()
    return rows, unique


def keys_of(address: str) -> tuple[list[str], list[tuple[Any, ...]]]:
    """The primary key of the blocking keys, and their rows."""
    engine = open_engine(address)
    with engine.connect() as connection:
        primary = inspect(connection).get_pk_constraint("claim_key")["constrained_columns"]
        order = "SELECT key, fact_key, claim_id, found_at FROM claim_key ORDER BY key, fact_key"
        rows = [tuple(row) for row in connection.execute(text(order))]
    engine.dispose()
    assert rows
    return list(primary), rows


# Dies after so many statements of a migration.
DYING = """
import os, signal, sys
from sqlalchemy import event
from registry.store import migrations
from registry.store.db import open_engine

left = int(sys.argv[2])
def counting(address):
    engine = open_engine(address)
    @event.listens_for(engine, "after_cursor_execute")
    def count(*_):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
    return engine
migrations.open_engine = counting
migrations.migrate(sys.argv[1])
"""


def test_a_migration_that_is_killed_goes_on_where_it_was(address: str, database: str):
    for statements in (9, 40, 90):
        dying = [sys.executable, "-c", DYING, address, str(statements)]
        assert subprocess.run(dying, cwd=ROOT, check=False).returncode == -signal.SIGKILL
    migrate(address)
    assert shape(address) == shape(database)


def shape(address: str) -> dict[str, list[str]]:
    """The tables of a database with their columns."""
    engine = open_engine(address)
    seen = inspect(engine)
    found = {name: sorted(column["name"] for column in seen.get_columns(name)) for name in seen.get_table_names()}
    engine.dispose()
    return found
