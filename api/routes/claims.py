"""Claims, and how to cite them."""

from __future__ import annotations

from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Query, Request, Response

from api.deps import Configured, Id, Reading
from api.filters import ClaimQuery
from api.replies import listed, reply, resumed, sent
from api.schemas import ClaimOut, PageOut
from registry.actions import cite, lookup
from registry.errors import InvalidValue
from registry.model.citation import Citation
from registry.steps.export import EXPORTERS, travels
from registry.steps.export.annotation import MEDIA_TYPE, annotation

router = APIRouter(prefix="/v1", tags=["claims"])

Style = Annotated[
    str, Query(max_length=40, description="The style or format.", json_schema_extra={"enum": list(EXPORTERS)})
]
Responses = dict[int | str, dict[str, Any]]

CITED: Responses = {
    200: {"content": {travels(name).media_type: {} for name in EXPORTERS}, "description": "The citation."}
}
ANNOTATED: Responses = {200: {"content": {MEDIA_TYPE: {}}, "description": "The annotation."}}
TYPED = {
    "Allow": "GET, HEAD, OPTIONS",
    "Link": '<http://www.w3.org/ns/ldp#Resource>; rel="type"',
    "Vary": "Accept",
}


@router.get("/claims", response_model=PageOut[ClaimOut])
def list_claims(request: Request, session: Reading, query: Annotated[ClaimQuery, Query()]) -> Response:
    """Claims by where they are, what they say, and what is held about them, the newest first."""
    found = lookup.claims(session, query.where(), cursor=resumed(request, query), limit=query.limit)
    total = lookup.claims_total(session, query.where()) if query.total else None
    return listed(request, found, ClaimOut, query, total=total)


@router.get("/claims/{claim_id}", response_model=ClaimOut)
def read_claim(request: Request, session: Reading, claim_id: Id) -> Response:
    """A claim, with its words, its source and what the registry holds about the fact."""
    return reply(request, ClaimOut.model_validate(lookup.claim(session, claim_id)))


@router.get("/claims/{claim_id}/citation", response_class=Response, responses=CITED)
def cite_claim(
    request: Request, session: Reading, settings: Configured, claim_id: Id, style: Style = "apa"
) -> Response:
    """A citation of a claim, with its words, the archived version's hash and the standing at this moment."""
    check(style)
    return cited(request, claim_id, style, [cite.citation(session, claim_id, site=settings.site)])


@router.get("/claims/{claim_id}/annotation", response_class=Response, responses=ANNOTATED)
def annotate_claim(request: Request, session: Reading, settings: Configured, claim_id: Id) -> Response:
    """A claim as a W3C Web Annotation on its source."""
    made = annotation(cite.citation(session, claim_id, site=settings.site))
    return sent(request, orjson.dumps(made), MEDIA_TYPE, headers=TYPED)


def check(style: str) -> None:
    """Refuse a style that there is none of."""
    if style not in EXPORTERS:
        raise InvalidValue(f"There is no style {style!r}; choose one of {', '.join(EXPORTERS)}.")


def cited(request: Request, name: str, style: str, citations: list[Citation]) -> Response:
    """Citations in a style."""
    travel = travels(style)
    body = "".join(EXPORTERS[style](citations)).encode("utf-8", "replace")
    named = f'inline; filename="{name[:40]}.{travel.ending}"'
    shown = {"Content-Disposition": named, "X-Content-Type-Options": "nosniff"}
    return sent(request, body, travel.media_type, headers=shown)
