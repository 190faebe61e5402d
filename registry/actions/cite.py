"""Cite a claim: whose words, which words, archived when, and what the registry holds about the fact at this moment.

A newcomer's mistake: handing out a link to the words without looking; it is made where the stored text has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from registry.actions import lookup
from registry.actions.facts.wholes import claim_views
from registry.actions.rows import to_block
from registry.actions.views import ClaimView
from registry.model.citation import Citation
from registry.model.span import Block
from registry.steps.export import fragment
from registry.store import ReadSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import documents as document_queries


def citation(session: ReadSession, claim_id: str, *, site: str) -> Citation:
    """Everything that a citation style needs; `site` is the address that permalinks begin with."""
    claim = lookup.claim(session, claim_id)
    told = document_queries.text_of(session, claim.version_id)
    assert told is not None
    blocks = [to_block(block) for block in told.blocks]
    link = fragment.deep_link(claim.source.url, told.text, blocks, claim.span, media_type=claim.media_type)
    return replace(cited(claim, blocks, site=site), deep_link=link)


def citations(session: ReadSession, claim_ids: Iterable[str], *, site: str) -> dict[str, Citation]:
    """The citations of many claims at once, those that are gone left out; each text is read once."""
    rows = claim_queries.claims_by_id(session, claim_ids)
    views = claim_views(session, list(rows.values()))
    texts = {name: document_queries.text_of(session, name) for name in {view.version_id for view in views}}
    found = {}
    for view in views:
        told = texts[view.version_id]
        assert told is not None
        blocks = [to_block(block) for block in told.blocks]
        link = fragment.deep_link(view.source.url, told.text, blocks, view.span, media_type=view.media_type)
        found[view.id] = replace(cited(view, blocks, site=site), deep_link=link)
    return found


def cited(claim: ClaimView, blocks: Sequence[Block], *, site: str) -> Citation:
    """The citation of a claim without the link to its words, which needs the whole text."""
    base = site.rstrip("/")
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
        page=fragment.page_of(blocks, claim.span),
        archive=f"{base}/documents/{claim.source.id}?version={claim.version_id}",
    )
