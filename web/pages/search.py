"""Ask or search: the answer first, then everything that holds the words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from api.deps import Configured
from registry.actions import ask, lookup
from web import asking, telling
from web.asked import Day, Moment
from web.frame import Framed
from web.rendering import query

router = APIRouter()


@router.get("/search")
def search(
    frame: Framed,
    settings: Configured,
    q: Annotated[str, Query(max_length=100_000)] = "",
    as_of: Day = None,
    known_at: Moment = None,
) -> HTMLResponse:
    """What the registry says to some words, on a day and as it was known at a moment, and where they stand."""
    given = " ".join(q.split())
    if not given:
        return frame.page("search.html", title="Ask or search", answer=None, silence="", near=(), found=None)
    claims = ask.read(given, model=settings.model)
    asked = ask.ask(frame.session, given, claims, as_of=as_of, known_at=known_at)
    found = lookup.search(frame.session, given, limit=asking.LIMIT)
    answer, near = asking.card(asked), asking.near(asked, found)
    same = {"q": given, "as_of": as_of}
    return frame.page(
        "search.html",
        title=answer.title if answer else asking.title(found, near),
        asked=given,
        as_of=as_of,
        known_at=asked.known_at if known_at else None,
        now="/search" + query(**same),
        again="/search" + query(**same, known_at=stamped(asked.known_at)),
        answer=answer,
        silence=asking.silence(asked),
        near=[telling.fact_row(row) for row in near],
        found=asking.results(found, given),
        json="/v1/ask" + query(**same, known_at=stamped(asked.known_at) if known_at else None),
    )


def stamped(at: datetime | None) -> str | None:
    """A moment as an address writes it; plus signs would be read as spaces."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z") if at else None
