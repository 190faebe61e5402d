"""Each migration since the first schema that was given out, forward and back, with rows in every table there was.

A newcomer's mistake: trying a migration on an empty database. A new column that must not be empty passes there.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, Table

from registry.store.db import open_engine
from registry.store.migrations import config
from tests.store.test_migrations import FIRST, address, move

__all__ = ["address"]
OWN_WAY = ("entry_text", "alembic_version")
SAID = ("decision", "judgement", "audit_event", "document", "document_version", "blob", "claim", "fact", "conflict")
LISTS = ("blocks", "authors", "sides", "why", "reasons", "trace", "types", "scopes", "headers")
OBJECTS = ("record", "detail", "content", "data")
OF_TYPE: tuple[tuple[type[sa.types.TypeEngine[Any]], Any], ...] = (
    (sa.Boolean, lambda number: number == 1),
    (sa.LargeBinary, lambda number: b"%d" % number),
    (sa.DateTime, lambda number: datetime(2026, 3, number, tzinfo=UTC)),
    (sa.Date, lambda number: date(2026, 3, number)),
    (sa.Float, lambda number: number / 2),
    (sa.Integer, lambda number: number),
)


def revisions() -> list[str]:
    """Every revision from the first that was given out, the oldest first."""
    every = [one.revision for one in ScriptDirectory.from_config(config()).walk_revisions()][::-1]
    return every[every.index(FIRST) :]


def tables(connection: Connection) -> list[Table]:
    """The tables that a database has, those that others refer to first."""
    known = MetaData()
    known.reflect(connection)
    return [one for one in known.sorted_tables if not one.name.startswith(OWN_WAY)]


def stuff(address: str) -> None:
    """Put two rows into every table that has none: one with everything, one with nothing that may be left out."""
    engine = open_engine(address)
    with engine.connect() as connection:
        for one in tables(connection):
            if not counted(connection, one):
                connection.execute(one.insert(), [row(one, 1), row(one, 2)])
        connection.commit()
    engine.dispose()


def row(of: Table, number: int) -> dict[str, Any]:
    """A row whose texts are all alike, so that every reference finds what it refers to."""
    told = {column.name: value(column, number) for column in of.columns}
    bare = number == 2
    return {name: None if bare and of.columns[name].nullable else one for name, one in told.items()}


def value(column: sa.Column[Any], number: int) -> Any:
    """A value for a column."""
    if isinstance(column.type, sa.Text | sa.String) and column.name in LISTS + OBJECTS:
        return "[]" if column.name in LISTS else "{}"
    return next((make(number) for kind, make in OF_TYPE if isinstance(column.type, kind)), f"v{number}")


def counted(connection: Connection, of: Table) -> int:
    """How many rows a table has."""
    return int(connection.execute(sa.select(sa.func.count()).select_from(of)).scalar_one())


def sizes(address: str) -> dict[str, int]:
    """How many rows each table has."""
    engine = open_engine(address)
    with engine.connect() as connection:
        found = {one.name: counted(connection, one) for one in tables(connection)}
    engine.dispose()
    return found


def test_every_migration_keeps_every_row_of_a_filled_database_forward_and_back(address: str):
    steps = revisions()
    for step in steps:
        move(address, step)
        stuff(address)
    full = sizes(address)
    assert min(full.values()) >= 1
    assert {name: full[name] for name in SAID} == dict.fromkeys(SAID, 2)
    for step in steps[-2::-1]:
        move(address, step, back=True)
        left = sizes(address)
        assert {name: left[name] for name in SAID} == {name: full[name] for name in SAID}
    move(address, "head")
    again = sizes(address)
    assert {name: again[name] for name in SAID} == {name: full[name] for name in SAID}
