"""Ways in: where to go after signing in, what somebody was about to send, and the cookie.

A newcomer's mistake: trusting `next`. It comes from an address that anybody may have written; only a path of our own
pages is followed.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Sequence
from typing import Annotated
from urllib.parse import urlencode, urlsplit

import orjson
from fastapi import Request
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field, StringConstraints
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, Headers

from api import auth, problems
from registry.actions.people.sessions import ABSOLUTE, Browser
from registry.actions.people.views import Made
from registry.config import Settings
from registry.errors import NotSignedIn
from registry.model.finding import Verdict
from web import rendering
from web.edge import place
from web.meanings import told
from web.orders import OFFERED

# What people write themselves, of all that a form carries.
TYPED = ("reason", "value", "source", "should", "text", "title", "publisher", "published", "url", "addresses", "note")
MOST_KEPT = 200_000
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
FORM = "application/x-www-form-urlencoded"
Line = Annotated[str, StringConstraints(max_length=2_000)]
Field_ = tuple[str, str]


class Way(BaseModel):
    """Where somebody was going: a page to see, or a form that they were about to send."""

    next: Line = ""
    then: Line = ""
    lost: bool = False
    kept: Annotated[str, Field(max_length=4 * MOST_KEPT)] = ""

    def fields(self) -> list[Field_]:
        """The form that they were about to send, field by field."""
        try:
            told = orjson.loads(self.kept or "[]")
        except orjson.JSONDecodeError:
            return []
        pairs = told if isinstance(told, list) else []
        return [(str(pair[0]), str(pair[1])) for pair in pairs if isinstance(pair, list) and len(pair) == 2]


class Entrance(Way):
    """The form of a way in; a password is as long as one likes, within reason."""

    name: Line = ""
    password: Line = ""


def local(place: str) -> str:
    """A place of our own pages, or the first page for anything else.

    >>> [local(place) for place in ("/queue?kind=x", "//evil.example", "/\\\\evil.example", "https://evil.example")]
    ['/queue?kind=x', '/', '/', '/']
    """
    odd = "\\" in place or any(ord(char) <= 0x20 or ord(char) == 0x7F for char in place)
    if odd or not place.startswith("/") or place.startswith(("//", "/sign-", "/welcome", "/join/")):
        return "/"
    try:
        parts = urlsplit(place)
    except ValueError:
        return "/"
    return "/" if parts.scheme or parts.netloc else place


def browser(request: Request) -> Browser:
    """What the browser says of itself."""
    address = request.client.host if request.client else ""
    return Browser(request.headers.get("user-agent", ""), address, auth.shown(request))


def let_in(request: Request, made: Made, way: Way) -> Response:
    """The cookie of a new session, and the way on: to a page, or to the form that was about to be sent."""
    request.app.state.settled = True
    if way.then:
        auth.admit(request, made.secret)
        fields = way.fields()
        typed = [*verdicts(fields), *((name, value) for name, value in fields if name in TYPED and value.strip())]
        answer: Response = rendering.page(
            request, "resume.html", then=local(way.then), fields=fields, typed=typed, back=local(way.next)
        )
        answer.headers["Cache-Control"] = "no-store"
    else:
        answer = RedirectResponse(local(way.next), 303)
    return with_cookie(answer, made, request.app.state.settings)


def verdicts(fields: Sequence[Field_]) -> list[Field_]:
    """The verdict among what was about to be sent, in words; whoever comes back has to know what they said.

    >>> verdicts([("verdict", "side:2"), ("reason", "Newer.")]), verdicts([("ready", "time:The value changed.")])
    ([('verdict', 'value 2 is right')], [('verdict', 'all are right, the time differs: The value changed.')])
    """
    said = []
    for name, value in fields:
        word, _, rest = value.partition(":")
        if name in ("verdict", "ready") and word in OFFERED:
            side = f"value {rest}" if rest else None
            reason = f": {rest}" if rest and word != Verdict.SIDE else ""
            said.append(("verdict", told(Verdict(word), side) + reason))
    return said


def with_cookie(answer: Response, made: Made, settings: Settings) -> Response:
    """An answer that lets the browser keep a session: no script reads it, no other site's page sends it along."""
    name, secure = auth.cookie(settings)
    age = int(ABSOLUTE.total_seconds())
    answer.set_cookie(name, made.secret, max_age=age, path="/", secure=secure, httponly=True, samesite="lax")
    return answer


def without_cookie(answer: Response, settings: Settings) -> Response:
    """An answer after which the browser keeps no session."""
    name, secure = auth.cookie(settings)
    answer.delete_cookie(name, path="/", secure=secure, httponly=True, samesite="lax")
    return answer


def at_home(request: Request) -> bool:
    """Whether somebody sits at the machine itself: nothing between them and the registry, every name a loopback one."""
    named = [f"//{request.headers.get('host', '')}", request.app.state.settings.site]
    named += [request.headers["origin"]] if "origin" in request.headers else []
    hosts = [request.client.host if request.client else "", *map(host, named)]
    return all(map(loopback, hosts)) and not any(name in request.headers for name in FORWARDED)


def host(address: str) -> str:
    """The host of an address, without its port; empty where there is none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def loopback(host: str) -> bool:
    """Whether a host is this machine."""
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


async def refused(request: Request, error: Exception) -> Response:
    """What somebody meets who must sign in first: a program a problem, a person the way in, with what they typed."""
    assert isinstance(error, NotSignedIn)
    if problems.by_program(request):
        return problems.of_domain(request, error)
    way = Way(next=came_from(request)) if request.method == "GET" else await kept(request)
    return await run_in_threadpool(shown_in, request, error, way)


def shown_in(request: Request, error: NotSignedIn, way: Way) -> Response:
    """The way in: another page for whoever only looked, a form that carries on what was sent for the others.

    Never another page for a form: a script that sends one would take it for success.
    """
    page = "/welcome" if auth.fresh(request) else "/sign-in"
    if request.method == "GET":
        return RedirectResponse(f"{page}?{urlencode({'next': way.next})}", 303)
    template = "welcome.html" if auth.fresh(request) else "sign_in.html"
    answer = rendering.page(request, template, status=401, way=way, home=at_home(request), error="", given="")
    answer.headers.update({**problems.asked_for(error), "Cache-Control": "no-store"})
    return answer


def came_from(request: Request) -> str:
    """The page that somebody wanted, or the one from which they sent something."""
    if request.method == "GET":
        return local(request.url.path + (f"?{request.url.query}" if request.url.query else ""))
    told = request.headers.get("referer", "")
    if place(told) != request.headers.get("host"):
        return "/"
    parts = urlsplit(told)
    return local(parts.path + (f"?{parts.query}" if parts.query else ""))


async def kept(request: Request) -> Way:
    """What somebody was about to send; files and very long texts cannot be carried on."""
    back = came_from(request)
    if not sends_fields(request.headers):
        return Way(next=back, lost=True)
    form: FormData = await request.form()
    fields: Iterable[Field_] = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
    told = orjson.dumps(list(fields)).decode()
    if len(told) > MOST_KEPT:
        return Way(next=back, lost=True)
    return Way(next=back, then=request.url.path, kept=told)


def sends_fields(headers: Headers) -> bool:
    """Whether a form of words was sent, or a bare button pressed."""
    return headers.get("content-type", FORM).partition(";")[0].strip().lower() == FORM
