"""Decide conflicts, change one's mind, and say which facts are one. Everything here appends; nothing is edited.

A newcomer's mistake: checking first whether a conflict is undecided. Two reviewers pass that check together; the unique
indexes settle it, and the second gets `AlreadyDecided`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from itertools import chain, combinations
from typing import Any, TypedDict

from registry.actions import audit, desk, filing, measures, telling
from registry.actions.facts import recording, settle
from registry.actions.facts.sides import unpacked
from registry.actions.filing import parting, refiling
from registry.actions.filing.judgements import Saying
from registry.actions.lookup import conflict_of
from registry.actions.typed import states_value
from registry.actions.views import Correction, DecisionView, Lease
from registry.errors import AlreadyDecided, InvalidValue, NotFound
from registry.model.assertion import Kind
from registry.model.finding import Verdict
from registry.store import WriteSession, upkeep
from registry.store.queries import conflicts as conflict_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries.claims import ClaimRow
from registry.store.queries.conflicts import ConflictRow, DecisionRow
from registry.store.tables import Same
from registry.store.writes import append


class Repeated(TypedDict):
    """The words of a decision."""

    verdict: Verdict
    side: int | None
    correction: Correction | None


LONGEST_REASON = 2000
NAMED = (Kind.ROLE, Kind.EVENT)
LEASE_SECONDS = 15 * 60
STALE = "The conflict was decided in the meantime; look at it again before deciding."


def decide(
    session: WriteSession,
    conflict_id: str,
    *,
    verdict: Verdict,
    reason: str = "",
    reviewer: str,
    side: int | None = None,
    correction: Correction | None = None,
    supersedes: int | None = None,
) -> DecisionView:
    """Record a verdict on a conflict. `side` goes with `Verdict.SIDE`, `correction` with `Verdict.NEITHER`.

    Raises `AlreadyDecided` where there is a decision that `supersedes` does not name, or another has replaced that one.
    """
    row = conflict_of(session, conflict_id)
    _check(row, verdict, side, correction, (reason, reviewer))
    if verdict is Verdict.UNDONE and supersedes is None:
        raise InvalidValue("Nobody has decided this conflict; there is nothing to take back.")
    _demand_value(session, row, correction)
    if verdict is Verdict.NOT_SAME_FACT or supersedes is not None:
        refiling.take_turns(session, list(chain(*_sides(session, row))))
    _lock(session, row)
    _demand_current(session, row, supersedes)
    words = {
        "label": row.sides[side - 1]["label"] if side else None,
        "value": correction.value if correction else None,
        "source": correction.source if correction else None,
        "reason": reason,
    }
    made = {"verdict": verdict, "side": side, "reviewer": reviewer, "supersedes_id": supersedes, **words}
    return _decided(session, row, {**made, "decided_at": datetime.now(UTC)})


def _decided(session: WriteSession, row: ConflictRow, made: Mapping[str, Any]) -> DecisionView:
    """Append a decision that may be made, with all that follows from it."""
    verdict, reviewer, at = made["verdict"], made["reviewer"], made["decided_at"]
    number = append(session, "decision", {"fact_key": row.fact_key, "conflict_id": row.id, **made})
    recording.revive(session, [row], at)
    measures.note(session, row, at)
    said = {"verdict": verdict.value, **{name: made[name] for name in ("label", "value", "reason")}}
    audit.note(session, audit.Deed(reviewer, "decide", row.id, at), decision=number, **said)
    _judge_sides(session, row, verdict, Saying(reviewer, parting.told(number), at))
    upkeep.end_lease(session, row.id, reviewer)
    shown = _shown(session, row, number)
    telling.decided(session, row, shown)
    return shown


def _check(
    row: ConflictRow, verdict: Verdict, side: int | None, correction: Correction | None, words: tuple[str, str]
) -> None:
    """Refuse a verdict that does not mean anything."""
    reason, reviewer = words
    if (verdict is Verdict.SIDE) != (side is not None):
        raise InvalidValue("Name a side with the verdict “side”, and with no other.")
    if side is not None and not 1 <= side <= len(row.sides):
        raise InvalidValue(f"There is no side {side}; the conflict has sides 1 to {len(row.sides)}.")
    if correction is not None and verdict is not Verdict.NEITHER:
        raise InvalidValue("A right value goes with the verdict “neither” only.")
    if verdict is Verdict.NEITHER and not (correction and correction.value.strip()):
        raise InvalidValue("Say which value is right, or decide “unsure”; “neither” alone settles nothing.")
    if len(reason) > LONGEST_REASON:
        raise InvalidValue(f"The reason is longer than {LONGEST_REASON:,} characters; shorten it.")
    if not reviewer.strip():
        raise InvalidValue("Say who decides; set CLAIMS_REVIEWER.")


def _demand_value(session: WriteSession, row: ConflictRow, correction: Correction | None) -> None:
    """Refuse a right value that states none: “lots” would be held, and cited, as what the registry settled on."""
    if correction is None:
        return
    kind = fact_queries.facts_by_key(session, [row.fact_key])[row.fact_key].kind
    if kind not in NAMED and not states_value(correction.value):
        raise InvalidValue(f"{correction.value[:80]!r} states no value; give a figure with its unit, or a date.")


def _lock(session: WriteSession, row: ConflictRow) -> None:
    """Take turns with documents that are filed under the same fact."""
    known = fact_queries.facts_by_key(session, [row.fact_key])[row.fact_key]
    fact_queries.locked(session, [fact.fact_key for fact in fact_queries.members(session, [known.cluster])])


def _demand_current(session: WriteSession, row: ConflictRow, supersedes: int | None) -> None:
    """Refuse a decision that was taken on an older state of the conflict; the indexes would refuse it too."""
    rows = conflict_queries.decisions_of(session, [row.id])
    replaced = {one.supersedes_id for one in rows}
    if supersedes is None and rows:
        raise AlreadyDecided(STALE)
    if supersedes is None:
        return
    if supersedes not in {one.id for one in rows}:
        raise InvalidValue(f"Decision {supersedes} is not about this conflict; look at its history.")
    if supersedes in replaced:
        raise AlreadyDecided(STALE)


def _judge_sides(session: WriteSession, row: ConflictRow, verdict: Verdict, who: Saying) -> None:
    """Keep apart the facts of sides that a person calls different; take that back when the verdict changes."""
    sides = _sides(session, row)
    apart, moved = verdict is Verdict.NOT_SAME_FACT, list[ClaimRow]()
    keys = [{claim.fact_key for claim in side} for side in sides]
    if apart and not row.across:
        keys, moved = parting.part(session, row.id, sides, who)
    pairs = {tuple(sorted((a, b))) for left, right in combinations(keys, 2) for a in left for b in right if a != b}
    changed = [pair for pair in sorted(pairs) if _is_apart(session, *pair) != apart]
    for left, right in changed:
        _append_judgement(session, left, right, Same.NO if apart else Same.UNSURE, who)
    if changed and not apart:
        decisions = conflict_queries.decisions_of(session, [row.id])
        moved = parting.join(session, sides, [one.id for one in decisions], who)
    refiling.refile(session, moved, who.at)
    if changed:
        _refold(session, [key for pair in changed for key in pair], who.at)


def _sides(session: WriteSession, row: ConflictRow) -> list[list[ClaimRow]]:
    """The claims of the sides of a conflict."""
    return parting.rows_of(session, [unpacked(side).claims for side in row.sides])


def _is_apart(session: WriteSession, left: str, right: str) -> bool:
    """Whether a person keeps two facts apart."""
    said = fact_queries.judgements_about(session, [left])
    return any(one.same is Same.NO and {one.left_fact, one.right_fact} == {left, right} for one in said)


def _append_judgement(session: WriteSession, left: str, right: str, same: Same, who: Saying) -> None:
    """Append a judgement, superseding the one before about the same two facts."""
    before = [
        one.id
        for one in fact_queries.judgements_about(session, [left])
        if {one.left_fact, one.right_fact} == {left, right}
    ]
    row = {"left_fact": left, "right_fact": right, "same": same, "reviewer": who.reviewer, "reason": who.reason}
    number = append(session, "judgement", {**row, "supersedes_id": max(before, default=None), "decided_at": who.at})
    audit.note(session, audit.Deed(who.reviewer, "judge", f"{left} {right}", who.at), judgement=number, same=same.value)


def _refold(session: WriteSession, keys: list[str], at: datetime) -> None:
    """Fold the clusters of some facts anew, with all that links could join them with, and look at their conflicts."""
    reach = fact_queries.within_reach(session, keys)
    leads = {fact.cluster for fact in fact_queries.facts_by_key(session, reach).values()}
    held = fact_queries.locked(session, [fact.fact_key for fact in fact_queries.members(session, leads)])
    settle.settle(session, filing.regroup(session, [fact.fact_key for fact in held]), at)


def _shown(session: WriteSession, row: ConflictRow, number: int) -> DecisionView:
    """A decision as it is shown."""
    rows = conflict_queries.decisions_of(session, [row.id])
    return next(one for one in desk.decision_views(rows, {row.id: row.fact_id}) if one.id == number)


def undo(session: WriteSession, decision_id: int, *, reviewer: str, reason: str = "") -> DecisionView:
    """Take a decision back: what it replaced holds again, or the conflict is open again."""
    row = conflict_queries.decision(session, decision_id) if abs(decision_id) < 2**62 else None
    if row is None:
        raise NotFound(f"There is no decision {decision_id}; look at the history of the conflict.")
    before = conflict_queries.decision(session, row.supersedes_id) if row.supersedes_id else None
    said = _repeated(before)
    return decide(session, row.conflict_id, reason=reason, reviewer=reviewer, supersedes=decision_id, **said)


def _repeated(row: DecisionRow | None) -> Repeated:
    """What holds when a decision is taken back: what was decided before it, or nothing."""
    if row is None:
        return {"verdict": Verdict.UNDONE, "side": None, "correction": None}
    correction = Correction(row.value, row.source) if row.value else None
    return {"verdict": row.verdict, "side": row.side, "correction": correction}


def judge(session: WriteSession, left: str, right: str, *, same: bool | None, reviewer: str, reason: str = "") -> None:
    """Say that two facts (by id) are one, are not, or that one cannot tell; outranks every opinion of the machine."""
    known = fact_queries.facts_by_id(session, [left, right])
    for fact_id in (left, right):
        if fact_id not in known:
            raise NotFound(f"There is no fact {fact_id[:80]!r}; look for it with a search.")
    if left == right:
        raise InvalidValue("These are one fact already; name two.")
    a, b = sorted(known[fact_id].fact_key for fact_id in (left, right))
    words = {True: Same.YES, False: Same.NO, None: Same.UNSURE}
    at = datetime.now(UTC)
    _append_judgement(session, a, b, words[same], Saying(reviewer, reason, at))
    _refold(session, [a, b], at)


def lease(
    session: WriteSession, conflict_id: str, *, reviewer: str, seconds: int = LEASE_SECONDS, take_over: bool = False
) -> Lease:
    """Take or renew the desk's lease on a conflict; answers with whoever has it. `take_over` takes it from another."""
    conflict_of(session, conflict_id)
    now = datetime.now(UTC)
    upkeep.take_lease(session, conflict_id, reviewer, now, now + timedelta(seconds=seconds), take_over=take_over)
    return Lease(*(conflict_queries.lease_of(session, conflict_id, now) or (reviewer, now)))


def leave(session: WriteSession, conflict_id: str, *, reviewer: str, until: datetime) -> None:
    """End the lease that a reviewer's page had until some moment; one that was renewed since stays."""
    if until.tzinfo is None:
        raise InvalidValue("Say the moment with its zone, as the lease was told.")
    upkeep.end_lease(session, conflict_id, reviewer, until)
