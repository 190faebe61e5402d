"""How Alembic reaches the database: with the connection it is given, else at CLAIMS_DATABASE."""

from __future__ import annotations

import os
from logging.config import fileConfig
from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection
from sqlalchemy.types import TypeDecorator

from registry.config import Settings
from registry.store.db import open_engine
from registry.store.tables import metadata

OWN_WAY = ("entry_text", "words", "ix_entry_words")


def render_item(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write our column types as what they are in the database."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{item.impl!r}"
    return False


def include(_item: Any, name: str | None, _kind: str, _reflected: bool, _other: Any) -> bool:  # noqa: FBT001
    """Leave out what each database does in its own way for full text."""
    return not (name or "").startswith(OWN_WAY)


def run(connection: Connection) -> None:
    """Run the migrations on a connection."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_item=render_item,
        include_object=include,
        render_as_batch=True,
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


def main() -> None:
    """Find the connection."""
    if context.config.config_file_name:
        fileConfig(context.config.config_file_name, disable_existing_loggers=False)
    given = context.config.attributes.get("connection")
    if given is not None:
        run(given)
        return
    engine = open_engine(Settings.read(os.environ).database)
    with engine.connect() as connection:
        run(connection)
        connection.commit()
    engine.dispose()


main()
