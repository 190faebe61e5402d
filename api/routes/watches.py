"""Watches: published pieces and lists that rest on facts, and what became of those."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api import cursors
from api.deps import Configured, Id, Owner, Reading, Writing
from api.filters import Paging
from api.once import Answering
from api.replies import following, listed_as, matched, reply, resumed, sent
from api.routes.claims import Responses
from api.schemas import PageOut
from api.watches import ChangeOut, WatchDetail, WatchIn, WatchOut, watch_tag
from registry.actions import lint, watching
from registry.model.assertion import Claim
from registry.model.document import Reading as Draft
from registry.steps.export.atom import MEDIA_TYPE, Entry, Feed, feed, paragraphs
from registry.steps.export.words import REGISTRY
from registry.store import ReadSession
from registry.store.queries.watches import ChangeRow

router = APIRouter(prefix="/v1", tags=["watches"], route_class=Answering)

FEED: Responses = {200: {"content": {MEDIA_TYPE: {}}, "description": "The feed, 50 entries at most."}}
IF_MATCH = {"parameters": [{"in": "header", "name": "If-Match", "required": True, "schema": {"type": "string"}}]}
BEGIN = datetime(2000, 1, 1, tzinfo=UTC)
Cursor = Annotated[str | None, Query(max_length=2_000, description="From the link to the next page.")]


@router.post("/watches", response_model=WatchDetail, status_code=201)
def watch_piece(
    response: Response, session: Writing, settings: Configured, caller: Owner, order: WatchIn
) -> WatchDetail:
    """Watch a published piece or a list: whoever watches is told when a fact that it uses is held otherwise."""
    claims: tuple[Claim, ...] = ()
    if order.text is not None:
        draft = Draft(order.text, order.media_type, "given/1")
        claims = lint.read(draft, name=order.name, model=settings.model)
    read = ReadSession(session)
    pieces = watching.of_claims(read, claims) + watching.of_stored(read, claims=order.claims, facts=order.facts)
    row = watching.watch(session, watching.Named.of(caller.name, order.name), pieces, replace=not order.add)
    response.headers["Location"] = f"/v1/watches/{row.id}"
    return WatchDetail.of(watching.watched(read, row.id, caller.name))


@router.get("/watches", response_model=PageOut[WatchOut])
def list_watches(request: Request, session: Reading, caller: Owner, query: Annotated[Paging, Query()]) -> Response:
    """Your watches, the newest first."""
    found = watching.watches(session, caller.name, cursor=resumed(request, query), limit=query.limit)
    return listed_as(request, found, WatchOut.of, WatchOut, query)


@router.get("/watches/changes.atom", response_class=Response, responses=FEED)
def follow_watches(request: Request, session: Reading, caller: Owner, cursor: Cursor = None) -> Response:
    """What became of everything you watch, as a feed: the sentence, the old and the new value, a correction."""
    after = opened(request, cursor)
    found = watching.changes(session, watch_id=None, owner=caller.name, cursor=after)
    return told(request, "What you watch", found.items, found.next)


@router.get("/watches/{watch_id}", response_model=WatchDetail)
def read_watch(request: Request, session: Reading, caller: Owner, watch_id: Id) -> Response:
    """A watch with what it uses, and what is held about each now."""
    view = watching.watched(session, watch_id, caller.name)
    version = watch_tag(view.row.id, view.row.ended_at).strip('"')
    return reply(request, WatchDetail.of(view), version=version)


@router.delete("/watches/{watch_id}", status_code=204, openapi_extra=IF_MATCH)
def end_watch(request: Request, session: Writing, caller: Owner, watch_id: Id) -> Response:
    """End a watch; what was told about it stays."""
    row = watching.watch_of(session, watch_id, caller.name)
    matched(request, watch_tag(row.id, row.ended_at), place=f"/v1/watches/{watch_id}")
    watching.end(session, watch_id, caller.name)
    return Response(status_code=204)


@router.get("/watches/{watch_id}/changes", response_model=PageOut[ChangeOut])
def list_changes(
    request: Request, session: Reading, caller: Owner, watch_id: Id, query: Annotated[Paging, Query()]
) -> Response:
    """What was told about a watch, the newest first."""
    after = resumed(request, query)
    found = watching.changes(session, watch_id=watch_id, owner=caller.name, cursor=after, limit=query.limit)
    return listed_as(request, found, ChangeOut.of, ChangeOut, query)


@router.get("/watches/{watch_id}/changes.atom", response_class=Response, responses=FEED)
def follow_watch(request: Request, session: Reading, caller: Owner, watch_id: Id, cursor: Cursor = None) -> Response:
    """What was told about a watch, as a feed."""
    after = opened(request, cursor)
    found = watching.changes(session, watch_id=watch_id, owner=caller.name, cursor=after)
    name = watching.watch_of(session, watch_id, caller.name).name
    return told(request, f"Watch: {name}", found.items, found.next)


def opened(request: Request, cursor: str | None) -> str | None:
    """The position that a feed's cursor stands for."""
    filters = {"path": request.url.path}
    return None if cursor is None else cursors.opened(cursors.secret(request.app.state.settings), filters, cursor)


def told(request: Request, title: str, rows: tuple[ChangeRow, ...], position: str | None) -> Response:
    """Changes as a feed."""
    site, key = request.app.state.settings.site, cursors.secret(request.app.state.settings)
    after = cursors.seal(key, {"path": request.url.path}, position) if position else None
    head = Feed(
        id=f"{site}{request.url.path}",
        title=title,
        url=f"{site}{request.url.path}",
        page=f"{site}/watches",
        updated=max((row.at for row in rows), default=BEGIN),
        author=REGISTRY,
        next=following(request, after).split(">")[0].removeprefix("<") if after else None,
    )
    return sent(request, feed(head, [entry(row, site) for row in rows]).encode("utf-8", "replace"), MEDIA_TYPE)


def entry(row: ChangeRow, site: str) -> Entry:
    """A change as an entry."""
    data = row.data
    old, new = (data[name]["value"] or data[name]["standing"] for name in ("old", "new"))
    lines = [
        f"“{data['sentence']}”",
        f"Held before: {old}. Held now: {new} ({data['new']['standing']}).",
        f"Suggested: {data['suggestion']}" if data["suggestion"] else "",
    ]
    return Entry(
        id=f"{site}/v1/watches/{row.watch_id}/changes#{row.id}",
        title=f"{data['watch']['name']}: {data['question'] or 'a fact'} {old} → {new}",
        url=f"{site}/facts/{row.fact_id}" if row.fact_id else f"{site}/watches/{row.watch_id}",
        published=row.at,
        updated=row.at,
        body=paragraphs([line for line in lines if line]),
        via=(data["watch"]["url"],) if data["watch"]["url"] else (),
        category=row.type,
        gone=False,
    )
