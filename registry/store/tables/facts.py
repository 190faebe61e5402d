"""Claims, the facts they answer, and what joins facts."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Float, Index
from sqlalchemy import text as sql
from sqlmodel import Field, SQLModel

from registry.model.assertion import Kind, Status
from registry.store.columns import Exact, Instant, Json, Word
from registry.store.tables.base import string, typed

STANDING = ("fact_key", "value_key", "found_at", "id", "voice", "version_id", "retired_at")
SPAN = sql("low IS NULL OR low <> high")


class Fact(SQLModel, table=True):
    """A question that claims answer. `cluster` is the smallest fact key of those that are one fact with it.

    It is derived from links and judgements. The summary: all claims agree while `max_low <= min_high`.
    """

    fact_key: str = string(primary_key=True)
    id: str = string(index=True)
    cluster: str = string(index=True)
    label: str = string()
    subject: str | None = string(nullable=True)
    attribute: str | None = string(nullable=True)
    kind: Kind = typed(Word(Kind))
    unit: str | None = string(nullable=True)
    n: int = 0
    max_low: Decimal | None = typed(Exact, nullable=True)
    min_high: Decimal | None = typed(Exact, nullable=True)
    simple: bool = True
    version: int = 0
    changed_at: datetime = typed(Instant)

    __table_args__ = (Index(None, "subject", "attribute"), Index(None, "changed_at", "fact_key"))


class Claim(SQLModel, table=True):
    """An assertion by a version, with the words that make it; retired when the version is replaced, never deleted.

    `low` and `high` are exact, `low_number` and `high_number` lossy, for range searches. `record` is the assertion,
    `voice` who is behind it: the speaker it quotes, else the document whose text it is from.
    """

    fact_key: str = string(primary_key=True, foreign_key="fact.fact_key")
    id: str = string(primary_key=True)
    version_id: str = string()
    start: int
    end: int
    exact: str = string()
    prefix: str = string()
    suffix: str = string()
    sentence_start: int
    sentence_end: int
    sentence: str = string()
    kind: Kind = typed(Word(Kind))
    subject: str | None = string(nullable=True)
    attribute: str | None = string(nullable=True)
    low: Decimal | None = typed(Exact, nullable=True)
    high: Decimal | None = typed(Exact, nullable=True)
    low_number: float | None = Field(sa_type=Float, nullable=True)
    high_number: float | None = Field(sa_type=Float, nullable=True)
    unit: str | None = string(nullable=True)
    value_key: str = string()
    as_of: date | None = None
    status: Status = typed(Word(Status))
    record: dict[str, Any] = typed(Json)
    checkworthy: float = Field(sa_type=Float)
    trace: list[str] = typed(Json)
    extractor: str = string()
    voice: str | None = string(nullable=True)
    found_at: datetime = typed(Instant)
    retired_at: datetime | None = typed(Instant, nullable=True)

    __table_args__ = (
        Index(None, "id"),
        Index(None, "version_id", "start"),
        Index(None, "found_at", "id"),
        Index(None, "subject", "found_at", "id"),
        Index(None, "attribute", "found_at", "id"),
        Index(None, "low", "found_at", "id"),
        Index("ix_claim_standing", *STANDING),
        Index("ix_claim_span", "high", "found_at", "id", sqlite_where=SPAN, postgresql_where=SPAN),
    )


class ClaimKey(SQLModel, table=True):
    """A blocking key of a fact, as a number: facts that share one are compared, by the claims that stand for them. The
    landmarks of a document are keys, too; its id stands for the fact."""

    __tablename__ = "claim_key"

    fact_key: str = string(primary_key=True)
    key: int = Field(sa_type=BigInteger, primary_key=True)
    claim_id: str = string()
    found_at: datetime = typed(Instant)

    __table_args__ = (Index(None, "key", "found_at", "claim_id"), {"sqlite_with_rowid": False})


class Link(SQLModel, table=True):
    """The machine's opinion that two facts are one; `same` None is a suggestion, `engine` the steps that formed it."""

    left_fact: str = string(primary_key=True)
    right_fact: str = string(primary_key=True, index=True)
    score: float = Field(sa_type=Float)
    same: bool | None = None
    reasons: list[str] = typed(Json)
    engine: str = string(default="")
