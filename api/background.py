"""Long work that its caller does not wait for: `Prefer: respond-async` (RFC 7240) with an `Idempotency-Key`.

The key is the name of the work: it is looked up under `/v1/requests/`, by whichever process is asked. A newcomer's
mistake: a task that nobody holds; it is swept away half done.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from urllib.parse import quote

import orjson
from fastapi import FastAPI
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message

from registry.actions.people import Caller
from registry.model.people import Right

LONG = ("/v1/documents", "/v1/documents/file")
WAIT = "2"


def is_wanted(request: Request, caller: Caller) -> bool:
    """Whether somebody who may do it asks for long work and does not wait for it."""
    prefers = {one.strip().lower() for one in request.headers.get("prefer", "").split(",")}
    return request.url.path in LONG and "respond-async" in prefers and caller.may(Right.REVIEW)


def start(app: FastAPI, work: Coroutine[None, None, None]) -> None:
    """Let work go on by itself."""
    held: set[asyncio.Task[None]] = app.state.__dict__.setdefault("background", set())
    task = asyncio.get_running_loop().create_task(work)
    held.add(task)
    task.add_done_callback(held.discard)


def accepted(key: str) -> Response:
    """The answer to whoever does not wait: where to look."""
    place = f"/v1/requests/{quote(key, safe='')}"
    headers = {
        "Location": place,
        "Retry-After": WAIT,
        "Preference-Applied": "respond-async",
        "Cache-Control": "no-store",
    }
    body = orjson.dumps({"state": "working", "request": place})
    return Response(body, 202, headers, media_type="application/json")


async def unheard(_message: Message) -> None:
    """Nobody listens to the answer; it is kept under its key."""
