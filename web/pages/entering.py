"""Signing in and out, the first visit, and one-time links.

A newcomer's mistake: a different answer for a name that nobody has. Every refusal reads the same and takes as long.
"""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Path, Request
from fastapi.responses import RedirectResponse, Response

from api import auth
from api.deps import Anybody, Opened
from registry.actions.people import invitations, sessions, setting_up
from registry.errors import Duplicate, InvalidValue, NotAllowed, NotSignedIn, RegistryError, TooManyAttempts
from web import entry, rendering
from web.entry import Entrance, Way

router = APIRouter()

AWAY = (
    "Nobody has set this registry up yet. Do it on the machine that it runs on, at its loopback address, or open the "
    "link that “claims serve” printed when it started."
)
Secret = Annotated[str, Path(max_length=200, pattern=r"^[A-Za-z0-9_-]+$")]


def page(request: Request, template: str, *, status: int = 200, **context: Any) -> Response:
    """A page that no browser and no proxy keeps."""
    made = rendering.page(request, template, status=status, **context)
    made.headers["Cache-Control"] = "no-store"
    return made


def again(request: Request, template: str, error: RegistryError, **context: Any) -> Response:
    """The form once more, with what was wrong."""
    status = {NotSignedIn: 401, TooManyAttempts: 429, Duplicate: 409}.get(type(error), 422)
    made = page(request, template, status=status, error=str(error), **context)
    if isinstance(error, TooManyAttempts):
        made.headers["Retry-After"] = str(error.seconds)
    return made


@router.get("/sign-in")
def see_sign_in(request: Request, _: Anybody, next: str = "/") -> Response:
    """The way in."""
    if auth.fresh(request):
        return RedirectResponse("/welcome" + rendering.query(next=entry.local(next)), 303)
    if auth.visitor(request):
        return RedirectResponse(entry.local(next), 303)
    return page(request, "sign_in.html", way=Way(next=entry.local(next)), error="", given="")


@router.post("/sign-in")
def sign_in(request: Request, _: Anybody, store: Opened, given: Annotated[Entrance, Form()]) -> Response:
    """Let somebody in who knows the password."""
    try:
        made = sessions.sign_in(store, given.name, given.password, entry.browser(request))
    except (NotSignedIn, TooManyAttempts) as error:
        return again(request, "sign_in.html", error, way=given, given=given.name)
    return entry.let_in(request, made, given)


@router.post("/sign-out")
def sign_out(request: Request, _: Anybody, store: Opened) -> Response:
    """End the session of this browser."""
    with store.writing() as session:
        sessions.leave(session, auth.shown(request))
    return entry.without_cookie(RedirectResponse("/", 303), request.app.state.settings)


@router.get("/welcome")
def see_welcome(request: Request, _: Anybody, next: str = "/") -> Response:
    """The first visit: whoever comes chooses a name and a password, and looks after the registry from then on."""
    if not auth.fresh(request):
        return RedirectResponse("/sign-in" + rendering.query(next=entry.local(next)), 303)
    return page(
        request, "welcome.html", way=Way(next=entry.local(next)), home=entry.at_home(request), error="", given=""
    )


@router.post("/welcome")
def set_up(request: Request, _: Anybody, store: Opened, given: Annotated[Entrance, Form()]) -> Response:
    """Make the first visitor administrator."""
    if not entry.at_home(request):
        raise NotAllowed(AWAY)
    try:
        made = setting_up.set_up(store, given.name, given.password, entry.browser(request))
    except InvalidValue as error:
        return again(request, "welcome.html", error, way=given, given=given.name, home=True)
    return entry.let_in(request, made, given)


@router.get("/join/{secret}")
def see_link(request: Request, _: Anybody, store: Opened, secret: Secret) -> Response:
    """What a one-time link offers; looking does not use it up."""
    with store.reading() as session:
        offer = invitations.opened(session, secret)
    return page(request, "join.html", offer=offer, secret=secret, error="", given="")


@router.post("/join/{secret}")
def accept(request: Request, _: Anybody, store: Opened, secret: Secret, given: Annotated[Entrance, Form()]) -> Response:
    """Join, or choose a new password."""
    try:
        made = invitations.accept(
            store, secret, name=given.name, password=given.password, browser=entry.browser(request)
        )
    except (InvalidValue, Duplicate) as error:
        with store.reading() as session:
            offer = invitations.opened(session, secret)
        return again(request, "join.html", error, offer=offer, secret=secret, given=given.name)
    return entry.let_in(request, made, Way())
