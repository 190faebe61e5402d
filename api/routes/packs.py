"""Evidence packs: a zip with what was said about a fact, the archived sources and their hashes."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO

import orjson
from fastapi import APIRouter, Request, Response
from fastapi.responses import StreamingResponse

from api.deps import Configured, Id, Reading
from api.replies import sent
from api.routes.claims import Responses
from registry.actions import pack, provenance
from registry.steps.export.provenance import MEDIA_TYPE

router = APIRouter(prefix="/v1", tags=["facts"])

IN_MEMORY = 8 << 20
PIECE = 1 << 16
TRACED: Responses = {200: {"content": {MEDIA_TYPE: {}}, "description": "The provenance."}}
ZIPPED: Responses = {200: {"content": {"application/zip": {}}, "description": "The pack."}}


@router.get("/facts/{fact_id}/pack", response_class=Response, responses=ZIPPED)
def pack_fact(session: Reading, settings: Configured, fact_id: Id) -> StreamingResponse:
    """The evidence of a fact in a zip: quotations, citations, archived bytes and texts, hashes, and a page to read."""
    file: IO[bytes] = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115
    try:
        named = pack.pack(session, fact_id, file, site=settings.site)
    except BaseException:
        file.close()
        raise
    headers = {
        "Content-Disposition": f'attachment; filename="evidence-{named[:40]}.zip"',
        "Content-Length": str(file.tell()),
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return StreamingResponse(pieces(file), media_type="application/zip", headers=headers)


@router.get("/facts/{fact_id}/provenance.jsonld", response_class=Response, responses=TRACED)
def trace_fact(request: Request, session: Reading, settings: Configured, fact_id: Id) -> Response:
    """Where a fact comes from, as PROV-O: sources as they were read, claims quoted from them, people's verdicts."""
    told = provenance.provenance(session, fact_id, site=settings.site)
    return sent(request, orjson.dumps(told), MEDIA_TYPE)


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """A file from its beginning, closed at its end."""
    with file:
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece
