"""Keep the conflicts that a document led to, all at once: new ones, those brought up to date, those that are over.

A newcomer's mistake: a statement for each conflict. A document about two dozen disputed facts asks a handful in all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from registry.actions import findable
from registry.actions.facts.sides import Group, in_order, packed, priority
from registry.actions.identity import content_id
from registry.actions.rows import to_claim
from registry.model import finding
from registry.store import WriteSession, upkeep
from registry.store.queries import conflicts as conflict_queries
from registry.store.queries import measures, search
from registry.store.queries.claims import ClaimRow
from registry.store.queries.conflicts import ConflictRow, DecisionRow
from registry.store.tables import LIVE, Phase
from registry.store.writes import keep_all, keep_unknown

WAITING = (Phase.OPEN, Phase.UNSURE)
LOWER = 40.0


class Found(NamedTuple):
    """What is to be said about a fact: the words of the checker and the groups that differ."""

    kind: finding.Relation
    rule: str
    severity: finding.Severity
    detail: str
    groups: list[Group]
    why: list[str]
    question: str


class Plan(NamedTuple):
    """What was found about a fact, with the claims behind it and the conflicts that it had."""

    fact_key: str
    found: Found
    rows: Mapping[str, ClaimRow]
    live: Sequence[ConflictRow]
    across: bool = False

    @property
    def labels(self) -> list[str]:
        """The values that differ."""
        return sorted(group.label for group in self.found.groups)

    @property
    def id(self) -> str:
        """The id of a conflict about these values."""
        return content_id("across" if self.across else "conflict", self.fact_key, *self.labels)


class Moved(NamedTuple):
    """What moves conflicts in the queue besides their claims: the rules that stepped back, and how often facts are
    used."""

    suggesting: Mapping[str, datetime]
    uses: Mapping[str, int]


def record(session: WriteSession, plans: Sequence[Plan], at: datetime) -> int:
    """Keep conflicts, or bring those about the same values up to date; how many are new."""
    if not plans:
        return 0
    moved = Moved(measures.suggesting(session), measures.uses(session, [plan.fact_key for plan in plans]))
    known = {row.id: row for row in conflict_queries.conflicts_by_id(session, [plan.id for plan in plans])}
    held = [(plan, _same(plan) or known.get(plan.id)) for plan in plans]
    old = [(plan, same) for plan, same in held if same is not None]
    fresh = {plan.id: plan for plan, same in held if same is None}
    keep_all(session, "conflict_publisher", _names(held, "publisher"))
    keep_all(session, "conflict_language", _names(held, "language"))
    upkeep.refresh_all(session, [_refreshed(plan, same, moved) for plan, same in old])
    new = keep_unknown(session, "conflict", [_row(plan, moved, at) for plan in fresh.values()])
    search.index(session, [entry for plan, same in held for entry in _findable(plan, same)])
    # Of one that is open and was never decided, no decisions are to be looked for.
    revive(session, [same for _, same in old if (same.phase, same.decision_id) != (Phase.OPEN, 0)], at)
    kept = {same.id for _, same in old}
    over = [row for plan in plans for row in plan.live if row.id not in kept and row.phase in WAITING]
    end(session, over, Phase.FOLLOWED, at)
    return len(new)


def _same(plan: Plan) -> ConflictRow | None:
    """The conflict that a fact has about the same values."""
    labels = plan.labels
    return next((row for row in reversed(plan.live) if sorted(side["label"] for side in row.sides) == labels), None)


def _row(plan: Plan, moved: Moved, at: datetime) -> dict[str, Any]:
    """The row of a new conflict."""
    before = next((row for row in reversed(plan.live) if row.phase in LIVE), None)
    subject = plan.rows[plan.found.groups[0].claims[0]].record.get("subject")
    return {
        "fact_key": plan.fact_key,
        "id": plan.id,
        **_told(plan, plan.found.groups, moved),
        "subject": str(subject["label"]) if subject else None,
        "across": plan.across,
        "phase": Phase.OPEN,
        "decision_id": 0,
        "follows": before.id if before else None,
        "found_at": at,
        "changed_at": at,
    }


def _refreshed(plan: Plan, same: ConflictRow, moved: Moved) -> dict[str, Any]:
    """What a conflict that is there says now; its sides keep the order that decisions count by."""
    groups = in_order(plan.found.groups, [side["label"] for side in same.sides])
    return {"fact_key": same.fact_key, "id": same.id, **_told(plan, groups, moved)}


def _told(plan: Plan, groups: Sequence[Group], moved: Moved) -> dict[str, Any]:
    """The columns of a conflict that follow from its claims; lower in the queue where its rule stepped back."""
    uses = moved.uses.get(plan.fact_key, 0)
    found, suggested = plan.found, plan.found.rule in moved.suggesting
    return {
        "kind": found.kind,
        "rule": found.rule,
        "severity": found.severity,
        "detail": found.detail,
        "question": found.question,
        "sides": [packed(group) for group in groups],
        "why": found.why,
        "suggested": suggested,
        "priority": priority(found.severity, groups, plan.rows, uses) - (LOWER if suggested else 0.0),
    }


def _names(held: Sequence[tuple[Plan, ConflictRow | None]], column: str) -> list[dict[str, Any]]:
    """Who publishes what conflicts are about, or in which language."""
    found = set()
    for plan, same in held:
        claims = (plan.rows[claim] for group in plan.found.groups for claim in group.claims if claim in plan.rows)
        where = (same.fact_key, same.id) if same else (plan.fact_key, plan.id)
        found |= {(*where, name) for claim in claims if (name := getattr(claim, column))}
    return [{"fact_key": key, "conflict_id": name, column: value} for key, name, value in sorted(found)]


def _findable(plan: Plan, same: ConflictRow | None) -> list[search.Entry]:
    """What a conflict is found by; of one that is known only what is new to it."""
    known = {claim for side in (same.sides if same else ()) for claim in side["claims"]}
    named = [name for group in plan.found.groups for name in group.claims if name not in known]
    claims = {name: to_claim(plan.rows[name]) for name in named if name in plan.rows}
    fact_key = same.fact_key if same else plan.fact_key
    return [findable.of_conflict(fact_key, plan.found.question, claims)] if claims else []


def revive(session: WriteSession, rows: Sequence[ConflictRow], at: datetime) -> None:
    """Put conflicts where their decisions say they belong."""
    said: dict[str, list[DecisionRow]] = {row.id: [] for row in rows}
    for one in conflict_queries.decisions_of(session, list(said)):
        said[one.conflict_id].append(one)
    for row in rows:
        phase, decision_id = phase_of(said[row.id])
        if (phase, decision_id) != (row.phase, row.decision_id):
            told = {"phase": phase, "decision_id": decision_id, "changed_at": at}
            upkeep.refresh(session, row.fact_key, row.id, told)


def phase_of(rows: Sequence[DecisionRow]) -> tuple[Phase, int]:
    """The phase that the decisions about a conflict come to, and the newest of them."""
    told = finding.standing([finding.Decision(row.id, row.verdict, row.side, row.supersedes_id) for row in rows])
    return Phase(told.state.value), max((row.id for row in rows), default=0)


def end(session: WriteSession, rows: Sequence[ConflictRow], phase: Phase, at: datetime) -> None:
    """Take conflicts that wait for somebody out of the queue."""
    upkeep.set_phases(session, [(row.fact_key, row.id) for row in rows if row.phase in WAITING], phase, at)
