"""What the registry measures of itself, what people taught it, and which documents repeat each other."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from registry.store.columns import Instant, Json, Word
from registry.store.tables.base import numbered, string, typed
from registry.store.tables.review import Same


class Measured(StrEnum):
    """What a decision speaks for or against: the rule that made a conflict, or a feature that joined its claims."""

    RULE = "rule"
    FEATURE = "feature"


class Mark(SQLModel, table=True):
    """What the decision that holds about a conflict says of one rule or feature; every decision writes it anew."""

    fact_key: str = string(primary_key=True)
    conflict_id: str = string(primary_key=True)
    kind: Measured = typed(Word(Measured), primary_key=True)
    name: str = string(primary_key=True)
    agreed: bool

    __table_args__ = (Index(None, "kind", "name", "agreed"), Index(None, "conflict_id"))


class RuleState(SQLModel, table=True):
    """A rule that people disagree with: what it finds is a suggestion until they agree again. Derived from marks."""

    __tablename__ = "rule_state"

    rule: str = string(primary_key=True)
    suggested: bool
    since: datetime = typed(Instant)


class ConceptJudgement(SQLModel, table=True):
    """A person's word on whether two phrases mean the same here; never changed, only superseded."""

    __tablename__ = "concept_judgement"

    id: int = numbered("concept_judgement", primary_key=True)
    left_words: str = string()
    right_words: str = string()
    same: Same = typed(Word(Same))
    reviewer: str = string()
    reason: str = string()
    supersedes_id: int | None = Field(sa_type=BigInteger, default=None)
    decided_at: datetime = typed(Instant)

    __table_args__ = (
        Index(None, "left_words", "right_words"),
        UniqueConstraint("left_words", "right_words", "supersedes_id"),
    )


class Amended(StrEnum):
    """What a person changed about the claim at some words: how they are read, the fact they are filed under, or that
    they are no claim."""

    READING = "reading"
    PLACE = "place"
    NONE = "none"


READINGS = (Amended.READING, Amended.NONE)


class Amendment(SQLModel, table=True):
    """A person's word on the claim that some words of a document make; never changed, only superseded.

    `record` is the assertion and `place` the fact key; neither where an amendment is taken back. The words are found
    again by their place in the version, and in other versions by their sentence.
    """

    document_id: str = string(primary_key=True)
    id: int = numbered("amendment", primary_key=True)
    kind: Amended = typed(Word(Amended))
    version_id: str = string()
    claim_id: str = string(index=True)
    start: int
    end: int
    sentence_start: int
    sentence: str = string()
    record: dict[str, Any] | None = typed(Json, nullable=True)
    place: str | None = string(nullable=True)
    reviewer: str = string()
    reason: str = string()
    supersedes_id: int | None = Field(sa_type=BigInteger, default=None)
    decided_at: datetime = typed(Instant)

    __table_args__ = (Index(None, "id"), UniqueConstraint("document_id", "supersedes_id"))


class Sketch(SQLModel, table=True):
    """A band of a version's fingerprint, as a number: texts that share one may repeat each other."""

    band: int = Field(sa_type=BigInteger, primary_key=True)
    version_id: str = string(primary_key=True)

    __table_args__ = ({"sqlite_with_rowid": False},)
