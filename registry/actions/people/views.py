"""What is shown of people; no hash and no secret among it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from registry.model.people import Right, Role


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, by a session or a token, and what they may do with it. `worn`: its last use should be noted."""

    id: str
    name: str
    role: Role
    rights: frozenset[Right]
    session_id: str | None = None
    token_id: str | None = None
    worn: bool = False

    def may(self, right: Right) -> bool:
        """Whether they hold a right."""
        return right in self.rights

    @property
    def reviews(self) -> bool:
        """Whether they may decide."""
        return self.may(Right.REVIEW)

    @property
    def manages(self) -> bool:
        """Whether they may manage people."""
        return self.may(Right.ADMIN)


class Member(NamedTuple):
    """Somebody with an account."""

    id: str
    name: str
    role: Role
    created_at: datetime
    seen_at: datetime | None
    disabled_at: datetime | None


class Device(NamedTuple):
    """A browser that somebody is signed in with."""

    id: str
    agent: str
    address: str
    created_at: datetime
    seen_at: datetime
    expires_at: datetime


class Link(NamedTuple):
    """A one-time link that can still be used; `name` is set where it is for somebody's new password."""

    id: str
    role: Role
    name: str | None
    note: str
    created_by: str
    created_at: datetime
    expires_at: datetime


class Program(NamedTuple):
    """A program's key; `id` is its beginning, which may be seen."""

    id: str
    name: str
    scopes: tuple[Right, ...]
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None


class Made(NamedTuple):
    """Something with a secret that is shown once."""

    id: str
    secret: str
    expires_at: datetime
