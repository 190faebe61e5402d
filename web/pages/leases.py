"""Who has a conflict open. A newcomer's mistake: a lease on a GET; a page that is only preloaded would take it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.responses import JSONResponse, RedirectResponse, Response

from api.deps import Id, Reading, Reviewer, Visitor, Writing
from registry.actions import queueing, review, shelf

router = APIRouter()

MOST = 100


@router.get("/presence")
def presence(session: Reading, visitor: Visitor, id: Annotated[list[Id], Query(max_length=MOST)]) -> JSONResponse:
    """Who else has some conflicts open now, and what was decided about them last."""
    told = queueing.present(session, id)
    others = {name: one._replace(holder="" if one.holder == visitor else one.holder) for name, one in told.items()}
    return JSONResponse({name: one._asdict() for name, one in others.items()}, headers={"Cache-Control": "no-store"})


@router.post("/conflicts/{conflict_id}/lease")
def renew(session: Writing, reviewer: Reviewer, conflict_id: Id) -> JSONResponse:
    """Take or renew the lease of whoever opens a conflict; says who has it."""
    held = review.lease(session, conflict_id, reviewer=reviewer, seconds=queueing.SECONDS)
    shelf.leave(session, reviewer, conflict_id)
    return JSONResponse(
        {"reviewer": held.reviewer, "until": held.until.isoformat(), "mine": held.reviewer == reviewer},
        headers={"Cache-Control": "no-store"},
    )


@router.post("/conflicts/{conflict_id}/leave")
def leave(session: Writing, reviewer: Reviewer, conflict_id: Id, until: Annotated[datetime, Form()]) -> Response:
    """Give a conflict back: its page is gone. `until` is the lease as that page had it; one that a newer page has taken
    or renewed since stays."""
    review.leave(session, conflict_id, reviewer=reviewer, until=until)
    return Response(status_code=204)


@router.post("/conflicts/{conflict_id}/take")
def take(session: Writing, reviewer: Reviewer, conflict_id: Id) -> RedirectResponse:
    """Take a conflict over from whoever has it open."""
    queueing.take_over(session, conflict_id, reviewer=reviewer)
    return RedirectResponse(f"/conflicts/{conflict_id}", 303)
