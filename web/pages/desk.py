"""The desk: one conflict, its sides next to each other, and a verdict."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api import problems
from api.deps import Id, Number, Reviewer, Writing
from registry.actions import lookup, review
from registry.actions.views import ConflictView
from registry.errors import AlreadyDecided
from registry.model.finding import Relation, State, Verdict
from web import telling, told, words
from web.frame import Framed
from web.meanings import KINDS, STATES, choices
from web.rendering import query
from web.shown import Toast
from web.timeline import timeline

router = APIRouter()

Reason = Annotated[str, Form(max_length=2000)]
OptionalId = Annotated[str | None, Form(max_length=200, pattern=r"^[A-Za-z0-9_.:-]*$")]


@router.get("/conflicts/{conflict_id}")
def conflict(frame: Framed, conflict_id: Id, done: int | None = None, undone: int | None = None) -> HTMLResponse:
    """A conflict on the desk."""
    toast = Toast("Taken back. The conflict is as it was.") if undone else frame.toast(done)
    return desk(frame, lookup.conflict(frame.session, conflict_id), toast=toast)


def desk(
    frame: Framed,
    view: ConflictView,
    *,
    toast: Toast | None = None,
    error: str = "",
    reason: str = "",
    status: int = 200,
) -> HTMLResponse:
    """The page of a conflict."""
    row = view.row
    return frame.page(
        "conflict.html",
        question=row.question,
        kind=KINDS[row.kind],
        state=STATES[row.state],
        severity=f"{row.severity.value} severity",
        detail=row.detail,
        place=words.counted(frame.counts.open, "open conflict"),
        previous=f"/conflicts/{view.previous}" if view.previous else None,
        next=f"/conflicts/{view.next}" if view.next else None,
        picture=timeline(telling.lanes(view.sides), change=row.kind is Relation.CHANGE_OVER_TIME),
        sides=telling.sides(view.sides),
        choices=choices(len(view.sides)),
        action=f"/conflicts/{row.id}/decisions",
        after=view.next if row.state is State.OPEN else None,
        supersedes=row.decision,
        decisions=telling.decisions(view.decisions),
        why=[telling.sentence(line) for line in view.why],
        links=told.chained(view),
        fact_href=f"/facts/{row.fact_id}",
        toast=toast,
        error=error,
        reason=reason,
        status=status,
        json=f"/v1/conflicts/{row.id}",
    )


@router.post("/conflicts/{conflict_id}/decisions")
def decide(
    session: Writing,
    frame: Framed,
    reviewer: Reviewer,
    conflict_id: Id,
    *,
    verdict: Annotated[str, Form(max_length=40)],
    reason: Reason = "",
    supersedes: Annotated[int | None, Form(ge=1, le=2**63 - 1)] = None,
    after: OptionalId = None,
) -> Response:
    """Record a verdict and go on to the next conflict."""
    which, side = chosen(verdict)
    try:
        made = review.decide(
            session, conflict_id, verdict=which, side=side, reason=reason, reviewer=reviewer, supersedes=supersedes
        )
    except AlreadyDecided as late:
        session.rollback()
        view = lookup.conflict(frame.session, conflict_id)
        return desk(frame, view, error=str(late), reason=reason, status=409)
    place = f"/conflicts/{after}" if after else "/queue" if supersedes is None else f"/conflicts/{conflict_id}"
    return RedirectResponse(place + query(done=made.id), 303)


def chosen(verdict: str) -> tuple[Verdict, int | None]:
    """A button's value as a verdict: "side:2", "time"."""
    name, _, side = verdict.partition(":")
    if name not in list(Verdict) or (name == Verdict.SIDE) != side.isdecimal():
        raise problems.Rejected("invalid", f"{verdict!r} is no verdict; use one of the buttons.")
    return Verdict(name), int(side) if side else None


@router.post("/decisions/{decision_id}/undo")
def undo(session: Writing, reviewer: Reviewer, decision_id: Number, reason: Reason = "") -> RedirectResponse:
    """Take a decision back and show its conflict again."""
    made = review.undo(session, decision_id, reviewer=reviewer, reason=reason)
    return RedirectResponse(f"/conflicts/{made.conflict_id}?undone=1", 303)
