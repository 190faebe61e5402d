"""Questions about conflicts: the queue, its filters, and each conflict's decisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select

from registry.model.finding import Relation, Severity, Verdict
from registry.store.db import ReadSession, WriteSession
from registry.store.queries.keyset import below
from registry.store.tables import Phase
from registry.store.writes import on, table

CONFLICT, PUBLISHER, DECISION = table("conflict"), table("conflict_publisher"), table("decision")
LEASE, FACT = table("lease"), table("fact")
Either = ReadSession | WriteSession
SHOWN = (Phase.OPEN, Phase.UNSURE, Phase.DECIDED)


class ConflictRow(NamedTuple):
    """A conflict; `fact_id` is the id of the fact it is filed under."""

    id: str
    fact_key: str
    kind: Relation
    rule: str
    severity: Severity
    detail: str
    question: str
    subject: str | None
    across: bool
    sides: list[Any]
    why: list[str]
    priority: float
    phase: Phase
    decision_id: int
    follows: str | None
    found_at: datetime
    fact_id: str


class DecisionRow(NamedTuple):
    """A decision."""

    id: int
    fact_key: str
    conflict_id: str
    verdict: Verdict
    side: int | None
    label: str | None
    value: str | None
    source: str | None
    reason: str
    reviewer: str
    supersedes_id: int | None
    decided_at: datetime


class Wanted(NamedTuple):
    """Which conflicts a list shows."""

    phases: tuple[Phase, ...] = (Phase.OPEN,)
    kind: Relation | None = None
    severity: Severity | None = None
    subject: str | None = None
    publisher: str | None = None
    rule: str | None = None


def _conflicts() -> Select[Any]:
    columns = [CONFLICT.c[name] for name in ConflictRow._fields[:-1]]
    lead = FACT.alias("lead")
    query = select(*columns, lead.c.id).join(FACT, FACT.c.fact_key == CONFLICT.c.fact_key)
    return query.join(lead, lead.c.fact_key == FACT.c.cluster)


def _rows(session: Either, query: Select[Any]) -> list[ConflictRow]:
    return [ConflictRow._make(row) for row in on(session).execute(query)]


def _narrowed(query: Select[Any], wanted: Wanted) -> Select[Any]:
    """The conflicts that a filter leaves."""
    query = query.where(CONFLICT.c.phase.in_(wanted.phases))
    for name in ("kind", "severity", "subject", "rule"):
        value = getattr(wanted, name)
        if value is not None:
            query = query.where(CONFLICT.c[name] == value)
    if wanted.publisher is None:
        return query
    theirs = select(PUBLISHER.c.conflict_id).where(
        PUBLISHER.c.publisher == wanted.publisher,
        PUBLISHER.c.fact_key == CONFLICT.c.fact_key,
        PUBLISHER.c.conflict_id == CONFLICT.c.id,
    )
    return query.where(theirs.exists())


def conflicts(session: Either, wanted: Wanted, *, after: tuple[float, str] | None, limit: int) -> list[ConflictRow]:
    """Conflicts by priority, the most pressing first."""
    query = _narrowed(_conflicts(), wanted)
    if after is not None:
        query = query.where(below((CONFLICT.c.priority, CONFLICT.c.id), after))
    return _rows(session, query.order_by(CONFLICT.c.priority.desc(), CONFLICT.c.id.desc()).limit(limit))


def conflict(session: Either, conflict_id: str) -> ConflictRow | None:
    """A conflict by its id."""
    rows = _rows(session, _conflicts().where(CONFLICT.c.id == conflict_id))
    return rows[0] if rows else None


def conflicts_of(
    session: Either, fact_keys: Iterable[str], *, phases: Sequence[Phase] = tuple(Phase)
) -> list[ConflictRow]:
    """The conflicts in some phases that are filed under some facts, the oldest first."""
    query = _conflicts().where(CONFLICT.c.fact_key.in_(sorted(set(fact_keys))), CONFLICT.c.phase.in_(phases))
    return _rows(session, query.order_by(CONFLICT.c.found_at, CONFLICT.c.id))


def follower(session: Either, conflict_id: str) -> str | None:
    """The id of the conflict that continues another."""
    query = select(CONFLICT.c.id).where(CONFLICT.c.follows == conflict_id).order_by(CONFLICT.c.found_at.desc()).limit(1)
    return on(session).execute(query).scalar_one_or_none()


def neighbours(session: Either, row: ConflictRow) -> tuple[str | None, str | None]:
    """The ids of the open conflicts before and after one in the queue."""
    column, key = CONFLICT.c, (row.priority, row.id)
    opened = select(column.id).where(column.phase == Phase.OPEN, column.id != row.id)
    up = opened.where((column.priority > key[0]) | ((column.priority == key[0]) & (column.id > key[1])))
    down = opened.where(below((column.priority, column.id), key))
    before = on(session).execute(up.order_by(column.priority, column.id).limit(1)).scalar_one_or_none()
    after = on(session).execute(down.order_by(column.priority.desc(), column.id.desc()).limit(1)).scalar_one_or_none()
    return before, after


def tally(session: Either, name: str, wanted: Wanted) -> list[tuple[str, int]]:
    """How many of the conflicts that a filter leaves have each value of a column, most first."""
    column = PUBLISHER.c.publisher if name == "publisher" else CONFLICT.c[name]
    query = select(column, func.count()).select_from(CONFLICT)
    if name == "publisher":
        same = (PUBLISHER.c.fact_key == CONFLICT.c.fact_key) & (PUBLISHER.c.conflict_id == CONFLICT.c.id)
        query = query.join(PUBLISHER, same)
    query = _narrowed(query, wanted).where(column.is_not(None)).group_by(column)
    rows = on(session).execute(query.order_by(func.count().desc(), column).limit(50))
    return [(str(value), number) for value, number in rows]


def decisions_of(session: Either, conflict_ids: Sequence[str]) -> list[DecisionRow]:
    """The decisions about some conflicts, the oldest first."""
    if not conflict_ids:
        return []
    query = select(*(DECISION.c[name] for name in DecisionRow._fields)).where(DECISION.c.conflict_id.in_(conflict_ids))
    return [DecisionRow._make(row) for row in on(session).execute(query.order_by(DECISION.c.id))]


def decision(session: Either, decision_id: int) -> DecisionRow | None:
    """A decision by its number."""
    query = select(*(DECISION.c[name] for name in DecisionRow._fields)).where(DECISION.c.id == decision_id)
    row = on(session).execute(query).one_or_none()
    return DecisionRow._make(row) if row else None


def lease_of(session: Either, conflict_id: str, now: datetime) -> tuple[str, datetime] | None:
    """Who has a conflict on the desk now, and until when."""
    query = select(LEASE.c.reviewer, LEASE.c.until).where(LEASE.c.conflict_id == conflict_id, LEASE.c.until > now)
    row = on(session).execute(query).one_or_none()
    return (row[0], row[1]) if row else None
