"""The audit log, filtered and read to its end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from registry.model.people import ACCOUNTS
from registry.store.db import ReadSession, WriteSession
from registry.store.queries.among import among
from registry.store.queries.totals import AUDIT, AuditRow
from registry.store.writes import on, table

Either = ReadSession | WriteSession
CONFLICT, FACT, CLAIM, VERSION = (table(name) for name in ("conflict", "fact", "claim", "document_version"))


class Sought(NamedTuple):
    """Which events: who did them, what they are, what they are about; those about accounts for administrators only."""

    actor: str | None = None
    action: str | None = None
    subject_id: str | None = None
    accounts: bool = False
    since: datetime | None = None
    until: datetime | None = None


def events(session: Either, sought: Sought, *, before: int | None, limit: int) -> list[AuditRow]:
    """Audit events that a filter leaves, the newest first."""
    query = select(*(AUDIT.c[name] for name in AuditRow._fields)).order_by(AUDIT.c.id.desc()).limit(limit)
    for name in ("actor", "action", "subject_id"):
        value = getattr(sought, name)
        if value is not None:
            query = query.where(AUDIT.c[name] == value)
    if not sought.accounts:
        query = query.where(AUDIT.c.subject_id.not_like(f"{ACCOUNTS}%"))
    if sought.since is not None:
        query = query.where(AUDIT.c.at >= sought.since)
    if sought.until is not None:
        query = query.where(AUDIT.c.at < sought.until)
    if before is not None:
        query = query.where(AUDIT.c.id < before)
    return [AuditRow._make(row) for row in on(session).execute(query)]


def named(session: Either, column: str, *, accounts: bool = False) -> list[str]:
    """The actors or actions that occur, by name."""
    query = select(AUDIT.c[column]).distinct().order_by(AUDIT.c[column]).limit(100)
    if not accounts:
        query = query.where(AUDIT.c.subject_id.not_like(f"{ACCOUNTS}%"))
    return list(on(session).execute(query).scalars())


def event(session: Either, number: int) -> AuditRow | None:
    """An event by its number."""
    row = on(session).execute(select(*(AUDIT.c[name] for name in AuditRow._fields)).where(AUDIT.c.id == number)).first()
    return AuditRow._make(row) if row else None


def labels(session: Either, ids: Sequence[str]) -> dict[str, str]:
    """What documents, conflicts, facts and claims are called, by their ids; a document as its newest version is."""
    found: dict[str, str] = {}
    for key, said in (
        (VERSION.c.document_id, VERSION.c.title),
        (CONFLICT.c.id, CONFLICT.c.question),
        (FACT.c.id, FACT.c.label),
        (CLAIM.c.id, CLAIM.c.exact),
    ):
        query = select(key, said).where(among(key, ids), said.is_not(None))
        if key.table is VERSION:
            query = query.order_by(VERSION.c.read_at)
        found |= {row[0]: row[1] for row in on(session).execute(query)}
    return found
