"""The desk: one conflict, its sides next to each other, and a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query
from fastapi.responses import RedirectResponse, Response

from api.deps import Id, Number, Opened, Reading, Reviewer, Visitor, Writing
from registry.actions import corrections, lookup, precedents, queueing, review, shelf
from registry.actions.views import ConflictView
from registry.errors import AlreadyDecided, InvalidValue
from registry.model.finding import Relation, State, Verdict
from web import labels, orders, reasons, telling, told, words
from web.fields import Line
from web.frame import Frame, Framed
from web.meanings import KINDS, STATES, choices
from web.orders import MISREAD, NOTHING, Order
from web.queueing import Sought
from web.rendering import query
from web.shown import REREAD, Toast
from web.telling import corrected
from web.timeline import timeline

router = APIRouter()


class Place(Sought):
    """Within which queue a conflict is looked at, and what was just done."""

    done: int | None = None
    undone: int | None = None
    corrected: int | None = None
    conflict: Line = ""
    back: bool = False
    reason: Line = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """Whose desk, and within which queue."""

    frame: Frame
    reviewer: str
    sought: Sought

    def view(self, conflict_id: str) -> ConflictView:
        """A conflict with its neighbours in this queue."""
        return lookup.conflict(self.frame.session, conflict_id, self.sought.where(self.reviewer))

    def href(self, conflict_id: str | None) -> str | None:
        """The address of a conflict within this queue."""
        return f"/conflicts/{conflict_id}{self.sought.query()}" if conflict_id else None

    def place(self, view: ConflictView) -> str:
        """Where the conflict stands in the queue: "3 of 12"."""
        session, where = self.frame.session, self.sought.where(self.reviewer)
        total = queueing.number(session, where)
        if self.sought.state is queueing.Tab.OPEN and view.row.state is not State.OPEN:
            return words.counted(total, "open conflict")
        found = queueing.place(session, view.row.id, where)
        more = "" if found.exact else "more than "
        return f"{more}{words.number(found.number)} of {words.number(max(total, found.number))}"

    def kept(self, conflict_id: str) -> dict[str, Any]:
        """What the reviewer keeps: keys, reasons, the flag."""
        session = self.frame.session
        return {
            "own": shelf.keys(session, self.reviewer),
            "templates": shelf.templates(session, self.reviewer),
            "flagged": conflict_id in shelf.flagged(session, self.reviewer),
        }

    def page(
        self, view: ConflictView, order: Order = NOTHING, *, toast: Toast | None = None, error: str = ""
    ) -> Response:
        """The page of a conflict."""
        row = view.row
        return self.frame.page(
            "conflict.html",
            **shown(view, self.frame.session),
            **self.kept(row.id),
            place=self.place(view),
            previous=self.href(view.previous),
            next=self.href(view.next),
            after=view.next if row.state is State.OPEN else None,
            within=self.sought.query().removeprefix("?"),
            alike=told.precedents(precedents.precedents(self.frame.session, row.id)),
            lease=view.lease if view.lease and view.lease.reviewer != self.reviewer else None,
            toast=toast,
            error=error,
            given=order,
            status=409 if error else 200,
            json=f"/v1/conflicts/{row.id}",
        )


def shown(view: ConflictView, session: Reading) -> dict[str, Any]:
    """What every reader of a conflict is shown."""
    view, tables = labels.of_conflict(view), lookup.headed(session, (one for side in view.sides for one in side.claims))
    row = view.row
    return {
        "id": row.id,
        "question": row.question,
        "kind": KINDS[row.kind],
        "state": STATES[row.state],
        "severity": f"{row.severity.value} severity",
        "rule": row.rule,
        "detail": reasons.laid(row.detail),
        "picture": timeline(telling.lanes(view.sides), change=row.kind is Relation.CHANGE_OVER_TIME),
        "sides": telling.in_tables(telling.sides(view.sides), tables),
        "choices": choices(len(view.sides)),
        "spoken": {each.verdict.value: each.button for each in choices(len(view.sides))},
        "supersedes": row.decision or None,
        "decisions": (decided := telling.decisions(view.decisions)),
        "held": next((each for each in decided if not each.replaced and not each.back), None),
        "why": [telling.sentence(line) for line in reasons.together(view.why)],
        "links": told.chained(view),
        "fact_href": f"/facts/{row.fact_id}",
        "fact_id": row.fact_id,
        "misread": MISREAD,
        "phrases": phrases(view),
        "misreadable": orders.misreadable(telling.in_time(view.sides)),
    }


def phrases(view: ConflictView) -> list[str]:
    """What the sides count or measure, in the words of their first claims, each once."""
    said = (words.noun(side.claims[0].assertion) for side in view.sides if side.claims)
    return list({each.casefold(): each for each in said if each}.values())


@router.get("/conflicts/{conflict_id}")
def conflict(frame: Framed, reviewer: Visitor, conflict_id: Id, place: Annotated[Place, Query()]) -> Response:
    """A conflict on the desk."""
    desk = Desk(frame, reviewer, place)
    return desk.page(desk.view(conflict_id), Order(reason=place.reason), toast=told_of(frame, place))


def told_of(frame: Frame, place: Place) -> Toast | None:
    """What was just done, as the address says."""
    if place.undone:
        return taken_back(place.undone)
    if place.back:
        return REREAD
    return corrected(place.corrected, place.conflict) or frame.toast(place.done)


def taken_back(number: int) -> Toast:
    """What was just taken back, and the way to decide it once more."""
    return Toast("Taken back. The conflict is as it was.", redo=f"/decisions/{number}/undo")


@router.post("/conflicts/{conflict_id}/decisions")
def decide(
    frame: Framed, store: Opened, reviewer: Reviewer, conflict_id: Id, order: Annotated[Order, Form()]
) -> Response:
    """Record a verdict and go on to the next conflict."""
    verdict, side = order.chosen()
    sought = order.sought()
    place = f"/conflicts/{order.after}" if order.after else "/queue"
    misread = verdict is Verdict.WRONG_READING and (order.strikes or order.change() is not None)
    try:
        if misread:
            number = reread(store, order, reviewer)
            return RedirectResponse(place + query(**sought.fields(), corrected=number, conflict=conflict_id), 303)
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
    except (AlreadyDecided, InvalidValue) as error:
        desk = Desk(frame, reviewer, sought)
        return desk.page(desk.view(conflict_id), order, error=str(error))
    return RedirectResponse(place + query(**sought.fields(), done=made.id), 303)


def reread(store: Opened, order: Order, reviewer: str) -> int:
    """Put a person's reading in the place of the engine's, or strike it; the conflict goes where the readings no longer
    differ."""
    change = order.change()
    with store.writing() as session:
        if change is None:
            return corrections.strike(session, order.claim, reviewer=reviewer, reason=order.reason).number
        return corrections.correct(session, order.claim, change, reviewer=reviewer, reason=order.reason).number


@router.post("/decisions/{decision_id}/undo")
def undo(
    session: Writing, reviewer: Reviewer, decision_id: Number, queue: Annotated[Line, Form()] = ""
) -> RedirectResponse:
    """Take a decision back, or take that back, and show its conflict again, within the same queue."""
    made = review.undo(session, decision_id, reviewer=reviewer)
    told = "undone" if made.verdict.value == "undone" else "done"
    return RedirectResponse(
        f"/conflicts/{made.conflict_id}{query(**Sought.of(queue).fields(), **{told: made.id})}", 303
    )
