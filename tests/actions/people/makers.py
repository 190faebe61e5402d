"""Readers and changers of what the tests of accounts look at."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from registry.actions import audit
from registry.actions.people import (
    known,
    lockout,
)
from registry.actions.people.sessions import Browser
from registry.store.writes import on, table

GOOD, OTHER = "seven grey herons", "nine brown otters"
HERE = Browser("Firefox", "192.0.2.7")


def caller(store, secret):
    with store.reading() as session:
        return known.by_session(session, secret)


def moved(store, name: str, **columns) -> None:
    """Change the times of every row of a table."""
    with store.writing() as session:
        on(session).execute(table(name).update().values(**columns))


def told(store) -> list[str]:
    with store.reading() as session:
        return [row.action for row in audit.events(session, audit.Sought(accounts=True), limit=100).items]


def tries(store, times, name="Ada", address="192.0.2.9"):
    with store.writing() as session:
        for number in range(times):
            lockout.count(session, name, address, datetime.now(UTC) - timedelta(minutes=30 * (times - number)))
