"""Walking through the queue: filtered by words, in another order, with places and with who has what open.

A newcomer's mistake: taking a lease for a lock. It tells others; whoever decides first decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from registry.actions import desk
from registry.actions.lookup import conflict_of
from registry.actions.views import ConflictFilter, ConflictRow, Facet, Lease
from registry.store import ReadSession, WriteSession, upkeep
from registry.store.queries import conflicts as conflict_queries
from registry.store.queries import queues
from registry.store.queries.conflicts import Wanted
from registry.store.tables import Phase

SECONDS = 900
MOST = 200
FACETS = ("kind", "severity", "state", "subject", "publisher", "rule")


class Order(StrEnum):
    """The order of a queue."""

    PRIORITY = "priority"
    NEWEST = "newest"
    OLDEST = "oldest"


class Place(NamedTuple):
    """Where a conflict stands in the queue; `exact` is False where it is too far down to be counted."""

    number: int
    exact: bool


AGES = {Order.PRIORITY: None, Order.NEWEST: True, Order.OLDEST: False}


def listed(
    session: ReadSession, where: ConflictFilter, *, words: str = "", order: Order = Order.PRIORITY, limit: int = MOST
) -> tuple[ConflictRow, ...]:
    """The first conflicts that a filter and some words leave, in an order."""
    found = queues.sorted_conflicts(session, _wanted(where), words=words, newest=AGES[order], limit=limit)
    return tuple(map(desk.conflict_row, found))


def facets(session: ReadSession, where: ConflictFilter, words: str) -> tuple[Facet, ...]:
    """What each choice of a filter would leave of the conflicts with some words."""
    found: list[Facet] = []
    for name in FACETS:
        column = "phase" if name == "state" else name
        told = queues.tally(session, column, _wanted(where._replace(**{name: None})), words)
        found += [Facet(name, value, number) for value, number in told]
    return tuple(found)


def _wanted(where: ConflictFilter) -> Wanted:
    """A filter in the terms of the store."""
    phases = conflict_queries.SHOWN if where.state is None else (Phase(where.state.value),)
    return Wanted(phases, where.kind, where.severity, where.subject, where.publisher, where.rule)


def place(session: ReadSession, conflict_id: str) -> Place:
    """Where a conflict stands in the queue, counted from 1."""
    before = queues.place(session, conflict_of(session, conflict_id))
    return Place(before + 1, before < queues.FARTHEST)


def holders(session: ReadSession, conflict_ids: Sequence[str]) -> dict[str, str]:
    """Who has which of some conflicts open now."""
    return queues.leases(session, conflict_ids, datetime.now(UTC))


def take_over(session: WriteSession, conflict_id: str, *, reviewer: str, seconds: int = SECONDS) -> Lease:
    """Take a conflict from whoever has it open; their draft stays with them."""
    conflict_of(session, conflict_id)
    now = datetime.now(UTC)
    held = conflict_queries.lease_of(session, conflict_id, now)
    until = now + timedelta(seconds=seconds)
    upkeep.take_lease(session, conflict_id, reviewer, held[1] if held else now, until)
    return Lease(reviewer, until)
