"""What needs you, the state of the registry, and how to begin."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from registry.actions import lookup
from web import telling, words
from web.frame import Framed
from web.weeks import picture

router = APIRouter()

SHOWN_CONFLICTS, SHOWN_FACTS = 5, 6


@router.get("/")
def home(frame: Framed, done: int | None = None) -> HTMLResponse:
    """The first page."""
    conflicts = lookup.conflicts(frame.session, limit=SHOWN_CONFLICTS).items
    facts = lookup.facts(frame.session, limit=SHOWN_FACTS).items
    return frame.page(
        "home.html",
        title=needs_you(frame.counts.open),
        counts=frame.counts,
        rows=[telling.conflict_row(row) for row in conflicts],
        recent=[telling.fact_row(row) for row in facts],
        weeks=picture(lookup.weeks(frame.session)),
        rules=lookup.precision(frame.session),
        toast=frame.toast(done),
        json="/v1/conflicts",
    )


def needs_you(count: int) -> str:
    """The answer that the first page is."""
    if not count:
        return "Nothing needs you now"
    return f"{words.counted(count, 'conflict')} {'needs' if count == 1 else 'need'} you"
