"""What every request passes first: it gets an id, and is turned away where its address or its body is too large.

A newcomer's mistake: trusting Content-Length. The bytes are counted as they come.
"""

from __future__ import annotations

from uuid import uuid4

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.problems import Rejected, of_http

MAX_LINE = 60_000
ROOT, ENDING = "/v1/", ".json"


class Gate:
    """The middleware."""

    def __init__(self, app: ASGIApp, *, max_body: int) -> None:
        self.app, self.max_body = app, max_body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer for it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        scope["request_id"] = str(uuid4())
        send = marked(send, scope["request_id"], bare=scope["method"] == "HEAD")
        refusal = self.too_long(scope) or empty_character(scope) or self.announced(scope)
        if refusal:
            await of_http(Request(scope, receive), refusal)(scope, receive, send)
            return
        await self.app(named(got(scope)), self.counted(receive), send)

    def too_long(self, scope: Scope) -> Rejected | None:
        """The refusal of a request line that is too long."""
        size = len(scope.get("raw_path") or scope["path"].encode()) + len(scope.get("query_string", b""))
        if size <= MAX_LINE:
            return None
        return Rejected("address-too-long", f"The address has {size:,} bytes; send at most {MAX_LINE:,}.")

    def announced(self, scope: Scope) -> Rejected | None:
        """The refusal of a body that says of itself that it is too large."""
        length = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
        return self.refusal() if length.isdigit() and int(length) > self.max_body else None

    def refusal(self) -> Rejected:
        """What a body that is too large is told."""
        return Rejected("too-large", f"The body has more than {self.max_body:,} bytes; send a smaller document.")

    def counted(self, receive: Receive) -> Receive:
        """The body, which ends in a refusal where it grows too large."""
        size = 0

        async def counting() -> Message:
            nonlocal size
            message = await receive()
            size += len(message.get("body", b""))
            if size > self.max_body:
                raise self.refusal()
            return message

        return counting


def empty_character(scope: Scope) -> Rejected | None:
    """The refusal of an address with the character U+0000, which no text that is kept can hold."""
    if b"%00" not in scope.get("query_string", b"") and "\0" not in scope["path"]:
        return None
    return Rejected("bad-request", "The address holds the character U+0000 (%00); leave it out.")


def got(scope: Scope) -> Scope:
    """The request with HEAD as GET, which no route then needs to know about."""
    return {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope


def named(scope: Scope) -> Scope:
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
