"""A registry as one file to hand out: everything that answers need, nothing about people, tokens, watches or webhooks.

A newcomer's mistake: copying the file. A copy while somebody writes is torn, and it would carry every secret.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

from registry.store.db import Store
from registry.store.tables import metadata
from registry.store.writes import on

PRIVATE = frozenset(
    (
        *("person", "session", "invitation", "token", "attempt", "lease", "shelf_item", "second_review", "audit_event"),
        *("watch", "use", "change", "endpoint", "message", "delivery_attempt", "repeat_request"),
    )
)


DERIVED = frozenset(("entry",))
AT_ONCE = 200


def copied(store: Store, file: Path, *, originals: bool = True) -> None:
    """Write a registry on SQLite into a new file."""
    beside = file.with_name(f"{file.name}.part")
    beside.unlink(missing_ok=True)
    try:
        with store.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("VACUUM INTO ?", (str(beside),))
        _emptied(beside, originals=originals)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def transferred(store: Store, made: Store, *, originals: bool = True) -> None:
    """Write the tables of a registry into an empty one, as they are at one moment; full text is left to the caller."""
    with store.engine.connect() as connection, made.writing() as session:
        source = connection.execution_options(isolation_level="REPEATABLE READ", stream_results=True)
        for told in metadata.sorted_tables:
            if told.name in PRIVATE or told.name in DERIVED:
                continue
            for rows in source.execute(select(told)).mappings().partitions(AT_ONCE):
                on(session).execute(insert(told), [_row(told.name, row, originals=originals) for row in rows])


def _row(name: str, row: Mapping[Any, Any], *, originals: bool) -> dict[str, Any]:
    """A row as it is handed out."""
    return {**row, "data": b""} if name == "blob" and not originals else dict(row)


def _emptied(file: Path, *, originals: bool) -> None:
    """Leave out what is nobody else's business, and on request the bytes that documents came as."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        fences = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in fences:
            connection.execute(f"DROP TRIGGER {name}")
        for name in sorted(PRIVATE & metadata.tables.keys()):
            connection.execute(f'DELETE FROM "{name}"')
        if not originals:
            connection.execute("UPDATE blob SET data = x''")
        for _, statement in fences:
            connection.execute(statement)
        connection.execute("VACUUM")
