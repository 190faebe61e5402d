"""What taking in a document came to, or would come to."""

from __future__ import annotations

from typing import NamedTuple

from registry.actions.views.answers import Outcome
from registry.actions.views.facts import FactRow
from registry.model.assertion import Assertion
from registry.model.document import Source
from registry.model.span import Span


class Ingested(NamedTuple):
    """What taking in a document came to. `created` is False where the registry has these very bytes already."""

    document_id: str
    version_id: str
    created: bool
    claims: int
    conflicts: int
    replaced: str | None = None


class Preview(NamedTuple):
    """A dry run: what a document would bring. `known` is the id of the version that has the same bytes already."""

    source: Source
    digest: str
    media_type: str
    text: str
    claims: tuple[PreviewClaim, ...]
    known: str | None


class PreviewClaim(NamedTuple):
    """A claim that a document would bring, the fact it would answer and what the registry says to it now."""

    span: Span
    sentence: Span
    assertion: Assertion
    checkworthy: float
    fact: FactRow | None
    outcome: Outcome
    detail: str


class Rechecked(NamedTuple):
    """What running the present steps over stored documents changed: claims that are new, no longer found, or read
    otherwise at the same words; conflicts that are new, gone from the queue, or still there."""

    versions: int
    added: int
    retired: int
    conflicts: int
    changed: int = 0
    gone: int = 0
    kept: int = 0
