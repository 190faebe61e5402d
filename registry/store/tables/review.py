"""What people said about conflicts and facts."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlalchemy import text as sql
from sqlmodel import Field, SQLModel

from registry.model.finding import Verdict
from registry.store.columns import Instant, Word
from registry.store.tables.base import numbered, string, typed


class Same(StrEnum):
    """Whether two facts are one, in a person's words."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


class Decision(SQLModel, table=True):
    """A person's verdict on a conflict; never changed, only superseded."""

    fact_key: str = string(primary_key=True)
    id: int = numbered("decision", primary_key=True)
    conflict_id: str = string(index=True)
    verdict: Verdict = typed(Word(Verdict))
    side: int | None = None
    label: str | None = string(nullable=True)
    value: str | None = string(nullable=True)
    source: str | None = string(nullable=True)
    reason: str = string()
    reviewer: str = string()
    supersedes_id: int | None = Field(sa_type=BigInteger, default=None)
    decided_at: datetime = typed(Instant)

    __table_args__ = (
        Index(None, "id"),
        Index(None, "decided_at"),
        UniqueConstraint("fact_key", "supersedes_id"),
        Index(
            "uq_decision_first",
            "fact_key",
            "conflict_id",
            unique=True,
            sqlite_where=sql("supersedes_id IS NULL"),
            postgresql_where=sql("supersedes_id IS NULL"),
        ),
    )


class Judgement(SQLModel, table=True):
    """A person's word on whether two facts are one; outranks every link."""

    left_fact: str = string(primary_key=True)
    id: int = numbered("judgement", primary_key=True)
    right_fact: str = string(index=True)
    same: Same = typed(Word(Same))
    reviewer: str = string()
    reason: str = string()
    supersedes_id: int | None = Field(sa_type=BigInteger, default=None)
    decided_at: datetime = typed(Instant)

    __table_args__ = (Index(None, "id"), UniqueConstraint("left_fact", "supersedes_id"))
