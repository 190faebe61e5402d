"""Sessions, columns and rows behave the same on both databases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest
from alembic.script import ScriptDirectory
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError

from registry.errors import InvalidValue, Misconfigured, Unavailable
from registry.model.finding import Relation, Severity
from registry.store import Store, db, open_store
from registry.store.columns import Exact, Instant, Json, Word
from registry.store.migrations import config, migrate
from registry.store.queries import history, totals
from registry.store.queries.history import Sought
from registry.store.schema import is_current, newest
from registry.store.tables import Phase
from registry.store.writes import append, keep, keep_all, keep_unknown, on, table

NOW = datetime(2026, 1, 2, 3, 4, 5, 678901, UTC)
EVENT = {"at": NOW, "actor": "Ada", "action": "look", "subject_id": "x", "detail": {"a": [1]}}


def test_a_read_session_cannot_write(store: Store):
    with store.reading() as session, pytest.raises(DBAPIError):
        on(session).execute(text("INSERT INTO blob (digest, data) VALUES ('a', 'b')"))
    with store.writing() as session:
        assert keep(session, "blob", [{"digest": "a", "data": b"b"}]) == [("a",)]


def test_a_failed_write_leaves_nothing(store: Store):
    def broken() -> None:
        with store.writing() as session:
            keep(session, "blob", [{"digest": "a", "data": b"b"}])
            raise RuntimeError("halfway")

    with pytest.raises(RuntimeError):
        broken()
    with store.reading() as session:
        assert totals.rows_in(session, "blob") == 0


def test_a_rolled_back_savepoint_leaves_the_rest(store: Store):
    with store.writing() as session:
        keep(session, "blob", [{"digest": "a", "data": b"1"}])
        with session.begin_nested() as point:
            keep(session, "blob", [{"digest": "b", "data": b"2"}])
            point.rollback()
    with store.reading() as session:
        assert totals.rows_in(session, "blob") == 1


def test_rows_made_ready_by_us_are_those_that_sqlalchemy_writes(store: Store):
    row: dict[str, Any] = {
        "fact_key": "f",
        "id": "c",
        "kind": Relation.CONTRADICTION,
        "rule": "r",
        "severity": Severity.LOW,
    }
    row |= {"detail": "d", "question": "“q”?", "subject": None, "across": True, "sides": [{"a": [1, None]}], "why": []}
    row |= {"priority": 1.25, "phase": Phase.OPEN, "suggested": False, "decision_id": 0, "follows": None}
    row |= {"found_at": NOW, "changed_at": NOW.astimezone(timezone(timedelta(hours=5)))}
    with store.writing() as session:
        keep_all(session, "conflict", [row, {**row, "id": "d", "subject": "x"}])
        keep(session, "conflict", [{**row, "id": "e"}])
    with store.reading() as session:
        found = [
            one._asdict() for one in on(session).execute(select(table("conflict")).order_by(table("conflict").c.id))
        ]
    assert found[0] == {**row, "changed_at": NOW}
    assert found[1] == {**found[0], "id": "d", "subject": "x"}
    assert found[2] == {**found[0], "id": "e"}


def test_a_row_that_is_there_stays_as_it_is(store: Store):
    with store.writing() as session:
        keep_all(session, "blob", [{"digest": "a", "data": b"1"}])
        keep_all(session, "blob", [{"data": b"2", "digest": "a"}, {"data": b"3", "digest": "b"}])
    with store.reading() as session:
        found = {row.digest: row.data for row in on(session).execute(select(table("blob")))}
    assert found == {"a": b"1", "b": b"3"}


def test_rows_that_nobody_found_are_told_as_new(store: Store):
    with store.writing() as session:
        rows = [{"digest": name, "data": b"1"} for name in ("b", "a")]
        assert sorted(keep_unknown(session, "blob", rows)) == [("a",), ("b",)]
        assert keep_unknown(session, "blob", []) == []


def test_what_the_driver_refuses_is_told_as_by_sqlalchemy(store: Store):
    with store.writing() as session, pytest.raises(IntegrityError):
        keep_all(session, "blob", [{"digest": "a", "data": None}])


def test_keeping_a_row_twice_tells_that_the_second_was_not_new(store: Store):
    with store.writing() as session:
        assert keep(session, "blob", [{"digest": "a", "data": b"1"}, {"digest": "b", "data": b"1"}]) == [("a",), ("b",)]
        assert keep(session, "blob", [{"digest": "a", "data": b"1"}, {"digest": "c", "data": b"1"}]) == [("c",)]


def test_keeping_rows_without_an_answer_leaves_what_is_there(store: Store):
    with store.writing() as session:
        keep_all(session, "blob", [{"digest": "a", "data": b"1"}, {"digest": "b", "data": b"1"}])
        keep_all(session, "blob", [{"digest": "a", "data": b"2"}, {"digest": "c", "data": b"2"}])
        keep_all(session, "blob", [])
        rows = on(session).execute(select(table("blob")).order_by(table("blob").c.digest)).all()
    assert [tuple(row) for row in rows] == [("a", b"1"), ("b", b"1"), ("c", b"2")]


def test_numbers_grow(store: Store):
    with store.writing() as session:
        first, second = append(session, "audit_event", EVENT), append(session, "audit_event", EVENT)
    assert second == first + 1
    with store.reading() as session:
        rows = history.events(session, Sought(subject_id="x"), before=None, limit=9)
    assert [row.id for row in rows] == [second, first]
    assert rows[0].at == NOW
    assert rows[0].detail == {"a": [1]}


@pytest.mark.parametrize("statement", ["UPDATE audit_event SET actor = 'Bob'", "DELETE FROM audit_event"])
def test_what_people_did_refuses_update_and_delete(store: Store, statement: str):
    with store.writing() as session:
        append(session, "audit_event", EVENT)
    with pytest.raises(DBAPIError, match="append-only"), store.writing() as session:
        on(session).execute(text(statement))


@pytest.mark.parametrize("name", ["decision", "judgement", "audit_event"])
def test_every_table_of_what_people_did_is_guarded(store: Store, name: str):
    lite = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :name"
    full = "SELECT count(*) FROM pg_trigger WHERE tgrelid = CAST(:name AS regclass) AND NOT tgisinternal"
    with store.reading() as session:
        statement = lite if on(session).dialect.name == "sqlite" else full
        assert on(session).execute(text(statement), {"name": name}).scalar_one() == 2


def test_a_time_without_a_zone_is_refused(store: Store):
    with pytest.raises(StatementError), store.writing() as session:
        append(session, "audit_event", {**EVENT, "at": NOW.replace(tzinfo=None)})


def test_a_time_comes_back_in_utc():
    column, dialect = Instant(), sqlite.dialect()
    there = datetime(2026, 1, 2, 3, 4, tzinfo=timezone(timedelta(hours=2)))
    assert column.process_bind_param(there, dialect) == there
    assert column.process_result_value(datetime(2026, 1, 2, 1, 4), dialect) == there  # noqa: DTZ001


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_a_decimal_comes_back_exactly(value: Decimal):
    column, dialect = Exact(), sqlite.dialect()
    assert column.process_result_value(column.process_bind_param(value, dialect), dialect) == value


def test_words_and_json_come_back():
    dialect = sqlite.dialect()
    word, json = Word(Severity), Json()
    assert word.process_result_value(word.process_bind_param(Severity.HIGH, dialect), dialect) is Severity.HIGH
    assert json.process_result_value(json.process_bind_param(["é", None], dialect), dialect) == ["é", None]
    with pytest.raises(ValueError, match="huge"):
        word.process_bind_param("huge", dialect)  # type: ignore[arg-type]


@pytest.mark.parametrize("database", ["mysql://x/y", "not an address"])
def test_another_database_is_refused_in_plain_words(database: str):
    with pytest.raises(Misconfigured, match="CLAIMS_DATABASE"):
        open_store(database)


def test_migrating_twice_changes_nothing(database: str, store: Store):
    migrate(database)
    assert is_current(store)


def test_the_newest_schema_is_the_one_alembic_says():
    assert newest() == ScriptDirectory.from_config(config()).get_current_head()


def test_whoever_waits_too_long_for_another_writer_is_told_to_come_again(store: Store, database: str, monkeypatch):
    monkeypatch.setattr(db, "BUSY_SECONDS", 0.1)
    other = open_store(database)

    def late() -> None:
        with other.writing() as session:
            if other.engine.dialect.name == "postgresql":
                on(session).execute(text("SET LOCAL lock_timeout = '50ms'"))
            keep(session, "blob", [{"digest": "a", "data": b"2"}])

    with store.writing() as session:
        keep(session, "blob", [{"digest": "a", "data": b"1"}])
        with pytest.raises(Unavailable, match="busy"):
            late()
    other.close()


def test_an_empty_database_is_not_current(tmp_path):
    store = open_store(f"sqlite:///{tmp_path}/empty.sqlite")
    assert not is_current(store)
    store.close()


def test_every_key_of_what_is_about_a_fact_leads_with_the_fact():
    for name in ("claim", "conflict", "decision", "conflict_publisher", "fact"):
        assert next(iter(table(name).primary_key.columns)).name == "fact_key"


def test_the_empty_character_is_refused_in_plain_words_where_the_database_cannot_keep_it(store: Store):
    if store.engine.dialect.name != "postgresql":
        pytest.skip("SQLite keeps it")
    with store.reading() as session, pytest.raises(InvalidValue, match=r"U\+0000"):
        on(session).execute(text("SELECT id FROM document WHERE id = :id"), {"id": "a\0b"})
