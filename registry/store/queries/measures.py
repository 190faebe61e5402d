"""What decisions say of rules and features, what people taught about words, and what they changed about claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Integer, case, delete, func, select

from registry.store.db import ReadSession, WriteSession
from registry.store.queries.among import among, among_given, listed
from registry.store.tables import LIVE, Amended, Measured, Phase, Same
from registry.store.writes import insert, keep_all, on, table

MARK, STATE, CONFLICT = table("mark"), table("rule_state"), table("conflict")
LESSON, AMENDMENT, LINK = table("concept_judgement"), table("amendment"), table("link")
USE = table("use")
Either = ReadSession | WriteSession


class Tally(NamedTuple):
    """How many decisions speak about a rule or feature, and how many of them for it."""

    kind: Measured
    name: str
    decided: int
    agreed: int


class LessonRow(NamedTuple):
    """A person's word on whether two phrases mean the same."""

    id: int
    left_words: str
    right_words: str
    same: Same
    reviewer: str
    reason: str
    supersedes_id: int | None
    decided_at: datetime


class AmendmentRow(NamedTuple):
    """A person's word on the claim that some words make."""

    id: int
    document_id: str
    kind: Amended
    version_id: str
    claim_id: str
    start: int
    end: int
    sentence_start: int
    sentence: str
    record: dict[str, Any] | None
    place: str | None
    reviewer: str
    reason: str
    supersedes_id: int | None
    decided_at: datetime


def tallies(session: Either, kind: Measured, name: str | None = None) -> list[Tally]:
    """What decisions say of all rules or features, or of one."""
    agreed = func.sum(case((MARK.c.agreed, 1), else_=0)).cast(Integer)
    query = select(MARK.c.kind, MARK.c.name, func.count(), agreed).where(MARK.c.kind == kind)
    if name is not None:
        query = query.where(MARK.c.name == name)
    return [Tally._make(row) for row in on(session).execute(query.group_by(MARK.c.kind, MARK.c.name))]


def set_marks(
    session: WriteSession, fact_key: str, conflict_id: str, said: Mapping[tuple[Measured, str], bool]
) -> None:
    """Put what the decision about a conflict says in the place of what the one before it said."""
    on(session).execute(delete(MARK).where(MARK.c.fact_key == fact_key, MARK.c.conflict_id == conflict_id))
    told = {"fact_key": fact_key, "conflict_id": conflict_id}
    rows = [{**told, "kind": kind, "name": name, "agreed": yes} for (kind, name), yes in said.items()]
    keep_all(session, "mark", rows)


_SUGGESTING = select(STATE.c.rule, STATE.c.since).where(STATE.c.suggested.is_(True))


def suggesting(session: Either) -> dict[str, datetime]:
    """The rules whose findings are suggestions now, and since when."""
    return {row[0]: row[1] for row in on(session).execute(_SUGGESTING)}


def set_state(session: WriteSession, rule: str, at: datetime, *, suggested: bool) -> None:
    """Note whether what a rule finds is a suggestion."""
    statement = insert(session, STATE).values(rule=rule, suggested=suggested, since=at)
    change = {"suggested": statement.excluded.suggested, "since": statement.excluded.since}
    on(session).execute(statement.on_conflict_do_update(index_elements=["rule"], set_=change))


def mark_conflicts(session: WriteSession, rule: str, lower: float, *, suggested: bool) -> int:
    """Mark the conflicts of a rule as suggestions, or no longer so; `lower` moves them down the queue."""
    change = CONFLICT.update().where(
        CONFLICT.c.rule == rule,
        CONFLICT.c.phase.in_(LIVE),
        CONFLICT.c.suggested.is_(not suggested),
    )
    moved = CONFLICT.c.priority + (-lower if suggested else lower)
    return on(session).execute(change.values(suggested=suggested, priority=moved)).rowcount


def open_by_rule(session: Either) -> dict[str, int]:
    """How many conflicts of each rule are in the queue."""
    query = select(CONFLICT.c.rule, func.count()).where(CONFLICT.c.phase == Phase.OPEN).group_by(CONFLICT.c.rule)
    return {row[0]: row[1] for row in on(session).execute(query)}


_USES = select(USE.c.fact_key, func.count()).where(among_given(USE.c.fact_key, "keys")).group_by(USE.c.fact_key)


def uses(session: Either, keys: Sequence[str]) -> dict[str, int]:
    """How often watched texts use some facts."""
    return {row[0]: row[1] for row in on(session).execute(_USES, {"keys": listed(keys)})}


_NEWER = LESSON.alias("newer")
_LESSONS = select(*(LESSON.c[name] for name in LessonRow._fields)).order_by(LESSON.c.id)
_HOLDING = _LESSONS.where(~select(_NEWER.c.id).where(_NEWER.c.supersedes_id == LESSON.c.id).exists())


def lessons(session: Either, *, every: bool = False) -> list[LessonRow]:
    """The lessons about words that hold, or all that were ever given, the oldest first."""
    return [LessonRow._make(row) for row in on(session).execute(_LESSONS if every else _HOLDING)]


def newest_lesson(session: Either) -> int:
    """The number of the newest lesson, 0 where there is none."""
    return int(on(session).execute(select(func.coalesce(func.max(LESSON.c.id), 0))).scalar_one())


def lesson_about(session: Either, left: str, right: str) -> LessonRow | None:
    """The lesson that holds about two phrases."""
    query = select(*(LESSON.c[name] for name in LessonRow._fields))
    query = query.where(LESSON.c.left_words == left, LESSON.c.right_words == right)
    row = on(session).execute(query.order_by(LESSON.c.id.desc()).limit(1)).one_or_none()
    return LessonRow._make(row) if row else None


def amendments(session: Either, documents: Iterable[str]) -> list[AmendmentRow]:
    """What holds of what people changed about the claims of some documents, the oldest first."""
    newer = AMENDMENT.alias("newer")
    query = select(*(AMENDMENT.c[name] for name in AmendmentRow._fields))
    query = query.where(among(AMENDMENT.c.document_id, documents))
    same = (newer.c.document_id == AMENDMENT.c.document_id) & (newer.c.supersedes_id == AMENDMENT.c.id)
    query = query.where(~select(newer.c.id).where(same).exists())
    return [AmendmentRow._make(row) for row in on(session).execute(query.order_by(AMENDMENT.c.id))]


def amendments_of(session: Either, document_id: str) -> list[AmendmentRow]:
    """All that people ever changed about the claims of a document, the oldest first."""
    query = select(*(AMENDMENT.c[name] for name in AmendmentRow._fields))
    rows = on(session).execute(query.where(AMENDMENT.c.document_id == document_id).order_by(AMENDMENT.c.id))
    return [AmendmentRow._make(row) for row in rows]


def amendments_until(session: Either, documents: Iterable[str], at: datetime) -> list[AmendmentRow]:
    """What people had changed about the claims of some documents by a moment, the oldest first."""
    query = select(*(AMENDMENT.c[name] for name in AmendmentRow._fields))
    query = query.where(among(AMENDMENT.c.document_id, documents), AMENDMENT.c.decided_at <= at)
    return [AmendmentRow._make(row) for row in on(session).execute(query.order_by(AMENDMENT.c.id))]


def amendment(session: Either, number: int) -> AmendmentRow | None:
    """An amendment by its number."""
    query = select(*(AMENDMENT.c[name] for name in AmendmentRow._fields)).where(AMENDMENT.c.id == number)
    row = on(session).execute(query).one_or_none()
    return AmendmentRow._make(row) if row else None


def suggestions(session: Either, keys: Sequence[str]) -> list[tuple[str, str, float]]:
    """Links of some facts that only a person can confirm: left, right, score."""
    query = select(LINK.c.left_fact, LINK.c.right_fact, LINK.c.score).where(LINK.c.same.is_(None))
    query = query.where(among(LINK.c.left_fact, keys) | among(LINK.c.right_fact, keys))
    return [(row[0], row[1], row[2]) for row in on(session).execute(query.order_by(LINK.c.score.desc()))]
