"""The queue as reviewers walk through it: words and order, facets, the place of a conflict, who has which one open.

A newcomer's mistake: counting a long queue to the end. Nobody reads a place beyond the first thousands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, union

from registry.store.queries.among import among
from registry.store.queries.conflicts import CONFLICT, LEASE, ConflictRow, Either, _rows, first_of
from registry.store.queries.sieve import LANGUAGE, PUBLISHER, Wanted, narrowed
from registry.store.tables import Phase
from registry.store.writes import on, table

DECISION, SHELF = table("decision"), table("shelf_item")
FARTHEST = 10_000
BESIDE = {"publisher": PUBLISHER, "language": LANGUAGE}


def sorted_conflicts(
    session: Either, wanted: Wanted, *, newest: bool | None = None, limit: int = 30
) -> list[ConflictRow]:
    """Conflicts by priority, or by age where `newest` is given."""
    at, name = CONFLICT.c.found_at, CONFLICT.c.id
    orders = {
        None: (CONFLICT.c.priority.desc(), name.desc()),
        True: (at.desc(), name.desc()),
        False: (at.asc(), name.asc()),
    }
    return _rows(session, first_of(wanted, orders[newest], limit))


def tally(session: Either, name: str, wanted: Wanted) -> list[tuple[str, int]]:
    """How many of the conflicts that a filter leaves have each value of a column, most first."""
    beside = BESIDE.get(name)
    column = CONFLICT.c[name] if beside is None else beside.c[name]
    query = select(column, func.count()).select_from(CONFLICT)
    if beside is not None:
        same = (beside.c.fact_key == CONFLICT.c.fact_key) & (beside.c.conflict_id == CONFLICT.c.id)
        query = query.join(beside, same)
    query = narrowed(query, wanted).where(column.is_not(None)).group_by(column)
    rows = on(session).execute(query.order_by(func.count().desc(), column).limit(50))
    return [(str(value), number) for value, number in rows]


def crossed(session: Either, names: Sequence[str], wanted: Wanted) -> list[tuple[Any, ...]]:
    """The values of some columns that occur together, and how many conflicts have them."""
    columns = [CONFLICT.c[name] for name in names]
    query = narrowed(select(*columns, func.count()), wanted)
    return [tuple(row) for row in on(session).execute(query.group_by(*columns))]


def counted(session: Either, *wanted: Wanted) -> list[int]:
    """How many conflicts each of some filters leaves, counted up to the farthest place; one question for all."""
    some = [narrowed(select(CONFLICT.c.id), one).limit(FARTHEST).subquery() for one in wanted]
    counts = [select(func.count()).select_from(one).scalar_subquery() for one in some]
    return [int(number) for number in on(session).execute(select(*counts)).one()]


def found_since(session: Either, days: Mapping[str, datetime], wanted: Wanted) -> dict[str, int]:
    """How many conflicts were found since each of some days."""
    columns: list[ColumnElement[Any]] = [func.count().label("all")]
    columns += [func.count().filter(CONFLICT.c.found_at >= day).label(name) for name, day in days.items()]
    counts: Select[Any] = select(*columns).select_from(CONFLICT)
    query = narrowed(counts, wanted)
    return dict(on(session).execute(query).one()._mapping)


def of_person(session: Either, name: str, now: datetime) -> frozenset[str]:
    """The conflicts that somebody flagged, has open now, or put aside as unsure; each by an index of its own."""
    flagged = select(SHELF.c.name).where(SHELF.c.person == name, SHELF.c.kind == "flag")
    opened = select(LEASE.c.conflict_id).where(LEASE.c.reviewer == name, LEASE.c.until > now)
    same = (DECISION.c.fact_key == CONFLICT.c.fact_key) & (DECISION.c.id == CONFLICT.c.decision_id)
    aside = select(CONFLICT.c.id).join(DECISION, same)
    aside = aside.where(CONFLICT.c.phase == Phase.UNSURE, DECISION.c.reviewer == name)
    return frozenset(on(session).execute(union(flagged, opened, aside)).scalars())


def place(session: Either, row: ConflictRow, wanted: Wanted) -> int:
    """How many conflicts come before one in a queue; at most `FARTHEST`."""
    column = CONFLICT.c
    ahead: ColumnElement[bool] = (column.priority > row.priority) | (
        (column.priority == row.priority) & (column.id > row.id)
    )
    some = narrowed(select(column.id).where(ahead), wanted).limit(FARTHEST).subquery()
    return int(on(session).execute(select(func.count()).select_from(some)).scalar_one())


def leases(session: Either, conflict_ids: Sequence[str], now: datetime) -> dict[str, str]:
    """Who has each of some conflicts open."""
    query = select(LEASE.c.conflict_id, LEASE.c.reviewer)
    query = query.where(among(LEASE.c.conflict_id, conflict_ids), LEASE.c.until > now)
    return {row[0]: row[1] for row in on(session).execute(query)}
