"""Which documents repeat another's text: found by fingerprints, told by comparing the texts.

A document that repeats another is no further witness, whatever it is called. A newcomer's mistake: comparing with every
document. A text meets the few that share a band of its fingerprint.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from registry.model.assertion import Claim
from registry.steps import shingles
from registry.store import ReadSession, WriteSession, upkeep
from registry.store.queries import documents as document_queries
from registry.store.queries import sketches

MOST = 4


class Origin(NamedTuple):
    """The document that a text is from, and how much of the text stands there; None where it repeats no other."""

    document: str
    alike: float | None = None


def origin_of(
    session: ReadSession | WriteSession, document_id: str, text: str, bands: Sequence[int], own: str = ""
) -> Origin:
    """The document whose text another repeats, itself where it repeats none; `own` is its version, if it is kept."""
    names = [name for name in sketches.sharing(session, bands, most=MOST + 1) if name != own][:MOST]
    scored = [(shingles.alike(text, one.text), one) for one in sketches.texts(session, names)] if names else []
    near = [(share, one) for share, one in scored if share >= shingles.COPY]
    if not near:
        return Origin(document_id)
    share, best = max(near, key=lambda pair: (pair[0], pair[1].version_id))
    origin = best.origin or best.document_id
    return Origin(origin, None if origin == document_id else round(share, 3))


def with_origin(session: WriteSession, version_id: str, claims: Sequence[Claim]) -> list[Claim]:
    """The claims of a stored version with the document that its text is from; looked for where nobody has."""
    row = document_queries.text_of(session, version_id)
    assert row is not None
    bands = shingles.bands(row.text)
    if bands and sketches.is_kept(session, version_id, bands):
        return list(claims)
    upkeep.take_turns(session, bands)
    found = origin_of(session, row.document_id, row.text, bands, version_id)
    sketches.put(session, version_id, bands)
    sketches.set_origin(session, version_id, found.document, found.alike)
    return [from_origin(claim, found) for claim in claims]


def from_origin(claim: Claim, origin: Origin) -> Claim:
    """A claim whose source names the document that its text is from."""
    return replace(claim, source=replace(claim.source, origin=origin.document, alike=origin.alike))
