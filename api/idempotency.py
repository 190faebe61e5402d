"""Requests that are sent again under the same `Idempotency-Key` are answered again, and done once.

Two newcomer's mistakes. Keeping answers to what went wrong on our side: those may well go right the next time. And
sending an answer before it is kept: whoever asked again at once, or after a crash, would be told to wait. What writes
keeps its answer itself (`api.once`); here the others are kept: refusals.
"""

from __future__ import annotations

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import auth, background, once
from api.deps import key_of
from api.problems import Rejected, of_domain, of_http
from registry.actions import idempotency
from registry.actions.idempotency import Done, Wanted
from registry.actions.people import Caller
from registry.errors import NotSignedIn, RegistryError
from registry.store import Store

LONGEST_KEY = 255
MOST = 1_000_000
# Answers about the rights, the precondition or the pace of a request, none of which is in its fingerprint: with a good
# token, a fresh ETag or a minute later the same request may well be done.
NOT_LET_IN = frozenset((401, 403, 412, 428, 429))
# What only looks things up needs no key.
FREE = ("/v1/ask", "/v1/lint")


class Repeats:
    """The middleware."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.working: set[str] = set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request that was done before, or do it and keep its answer."""
        key = Headers(scope=scope).get("idempotency-key") if scope["type"] == "http" else None
        writes = key is not None and scope["method"] == "POST" and scope["path"].startswith("/v1/")
        if key is None or not writes or scope["path"].startswith(FREE):
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            await self._once(request, key, send)
        except Rejected as refusal:
            await of_http(request, refusal)(scope, receive, send)
        except RegistryError as error:
            await of_domain(request, error)(scope, receive, send)

    async def _once(self, request: Request, key: str, send: Send) -> None:
        """Do a request, unless it was done."""
        if not 0 < len(key) <= LONGEST_KEY:
            raise Rejected("bad-request", f"Idempotency-Key has {len(key)} characters; send 1 to {LONGEST_KEY}.")
        body = await request.body()
        store: Store = request.app.state.store
        caller = await run_in_threadpool(self._caller, request)
        if caller is None:
            await self.app(request.scope, again(body), send)
            return
        wanted = Wanted.of(caller.id, key, f"{request.method} {request.url.path}", body)
        sealing = partial(key_of, request.app.state.settings)
        done = await run_in_threadpool(idempotency.begun, store, wanted, sealing, self.working)
        if done is not None:
            await replayed(done)(request.scope, request.receive, send)
            return
        request.scope[once.WANTED] = wanted
        if not background.is_wanted(request, caller):
            await self._done(request, body, Heard(send))
            return
        background.start(request.app, self._done(request, body, Heard(background.unheard)))
        await background.accepted(key)(request.scope, request.receive, send)

    async def _done(self, request: Request, body: bytes, heard: Heard) -> None:
        """Do a request, keep its answer and send it."""
        wanted: Wanted = request.scope[once.WANTED]
        store: Store = request.app.state.store
        sealing = partial(key_of, request.app.state.settings)
        self.working.add(wanted.key)
        try:
            await self.app(request.scope, again(body), heard)
        finally:
            self.working.discard(wanted.key)
            if heard.lasting is None or heard.lasting != request.scope.get(once.KEPT):
                await run_in_threadpool(idempotency.ended, store, wanted, heard.lasting, sealing)
        await heard.pass_on()

    def _caller(self, request: Request) -> Caller | None:
        """Who asks; a stranger's request goes on to be refused."""
        try:
            return auth.looked_up(request)
        except NotSignedIn:
            return None


class Heard:
    """An answer that is held back until it is kept, as far as it is to be; one that is too long goes on as it comes."""

    def __init__(self, send: Send) -> None:
        self.send, self.status, self.whole = send, 0, False
        self.headers: list[tuple[str, str]] = []
        self.body = b""
        self.held: list[Message] = []

    async def __call__(self, message: Message) -> None:
        """Remember a message."""
        self.held.append(message)
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = list(once.lasting(message["headers"]))
            return
        if len(self.body) <= MOST:
            self.body += message.get("body", b"")
        self.whole = not message.get("more_body", False) and len(self.body) <= MOST
        if len(self.body) > MOST:
            await self.pass_on()

    async def pass_on(self) -> None:
        """Send what was held back."""
        held, self.held = self.held, []
        for message in held:
            await self.send(message)

    @property
    def lasting(self) -> Done | None:
        """The answer that the same request is given again; none to what ended in our own error, or was not let in."""
        if not self.whole or not 0 < self.status < 500 or self.status in NOT_LET_IN:
            return None
        return Done(self.status, self.headers, self.body.decode("utf-8", "replace"))


def again(body: bytes) -> Receive:
    """The body, for whoever reads it next."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def replayed(done: Done) -> Response:
    """An answer that was given before."""
    headers = {**dict(done.headers), "Idempotency-Replayed": "true"}
    return Response(done.body, done.status, headers)
