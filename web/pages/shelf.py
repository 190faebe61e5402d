"""What a reviewer keeps: saved filters, flags, reasons that are given often, and keys."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, Field

from api.deps import Id, Reviewer, Visitor, Writing
from registry.actions import shelf
from registry.actions.shelf import Kind
from registry.errors import InvalidValue
from registry.model.finding import Verdict
from web.fields import Line, Name
from web.frame import Framed
from web.meanings import told
from web.queueing import Sought

router = APIRouter()

ROWS = 9


class Saving(BaseModel):
    """A filter to keep: its name, and the part of the address after the question mark."""

    name: Name = ""
    query: Line = ""

    def address(self) -> str:
        """The address of the queue that the filter stands for; what is no filter is left out."""
        return Sought.of(self.query).address()


class Written(BaseModel):
    """Reasons as they were written: verdicts and texts in step."""

    verdict: list[Verdict] = Field(default=[], max_length=ROWS)
    reason: list[Line] = Field(default=[], max_length=ROWS)


@router.post("/queue/filters")
def save(session: Writing, reviewer: Reviewer, given: Annotated[Saving, Form()]) -> RedirectResponse:
    """Keep the filters of the queue under a name."""
    place = given.address()
    shelf.put(session, reviewer, Kind.FILTER, given.name, {"query": place.partition("?")[2]})
    return RedirectResponse(place, 303)


@router.post("/queue/filters/forget")
def forget(session: Writing, reviewer: Reviewer, given: Annotated[Saving, Form()]) -> RedirectResponse:
    """Take a saved filter away."""
    shelf.drop(session, reviewer, Kind.FILTER, given.name)
    return RedirectResponse(given.address(), 303)


@router.post("/conflicts/{conflict_id}/flag")
def flag(
    session: Writing, reviewer: Reviewer, conflict_id: Id, queue: Annotated[Line, Form()] = ""
) -> RedirectResponse:
    """Flag a conflict for oneself, or take the flag away."""
    shelf.flag(session, reviewer, conflict_id)
    return RedirectResponse(f"/conflicts/{conflict_id}{Sought.of(queue).query()}", 303)


@router.get("/reasons")
def reasons(frame: Framed, reviewer: Visitor) -> HTMLResponse:
    """The reasons that one gives often, to edit."""
    kept = [(one.verdict.value, one.reason) for one in shelf.templates(frame.session, reviewer)]
    rows = [*kept, *[("time", "")] * (ROWS - len(kept))]
    return frame.page("reasons.html", rows=rows, offered=offered())


def offered() -> dict[str, str]:
    """The verdicts that a reason can go with."""
    return {verdict.value: told(verdict, "a value") for verdict in shelf.TEMPLATED}


@router.post("/reasons")
def write(session: Writing, reviewer: Reviewer, given: Annotated[Written, Form()]) -> RedirectResponse:
    """Keep the reasons in the place of those before."""
    if len(given.verdict) != len(given.reason):
        raise InvalidValue("Each reason needs its verdict; fill in the form again.")
    # A reason is one line, however the field broke it.
    reasons = [" ".join(reason.split()) for reason in given.reason]
    shelf.keep_templates(session, reviewer, list(zip(given.verdict, reasons, strict=True)))
    return RedirectResponse("/reasons", 303)
