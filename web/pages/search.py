"""Ask or search: the answer first, then everything that holds the words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from api.deps import Configured
from registry.actions import ask, lookup
from web import asking, telling
from web.frame import Framed
from web.rendering import query

router = APIRouter()


@router.get("/search")
def search(frame: Framed, settings: Configured, q: Annotated[str, Query(max_length=100_000)] = "") -> HTMLResponse:
    """What the registry says to some words, and where they stand."""
    given = " ".join(q.split())
    if not given:
        return frame.page("search.html", title="Ask or search", asked="", answer=None, near=(), found=None, json=None)
    asked = ask.ask(frame.session, asking.question(given), ask.read(given, model=settings.model))
    found = lookup.search(frame.session, given, limit=asking.LIMIT)
    answer, near = asking.card(asked), asking.near(asked, found)
    return frame.page(
        "search.html",
        title=answer.title if answer else asking.title(found, near),
        asked=given,
        answer=answer,
        near=[telling.fact_row(row) for row in near],
        found=asking.results(found, given),
        json="/v1/ask" + query(q=given),
    )
