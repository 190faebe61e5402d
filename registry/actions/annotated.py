"""The claims of a document as annotations on it: a page of them at a time.

A newcomer's mistake: asking for each claim by itself. The text and its blocks are read once for a page.
"""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from registry.actions import cite, lookup
from registry.model.citation import Citation
from registry.store import ReadSession


class Annotated(NamedTuple):
    """The claims of a document's newest version, as many as were asked for; `total` counts them all."""

    title: str
    total: int
    modified: datetime
    shown: tuple[Citation, ...]


def of_document(session: ReadSession, document_id: str, *, skip: int, limit: int, site: str) -> Annotated:
    """Some of the claims that the newest version of a document makes, in reading order."""
    row = lookup.document(session, document_id).document
    view = lookup.text(session, row.version_id)
    live = [claim for claim in view.claims if claim.retired_at is None]
    shown = tuple(cite.cited(claim, view.blocks, site=site) for claim in live[skip : skip + limit])
    return Annotated(row.source.title or row.uri, len(live), row.read_at, shown)
