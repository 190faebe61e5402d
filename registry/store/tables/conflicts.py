"""Values that differ, and who is looking at them."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Float, Index
from sqlmodel import Field, SQLModel

from registry.model.finding import Relation, Severity
from registry.store.columns import Instant, Json, Word
from registry.store.tables.base import string, typed


class Phase(StrEnum):
    """Where a conflict stands in the queue: the model's states, and two that take it out of it.

    `FOLLOWED`: a conflict with a further value continues it. `MOOT`: the claims that differed are gone.
    """

    OPEN = "open"
    DECIDED = "decided"
    UNSURE = "unsure"
    FOLLOWED = "followed"
    MOOT = "moot"


LIVE = (Phase.OPEN, Phase.UNSURE, Phase.DECIDED)  # what a fact has now


class Conflict(SQLModel, table=True):
    """Values of one fact that differ: one row per fact, kind and set of values. `phase` follows from decisions.

    `suggested` where people disagree with its rule; `changed_at` is when it was found or last decided.
    """

    fact_key: str = string(primary_key=True)
    id: str = string(primary_key=True)
    kind: Relation = typed(Word(Relation))
    rule: str = string()
    severity: Severity = typed(Word(Severity))
    detail: str = string()
    question: str = string()
    subject: str | None = string(nullable=True)
    across: bool = False
    sides: list[Any] = typed(Json)
    why: list[str] = typed(Json)
    priority: float = Field(sa_type=Float)
    phase: Phase = typed(Word(Phase))
    suggested: bool = False
    decision_id: int = Field(sa_type=BigInteger, default=0)
    follows: str | None = string(nullable=True, index=True)
    found_at: datetime = typed(Instant)
    changed_at: datetime = typed(Instant)

    __table_args__ = (
        Index(None, "id"),
        Index(None, "changed_at", "id"),
        Index(None, "found_at", "id"),
        Index(None, "rule", "phase"),
        Index(None, "phase", "priority", "id"),
        Index(None, "phase", "found_at", "id"),
        Index("ix_conflict_sieve", "phase", "suggested", "kind", "severity", "rule", "found_at", "subject"),
        Index("ix_conflict_facets", "phase", "kind", "severity", "rule", "subject", "fact_key", "id"),
    )


class ConflictPublisher(SQLModel, table=True):
    """Who publishes the documents that a conflict is about."""

    __tablename__ = "conflict_publisher"

    fact_key: str = string(primary_key=True)
    conflict_id: str = string(primary_key=True)
    publisher: str = string(primary_key=True)

    __table_args__ = (Index(None, "publisher"),)


class Lease(SQLModel, table=True):
    """Who is looking at a conflict; the only table whose rows are replaced without a trace."""

    conflict_id: str = string(primary_key=True)
    reviewer: str = string()
    until: datetime = typed(Instant)
