"""Facts: the questions that claims answer, with their history."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from api.deps import Configured, Id, Reading
from api.filters import FactQuery
from api.replies import listed, reply, resumed
from api.routes.claims import CITED, Responses, Style, check, cited
from api.schemas import FactDetail, FactOut, PageOut
from registry.actions import cite, lookup

router = APIRouter(prefix="/v1", tags=["facts"])

MOVED: Responses = {308: {"description": "The fact was merged into another, which Location names."}}


@router.get("/facts", response_model=PageOut[FactOut])
def list_facts(request: Request, session: Reading, query: Annotated[FactQuery, Query()]) -> Response:
    """Facts, the most recently changed first."""
    after = resumed(request, query)
    found = lookup.facts(session, query.where(), cursor=after, limit=query.limit)
    total = lookup.facts_total(session, query.where()) if query.total else None
    return listed(request, found, FactOut, query, total=total)


@router.get("/facts/{fact_id}", response_model=FactDetail, responses=MOVED)
def read_fact(request: Request, session: Reading, fact_id: Id) -> Response:
    """A fact with its values, conflicts and decisions."""
    found = lookup.fact(session, fact_id)
    if found.row.id != fact_id:
        return RedirectResponse(f"/v1/facts/{found.row.id}", 308)
    return reply(request, FactDetail.model_validate(found))


@router.get("/facts/{fact_id}/citation", response_class=Response, responses=CITED)
def cite_fact(request: Request, session: Reading, settings: Configured, fact_id: Id, style: Style = "apa") -> Response:
    """A citation of every claim that answers a fact, in a style."""
    check(style)
    found = lookup.fact(session, fact_id)
    claims = [claim.id for side in found.sides for claim in side.claims]
    return cited(request, fact_id, style, [cite.citation(session, claim, site=settings.site) for claim in claims])
