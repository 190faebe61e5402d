"""What people keep for themselves, and second reviews."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import delete, select

from registry.model.finding import Verdict
from registry.store.db import ReadSession, WriteSession
from registry.store.queries.among import among
from registry.store.writes import insert, on, table

SHELF, SECOND = table("shelf_item"), table("second_review")
Either = ReadSession | WriteSession


class ItemRow(NamedTuple):
    """A thing that a person keeps."""

    name: str
    content: dict[str, Any]
    kept_at: datetime


class SecondRow(NamedTuple):
    """A second review."""

    id: int
    conflict_id: str
    reviewer: str
    verdict: Verdict
    label: str | None
    reason: str
    given_at: datetime


def items(session: Either, person: str, kind: str, *, limit: int = 500) -> list[ItemRow]:
    """What a person keeps of a kind, by name."""
    query = select(*(SHELF.c[name] for name in ItemRow._fields)).where(SHELF.c.person == person, SHELF.c.kind == kind)
    return [ItemRow._make(row) for row in on(session).execute(query.order_by(SHELF.c.name).limit(limit))]


def put(session: WriteSession, person: str, kind: str, row: ItemRow) -> None:
    """Keep a thing, in the place of one with the same name."""
    statement = insert(session, SHELF).values(person=person, kind=kind, **row._asdict())
    change = {"content": statement.excluded.content, "kept_at": statement.excluded.kept_at}
    on(session).execute(statement.on_conflict_do_update(index_elements=["person", "kind", "name"], set_=change))


def drop(session: WriteSession, person: str, kind: str, name: str) -> bool:
    """Take a thing away; whether it was there."""
    gone = delete(SHELF).where(SHELF.c.person == person, SHELF.c.kind == kind, SHELF.c.name == name)
    return bool(on(session).execute(gone.returning(SHELF.c.name)).all())


def seconds_of(session: Either, conflict_ids: Sequence[str]) -> list[SecondRow]:
    """The second reviews of some conflicts, the oldest first."""
    query = select(*(SECOND.c[name] for name in SecondRow._fields)).where(among(SECOND.c.conflict_id, conflict_ids))
    return [SecondRow._make(row) for row in on(session).execute(query.order_by(SECOND.c.id))]
