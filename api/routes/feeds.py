"""Atom feeds of what changed: everything, one fact, one document, one rule."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response

from api import cursors
from api.deps import Id, Reading
from api.replies import following, sent
from api.routes.claims import Responses
from registry.actions import feeds, measures
from registry.actions.feeds import Changes
from registry.steps.export.atom import MEDIA_TYPE, Feed, feed
from registry.steps.export.words import REGISTRY

router = APIRouter(prefix="/v1", tags=["feeds"])

FEED: Responses = {200: {"content": {MEDIA_TYPE: {}}, "description": "The feed, 50 entries at most."}}
BEGIN = datetime(2000, 1, 1, tzinfo=UTC)
Cursor = Annotated[str | None, Query(max_length=2_000, description="From the link to the next page.")]
Rule = Annotated[str | None, Query(max_length=200, description="Only what this rule found.")]


@router.get("/changes.atom", response_class=Response, responses=FEED)
def follow_changes(request: Request, session: Reading, rule: Rule = None, cursor: Cursor = None) -> Response:
    """Conflicts found, decided, decided anew or withdrawn, the newest first."""
    if rule is not None:
        measures.known(session, rule)
    after = resumed(request, cursor)
    found = feeds.everything(session, site=request.app.state.settings.site, rule=rule, cursor=after)
    page = f"/queue?{urlencode({'rule': rule})}" if rule else "/queue"
    return told(request, "Changes" + (f" found by {rule}" if rule else ""), page, found)


@router.get("/facts/{fact_id}/changes.atom", response_class=Response, responses=FEED)
def follow_fact(request: Request, session: Reading, fact_id: Id, cursor: Cursor = None) -> Response:
    """What changed about a fact."""
    after = resumed(request, cursor)
    title, found = feeds.of_fact(session, fact_id, site=request.app.state.settings.site, cursor=after)
    return told(request, f"Changes: {title}", f"/facts/{fact_id}", found)


@router.get("/documents/{document_id}/changes.atom", response_class=Response, responses=FEED)
def follow_document(request: Request, session: Reading, document_id: Id, cursor: Cursor = None) -> Response:
    """What changed about the facts that a document speaks about."""
    after = resumed(request, cursor)
    title, found = feeds.of_document(session, document_id, site=request.app.state.settings.site, cursor=after)
    return told(request, f"Changes: {title}", f"/documents/{document_id}", found)


def sealing(request: Request) -> tuple[bytes, dict[str, str | None]]:
    """What a cursor is sealed with: the key, and the feed that it belongs to."""
    filters = {"path": request.url.path, "rule": request.query_params.get("rule")}
    return cursors.secret(request.app.state.settings), filters


def resumed(request: Request, cursor: str | None) -> str | None:
    """The position that a cursor stands for."""
    return None if cursor is None else cursors.opened(*sealing(request), cursor)


def told(request: Request, title: str, page: str, found: Changes) -> Response:
    """A feed; its tag and its date let a reader ask again for nothing."""
    site = request.app.state.settings.site
    query = f"?{request.url.query}" if request.url.query else ""
    after = cursors.seal(*sealing(request), found.next) if found.next else None
    updated = max((each.updated for each in found.entries), default=BEGIN)
    rule = request.query_params.get("rule")
    own = f"{site}{request.url.path}"
    head = Feed(
        id=f"{own}?rule={rule}" if rule else own,
        title=title,
        url=f"{own}{query}",
        page=f"{site}{page}",
        updated=updated,
        author=REGISTRY,
        next=following(request, after).split(">")[0].removeprefix("<") if after else None,
    )
    dated = {"Last-Modified": format_datetime(updated.astimezone(UTC).replace(microsecond=0), usegmt=True)}
    body = feed(head, found.entries).encode("utf-8", "replace")
    return sent(request, body, MEDIA_TYPE, headers=dated)
