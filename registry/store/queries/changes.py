"""What changed when: conflicts by the moment they were found or last decided, the newest first."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, select

from registry.store.db import ReadSession, WriteSession
from registry.store.queries.conflicts import ConflictRow
from registry.store.queries.keyset import below
from registry.store.tables import Phase
from registry.store.writes import on, table

CONFLICT, FACT = table("conflict"), table("fact")
CLAIM, VERSION = table("claim"), table("document_version")
Either = ReadSession | WriteSession


class Wanted(NamedTuple):
    """Which changes: of a fact and those merged with it, of the facts that a document speaks about, of a rule."""

    cluster: str | None = None
    document_id: str | None = None
    rule: str | None = None


class ChangeRow(NamedTuple):
    """A conflict and when it last changed."""

    conflict: ConflictRow
    changed_at: datetime


def changes(session: Either, wanted: Wanted, *, after: tuple[datetime, str] | None, limit: int) -> list[ChangeRow]:
    """Conflicts, the most recently changed first; those that a newer one continues are told by that one."""
    moved = CONFLICT.c.changed_at
    names = [name for name in ConflictRow._fields if name != "fact_id"]
    query: Select[Any] = select(*(CONFLICT.c[name] for name in names), FACT.c.id, moved).select_from(CONFLICT)
    query = query.join(FACT, FACT.c.fact_key == CONFLICT.c.fact_key)
    query = _narrowed(query.where(CONFLICT.c.phase != Phase.FOLLOWED), wanted)
    if after is not None:
        query = query.where(below((moved, CONFLICT.c.id), after))
    rows = on(session).execute(query.order_by(moved.desc(), CONFLICT.c.id.desc()).limit(limit))
    return [ChangeRow(ConflictRow._make(row[:-1]), row[-1]) for row in rows]


def _narrowed(query: Select[Any], wanted: Wanted) -> Select[Any]:
    """The conflicts that a filter leaves."""
    if wanted.cluster is not None:
        query = query.where(FACT.c.cluster == wanted.cluster)
    if wanted.rule is not None:
        query = query.where(CONFLICT.c.rule == wanted.rule)
    if wanted.document_id is None:
        return query
    theirs = FACT.alias("theirs")
    spoken = select(theirs.c.cluster).join(CLAIM, CLAIM.c.fact_key == theirs.c.fact_key)
    spoken = spoken.join(VERSION, VERSION.c.id == CLAIM.c.version_id)
    return query.where(FACT.c.cluster.in_(spoken.where(VERSION.c.document_id == wanted.document_id)))
