"""The desk: one conflict, its sides next to each other, and a verdict."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, StringConstraints

from api.deps import Id, Number, Opened, Reviewer, Writing
from api.problems import Rejected
from registry.actions import lookup, review
from registry.actions.views import ConflictView, Correction
from registry.errors import AlreadyDecided
from registry.model.finding import Relation, State, Verdict
from web import telling, told, words
from web.frame import Framed
from web.meanings import KINDS, STATES, choices
from web.rendering import query
from web.shown import Toast
from web.timeline import timeline

router = APIRouter()

Line = Annotated[str, StringConstraints(max_length=2000, strip_whitespace=True)]


OFFERED = frozenset(Verdict) - {Verdict.UNDONE}


class Order(BaseModel):
    """What the desk's form says: a button's value, and what was written beside it."""

    verdict: Line = ""
    reason: Line = ""
    value: Line = ""
    source: Line = ""
    supersedes: int | None = None
    after: Annotated[str, StringConstraints(max_length=200, pattern=r"^[A-Za-z0-9_.:-]*$")] = ""

    def chosen(self) -> tuple[Verdict, int | None]:
        """The button's value as a verdict: "side:2", "time"."""
        name, _, side = self.verdict.partition(":")
        numbered = side.isascii() and side.isdecimal() and len(side) < 5
        if name not in OFFERED or numbered != (name == Verdict.SIDE):
            raise Rejected("invalid", f"{self.verdict[:40]!r} is no verdict; use one of the buttons.")
        return Verdict(name), int(side) if numbered else None

    def correction(self, verdict: Verdict) -> Correction | None:
        """The right value, where every side is wrong and somebody wrote it down."""
        return Correction(self.value, self.source or None) if self.value and verdict is Verdict.NEITHER else None


NOTHING = Order()


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
        detail=row.detail,
        place=words.counted(frame.counts.open, "open conflict"),
        previous=f"/conflicts/{view.previous}" if view.previous else None,
        next=f"/conflicts/{view.next}" if view.next else None,
        picture=timeline(telling.lanes(view.sides), change=row.kind is Relation.CHANGE_OVER_TIME),
        sides=telling.sides(view.sides),
        choices=choices(len(view.sides)),
        action=f"/conflicts/{row.id}/decisions",
        after=view.next if row.state is State.OPEN else None,
        supersedes=row.decision or None,
        decisions=telling.decisions(view.decisions),
        why=[telling.sentence(line) for line in view.why],
        links=told.chained(view),
        fact_href=f"/facts/{row.fact_id}",
        lease=view.lease.reviewer if view.lease and view.lease.reviewer != reviewer else None,
        toast=toast,
        error=error,
        given=order,
        status=409 if error else 200,
        json=f"/v1/conflicts/{row.id}",
    )


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
                reason=order.reason,
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
