"""Watches: published pieces and lists that rest on facts, and what they used. The correction radar.

A newcomer's mistake: watching words. A watch holds facts; the sentence is kept so that a correction can be proposed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from registry.actions import paging
from registry.actions.facts.wholes import Whole, wholes
from registry.actions.held import Looked, looked_up
from registry.actions.identity import content_id
from registry.actions.rows import of_sentence, to_claim
from registry.actions.views import Page
from registry.errors import InvalidValue, NotFound
from registry.model.assertion import Claim
from registry.store import ReadSession, WriteSession, outbox
from registry.store.queries import claims as claim_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries import watches as watch_queries
from registry.store.queries.watches import ChangeRow, UseRow, WatchRow

MOST = 5_000
ADDRESSES = ("http://", "https://")


class Piece(NamedTuple):
    """A fact that is used: the sentence that states it, its words, and what is needed to judge it again."""

    fact: Whole
    sentence: str
    words: str
    record: dict[str, Any] | None


class Watched(NamedTuple):
    """A watch with how many facts it uses."""

    row: WatchRow
    uses: int


class WatchView(NamedTuple):
    """A watch with what it uses and what is held about each now."""

    row: WatchRow
    uses: tuple[UseRow, ...]
    facts: dict[str, Whole]


class Named(NamedTuple):
    """What a watch is to be called: by a name, by the address of what was published, or both."""

    owner: str
    name: str
    url: str | None

    @classmethod
    def of(cls, owner: str, told: str) -> Named:
        """A watch by an address or a name."""
        words = told.strip()
        return cls(owner, words, words if words.startswith(ADDRESSES) else None)


def of_claims(session: ReadSession | WriteSession, claims: Sequence[Claim]) -> list[Piece]:
    """The facts that the claims of a draft are about."""
    found = looked_up(ReadSession(session), claims)
    return [_piece(one.fact, claim) for claim, one in zip(claims, found, strict=True) if one.fact and _sure(one)]


def _sure(one: Looked) -> bool:
    """Whether a claim is about the fact for sure enough to be told about it later."""
    return one.known.certain and bool(one.known.sides)


def _piece(fact: Whole, claim: Claim) -> Piece:
    """A claim of a draft with its fact."""
    return Piece(fact, claim.sentence.exact, " ".join(claim.span.exact.split()), of_sentence(claim))


def of_stored(
    session: ReadSession | WriteSession, *, claims: Sequence[str] = (), facts: Sequence[str] = ()
) -> list[Piece]:
    """The facts of claims that were cited, and facts that were exported; raises `NotFound` for an unknown id."""
    rows = claim_queries.claims_by_id(session, claims)
    known = fact_queries.facts_by_id(session, facts)
    for name in [*(one for one in claims if one not in rows), *(one for one in facts if one not in known)]:
        raise NotFound(f"There is no claim or fact {name[:80]!r}; look for it with a search.")
    found = wholes(session, {*(row.cluster for row in rows.values()), *(fact.cluster for fact in known.values())})
    cited = [_piece(found[rows[name].cluster], to_claim(rows[name])) for name in claims]
    listed = [found[known[name].cluster] for name in facts]
    return cited + [Piece(whole, whole.lead.label, whole.standing.value or "", None) for whole in listed]


def every_fact(session: ReadSession | WriteSession) -> list[str]:
    """The ids of every fact, for a watch on all that was exported; raises `InvalidValue` where they are too many."""
    rows = fact_queries.facts(session, fact_queries.Wanted(), after=None, limit=MOST + 1)
    if len(rows) > MOST:
        raise InvalidValue(
            f"There are more than {MOST:,} facts, which is more than a watch holds; name some with --fact."
        )
    return [row.id for row in rows]


def watch(session: WriteSession, named: Named, pieces: Sequence[Piece], *, replace: bool = True) -> WatchRow:
    """Register what a piece used; looked at again, it uses what it uses now unless `replace` is off."""
    if not named.name.strip():
        raise InvalidValue("Give the watch a name, or the address of what was published.")
    if len(pieces) > MOST:
        raise InvalidValue(f"A watch holds at most {MOST:,} facts; {len(pieces):,} were given.")
    at = datetime.now(UTC)
    row = {"id": content_id("watch", named.owner, named.name), "made_at": at, "ended_at": None, **named._asdict()}
    watch_id = outbox.open_watch(session, row)
    outbox.put_uses(session, watch_id, list({use["id"]: use for use in map(_use, pieces)}.values()), replace=replace)
    return watch_of(session, watch_id, named.owner)


def _use(piece: Piece) -> dict[str, Any]:
    """A use as a row."""
    held = piece.fact.standing
    return {
        "id": content_id("use", piece.fact.lead.fact_key, piece.sentence, piece.words),
        "fact_key": piece.fact.lead.fact_key,
        "sentence": piece.sentence,
        "words": piece.words,
        "record": piece.record,
        "value": held.value,
        "standing": held.words,
        "held": held.held.value,
        "used_at": datetime.now(UTC),
    }


def watch_of(session: ReadSession | WriteSession, watch_id: str, owner: str | None) -> WatchRow:
    """A watch of somebody, or of anybody; what belongs to another is as good as not there."""
    row = watch_queries.watch(session, watch_id)
    if row is None or (owner is not None and row.owner != owner):
        raise NotFound(f"There is no watch {watch_id[:80]!r}; look at the list of watches.")
    return row


def watched(session: ReadSession, watch_id: str, owner: str | None) -> WatchView:
    """A watch with what it uses."""
    row = watch_of(session, watch_id, owner)
    uses = watch_queries.uses_of(session, watch_id)
    return WatchView(row, tuple(uses), wholes(session, {use.cluster for use in uses}))


def watches(session: ReadSession, owner: str | None, *, cursor: str | None = None, limit: int = 50) -> Page[Watched]:
    """The watches of somebody, or of everybody, the newest first."""
    rows = watch_queries.watches(session, owner, after=paging.time_of(cursor), limit=limit + 1)
    cut = paging.page(rows, limit, lambda row: [row.made_at.isoformat(), row.id])
    counts = watch_queries.counted(session, [row.id for row in cut.items])
    return Page(tuple(Watched(row, counts.get(row.id, 0)) for row in cut.items), cut.next)


def end(session: WriteSession, watch_id: str, owner: str | None) -> None:
    """End a watch."""
    watch_of(session, watch_id, owner)
    outbox.end_watch(session, watch_id, datetime.now(UTC))


def changes(
    session: ReadSession, *, watch_id: str | None, owner: str | None, cursor: str | None = None, limit: int = 50
) -> Page[ChangeRow]:
    """What was told about a watch, or about all of somebody's, the newest first."""
    if watch_id is not None:
        watch_of(session, watch_id, owner)
    before = paging.number_of(cursor)
    rows = watch_queries.changes_of(session, watch_id=watch_id, owner=owner, before=before, limit=limit + 1)
    return paging.page(rows, limit, lambda row: [row.id])
