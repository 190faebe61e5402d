"""Who may do what: three roles, three rights, one table.

A newcomer's mistake: asking for a role. Ask for a right; a token may hold fewer rights than the person who made it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

# How the audit names what is about an account; administrators alone read of it.
ACCOUNTS = "people/"


class Right(StrEnum):
    """What somebody may do; also the scopes of a token."""

    READ = "read"
    REVIEW = "review"
    ADMIN = "admin"

    @property
    def words(self) -> str:
        """The right as a sentence ends with it."""
        return ABLE[self]


class Role(StrEnum):
    """What a person is in the registry."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"

    @property
    def words(self) -> str:
        """What a person in this role may do."""
        return MAY[self]


ABLE: Mapping[Right, str] = {
    Right.READ: "read",
    Right.REVIEW: "add, decide and correct",
    Right.ADMIN: "manage people",
}
MAY: Mapping[Role, str] = {
    Role.READER: "read",
    Role.REVIEWER: "read, add, decide and correct",
    Role.ADMINISTRATOR: "read, add, decide, correct and manage people",
}
RIGHTS: Mapping[Role, frozenset[Right]] = {
    Role.READER: frozenset({Right.READ}),
    Role.REVIEWER: frozenset({Right.READ, Right.REVIEW}),
    Role.ADMINISTRATOR: frozenset({Right.READ, Right.REVIEW, Right.ADMIN}),
}


def rights(role: Role, scopes: Iterable[Right] | None = None) -> frozenset[Right]:
    """The rights of a role; through a token only those that its scopes name, and reading, which every scope needs.

    >>> sorted(rights(Role.REVIEWER, [Right.ADMIN]))
    [<Right.READ: 'read'>]
    """
    return RIGHTS[role] if scopes is None else RIGHTS[role] & {Right.READ, *scopes}
