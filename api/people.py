"""People over the wire: what is told of them, and what an administrator may ask for."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from api.schemas import Order, Wire
from registry.model.people import Right, Role


class MeOut(Wire):
    """Whoever asks, and what they may do with what they showed."""

    name: str
    role: Role
    rights: list[Right]


class MemberOut(Wire):
    """Somebody with an account."""

    id: str
    name: str
    role: Role
    created_at: datetime
    seen_at: datetime | None
    disabled_at: datetime | None


class MembersOut(Wire):
    """Everybody, by name."""

    items: list[MemberOut]


class MemberIn(Order):
    """What to change of somebody: the role, or whether they are shut out."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"role": "reviewer"}]})

    role: Role | None = None
    disabled: bool | None = None

    @model_validator(mode="after")
    def one_thing(self) -> Self:
        """Ask for one change at a time."""
        if (self.role is None) == (self.disabled is None):
            raise ValueError("give role or disabled, one of them")
        return self


class InvitationIn(Order):
    """Whom to invite: the role they will have, and a note of one's own."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"role": "reviewer", "note": "for the night desk"}]})

    role: Role = Role.REVIEWER
    note: Annotated[str, Field(max_length=200)] = ""


class LinkOut(Wire):
    """A one-time link; its address is in this answer and nowhere else."""

    id: str
    url: str
    expires_at: datetime


class InvitationOut(Wire):
    """A link that waits to be used; `name` is set where it is for somebody's new password."""

    id: str
    role: Role
    name: str | None
    note: str
    created_by: str
    created_at: datetime
    expires_at: datetime


class InvitationsOut(Wire):
    """The links that wait, the newest first."""

    items: list[InvitationOut]
