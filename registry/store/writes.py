"""The only ways a row comes to be: `keep` what follows from the documents, `append` what people did.

A newcomer's mistake: trusting `rowcount` to learn whether a row was new. It is not reliable on PostgreSQL; `keep` asks
which rows were inserted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Dialect, Table, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.compiler import SQLCompiler

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
    return insert_of(on(session).dialect, target)


def insert_of(dialect: Dialect, target: Table) -> Any:
    """The same in the words of a database."""
    if dialect.name == "sqlite":
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


def keep_unknown(session: WriteSession, name: str, rows: Sequence[Row]) -> list[tuple[Any, ...]]:
    """The same for rows that were looked for and not found: on SQLite, whose writers take turns, all of them are new,
    and nobody is asked."""
    if not is_sqlite(session):
        return keep(session, name, rows)
    keep_all(session, name, rows)
    key = [column.name for column in table(name).primary_key.columns]
    return [tuple(row[name] for name in key) for row in rows]


def keep_all(session: WriteSession, name: str, rows: Sequence[Row]) -> None:
    """The same where nobody asks which were new: without the answer many rows take half the time, and with the values
    made ready here half of that."""
    if rows:
        connection = on(session)
        ready = _ready(connection.dialect, name, tuple(rows[0]))
        connection.exec_driver_sql(ready.statement, ready.parameters(rows))


class Ready(NamedTuple):
    """An insert as the driver takes it, and for each column what makes its values ready for the driver."""

    statement: str
    columns: tuple[tuple[str, Callable[[Any], Any] | None], ...]
    by_name: bool

    def parameters(self, rows: Sequence[Row]) -> list[Any]:
        """The rows as the driver takes them."""
        told = [[make(row[name]) if make else row[name] for name, make in self.columns] for row in rows]
        if not self.by_name:
            return [tuple(values) for values in told]
        names = [name for name, _ in self.columns]
        return [dict(zip(names, values, strict=True)) for values in told]


@lru_cache(maxsize=128)  # an engine has one dialect as long as it lives
def _ready(dialect: Dialect, name: str, names: tuple[str, ...]) -> Ready:
    """The insert of a table's rows that are not there yet, with the columns that are given."""
    target = table(name)
    statement = insert_of(dialect, target).on_conflict_do_nothing()
    compiled = statement.compile(dialect=dialect, column_keys=list(names))
    assert isinstance(compiled, SQLCompiler)
    makers = {one: target.c[one].type.dialect_impl(dialect).bind_processor(dialect) for one in names}
    places = compiled.positiontup or list(names)
    return Ready(compiled.string, tuple((one, makers[one]) for one in places), compiled.positiontup is None)


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
