"""Take in a document: read and extract first, then keep everything in one short transaction.

A newcomer's mistake: calling `prepare` inside a writing session; the write lock would be held while a PDF is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from registry.actions.views import Ingested, Preview
from registry.model.assertion import Claim
from registry.model.document import Reading, Source
from registry.store import ReadSession, WriteSession


@dataclass(frozen=True, slots=True)
class Given:
    """What the person or program who brings a document says about it; it outranks what the bytes say."""

    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document read and extracted, ready to be kept."""

    uri: str
    uri_key: str
    digest: str
    data: bytes
    reading: Reading
    source: Source
    claims: tuple[Claim, ...]
    aliases: tuple[str, ...] = ()


def prepare(
    data: bytes,
    *,
    name: str | None = None,
    media_type: str | None = None,
    given: Given | None = None,
    model: str | None = None,
) -> Prepared:
    """Read bytes and extract their claims; no database. Raises `Unreadable` or `TooLarge`."""
    raise NotImplementedError


def prepare_text(text: str, *, given: Given | None = None, model: str | None = None) -> Prepared:
    """Extract the claims of a text that was typed or pasted."""
    raise NotImplementedError


def prepare_url(
    url: str, *, given: Given | None = None, model: str | None = None, max_bytes: int = 25_000_000
) -> Prepared:
    """Fetch, read and extract the document at an address. Raises `FetchFailed` or `FetchForbidden` too."""
    raise NotImplementedError


def keep(session: WriteSession, prepared: Prepared, *, actor: str = "") -> Ingested:
    """Keep a prepared document: version, claims, facts, conflicts. The same bytes twice change nothing."""
    raise NotImplementedError


def preview(session: ReadSession, prepared: Prepared) -> Preview:
    """What keeping a prepared document would bring."""
    raise NotImplementedError
