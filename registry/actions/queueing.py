"""Walking through the queue: filtered by words, in another order, with places and with who has what open.

A newcomer's mistake: taking a lease for a lock. It tells others; whoever decides first decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from registry.actions import desk
from registry.actions.lookup import QUEUE, conflict_of, resolved, sieve
from registry.actions.views import ConflictFilter, ConflictRow, Lease, Total
from registry.model.finding import State
from registry.store import ReadSession, WriteSession, upkeep
from registry.store.queries import conflicts as conflict_queries
from registry.store.queries import queues
from registry.store.tables import Phase

SECONDS = 900
MOST = 60


class Order(StrEnum):
    """The order of a queue."""

    PRIORITY = "priority"
    NEWEST = "newest"
    OLDEST = "oldest"


class Tab(StrEnum):
    """A part of the queue."""

    OPEN = "open"
    MINE = "mine"
    UNSURE = "unsure"
    DECIDED = "decided"
    DISMISSED = "dismissed"
    SUGGESTED = "suggested"


class Place(NamedTuple):
    """Where a conflict stands in a queue; `exact` is False where it is too far down to be counted."""

    number: int
    exact: bool


class Present(NamedTuple):
    """Who has a conflict open, and the newest decision about it and who made it; empty and 0 where nobody."""

    holder: str
    decision: int
    reviewer: str


AGES = {Order.PRIORITY: None, Order.NEWEST: True, Order.OLDEST: False}


def listed(
    session: ReadSession, where: ConflictFilter, *, order: Order = Order.PRIORITY, limit: int = MOST
) -> tuple[ConflictRow, ...]:
    """The first conflicts that a filter leaves, in an order."""
    found = queues.sorted_conflicts(session, sieve(session, where), newest=AGES[order], limit=limit)
    return tuple(map(desk.conflict_row, found))


def within(tab: Tab, where: ConflictFilter, person: str) -> ConflictFilter:
    """A filter inside a part of the queue."""
    if tab is Tab.MINE:
        return where._replace(state=None, person=person)
    if tab in (Tab.OPEN, Tab.SUGGESTED):
        return where._replace(state=State.OPEN, suggested=tab is Tab.SUGGESTED)
    if tab is Tab.UNSURE:
        return where._replace(state=State.UNSURE)
    return where._replace(state=State.DECIDED, dismissed=tab is Tab.DISMISSED)


def tabs(session: ReadSession, where: ConflictFilter, person: str) -> dict[Tab, int]:
    """How many conflicts each part of the queue has, counted under the other filters."""
    numbers = queues.counted(session, *(sieve(session, within(tab, where, person)) for tab in Tab))
    return dict(zip(Tab, numbers, strict=True))


def number(session: ReadSession, where: ConflictFilter) -> int:
    """How many conflicts a filter leaves, counted up to a limit."""
    return queues.counted(session, sieve(session, where))[0]


def total(session: ReadSession, where: ConflictFilter) -> Total:
    """The same, and whether that is all."""
    where = resolved(session, where)
    counted = number(session, where)
    return Total(counted, counted < queues.FARTHEST and not where.bounded)


def place(session: ReadSession, conflict_id: str, where: ConflictFilter = QUEUE) -> Place:
    """Where a conflict stands among those that a filter leaves, counted from 1."""
    before = queues.place(session, conflict_of(session, conflict_id), sieve(session, where))
    return Place(before + 1, before < queues.FARTHEST)


def is_open(session: ReadSession, conflict_id: str) -> bool:
    """Whether a conflict still waits for a decision."""
    row = conflict_queries.conflict(session, conflict_id)
    return row is not None and row.phase is Phase.OPEN


def holders(session: ReadSession, conflict_ids: Sequence[str]) -> dict[str, str]:
    """Who has which of some conflicts open now."""
    return queues.leases(session, conflict_ids, datetime.now(UTC))


def present(session: ReadSession, conflict_ids: Sequence[str]) -> dict[str, Present]:
    """Who is at some conflicts now, and what was decided about them last."""
    held = holders(session, conflict_ids)
    last = {row.conflict_id: row for row in conflict_queries.decisions_of(session, conflict_ids)}
    decided = {name: (row.id, row.reviewer) for name, row in last.items()}
    return {name: Present(held.get(name, ""), *decided.get(name, (0, ""))) for name in conflict_ids}


def take_over(session: WriteSession, conflict_id: str, *, reviewer: str, seconds: int = SECONDS) -> Lease:
    """Take a conflict from whoever has it open; their draft stays with them."""
    conflict_of(session, conflict_id)
    now = datetime.now(UTC)
    held = conflict_queries.lease_of(session, conflict_id, now)
    until = now + timedelta(seconds=seconds)
    upkeep.take_lease(session, conflict_id, reviewer, held[1] if held else now, until)
    return Lease(reviewer, until)
