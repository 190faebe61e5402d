"""The audit log, filtered and read to its end."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from registry.model.people import ACCOUNTS
from registry.store.db import ReadSession, WriteSession
from registry.store.queries.totals import AUDIT, AuditRow
from registry.store.writes import on

Either = ReadSession | WriteSession


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
