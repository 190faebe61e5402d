"""What became of a request under an `Idempotency-Key`: for those who did not wait, or lost their connection."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import orjson
from fastapi import APIRouter, Path, Request, Response

from api.background import WAIT
from api.deps import Configured, Opened, Owner, key_of
from api.replies import reply
from api.schemas import RequestOut
from registry.actions import idempotency

router = APIRouter(prefix="/v1", tags=["house"])

Key = Annotated[str, Path(min_length=1, max_length=255, description="The Idempotency-Key of the request.")]


@router.get("/requests/{key:path}", response_model=RequestOut)
def read_request(request: Request, store: Opened, settings: Configured, caller: Owner, key: Key) -> Response:
    """How a request of one's own stands that was sent under a key within 24 hours: working, done or lost."""
    found = idempotency.progress(store, caller.id, key, partial(key_of, settings), since=request.app.state.started)
    told = RequestOut(state=found.state, since=found.since)
    if found.done is None:
        return reply(request, told, headers={"Retry-After": WAIT})
    headers = dict(found.done.headers)
    told.status, told.location = found.done.status, headers.get("location")
    if found.done.body and "json" in headers.get("content-type", ""):
        told.answer = orjson.loads(found.done.body)
    return reply(request, told)
