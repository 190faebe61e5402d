"""Facts: the list, and one of them with its values over time."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from api.deps import Id
from registry.actions import lookup
from web import telling, told, words
from web.chart import chart
from web.frame import Framed
from web.rendering import query

router = APIRouter()

LIMIT = 50
Line = Annotated[str | None, Query(max_length=300)]


@router.get("/facts")
def facts(frame: Framed, subject: Line = None, attribute: Line = None, cursor: Line = None) -> HTMLResponse:
    """All facts, the most recently changed first."""
    kept = {"subject": subject, "attribute": attribute}
    found = lookup.facts(frame.session, **kept, cursor=cursor, limit=LIMIT)
    return frame.page(
        "facts.html",
        title=telling.sentence(words.counted(frame.counts.facts, "fact"))[:-1],
        rows=[telling.fact_row(row) for row in found.items],
        first="/facts" + query(**kept) if cursor else None,
        next="/facts" + query(**kept, cursor=found.next) if found.next else None,
        json="/v1/facts" + query(**kept),
    )


@router.get("/facts/{fact_id}")
def fact(frame: Framed, fact_id: Id) -> Response:
    """A fact: question, answer, history. The id of a merged fact leads on for ever."""
    view = lookup.fact(frame.session, fact_id)
    if view.row.id != fact_id:
        return RedirectResponse(f"/facts/{view.row.id}", 308)
    standing = view.row.standing
    answer = told.answer(view)
    return frame.page(
        "fact.html",
        title=f"{answer.value}: {view.row.question}",
        question=view.row.question,
        answer=answer,
        standing=telling.standing(standing),
        sources=telling.witnesses(standing.sources, standing.independent),
        conflicts=told.open_conflicts(view),
        picture=chart(telling.points(view.sides), telling.flags(view.decisions)),
        groups=told.groups(view.sides),
        decisions=telling.decisions(view.decisions),
        merged=view.merged,
        json=f"/v1/facts/{fact_id}",
    )
