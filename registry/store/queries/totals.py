"""Counts over the whole registry, and what people did in order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, func, select

from registry.model.finding import Verdict
from registry.store.db import ReadSession, WriteSession
from registry.store.queries.facts import has_claims
from registry.store.tables import Phase
from registry.store.writes import on, table

CONFLICT, DECISION, AUDIT = table("conflict"), table("decision"), table("audit_event")
FACT = table("fact")
Either = ReadSession | WriteSession
Spans = Sequence[tuple[datetime, datetime]]


class AuditRow(NamedTuple):
    """What somebody did."""

    id: int
    at: datetime
    actor: str
    action: str
    subject_id: str
    detail: dict[str, Any]


def rows_in(session: Either, name: str) -> int:
    """How many rows a table has."""
    return int(on(session).execute(select(func.count()).select_from(table(name))).scalar_one())


def live_claims(session: Either) -> int:
    """How many claims stand in the newest version of their document, by the summaries of their facts."""
    return int(on(session).execute(select(func.coalesce(func.sum(FACT.c.n), 0))).scalar_one())


def live_facts(session: Either) -> int:
    """How many facts people see: those that lead their clusters and have claims."""
    leads = select(func.count()).select_from(FACT).where(FACT.c.cluster == FACT.c.fact_key, has_claims())
    return int(on(session).execute(leads).scalar_one())


def phases(session: Either) -> dict[Phase, int]:
    """How many conflicts are in each phase."""
    rows = on(session).execute(select(CONFLICT.c.phase, func.count()).group_by(CONFLICT.c.phase))
    return {row[0]: row[1] for row in rows}


def found_within(session: Either, spans: Spans) -> list[int]:
    """How many conflicts were found in each span of time."""
    return [_within(session, CONFLICT.c.found_at, *span) for span in spans]


def decided_within(session: Either, spans: Spans) -> list[int]:
    """How many first decisions were made in each span of time."""
    return [_within(session, DECISION.c.decided_at, *span, DECISION.c.supersedes_id.is_(None)) for span in spans]


def _within(
    session: Either, column: ColumnElement[datetime], since: datetime, until: datetime, *more: ColumnElement[bool]
) -> int:
    """How many rows have a moment within a span; a range of an index."""
    query = select(func.count()).where(column >= since, column < until, *more)
    return int(on(session).execute(query).scalar_one())


def decided_since(session: Either, since: datetime) -> list[tuple[datetime, Verdict]]:
    """Every first decision since some time."""
    query = select(DECISION.c.decided_at, DECISION.c.verdict)
    query = query.where(DECISION.c.decided_at >= since, DECISION.c.supersedes_id.is_(None))
    return [(at, verdict) for at, verdict in on(session).execute(query)]
