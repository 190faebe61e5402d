"""What needs you, the state of the registry, and how to begin."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from registry.actions import lookup, measures
from registry.actions.views import FactRow
from web import telling, words
from web.frame import PENDING, Framed
from web.pages.statistics import rule
from web.weeks import picture

router = APIRouter()

SHOWN_CONFLICTS, SHOWN_FACTS, LOOKED_AT = 5, 6, 24


@router.get("/")
def home(frame: Framed, done: int | None = None) -> HTMLResponse:
    """The first page."""
    conflicts = lookup.conflicts(frame.session, PENDING, limit=SHOWN_CONFLICTS).items
    lately = lookup.facts(frame.session, limit=LOOKED_AT).items
    facts = [row for row in lately if telling_much(row)][:SHOWN_FACTS]
    return frame.page(
        "home.html",
        title=needs_you(frame.waiting),
        counts=frame.counts,
        rows=[telling.conflict_row(row) for row in conflicts],
        recent=[telling.fact_row(row) for row in facts],
        weeks=picture(lookup.weeks(frame.session)),
        rules=[rule(each) for each in measures.rules(frame.session) if each.precision.decided],
        toast=frame.toast(done),
        json="/v1/conflicts",
    )


def telling_much(row: FactRow) -> bool:
    """Whether a fact is worth a place on the first page: sources differ, or several say so; a bare date is not."""
    return len(row.values) > 1 or (row.standing.sources > 1 and not row.question.startswith("When "))


def needs_you(count: int) -> str:
    """The answer that the first page is."""
    if not count:
        return "Nothing needs you now"
    return f"{words.counted(count, 'conflict')} {'needs' if count == 1 else 'need'} you"
