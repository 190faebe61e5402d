"""What each person decided, and what others made of it; who reviewed what a second time."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import exists, func, select

from registry.model.finding import Verdict
from registry.store.db import ReadSession, WriteSession
from registry.store.queries.among import among
from registry.store.queries.conflicts import CONFLICT, DECISION, ConflictRow, _conflicts, _rows
from registry.store.queries.shelf import SECOND
from registry.store.tables import Phase
from registry.store.writes import on

Either = ReadSession | WriteSession
MOST = 5_000


class PersonRow(NamedTuple):
    """What somebody decided."""

    reviewer: str
    decided: int
    last: datetime


class RatingRow(NamedTuple):
    """What somebody says about a conflict."""

    conflict_id: str
    reviewer: str
    verdict: Verdict
    label: str | None


def people(session: Either) -> list[PersonRow]:
    """How much each person decided, most first."""
    query = select(DECISION.c.reviewer, func.count(), func.max(DECISION.c.decided_at, type_=DECISION.c.decided_at.type))
    query = query.where(DECISION.c.verdict != Verdict.UNDONE).group_by(DECISION.c.reviewer)
    rows = on(session).execute(query.order_by(func.count().desc(), DECISION.c.reviewer).limit(200))
    return [PersonRow._make(row) for row in rows]


def overturned(session: Either) -> dict[str, int]:
    """How many decisions of each person somebody else replaced."""
    newer = DECISION.alias("newer")
    other = (newer.c.supersedes_id == DECISION.c.id) & (newer.c.reviewer != DECISION.c.reviewer)
    query = select(DECISION.c.reviewer, func.count()).join(newer, other).where(DECISION.c.verdict != Verdict.UNDONE)
    return {row[0]: row[1] for row in on(session).execute(query.group_by(DECISION.c.reviewer))}


def verdicts(session: Either) -> list[tuple[str, Verdict, int]]:
    """How often each person gave each verdict."""
    query = select(DECISION.c.reviewer, DECISION.c.verdict, func.count())
    query = query.where(DECISION.c.verdict != Verdict.UNDONE).group_by(DECISION.c.reviewer, DECISION.c.verdict)
    rows = on(session).execute(query.order_by(func.count().desc(), DECISION.c.verdict))
    return [(who, verdict, number) for who, verdict, number in rows]


def ratings(session: Either) -> list[RatingRow]:
    """Second reviews and the decisions that they were given beside, the newest first."""
    seconds = select(SECOND.c.conflict_id, SECOND.c.reviewer, SECOND.c.verdict, SECOND.c.label)
    found = [RatingRow._make(row) for row in on(session).execute(seconds.order_by(SECOND.c.id.desc()).limit(MOST))]
    firsts = select(CONFLICT.c.id, DECISION.c.reviewer, DECISION.c.verdict, DECISION.c.label)
    same = (DECISION.c.fact_key == CONFLICT.c.fact_key) & (DECISION.c.id == CONFLICT.c.decision_id)
    firsts = firsts.join(DECISION, same).where(among(CONFLICT.c.id, (row.conflict_id for row in found)))
    return found + [RatingRow._make(row) for row in on(session).execute(firsts)]


def unreviewed(session: Either, person: str, *, limit: int) -> list[ConflictRow]:
    """Conflicts that others decided and this person has not looked at a second time, the newest decision first."""
    same = (DECISION.c.fact_key == CONFLICT.c.fact_key) & (DECISION.c.conflict_id == CONFLICT.c.id)
    mine = exists().where(same, DECISION.c.reviewer == person)
    again = exists().where(SECOND.c.conflict_id == CONFLICT.c.id, SECOND.c.reviewer == person)
    query = _conflicts().where(CONFLICT.c.phase == Phase.DECIDED, ~mine, ~again)
    return _rows(session, query.order_by(CONFLICT.c.decision_id.desc()).limit(limit))
