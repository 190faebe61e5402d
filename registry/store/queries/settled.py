"""Questions about what people have settled: decided conflicts whose verdict says which value is right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import select

from registry.model.finding import Verdict
from registry.store.db import ReadSession, WriteSession
from registry.store.queries.among import among
from registry.store.tables import Phase
from registry.store.writes import on, table

CONFLICT, DECISION, FACT, CLAIM = table("conflict"), table("decision"), table("fact"), table("claim")
RATING = (Verdict.SIDE, Verdict.TIME, Verdict.NEITHER)
Either = ReadSession | WriteSession


class SettledRow(NamedTuple):
    """A decision that stands, and the fact it is about."""

    decision_id: int
    fact_id: str
    cluster: str


def settled(session: Either, *, clusters: Sequence[str] | None, upto: int | None, limit: int) -> list[SettledRow]:
    """Standing decisions with a verdict about values, the newest first; `upto` is the largest number wanted."""
    lead = FACT.alias("lead")
    same = (CONFLICT.c.fact_key == DECISION.c.fact_key) & (CONFLICT.c.decision_id == DECISION.c.id)
    query = select(DECISION.c.id, lead.c.id, FACT.c.cluster).join(CONFLICT, same)
    query = query.join(FACT, FACT.c.fact_key == DECISION.c.fact_key).join(lead, lead.c.fact_key == FACT.c.cluster)
    query = query.where(CONFLICT.c.phase == Phase.DECIDED, CONFLICT.c.across.is_(False))
    query = query.where(DECISION.c.verdict.in_(RATING))
    if clusters is not None:
        query = query.where(among(FACT.c.cluster, clusters))
    if upto is not None:
        query = query.where(DECISION.c.id <= upto)
    return [SettledRow._make(row) for row in on(session).execute(query.order_by(DECISION.c.id.desc()).limit(limit))]


def clusters_of(session: Either, *, facts: Sequence[str], claims: Sequence[str]) -> list[str]:
    """The clusters that some fact keys and some claims belong to."""
    of_facts = select(FACT.c.cluster).where(among(FACT.c.fact_key, facts))
    of_claims = select(FACT.c.cluster).join(CLAIM, CLAIM.c.fact_key == FACT.c.fact_key).where(among(CLAIM.c.id, claims))
    found = {row[0] for query in (of_facts, of_claims) for row in on(session).execute(query)}
    return sorted(found)
