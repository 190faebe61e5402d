"""Read a document beside those of its matter that the registry holds, which help to tell what it is about.

A newcomer's mistake: reading it twice as a rule. That costs as much again, so a look without trees says first whether
the others change anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from registry.actions.filing.kindred import beside
from registry.actions.identity import content_id, uri_key
from registry.actions.ingest import origins
from registry.actions.ingest.prepared import Prepared
from registry.actions.rows import to_block, to_claim
from registry.model.assertion import Claim
from registry.model.document import Reading, Source
from registry.steps import shingles
from registry.steps.in_company import WITNESSES, beside_held, of_one, outline
from registry.steps.match.kinship import Kin, akin, kin
from registry.steps.resolve import Telling, topic_of
from registry.store import ReadSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import documents as document_queries
from registry.store.queries.claims import ClaimRow

FEW, ONE_MATTER, LONGEST = 4, 0.9, 50_000


def accompanied(session: ReadSession, prepared: Prepared, model: str | None = None) -> Prepared:
    """A document read beside those of its matter that the registry holds; not its own older versions, and not where
    its very bytes are held."""
    if is_settled(prepared.claims, prepared.reading):
        return prepared
    document_id, version_id = known_as(session, prepared)
    if document_queries.version(session, version_id) is not None:
        return prepared
    text = prepared.reading.text
    origin = origins.origin_of(session, document_id, text, shingles.bands(text))
    source = replace(prepared.source, id=document_id, origin=origin.document)
    claims = in_company(session, prepared.reading, source, prepared.claims, model=model)
    if claims is prepared.claims:
        return prepared
    return replace(prepared, claims=claims, source=claims[0].source if claims else prepared.source)


def known_as(session: ReadSession, prepared: Prepared) -> tuple[str, str]:
    """The ids of the document and the version that a prepared document is, or will be."""
    keys = [uri_key(one) for one in (prepared.uri, *prepared.aliases)]
    known = document_queries.document_at(session, keys)
    document_id = known or document_queries.document_of_digest(session, prepared.digest) or prepared.source.id
    return document_id, content_id("version", document_id, prepared.digest)


def in_company(
    session: ReadSession, reading: Reading, source: Source, claims: tuple[Claim, ...], *, model: str | None = None
) -> tuple[Claim, ...]:
    """The claims of a document; read once more where those of its matter say that it is about something else."""
    if is_settled(claims, reading):
        return claims
    others = of_its_matter(session, claims, source)
    if len(others) < WITNESSES:
        return claims
    companions = beside_held(others)
    own = outline(reading, source).weights
    if topic_of(own, companions) == topic_of(own):
        return claims
    from registry.steps.extract import extract
    from registry.steps.parse import load

    return tuple(extract(reading, source, load(model) if model else None, companions))


def is_settled(claims: Sequence[Claim], reading: Reading) -> bool:
    """Whether a document needs no others: it claims nothing, was read beside others already, or is long."""
    return not claims or bool(claims[0].source.topic) or len(reading.text) > LONGEST


def of_its_matter(session: ReadSession, claims: Sequence[Claim], own: Source) -> list[Telling]:
    """What the names of a few documents surely of the matter of some claims say; copies of one text are one."""
    found, known, texts = [], kin(claims), {own.origin or own.id}
    names = [name for name in beside(session, claims) if name != own.id]
    shown = document_queries.documents_by_id(session, names)
    for name in names:
        row = document_queries.text_of(session, shown[name].version_id)
        if row is None or len(row.text) > LONGEST or (row.origin or name) in texts:
            continue
        if is_akin(known, claim_queries.claims_of_version(session, shown[name].version_id, retired=False)):
            texts.add(row.origin or name)
            found.append(outline(*as_read(row)))
        if len(found) >= FEW:
            break
    return found


def is_akin(known: Kin, rows: Sequence[ClaimRow]) -> bool:
    """Whether the document of some claims is surely of the matter of another."""
    held = kin([*map(to_claim, rows)]) if rows else None
    likely = akin(known, held) if held else 0.0
    return held is not None and likely >= ONE_MATTER and of_one(known, held, likely)


def as_read(row: document_queries.TextRow) -> tuple[Reading, Source]:
    """A stored text as it was read, and whose it is."""
    source = Source(row.document_id, row.title, row.publisher, row.published, row.language)
    return Reading(row.text, row.media_type, row.reader, tuple(map(to_block, row.blocks))), source
