"""Documents: the list, and one of them as its author set it with its claims in place."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from pydantic import Field

from api.deps import Id
from api.filters import ChosenQuery
from registry.actions import lookup, quoting
from registry.actions.quoting import Chosen
from registry.actions.views import DocumentFilter, DocumentView, Held, TextView
from registry.errors import Misquoted
from web import cites, days, telling, text, told, words
from web.fields import Param
from web.frame import Framed
from web.rendering import query
from web.shown import Embed, Toast

router = APIRouter()

LIMIT = 50
NEW = {True: "Kept.", False: "The registry has these very bytes already; nothing was stored twice."}


@router.get("/documents")
def documents(frame: Framed, publisher: Param = None, cursor: Param = None) -> HTMLResponse:
    """All documents, the most recently read first."""
    found = lookup.documents(frame.session, DocumentFilter(publisher), cursor=cursor, limit=LIMIT)
    count = words.counted(frame.counts.documents, "document")
    return frame.page(
        "documents.html",
        title=f"Documents of {publisher}" if publisher else telling.sentence(count)[:-1],
        rows=[told.document_line(row) for row in found.items],
        first="/documents" + query(publisher=publisher) if cursor else None,
        next="/documents" + query(publisher=publisher, cursor=found.next) if found.next else None,
        json="/v1/documents" + query(publisher=publisher),
    )


@router.get("/documents/{document_id}")
def document(frame: Framed, document_id: Id, *, version: Param = None, new: bool | None = None) -> HTMLResponse:
    """A document with its claims underlined."""
    held = lookup.document(frame.session, document_id)
    view = lookup.text(frame.session, version or held.document.version_id)
    source = view.document.source
    disputed = sum(claim.standing.waits or claim.standing.held is Held.DISPUTED for claim in view.claims)
    return frame.page(
        "document.html",
        title=source.title or "Untitled document",
        titled=text.titled(view),
        publisher=source.publisher,
        published=source.published,
        authors=source.authors,
        claims=[told.claim_line(claim) for claim in view.claims],
        disputed=disputed,
        blocks=text.blocks(view),
        particulars=particulars(view),
        digest=view.version.digest,
        versions=versions(held, view.version.id),
        printed=f"/documents/{document_id}/printed?version={view.version.id}" if is_pdf(view) else "",
        feed=f"/v1/documents/{document_id}/changes.atom",
        embed=embedded(frame, view),
        toast=None if new is None else Toast(f"{NEW[new]} {came_of(len(view.claims), disputed)}"),
        json=f"/v1/documents/{document_id}",
        id=document_id,
        cite=f"/documents/{document_id}/cite?version={view.version.id}",
    )


def came_of(claims: int, disputed: int) -> str:
    """What a document that was just added came to: its claims, and how many of them sources disagree about."""
    found = words.counted(claims, "claim")
    if disputed:
        found += f", {words.counted(disputed, 'of them in an open conflict', 'of them in open conflicts')}"
    return telling.sentence(found)


class CiteQuery(ChosenQuery):
    """How to cite a document, and where one looks for a sentence of it."""

    find: str = Field("", max_length=300)


@router.get("/documents/{document_id}/cite")
def cite(frame: Framed, document_id: Id, asked: Annotated[CiteQuery, Query()]) -> HTMLResponse:
    """A document cited as a whole, or some of its words; words that do not name one place are chosen anew."""
    held, chosen, error = lookup.document(frame.session, document_id), asked.chosen(), ""
    try:
        panel = cites.document_panel(frame.session, document_id, chosen, asked.style, site(frame))
    except Misquoted as wrong:
        chosen, error = Chosen(asked.version), wrong.what
        panel = cites.document_panel(frame.session, document_id, chosen, asked.style, site(frame))
    find = asked.find or (asked.exact or "" if error else "")
    found = quoting.sentences(frame.session, document_id, asked.version, find)
    return frame.page(
        "cite.html",
        title=f"Cite “{held.document.source.title or 'Untitled document'}”",
        back=f"/documents/{document_id}" + query(version=asked.version),
        words=chosen != Chosen(asked.version),
        error=error,
        find=find,
        sentences=told.sentences(found[: quoting.OFFERED], frame.request.url.path, asked.version, asked.style),
        more=len(found) > quoting.OFFERED,
        exact=asked.exact or "",
        version_id=asked.version,
        json=f"/v1/documents/{document_id}",
        status=422 if error else 200,
        **panel._asdict(),
    )


def is_pdf(view: TextView) -> bool:
    """Whether the document has printed pages."""
    return view.version.media_type == "application/pdf"


def particulars(view: TextView) -> list[tuple[str, str, str]]:
    """What is known about a version: name, words, and where they lead."""
    version, source = view.version, view.document.source
    size = f"{version.media_type}, {words.sized(version.size)}, as received"
    return [
        *([("Address", source.url, source.url)] if source.url and source.url.startswith("http") else []),
        ("Archived", size, f"/v1/versions/{version.id}/original"),
        ("Read", f"{days.exactly(version.read_at)} by {version.reader}", ""),
    ]


def versions(held: DocumentView, shown: str) -> list[told.Link]:
    """The versions of a document; the one that is shown leads nowhere."""
    base = f"/documents/{held.document.id}?version="
    newest = len(held.versions)
    return [
        told.Link("" if each.id == shown else base + each.id, f"{newest - at}: {days.exactly(each.read_at)}")
        for at, each in enumerate(held.versions)
    ]


def embedded(frame: Framed, view: TextView) -> Embed:
    """What citation collectors find."""
    return cites.of_document(frame.session, view.document.id, view.version.id, site(frame))


def site(frame: Framed) -> str:
    """The address that permalinks begin with."""
    address: str = frame.request.app.state.settings.site
    return address
