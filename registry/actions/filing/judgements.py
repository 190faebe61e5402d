"""What people say about which claims answer one question: on two facts, or on the claim at some words. Appended only.

A newcomer's mistake: looking up the last row. What holds is the one that no other supersedes.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from registry.actions.amendments import place_of, touches
from registry.actions.rows import to_claim
from registry.errors import AlreadyDecided, InvalidValue
from registry.store import WriteSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries import measures
from registry.store.queries.claims import ClaimRow
from registry.store.queries.facts import JudgementRow
from registry.store.queries.measures import AmendmentRow
from registry.store.tables import Amended, Same
from registry.store.writes import append

MEANWHILE = "Somebody said something else about these claims in the meantime; look at the history."


class Saying(NamedTuple):
    """Who says so, why, and when."""

    reviewer: str
    reason: str
    at: datetime


def saying(reviewer: str, reason: str) -> Saying:
    """Who says so, now; somebody must."""
    if not reviewer.strip():
        raise InvalidValue("Say who says so; set CLAIMS_REVIEWER.")
    return Saying(reviewer, reason, datetime.now(UTC))


def judge(session: WriteSession, one: str, other: str, same: Same, who: Saying) -> int:
    """Append a judgement on two facts, superseding the one before; its number."""
    left, right = min(one, other), max(one, other)
    before = judged(session, left, right)
    row = {"left_fact": left, "right_fact": right, "same": same, "reviewer": who.reviewer, "reason": who.reason}
    told = {**row, "supersedes_id": before.id if before else None, "decided_at": who.at}
    return append(session, "judgement", told)


def judged(session: WriteSession, left: str, right: str) -> JudgementRow | None:
    """What holds of what people said about two facts."""
    rows = fact_queries.judgements_about(session, [left])
    return next((one for one in reversed(rows) if {one.left_fact, one.right_fact} == {left, right}), None)


def unjudge(session: WriteSession, number: int, who: Saying) -> tuple[str, str]:
    """Take a judgement back: what was said before it holds again. The two facts."""
    known = fact_queries.judgement(session, number)
    assert known is not None
    now = judged(session, known.left_fact, known.right_fact)
    if now is None or now.id != number:
        raise AlreadyDecided(MEANWHILE)
    earlier = fact_queries.judgement(session, known.supersedes_id) if known.supersedes_id else None
    judge(session, known.left_fact, known.right_fact, earlier.same if earlier else Same.UNSURE, who)
    return known.left_fact, known.right_fact


def place(session: WriteSession, row: ClaimRow, fact_key: str, who: Saying) -> int:
    """File the claim at some words under a fact, whatever the engine makes of it; the amendment's number."""
    before = placed(session, row)
    told = {
        "document_id": row.document_id,
        "kind": Amended.PLACE,
        "version_id": row.version_id,
        "claim_id": row.id,
        **{name: getattr(row, name) for name in ("start", "end", "sentence_start", "sentence")},
        "record": None,
        "place": fact_key,
        "supersedes_id": before.id if before else None,
        **_signed(who),
    }
    return append(session, "amendment", told)


def _signed(who: Saying) -> dict[str, object]:
    """Who says so, as columns."""
    return {"reviewer": who.reviewer, "reason": who.reason, "decided_at": who.at}


def placed(session: WriteSession, row: ClaimRow) -> AmendmentRow | None:
    """What a person said last about the fact of a claim."""
    rows = [one for one in measures.amendments(session, [row.document_id]) if one.kind is Amended.PLACE]
    return next((one for one in reversed(rows) if place_of(one, row.version_id, [to_claim(row)]) == 0), None)


def unplace(session: WriteSession, number: int, who: Saying) -> ClaimRow | None:
    """Take back where a claim was filed; the claim at its words, where one stands."""
    known = measures.amendment(session, number)
    assert known is not None
    if number not in {one.id for one in measures.amendments(session, [known.document_id])}:
        raise AlreadyDecided(MEANWHILE)
    earlier = measures.amendment(session, known.supersedes_id) if known.supersedes_id else None
    told = {**known._asdict(), "place": earlier.place if earlier else None, "supersedes_id": number, **_signed(who)}
    append(session, "amendment", {name: value for name, value in told.items() if name != "id"})
    rows = claim_queries.claims_of_document(session, known.document_id)
    named = [row for row in rows if row.id == known.claim_id]
    return next((row for row in named or rows if touches(known, row.version_id, to_claim(row))), None)
