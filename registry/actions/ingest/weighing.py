"""Weigh the claims of a long document before its transaction begins, so that the write lock is held for its rows alone.

Holding ten thousand claims against each other takes minutes. What comes of it is used only where the registry still
offers the very same claims to be weighed; else they are weighed again, under the lock. A newcomer's mistake: trusting
what was weighed before. Another document may have come in between, and would be in conflict with nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from registry.actions import concepts
from registry.actions.filing.opinions import Weighed, weigh
from registry.actions.ingest import origins
from registry.actions.ingest.claims import filed_of
from registry.actions.ingest.company import accompanied, known_as
from registry.actions.ingest.prepared import Prepared
from registry.steps import shingles
from registry.steps.match import taught
from registry.store import ReadSession, Store
from registry.store.queries import documents as document_queries

LONG = 200


def beforehand(store: Store, prepared: Prepared, model: str | None = None) -> Prepared:
    """A document that is ready to be kept: read beside those of its matter that the registry holds, and a long one
    with its claims weighed against what it holds now."""
    with store.reading() as session:
        prepared = accompanied(session, prepared, model)
        return prepared if len(prepared.claims) < LONG else replace(prepared, weighed=_weighed(session, prepared))


def _weighed(session: ReadSession, prepared: Prepared) -> Weighed | None:
    """What comes of weighing its claims, filed as `keeping` files them; None for bytes that are known."""
    bands = shingles.bands(prepared.reading.text)
    document_id, version_id = known_as(session, prepared)
    if document_queries.version(session, version_id) is not None:
        return None
    origin = origins.origin_of(session, document_id, prepared.reading.text, bands)
    source = replace(prepared.source, id=document_id, origin=origin.document, alike=origin.alike)
    claims = [replace(claim, source=source) for claim in prepared.claims]
    filed = filed_of(session, version_id, claims, datetime.now(UTC), whole=True)
    with taught.using(concepts.taught(session)):
        told = [(one.claim, one.fact_key, one.keys) for one in filed]
        return weigh(session, told, {one.row["id"] for one in filed})
