"""Correct a wrong reading: a person says what the words of a claim mean, and the engine's reading gives way to it.

For pages and programs: `correct(session, claim_id, Change(value="13"), reviewer=..., reason=...)`,
`strike(session, claim_id, ...)` for words that are no claim, and `undo(session, number, reviewer=...)`;
`history(session, claim_id)` tells what was changed. The words stay, the trace says who. A newcomer's mistake:
correcting a document that is wrong. The claim is what it says; a wrong source is what decisions are for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Literal, NamedTuple

from registry.actions import amendments, audit, ingest
from registry.actions.amendments import PERSON
from registry.actions.facts import settle
from registry.actions.rows import to_claim
from registry.actions.typed import Change, changed
from registry.errors import AlreadyDecided, InvalidValue, NotFound, Refused
from registry.model import record
from registry.model.assertion import Assertion, Claim
from registry.store import ReadSession, WriteSession, upkeep
from registry.store.queries import claims as claim_queries
from registry.store.queries import measures
from registry.store.queries.claims import ClaimRow
from registry.store.queries.measures import AmendmentRow
from registry.store.tables import READINGS, Amended
from registry.store.writes import append

__all__ = ["Change", "Corrected", "correct", "history", "strike", "undo"]

LONGEST_REASON = 2000


class Corrected(NamedTuple):
    """What correcting came to: the number to undo it by, the claim as it reads now, the claim that gave way, and how
    many conflicts are new."""

    number: int
    claim: str
    replaced: str
    conflicts: int


class Past(NamedTuple):
    """A correction of a claim: who, when, why; `undone` where it takes an earlier one back, `struck` where it says that
    the words are no claim."""

    number: int
    reviewer: str
    reason: str
    decided_at: datetime
    undone: bool
    struck: bool = False


def correct(session: WriteSession, claim_id: str, change: Change, *, reviewer: str, reason: str = "") -> Corrected:
    """Put a person's reading of a claim's words in the place of the engine's. Raises `InvalidValue` where it changes
    nothing or means nothing, `Refused` for a claim that is retired."""
    row = _live(session, claim_id)
    _check(reviewer, reason)
    before = to_claim(row)
    parts = {name: words for name, words in change._asdict().items() if words is not None}
    return _amend(session, row, before, changed(before, change), (reviewer, reason), told=parts)


def strike(session: WriteSession, claim_id: str, *, reviewer: str, reason: str = "") -> Corrected:
    """Say that some words are no claim: it is retired, and not found again when the words are read again."""
    row = _live(session, claim_id)
    _check(reviewer, reason)
    return _amend(session, row, to_claim(row), Amended.NONE, (reviewer, reason), told={"struck": True})


def undo(session: WriteSession, number: int, *, reviewer: str, reason: str = "") -> Corrected:
    """Take a correction back: the reading before it holds again."""
    known = measures.amendment(session, number) if abs(number) < 2**62 else None
    if known is None or known.kind not in READINGS:
        raise NotFound(f"There is no correction {number}; look at the history of the claim.")
    _check(reviewer, reason)
    row = _corrected(session, known)
    earlier = measures.amendment(session, known.supersedes_id) if known.supersedes_id else None
    said = record.to_assertion(earlier.record) if earlier and earlier.record else None
    who = (reviewer, reason)
    now = current(session, row)
    if now is None or now.id != number:
        raise AlreadyDecided("The claim was corrected again in the meantime; look at its history.")
    return _amend(session, row, _read(session, known, row), said, who)


def history(session: ReadSession, claim_id: str) -> tuple[Past, ...]:
    """What people changed about how the words of a claim are read, the oldest first."""
    row = claim_queries.claims_by_id(session, [claim_id]).get(claim_id)
    if row is None:
        raise NotFound(f"There is no claim {claim_id[:80]!r}; look for it with a search.")
    claim, every = to_claim(row), measures.amendments_of(session, row.document_id)
    mine = [one for one in every if one.kind in READINGS and amendments.touches(one, row.version_id, claim)]
    return tuple(map(_past, mine))


def _past(row: AmendmentRow) -> Past:
    struck = row.kind is Amended.NONE
    return Past(row.id, row.reviewer, row.reason, row.decided_at, row.record is None and not struck, struck)


def _live(session: WriteSession, name: str) -> ClaimRow:
    """A claim that stands."""
    row = claim_queries.claims_by_id(session, [name]).get(name)
    if row is None:
        raise NotFound(f"There is no claim {name[:80]!r}; look for it with a search.")
    if row.retired_at is not None:
        raise Refused("The claim is retired; correct the one that stands in the document now.")
    return row


def _check(reviewer: str, reason: str) -> None:
    """Refuse a correction by nobody, or with a novel."""
    if not reviewer.strip():
        raise InvalidValue("Say who corrects; set CLAIMS_REVIEWER.")
    if len(reason) > LONGEST_REASON:
        raise InvalidValue(f"The reason is longer than {LONGEST_REASON:,} characters; shorten it.")


def _amend(
    session: WriteSession,
    row: ClaimRow,
    claim: Claim,
    said: Assertion | Literal[Amended.NONE] | None,
    who: tuple[str, str],
    *,
    told: Mapping[str, object] | None = None,
) -> Corrected:
    """Append the amendment, let the old reading go and file what the words mean now, if anything; `told` is what the
    history says was changed."""
    at, before = datetime.now(UTC), current(session, row)
    number = append(session, "amendment", _row(row, before, said, who, at))
    upkeep.retire(session, [row.id], at)
    filed = ingest.filed_of(session, row.version_id, [claim], at)[:1]
    conflicts = ingest.keep_filed(session, row.version_id, filed, at, [row.fact_key])
    settle.drop_within(session, [row.fact_key], {row.id}, at)
    name = str(filed[0].row["id"]) if filed else row.id
    deed = audit.Deed(who[0], "correct" if said else "undo correction", row.id, at)
    audit.note(session, deed, amendment=number, claim=name, reason=who[1], **(told or {}))
    return Corrected(number, name, row.id, conflicts)


def _row(
    row: ClaimRow,
    before: AmendmentRow | None,
    said: Assertion | Literal[Amended.NONE] | None,
    who: tuple[str, str],
    at: datetime,
) -> dict[str, object]:
    """The row of an amendment."""
    struck = said is Amended.NONE
    return {
        "document_id": row.document_id,
        "kind": Amended.NONE if struck else Amended.READING,
        "version_id": row.version_id,
        "claim_id": before.claim_id if before else row.id,
        **{name: getattr(row, name) for name in ("start", "end", "sentence_start", "sentence")},
        "record": record.of_assertion(said) if isinstance(said, Assertion) else None,
        "place": None,
        "reviewer": who[0],
        "reason": who[1],
        "supersedes_id": before.id if before else None,
        "decided_at": at,
    }


def current(session: WriteSession, row: ClaimRow) -> AmendmentRow | None:
    """The correction that holds at the words of a claim."""
    claim = to_claim(row)
    rows = [one for one in measures.amendments(session, [row.document_id]) if one.kind in READINGS]
    return next((one for one in reversed(rows) if amendments.place_of(one, row.version_id, [claim]) == 0), None)


def _corrected(session: WriteSession, known: AmendmentRow) -> ClaimRow:
    """The claim that a correction made, where it stands now; of words that are none, the claim that they were."""
    if known.kind is Amended.NONE:
        return claim_queries.claims_by_id(session, [known.claim_id])[known.claim_id]
    rows = claim_queries.claims_of_document(session, known.document_id)
    live = [row for row in rows if row.extractor == PERSON and amendments.touches(known, row.version_id, to_claim(row))]
    if not live:
        raise Refused("The words are no longer in the document; there is nothing to take back.")
    return live[-1]


def _read(session: WriteSession, known: AmendmentRow, row: ClaimRow) -> Claim:
    """What the engine reads at the words: the claim that was corrected, or of another version the last like it."""
    every = claim_queries.claims_of_version(session, row.version_id)
    same = [one for one in every if (one.start, one.end) == (row.start, row.end) and one.extractor != PERSON]
    named = [one for one in same if one.id == known.claim_id]
    chosen: Sequence[ClaimRow] = named or sorted(same, key=lambda one: one.retired_at or one.found_at)[-1:]
    return to_claim(next(iter(chosen), row))
