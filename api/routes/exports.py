"""Whole lists as CSV and NDJSON, streamed: a million lines need no more memory than one.

A newcomer's mistake: an ETag. The lines are not known when the answer begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any, Literal

import orjson
from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import StreamingResponse

from api.deps import Opened, Reading
from api.filters import DecisionQuery, ExportQuery
from api.replies import listed, resumed
from api.routes.claims import Responses
from api.schemas import DecisionOut, PageOut
from registry.actions import exports
from registry.actions.exports import EVERYTHING, LISTS, Line, Wanted
from registry.steps.export.notes import harmless, row
from registry.store import Store

router = APIRouter(prefix="/v1", tags=["exports"])

BUFFER = 1 << 16
CSV, NDJSON = "text/csv; charset=utf-8; header=present", "application/x-ndjson"
AS_CSV: Responses = {200: {"content": {"text/csv": {}}, "description": "CSV with a heading."}}
AS_LINES: Responses = {200: {"content": {NDJSON: {}}, "description": "A JSON object a line."}}
Fields = Annotated[
    str | None,
    Query(max_length=1_000, description="The fields wanted, in order, with commas between.", examples=["id"]),
]


@router.get("/claims.csv", response_class=Response, responses=AS_CSV)
def export_claims_csv(store: Opened, query: Annotated[ExportQuery, Query()]) -> StreamingResponse:
    """The claims of the newest versions as CSV."""
    return streamed(store, "claims", query.fields, "csv", query.wanted())


@router.get("/claims.ndjson", response_class=Response, responses=AS_LINES)
def export_claims_ndjson(store: Opened, query: Annotated[ExportQuery, Query()]) -> StreamingResponse:
    """The claims of the newest versions, a JSON object a line."""
    return streamed(store, "claims", query.fields, "ndjson", query.wanted())


@router.get("/facts.csv", response_class=Response, responses=AS_CSV)
def export_facts_csv(store: Opened, query: Annotated[ExportQuery, Query()]) -> StreamingResponse:
    """The facts with what is held about them as CSV."""
    return streamed(store, "facts", query.fields, "csv", query.wanted())


@router.get("/facts.ndjson", response_class=Response, responses=AS_LINES)
def export_facts_ndjson(store: Opened, query: Annotated[ExportQuery, Query()]) -> StreamingResponse:
    """The facts with what is held about them, a JSON object a line."""
    return streamed(store, "facts", query.fields, "ndjson", query.wanted())


def exporting(name: str, told: str) -> None:
    """Offer a list that takes no filter, as CSV and as NDJSON."""

    def as_csv(store: Opened, fields: Fields = None) -> StreamingResponse:
        return streamed(store, name, fields, "csv")

    def as_lines(store: Opened, fields: Fields = None) -> StreamingResponse:
        return streamed(store, name, fields, "ndjson")

    offered: tuple[tuple[Any, str, Responses, str], ...] = (
        (as_csv, "csv", AS_CSV, "as CSV"),
        (as_lines, "ndjson", AS_LINES, "a JSON object a line"),
    )
    for route, ending, responses, how in offered:
        router.add_api_route(
            f"/{name}.{ending}",
            route,
            name=f"export_{name}_{ending}",
            response_class=Response,
            responses=responses,
            description=f"{told}, {how}.",
        )


exporting("documents", "Every document with what its newest version says of it")
exporting("versions", "Every version of every document")
exporting("conflicts", "Every conflict with its values")
exporting("decisions", "Every decision, the newest first")
exporting("audit", "What people did, the newest first, without what happened to accounts")


@router.get("/decisions", response_model=PageOut[DecisionOut])
def list_all_decisions(request: Request, session: Reading, query: Annotated[DecisionQuery, Query()]) -> Response:
    """What people decided, the newest first."""
    wanted = exports.Decided(query.reviewer, query.verdict)
    found = exports.page_of_decisions(session, wanted, cursor=resumed(request, query), limit=query.limit)
    return listed(request, found, DecisionOut, query)


def streamed(
    store: Store, name: str, fields: str | None, sort: Literal["csv", "ndjson"], wanted: Wanted = EVERYTHING
) -> StreamingResponse:
    """A list, as it is read from the database."""
    names = exports.chosen(name, fields)
    lines = LISTS[name].lines(store, wanted)
    made = table(lines, names) if sort == "csv" else objects(lines, names)
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.{sort}"',
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return StreamingResponse(buffered(made), media_type=CSV if sort == "csv" else NDJSON, headers=headers)


def table(lines: Iterable[Line], names: Sequence[str]) -> Iterator[bytes]:
    """Lines as CSV; cells that a spreadsheet would run as a formula get an apostrophe."""
    yield row(names).encode()
    for line in lines:
        cells = (line[name] for name in names)
        yield row(["" if cell is None else harmless(str(cell)) for cell in cells]).encode("utf-8", "replace")


def objects(lines: Iterable[Line], names: Sequence[str]) -> Iterator[bytes]:
    """Lines as JSON objects."""
    for line in lines:
        yield orjson.dumps({name: line[name] for name in names}, option=orjson.OPT_APPEND_NEWLINE)


def buffered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Small pieces put together, so that sending costs less than making them."""
    held = bytearray()
    for piece in pieces:
        held += piece
        if len(held) >= BUFFER:
            yield bytes(held)
            held.clear()
    yield bytes(held)
