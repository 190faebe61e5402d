"""Evidence packs: a zip with what was said about a fact, the archived sources and their hashes."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import IO

from fastapi import APIRouter, Response
from fastapi.responses import StreamingResponse

from api.deps import Configured, Id, Reading
from api.routes.claims import Responses
from registry.actions import pack

router = APIRouter(prefix="/v1", tags=["facts"])

IN_MEMORY = 8 << 20
PIECE = 1 << 16
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


def pieces(file: IO[bytes]) -> Iterator[bytes]:
    """A file from its beginning, closed at its end."""
    with file:
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece
