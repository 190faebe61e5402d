"""Conflicts and decisions: the queue, and one conflict in full."""

from __future__ import annotations

from datetime import UTC, datetime

from registry.actions import desk, paging
from registry.actions.facts.sides import unpacked
from registry.actions.facts.wholes import claim_views, side_view
from registry.actions.lookup.facets import sieve
from registry.actions.views import (
    ConflictFilter,
    ConflictRow,
    ConflictView,
    DecisionView,
    Lease,
    Page,
    SideView,
)
from registry.errors import NotFound
from registry.model.finding import Verdict
from registry.store import ReadSession, WriteSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import conflicts as conflict_queries
from registry.store.queries.conflicts import ConflictRow as ConflictRecord

QUEUE = ConflictFilter()
Either = ReadSession | WriteSession


def conflicts(
    session: ReadSession, where: ConflictFilter = QUEUE, *, cursor: str | None = None, limit: int = 50
) -> Page[ConflictRow]:
    """The queue: the conflicts that a filter leaves, by priority."""
    after = paging.priority_of(cursor)
    rows = conflict_queries.conflicts(session, sieve(session, where), after=after, limit=limit + 1)
    return paging.page([desk.conflict_row(row) for row in rows], limit, lambda row: [row.priority, row.id])


def conflict(session: ReadSession, conflict_id: str, where: ConflictFilter = QUEUE) -> ConflictView:
    """A conflict with its sides, claims and decisions, and its neighbours among those that a filter leaves."""
    row = conflict_of(session, conflict_id)
    rows = conflict_queries.decisions_of(session, [conflict_id])
    decisions = desk.decision_views(rows, {conflict_id: row.fact_id})
    held = conflict_queries.lease_of(session, conflict_id, datetime.now(UTC))
    previous, following = conflict_queries.neighbours(session, row, sieve(session, where))
    return ConflictView(
        row=desk.conflict_row(row),
        sides=_sides(session, row, decisions),
        decisions=decisions,
        why=tuple(row.why),
        lease=Lease(*held) if held else None,
        follows=row.follows,
        followed_by=conflict_queries.follower(session, conflict_id),
        previous=previous,
        next=following,
    )


def conflict_of(session: Either, conflict_id: str) -> ConflictRecord:
    """The row of a conflict."""
    row = conflict_queries.conflict(session, conflict_id)
    if row is None:
        raise NotFound(f"There is no conflict {conflict_id[:80]!r}; look for it in the queue.")
    return row


def _sides(session: ReadSession, row: ConflictRecord, decisions: tuple[DecisionView, ...]) -> tuple[SideView, ...]:
    """The sides of a conflict with their claims."""
    groups = [unpacked(side) for side in row.sides]
    rows = claim_queries.claims_by_id(session, [claim for group in groups for claim in group.claims])
    views = {view.id: view for view in claim_views(session, list(rows.values()))}
    live = [one for one in decisions if one.superseded_by is None]
    chosen = live[-1].label if live and live[-1].verdict is Verdict.SIDE else None
    return tuple(side_view(at, group, views, chosen=group.label == chosen) for at, group in enumerate(groups, 1))


def decision(session: ReadSession, decision_id: int) -> DecisionView:
    """A decision."""
    row = conflict_queries.decision(session, decision_id) if abs(decision_id) < 2**62 else None
    if row is None:
        raise NotFound(f"There is no decision {decision_id}; look at the history of the conflict.")
    return next(one for one in conflict(session, row.conflict_id).decisions if one.id == decision_id)
