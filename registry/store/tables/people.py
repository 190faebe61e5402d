"""People, and what they show to be let in. Of every secret only a hash is kept."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Integer
from sqlmodel import Field, SQLModel

from registry.model.people import Right, Role
from registry.store.columns import Instant, Json, Word
from registry.store.tables.base import string, typed


class Purpose(StrEnum):
    """What a one-time link is for."""

    JOIN = "join"
    RESET = "reset"


class Person(SQLModel, table=True):
    """Somebody with a name of their own; `password` is an argon2 hash, None until one is chosen."""

    id: str = string(primary_key=True)
    name: str = string()
    name_key: str = string(unique=True)
    role: Role = typed(Word(Role))
    password: str | None = string(nullable=True)
    created_at: datetime = typed(Instant)
    seen_at: datetime | None = typed(Instant, nullable=True)
    disabled_at: datetime | None = typed(Instant, nullable=True)


class SignedIn(SQLModel, table=True):
    """A browser that somebody signed in with; the row goes when they sign out."""

    __tablename__ = "session"

    id: str = string(primary_key=True)
    digest: str = string(unique=True)
    person_id: str = string(foreign_key="person.id", index=True)
    agent: str = string()
    address: str = string()
    created_at: datetime = typed(Instant)
    seen_at: datetime = typed(Instant)
    expires_at: datetime = typed(Instant)


class Invitation(SQLModel, table=True):
    """A one-time link: to join in a role, or to choose a new password for `person_id`."""

    id: str = string(primary_key=True)
    digest: str = string(unique=True)
    purpose: Purpose = typed(Word(Purpose))
    role: Role = typed(Word(Role))
    person_id: str | None = string(foreign_key="person.id", nullable=True, index=True)
    note: str = string()
    created_by: str = string()
    created_at: datetime = typed(Instant)
    expires_at: datetime = typed(Instant)
    used_at: datetime | None = typed(Instant, nullable=True)
    withdrawn_at: datetime | None = typed(Instant, nullable=True)


class Token(SQLModel, table=True):
    """A program's key. `id` is the part by which it is looked up, `digest` the SHA-256 of all of it."""

    id: str = string(primary_key=True)
    digest: str = string()
    person_id: str = string(foreign_key="person.id", index=True)
    name: str = string()
    scopes: list[Right] = typed(Json)
    created_at: datetime = typed(Instant)
    expires_at: datetime = typed(Instant)
    used_at: datetime | None = typed(Instant, nullable=True)
    revoked_at: datetime | None = typed(Instant, nullable=True)


class Attempt(SQLModel, table=True):
    """How often signing in has failed, for one name or one address; the key is a hash of either."""

    key: str = string(primary_key=True)
    failures: int = Field(sa_type=Integer)
    last_at: datetime = typed(Instant, index=True)
    until: datetime = typed(Instant)
