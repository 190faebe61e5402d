"""Every table. What follows from the documents has a content id and can be rebuilt; what people did has a number.

A newcomer's mistake: filling these classes. They are a short way to write the schema; rows go in and out through Core
(`writes`, `queries`). No `from __future__ import annotations` here: SQLModel reads the annotations at run time.
"""

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Float, Index, LargeBinary, MetaData, Sequence, Text, UniqueConstraint
from sqlalchemy import text as sql
from sqlmodel import Field, SQLModel

from registry.model.assertion import Kind, Status
from registry.model.finding import Relation, Severity, Verdict
from registry.store.columns import Exact, Instant, Json, Word

metadata: MetaData = SQLModel.metadata
metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

NUMBERED = ("decision", "judgement", "audit_event", "entry")
NUMBERS = {name: Sequence(f"{name}_number", metadata=metadata) for name in NUMBERED}


class Phase(StrEnum):
    """Where a conflict stands in the queue: the model's states, and two that take it out of it.

    `FOLLOWED`: a conflict with a further value continues it. `MOOT`: the claims that differed are gone.
    """

    OPEN = "open"
    DECIDED = "decided"
    UNSURE = "unsure"
    FOLLOWED = "followed"
    MOOT = "moot"


class Same(StrEnum):
    """Whether two facts are one, in a person's words."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


def _text(**options: Any) -> Any:
    """A text column."""
    return Field(sa_type=Text, **options)


def _typed(kind: Any, **options: Any) -> Any:
    """A column of one of our types."""
    return Field(sa_type=kind, **options)


def _number(table: str, **options: Any) -> Any:
    """The next number of a table."""
    return Field(
        sa_type=BigInteger, sa_column_args=[NUMBERS[table]], sa_column_kwargs={"autoincrement": False}, **options
    )


class Document(SQLModel, table=True):
    """A source under its canonical address. What it is called and who publishes it is what `version_id` says."""

    id: str = _text(primary_key=True)
    uri: str = _text()
    uri_key: str = _text(unique=True)
    version_id: str = _text()
    read_at: datetime = _typed(Instant)

    __table_args__ = (Index(None, "read_at", "id"),)


class DocumentAlias(SQLModel, table=True):
    """Another address of a document."""

    __tablename__ = "document_alias"

    uri_key: str = _text(primary_key=True)
    document_id: str = _text(foreign_key="document.id", index=True)
    kind: str = _text()


class Blob(SQLModel, table=True):
    """Bytes as they were received, under their SHA-256."""

    digest: str = _text(primary_key=True)
    data: bytes = _typed(LargeBinary)


class DocumentVersion(SQLModel, table=True):
    """A document as it was read at one moment; `text` is what all offsets count in."""

    __tablename__ = "document_version"

    id: str = _text(primary_key=True)
    document_id: str = _text(foreign_key="document.id", index=True)
    digest: str = _text(foreign_key="blob.digest", index=True)
    size: int = Field(sa_type=BigInteger)
    media_type: str = _text()
    reader: str = _text()
    engine: str = _text()
    text: str = _text()
    blocks: list[Any] = _typed(Json)
    title: str | None = _text(nullable=True)
    publisher: str | None = _text(nullable=True, index=True)
    authors: list[str] = _typed(Json)
    language: str | None = _text(nullable=True)
    published: date | None = None
    read_at: datetime = _typed(Instant)


class Fact(SQLModel, table=True):
    """A question that claims answer. `cluster` is the smallest fact key of those that are one fact with it.

    It is derived from links and judgements. The summary: all claims agree while `max_low <= min_high`.
    """

    fact_key: str = _text(primary_key=True)
    id: str = _text(index=True)
    cluster: str = _text(index=True)
    label: str = _text()
    subject: str | None = _text(nullable=True)
    attribute: str | None = _text(nullable=True)
    kind: Kind = _typed(Word(Kind))
    unit: str | None = _text(nullable=True)
    n: int = 0
    max_low: Decimal | None = _typed(Exact, nullable=True)
    min_high: Decimal | None = _typed(Exact, nullable=True)
    simple: bool = True
    version: int = 0
    changed_at: datetime = _typed(Instant)

    __table_args__ = (Index(None, "subject", "attribute"), Index(None, "changed_at", "fact_key"))


class Claim(SQLModel, table=True):
    """An assertion by a version, with the words that make it; retired when the version is replaced, never deleted.

    `low` and `high` are exact, `low_number` and `high_number` lossy, for range searches. `record` is the assertion.
    """

    fact_key: str = _text(primary_key=True, foreign_key="fact.fact_key")
    id: str = _text(primary_key=True)
    version_id: str = _text()
    start: int
    end: int
    exact: str = _text()
    prefix: str = _text()
    suffix: str = _text()
    sentence_start: int
    sentence_end: int
    sentence: str = _text()
    kind: Kind = _typed(Word(Kind))
    subject: str | None = _text(nullable=True)
    attribute: str | None = _text(nullable=True)
    low: Decimal | None = _typed(Exact, nullable=True)
    high: Decimal | None = _typed(Exact, nullable=True)
    low_number: float | None = Field(sa_type=Float, nullable=True)
    high_number: float | None = Field(sa_type=Float, nullable=True)
    unit: str | None = _text(nullable=True)
    value_key: str = _text()
    as_of: date | None = None
    status: Status = _typed(Word(Status))
    record: dict[str, Any] = _typed(Json)
    checkworthy: float = Field(sa_type=Float)
    trace: list[str] = _typed(Json)
    extractor: str = _text()
    found_at: datetime = _typed(Instant)
    retired_at: datetime | None = _typed(Instant, nullable=True)

    __table_args__ = (Index(None, "id"), Index(None, "version_id", "start"), Index(None, "found_at", "id"))


class ClaimKey(SQLModel, table=True):
    """A blocking key of a fact, as a number: facts that share one are compared, by the claims that stand for them."""

    __tablename__ = "claim_key"

    key: int = Field(sa_type=BigInteger, primary_key=True)
    fact_key: str = _text(primary_key=True)
    claim_id: str = _text()
    found_at: datetime = _typed(Instant)

    __table_args__ = (Index(None, "key", "found_at", "claim_id"), {"sqlite_with_rowid": False})


class Conflict(SQLModel, table=True):
    """Values of one fact that differ: one row per fact, kind and set of values. `phase` follows from decisions."""

    fact_key: str = _text(primary_key=True)
    id: str = _text(primary_key=True)
    kind: Relation = _typed(Word(Relation))
    rule: str = _text()
    severity: Severity = _typed(Word(Severity))
    detail: str = _text()
    question: str = _text()
    subject: str | None = _text(nullable=True)
    across: bool = False
    sides: list[Any] = _typed(Json)
    why: list[str] = _typed(Json)
    priority: float = Field(sa_type=Float)
    phase: Phase = _typed(Word(Phase))
    decision_id: int = Field(sa_type=BigInteger, default=0)
    follows: str | None = _text(nullable=True)
    found_at: datetime = _typed(Instant)

    __table_args__ = (
        Index(None, "id"),
        Index(None, "phase", "priority", "id"),
        Index("ix_conflict_facets", "phase", "kind", "severity", "rule", "subject", "fact_key", "id"),
    )


class ConflictPublisher(SQLModel, table=True):
    """Who publishes the documents that a conflict is about."""

    __tablename__ = "conflict_publisher"

    fact_key: str = _text(primary_key=True)
    conflict_id: str = _text(primary_key=True)
    publisher: str = _text(primary_key=True)

    __table_args__ = (Index(None, "publisher"),)


class Decision(SQLModel, table=True):
    """A person's verdict on a conflict; never changed, only superseded."""

    fact_key: str = _text(primary_key=True)
    id: int = _number("decision", primary_key=True)
    conflict_id: str = _text(index=True)
    verdict: Verdict = _typed(Word(Verdict))
    side: int | None = None
    label: str | None = _text(nullable=True)
    value: str | None = _text(nullable=True)
    source: str | None = _text(nullable=True)
    reason: str = _text()
    reviewer: str = _text()
    supersedes_id: int | None = Field(sa_type=BigInteger, default=None)
    decided_at: datetime = _typed(Instant)

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


class Link(SQLModel, table=True):
    """The machine's opinion that two facts are one; `same` None is a suggestion."""

    left_fact: str = _text(primary_key=True)
    right_fact: str = _text(primary_key=True, index=True)
    score: float = Field(sa_type=Float)
    same: bool | None = None
    reasons: list[str] = _typed(Json)


class Judgement(SQLModel, table=True):
    """A person's word on whether two facts are one; outranks every link."""

    left_fact: str = _text(primary_key=True)
    id: int = _number("judgement", primary_key=True)
    right_fact: str = _text(index=True)
    same: Same = _typed(Word(Same))
    reviewer: str = _text()
    reason: str = _text()
    supersedes_id: int | None = Field(sa_type=BigInteger, default=None)
    decided_at: datetime = _typed(Instant)

    __table_args__ = (Index(None, "id"), UniqueConstraint("left_fact", "supersedes_id"))


class AuditEvent(SQLModel, table=True):
    """What somebody did."""

    __tablename__ = "audit_event"

    id: int = _number("audit_event", primary_key=True)
    at: datetime = _typed(Instant)
    actor: str = _text()
    action: str = _text()
    subject_id: str = _text(index=True)
    detail: dict[str, Any] = _typed(Json)


class Lease(SQLModel, table=True):
    """Who is looking at a conflict; the only table whose rows are replaced without a trace."""

    conflict_id: str = _text(primary_key=True)
    reviewer: str = _text()
    until: datetime = _typed(Instant)


class Entry(SQLModel, table=True):
    """A thing that full-text search can find; its words are in the index of the database (`queries.search`)."""

    number: int = _number("entry", primary_key=True)
    kind: str = _text()
    ref: str = _text()

    __table_args__ = (UniqueConstraint("kind", "ref"),)
