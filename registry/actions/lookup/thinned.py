"""Claims and facts by what no index leads to: their words, traits and standing.

A newcomer's mistake: taking a short page for the last one. Where few of many rows pass, a page ends after so many were
read; its cursor goes on, and only the page without one is the last.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from registry.actions import paging
from registry.actions.views import ClaimView, FactRow, Held, Page
from registry.errors import InvalidValue
from registry.store import ReadSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries.claims import ClaimRow
from registry.store.queries.walks import Walked, Worded

T = TypeVar("T")
DISPUTABLE = (Held.DISPUTED, Held.SETTLED, Held.OUT_OF_DATE)


def claim_rows(
    session: ReadSession, wanted: claim_queries.Wanted, words: str | None, cursor: str | None, limit: int
) -> Page[ClaimRow]:
    """The claims that a filter leaves, the newest first."""
    if words is not None:
        before = paging.number_of(cursor)
        return by_number(claim_queries.worded(session, wanted, words, before=before, limit=limit + 1), limit, _claim)
    found = claim_queries.walked(session, wanted, after=paging.time_of(cursor), limit=limit + 1)
    return by_place(found, limit, _claim, lambda row: (row.found_at, row.id))


def fact_rows(
    session: ReadSession, wanted: fact_queries.Wanted, words: str | None, cursor: str | None, limit: int
) -> Page[fact_queries.FactRow]:
    """The facts that a filter leaves, the most recently changed first."""
    if words is not None:
        before = paging.number_of(cursor)
        return by_number(fact_queries.worded(session, wanted, words, before=before, limit=limit + 1), limit, _fact)
    found = fact_queries.walked(session, wanted, after=paging.time_of(cursor), limit=limit + 1)
    return by_place(found, limit, _fact, lambda row: (row.changed_at, row.fact_key))


def _claim(row: Any) -> ClaimRow:
    return ClaimRow._make(row)


def _fact(row: Any) -> fact_queries.FactRow:
    return fact_queries.FactRow._make(row)


def by_place(found: Walked, limit: int, made: Callable[[Any], T], key: Callable[[T], tuple[datetime, str]]) -> Page[T]:
    """A page of what a walk found, and where it goes on: behind the last row, or where the walk was broken off."""
    rows = [made(row) for row in found.rows]
    if len(rows) <= limit and found.place is not None:
        return Page(tuple(rows), paging.sealed([found.place[0].isoformat(), found.place[1]]))
    return paging.page(rows, limit, lambda row: [key(row)[0].isoformat(), key(row)[1]])


def by_number(found: Worded, limit: int, made: Callable[[Any], T]) -> Page[T]:
    """The same of what words led to."""
    rows = tuple(made(row) for _, row in found.rows[:limit])
    if len(found.rows) > limit:
        return Page(rows, paging.sealed([found.rows[limit - 1][0]]))
    return Page(rows, None if found.place is None else paging.sealed([found.place]))


def standing_so(views: tuple[ClaimView, ...], held: Held | None) -> tuple[ClaimView, ...]:
    """The claims whose standing is a certain one."""
    return views if held is None else tuple(view for view in views if view.standing.held is held)


def held_so(rows: tuple[FactRow, ...], held: Held | None) -> tuple[FactRow, ...]:
    """The facts whose standing is a certain one."""
    return rows if held is None else tuple(row for row in rows if row.standing.held is held)


def countable(held: Held | None) -> None:
    """Refuse to count by standing."""
    if held is not None:
        raise InvalidValue("A standing is told fact by fact; ask for the list without `total`.")
