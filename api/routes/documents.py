"""Documents and their versions; adding one is slow work first, then one short transaction."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Query, Request, Response

from api.deps import Configured, Id, Opened, Reading, Reviewer, Writing
from api.filters import ChosenQuery, DocumentClaimsQuery, DocumentQuery, VersionQuery
from api.once import Answering
from api.orders import DocumentIn, FileIn
from api.problems import Rejected
from api.replies import listed, reply, resumed, sent
from api.routes.archive import remembered
from api.routes.claims import CITED, check, cited
from api.schemas import ClaimOut, DocumentDetail, DocumentOut, IngestedOut, PageOut, PendingOut, VersionOut
from registry.actions import ingest, lookup, quoting
from registry.actions.ingest import Prepared
from registry.actions.views import ClaimFilter
from registry.config import Settings
from registry.errors import TooLarge
from registry.store import ReadSession, WriteSession

router = APIRouter(prefix="/v1", tags=["documents"], route_class=Answering)

Responses = dict[int | str, dict[str, Any]]

KNOWN: Responses = {
    200: {"model": IngestedOut, "description": "The registry has these very bytes already; nothing changed."},
    202: {"model": PendingOut, "description": "It is being read; look at the address given (`Prefer: respond-async`)."},
}
PLAIN: Responses = {200: {"content": {"text/plain": {}}, "description": "The frozen text that all offsets count in."}}
BYTES: Responses = {
    200: {"content": {"application/octet-stream": {}}, "description": "The bytes as they were received."}
}
GUARD = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'"}


@router.get("/documents", response_model=PageOut[DocumentOut])
def list_documents(request: Request, session: Reading, query: Annotated[DocumentQuery, Query()]) -> Response:
    """Documents, the most recently read first."""
    after = resumed(request, query)
    found = lookup.documents(session, query.where(), cursor=after, limit=query.limit)
    total = lookup.documents_total(session, query.where()) if query.total else None
    return listed(request, found, DocumentOut, query, total=total)


@router.post("/documents", response_model=IngestedOut, status_code=201, responses=KNOWN)
def add_document(
    order: DocumentIn, response: Response, session: Writing, settings: Configured, *, store: Opened, reviewer: Reviewer
) -> IngestedOut:
    """Take in a text, or the document at an address; 201 when it is new, 200 when these very bytes are known."""
    return kept(session, response, ingest.beforehand(store, prepared(order, settings), settings.model), reviewer)


async def one_of_each(request: Request) -> None:
    """Refuse a form that gives a field twice: of two files all but the last would be lost, and nobody told."""
    names = [name for name, _value in (await request.form()).multi_items()]
    if twice := next((name for number, name in enumerate(names) if name in names[:number]), None):
        raise Rejected("invalid", f"/{twice[:200]}: it is given more than once; send each file by itself.")


@router.post(
    "/documents/file",
    response_model=IngestedOut,
    status_code=201,
    responses=KNOWN,
    dependencies=[Depends(one_of_each)],
)
def add_file(
    order: Annotated[FileIn, Form(media_type="multipart/form-data")],
    response: Response,
    session: Writing,
    settings: Configured,
    *,
    store: Opened,
    reviewer: Reviewer,
) -> IngestedOut:
    """Take in a file: text, Markdown, HTML, PDF, DOCX, CSV or e-mail; what is given beside it outranks what it says."""
    data = order.file.file.read(settings.max_bytes + 1)
    fitting(len(data), settings)
    made = ingest.prepare(
        data, name=order.file.filename, media_type=order.media_type(), given=order.given(), model=settings.model
    )
    return kept(session, response, ingest.beforehand(store, made, settings.model), reviewer)


def prepared(order: DocumentIn, settings: Settings) -> Prepared:
    """The document of an order, read and extracted."""
    if order.url is not None:
        limit = settings.max_bytes
        return ingest.prepare_url(order.url, given=order.given(), model=settings.model, max_bytes=limit)
    text = order.text or ""
    fitting(len(text.encode("utf-8", "surrogatepass")), settings)
    return ingest.prepare_text(text, given=order.given(), model=settings.model)


def fitting(size: int, settings: Settings) -> None:
    """Refuse what is larger than a document may be."""
    if size > settings.max_bytes:
        raise TooLarge(f"The document has more than {settings.max_bytes:,} bytes; send a smaller one.")


def kept(session: WriteSession, response: Response, made: Prepared, reviewer: str) -> IngestedOut:
    """Keep a prepared document and say where it is."""
    done = ingest.keep(session, made, actor=reviewer)
    response.status_code = 201 if done.created else 200
    response.headers["Location"] = f"/v1/documents/{done.document_id}"
    return IngestedOut.model_validate(done)


@router.get("/documents/{document_id}", response_model=DocumentDetail)
def read_document(request: Request, session: Reading, document_id: Id) -> Response:
    """A document and its versions, the newest first."""
    return reply(request, DocumentDetail.model_validate(lookup.document(session, document_id)))


@router.get("/documents/{document_id}/citation", response_class=Response, responses=CITED)
def cite_document(
    request: Request,
    session: Reading,
    settings: Configured,
    document_id: Id,
    query: Annotated[ChosenQuery, Query()],
) -> Response:
    """A citation of a document, or of words in it: `exact`, or `start` and `end` in code points of a version's text."""
    check(query.style)
    made = quoting.of_document(session, document_id, query.chosen(), site=settings.site)
    return cited(request, document_id, query.style, [made])


@router.get("/documents/{document_id}/versions", response_model=PageOut[VersionOut])
def list_versions(request: Request, session: Reading, document_id: Id) -> Response:
    """The versions of a document, the newest first."""
    found = [VersionOut.model_validate(row) for row in lookup.document(session, document_id).versions]
    return reply(request, PageOut[VersionOut](items=found, next_cursor=None, has_more=False))


@router.get("/documents/{document_id}/text", response_class=Response, responses=PLAIN)
def read_document_text(request: Request, session: Reading, document_id: Id) -> Response:
    """The text of a document's newest version."""
    return plain(request, session, lookup.document(session, document_id).document.version_id)


@router.get("/documents/{document_id}/claims", response_model=PageOut[ClaimOut])
def list_document_claims(
    request: Request, session: Reading, document_id: Id, query: Annotated[DocumentClaimsQuery, Query()]
) -> Response:
    """The claims that a document makes, those of its newest version in reading order."""
    newest = lookup.document(session, document_id).document.version_id
    where = ClaimFilter(document_id=document_id, retired=True) if query.retired else ClaimFilter(version_id=newest)
    found = lookup.claims(session, where, cursor=resumed(request, query), limit=query.limit)
    return listed(request, found, ClaimOut, query)


@router.get("/versions", response_model=PageOut[VersionOut])
def list_all_versions(request: Request, session: Reading, query: Annotated[VersionQuery, Query()]) -> Response:
    """The versions of all documents, in the order of their ids."""
    after = resumed(request, query)
    found = lookup.versions(session, document_id=query.document_id, cursor=after, limit=query.limit)
    return listed(request, found, VersionOut, query)


@router.get("/versions/{version_id}", response_model=VersionOut)
def read_version(request: Request, session: Reading, version_id: Id) -> Response:
    """A version, without its text."""
    return reply(request, VersionOut.model_validate(lookup.version(session, version_id)))


@router.get("/versions/{version_id}/text", response_class=Response, responses=PLAIN)
def read_text(request: Request, session: Reading, version_id: Id) -> Response:
    """The frozen text of a version."""
    return plain(request, session, version_id)


@router.get("/versions/{version_id}/original", response_class=Response, responses=BYTES)
def read_original(request: Request, session: Reading, settings: Configured, version_id: Id) -> Response:
    """The bytes of a version as they were received, as a download."""
    version, data = lookup.original(session, version_id)
    kept = remembered(lookup.document(session, version.document_id), version_id, settings.site)
    attached = {"Content-Disposition": f'attachment; filename="{version.digest[:16]}"', **GUARD, **kept}
    return sent(request, data, version.media_type, headers=attached)


def plain(request: Request, session: ReadSession, version_id: str) -> Response:
    """A version's text as plain text."""
    text = lookup.text(session, version_id).text.encode("utf-8", "surrogatepass")
    return sent(request, text, "text/plain; charset=utf-8", headers=GUARD)
