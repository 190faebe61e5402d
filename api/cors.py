"""Leave for pages of other sites to read what is meant for them (CORS): every answer under some addresses.

A newcomer's mistake: leaving out the refusals. A page that may not read a problem shows its user a riddle.
"""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OPEN = ("/reconcile/",)
LEAVE = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Link, X-Request-ID",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
ASKED = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Content-Type, Accept, Accept-Language, Authorization, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


class Cross:
    """The middleware."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the leave to answers, and answer the question for it."""
        if scope["type"] != "http" or not scope["path"].startswith(OPEN):
            await self.app(scope, receive, send)
        elif scope["method"] == "OPTIONS":
            await Response(status_code=204, headers={**LEAVE, **ASKED})(scope, receive, send)
        else:
            await self.app(scope, receive, allowing(send))


def allowing(send: Send) -> Send:
    """Answers that other sites' pages may read."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(LEAVE)
        await send(message)

    return sending
