"""Documents, their versions, and a version's text as they are shown."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from registry.actions.views.claims import ClaimView
from registry.model.document import Source
from registry.model.span import Block


class DocumentFilter(NamedTuple):
    """Which documents: of a publisher, in a language, published between two days, with these words in their text."""

    publisher: str | None = None
    language: str | None = None
    since: date | None = None
    until: date | None = None
    words: str | None = None


class DocumentRow(NamedTuple):
    """A document as it is listed; `version_id` and `read_at` are those of its newest version.

    `source.id` is the document's id; `uri` is its canonical address, or `urn:sha256:...` where it has none.
    """

    id: str
    uri: str
    source: Source
    version_id: str
    read_at: datetime
    versions: int
    claims: int


class VersionRow(NamedTuple):
    """A document as it was read at one moment."""

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


class DocumentView(NamedTuple):
    """A document with its versions, newest first."""

    document: DocumentRow
    versions: tuple[VersionRow, ...]


class TextView(NamedTuple):
    """A version's frozen text with its blocks and its claims in reading order."""

    document: DocumentRow
    version: VersionRow
    text: str
    blocks: tuple[Block, ...]
    claims: tuple[ClaimView, ...]
