"""The database: one engine, two kinds of session.

A newcomer's mistake: letting the driver decide when a transaction begins. pysqlite's own rules leak savepoints, so the
driver is set to autocommit and `BEGIN` is said here: plain for reading, `IMMEDIATE` for writing, because a transaction
that reads first and writes later fails at once when another has written in between.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NewType

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine import Connection, ExceptionContext
from sqlalchemy.exc import ArgumentError, DatabaseError, DataError, OperationalError
from sqlmodel import Session

from registry.errors import InvalidValue, Misconfigured, Unavailable

ReadSession = NewType("ReadSession", Session)
WriteSession = NewType("WriteSession", Session)

POOL = 40
# What PostgreSQL calls a deadlock, a conflict of two transactions, and a lock that was not to be had.
WAITING = ("40P01", "40001", "55P03")
BUSY_SECONDS = 30
PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = MEMORY",
    # A document of fifty claims touches 1,500 pages of a full registry. Copied back after each thousand, many a page is
    # copied for every document; after 8,000 (32 MB) commits take half the time.
    "PRAGMA wal_autocheckpoint = 8000",
)


class Store:
    """An open database. Reading sessions cannot write; writing sessions commit when their block ends well."""

    def __init__(self, engine: Engine) -> None:
        """A store over an engine that `open_store` prepared."""
        self.engine = engine
        self._readers = engine.execution_options(writes=False)
        self._writers = engine.execution_options(writes=True)

    @contextmanager
    def reading(self) -> Iterator[ReadSession]:
        """A session whose transaction the database itself keeps from writing; it remembers what it found by words."""
        with Session(self._readers, autoflush=False, expire_on_commit=False, info={"found": {}}) as session:
            yield ReadSession(session)

    @contextmanager
    def writing(self) -> Iterator[WriteSession]:
        """A session that commits at the end of the block, and rolls back where the block raises."""
        with Session(self._writers, autoflush=False, expire_on_commit=False) as session:
            yield WriteSession(session)
            session.commit()

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def open_store(database: str) -> Store:
    """The store at an SQLAlchemy address; raises `Misconfigured` for one that cannot be."""
    return Store(open_engine(database))


def open_engine(database: str) -> Engine:
    """An engine for SQLite or PostgreSQL, set up as the registry needs it."""
    try:
        url = make_url(database)
    except ArgumentError:
        raise Misconfigured(
            f"CLAIMS_DATABASE is {database!r}; give an address such as sqlite:///claims.sqlite."
        ) from None
    if url.get_backend_name() == "sqlite":
        return _sqlite(database, url.database)
    if url.get_backend_name() == "postgresql":
        return _postgresql(database)
    raise Misconfigured(f"CLAIMS_DATABASE is {database!r}; the registry runs on SQLite and PostgreSQL.")


def _sqlite(database: str, file: str | None) -> Engine:
    """An SQLite engine; the folder of its file is made."""
    if file and file != ":memory:":
        Path(file).parent.mkdir(parents=True, exist_ok=True)
    options: dict[str, Any] = {"pool_size": POOL, "max_overflow": 0} if file and file != ":memory:" else {}
    engine = create_engine(database, connect_args={"timeout": BUSY_SECONDS}, **options)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "handle_error", _refuse_while_busy)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """Take the transaction away from the driver and set the pragmas."""
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin_sqlite(connection: Connection) -> None:
    """Begin as the session says: unable to write, or with the right to write from the first statement."""
    writes = connection.get_execution_options().get("writes", True)
    connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writes else 'ON'}")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgresql(database: str) -> Engine:
    """A PostgreSQL engine."""
    try:
        engine = create_engine(database, pool_size=POOL, max_overflow=0, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise Misconfigured(f"The driver {error.name} is missing; install claim-registry[postgresql].") from None
    event.listen(engine, "connect", _prepare_postgresql)
    event.listen(engine, "begin", _begin_postgresql)
    event.listen(engine, "handle_error", _refuse_empty_character)
    event.listen(engine, "handle_error", _refuse_while_busy)
    return engine


def _prepare_postgresql(connection: Any, _record: object) -> None:
    """Have every statement planned for what it asks, and nothing compiled.

    A plan that is kept after five uses knows neither which words nor how many keys are asked for: a search in a million
    claims took two seconds by it instead of eight milliseconds. Compiling takes longer than any statement here.
    """
    connection.execute("SET plan_cache_mode = force_custom_plan")
    connection.execute("SET jit = off")
    connection.commit()


def _begin_postgresql(connection: Connection) -> None:
    """Tell a transaction that only reads to refuse anything else."""
    if not connection.get_execution_options().get("writes", True):
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")


def _refuse_empty_character(context: ExceptionContext) -> None:
    """Say which character PostgreSQL keeps in no text, in place of the driver's error."""
    if isinstance(context.sqlalchemy_exception, DataError) and any("\0" in word for word in _texts(context.parameters)):
        raise InvalidValue("A text holds the character U+0000, which cannot be kept; leave it out.")


def _refuse_while_busy(context: ExceptionContext) -> None:
    """Say that others are writing, in place of the driver's error: nothing is broken, and later it may well be done."""
    error = context.original_exception
    if getattr(error, "sqlstate", None) in WAITING or str(error) == "database is locked":
        raise Unavailable("The registry is busy with what others change; nothing was done. Try again in a moment.")


def _texts(given: object) -> Iterator[str]:
    """The texts among the parameters of a statement."""
    if isinstance(given, str):
        yield given
    elif isinstance(given, Mapping):
        yield from _texts(list(given.values()))
    elif isinstance(given, list | tuple):
        for each in given:
            yield from _texts(each)


@contextmanager
def reachable() -> Iterator[None]:
    """Say in plain words that the database does not answer: it is away, no database at all, or its disk is full."""
    try:
        yield
    except DatabaseError as error:
        if not isinstance(error, OperationalError) and type(error) is not DatabaseError:
            raise
        why = (str(error.orig).splitlines() or [""])[0]
        raise Unavailable(f"The database does not answer ({why}); check CLAIMS_DATABASE and its disk.") from error
