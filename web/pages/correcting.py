"""Putting right what the engine made of some words: a reading, which claims are one fact, which words mean the same.

A newcomer's mistake: a number for every kind of undo. Each deed has its own; a toast carries the way to take it back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, Field, StringConstraints

from api.deps import Id, Number, Opened, Reading, Reviewer, Visitor, Writing
from registry.actions import concepts, corrections, lookup, teaching
from registry.actions.filing import grouping, unjoined
from registry.actions.filing.unjoined import NearClaim
from registry.actions.typed import Change
from registry.actions.views import ClaimView
from registry.errors import InvalidValue
from web import telling, words
from web.fields import Line, Name
from web.frame import Framed
from web.orders import NO_CLAIM, PARTS
from web.queueing import Sought
from web.rendering import query
from web.shown import Toast

router = APIRouter()

Ref = Annotated[str, StringConstraints(max_length=200, pattern=r"^[A-Za-z0-9_.:-]*$")]


class Misreading(BaseModel):
    """A reading as a person corrects it: which part, and how it should read."""

    misread: Name = "value"
    should: Name = ""
    reason: Line = ""

    def change(self) -> Change:
        """The part that is wrong and what is right."""
        if self.misread not in PARTS:
            raise InvalidValue("Say whether the value, the thing, the subject, the date or the speaker is wrong.")
        if not self.should and self.misread not in CLEARED:
            raise InvalidValue("Say how it should read.")
        return Change(**{PARTS[self.misread]: self.should})


class Grouped(BaseModel):
    """Another fact that is the same, or claims that answer another question."""

    other: Ref = ""
    claim: list[Ref] = Field(default=[], max_length=200)
    reason: Line = ""


class Taught(BaseModel):
    """Two phrases, and whether they mean the same here: yes, no, or forget what was said."""

    left: Name = ""
    right: Name = ""
    same: Name = "yes"
    reason: Line = ""
    back: Annotated[str, StringConstraints(max_length=300, pattern=r"^(/[^/\\].*)?$")] = ""


# More sides than these bring no other neighbours; what is less alike than this shares a word or two.
MOST_SIDES, LEAST = 4, 0.005
CLEARED = ("date", "speaker")
SAME = {"yes": True, "no": False, "forget": None}


@router.post("/claims/{claim_id}/correct")
def correct(
    session: Writing, reviewer: Reviewer, claim_id: Id, given: Annotated[Misreading, Form()]
) -> RedirectResponse:
    """Correct how a claim was read, or say that it is none, and show it as it reads now."""
    if given.misread == NO_CLAIM:
        made = corrections.strike(session, claim_id, reviewer=reviewer, reason=given.reason)
    else:
        made = corrections.correct(session, claim_id, given.change(), reviewer=reviewer, reason=given.reason)
    return RedirectResponse(f"/claims/{made.claim}" + query(corrected=made.number), 303)


@router.post("/corrections/{number}/undo")
def uncorrect(
    session: Writing, reviewer: Reviewer, number: Number, conflict: Ref = "", queue: Annotated[Line, Form()] = ""
) -> RedirectResponse:
    """Take a correction back, and show the conflict again where it was made on the desk, else the claim."""
    made = corrections.undo(session, number, reviewer=reviewer)
    if conflict:
        return RedirectResponse(f"/conflicts/{conflict}" + Sought.of(queue).query(back="yes"), 303)
    return RedirectResponse(f"/claims/{made.claim}?back=yes", 303)


@router.get("/facts/{fact_id}/near")
def nearby(frame: Framed, fact_id: Id, claim: Ref = "", q: Name = "") -> HTMLResponse:
    """What is near a fact and was not joined with it, and why; and the way to say that it is the same."""
    view = lookup.fact(frame.session, fact_id)
    every = [one for side in view.sides for one in side.claims]
    chosen = next((one for one in every if one.id == claim), None)
    found = neighbours(frame.session, [chosen] if chosen else [side.claims[0] for side in view.sides if side.claims])
    return frame.page(
        "near.html",
        title=f"Near it, and why not the same: {view.row.question}",
        id=fact_id,
        question=view.row.question,
        claims=[telling.witness(one) for one in every[:50]],
        chosen=chosen.id if chosen else "",
        found=[(one, telling.witness(one.claim), words.worded(one.claim.assertion.value)) for one in found],
        asked=q,
        others=[row for row in lookup.find_facts(frame.session, q) if row.id != fact_id] if q else [],
        mine=words.noun(every[0].assertion) if every else "",
    )


def neighbours(session: Reading, claims: Sequence[ClaimView]) -> list[NearClaim]:
    """What is near some claims of a fact: each other fact once, at its most alike, the most alike first."""
    found: dict[str, NearClaim] = {}
    for claim in claims[:MOST_SIDES]:
        for one in unjoined.unjoined(session, claim.id):
            known = found.get(one.claim.fact_id)
            if one.score >= LEAST and (known is None or one.score > known.score):
                found[one.claim.fact_id] = one
    return sorted(found.values(), key=lambda one: (-one.score, one.claim.id))[: unjoined.SHOWN]


@router.post("/facts/{fact_id}/merge")
def merge(session: Writing, reviewer: Reviewer, fact_id: Id, given: Annotated[Grouped, Form()]) -> RedirectResponse:
    """Say that two facts are one."""
    made = grouping.merge(session, fact_id, given.other, reviewer=reviewer, reason=given.reason)
    return RedirectResponse(f"/facts/{made.fact}" + query(deed=made.number), 303)


@router.post("/facts/{fact_id}/split")
def split(session: Writing, reviewer: Reviewer, fact_id: Id, given: Annotated[Grouped, Form()]) -> RedirectResponse:
    """Say that some claims of a fact answer another question."""
    made = grouping.split(session, fact_id, given.claim, reviewer=reviewer, reason=given.reason)
    return RedirectResponse(f"/facts/{made.fact}" + query(deed=made.number), 303)


@router.post("/deeds/{number}/undo")
def ungroup(session: Writing, reviewer: Reviewer, number: Number) -> RedirectResponse:
    """Take a merge or a split back."""
    return RedirectResponse(f"/facts/{grouping.undo(session, number, reviewer=reviewer).fact}?back=yes", 303)


@router.get("/words")
def listed(frame: Framed, _visitor: Visitor, *, taught: bool = False) -> HTMLResponse:
    """Which words people said mean the same here, and which do not."""
    rows = concepts.concepts(frame.session)
    title = f"{words.counted(len(rows), 'lesson')} about words" if rows else "No words were taught yet"
    toast = Toast("Noted; the facts it touches were filed anew.") if taught else None
    return frame.page("words.html", title=telling.sentence(title)[:-1], rows=rows, toast=toast)


@router.post("/words")
def teach(store: Opened, reviewer: Reviewer, given: Annotated[Taught, Form()]) -> Response:
    """Say whether two phrases mean the same here; the facts they touch are filed anew."""
    if given.same not in SAME:
        raise InvalidValue("Say yes, no, or forget.")
    with store.writing() as session:
        teaching.teach(session, given.left, given.right, same=SAME[given.same], reviewer=reviewer, reason=given.reason)
    return RedirectResponse(given.back or "/words?taught=1", 303)
