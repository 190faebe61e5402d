"""Two versions of a document, and what differs between them."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from api.deps import Id
from registry.actions import lookup
from registry.actions.views import VersionRow
from registry.errors import NotFound
from web import difference, words
from web.fields import Param
from web.frame import Framed

router = APIRouter()


@router.get("/documents/{document_id}/difference")
def differing(
    frame: Framed, document_id: Id, old: Param = None, new: Param = None, *, whole: bool = False
) -> HTMLResponse:
    """What differs between two versions; between the newest two where none are named."""
    held = lookup.document(frame.session, document_id)
    versions = held.versions
    if len(versions) < 2:
        raise NotFound("This document has one version only; there is nothing to compare it with.")
    right = _named(versions, new) or versions[0]
    left = _named(versions, old) or next((each for each in versions if each.read_at < right.read_at), versions[-1])
    parts = difference.difference(lookup.text(frame.session, left.id).text, lookup.text(frame.session, right.id).text)
    count = difference.changes(parts)
    return frame.page(
        "difference.html",
        title=f"{words.counted(count, 'change')} in {held.document.source.title or 'an untitled document'}",
        href=f"/documents/{document_id}",
        versions=versions,
        left=left,
        right=right,
        parts=parts if whole else difference.shortened(parts),
        whole=whole,
    )


def _named(versions: tuple[VersionRow, ...], name: str | None) -> VersionRow | None:
    """The version with an id; an id of another document's is none."""
    found = next((each for each in versions if each.id == name), None)
    if name is not None and found is None:
        raise NotFound("The document has no such version; choose one from its list.")
    return found
