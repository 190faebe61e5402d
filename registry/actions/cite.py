"""Cite a claim: whose words, which words, archived when, and what the registry holds about the fact at this moment.

A newcomer's mistake: handing out a link to the words without looking; it is made where the stored text has them.
"""

from __future__ import annotations

from registry.actions import lookup
from registry.actions.rows import to_block
from registry.model.citation import Citation
from registry.store import ReadSession
from registry.store.queries import documents as document_queries


def citation(session: ReadSession, claim_id: str, *, site: str) -> Citation:
    """Everything that a citation style needs; `site` is the address that permalinks begin with."""
    from registry.steps.export import fragment

    claim = lookup.claim(session, claim_id)
    told = document_queries.text_of(session, claim.version_id)
    assert told is not None
    url, base = claim.source.url, site.rstrip("/")
    blocks = [to_block(block) for block in told.blocks]
    return Citation(
        claim_id=claim.id,
        source=claim.source,
        span=claim.span,
        digest=claim.digest,
        read_at=claim.read_at,
        standing=claim.standing.words,
        permalink=f"{base}/claims/{claim.id}",
        sentence=claim.sentence.exact,
        media_type=claim.media_type,
        published=claim.source.published,
        deep_link=fragment.deep_link(url, told.text, blocks, claim.span, media_type=claim.media_type),
        page=fragment.page_of(blocks, claim.span),
        archive=f"{base}/documents/{claim.source.id}?version={claim.version_id}",
    )
