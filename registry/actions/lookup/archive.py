"""Documents, their versions, bytes and texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from registry.actions import paging
from registry.actions.facts.wholes import claim_views
from registry.actions.lookup import thinned
from registry.actions.rows import address, to_block
from registry.actions.views import (
    DocumentFilter,
    DocumentRow,
    DocumentView,
    Page,
    TextView,
    Total,
    VersionRow,
)
from registry.errors import NotFound
from registry.model.document import Source
from registry.store import ReadSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import documents as document_queries

ALL_DOCUMENTS = DocumentFilter()


def document_row(row: document_queries.DocumentRow) -> DocumentRow:
    """A document as it is shown."""
    source = Source(row.id, row.title, row.publisher, row.published, row.language, address(row.uri), tuple(row.authors))
    return DocumentRow(row.id, row.uri, source, row.version_id, row.read_at, row.versions, row.claims)


def documents(
    session: ReadSession, where: DocumentFilter = ALL_DOCUMENTS, *, cursor: str | None = None, limit: int = 50
) -> Page[DocumentRow]:
    """The documents that a filter leaves, the most recently read first."""
    wanted = document_queries.Wanted(where.publisher, where.language, where.since, where.until)
    if where.words is not None:
        before = paging.number_of(cursor)
        named = document_queries.worded(session, wanted, where.words, before=before, limit=limit + 1)
        return thinned.by_number(named, limit, lambda row: _row(row[1:]))
    found = document_queries.walked(session, wanted, after=paging.time_of(cursor), limit=limit + 1)
    return thinned.by_place(found, limit, _row, lambda row: (row.read_at, row.id))


def documents_total(session: ReadSession, where: DocumentFilter) -> Total:
    """How many documents a filter leaves."""
    wanted = document_queries.Wanted(where.publisher, where.language, where.since, where.until)
    return Total(*document_queries.counted(session, wanted, where.words))


def _row(row: Sequence[Any]) -> DocumentRow:
    return document_row(document_queries.DocumentRow._make(row))


def versions(
    session: ReadSession, *, document_id: str | None = None, cursor: str | None = None, limit: int = 50
) -> Page[VersionRow]:
    """Versions of all documents or of one, in the order of their ids."""
    (after,) = paging.opened(cursor, 1) or [""]
    rows = document_queries.versions(session, document_id=document_id, after=str(after), limit=limit + 1)
    return paging.page([_version(row) for row in rows], limit, lambda row: [row.id])


def document(session: ReadSession, document_id: str) -> DocumentView:
    """A document and its versions."""
    row = document_queries.documents_by_id(session, [document_id]).get(document_id)
    if row is None:
        raise NotFound(f"There is no document {document_id[:80]!r}; look for it in the list of documents.")
    versions = document_queries.versions_of(session, document_id)
    return DocumentView(document_row(row), tuple(map(_version, versions)))


def _version(row: document_queries.VersionRow) -> VersionRow:
    """A version as it is shown."""
    told = row._asdict()
    return VersionRow(**{name: told[name] for name in VersionRow._fields})


def version(session: ReadSession, version_id: str) -> VersionRow:
    """A version without its text."""
    row = document_queries.version(session, version_id)
    if row is None:
        raise NotFound(f"There is no version {version_id[:80]!r}; look at the document's list of versions.")
    return _version(row)


def original(session: ReadSession, version_id: str) -> tuple[VersionRow, bytes]:
    """A version and its bytes as they were received."""
    row = version(session, version_id)
    return row, document_queries.bytes_of(session, version_id) or b""


def text(session: ReadSession, version_id: str) -> TextView:
    """A version's text with its claims in reading order."""
    row = version(session, version_id)
    told = document_queries.text_of(session, version_id)
    assert told is not None
    blocks = tuple(to_block(block) for block in told.blocks)
    found = claim_views(session, claim_queries.claims_of_version(session, version_id))
    whole = document_queries.documents_by_id(session, [row.document_id])[row.document_id]
    return TextView(document_row(whole), row, told.text, blocks, found)
