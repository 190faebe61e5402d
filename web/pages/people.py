"""People, for administrators: roles, invitations, new passwords, shutting out.

A newcomer's mistake: a redirect after making a link. It is shown once, in the answer itself, and kept nowhere.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field

from api.deps import Administrator, Id, Opened, Reading, Writing
from registry.actions.people import invitations, members
from registry.errors import InvalidValue, Refused, RegistryError
from registry.model.people import Role
from web.frame import waiting
from web.pages.entering import page
from web.shown import Toast

router = APIRouter(prefix="/people")

DONE = {
    "role": "The role is changed; whoever has it signs in again.",
    "disabled": "The account is disabled: its sessions and tokens have ended. What was decided stays.",
    "enabled": "The account is enabled again.",
    "withdrawn": "The link is withdrawn.",
}


class Inviting(BaseModel):
    """The form of an invitation."""

    role: Role = Role.REVIEWER
    note: str = Field("", max_length=1_000)


class Giving(BaseModel):
    """The form of a role."""

    role: Role


@router.get("")
def people(request: Request, session: Reading, me: Administrator, done: str = "") -> Response:
    """Everybody, and the links that wait to be used."""
    return shown(request, session, toast=Toast(DONE[done]) if done in DONE else None)


def shown(request: Request, session: Reading, **context: Any) -> Response:
    """The list of people."""
    known: dict[str, Any] = {"error": "", "toast": None, "status": 200, "waiting": waiting(session), **context}
    everybody, links = members.members(session), invitations.links(session)
    return page(request, "people.html", people=everybody, links=links, roles=tuple(Role), **known)


@router.post("/invitations")
def invite(request: Request, me: Administrator, store: Opened, order: Annotated[Inviting, Form()]) -> Response:
    """Make an invitation and show its link once."""
    try:
        with store.writing() as session:
            made = invitations.invite(session, order.role, actor=me.name, note=order.note)
    except InvalidValue as error:
        return wrong(request, store, error)
    title = f"An invitation for {'an' if order.role is Role.ADMINISTRATOR else 'a'} {order.role}"
    return page(request, "once.html", link=link(request, made.secret), token="", title=title, until=made.expires_at)


def link(request: Request, secret: str) -> str:
    """The address to hand on."""
    return f"{request.app.state.settings.site}/join/{secret}"


def wrong(request: Request, store: Opened, error: RegistryError) -> Response:
    """The list again, with what was wrong."""
    with store.reading() as session:
        return shown(request, session, error=str(error), status=409 if isinstance(error, Refused) else 422)


@router.post("/invitations/{link_id}/withdraw")
def withdraw(session: Writing, me: Administrator, link_id: Id) -> RedirectResponse:
    """Make a link useless."""
    invitations.withdraw(session, link_id, actor=me.name)
    return RedirectResponse("/people?done=withdrawn", 303)


@router.post("/{person_id}/role")
def give_role(
    request: Request, me: Administrator, store: Opened, person_id: Id, order: Annotated[Giving, Form()]
) -> Response:
    """Give somebody a role."""
    return changed(
        request, store, "role", lambda session: members.give_role(session, person_id, order.role, actor=me.name)
    )


@router.post("/{person_id}/disable")
def disable(request: Request, me: Administrator, store: Opened, person_id: Id) -> Response:
    """Shut somebody out."""
    return changed(request, store, "disabled", lambda session: members.disable(session, person_id, actor=me.name))


@router.post("/{person_id}/enable")
def enable(request: Request, me: Administrator, store: Opened, person_id: Id) -> Response:
    """Let somebody in again."""
    return changed(request, store, "enabled", lambda session: members.enable(session, person_id, actor=me.name))


def changed(request: Request, store: Opened, done: str, change: Callable[[Writing], object]) -> Response:
    """Change somebody's account; the last administrator stays."""
    try:
        with store.writing() as session:
            change(session)
    except Refused as error:
        return wrong(request, store, error)
    return RedirectResponse(f"/people?done={done}", 303)


@router.post("/{person_id}/reset")
def reset(request: Request, me: Administrator, store: Opened, person_id: Id) -> Response:
    """Make a link with which somebody chooses a new password, and show it once."""
    with store.writing() as session:
        made = invitations.reset(session, person_id, actor=me.name)
        name = members.found(session, person_id).name
    title = f"A new password for {name}"
    return page(request, "once.html", link=link(request, made.secret), token="", title=title, until=made.expires_at)
