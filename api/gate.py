"""What every request passes first: it gets an id, and is turned away where its address or its body is too large.

Two newcomer's mistakes. Trusting Content-Length: the bytes are counted as they come. And letting anybody send a
document's worth of bytes: eight million empty lists are parsed into a gigabyte before a route asks who sent them.
"""

from __future__ import annotations

from uuid import uuid4

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import auth
from api.hosts import misdirected
from api.problems import Rejected, of_http
from registry.model.people import Right

MAX_LINE = 60_000
# What a body may have that is no document of somebody who may add one; a draft of 500,000 characters fits.
SMALL = 4_000_000
DOCUMENTS = ("/v1/documents", "/add/")
ROOT, ENDING = "/v1/", ".json"


class Gate:
    """The middleware."""

    def __init__(self, app: ASGIApp, *, max_body: int, site: str) -> None:
        self.app, self.max_body, self.site = app, max_body, site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer for it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        scope["request_id"] = str(uuid4())
        send = marked(send, scope["request_id"], bare=scope["method"] == "HEAD")
        refusal = self.too_long(scope) or empty_character(scope) or misdirected(scope, self.site)
        refusal = refusal or given_twice(scope) or await self.announced(scope)
        if refusal:
            await of_http(Request(scope, receive), refusal)(scope, receive, send)
            return
        await self.app(without_ending(with_get(scope)), self.counted(scope, receive), send)

    def too_long(self, scope: Scope) -> Rejected | None:
        """The refusal of a request line that is too long."""
        size = len(scope.get("raw_path") or scope["path"].encode()) + len(scope.get("query_string", b""))
        if size <= MAX_LINE:
            return None
        return Rejected("address-too-long", f"The address has {size:,} bytes; send at most {MAX_LINE:,}.")

    async def announced(self, scope: Scope) -> Rejected | None:
        """The refusal of a body that says of itself that it is too large."""
        length = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
        return await self.refusal(scope, int(length)) if length.isdigit() else None

    async def refusal(self, scope: Scope, size: int) -> Rejected | None:
        """What a body of so many bytes is told, where that is too large; who asks is looked up for large ones only."""
        if size <= min(SMALL, self.max_body):
            return None
        document = scope["path"].startswith(DOCUMENTS)
        if size > self.max_body or not document:
            limit = self.max_body if document else min(SMALL, self.max_body)
            return Rejected("too-large", f"The body has more than {limit:,} bytes; send less at a time.")
        if await run_in_threadpool(adds, Request(scope)):
            return None
        return Rejected("too-large", f"More than {SMALL:,} bytes are taken from people who may add documents; sign in.")

    def counted(self, scope: Scope, receive: Receive) -> Receive:
        """The body, which ends in a refusal where it grows too large."""
        size, checked = 0, False

        async def counting() -> Message:
            nonlocal size, checked
            message = await receive()
            size += len(message.get("body", b""))
            if size > (self.max_body if checked else min(SMALL, self.max_body)):
                if refusal := await self.refusal(scope, size):
                    raise refusal
                checked = True
            return message

        return counting


def adds(request: Request) -> bool:
    """Whether somebody asks who may add documents."""
    caller = auth.visitor(request)
    return caller is not None and caller.may(Right.REVIEW)


def empty_character(scope: Scope) -> Rejected | None:
    """The refusal of an address with the character U+0000, which no text that is kept can hold."""
    if b"%00" not in scope.get("query_string", b"") and "\0" not in scope["path"]:
        return None
    return Rejected("bad-request", "The address holds the character U+0000 (%00); leave it out.")


def given_twice(scope: Scope) -> Rejected | None:
    """The refusal of a parameter that a program gives twice, of which all but the last would be ignored."""
    if not scope["path"].startswith(ROOT) or scope.get("query_string", b"").count(b"=") < 2:
        return None
    names = [name for name, _value in QueryParams(scope["query_string"]).multi_items()]
    twice = next((name for number, name in enumerate(names) if name in names[:number]), None)
    if twice is None:
        return None
    return Rejected("invalid", f"query/{twice[:200]}: it is given more than once; give it once.")


def with_get(scope: Scope) -> Scope:
    """The request with HEAD as GET, which no route then needs to know about."""
    return {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope


def without_ending(scope: Scope) -> Scope:
    """The request without the ending that names what everything under `/v1/` is anyway, beside `.csv` and `.ndjson`."""
    path = scope["path"]
    return {**scope, "path": path.removesuffix(ENDING)} if path.startswith(ROOT) and path.endswith(ENDING) else scope


def marked(send: Send, request_id: str, *, bare: bool) -> Send:
    """Responses that carry the request's id; without a body where only the head was asked for."""

    async def marking(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], (b"x-request-id", request_id.encode())]
        elif bare:
            message["body"] = b""
        await send(message)

    return marking
