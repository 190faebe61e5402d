"""Questions about endpoints, what is to be delivered to them, and what became of it; and about requests done before."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select

from registry.store.db import ReadSession, WriteSession
from registry.store.queries.among import among
from registry.store.tables import Sending
from registry.store.writes import on, table

ENDPOINT, MESSAGE, ATTEMPT = table("endpoint"), table("message"), table("delivery_attempt")
REPEAT = table("repeat_request")
Either = ReadSession | WriteSession


class EndpointRow(NamedTuple):
    """An address that wants to be told, with its secrets."""

    id: str
    owner: str
    url: str
    types: list[str]
    watch_id: str | None
    secret: str
    former: str | None
    former_until: datetime | None
    made_at: datetime
    disabled_at: datetime | None
    version: int


class MessageRow(NamedTuple):
    """Something to be delivered, or that was."""

    id: str
    endpoint_id: str
    type: str
    body: str
    state: Sending
    attempts: int
    made_at: datetime
    due_at: datetime


class AttemptRow(NamedTuple):
    """An attempt to deliver."""

    message_id: str
    number: int
    at: datetime
    status: int | None
    detail: str
    milliseconds: int


class RepeatRow(NamedTuple):
    """A request that was done under a key; status 0 while it is being done."""

    key: str
    fingerprint: str
    at: datetime
    status: int
    headers: list[Any]
    body: str


def endpoints(session: Either, owner: str | None) -> list[EndpointRow]:
    """The endpoints of somebody, or of everybody, the newest first."""
    query = select(*(ENDPOINT.c[name] for name in EndpointRow._fields))
    if owner is not None:
        query = query.where(ENDPOINT.c.owner == owner)
    rows = on(session).execute(query.order_by(ENDPOINT.c.made_at.desc(), ENDPOINT.c.id))
    return [EndpointRow._make(row) for row in rows]


def listening(session: Either) -> list[EndpointRow]:
    """The endpoints that are to be told."""
    query = select(*(ENDPOINT.c[name] for name in EndpointRow._fields)).where(ENDPOINT.c.disabled_at.is_(None))
    return [EndpointRow._make(row) for row in on(session).execute(query.order_by(ENDPOINT.c.id))]


def endpoint(session: Either, endpoint_id: str) -> EndpointRow | None:
    """An endpoint."""
    query = select(*(ENDPOINT.c[name] for name in EndpointRow._fields)).where(ENDPOINT.c.id == endpoint_id)
    row = on(session).execute(query).one_or_none()
    return EndpointRow._make(row) if row else None


def due(session: Either, now: datetime, *, limit: int) -> list[MessageRow]:
    """Messages whose time has come, the longest due first; those to endpoints that are switched off wait."""
    query = select(*(MESSAGE.c[name] for name in MessageRow._fields))
    query = query.join(ENDPOINT, ENDPOINT.c.id == MESSAGE.c.endpoint_id).where(ENDPOINT.c.disabled_at.is_(None))
    query = query.where(MESSAGE.c.state == Sending.WAITING, MESSAGE.c.due_at <= now)
    rows = on(session).execute(query.order_by(MESSAGE.c.due_at, MESSAGE.c.id).limit(limit))
    return [MessageRow._make(row) for row in rows]


def message(session: Either, message_id: str) -> MessageRow | None:
    """A message."""
    query = select(*(MESSAGE.c[name] for name in MessageRow._fields)).where(MESSAGE.c.id == message_id)
    row = on(session).execute(query).one_or_none()
    return MessageRow._make(row) if row else None


def messages_to(
    session: Either, endpoint_id: str, state: Sending | None, *, after: tuple[datetime, str] | None, limit: int
) -> list[MessageRow]:
    """The messages to an endpoint, the newest first."""
    query = select(*(MESSAGE.c[name] for name in MessageRow._fields)).where(MESSAGE.c.endpoint_id == endpoint_id)
    if state is not None:
        query = query.where(MESSAGE.c.state == state)
    if after is not None:
        at, name = after
        query = query.where((MESSAGE.c.made_at < at) | ((MESSAGE.c.made_at == at) & (MESSAGE.c.id < name)))
    rows = on(session).execute(query.order_by(MESSAGE.c.made_at.desc(), MESSAGE.c.id.desc()).limit(limit))
    return [MessageRow._make(row) for row in rows]


def attempts_of(session: Either, message_ids: list[str]) -> list[AttemptRow]:
    """The attempts to deliver some messages, in order."""
    query = select(*(ATTEMPT.c[name] for name in AttemptRow._fields)).where(among(ATTEMPT.c.message_id, message_ids))
    rows = on(session).execute(query.order_by(ATTEMPT.c.message_id, ATTEMPT.c.number))
    return [AttemptRow._make(row) for row in rows]


def repeat(session: Either, key: str) -> RepeatRow | None:
    """A request that was done under a key."""
    query = select(*(REPEAT.c[name] for name in RepeatRow._fields)).where(REPEAT.c.key == key)
    row = on(session).execute(query).one_or_none()
    return RepeatRow._make(row) if row else None
