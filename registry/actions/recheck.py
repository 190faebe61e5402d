"""Run newer steps over what is stored, a version at a time, so that it can be stopped and taken up again.

A newcomer's mistake: deleting claims. What the present steps no longer find is retired; decisions still point to it.
"""

from __future__ import annotations

from datetime import UTC, datetime

from registry.actions import audit, ingest, settle
from registry.actions.rows import address, claim_id, to_block
from registry.actions.views import Rechecked
from registry.errors import NotFound
from registry.model.assertion import Claim
from registry.model.document import Reading, Source
from registry.store import ReadSession, WriteSession, upkeep
from registry.store.queries import claims as claim_queries
from registry.store.queries import documents as document_queries


def stale(session: ReadSession, *, after: str = "", limit: int = 100) -> list[str]:
    """The newest versions that other steps than the present ones extracted, in the order of their ids."""
    return document_queries.stale_versions(session, ingest.ENGINE, after=after, limit=limit)


def again(session: ReadSession, version_id: str, *, model: str | None = None) -> tuple[Claim, ...]:
    """Extract a stored version anew; slow, so do it before the writing session begins."""
    row = document_queries.text_of(session, version_id)
    if row is None:
        raise NotFound(f"There is no version {version_id[:80]!r}; look at the document's list of versions.")
    source = Source(
        row.document_id, row.title, row.publisher, row.published, row.language, address(row.uri), tuple(row.authors)
    )
    blocks = tuple(to_block(block) for block in row.blocks)
    return ingest.extracted(Reading(row.text, row.media_type, row.reader, blocks), source, model)


def recheck(session: WriteSession, version_id: str, claims: tuple[Claim, ...], *, actor: str = "") -> Rechecked:
    """Keep what the present steps found in a version: new claims are kept, those not found again are retired."""
    at = datetime.now(UTC)
    before = {row.id: row for row in claim_queries.claims_of_version(session, version_id)}
    now = {claim_id(version_id, claim): claim for claim in claims}
    lost = [row for name, row in before.items() if name not in now and row.retired_at is None]
    back = [name for name, row in before.items() if name in now and row.retired_at is not None]
    upkeep.retire(session, [row.id for row in lost], at)
    upkeep.retire(session, back, None)
    gone = sorted({row.fact_key for row in lost} | {before[name].fact_key for name in back})
    conflicts = ingest.keep_claims(session, version_id, list(now.values()), at, gone)
    settle.drop_within(session, gone, {row.id for row in lost})
    upkeep.set_engine(session, version_id, ingest.ENGINE)
    added = len(now.keys() - before.keys()) + len(back)
    audit.note(session, audit.Deed(actor, "recheck", version_id, at), added=added, retired=len(lost))
    return Rechecked(1, added, len(lost), conflicts)
