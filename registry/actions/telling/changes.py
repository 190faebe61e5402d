"""What a transaction changed, compared with what was held a moment before.

A newcomer's mistake: asking for everything. Where nobody listens and nothing is watched, two short questions are asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any

from registry.actions.facts import past
from registry.actions.facts.wholes import Whole, wholes
from registry.actions.telling.affected import affected
from registry.actions.telling.events import (
    CONFLICT_DECIDED,
    CONFLICT_FOUND,
    CONFLICT_WITHDRAWN,
    FACT_CHANGED,
    Event,
    post,
)
from registry.actions.views import DecisionView
from registry.store import WriteSession
from registry.store.queries import conflicts as conflict_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries import watches as watch_queries
from registry.store.queries import webhooks as webhook_queries
from registry.store.queries.conflicts import ConflictRow
from registry.store.tables import Phase

BEFORE = timedelta(microseconds=1)


def settled(session: WriteSession, leads: Sequence[str], at: datetime) -> None:
    """Tell what became of some facts whose claims, clusters or decisions changed at a moment."""
    listening = webhook_queries.listening(session)
    uses = watch_queries.uses_about(session, leads) if leads else []
    if not leads or not (listening or uses):
        return
    now = wholes(session, leads)
    events = [event for use in uses if (event := affected(session, use, now.get(use.cluster), at))]
    if listening:
        events += list(_facts(session, now, at))
        events += list(_conflicts(session, now, at))
    post(session, events, listening, at)


def decided(session: WriteSession, row: ConflictRow, made: DecisionView) -> None:
    """Tell that a person decided, and what that changed about the fact."""
    known = fact_queries.facts_by_key(session, [row.fact_key]).get(row.fact_key)
    listening = webhook_queries.listening(session)
    if listening:
        post(session, [_decided(row, made)], listening, made.decided_at)
    if known is not None:
        settled(session, [known.cluster], made.decided_at)


def _facts(session: WriteSession, now: dict[str, Whole], at: datetime) -> Iterator[Event]:
    """Facts whose value or standing is another than just before."""
    then = at - BEFORE
    homes = {key: fact.cluster for key, fact in past.facts_then(session, now, then).items()}
    before = past.wholes_then(session, homes.values(), then)
    for lead, whole in now.items():
        old = before.get(homes.get(lead, ""))
        if old is not None and told(old) != told(whole):
            yield Event(FACT_CHANGED, {**fact_of(whole), "old": told(old), "new": told(whole)})


def _conflicts(session: WriteSession, now: dict[str, Whole], at: datetime) -> Iterator[Event]:
    """Conflicts that began or ended."""
    keys = [fact.fact_key for whole in now.values() for fact in whole.members]
    for row in conflict_queries.conflicts_of(session, keys):
        if row.found_at == at:
            yield Event(CONFLICT_FOUND, conflict_of(row))
        elif row.phase is Phase.MOOT and row.changed_at == at:
            yield Event(CONFLICT_WITHDRAWN, conflict_of(row))


def _decided(row: ConflictRow, made: DecisionView) -> Event:
    """A decision as an event."""
    told = {"id": made.id, "verdict": made.verdict.value, "label": made.label, "value": made.value}
    return Event(CONFLICT_DECIDED, {**conflict_of(row), "decision": {**told, "reason": made.reason}})


def told(whole: Whole) -> dict[str, Any]:
    """What is held about a fact, in short."""
    held = whole.standing
    return {"value": held.value, "held": held.held.value, "standing": held.words}


def fact_of(whole: Whole) -> dict[str, Any]:
    """A fact in short."""
    return {"fact_id": whole.lead.id, "question": whole.lead.label, "path": f"/facts/{whole.lead.id}"}


def conflict_of(row: ConflictRow) -> dict[str, Any]:
    """A conflict in short."""
    return {
        "conflict_id": row.id,
        "fact_id": row.fact_id,
        "question": row.question,
        "kind": row.kind.value,
        "severity": row.severity.value,
        "detail": row.detail,
        "values": [side["label"] for side in row.sides],
        "path": f"/conflicts/{row.id}",
    }
