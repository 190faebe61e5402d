"""People for programs: who one is, and for administrators who is here, roles, invitations. Tokens are made on a page.

A newcomer's mistake: a password over the API. Nobody chooses one for somebody else; a one-time link is made instead.
"""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from api.deps import Administrator, Configured, Id, Owner, Reading, Writing
from api.once import Answering
from api.people import InvitationIn, InvitationOut, InvitationsOut, LinkOut, MemberIn, MemberOut, MembersOut, MeOut
from api.replies import reply
from registry.actions.people import invitations, members
from registry.actions.people.views import Made
from registry.config import Settings
from registry.model.people import Right

router = APIRouter(prefix="/v1", tags=["people"], route_class=Answering)


@router.get("/me", response_model=MeOut)
def read_me(request: Request, caller: Owner) -> Response:
    """Who you are to the registry, and what you may do with the token or the session that you showed."""
    rights = [right for right in Right if caller.may(right)]
    return reply(request, MeOut(name=caller.name, role=caller.role, rights=rights))


@router.get("/people", response_model=MembersOut)
def list_people(request: Request, session: Reading, _: Administrator) -> Response:
    """Everybody with an account, by name."""
    return reply(request, MembersOut(items=[MemberOut.model_validate(each) for each in members.members(session)]))


@router.patch("/people/{person_id}", response_model=MemberOut)
def change_person(session: Writing, caller: Administrator, person_id: Id, order: MemberIn) -> MemberOut:
    """Give somebody a role, shut them out or let them in again; their sessions end, the last administrator stays."""
    if order.role is not None:
        return MemberOut.model_validate(members.give_role(session, person_id, order.role, actor=caller.name))
    change = members.disable if order.disabled else members.enable
    return MemberOut.model_validate(change(session, person_id, actor=caller.name))


@router.post("/people/{person_id}/reset", response_model=LinkOut, status_code=201)
def reset_password(
    response: Response, session: Writing, settings: Configured, caller: Administrator, person_id: Id
) -> LinkOut:
    """Make a link with which somebody chooses a new password; an earlier one is withdrawn."""
    return linked(response, settings, invitations.reset(session, person_id, actor=caller.name))


@router.get("/invitations", response_model=InvitationsOut)
def list_invitations(request: Request, session: Reading, _: Administrator) -> Response:
    """The one-time links that wait to be used, without their addresses."""
    waiting = [InvitationOut.model_validate(each) for each in invitations.links(session)]
    return reply(request, InvitationsOut(items=waiting))


@router.post("/invitations", response_model=LinkOut, status_code=201)
def invite_person(
    response: Response, session: Writing, settings: Configured, caller: Administrator, order: InvitationIn
) -> LinkOut:
    """Make a link with which somebody joins in a role; it works once, for seven days."""
    return linked(response, settings, invitations.invite(session, order.role, actor=caller.name, note=order.note))


@router.delete("/invitations/{link_id}", status_code=204, response_class=Response)
def withdraw_invitation(session: Writing, caller: Administrator, link_id: Id) -> Response:
    """Make a link useless."""
    invitations.withdraw(session, link_id, actor=caller.name)
    return Response(status_code=204)


def linked(response: Response, settings: Settings, made: Made) -> LinkOut:
    """A link as it is shown, once."""
    response.headers["Cache-Control"] = "no-store"
    return LinkOut(id=made.id, url=f"{settings.site}/join/{made.secret}", expires_at=made.expires_at)
