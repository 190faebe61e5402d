"""The desk: one conflict, its sides next to each other, and a verdict."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.deps import Id, Number, Opened, Reviewer, Writing
from registry.actions import lookup, queueing, review
from registry.actions.views import ConflictView
from registry.errors import AlreadyDecided
from registry.model.finding import Relation, State
from web import orders, reasons, telling, told, words
from web.frame import Frame, Framed
from web.meanings import KINDS, STATES, choices
from web.orders import MISREAD, NOTHING, Order
from web.rendering import query
from web.shown import Toast
from web.timeline import timeline

router = APIRouter()


@router.get("/conflicts/{conflict_id}")
def conflict(
    frame: Framed, reviewer: Reviewer, conflict_id: Id, done: int | None = None, undone: int | None = None
) -> HTMLResponse:
    """A conflict on the desk."""
    toast = Toast("Taken back. The conflict is as it was.") if undone else frame.toast(done)
    return desk(frame, lookup.conflict(frame.session, conflict_id), reviewer, toast=toast)


def desk(
    frame: Framed,
    view: ConflictView,
    reviewer: str,
    order: Order = NOTHING,
    *,
    toast: Toast | None = None,
    error: str = "",
) -> HTMLResponse:
    """The page of a conflict."""
    row = view.row
    return frame.page(
        "conflict.html",
        question=row.question,
        kind=KINDS[row.kind],
        state=STATES[row.state],
        severity=f"{row.severity.value} severity",
        detail=reasons.laid(row.detail),
        place=place(frame, view),
        previous=f"/conflicts/{view.previous}" if view.previous else None,
        next=f"/conflicts/{view.next}" if view.next else None,
        picture=timeline(telling.lanes(view.sides), change=row.kind is Relation.CHANGE_OVER_TIME),
        sides=telling.sides(view.sides),
        choices=choices(len(view.sides)),
        action=f"/conflicts/{row.id}/decisions",
        after=view.next if row.state is State.OPEN else None,
        supersedes=row.decision or None,
        decisions=telling.decisions(view.decisions),
        why=[telling.sentence(line) for line in reasons.together(view.why)],
        links=told.chained(view),
        fact_href=f"/facts/{row.fact_id}",
        lease=view.lease if view.lease and view.lease.reviewer != reviewer else None,
        leased=f"/conflicts/{row.id}/lease",
        misread=MISREAD,
        misreadable=orders.misreadable(view.sides),
        toast=toast,
        error=error,
        given=order,
        status=409 if error else 200,
        json=f"/v1/conflicts/{row.id}",
    )


def place(frame: Frame, view: ConflictView) -> str:
    """Where the conflict stands in the queue: "3 of 12"."""
    if view.row.state is not State.OPEN:
        return words.counted(frame.counts.open, "open conflict")
    found = queueing.place(frame.session, view.row.id)
    more = "" if found.exact else "more than "
    return f"{more}{words.number(found.number)} of {words.number(max(frame.counts.open, found.number))}"


@router.post("/conflicts/{conflict_id}/decisions")
def decide(
    frame: Framed, store: Opened, reviewer: Reviewer, conflict_id: Id, order: Annotated[Order, Form()]
) -> Response:
    """Record a verdict and go on to the next conflict."""
    verdict, side = order.chosen()
    try:
        with store.writing() as session:
            made = review.decide(
                session,
                conflict_id,
                verdict=verdict,
                side=side,
                reason=order.told(verdict),
                reviewer=reviewer,
                correction=order.correction(verdict),
                supersedes=order.supersedes,
            )
    except AlreadyDecided as late:
        return desk(frame, lookup.conflict(frame.session, conflict_id), reviewer, order, error=str(late))
    place = f"/conflicts/{order.after}" if order.after else "/queue"
    return RedirectResponse(place + query(done=made.id), 303)


@router.post("/decisions/{decision_id}/undo")
def undo(session: Writing, reviewer: Reviewer, decision_id: Number) -> RedirectResponse:
    """Take a decision back and show its conflict again."""
    made = review.undo(session, decision_id, reviewer=reviewer)
    return RedirectResponse(f"/conflicts/{made.conflict_id}?undone=1", 303)
