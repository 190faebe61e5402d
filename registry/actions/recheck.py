"""Run newer steps over what is stored, a version at a time, so that it can be stopped and taken up again.

What is stale is known by the stamp of the steps and the last lesson that a version's claims were filed with. After the
versions come the links that older steps made (`old_links`). A newcomer's mistake: deleting claims. What the present
steps no longer find is retired; decisions still point to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from registry.actions import audit, concepts, ingest
from registry.actions.facts import settle
from registry.actions.filing import Filed, relinking
from registry.actions.ingest import origins
from registry.actions.rows import address, to_block, to_claim
from registry.actions.views import Rechecked
from registry.errors import NotFound
from registry.model.assertion import Claim
from registry.model.document import Reading, Source
from registry.store import ReadSession, WriteSession, upkeep
from registry.store.queries import claims as claim_queries
from registry.store.queries import conflicts as conflict_queries
from registry.store.queries import documents as document_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries import measures
from registry.store.queries.claims import ClaimRow
from registry.store.tables import LIVE, Phase

LINKS = 200
FIRST = ("", "")


def stale(session: ReadSession, *, after: str = "", limit: int = 100) -> list[str]:
    """The newest versions whose claims other steps found or older lessons filed, in the order of their ids."""
    taught = measures.newest_lesson(session)
    return document_queries.stale_versions(session, ingest.ENGINE, taught, after=after, limit=limit)


def left(session: ReadSession) -> int:
    """How many versions are stale."""
    return document_queries.stale_number(session, ingest.ENGINE, measures.newest_lesson(session))


def everything(session: WriteSession) -> None:
    """Call every version stale, whatever read it; the next recheck takes them all."""
    document_queries.forget_engines(session)


def again(session: ReadSession, version_id: str, *, model: str | None = None) -> tuple[Claim, ...]:
    """Extract a stored version anew; slow, so do it before the writing session begins. Where only lessons about words
    are newer, its claims are those it has."""
    row = document_queries.text_of(session, version_id)
    if row is None:
        raise NotFound(f"There is no version {version_id[:80]!r}; look at the document's list of versions.")
    if row.engine == ingest.ENGINE:
        return tuple(map(to_claim, claim_queries.claims_of_version(session, version_id, retired=False)))
    source = Source(
        row.document_id,
        row.title,
        row.publisher,
        row.published,
        row.language,
        address(row.uri),
        tuple(row.authors),
        row.origin,
        row.alike,
        topic=row.topic,
    )
    blocks = tuple(to_block(block) for block in row.blocks)
    reading = Reading(row.text, row.media_type, row.reader, blocks)
    return ingest.in_company(session, reading, source, ingest.extracted(reading, source, model), model=model)


def recheck(session: WriteSession, version_id: str, claims: tuple[Claim, ...], *, actor: str = "") -> Rechecked:
    """Keep what the present steps found in a version: new claims are kept, those not found again are retired."""
    at = datetime.now(UTC)
    before = {row.id: row for row in claim_queries.claims_of_version(session, version_id)}
    filed = ingest.filed_of(session, version_id, origins.with_origin(session, version_id, claims), at, whole=True)
    now = {str(one.row["id"]): one for one in filed}
    lost = [row for name, row in before.items() if name not in now and row.retired_at is None]
    back = [name for name, row in before.items() if name in now and row.retired_at is not None]
    keys = {*(row.fact_key for row in before.values() if row.retired_at is None), *(one.fact_key for one in filed)}
    standing = _conflicts(session, keys)
    upkeep.retire(session, [row.id for row in lost], at)
    gone = sorted({row.fact_key for row in lost})
    conflicts = ingest.keep_filed(session, version_id, filed, at, gone)
    settle.drop_within(session, gone, {row.id for row in lost}, at)
    read = claims[0].source if claims else None
    upkeep.set_engine(session, version_id, ingest.ENGINE, measures.newest_lesson(session), read)
    new = [one for name, one in now.items() if name not in before]
    changed = len(_changed(lost, new))
    left = _conflicts(session, keys)
    done = Rechecked(
        1,
        len(new) + len(back) - changed,
        len(lost) - changed,
        conflicts,
        changed,
        len(standing.keys() - left.keys()),
        len(standing.keys() & left.keys()),
    )
    audit.note(session, audit.Deed(actor, "recheck", version_id, at), **_noted(done))
    return done


def _noted(done: Rechecked) -> dict[str, object]:
    """What a recheck came to, for the history."""
    return {name: value for name, value in done._asdict().items() if name != "versions"}


def _changed(lost: Sequence[ClaimRow], new: Sequence[Filed]) -> list[ClaimRow]:
    """The retired claims at whose words another one stands now."""
    spans = [(one.claim.span.start, one.claim.span.end) for one in new]
    return [row for row in lost if any(start < row.end and row.start < end for start, end in spans)][: len(new)]


def _conflicts(session: WriteSession, keys: Iterable[str]) -> dict[str, Phase]:
    """The conflicts about some facts that are in the queue or decided."""
    leads = {fact.cluster for fact in fact_queries.facts_by_key(session, keys).values()}
    members = [fact.fact_key for fact in fact_queries.members(session, leads)]
    return {row.id: row.phase for row in conflict_queries.conflicts_of(session, members, phases=LIVE)}


def relink(session: WriteSession, after: tuple[str, str] = FIRST) -> tuple[tuple[str, str] | None, int]:
    """Look again at some links that older steps made: where to go on, None at the end, and how many changed."""
    links = fact_queries.old_links(session, concepts.engine(session), after=after, limit=LINKS)
    if not links:
        return None, 0
    changed = relinking.rescore(session, links, datetime.now(UTC))
    return (links[-1].left_fact, links[-1].right_fact), changed
