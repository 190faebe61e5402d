"""A fresh database for every test: migrations run once into a template, each test gets a copy of it.

A newcomer's mistake: wrapping tests in a transaction that is rolled back. Commits, triggers and threads would then not
behave as they do outside. CLAIMS_TEST_DATABASE names a PostgreSQL server to use instead of SQLite.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import URL, create_engine, make_url, text

from registry.store import Store, open_store
from registry.store.migrations import migrate

NUMBERS = count(1)


def server() -> URL | None:
    """The PostgreSQL server to test on, if there is one."""
    given = os.environ.get("CLAIMS_TEST_DATABASE")
    return make_url(given) if given else None


@contextmanager
def maintenance(url: URL) -> Iterator[object]:
    """A connection that may create and drop databases."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


def run(url: URL, statement: str) -> None:
    """Run a statement outside any transaction."""
    with maintenance(url) as connection:
        connection.execute(text(statement))  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a migrated database that nobody writes to."""
    url = server()
    if url is None:
        file = tmp_path_factory.mktemp("template") / "template.sqlite"
        migrate(f"sqlite:///{file}")
        yield f"sqlite:///{file}"
        return
    name = f"claims_template_{os.getpid()}"
    run(url, f"CREATE DATABASE {name}")
    address = url.set(database=name).render_as_string(hide_password=False)
    migrate(address)
    yield address
    run(url, f"DROP DATABASE {name}")


@pytest.fixture
def database(template: str, tmp_path: Path) -> Iterator[str]:
    """The address of a migrated, empty database of the test's own."""
    url = server()
    if url is None:
        copy = tmp_path / "claims.sqlite"
        shutil.copy(template.removeprefix("sqlite:///"), copy)
        yield f"sqlite:///{copy}"
        return
    name = f"claims_test_{os.getpid()}_{next(NUMBERS)}"
    run(url, f"CREATE DATABASE {name} TEMPLATE {make_url(template).database}")
    yield url.set(database=name).render_as_string(hide_password=False)
    run(url, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    """An open, empty registry."""
    opened = open_store(database)
    yield opened
    opened.close()
