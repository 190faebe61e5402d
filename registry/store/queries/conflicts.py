"""Questions about conflicts: the queue, its filters, and each conflict's decisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, select, tuple_, union_all

from registry.model.finding import Relation, Severity, Verdict
from registry.store.db import ReadSession, WriteSession
from registry.store.queries.among import among, among_given, listed
from registry.store.queries.keyset import below
from registry.store.queries.sieve import Wanted, narrowed
from registry.store.tables import LIVE, Phase
from registry.store.writes import on, table

CONFLICT, DECISION = table("conflict"), table("decision")
LEASE, FACT = table("lease"), table("fact")
Either = ReadSession | WriteSession


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
    suggested: bool
    decision_id: int
    follows: str | None
    found_at: datetime
    changed_at: datetime
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


def _conflicts() -> Select[Any]:
    columns = [CONFLICT.c[name] for name in ConflictRow._fields[:-1]]
    lead = FACT.alias("lead")
    query = select(*columns, lead.c.id).join(FACT, FACT.c.fact_key == CONFLICT.c.fact_key)
    return query.join(lead, lead.c.fact_key == FACT.c.cluster)


_CONFLICTS = _conflicts()
_BY_ID = _CONFLICTS.where(among_given(CONFLICT.c.id, "ids"))
_OF_FACTS = _CONFLICTS.where(among_given(CONFLICT.c.fact_key, "keys")).order_by(CONFLICT.c.found_at, CONFLICT.c.id)


def _rows(session: Either, query: Select[Any], **given: object) -> list[ConflictRow]:
    return [ConflictRow._make(row) for row in on(session).execute(query, given)]


def conflicts(session: Either, wanted: Wanted, *, after: tuple[float, str] | None, limit: int) -> list[ConflictRow]:
    """Conflicts by priority, the most pressing first."""
    order = (CONFLICT.c.priority.desc(), CONFLICT.c.id.desc())
    further = [] if after is None else [below((CONFLICT.c.priority, CONFLICT.c.id), after)]
    return _rows(session, first_of(wanted, order, limit, further))


def conflicts_after(session: Either, *, after: tuple[str, str] | None, limit: int) -> list[ConflictRow]:
    """Conflicts that are shown, in the order of their facts."""
    order = (CONFLICT.c.fact_key, CONFLICT.c.id)
    query = _CONFLICTS.where(CONFLICT.c.phase.in_(LIVE))
    if after is not None:
        query = query.where(tuple_(*order) > tuple_(*after))
    return _rows(session, query.order_by(*order).limit(limit))


def first_of(
    wanted: Wanted, order: Sequence[ColumnElement[Any]], limit: int, further: Sequence[ColumnElement[bool]] = ()
) -> Select[Any]:
    """The first conflicts in an order. Of several phases the first of each are merged: an index is in order within a
    phase only, and sorting all of a large registry to show a page takes a third of a second."""
    if len(wanted.phases) == 1:
        return narrowed(_conflicts(), wanted).where(*further).order_by(*order).limit(limit)
    parts = [
        narrowed(select(CONFLICT.c.fact_key, CONFLICT.c.id), wanted._replace(phases=(phase,)))
        .where(*further)
        .order_by(*order)
        .limit(limit)
        .subquery()
        for phase in wanted.phases
    ]
    chosen = union_all(*(select(part.c.fact_key, part.c.id) for part in parts)).subquery("chosen")
    same = (chosen.c.fact_key == CONFLICT.c.fact_key) & (chosen.c.id == CONFLICT.c.id)
    return _conflicts().join(chosen, same).order_by(*order).limit(limit)


def conflict(session: Either, conflict_id: str) -> ConflictRow | None:
    """A conflict by its id."""
    rows = _rows(session, _CONFLICTS.where(CONFLICT.c.id == conflict_id))
    return rows[0] if rows else None


def conflicts_by_id(session: Either, ids: Sequence[str]) -> list[ConflictRow]:
    """Some conflicts by their ids."""
    return _rows(session, _BY_ID, ids=listed(ids)) if ids else []


def conflicts_of(
    session: Either, fact_keys: Iterable[str], *, phases: Sequence[Phase] = tuple(Phase)
) -> list[ConflictRow]:
    """The conflicts in some phases that are filed under some facts, the oldest first.

    A fact has a few; asked for their phases too, SQLite would walk through every conflict in those.
    """
    return [row for row in _rows(session, _OF_FACTS, keys=listed(fact_keys)) if row.phase in phases]


def follower(session: Either, conflict_id: str) -> str | None:
    """The id of the conflict that continues another."""
    query = select(CONFLICT.c.id).where(CONFLICT.c.follows == conflict_id).order_by(CONFLICT.c.found_at.desc()).limit(1)
    return on(session).execute(query).scalar_one_or_none()


def neighbours(session: Either, row: ConflictRow, wanted: Wanted) -> tuple[str | None, str | None]:
    """The ids of the conflicts before and after one in a queue."""
    column, key = CONFLICT.c, (row.priority, row.id)
    opened = narrowed(select(column.id).where(column.id != row.id), wanted)
    up = opened.where((column.priority > key[0]) | ((column.priority == key[0]) & (column.id > key[1])))
    down = opened.where(below((column.priority, column.id), key))
    before = on(session).execute(up.order_by(column.priority, column.id).limit(1)).scalar_one_or_none()
    after = on(session).execute(down.order_by(column.priority.desc(), column.id.desc()).limit(1)).scalar_one_or_none()
    return before, after


def decisions_of(session: Either, conflict_ids: Sequence[str]) -> list[DecisionRow]:
    """The decisions about some conflicts, the oldest first."""
    if not conflict_ids:
        return []
    query = select(*(DECISION.c[name] for name in DecisionRow._fields)).where(
        among(DECISION.c.conflict_id, conflict_ids)
    )
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
