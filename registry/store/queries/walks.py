"""Long lists that a condition thins out, read along an index a step at a time.

A newcomer's mistake: one statement. Where one row in a hundred thousand passes, it reads the table to its end; a walk
stops after some steps, with whatever it has, and says where to go on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, Select, func, literal, select, tuple_

from registry.store.db import ReadSession, WriteSession
from registry.store.queries import search
from registry.store.queries.among import among
from registry.store.queries.keyset import below
from registry.store.writes import on

STEP, STEPS, WORDS = 4_000, 5, 500
MOST, REACH = 10_000, 100_000
Either = ReadSession | WriteSession


class Walked(NamedTuple):
    """The rows that were found, and the place to go on from where the walk was broken off."""

    rows: list[Row[Any]]
    place: tuple[Any, ...] | None = None


def walk(
    session: Either,
    query: Select[Any],
    order: Sequence[ColumnElement[Any]],
    *,
    after: Sequence[Any] | None,
    limit: int,
    cheap: bool = False,
) -> Walked:
    """The first rows behind a place, in falling order of an index; looking farther where a row is `cheap` to see."""
    found: list[Row[Any]] = []
    for _ in range(5 * STEPS if cheap else STEPS):
        edge = _edge(session, order, after)
        step = query if after is None else query.where(below(order, after))
        if edge is not None:
            step = step.where(tuple_(*order) >= tuple_(*_typed(order, edge)))
        falling = [column.desc() for column in order]
        found += on(session).execute(step.order_by(*falling).limit(limit - len(found)))
        if edge is None or len(found) == limit:
            return Walked(found)
        after = edge
    return Walked(found, tuple(after or ()))


def _edge(
    session: Either, order: Sequence[ColumnElement[Any]], after: Sequence[Any] | None, rows: int = 0
) -> tuple[Any, ...] | None:
    """The place a step away; None where the end is nearer."""
    query = select(*order).order_by(*(column.desc() for column in order)).offset((rows or STEP) - 1).limit(1)
    row = on(session).execute(query if after is None else query.where(below(order, after))).first()
    return tuple(row) if row else None


def _typed(order: Sequence[ColumnElement[Any]], values: Sequence[Any]) -> list[ColumnElement[Any]]:
    """Values in the types of their columns."""
    return [literal(value, column.type) for value, column in zip(values, order, strict=True)]


def counted(session: Either, query: Select[Any], order: Sequence[ColumnElement[Any]]) -> tuple[int, bool]:
    """How many rows there are, counted up to a limit and among so many of the newest, and whether that is all."""
    edge = _edge(session, order, None, REACH)
    step = query if edge is None else query.where(tuple_(*order) >= tuple_(*_typed(order, edge)))
    number = _number(session, step)
    return min(number, MOST), edge is None and number <= MOST


def counted_words(
    session: Either, query: Select[Any], key: ColumnElement[Any], *, kind: str, words: str
) -> tuple[int, bool]:
    """The same of the rows whose entries have every word."""
    numbers = search.numbered(session, kind, words, before=None, limit=MOST + 1)
    number = _number(session, query.where(among(key, [ref for _, ref in numbers])))
    return min(number, MOST), len(numbers) <= MOST


def _number(session: Either, query: Select[Any]) -> int:
    """The number of rows, up to one more than the limit."""
    some = query.limit(MOST + 1).subquery()
    return int(on(session).execute(select(func.count()).select_from(some)).scalar_one())


class Worded(NamedTuple):
    """What some words led to, each row with the number of its entry, and the number to go on from."""

    rows: list[tuple[int, Row[Any]]]
    place: int | None = None


def worded(
    session: Either,
    query: Select[Any],
    key: ColumnElement[Any],
    *,
    kind: str,
    words: str,
    before: int | None,
    limit: int,
) -> Worded:
    """The rows whose entries have every word, the newest entries first; `key` is the first column of the query."""
    found: list[tuple[int, Row[Any]]] = []
    for _ in range(STEPS):
        numbers = search.numbered(session, kind, words, before=before, limit=WORDS)
        rows = {row[0]: row for row in on(session).execute(query.where(among(key, [ref for _, ref in numbers])))}
        found += [(number, rows[ref]) for number, ref in numbers if ref in rows]
        if len(found) >= limit or len(numbers) < WORDS:
            return Worded(found[:limit])
        before = numbers[-1][0]
    return Worded(found, before)
