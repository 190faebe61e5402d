"""One's own account: password, browsers that are signed in, tokens of programs.

A newcomer's mistake: an id of somebody else's in a form. Every action here takes the person from the session.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field

from api.deps import Id, Member, Opened, Reading, Writing
from registry.actions.people import Caller, members, sessions, tokens
from registry.errors import InvalidValue, NotAllowed, NotSignedIn, RegistryError, TooManyAttempts
from registry.model.people import Right
from web import agents, entry
from web.frame import waiting
from web.pages.entering import page
from web.shown import Toast

router = APIRouter()

TERMS = (30, 90, 180, 365)
SCOPES = tuple(Right)
DONE = {
    "password": "Your password is changed, and every other browser is signed out.",
    "ended": "That browser is signed out.",
    "elsewhere": "Every other browser is signed out.",
    "revoked": "The token is revoked; nothing can use it any more.",
}


class Passwords(BaseModel):
    """The form of a new password."""

    old: str = Field("", max_length=2_000)
    new: str = Field("", max_length=2_000)


class Order(BaseModel):
    """The form of a new token."""

    name: str = Field("", max_length=200)
    scope: list[Right] = Field(default=[], max_length=3)
    days: int = Field(90, ge=1, le=366)


@router.get("/account")
def account(request: Request, session: Reading, me: Member, done: str = "") -> Response:
    """Who one is here, and what lets one in."""
    return shown(request, session, me, toast=Toast(DONE[done]) if done in DONE else None)


def shown(request: Request, session: Reading, me: Caller, **context: Any) -> Response:
    """The page of an account."""
    known: dict[str, Any] = {"error": "", "toast": None, "status": 200, "waiting": waiting(session), **context}
    devices = [(agents.told(each.agent), each) for each in sessions.devices(session, me.id)]
    scopes = [right for right in SCOPES if me.may(right)]
    programs = tokens.programs(session, me.id)
    return page(request, "account.html", devices=devices, programs=programs, scopes=scopes, terms=TERMS, **known)


@router.post("/account/password")
def change_password(request: Request, me: Member, store: Opened, given: Annotated[Passwords, Form()]) -> Response:
    """Choose another password: the present one is asked for, and everything open under it ends."""
    browser = entry.browser(request)
    try:
        row = sessions.prove(store, me.name, given.old, browser.address)
        members.choose_password(store, row, given.new)
    except (NotSignedIn, TooManyAttempts, InvalidValue) as error:
        return wrong(request, store, me, error)
    with store.writing() as session:
        made = sessions.enter(session, me.id, browser)
    return entry.with_cookie(RedirectResponse("/account?done=password", 303), made, request.app.state.settings)


def wrong(request: Request, store: Opened, me: Caller, error: RegistryError) -> Response:
    """The page again, with what was wrong."""
    told = "That is not your present password." if isinstance(error, NotSignedIn) else str(error)
    status = 429 if isinstance(error, TooManyAttempts) else 422
    with store.reading() as session:
        return shown(request, session, me, error=told, status=status)


@router.post("/account/sessions/{session_id}/end")
def end_session(request: Request, session: Writing, me: Member, session_id: Id) -> Response:
    """Sign one browser out."""
    sessions.end(session, me.id, me.name, session_id)
    if session_id == me.session_id:
        return entry.without_cookie(RedirectResponse("/", 303), request.app.state.settings)
    return RedirectResponse("/account?done=ended", 303)


@router.post("/account/sessions/end")
def end_sessions(
    request: Request, session: Writing, me: Member, *, everywhere: Annotated[bool, Form()] = False
) -> Response:
    """Sign out everywhere else, or everywhere."""
    sessions.end_all(session, me.id, me.name, but=None if everywhere else me.session_id)
    if everywhere:
        return entry.without_cookie(RedirectResponse("/", 303), request.app.state.settings)
    return RedirectResponse("/account?done=elsewhere", 303)


@router.post("/account/tokens")
def make_token(request: Request, me: Member, store: Opened, order: Annotated[Order, Form()]) -> Response:
    """Make a token and show it once."""
    try:
        with store.writing() as session:
            made = tokens.mint(session, me, order.name, order.scope, order.days)
    except (InvalidValue, NotAllowed) as error:
        return wrong(request, store, me, error)
    return page(request, "once.html", token=made.secret, link="", title="Your new token", until=made.expires_at)


@router.post("/account/tokens/{token_id}/revoke")
def revoke_token(session: Writing, me: Member, token_id: Id) -> RedirectResponse:
    """Make a token useless."""
    tokens.revoke(session, me.id, me.name, token_id)
    return RedirectResponse("/account?done=revoked", 303)
