"""Search, and what the registry says to a sentence or a question."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.deps import Configured, Reading
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


@router.get("/ask", response_model=AskedOut)
def ask_registry(
    request: Request,
    session: Reading,
    settings: Configured,
    q: Annotated[
        str,
        Query(min_length=1, description="A statement or a question.", examples=["The lighthouse is 61 metres high."]),
    ],
) -> Response:
    """What the registry says to a statement or a question: supported, contradicted, outdated, disputed or not found."""
    claims = ask.read(q, model=settings.model)
    return reply(request, AskedOut.model_validate(ask.ask(session, q, claims)))


@router.post("/ask", response_model=BatchOut)
def ask_batch(session: Reading, settings: Configured, order: QuestionsIn) -> BatchOut:
    """What the registry says to each of up to 500 statements or questions."""
    read = [(text, ask.read(text, model=settings.model)) for text in order.questions]
    return BatchOut(items=[AskedOut.model_validate(ask.ask(session, text, claims)) for text, claims in read])
