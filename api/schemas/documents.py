"""Documents, their versions, and what taking one in comes to."""

from __future__ import annotations

from datetime import date, datetime

from api.schemas.wire import Wire


class SourceOut(Wire):
    """What is known about a document."""

    id: str
    title: str | None
    publisher: str | None
    published: date | None
    language: str | None
    url: str | None
    authors: list[str]


class DocumentOut(Wire):
    """A document, with its newest version."""

    id: str
    uri: str
    source: SourceOut
    version_id: str
    read_at: datetime
    versions: int
    claims: int


class VersionOut(Wire):
    """A document as it was read at one moment; `digest` is the SHA-256 of the bytes."""

    id: str
    document_id: str
    digest: str
    media_type: str
    reader: str
    read_at: datetime
    published: date | None
    size: int
    claims: int
    newest: bool


class DocumentDetail(Wire):
    """A document and its versions, the newest first."""

    document: DocumentOut
    versions: list[VersionOut]


class IngestedOut(Wire):
    """What taking in a document came to; `created` is false where the registry has these very bytes already."""

    document_id: str
    version_id: str
    created: bool
    claims: int
    conflicts: int
    replaced: str | None
