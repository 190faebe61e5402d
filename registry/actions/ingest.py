"""Take in a document: read and extract first, then keep everything in one short transaction.

A newcomer's mistake: calling `prepare` inside a writing session; the write lock would be held while a PDF is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from registry import __version__
from registry.actions import audit, filing, settle
from registry.actions.identity import canonical, content_id, digest_of, host_of, uri_key
from registry.actions.rows import of_block, of_claim
from registry.actions.views import Answer, Ingested, Preview, PreviewClaim
from registry.errors import InvalidValue, TooLarge, Unreadable
from registry.model import record
from registry.model.assertion import Claim
from registry.model.document import Reading, Source
from registry.steps import match
from registry.store import ReadSession, WriteSession, upkeep
from registry.store.queries import claims as claim_queries
from registry.store.queries import documents as document_queries
from registry.store.queries import search
from registry.store.writes import keep as keep_rows

ENGINE = __version__
MAX_BYTES = 25_000_000


@dataclass(frozen=True, slots=True)
class Given:
    """What the person or program who brings a document says about it; it outranks what the bytes say."""

    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document read and extracted, ready to be kept. `aliases` are other addresses it is known by."""

    uri: str
    digest: str
    data: bytes
    reading: Reading
    source: Source
    claims: tuple[Claim, ...]
    aliases: tuple[str, ...] = ()


def prepare(
    data: bytes,
    *,
    name: str | None = None,
    media_type: str | None = None,
    given: Given | None = None,
    max_bytes: int = MAX_BYTES,
    model: str | None = None,
) -> Prepared:
    """Read bytes and extract their claims; no database. Raises `Unreadable` or `TooLarge`."""
    from registry.sandbox import read_guarded

    if not data:
        raise Unreadable("The document is empty; give one with text in it.")
    if len(data) > max_bytes:
        raise TooLarge(f"The document has {len(data):,} bytes; {max_bytes:,} are the limit. Give a part of it.")
    reading = read_guarded(data, name=name, media_type=media_type)
    return _prepared(data, reading, given or Given(), name, model)


def prepare_text(
    text: str, *, given: Given | None = None, max_bytes: int = MAX_BYTES, model: str | None = None
) -> Prepared:
    """Extract the claims of a text that was typed or pasted."""
    data = text.encode("utf-8", "surrogatepass")
    if not text.strip():
        raise Unreadable("The text is empty; give some words.")
    if len(data) > max_bytes:
        raise TooLarge(f"The text has {len(data):,} bytes; {max_bytes:,} are the limit. Give a part of it.")
    if any("\ud800" <= char <= "\udfff" or char == "\0" for char in text):
        raise Unreadable("The text holds characters that are none (half characters or zero bytes); paste it again.")
    return _prepared(data, Reading(text, "text/plain", "given/1"), given or Given(), None, model)


def prepare_url(
    url: str, *, given: Given | None = None, max_bytes: int = MAX_BYTES, model: str | None = None
) -> Prepared:
    """Fetch, read and extract the document at an address. Raises `FetchFailed` or `FetchForbidden` too."""
    from registry.fetch import Limits, fetch

    fetched = fetch(url, limits=Limits(max_bytes=max_bytes))
    told = replace(given or Given(), url=fetched.final_url)
    ready = prepare(
        fetched.data, media_type=fetched.media_type, given=told, max_bytes=max_bytes, name=None, model=model
    )
    return replace(ready, aliases=(*ready.aliases, canonical(url), *(canonical(one) for one in fetched.redirects)))


def _prepared(data: bytes, reading: Reading, given: Given, name: str | None, model: str | None) -> Prepared:
    """A reading with its claims."""
    digest = digest_of(data)
    uri, aliases = addresses(given.url, reading.url, digest)
    source = Source(
        id=content_id("document", uri_key(uri)),
        title=given.title or reading.title or name,
        publisher=given.publisher or reading.publisher,
        published=given.published or reading.published,
        language=given.language or reading.language,
        url=None if uri.startswith("urn:") else uri,
        authors=reading.authors,
    )
    return Prepared(uri, digest, data, reading, source, extracted(reading, source, model), aliases)


def addresses(given: str | None, told: str | None, digest: str) -> tuple[str, tuple[str, ...]]:
    """The canonical address of a document and its others.

    What a page says its address is counts only where it names the host that the page came from; else any page could put
    itself in the place of another.
    """
    if given is not None and not host_of(canonical(given)) and not given.startswith("urn:"):
        raise InvalidValue(f"{given[:200]!r} is not an address; give one that begins with https://.")
    if given is None:
        return (canonical(told), ()) if told and host_of(canonical(told)) else (f"urn:sha256:{digest}", ())
    here = canonical(given)
    if told and host_of(canonical(told)) == host_of(here) and canonical(told) != here:
        return canonical(told), (here,)
    return here, ()


def extracted(reading: Reading, source: Source, model: str | None) -> tuple[Claim, ...]:
    """The claims of a reading; each of them stands in the text where it says."""
    from registry.steps.extract import extract
    from registry.steps.parse import load

    return tuple(extract(reading, source, load(model) if model else None))


def keep(session: WriteSession, prepared: Prepared, *, actor: str = "") -> Ingested:
    """Keep a prepared document: version, claims, facts, conflicts. The same bytes twice change nothing."""
    at = datetime.now(UTC)
    keys = [uri_key(one) for one in (prepared.uri, *prepared.aliases)]
    known = document_queries.document_at(session, keys)
    document_id = known or document_queries.document_of_digest(session, prepared.digest) or prepared.source.id
    version_id = content_id("version", document_id, prepared.digest)
    held = document_queries.version(session, version_id)
    if held is not None:
        _know_as(session, document_id, keys)
        return _again(session, held, audit.Deed(actor, "ingest", document_id, at))
    older = document_queries.documents_by_id(session, [document_id]).get(document_id)
    if older is None:
        _new_document(session, document_id, prepared, version_id, at)
    _know_as(session, document_id, keys)
    _new_version(session, document_id, version_id, prepared, at)
    gone = _retire(session, older.version_id, at) if older else []
    source = replace(prepared.source, id=document_id)
    claims = [replace(claim, source=source) for claim in prepared.claims]
    conflicts = keep_claims(session, version_id, claims, at, gone)
    if older:
        settle.drop_within(
            session, gone, {row.id for row in claim_queries.claims_of_version(session, older.version_id)}
        )
    deed = audit.Deed(actor, "ingest", document_id, at)
    audit.note(session, deed, version=version_id, claims=len(claims), conflicts=conflicts)
    replaced = older.version_id if older else None
    return Ingested(document_id, version_id, created=True, claims=len(claims), conflicts=conflicts, replaced=replaced)


def _new_document(session: WriteSession, document_id: str, prepared: Prepared, version_id: str, at: datetime) -> None:
    """Keep the document."""
    row = {"id": document_id, "uri": prepared.uri, "uri_key": uri_key(prepared.uri)}
    keep_rows(session, "document", [{**row, "version_id": version_id, "read_at": at}])


def _know_as(session: WriteSession, document_id: str, keys: Sequence[str]) -> None:
    """Keep the addresses of a document."""
    rows = [{"uri_key": key, "document_id": document_id, "kind": "other"} for key in dict.fromkeys(keys)]
    rows[0]["kind"] = "canonical"
    keep_rows(session, "document_alias", rows)


def _new_version(session: WriteSession, document_id: str, version_id: str, prepared: Prepared, at: datetime) -> None:
    """Keep the bytes, the text and what is known about them, and show them as the newest."""
    reading, source = prepared.reading, prepared.source
    keep_rows(session, "blob", [{"digest": prepared.digest, "data": prepared.data}])
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
    }
    keep_rows(session, "document_version", [row])
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
    upkeep.retire(session, [row.id for row in rows], None)
    keys = sorted({*gone, *(row.fact_key for row in rows)})
    settle.count_again(session, keys, deed.at)
    conflicts = settle.settle(session, filing.file(session, [], deed.at, keys), deed.at)
    settle.drop_within(session, gone, {row.id for row in claim_queries.claims_of_version(session, before)})
    audit.note(session, deed, version=held.id, returned=True)
    return Ingested(held.document_id, held.id, created=False, claims=len(rows), conflicts=conflicts, replaced=before)


def keep_claims(
    session: WriteSession, version_id: str, claims: Sequence[Claim], at: datetime, gone: Sequence[str] = ()
) -> int:
    """Keep the claims of a version under their facts; how many conflicts are new. `gone` are facts that lost claims."""
    filed = [file_of(claim, version_id, at) for claim in claims]
    filed = list({one.row["id"]: one for one in filed}.values())
    leads = filing.file(session, filed, at, gone)
    new = {row_id for _fact, row_id in keep_rows(session, "claim", [one.row for one in filed])}
    filed = [one for one in filed if one.row["id"] in new]
    keep_rows(session, "claim_key", _keys(filed, at))
    if gone:
        settle.count_again(session, sorted({*gone, *(one.fact_key for one in filed)}), at)
    else:
        settle.add_up(session, _by_fact(filed), at)
    search.index(session, _entries(filed))
    conflicts = settle.settle(session, leads, at)
    rows = claim_queries.claims_of_version(session, version_id, retired=False)
    return conflicts + settle.check_within(session, rows, at)


def file_of(claim: Claim, version_id: str, at: datetime) -> filing.Filed:
    """A claim with its row, its fact and the keys it is found by."""
    fact_key = match.fact_key(claim)
    return filing.Filed(claim, of_claim(claim, version_id, fact_key, at), fact_key, tuple(match.keys(claim)))


def _keys(filed: Sequence[filing.Filed], at: datetime) -> list[dict[str, object]]:
    """The blocking keys of facts, in an order that every transaction shares."""
    found = {(key, one.fact_key): one.row["id"] for one in reversed(filed) for key in one.keys}
    return [
        {"key": key, "fact_key": fact_key, "claim_id": claim_id, "found_at": at}
        for (key, fact_key), claim_id in sorted(found.items())
    ]


def _by_fact(filed: Sequence[filing.Filed]) -> dict[str, list[Claim]]:
    """Claims by the fact they answer."""
    found: dict[str, list[Claim]] = {}
    for one in filed:
        found.setdefault(one.fact_key, []).append(one.claim)
    return found


def _entries(filed: Sequence[filing.Filed]) -> list[search.Entry]:
    """What claims and their facts are found by: their sentence, their words, and plain digits of the value."""
    entries: list[search.Entry] = []
    for one in filed:
        said, row = one.claim.assertion, one.row
        terms = [term.label for term in (said.subject, said.attribute, said.asserted_by) if term]
        digits = {text for value in (row["low"], row["high"]) if (text := record.plain(value))}
        words = [row["sentence"], *terms, said.topic or "", *sorted(digits)]
        entries.append(search.Entry("claim", row["id"], " ".join(words)))
    for fact_key, claims in sorted(_by_fact(filed).items()):
        entries.append(search.Entry("fact", fact_key, match.question(claims) + " " + (claims[0].assertion.topic or "")))
    return entries


def preview(session: ReadSession, prepared: Prepared) -> Preview:
    """What keeping a prepared document would bring."""
    from registry.actions.ask import ask

    known = document_queries.version_of_digest(session, prepared.digest)
    found = {id(one.asked): one for one in ask(session, "", prepared.claims).answers}
    claims = tuple(_previewed(claim, found[id(claim.assertion)]) for claim in prepared.claims)
    reading = prepared.reading
    return Preview(prepared.source, prepared.digest, reading.media_type, reading.text, claims, known)


def _previewed(claim: Claim, told: Answer) -> PreviewClaim:
    """A claim of a document that is not kept yet, with what the registry says to it."""
    said = (claim.span, claim.sentence, claim.assertion, claim.checkworthy)
    return PreviewClaim(*said, told.fact, told.outcome, told.detail)
