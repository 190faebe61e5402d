"""What programs are told: watches and what they use, endpoints and what is to be delivered, requests done before; and
what facts were called and filed under before, for answers about the past.

A newcomer's mistake: delivering in the transaction that changes something. It only writes rows here; a worker delivers.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from registry.store.columns import Instant, Json, Word
from registry.store.tables.base import numbered, string, typed


class FactBefore(SQLModel, table=True):
    """What a fact was called and filed under until some moment; a row for each time that either changed."""

    __tablename__ = "fact_before"

    fact_key: str = string(primary_key=True)
    until: datetime = typed(Instant, primary_key=True, index=True)
    cluster: str = string(index=True)
    label: str = string()


class Watch(SQLModel, table=True):
    """A published piece, a list or a person's interest; what it used is in `Use`. `checked_at` is when it was last
    held against the registry."""

    id: str = string(primary_key=True)
    owner: str = string(index=True)
    name: str = string()
    url: str | None = string(nullable=True)
    made_at: datetime = typed(Instant)
    ended_at: datetime | None = typed(Instant, nullable=True)

    __table_args__ = (UniqueConstraint("owner", "name"),)


class Use(SQLModel, table=True):
    """A fact that a watch uses: the sentence that states it, and what was held when it was last told about."""

    watch_id: str = string(primary_key=True, foreign_key="watch.id")
    id: str = string(primary_key=True)
    fact_key: str = string(index=True)
    sentence: str = string()
    words: str = string()
    record: dict[str, Any] | None = typed(Json, nullable=True)
    value: str | None = string(nullable=True)
    standing: str = string()
    held: str = string()
    used_at: datetime = typed(Instant)


class Change(SQLModel, table=True):
    """A fact that changed in a way that those who rely on it want to know; the feed of watches is made of these."""

    id: int = numbered("change", primary_key=True)
    at: datetime = typed(Instant)
    type: str = string()
    fact_key: str = string()
    fact_id: str = string(index=True)
    watch_id: str | None = string(nullable=True)
    data: dict[str, Any] = typed(Json)

    __table_args__ = (Index(None, "watch_id", "id"), Index(None, "at"))


class Endpoint(SQLModel, table=True):
    """An address that wants to be told. `secret` signs; `former` signs too until `former_until`, after a rotation."""

    id: str = string(primary_key=True)
    owner: str = string(index=True)
    url: str = string()
    types: list[str] = typed(Json)
    watch_id: str | None = string(nullable=True)
    secret: str = string()
    former: str | None = string(nullable=True)
    former_until: datetime | None = typed(Instant, nullable=True)
    made_at: datetime = typed(Instant)
    disabled_at: datetime | None = typed(Instant, nullable=True)
    version: int = 1


class Sending(StrEnum):
    """Where a message to an endpoint stands."""

    WAITING = "waiting"
    DONE = "done"
    DEAD = "dead"


class Message(SQLModel, table=True):
    """Something to be delivered to an endpoint, once at least; the outbox."""

    id: str = string(primary_key=True)
    endpoint_id: str = string(foreign_key="endpoint.id")
    type: str = string()
    body: str = string()
    state: Sending = typed(Word(Sending))
    attempts: int = 0
    made_at: datetime = typed(Instant)
    due_at: datetime = typed(Instant)

    __table_args__ = (Index(None, "state", "due_at"), Index(None, "endpoint_id", "made_at", "id"))


class Attempted(SQLModel, table=True):
    """One attempt to deliver a message, and what came of it."""

    __tablename__ = "delivery_attempt"

    message_id: str = string(primary_key=True, foreign_key="message.id")
    number: int = Field(primary_key=True)
    at: datetime = typed(Instant)
    status: int | None = None
    detail: str = string()
    milliseconds: int = 0


class Repeat(SQLModel, table=True):
    """A request that was done under an Idempotency-Key, and its answer."""

    __tablename__ = "repeat_request"

    key: str = string(primary_key=True)
    fingerprint: str = string()
    at: datetime = typed(Instant)
    status: int = Field(sa_type=BigInteger, default=0)
    headers: list[Any] = typed(Json)
    body: str = string()

    __table_args__ = (Index(None, "at"),)
