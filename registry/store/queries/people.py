"""Questions about people, their sessions, invitations and tokens.

A newcomer's mistake: showing one of these rows. `password` and `digest` stay inside; what is shown is made in
`actions.people`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, select

from registry.model.people import Right, Role
from registry.store.db import ReadSession, WriteSession
from registry.store.tables import Purpose
from registry.store.writes import on, table

PERSON, SESSION, INVITATION = table("person"), table("session"), table("invitation")
TOKEN = table("token")
Either = ReadSession | WriteSession


class PersonRow(NamedTuple):
    """Somebody."""

    id: str
    name: str
    role: Role
    password: str | None
    created_at: datetime
    seen_at: datetime | None
    disabled_at: datetime | None


class SessionRow(NamedTuple):
    """A browser that somebody signed in with."""

    id: str
    person_id: str
    agent: str
    address: str
    created_at: datetime
    seen_at: datetime
    expires_at: datetime


class InvitationRow(NamedTuple):
    """A one-time link."""

    id: str
    purpose: Purpose
    role: Role
    person_id: str | None
    note: str
    created_by: str
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    withdrawn_at: datetime | None


class TokenRow(NamedTuple):
    """A program's key."""

    id: str
    digest: str
    person_id: str
    name: str
    scopes: list[Right]
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


def person(session: Either, person_id: str) -> PersonRow | None:
    """A person by id."""
    return _person(session, _people().where(PERSON.c.id == person_id))


def named(session: Either, name_key: str) -> PersonRow | None:
    """A person by the key of their name."""
    return _person(session, _people().where(PERSON.c.name_key == name_key))


def people(session: Either) -> list[PersonRow]:
    """Everybody, by name."""
    return [PersonRow._make(row) for row in on(session).execute(_people().order_by(PERSON.c.name_key))]


def _people() -> Select[Any]:
    return select(*(PERSON.c[name] for name in PersonRow._fields))


def _person(session: Either, query: Select[Any]) -> PersonRow | None:
    row = on(session).execute(query).first()
    return None if row is None else PersonRow._make(row)


def administrators(session: Either) -> list[str]:
    """The ids of those who can manage people now."""
    query = select(PERSON.c.id).where(PERSON.c.role == Role.ADMINISTRATOR, PERSON.c.disabled_at.is_(None))
    return list(on(session).execute(query).scalars())


def signed_in(session: Either, digest: str, now: datetime, idle_since: datetime) -> tuple[SessionRow, PersonRow] | None:
    """The session of a secret with its person, unless it has run out, lain idle, or the person is disabled."""
    query = select(*(SESSION.c[name] for name in SessionRow._fields), *(PERSON.c[name] for name in PersonRow._fields))
    query = query.join(PERSON, PERSON.c.id == SESSION.c.person_id).where(SESSION.c.digest == digest)
    query = query.where(SESSION.c.expires_at > now, SESSION.c.seen_at > idle_since, PERSON.c.disabled_at.is_(None))
    row = on(session).execute(query).first()
    cut = len(SessionRow._fields)
    return None if row is None else (SessionRow._make(row[:cut]), PersonRow._make(row[cut:]))


def sessions_of(session: Either, person_id: str, now: datetime, idle_since: datetime) -> list[SessionRow]:
    """A person's sessions, the last used first."""
    query = select(*(SESSION.c[name] for name in SessionRow._fields)).where(SESSION.c.person_id == person_id)
    query = query.where(SESSION.c.expires_at > now, SESSION.c.seen_at > idle_since).order_by(SESSION.c.seen_at.desc())
    return [SessionRow._make(row) for row in on(session).execute(query)]


def token(session: Either, token_id: str) -> tuple[TokenRow, PersonRow] | None:
    """A token by its prefix, with its person."""
    query = select(*(TOKEN.c[name] for name in TokenRow._fields), *(PERSON.c[name] for name in PersonRow._fields))
    query = query.join(PERSON, PERSON.c.id == TOKEN.c.person_id).where(TOKEN.c.id == token_id)
    row = on(session).execute(query).first()
    cut = len(TokenRow._fields)
    return None if row is None else (TokenRow._make(row[:cut]), PersonRow._make(row[cut:]))


def tokens_of(session: Either, person_id: str) -> list[TokenRow]:
    """A person's tokens that are not revoked, the newest first."""
    query = select(*(TOKEN.c[name] for name in TokenRow._fields)).where(TOKEN.c.person_id == person_id)
    query = query.where(TOKEN.c.revoked_at.is_(None)).order_by(TOKEN.c.created_at.desc(), TOKEN.c.id)
    return [TokenRow._make(row) for row in on(session).execute(query)]


def invitation(session: Either, digest: str) -> InvitationRow | None:
    """A one-time link by the hash of its secret."""
    row = on(session).execute(_invitations().where(INVITATION.c.digest == digest)).first()
    return None if row is None else InvitationRow._make(row)


def invitations(session: Either, now: datetime) -> list[InvitationRow]:
    """The links that can still be used, the newest first."""
    query = _invitations().where(INVITATION.c.used_at.is_(None), INVITATION.c.withdrawn_at.is_(None))
    query = query.where(INVITATION.c.expires_at > now).order_by(INVITATION.c.created_at.desc(), INVITATION.c.id)
    return [InvitationRow._make(row) for row in on(session).execute(query)]


def _invitations() -> Select[Any]:
    return select(*(INVITATION.c[name] for name in InvitationRow._fields))
