"""Questions about watches, the facts they use and what was told about them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import func, select

from registry.store.db import ReadSession, WriteSession
from registry.store.queries.among import among
from registry.store.writes import on, table

WATCH, USE, CHANGE, FACT = table("watch"), table("use"), table("change"), table("fact")
Either = ReadSession | WriteSession


class WatchRow(NamedTuple):
    """A watch."""

    id: str
    owner: str
    name: str
    url: str | None
    made_at: datetime
    ended_at: datetime | None


class UseRow(NamedTuple):
    """A fact that a watch uses; `cluster` is the fact as it is now."""

    watch_id: str
    id: str
    fact_key: str
    sentence: str
    words: str
    record: dict[str, Any] | None
    value: str | None
    standing: str
    held: str
    used_at: datetime
    cluster: str


class ChangeRow(NamedTuple):
    """Something that was told about a watch."""

    id: int
    at: datetime
    type: str
    fact_key: str
    fact_id: str
    watch_id: str | None
    data: dict[str, Any]


def watches(session: Either, owner: str | None, *, after: tuple[datetime, str] | None, limit: int) -> list[WatchRow]:
    """The watches of somebody, or of everybody, that have not ended, the newest first."""
    query = select(*(WATCH.c[name] for name in WatchRow._fields)).where(WATCH.c.ended_at.is_(None))
    if owner is not None:
        query = query.where(WATCH.c.owner == owner)
    if after is not None:
        at, name = after
        query = query.where((WATCH.c.made_at < at) | ((WATCH.c.made_at == at) & (WATCH.c.id < name)))
    rows = on(session).execute(query.order_by(WATCH.c.made_at.desc(), WATCH.c.id.desc()).limit(limit))
    return [WatchRow._make(row) for row in rows]


def watch(session: Either, watch_id: str) -> WatchRow | None:
    """A watch."""
    query = select(*(WATCH.c[name] for name in WatchRow._fields)).where(WATCH.c.id == watch_id)
    row = on(session).execute(query).one_or_none()
    return WatchRow._make(row) if row else None


def _uses() -> Any:
    names = [name for name in UseRow._fields if name != "cluster"]
    return select(*(USE.c[name] for name in names), FACT.c.cluster).join(FACT, FACT.c.fact_key == USE.c.fact_key)


def uses_of(session: Either, watch_id: str) -> list[UseRow]:
    """What a watch uses, in the order in which it was registered."""
    query = _uses().where(USE.c.watch_id == watch_id).order_by(USE.c.used_at, USE.c.id)
    return [UseRow._make(row) for row in on(session).execute(query)]


def counted(session: Either, watch_ids: Sequence[str]) -> dict[str, int]:
    """How many facts each watch uses."""
    query = select(USE.c.watch_id, func.count()).where(among(USE.c.watch_id, watch_ids)).group_by(USE.c.watch_id)
    return {row[0]: row[1] for row in on(session).execute(query)}


def uses_about(session: Either, clusters: Sequence[str]) -> list[UseRow]:
    """Every use of some facts by a watch that has not ended."""
    query = _uses().join(WATCH, WATCH.c.id == USE.c.watch_id)
    query = query.where(among(FACT.c.cluster, clusters), WATCH.c.ended_at.is_(None))
    return [UseRow._make(row) for row in on(session).execute(query.order_by(USE.c.watch_id, USE.c.id))]


def changes_of(
    session: Either, *, watch_id: str | None, owner: str | None, before: int | None, limit: int
) -> list[ChangeRow]:
    """What was told about a watch, or about all of somebody's, the newest first."""
    query = select(*(CHANGE.c[name] for name in ChangeRow._fields))
    if watch_id is not None:
        query = query.where(CHANGE.c.watch_id == watch_id)
    if owner is not None:
        query = query.where(CHANGE.c.watch_id.in_(select(WATCH.c.id).where(WATCH.c.owner == owner)))
    if before is not None:
        query = query.where(CHANGE.c.id < before)
    rows = on(session).execute(query.order_by(CHANGE.c.id.desc()).limit(limit))
    return [ChangeRow._make(row) for row in rows]
