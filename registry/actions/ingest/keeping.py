"""Keep a prepared document with everything that follows from it, in the caller's one short transaction.

A newcomer's mistake: treating other bytes at a known address as another document; they are its next version.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from registry.actions import audit
from registry.actions.facts import settle
from registry.actions.filing.opinions import having
from registry.actions.identity import content_id, uri_key
from registry.actions.ingest import origins
from registry.actions.ingest.claims import ENGINE, keep_claims
from registry.actions.ingest.collector import uncollected
from registry.actions.ingest.origins import Origin
from registry.actions.ingest.prepared import Prepared
from registry.actions.rows import of_block, to_claim
from registry.actions.views import Ingested
from registry.steps import shingles
from registry.store import WriteSession, upkeep
from registry.store.queries import claims as claim_queries
from registry.store.queries import documents as document_queries
from registry.store.queries import measures, search, sketches
from registry.store.queries.candidates import number_of
from registry.store.queries.claims import ClaimRow
from registry.store.writes import keep_all


def keep(session: WriteSession, prepared: Prepared, *, actor: str = "") -> Ingested:
    """Keep a prepared document: version, claims, facts, conflicts. The same bytes twice change nothing."""
    with uncollected(len(prepared.claims)), having(prepared.weighed):
        return _keep(session, prepared, actor)


def _keep(session: WriteSession, prepared: Prepared, actor: str) -> Ingested:
    """The same, whatever the collector does."""
    at, bands = datetime.now(UTC), shingles.bands(prepared.reading.text)
    keys = [uri_key(one) for one in (prepared.uri, *prepared.aliases)]
    upkeep.take_turns(session, (*bands, *map(number_of, (prepared.digest, *keys))))
    known = document_queries.document_at(session, keys)
    document_id = known or document_queries.document_of_digest(session, prepared.digest) or prepared.source.id
    version_id = content_id("version", document_id, prepared.digest)
    upkeep.hold_document(session, document_id)
    held = document_queries.version(session, version_id)
    if held is not None:
        _know_as(session, document_id, keys)
        return _again(session, held, audit.Deed(actor, "ingest", document_id, at))
    older = document_queries.documents_by_id(session, [document_id]).get(document_id)
    if older is None:
        _new_document(session, document_id, prepared, version_id, at)
    _know_as(session, document_id, keys)
    origin = origins.origin_of(session, document_id, prepared.reading.text, bands)
    _new_version(session, (document_id, version_id), prepared, origin, at)
    sketches.put(session, version_id, bands)
    gone = _retire(session, older.version_id, at) if older else []
    source = replace(prepared.source, id=document_id, origin=origin.document, alike=origin.alike)
    claims = [replace(claim, source=source) for claim in prepared.claims]
    conflicts = keep_claims(session, version_id, claims, at, gone, new=True)
    if older:
        settle.drop_within(
            session, gone, {row.id for row in claim_queries.claims_of_version(session, older.version_id)}, at
        )
    deed = audit.Deed(actor, "ingest", document_id, at)
    audit.note(session, deed, version=version_id, claims=len(claims), conflicts=conflicts)
    replaced = older.version_id if older else None
    return Ingested(document_id, version_id, created=True, claims=len(claims), conflicts=conflicts, replaced=replaced)


def _new_document(session: WriteSession, document_id: str, prepared: Prepared, version_id: str, at: datetime) -> None:
    """Keep the document."""
    row = {"id": document_id, "uri": prepared.uri, "uri_key": uri_key(prepared.uri)}
    keep_all(session, "document", [{**row, "version_id": version_id, "read_at": at}])


def _know_as(session: WriteSession, document_id: str, keys: Sequence[str]) -> None:
    """Keep the addresses of a document."""
    rows = [{"uri_key": key, "document_id": document_id, "kind": "other"} for key in dict.fromkeys(keys)]
    rows[0]["kind"] = "canonical"
    keep_all(session, "document_alias", rows)


def _new_version(
    session: WriteSession, made: tuple[str, str], prepared: Prepared, origin: Origin, at: datetime
) -> None:
    """Keep the bytes, the text and what is known about them, and show them as the newest; `made` are document and
    version."""
    (document_id, version_id), reading, source = made, prepared.reading, prepared.source
    keep_all(session, "blob", [{"digest": prepared.digest, "data": prepared.data}])
    row = {
        "id": version_id,
        "document_id": document_id,
        "digest": prepared.digest,
        "size": len(prepared.data),
        "media_type": reading.media_type,
        "reader": reading.reader,
        "engine": ENGINE,
        "text": reading.text,
        "blocks": [of_block(block) for block in reading.blocks],
        "title": source.title,
        "publisher": source.publisher,
        "authors": list(source.authors),
        "language": source.language,
        "published": source.published,
        "read_at": at,
        "origin": origin.document,
        "alike": origin.alike,
        "taught": measures.newest_lesson(session),
        "names": list(source.names),
        "topic": source.topic,
    }
    keep_all(session, "document_version", [row])
    upkeep.show_version(session, document_id, version_id, at)
    words = " ".join(filter(None, (source.title, source.publisher, *source.authors, prepared.uri, reading.text)))
    search.index(session, [search.Entry("document", version_id, words)])


def _retire(session: WriteSession, version_id: str, at: datetime) -> list[str]:
    """Retire the claims of a replaced version; the facts they answered."""
    rows = claim_queries.claims_of_version(session, version_id, retired=False)
    upkeep.retire(session, [row.id for row in rows], at)
    return sorted({row.fact_key for row in rows})


def _again(session: WriteSession, held: document_queries.VersionRow, deed: audit.Deed) -> Ingested:
    """A version that the registry has; an older one that came back is shown again."""
    rows = claim_queries.claims_of_version(session, held.id)
    if held.newest:
        return Ingested(held.document_id, held.id, created=False, claims=len(rows), conflicts=0)
    before = document_queries.documents_by_id(session, [held.document_id])[held.document_id].version_id
    gone = _retire(session, before, deed.at)
    upkeep.show_version(session, held.document_id, held.id, deed.at)
    claims = [to_claim(row) for row in _last(rows)]
    conflicts = keep_claims(session, held.id, claims, deed.at, gone)
    settle.drop_within(session, gone, {row.id for row in claim_queries.claims_of_version(session, before)}, deed.at)
    audit.note(session, deed, version=held.id, returned=True)
    return Ingested(held.document_id, held.id, created=False, claims=len(claims), conflicts=conflicts, replaced=before)


def _last(rows: Sequence[ClaimRow]) -> list[ClaimRow]:
    """The claims that a version had when another took its place: those that were retired last."""
    end = max((row.retired_at for row in rows if row.retired_at), default=None)
    return [row for row in rows if row.retired_at in (None, end)]
