"""The queue as reviewers walk through it: words and order, the place of a conflict, who has which conflict open.

A newcomer's mistake: counting a long queue to the end. Nobody reads a place beyond the first thousands.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from registry.store.queries import search
from registry.store.queries.conflicts import (
    CONFLICT,
    LEASE,
    PUBLISHER,
    ConflictRow,
    Either,
    Wanted,
    _conflicts,
    _narrowed,
    _rows,
)
from registry.store.tables import Phase
from registry.store.writes import on

FARTHEST = 10_000


def sorted_conflicts(
    session: Either, wanted: Wanted, *, words: str = "", newest: bool | None = None, limit: int = 30
) -> list[ConflictRow]:
    """Conflicts whose question or subject has all the words; by priority, or by age where `newest` is given."""
    query = _worded(session, _narrowed(_conflicts(), wanted), words)
    at = CONFLICT.c.found_at
    orders = {None: CONFLICT.c.priority.desc(), True: at.desc(), False: at.asc()}
    return _rows(session, query.order_by(orders[newest], CONFLICT.c.id.desc()).limit(limit))


def tally(session: Either, name: str, wanted: Wanted, words: str) -> list[tuple[str, int]]:
    """How many of the conflicts with some words have each value of a column, most first."""
    column = PUBLISHER.c.publisher if name == "publisher" else CONFLICT.c[name]
    query = select(column, func.count()).select_from(CONFLICT)
    if name == "publisher":
        same = (PUBLISHER.c.fact_key == CONFLICT.c.fact_key) & (PUBLISHER.c.conflict_id == CONFLICT.c.id)
        query = query.join(PUBLISHER, same)
    query = _worded(session, _narrowed(query, wanted), words).where(column.is_not(None)).group_by(column)
    rows = on(session).execute(query.order_by(func.count().desc(), column).limit(50))
    return [(str(value), number) for value, number in rows]


def _worded(session: Either, query: Select[Any], words: str) -> Select[Any]:
    """The conflicts about facts whose question has the words."""
    if not words:
        return query
    return query.where(CONFLICT.c.fact_key.in_(search.find(session, "fact", words, limit=search.RANKED)))


def place(session: Either, row: ConflictRow) -> int:
    """How many open conflicts come before one in the queue; at most `FARTHEST`."""
    column = CONFLICT.c
    ahead: ColumnElement[bool] = (column.priority > row.priority) | (
        (column.priority == row.priority) & (column.id > row.id)
    )
    some = select(column.id).where(column.phase == Phase.OPEN, ahead).limit(FARTHEST).subquery()
    return int(on(session).execute(select(func.count()).select_from(some)).scalar_one())


def leases(session: Either, conflict_ids: Sequence[str], now: datetime) -> dict[str, str]:
    """Who has each of some conflicts open."""
    query = select(LEASE.c.conflict_id, LEASE.c.reviewer)
    query = query.where(LEASE.c.conflict_id.in_(conflict_ids), LEASE.c.until > now)
    return {row[0]: row[1] for row in on(session).execute(query)}
