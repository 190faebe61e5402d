"""The archive for programs: versions by time (Memento, RFC 7089) and citations by id (unAPI).

A newcomer's mistake: `rel="original"` on a document without an address. Its page in the registry stands in.
"""

from __future__ import annotations

from html import escape
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.deps import Configured, Id, Reading
from api.problems import Rejected
from api.replies import sent
from api.routes.claims import Responses
from registry.actions import lookup, quoting
from registry.actions.views import DocumentView
from registry.steps.export import EXPORTERS, travels
from registry.steps.export.linkformat import MEDIA_TYPE, Memento, Original, asked, header, nearest, stamp, timemap

router = APIRouter(tags=["archive"])

MAPPED: Responses = {200: {"content": {MEDIA_TYPE: {}}, "description": "The versions as links."}}
CHOSEN: Responses = {302: {"description": "The version that was current then, which Location names."}}
UNAPI = ("ris", "bibtex")
OFFERED: Responses = {
    200: {
        "content": {"application/xml": {}, **{travels(name).media_type: {} for name in UNAPI}},
        "description": "The formats, or the citation.",
    },
    300: {"content": {"application/xml": {}}, "description": "The formats of this id."},
}


@router.get("/v1/documents/{document_id}/timemap", response_class=Response, responses=MAPPED)
def map_document(request: Request, session: Reading, settings: Configured, document_id: Id) -> Response:
    """The versions of a document with their times (a Memento TimeMap)."""
    view = lookup.document(session, document_id)
    body = timemap(original(view, settings.site), mementos(view, settings.site))
    return sent(request, body.encode("utf-8", "replace"), MEDIA_TYPE)


@router.get("/v1/documents/{document_id}/timegate", response_class=Response, status_code=302, responses=CHOSEN)
def choose_version(request: Request, session: Reading, settings: Configured, document_id: Id) -> Response:
    """The version that was current at the moment in `Accept-Datetime`; the newest without it (a Memento TimeGate)."""
    given = request.headers.get("accept-datetime")
    at = asked(given) if given is not None else None
    if given is not None and at is None:
        raise Rejected(
            "bad-request", "Accept-Datetime is no date of HTTP; send one such as Tue, 01 Jul 2025 12:00:00 GMT."
        )
    view = lookup.document(session, document_id)
    found = nearest(mementos(view, settings.site), at)
    links = header(original(view, settings.site), mementos(view, settings.site), found)
    return RedirectResponse(found.url, 302, {"Vary": "accept-datetime", "Link": links, "Cache-Control": "no-cache"})


def original(view: DocumentView, site: str) -> Original:
    """A document as Memento sees it."""
    place = f"{site}/v1/documents/{view.document.id}"
    url = view.document.source.url or f"{site}/documents/{view.document.id}"
    return Original(quote(url, safe="%/:=&?~#+!$,;'@()*[]"), f"{place}/timegate", f"{place}/timemap")


def mementos(view: DocumentView, site: str) -> list[Memento]:
    """Its versions."""
    return [Memento(f"{site}/v1/versions/{row.id}/original", row.read_at) for row in view.versions]


def remembered(view: DocumentView, version_id: str, site: str) -> dict[str, str]:
    """The headers of an archived version."""
    every = mementos(view, site)
    shown = next(one for one in every if one.url.endswith(f"/{version_id}/original"))
    return {"Memento-Datetime": stamp(shown.at), "Link": header(original(view, site), every, shown)}


@router.get("/unapi", response_class=Response, responses=OFFERED)
def offer_formats(
    request: Request,
    session: Reading,
    settings: Configured,
    *,
    name: Annotated[str | None, Query(alias="id", max_length=200, description="A claim, fact or document.")] = None,
    style: Annotated[str | None, Query(alias="format", max_length=40, description="A format.")] = None,
) -> Response:
    """The formats in which sources can be fetched (unAPI); with `id` those of a claim, fact or document, with `format`
    its citation."""
    if name is None:
        return sent(request, formats(None).encode(), "application/xml")
    citations = quoting.anything(session, name, site=settings.site)
    if style is None:
        return Response(formats(name), 300, media_type="application/xml")
    if style not in UNAPI:
        raise Rejected("not-acceptable", f"There is no format {style[:40]!r} here; choose one of {', '.join(UNAPI)}.")
    return sent(request, "".join(EXPORTERS[style](citations)).encode("utf-8", "replace"), travels(style).media_type)


def formats(name: str | None) -> str:
    """The formats as unAPI lists them."""
    told = "".join(f'<format name="{each}" type="{travels(each).media_type.partition(";")[0]}"/>' for each in UNAPI)
    of = f' id="{escape(name)}"' if name else ""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<formats{of}>{told}</formats>\n'
