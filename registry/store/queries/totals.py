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


class Live(NamedTuple):
    """How many claims stand in the newest version of their document, and how many facts they are about."""

    claims: int
    facts: int


def live(session: Either) -> Live:
    """What stands, by the summaries of facts: from one look at all of them, and one at leads that have no claims of
    their own, if there are such."""
    leads = FACT.c.cluster == FACT.c.fact_key
    claims = func.coalesce(func.sum(FACT.c.n), 0)
    query = select(claims, func.count().filter(leads, FACT.c.n > 0), func.count().filter(leads, FACT.c.n == 0))
    number, own, bare = (int(value) for value in on(session).execute(query.select_from(FACT)).one())
    if bare:
        others = select(func.count()).select_from(FACT).where(leads, FACT.c.n == 0, has_claims())
        own += int(on(session).execute(others).scalar_one())
    return Live(number, own)


def phases(session: Either) -> dict[Phase, int]:
    """How many conflicts are in each phase."""
    rows = on(session).execute(select(CONFLICT.c.phase, func.count()).group_by(CONFLICT.c.phase))
    return {row[0]: row[1] for row in rows}


def found_within(session: Either, spans: Spans) -> list[int]:
    """How many conflicts were found in each span of time; one that continues another stands for both."""
    return _within(session, CONFLICT.c.found_at, spans, CONFLICT.c.phase != Phase.FOLLOWED)


def decided_within(session: Either, spans: Spans) -> list[int]:
    """How many decisions that stand were made in each span of time."""
    return _within(session, DECISION.c.decided_at, spans, *_standing())


def _standing() -> tuple[ColumnElement[bool], ...]:
    """What holds for a decision that settles something and was not replaced or taken back."""
    later = DECISION.alias()
    replaced = select(later.c.id).where(later.c.supersedes_id == DECISION.c.id).exists()
    return DECISION.c.verdict.notin_((Verdict.UNSURE, Verdict.UNDONE)), ~replaced


def _within(session: Either, column: ColumnElement[datetime], spans: Spans, *more: ColumnElement[bool]) -> list[int]:
    """How many rows have a moment within each span; each a range of an index, all in one question."""
    counts = [
        select(func.count()).where(column >= since, column < until, *more).scalar_subquery() for since, until in spans
    ]
    return [int(number) for number in on(session).execute(select(*counts)).one()] if counts else []


def decided_since(session: Either, since: datetime) -> list[tuple[datetime, Verdict]]:
    """Every decision since some time that stands."""
    query = select(DECISION.c.decided_at, DECISION.c.verdict)
    query = query.where(DECISION.c.decided_at >= since, *_standing())
    return [(at, verdict) for at, verdict in on(session).execute(query)]
