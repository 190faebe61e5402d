"""Read a document beside those of its matter that the registry holds, which help to tell what it is about.

A newcomer's mistake: reading it twice as a rule. That costs as much again, so a look without trees says first whether
the others change anything.
"""

from __future__ import annotations

from collections.abc import Sequence

from registry.actions.filing.kindred import beside
from registry.actions.rows import to_block, to_claim
from registry.model.assertion import Claim
from registry.model.document import Reading, Source
from registry.steps.in_company import beside_held, of_one, outline
from registry.steps.match.kinship import akin, kin
from registry.steps.resolve import Telling, topic_of
from registry.store import ReadSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import documents as document_queries

FEW, ONE_MATTER, LONGEST = 4, 0.9, 50_000


def in_company(
    session: ReadSession, reading: Reading, source: Source, claims: tuple[Claim, ...], *, model: str | None = None
) -> tuple[Claim, ...]:
    """The claims of a document; read once more where those of its matter say that it is about something else."""
    if not claims or claims[0].source.topic or len(reading.text) > LONGEST:
        return claims
    others = of_its_matter(session, claims, source.id)
    if not others:
        return claims
    companions = beside_held(others)
    own = outline(reading, source).weights
    if topic_of(own, companions) == topic_of(own):
        return claims
    from registry.steps.extract import extract
    from registry.steps.parse import load

    return tuple(extract(reading, source, load(model) if model else None, companions))


def of_its_matter(session: ReadSession, claims: Sequence[Claim], own: str) -> list[Telling]:
    """What the names of the few documents most surely of the matter of some claims say."""
    found, known = [], kin(claims)
    for name in (each for each in beside(session, claims) if each != own):
        rows = claim_queries.claims_of_document(session, name)
        held = kin([*map(to_claim, rows)]) if rows else None
        likely = akin(known, held) if held else 0.0
        if held and likely >= ONE_MATTER and of_one(known, held, likely):
            row = document_queries.text_of(session, rows[0].version_id)
            if row is not None and len(row.text) <= LONGEST:
                blocks = tuple(map(to_block, row.blocks))
                source = Source(name, row.title, row.publisher, row.published, row.language)
                found.append(outline(Reading(row.text, row.media_type, row.reader, blocks), source))
        if len(found) >= FEW:
            break
    return found
