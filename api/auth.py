"""Who asks, and whether they may: the one place where that is checked, for the API and the pages alike.

A route says what it needs by type: `Reader`, `Reviewer`, `Administrator`, `Member` or `Anybody` (`api.deps`). One that
says nothing is a reader's where it only looks, and a reviewer's where its method writes: the app depends on `admitted`.
A newcomer's mistake: looking at a role in a route.
"""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple
from urllib.parse import urlsplit

from fastapi import BackgroundTasks, Depends, Request
from fastapi.dependencies.models import Dependant

from registry.actions.people import Caller, known, setting_up
from registry.config import OPEN, Settings
from registry.errors import NotAllowed, NotSignedIn
from registry.model.people import Right
from registry.store import Store

SIGN_IN = "Sign in first; programs send a token: Authorization: Bearer TOKEN."
# What somebody without an account needs to get one, and what tells nothing of the registry.
PUBLIC = ("/sign-in", "/welcome", "/join/", "/healthz", "/readyz", "/problems", "/ratings")
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
PUBLIC_WHOLE = frozenset({"/reconcile/0.2/", "/reconcile/0.2"})


class Needs:
    """The dependency of whoever needs a right: answers with who asks."""

    def __init__(self, right: Right) -> None:
        self.right = right

    def __call__(self, request: Request, caller: Asking) -> Caller | None:
        """Let somebody pass, or say why not."""
        if caller is None:
            if self.right is Right.READ and may_read(request):
                return None
            raise NotSignedIn(reason(request))
        if not caller.may(self.right):
            raise refusal(caller, self.right)
        return caller


def asking(request: Request, tasks: BackgroundTasks) -> Caller | None:
    """Who asks; that they did is noted after the answer."""
    caller = recognised(request)
    if caller is not None and caller.worn:
        tasks.add_task(known.note_use, request.app.state.store, caller)
    return caller


Asking = Annotated[Caller | None, Depends(asking)]
reads, reviews, administers = Needs(Right.READ), Needs(Right.REVIEW), Needs(Right.ADMIN)


def anybody() -> None:
    """Nothing: the route lets people in, or tells nothing of the registry."""


def admitted(request: Request, caller: Asking) -> None:
    """What holds for every route, whatever it says itself."""
    said = bool(guards(request.scope["route"].dependant))
    own = reads if said or request.method in SAFE else reviews
    own(request, caller)


def signed_in(request: Request, caller: Asking) -> Caller:
    """Somebody in their own browser, whatever else they may do; a token does not look after the account it is of."""
    if caller is None:
        raise NotSignedIn(reason(request))
    if caller.token_id is not None:
        raise NotAllowed("A token does not manage the account it belongs to; sign in with a browser.")
    return caller


def named(request: Request, caller: Asking) -> Caller:
    """Somebody with an account, through a browser or a token, for what is their own: watches and webhooks."""
    if caller is None:
        raise NotSignedIn(reason(request))
    if not caller.may(Right.READ):
        raise refusal(caller, Right.READ)
    return caller


def writing_for_oneself(request: Request, caller: Asking) -> Caller:
    """Somebody with an account who may write; a token that only reads sends nothing out of the registry."""
    found = named(request, caller)
    if not found.may(Right.REVIEW):
        raise refusal(found, Right.REVIEW)
    return found


def recognised(request: Request) -> Caller | None:
    """Who asks, looked up once a request. Raises `NotSignedIn` for a token that is not good."""
    if "caller" not in request.scope:
        request.scope["caller"] = looked_up(request)
    caller: Caller | None = request.scope["caller"]
    return caller


def looked_up(request: Request) -> Caller | None:
    """Whoever a token stands for, else whoever the browser is signed in as."""
    store: Store = request.app.state.store
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        with store.reading() as session:
            return known.by_token(session, token.strip())
    secret = shown(request)
    if secret is None:
        return None
    with store.reading() as session:
        return known.by_session(session, secret)


def admit(request: Request, secret: str) -> None:
    """Know somebody from now on in this request: they have just signed in."""
    with request.app.state.store.reading() as session:
        request.scope["caller"] = known.by_session(session, secret)


def shown(request: Request) -> str | None:
    """The secret in the cookie; only where there are pages, which refuse what comes from other sites."""
    if not getattr(request.app.state, "cookies", False):
        return None
    return request.cookies.get(cookie(request.app.state.settings).name)


class Cookie(NamedTuple):
    """How the cookie of a session is called, and whether it goes over TLS only."""

    name: str
    secure: bool


def cookie(settings: Settings) -> Cookie:
    """The cookie of a registry; browsers do not tell ports apart, so without TLS its name does."""
    site = urlsplit(settings.site)
    secure = site.scheme == "https"
    return Cookie("__Host-claims" if secure else f"claims-{site.port or 80}", secure)


def may_read(request: Request) -> bool:
    """Whether somebody without an account may look at this."""
    path = request.url.path
    return request.app.state.settings.reading == OPEN or path.startswith(PUBLIC) or path in PUBLIC_WHOLE


def fresh(request: Request) -> bool:
    """Whether nobody has set the registry up; once somebody has, that stays so."""
    state = request.app.state
    if not getattr(state, "settled", False):
        with state.store.reading() as session:
            state.settled = not setting_up.needed(session)
    return not state.settled


def reason(request: Request) -> str:
    """What somebody without an account is told."""
    if fresh(request):
        site = request.app.state.settings.site
        return f"Nobody has set this registry up yet; open {site}/welcome, or the link that “claims serve” printed."
    return SIGN_IN


def refusal(caller: Caller, right: Right) -> NotAllowed:
    """What somebody is told who may not."""
    if caller.token_id is not None:
        return NotAllowed(f"This token may not {right.words}; use one with the scope “{right}”.", scope=right.value)
    return NotAllowed(f"{caller.name} is a {caller.role} and may not {right.words}; ask an administrator.")


GUARDS: frozenset[Any] = frozenset({reads, reviews, administers, signed_in, named, writing_for_oneself, anybody})


def guards(dependant: Dependant) -> set[Any]:
    """What a route says that it needs."""
    own = {dependant.call} & GUARDS
    return own.union(*(guards(each) for each in dependant.dependencies))


def visitor(request: Request) -> Caller | None:
    """Who asks, for a page that shows it and needs nothing."""
    try:
        return recognised(request)
    except NotSignedIn:
        return None
