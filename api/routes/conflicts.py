"""Conflicts and what people decide about them."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.deps import Id, Number, Reading, Reviewer, Writing
from api.filters import ConflictQuery
from api.once import Answering
from api.orders import DecisionIn
from api.replies import listed, matched, reply, resumed
from api.schemas import ConflictDetail, ConflictOut, DecisionOut, PageOut
from registry.actions import lookup, measures, queueing, review
from registry.store import ReadSession

router = APIRouter(prefix="/v1", tags=["conflicts"], route_class=Answering)

IF_MATCH = {
    "parameters": [
        {
            "name": "If-Match",
            "in": "header",
            "required": True,
            "description": "The ETag of the conflict as it was read.",
            "schema": {"type": "string"},
        }
    ]
}


@router.get("/conflicts", response_model=PageOut[ConflictOut])
def list_conflicts(request: Request, session: Reading, query: Annotated[ConflictQuery, Query()]) -> Response:
    """The queue: conflicts, the most important first."""
    if query.rule is not None:
        measures.known(session, query.rule)
    found = lookup.conflicts(session, query.where(), cursor=resumed(request, query), limit=query.limit)
    total = queueing.total(session, query.where()) if query.total else None
    return listed(request, found, ConflictOut, query, total=total)


@router.get("/conflicts/{conflict_id}", response_model=ConflictDetail)
def read_conflict(request: Request, session: Reading, conflict_id: Id) -> Response:
    """A conflict with its sides, its decisions and its ETag, which deciding asks for."""
    found = lookup.conflict(session, conflict_id)
    return reply(request, ConflictDetail.model_validate(found), version=found.row.etag.strip('"'))


@router.post("/conflicts/{conflict_id}/decisions", response_model=DecisionOut, status_code=201, openapi_extra=IF_MATCH)
def decide_conflict(
    request: Request, response: Response, session: Writing, reviewer: Reviewer, *, conflict_id: Id, order: DecisionIn
) -> DecisionOut:
    """Decide a conflict, or supersede the decision that the ETag in If-Match stands for."""
    row = lookup.conflict(ReadSession(session), conflict_id).row
    matched(request, row.etag, place=f"/v1/conflicts/{conflict_id}")
    made = review.decide(
        session,
        conflict_id,
        verdict=order.verdict,
        reason=order.reason,
        reviewer=reviewer,
        side=order.side,
        correction=order.correction(),
        supersedes=row.decision or None,
    )
    response.headers["Location"] = f"/v1/decisions/{made.id}"
    return DecisionOut.model_validate(made)


@router.get("/conflicts/{conflict_id}/decisions", response_model=PageOut[DecisionOut])
def list_decisions(request: Request, session: Reading, conflict_id: Id) -> Response:
    """What people decided about a conflict."""
    found = [DecisionOut.model_validate(row) for row in lookup.conflict(session, conflict_id).decisions]
    return reply(request, PageOut[DecisionOut](items=found, next_cursor=None, has_more=False))


@router.get("/decisions/{decision_id}", response_model=DecisionOut)
def read_decision(request: Request, session: Reading, decision_id: Number) -> Response:
    """A decision."""
    return reply(request, DecisionOut.model_validate(lookup.decision(session, decision_id)))
