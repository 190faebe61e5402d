"""Search, and what the registry says to a sentence or a question."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.deps import BY_READERS, Configured, Reading
from api.orders import QuestionsIn
from api.replies import reply
from api.schemas import AskedOut, BatchOut, FoundOut
from registry.actions import ask, lookup

router = APIRouter(prefix="/v1", tags=["questions"])


@router.get("/search", response_model=FoundOut)
def search(
    request: Request,
    session: Reading,
    q: Annotated[str, Query(min_length=1, description="Words to find.", examples=["lighthouse"])],
    limit: Annotated[int, Query(ge=1, le=200, description="How many of each at most.", examples=[20])] = 20,
) -> Response:
    """Claims, facts and documents that hold these words."""
    return reply(request, FoundOut.model_validate(lookup.search(session, q, limit=limit)))


AsOf = Annotated[date | None, Query(description="A day in the world: what held then?", examples=["2024-05-31"])]
KnownAt = Annotated[
    datetime | None, Query(description="A moment that has passed: what did the registry hold then? Permalinks use it.")
]


@router.get("/ask", response_model=AskedOut)
def ask_registry(
    request: Request,
    session: Reading,
    settings: Configured,
    q: Annotated[
        str,
        Query(min_length=1, description="A statement or a question.", examples=["The lighthouse is 61 metres high."]),
    ],
    *,
    as_of: AsOf = None,
    known_at: KnownAt = None,
) -> Response:
    """What the registry says to a statement or a question: supported, contradicted, outdated, disputed or not found."""
    claims = ask.read(q, model=settings.model)
    told = ask.ask(session, q, claims, as_of=as_of, known_at=known_at)
    return reply(request, AskedOut.of(told, settings.site))


@router.post("/ask", response_model=BatchOut, dependencies=BY_READERS)
def ask_batch(session: Reading, settings: Configured, order: QuestionsIn) -> BatchOut:
    """What the registry says to each of up to 500 statements or questions."""
    read = ask.read_all(order.questions, model=settings.model)
    told = ask.ask_all(
        session, list(zip(order.questions, read, strict=True)), as_of=order.as_of, known_at=order.known_at
    )
    return BatchOut(items=[AskedOut.of(one, settings.site) for one in told])
