"""Who has a conflict open. A newcomer's mistake: a lease on a GET; a page that is only preloaded would take it."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse, RedirectResponse

from api.deps import Id, Reviewer, Writing
from registry.actions import queueing, review, shelf

router = APIRouter()


@router.post("/conflicts/{conflict_id}/lease")
def renew(session: Writing, reviewer: Reviewer, conflict_id: Id) -> JSONResponse:
    """Take or renew the lease of whoever opens a conflict; says who has it."""
    held = review.lease(session, conflict_id, reviewer=reviewer, seconds=queueing.SECONDS)
    shelf.leave(session, reviewer, conflict_id)
    return JSONResponse(
        {"reviewer": held.reviewer, "until": held.until.isoformat(), "mine": held.reviewer == reviewer},
        headers={"Cache-Control": "no-store"},
    )


@router.post("/conflicts/{conflict_id}/take")
def take(session: Writing, reviewer: Reviewer, conflict_id: Id) -> RedirectResponse:
    """Take a conflict over from whoever has it open."""
    queueing.take_over(session, conflict_id, reviewer=reviewer)
    return RedirectResponse(f"/conflicts/{conflict_id}", 303)
