"""Reconciliation: spreadsheet programs such as OpenRefine match their cells with facts (API version 0.2).

A newcomer's mistake: asking for JSON. The programs send forms whose fields are JSON.
"""

from __future__ import annotations

from html import escape
from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Form, Query, Request, Response

from api.columns import PROPERTIES, Node
from api.deps import BY_READERS, Configured, Id, Reading
from api.matching import (
    TYPES,
    ExtendIn,
    QueriesIn,
    candidate,
    demand_few,
    extended,
    manifest,
    parsed,
    suggested,
)
from api.replies import sent
from api.routes.claims import Responses
from registry import __version__
from registry.actions import reconcile
from registry.actions.views import FactRow
from registry.config import Settings
from registry.store import ReadSession

router = APIRouter(prefix="/reconcile/0.2", tags=["reconciliation"])

PAGE = 20
JSON: Responses = {200: {"content": {"application/json": {}}, "description": "As the specification says."}}
MARKUP: Responses = {200: {"content": {"text/html": {}}, "description": "A few words on the fact."}}
FRAMED = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *"}

Batch = Annotated[str | None, Query(description="Queries by name, as JSON.")]
More = Annotated[str | None, Query(description="Facts and the properties wanted, as JSON.")]
Prefix = Annotated[str, Query(max_length=2_000, description="How it begins.", examples=["light"])]
Cursor = Annotated[int, Query(ge=0, le=10_000, description="How many to skip.")]


@router.get("", response_class=Response, include_in_schema=False)
@router.get("/", response_class=Response, responses=JSON)
def reconcile_facts(
    request: Request, session: Reading, settings: Configured, queries: Batch = None, extend: More = None
) -> Response:
    """What this service is; or with `queries`, the facts that cells may mean; or with `extend`, values of facts."""
    return answered(request, session, settings, queries=queries, extend=extend)


@router.post("", response_class=Response, include_in_schema=False, dependencies=BY_READERS)
@router.post("/", response_class=Response, responses=JSON, dependencies=BY_READERS)
def reconcile_batch(
    request: Request,
    session: Reading,
    settings: Configured,
    queries: Annotated[str | None, Form(description="Queries by name, as JSON.")] = None,
    extend: Annotated[str | None, Form(description="Facts and the properties wanted, as JSON.")] = None,
) -> Response:
    """The same as a form, for batches of up to 50."""
    return answered(request, session, settings, queries=queries, extend=extend)


def answered(
    request: Request, session: ReadSession, settings: Settings, *, queries: str | None, extend: str | None
) -> Response:
    """What was asked for."""
    if queries is not None:
        return told(request, matched(session, parsed(QueriesIn, queries)))
    if extend is not None:
        order = parsed(ExtendIn, extend)
        demand_few(len(order.ids))
        return told(request, extended(order, reconcile.entities(session, order.ids), settings.site))
    return told(request, manifest(settings.site, __version__))


def matched(session: ReadSession, asked: QueriesIn) -> Node:
    """The candidates for each cell."""
    demand_few(len(asked.root))
    return {
        name: {"result": [candidate(found) for found in reconcile.candidates(session, query.wanted())]}
        for name, query in asked.root.items()
    }


@router.get("/suggest/entity", response_class=Response, responses=JSON)
def suggest_entity(request: Request, session: Reading, prefix: Prefix = "", cursor: Cursor = 0) -> Response:
    """Facts whose question has words that begin so."""
    found = reconcile.starting(session, prefix, skip=cursor, limit=PAGE)
    return told(request, {"result": [suggested(known) for known in found]})


@router.get("/suggest/property", response_class=Response, responses=JSON)
def suggest_property(request: Request, prefix: Prefix = "", cursor: Cursor = 0) -> Response:
    """Properties whose name or id begins so."""
    return told(request, {"result": beginning([each.told() for each in PROPERTIES], prefix)[cursor : cursor + PAGE]})


@router.get("/suggest/type", response_class=Response, responses=JSON)
def suggest_type(request: Request, prefix: Prefix = "", cursor: Cursor = 0) -> Response:
    """Types whose name or id begins so."""
    return told(request, {"result": beginning(TYPES, prefix)[cursor : cursor + PAGE]})


def beginning(nodes: tuple[Node, ...] | list[Node], prefix: str) -> list[Node]:
    """The nodes whose id, name or a word of it begins so."""
    start = prefix.strip().casefold()
    return [
        node
        for node in nodes
        if any(word.casefold().startswith(start) for word in (node["id"], node["name"], *node["name"].split()))
    ]


@router.get("/properties", response_class=Response, responses=JSON)
def propose_properties(
    request: Request,
    kind: Annotated[str, Query(alias="type", max_length=200, description="A type.", examples=["fact"])] = "fact",
    limit: Annotated[int, Query(ge=1, le=1_000, description="How many at most.")] = 100,
) -> Response:
    """The properties that can be fetched for facts."""
    names = [{"id": each.id, "name": each.name} for each in PROPERTIES]
    return told(request, {"type": kind, "limit": limit, "properties": names[:limit]})


@router.get("/preview/{fact_id}", response_class=Response, responses=MARKUP)
def preview_fact(request: Request, session: Reading, settings: Configured, fact_id: Id) -> Response:
    """A few words on a fact, to be shown in a frame."""
    row = reconcile.entity(session, fact_id).row
    return sent(
        request, page(row, settings.site).encode("utf-8", "replace"), "text/html; charset=utf-8", headers=FRAMED
    )


def page(row: FactRow, site: str) -> str:
    """The preview."""
    values = "".join(
        f"<li>{escape(side.label)} <small>({side.sources} source{'s' if side.sources != 1 else ''}"
        f"{', ' + side.last.isoformat() if side.last else ''})</small></li>"
        for side in row.values[-5:]
    )
    link = f'<a href="{escape(f"{site}/facts/{row.id}")}" target="_blank" rel="noopener">{escape(row.question)}</a>'
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Fact</title>'
        '<body style="font: 14px/1.4 system-ui; margin: 8px">'
        f"<b>{link}</b><p>{escape(row.standing.words)}</p><ul>{values}</ul></body></html>"
    )


def told(request: Request, node: dict[str, Any]) -> Response:
    """An answer."""
    return sent(request, orjson.dumps(node), "application/json")
