"""A fresh database for every test: migrations run once; on SQLite each test gets a copy of the file, on PostgreSQL the
one database is emptied before each.

A newcomer's mistake: wrapping tests in a transaction that is rolled back. Commits, triggers and threads would then not
behave as they do outside. CLAIMS_TEST_DATABASE names a PostgreSQL server to use instead of SQLite.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, inspect, make_url, text
from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.dialects.sqlite.base import SQLiteDialect
from sqlalchemy.util import LRUCache

from registry.store import Store, db, open_store
from registry.store.migrations import migrate

settings.register_profile("unhurried", deadline=None)  # a busy machine fails no property
settings.load_profile("unhurried")

CLOSE = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()"""


def server() -> URL | None:
    """The PostgreSQL server to test on, if there is one."""
    given = os.environ.get("CLAIMS_TEST_DATABASE")
    return make_url(given) if given else None


def run(url: URL, *statements: str) -> None:
    """Run statements outside any transaction."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))


@pytest.fixture(scope="session", autouse=True)
def once_compiled() -> Iterator[None]:
    """Statements are compiled once for all registries of a kind; a fifth of the tests' time was compiling them anew."""
    with pytest.MonkeyPatch.context() as patched:
        for kind in (SQLiteDialect, PGDialect):
            patched.setattr(kind, "__eq__", lambda one, other: type(one) is type(other))
            patched.setattr(kind, "__hash__", lambda one: hash(type(one)))
        patched.setattr(db, "create_engine", sharing)
        yield


COMPILED: LRUCache[Any, Any] = LRUCache(5_000)


def sharing(*given: Any, **options: Any) -> Engine:
    """An engine whose compiled statements are those of all others: they are known by what compiles them, too."""
    made = create_engine(*given, **options)
    made._compiled_cache = COMPILED
    return made


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a migrated database: a file that is copied, or the one that is emptied on PostgreSQL."""
    url = server()
    if url is None:
        file = tmp_path_factory.mktemp("template") / "template.sqlite"
        migrate(f"sqlite:///{file}")
        yield f"sqlite:///{file}"
        return
    name = f"claims_test_{os.getpid()}"
    run(url, f"CREATE DATABASE {name}")
    address = url.set(database=name).render_as_string(hide_password=False)
    migrate(address)
    yield address
    run(url, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def emptying(template: str) -> Iterator[Callable[[], None] | None]:
    """What empties the database on PostgreSQL; creating one for each test takes ten times as long."""
    if server() is None:
        yield None
        return
    engine = create_engine(template, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.execute(text("SET session_replication_role = replica"))
        close, clear = text(CLOSE), text(clearing(connection))

        def empty() -> None:
            """Close what a test left open, and clear the database."""
            connection.execute(close)
            connection.execute(clear)

        yield empty


def clearing(connection: Connection) -> str:
    """Statements that leave nothing but the schema: they delete every row and begin every number anew."""
    tables = [name for name in inspect(connection).get_table_names() if name != "alembic_version"]
    numbers = inspect(connection).get_sequence_names()
    return "; ".join(
        [f"DELETE FROM {name}" for name in tables] + [f"ALTER SEQUENCE {name} RESTART" for name in numbers]
    )


@pytest.fixture
def database(template: str, emptying: Callable[[], None] | None, tmp_path: Path) -> str:
    """The address of a migrated, empty database of the test's own."""
    if emptying is not None:
        emptying()
        return template
    copy = tmp_path / "claims.sqlite"
    shutil.copy(template.removeprefix("sqlite:///"), copy)
    return f"sqlite:///{copy}"


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    """An open, empty registry."""
    opened = open_store(database)
    yield opened
    opened.close()
