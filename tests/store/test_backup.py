"""A backup made while somebody writes is whole: restored, it holds what it held, goes on counting and stays guarded."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError

from registry.actions import lookup, review
from registry.model.finding import Verdict
from registry.store import Store, open_store
from registry.store.migrations import migrate
from registry.store.schema import is_current
from registry.store.writes import on
from tests.actions.makers import add, said
from tests.conftest import run, server

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


@pytest.fixture
def restored(database: str, tmp_path: Path) -> Iterator[str]:
    """The address where a backup of the database is to be put back."""
    if server() is None:
        yield f"sqlite:///{tmp_path / 'restored.sqlite'}"
        return
    name = f"claims_restored_{os.getpid()}"
    run(make_url(database), f"CREATE DATABASE {name}")
    yield make_url(database).set(database=name).render_as_string(hide_password=False)
    run(make_url(database), f"DROP DATABASE {name} WITH (FORCE)")


def back_up(database: str, restored: str) -> None:
    """Do what docs/operating.md says, and put the backup where it is restored."""
    if server() is None:
        with closing(sqlite3.connect(database.removeprefix("sqlite:///"))) as connection:
            connection.execute("VACUUM INTO ?", (restored.removeprefix("sqlite:///"),))
        return
    dump = program("pg_dump", "--format=custom", plain(database))
    subprocess.run([*tool("pg_restore"), "--dbname", plain(restored)], input=dump, check=True)


def program(name: str, *arguments: str) -> bytes:
    """What a program of PostgreSQL's prints."""
    return subprocess.run([*tool(name), *arguments], check=True, capture_output=True).stdout


def tool(name: str) -> list[str]:
    """A program of PostgreSQL's, wherever it is."""
    found = shutil.which(name) or next((str(place / name) for place in PROGRAMS[::-1] if (place / name).exists()), None)
    return [found] if found else pytest.skip(f"{name} is not installed")


def plain(address: str) -> str:
    """An address as PostgreSQL's programs read it."""
    return address.replace("+psycopg", "")


def decided(store: Store, side: int) -> int:
    """Decide the first conflict that waits."""
    with store.reading() as reading:
        (row,) = lookup.conflicts(reading).items
    with store.writing() as session:
        return review.decide(session, row.id, verdict=Verdict.SIDE, side=side, reviewer="Ada", reason="seen").id


def held(store: Store) -> dict[str, list[str]]:
    """Every row of what matters most, and what search finds."""
    names = (
        "document",
        "document_version",
        "blob",
        "fact",
        "claim",
        "claim_key",
        "conflict",
        "decision",
        "audit_event",
    )
    with store.reading() as session:
        rows = {name: sorted(map(repr, on(session).execute(text(f"SELECT * FROM {name}")))) for name in names}
        return {**rows, "found": [claim.id for claim in lookup.search(session, "bridges").claims]}


def test_a_backup_holds_what_was_committed_and_goes_on(database: str, restored: str, store: Store):
    add(store, said("12"), publisher="Harbour Post")
    add(store, said("14"), publisher="Valley Times")
    first = decided(store, 1)
    before = held(store)
    with store.writing() as session:
        on(session).execute(text("INSERT INTO blob (digest, data) VALUES ('unfinished', 'x')"))
        back_up(database, restored)
    migrate(restored)
    copy = open_store(restored)
    assert is_current(copy)
    assert held(copy) == before
    assert before["found"]
    add(copy, said("7", "school"), publisher="Harbour Post")
    add(copy, said("9", "school"), publisher="Valley Times")
    assert decided(copy, 2) == first + 1
    with pytest.raises(DBAPIError, match="append-only"), copy.writing() as session:
        on(session).execute(text("DELETE FROM decision"))
    copy.close()
