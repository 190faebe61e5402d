"""The claims of a document as a container of W3C Web Annotations, to be read only.

A newcomer's mistake: letting annotations be posted here. Claims follow from the words of documents.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

import orjson
from fastapi import APIRouter, Query, Request, Response

from api.deps import Configured, Id, Reading
from api.problems import Rejected
from api.replies import sent
from api.routes.claims import ANNOTATED
from registry.actions import annotated
from registry.errors import NotFound
from registry.steps.export.annotation import MEDIA_TYPE
from registry.steps.export.collection import Container, Shape, container, page

router = APIRouter(prefix="/v1", tags=["annotations"])

SIZE = 50
ALLOW = {"Allow": "GET, HEAD, OPTIONS"}
RESOURCE = '<http://www.w3.org/ns/ldp#Resource>; rel="type"'
BASIC = '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"'
CONSTRAINED = '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"'
OF_CONTAINER = {
    **ALLOW,
    "Link": f"{BASIC}, {CONSTRAINED}",
    "Vary": "Accept, Prefer",
    "Accept-Post": MEDIA_TYPE,
}
OF_PAGE = {**ALLOW, "Link": RESOURCE, "Vary": "Accept"}
INCLUDED = re.compile(r"""\binclude \s* = \s* (?: "(?P<quoted>[^"]*)" | (?P<bare>[^\s;,]+) )""", re.VERBOSE)
PREFERENCES = {
    "http://www.w3.org/ns/ldp#PreferMinimalContainer": Shape.MINIMAL,
    "http://www.w3.org/ns/oa#PreferContainedIRIs": Shape.IRIS,
    "http://www.w3.org/ns/oa#PreferContainedDescriptions": Shape.DESCRIPTIONS,
}
PLACE = "/documents/{document_id}/annotations/"
Iris = Annotated[Literal["0", "1"], Query(description="Whether pages hold addresses only.")]


@router.get(PLACE, response_class=Response, responses=ANNOTATED)
def list_annotations(
    request: Request,
    session: Reading,
    settings: Configured,
    *,
    document_id: Id,
    number: Annotated[int | None, Query(alias="page", ge=0, le=1_000_000, description="A page, from 0.")] = None,
    iris: Iris | None = None,
) -> Response:
    """The claims of a document as a W3C Web Annotation container; with `page`, a page of it."""
    shape = preferred(request.headers.get("prefer", ""))
    if iris is not None:
        shape = Shape.IRIS if iris == "1" else Shape.DESCRIPTIONS
    found = annotated.of_document(session, document_id, skip=SIZE * (number or 0), limit=SIZE, site=settings.site)
    place = f"{settings.site}{request.url.path}"
    whole = Container(place, f"Claims in {found.title}", found.total, SIZE, found.modified)
    if number is None:
        located = place if shape is Shape.MINIMAL else f"{place}?iris={int(shape is Shape.IRIS)}"
        headers = OF_CONTAINER | {"Content-Location": located}
        if request.headers.get("prefer"):
            headers |= {"Preference-Applied": "return=representation"}
        return sent(request, orjson.dumps(container(whole, shape, found.shown)), MEDIA_TYPE, headers=headers)
    if number > whole.last:
        raise NotFound(f"There is no page {number}; the last one is {whole.last}.")
    return sent(request, orjson.dumps(page(whole, number, shape, found.shown)), MEDIA_TYPE, headers=OF_PAGE)


def preferred(header: str) -> Shape:
    """What a Prefer header asks for: minimal outranks the others; of those two, descriptions are the default."""
    included = INCLUDED.search(header)
    names = ((included["quoted"] or included["bare"] or "") if included else "").split()
    asked = {PREFERENCES[name] for name in names if name in PREFERENCES}
    if Shape.MINIMAL in asked and len(asked) == 1:
        return Shape.MINIMAL
    if {Shape.IRIS, Shape.DESCRIPTIONS} <= asked:
        raise Rejected("bad-request", "Prefer asks for contained IRIs and for descriptions; choose one of them.")
    return Shape.IRIS if Shape.IRIS in asked else Shape.DESCRIPTIONS


@router.options(PLACE, include_in_schema=False)
def offer_annotations(document_id: Id) -> Response:
    """What the container allows."""
    return Response(status_code=204, headers=OF_CONTAINER)


@router.options("/claims/{claim_id}/annotation", include_in_schema=False)
def offer_annotation(claim_id: Id) -> Response:
    """What an annotation allows."""
    return Response(status_code=204, headers=OF_PAGE)


@router.api_route(PLACE, methods=["POST", "PUT", "PATCH", "DELETE"], include_in_schema=False)
@router.api_route("/claims/{claim_id}/annotation", methods=["POST", "PUT", "PATCH", "DELETE"], include_in_schema=False)
def refuse_annotation() -> Response:
    """Annotations are not taken in."""
    detail = (
        "Claims follow from the words of documents and never change; to add some, send a document to /v1/documents."
    )
    raise Rejected("method-not-allowed", detail, ALLOW)
