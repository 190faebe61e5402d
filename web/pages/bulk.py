"""Several conflicts at once: a preview of what each decision would be, a result for each, and one undo for all.

A newcomer's mistake: one transaction for all. A conflict that somebody else has decided must not stop the others.
"""

from __future__ import annotations

import re
from typing import Annotated, NamedTuple

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field, StringConstraints

from api.deps import Opened, Reviewer
from registry.actions import lookup, review
from registry.actions.views import ConflictRow, DecisionView
from registry.errors import RegistryError
from registry.model.finding import Verdict
from web import labels, telling, words
from web.fields import Line
from web.frame import Frame, Framed
from web.meanings import told
from web.shown import ConflictRow as Shown

router = APIRouter()

MOST = 100
OFFERED = {
    "newest": "the newest value is right",
    "time": "all are right, the time differs",
    "scope": "all are right, the scope differs",
    "not_same_fact": "not the same fact",
    "unsure": "unsure",
}
CHOSEN = re.compile(r"(?P<id>[A-Za-z0-9_.:-]{1,200})~(?P<decision>\d{1,18})~(?P<side>\d{1,4})")
Id = Annotated[str, StringConstraints(max_length=200, pattern=r"^[A-Za-z0-9_.:-]+$")]
Picked = Annotated[str, StringConstraints(max_length=240, pattern=f"^{CHOSEN.pattern}$")]


class Selection(BaseModel):
    """The rows that were selected in the queue, and the verdict on all of them."""

    id: list[Id] = Field(default=[], max_length=MOST)
    verdict: str = "time"
    reason: Line = ""


class Bulk(BaseModel):
    """What was previewed: conflict, its decision then, and the side it comes to."""

    pick: list[Picked] = Field(default=[], max_length=MOST)
    verdict: str = ""
    reason: Line = ""


class Planned(NamedTuple):
    """A conflict and what would be said about it; `pick` is empty where nothing can be."""

    row: Shown
    says: str
    pick: str


class Done(NamedTuple):
    """What became of a conflict."""

    href: str
    question: str
    says: str
    number: int


@router.post("/queue/preview")
def preview(frame: Framed, order: Annotated[Selection, Form()]) -> HTMLResponse:
    """What a verdict on the selected conflicts would be, row by row; nothing is recorded."""
    verdict = order.verdict if order.verdict in OFFERED else "time"
    rows = [lookup.conflict(frame.session, each).row for each in dict.fromkeys(order.id)]
    plan = [planned(row, verdict) for row in rows]
    count = words.counted(sum(bool(each.pick) for each in plan), "conflict")
    title = f"{count} to be decided: {OFFERED[verdict]}" if rows else "No conflict is selected"
    return frame.page("bulk.html", title=title, plan=plan, verdict=verdict, offered=OFFERED, reason=order.reason)


def planned(row: ConflictRow, verdict: str) -> Planned:
    """What a verdict would be about one conflict."""
    side = newest(row) if verdict == "newest" else 0
    shown = telling.conflict_row(row)
    if verdict == "newest" and not side:
        return Planned(shown, "left out: the newest value is not certain", "")
    says = told(Verdict.SIDE, labels.of_row(row).sides[side - 1].label) if side else told(Verdict(verdict), None)
    return Planned(shown, says, f"{row.id}~{row.decision}~{side}")


def newest(row: ConflictRow) -> int:
    """The number of the side with the latest day, 0 where two share it or a side has none."""
    days = sorted(((side.last, side.number) for side in row.sides if side.last), reverse=True)
    alone = len(days) == len(row.sides) and days[0][0] != days[1][0]
    return days[0][1] if alone else 0


@router.post("/queue/decisions")
def decide(frame: Framed, store: Opened, reviewer: Reviewer, order: Annotated[Bulk, Form()]) -> HTMLResponse:
    """Record a verdict on each conflict; each for itself."""
    done = [decided(frame, store, reviewer, order, pick) for pick in dict.fromkeys(order.pick)]
    made = [each.number for each in done if each.number]
    title = f"{words.counted(len(made), 'conflict')} of {len(done)} decided"
    return frame.page("bulked.html", title=title, done=done, undo=made, taken_back=False)


def decided(frame: Frame, store: Opened, reviewer: str, order: Bulk, pick: str) -> Done:
    """The outcome for one conflict."""
    found = CHOSEN.fullmatch(pick)
    assert found is not None
    conflict_id, side = found["id"], int(found["side"]) or None
    href = f"/conflicts/{conflict_id}"
    try:
        row = lookup.conflict(frame.session, conflict_id).row
        verdict = Verdict.SIDE if side else Verdict(order.verdict if order.verdict in OFFERED else "")
        with store.writing() as session:
            made = review.decide(
                session,
                conflict_id,
                verdict=verdict,
                side=side,
                reason=order.reason,
                reviewer=reviewer,
                supersedes=int(found["decision"]) or None,
            )
    except (RegistryError, ValueError) as error:
        says = str(error) if isinstance(error, RegistryError) else "Not decided: choose one of the verdicts."
        return Done(href, conflict_id, says, 0)
    return Done(href, row.question, said(row, made), made.id)


def said(row: ConflictRow, made: DecisionView) -> str:
    """A decision in words, its value as the conflict shows it."""
    return told(made.verdict, labels.labels(row.sides).get(made.label or "", made.label))


class Undo(BaseModel):
    """The decisions to take back."""

    number: list[Annotated[int, Field(ge=1, lt=2**62)]] = Field(default=[], max_length=MOST)


@router.post("/queue/undo")
def undo(frame: Framed, store: Opened, reviewer: Reviewer, order: Annotated[Undo, Form()]) -> HTMLResponse:
    """Take several decisions back, each for itself."""
    done = [undone(frame, store, reviewer, number) for number in dict.fromkeys(order.number)]
    count = words.counted(sum(bool(each.number) for each in done), "decision")
    return frame.page("bulked.html", title=f"{count} of {len(done)} taken back", done=done, undo=[], taken_back=True)


def undone(frame: Frame, store: Opened, reviewer: str, number: int) -> Done:
    """The outcome for one decision."""
    try:
        with store.writing() as session:
            made = review.undo(session, number, reviewer=reviewer)
    except RegistryError as error:
        return Done("/queue", f"decision {number}", str(error), 0)
    row = lookup.conflict(frame.session, made.conflict_id).row
    says = said(row, made)
    return Done(
        f"/conflicts/{row.id}", row.question, says if made.verdict is Verdict.UNDONE else f"again: {says}", made.id
    )
