"""Conflicts and decisions as they are shown."""

from __future__ import annotations

from collections.abc import Sequence

from registry.actions.facts.sides import unpacked
from registry.actions.facts.wholes import side_row
from registry.actions.views import ConflictRow, DecisionView
from registry.model.finding import State
from registry.store.queries.conflicts import ConflictRow as Record
from registry.store.queries.conflicts import DecisionRow
from registry.store.tables import Phase

STATES = {Phase.DECIDED: State.DECIDED, Phase.UNSURE: State.UNSURE}


def conflict_row(row: Record) -> ConflictRow:
    """A conflict in short; one that is out of the queue reads as open."""
    return ConflictRow(
        id=row.id,
        fact_id=row.fact_id,
        question=row.question,
        kind=row.kind,
        rule=row.rule,
        severity=row.severity,
        detail=row.detail,
        sides=tuple(side_row(number, unpacked(side)) for number, side in enumerate(row.sides, 1)),
        found_at=row.found_at,
        state=STATES.get(row.phase, State.OPEN),
        priority=row.priority,
        decision=row.decision_id,
        suggested=row.suggested,
    )


def decision_views(rows: Sequence[DecisionRow], fact_ids: dict[str, str]) -> tuple[DecisionView, ...]:
    """Decisions, the oldest first; `fact_ids` finds the fact of a conflict."""
    replaced = {row.supersedes_id: row.id for row in rows if row.supersedes_id}
    return tuple(
        DecisionView(
            id=row.id,
            conflict_id=row.conflict_id,
            fact_id=fact_ids[row.conflict_id],
            verdict=row.verdict,
            side=row.side,
            label=row.label,
            value=row.value,
            source=row.source,
            reason=row.reason,
            reviewer=row.reviewer,
            decided_at=row.decided_at,
            supersedes=row.supersedes_id,
            superseded_by=replaced.get(row.id),
        )
        for row in rows
    )
