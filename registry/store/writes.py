"""The only ways a row comes to be: `keep` what follows from the documents, `append` what people did.

A newcomer's mistake: trusting `rowcount` to learn whether a row was new. It is not reliable on PostgreSQL; `keep` asks
which rows were inserted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.exc import IntegrityError

from registry.errors import AlreadyDecided
from registry.store.db import ReadSession, WriteSession
from registry.store.tables import NUMBERS, metadata

Row = Mapping[str, Any]


def on(session: ReadSession | WriteSession) -> Connection:
    """The connection of a session; rows go through Core, which costs a tenth of the ORM."""
    return session.connection()


def table(name: str) -> Table:
    """A table by its name."""
    return metadata.tables[name]


def is_sqlite(session: ReadSession | WriteSession) -> bool:
    """Whether the database is SQLite."""
    return on(session).dialect.name == "sqlite"


def insert(session: WriteSession, target: Table) -> Any:
    """An insert that can say what to do where the row is there already."""
    if is_sqlite(session):
        from sqlalchemy.dialects import sqlite

        return sqlite.insert(target)
    # Not at the top: a registry on SQLite starts a tenth of a second sooner without PostgreSQL's drivers.
    from sqlalchemy.dialects import postgresql

    return postgresql.insert(target)


def keep(session: WriteSession, name: str, rows: Sequence[Row]) -> list[tuple[Any, ...]]:
    """Insert the rows that are not there yet; the primary keys of those that were new."""
    if not rows:
        return []
    target = table(name)
    statement = insert(session, target).on_conflict_do_nothing().returning(*target.primary_key.columns)
    return [tuple(row) for row in on(session).execute(statement, list(rows))]


def keep_all(session: WriteSession, name: str, rows: Sequence[Row]) -> None:
    """The same where nobody asks which were new: without the answer many rows take half the time."""
    if rows:
        on(session).execute(insert(session, table(name)).on_conflict_do_nothing(), list(rows))


def append(session: WriteSession, name: str, row: Row) -> int:
    """Insert a row under the next number. Raises `AlreadyDecided` where another took its place first."""
    target = table(name)
    number = next_number(session, name)
    try:
        on(session).execute(target.insert(), {**row, "id": number})
    except IntegrityError as error:
        raise AlreadyDecided("Somebody else decided in the meantime; look again before deciding.") from error
    return number


def next_number(session: WriteSession, name: str) -> int:
    """The next number of a table: of its sequence, or on SQLite, whose writers take turns, the largest plus one."""
    if not is_sqlite(session):
        return int(on(session).execute(select(NUMBERS[name].next_value())).scalar_one())
    column = table(name).c["number" if name == "entry" else "id"]
    return int(on(session).execute(select(func.coalesce(func.max(column), 0) + 1)).scalar_one())
