"""What the marks mean; and what a person sees where something goes wrong."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api import auth
from api.problems import KINDS, Problem
from web import rendering
from web.frame import Framed

router = APIRouter()

# What goes right in a moment: where one was, not the first page, is the way on.
LATER = (429, 503)

MARKS = (
    ("agrees", "undisputed", "Two independent sources or more say the same."),
    ("plain", "one source", "One source alone says so."),
    ("settled", "settled", "A person has decided."),
    ("changed", "changed, not confirmed", "The values differ because the dates do, and nobody has confirmed it yet."),
    ("changed", "out of date", "A later value is held now."),
    ("disputed", "disputed", "Sources differ and nobody has decided yet."),
    ("contradiction", "contradicted", "A person has settled the fact at another value."),
    ("unsure", "withdrawn", "No document says so any more."),
)


@router.get("/about")
def about(frame: Framed) -> HTMLResponse:
    """What the registry is and promises."""
    return frame.page("about.html", marks=MARKS)


def problem(request: Request, found: Problem) -> HTMLResponse:
    """A problem as a page: what happened and what to do."""
    if found.status < 500:
        auth.visitor(request)
    again = request.url.path.removesuffix("/decisions") if request.url.path.startswith("/conflicts/") else ""
    if found.status in LATER and request.method == "GET":
        again = rendering.here(request)
    return rendering.page(
        request,
        "error.html",
        title=found.title,
        detail=found.detail,
        advice="" if found.advised else KINDS[found.name].advice,
        again=again if found.status != 404 else "",
        instance=found.instance if found.status >= 500 else "",
        status=found.status,
        code=found.status,
    )
