"""What holds for every answer: who may write from where, and what a browser may do with a page.

A newcomer's mistake: a token in a form. Browsers say where a request comes from (`Sec-Fetch-Site`, `Origin`); a program
says neither and is not driven by somebody else's page.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.cors import OPEN

# Addresses under `OPEN` only look things up, whatever the method; pages of other sites may ask them.
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
FOREIGN = "This request came from another site's page and was not carried out. Open the registry and try again.\n"


def same_origin(headers: Headers) -> bool:
    """Whether a request comes from our own pages or from no page at all."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or place(origin) == headers.get("host")


def place(address: str) -> str | None:
    """The host and port of an address; None where it is none."""
    try:
        return urlsplit(address).netloc
    except ValueError:
        return None


class Edge:
    """Refuses writes that another site's page asks for, and sets headers on every answer that has none of its own."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        reads = scope["method"] in SAFE or scope["path"].startswith(OPEN)
        if not reads and not same_origin(Headers(scope=scope)):
            await PlainTextResponse(FOREIGN, 403, HEADERS)(scope, receive, send)
            return
        await self.app(scope, receive, _with_headers(send))


def _with_headers(send: Send) -> Send:
    async def passed_on(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return passed_on
