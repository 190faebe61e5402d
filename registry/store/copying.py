"""A registry as one file to hand out: everything that answers need, nothing about people, tokens, watches or webhooks.

A newcomer's mistake: copying the file. A copy while somebody writes is torn, and it would carry every secret.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from registry.errors import Refused
from registry.store.db import Store
from registry.store.tables import metadata

PRIVATE = frozenset(
    (
        *("person", "session", "invitation", "token", "attempt", "lease", "shelf_item", "second_review", "audit_event"),
        *("watch", "use", "change", "endpoint", "message", "delivery_attempt", "repeat_request"),
    )
)


def copied(store: Store, file: Path, *, originals: bool = True) -> None:
    """Write the registry into a new file; raises `Refused` for a database that is no file."""
    if store.engine.dialect.name != "sqlite":
        raise Refused("Only a registry on SQLite is written into one file; else use claims lint --registry URL.")
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
