"""Counts over the whole registry, and what people did in order."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import func, select

from registry.model.finding import Verdict
from registry.store.db import ReadSession, WriteSession
from registry.store.queries.facts import has_claims
from registry.store.tables import Phase
from registry.store.writes import on, table

CONFLICT, DECISION, AUDIT = table("conflict"), table("decision"), table("audit_event")
FACT = table("fact")
Either = ReadSession | WriteSession


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


def found_since(session: Either, since: datetime) -> list[datetime]:
    """When each conflict since some time was found."""
    return list(on(session).execute(select(CONFLICT.c.found_at).where(CONFLICT.c.found_at >= since)).scalars())


def decided_since(session: Either, since: datetime) -> list[tuple[datetime, Verdict]]:
    """Every first decision since some time."""
    query = select(DECISION.c.decided_at, DECISION.c.verdict)
    query = query.where(DECISION.c.decided_at >= since, DECISION.c.supersedes_id.is_(None))
    return [(at, verdict) for at, verdict in on(session).execute(query)]


def verdicts_by_rule(session: Either) -> list[tuple[str, Verdict, int]]:
    """For each rule and verdict the number of conflicts whose present decision says so."""
    query = select(CONFLICT.c.rule, DECISION.c.verdict, func.count())
    same = (DECISION.c.fact_key == CONFLICT.c.fact_key) & (DECISION.c.id == CONFLICT.c.decision_id)
    query = query.join(DECISION, same).group_by(CONFLICT.c.rule, DECISION.c.verdict).order_by(CONFLICT.c.rule)
    return [(rule, verdict, number) for rule, verdict, number in on(session).execute(query)]
