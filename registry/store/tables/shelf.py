"""What reviewers keep for themselves, second opinions, and the languages of what a conflict is about."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlmodel import SQLModel

from registry.model.finding import Verdict
from registry.store.columns import Instant, Json, Word
from registry.store.tables.base import numbered, string, typed


class ShelfItem(SQLModel, table=True):
    """A thing that a person keeps: a filter, a flag, a reason, a place, keys; replaced without a trace."""

    __tablename__ = "shelf_item"

    person: str = string(primary_key=True)
    kind: str = string(primary_key=True)
    name: str = string(primary_key=True)
    content: dict[str, Any] = typed(Json)
    kept_at: datetime = typed(Instant)


class SecondReview(SQLModel, table=True):
    """What another person says about a conflict without seeing its decision; it settles nothing."""

    __tablename__ = "second_review"

    id: int = numbered("second_review", primary_key=True)
    conflict_id: str = string()
    reviewer: str = string()
    verdict: Verdict = typed(Word(Verdict))
    label: str | None = string(nullable=True)
    reason: str = string()
    given_at: datetime = typed(Instant)

    __table_args__ = (Index("uq_second_review_once", "conflict_id", "reviewer", unique=True),)


class ConflictLanguage(SQLModel, table=True):
    """The languages of the documents that a conflict is about."""

    __tablename__ = "conflict_language"

    fact_key: str = string(primary_key=True)
    conflict_id: str = string(primary_key=True)
    language: str = string(primary_key=True)

    __table_args__ = (Index(None, "language"),)
