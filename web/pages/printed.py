"""The pages of a PDF as they were printed, with boxes over the claims."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import HTMLResponse, Response

from api.deps import Id, Reading
from registry.actions import lookup, printed
from web import telling, told
from web.fields import Param
from web.frame import Framed
from web.rendering import query

router = APIRouter()

Page = Annotated[int, Query(ge=0, le=100_000)]
YEAR = {"Cache-Control": "private, max-age=31536000, immutable"}


@router.get("/documents/{document_id}/printed")
def page(frame: Framed, document_id: Id, version: Param = None, page: Page = 0, claim: Param = None) -> HTMLResponse:
    """A page of a PDF; that of a claim where one is named."""
    held = lookup.document(frame.session, document_id)
    view = lookup.text(frame.session, version or held.document.version_id)
    number = page or printed.page_of(view, claim or "")
    shown = printed.printed(frame.session, view, number)
    base = f"/documents/{document_id}/printed"
    steps = {"previous": number - 1 if number > 1 else 0, "next": number + 1 if number < shown.pages else 0}
    return frame.page(
        "printed.html",
        title=f"Page {number} of {view.document.source.title or 'an untitled document'}",
        document=view.document.source.title or "The document",
        href=f"/documents/{document_id}?version={view.version.id}",
        number=number,
        page=shown,
        picture=f"/versions/{view.version.id}/pages/{number}.png",
        places=[(told.claim_line(each.claim), each.boxes) for each in shown.places],
        lit=claim or "",
        question=telling.sentence(f"page {number} of {shown.pages}")[:-1],
        **{name: base + query(version=version, page=at) if at else None for name, at in steps.items()},
    )


@router.get("/versions/{version_id}/pages/{number}.png")
def picture(session: Reading, version_id: Id, number: Annotated[int, Path(ge=1, le=100_000)]) -> Response:
    """A page of a PDF as a picture."""
    return Response(printed.picture(session, version_id, number), media_type="image/png", headers=YEAR)
