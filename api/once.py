"""The answer to a request under an `Idempotency-Key`, kept in the transaction of its work: both are there, or neither.

A newcomer's mistake: keeping it after the commit. A process that is killed in between has done what it never heard that
it did, and does it again when it is asked again.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterable
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute

from registry.actions import idempotency
from registry.actions.idempotency import Done, Wanted
from registry.config import Settings
from registry.store import WriteSession
from registry.store.keyfile import sealing_key

# Where a request holds what it is wanted under, what its route answered, and what of that was kept.
WANTED, ANSWER, KEPT = "wanted", "answer", "kept"
HEADERS = frozenset((b"content-type", b"location", b"etag", b"link", b"cache-control"))


class Answering(APIRoute):
    """A route whose answer is known before its sessions commit. Those that write under `/v1/` are of this class."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, which leaves its answer with the request."""
        answered = super().get_route_handler()

        async def leaving(request: Request) -> Response:
            """Answer, and say so."""
            answer = await answered(request)
            request.scope[ANSWER] = answer
            return answer

        return leaving


def keep(request: Request, session: WriteSession) -> None:
    """Keep the answer with the work, where a request came under a key. Raises `Refused` where it lost its key."""
    wanted: Wanted | None = request.scope.get(WANTED)
    answer: Response | None = request.scope.get(ANSWER)
    if wanted is None or answer is None:
        return
    done = Done(answer.status_code, list(lasting(answer.raw_headers)), bytes(answer.body).decode("utf-8", "replace"))
    settings: Settings = request.app.state.settings
    idempotency.settled(session, wanted, done, lambda: sealing_key(settings.secret, settings.sqlite_file))
    request.scope[KEPT] = done


def lasting(headers: Iterable[tuple[bytes, bytes]]) -> Iterable[tuple[str, str]]:
    """The headers that belong to an answer whenever it is given."""
    return ((name.decode(), value.decode("latin-1")) for name, value in headers if name.lower() in HEADERS)
