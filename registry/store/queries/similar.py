"""How conflicts like one were decided: of the same rule, about the same sort of thing."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Select, func, select

from registry.model.finding import Verdict
from registry.store.db import ReadSession, WriteSession
from registry.store.queries.conflicts import CONFLICT, DECISION, FACT, ConflictRow
from registry.store.tables import Phase
from registry.store.writes import on

Either = ReadSession | WriteSession
NO_VERDICT = (Verdict.UNSURE, Verdict.UNDONE)


class SimilarRow(NamedTuple):
    """A conflict that was decided, and how."""

    id: str
    question: str
    verdict: Verdict
    label: str | None
    reason: str
    reviewer: str
    decided_at: datetime


def verdicts(session: Either, row: ConflictRow) -> list[tuple[Verdict, int]]:
    """How often each verdict was given on conflicts like one, the most frequent first."""
    query = _alike(select(DECISION.c.verdict, func.count()), session, row)
    rows = on(session).execute(query.group_by(DECISION.c.verdict).order_by(func.count().desc(), DECISION.c.verdict))
    return [(verdict, number) for verdict, number in rows]


def similar(session: Either, row: ConflictRow, *, limit: int) -> list[SimilarRow]:
    """Decided conflicts like one, the newest decision first."""
    decided = (DECISION.c.verdict, DECISION.c.label, DECISION.c.reason, DECISION.c.reviewer, DECISION.c.decided_at)
    query = _alike(select(CONFLICT.c.id, CONFLICT.c.question, *decided), session, row)
    rows = on(session).execute(query.order_by(DECISION.c.id.desc()).limit(limit))
    return [SimilarRow._make(each) for each in rows]


def _alike(query: Select, session: Either, row: ConflictRow) -> Select:  # type: ignore[type-arg]
    """Decided conflicts of the same rule about facts with the same attribute; about the same subject without one."""
    mine = on(session).execute(select(FACT.c.attribute).where(FACT.c.fact_key == row.fact_key)).scalar_one_or_none()
    same = (DECISION.c.fact_key == CONFLICT.c.fact_key) & (DECISION.c.id == CONFLICT.c.decision_id)
    query = query.select_from(CONFLICT).join(DECISION, same)
    query = query.where(CONFLICT.c.phase == Phase.DECIDED, CONFLICT.c.rule == row.rule, CONFLICT.c.id != row.id)
    query = query.where(DECISION.c.verdict.not_in(NO_VERDICT))
    if mine is None:
        return query.where(CONFLICT.c.subject == row.subject)
    facts = select(FACT.c.fact_key).where(FACT.c.attribute == mine, FACT.c.fact_key == CONFLICT.c.fact_key)
    return query.where(facts.exists())
