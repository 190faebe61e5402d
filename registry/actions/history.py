"""The audit log with filters, page by page or whole. A newcomer's mistake: an offset; events arrive while one reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from registry.actions.paging import number_of, page
from registry.actions.views import AuditRow, Page
from registry.store import ReadSession
from registry.store.queries import history
from registry.store.queries.history import Sought

__all__ = ["Sought", "called", "events", "everything", "named"]

CHUNK = 500


def events(session: ReadSession, sought: Sought, *, cursor: str | None = None, limit: int = 50) -> Page[AuditRow]:
    """Events that a filter leaves, the newest first."""
    rows = history.events(session, sought, before=number_of(cursor), limit=limit + 1)
    return page([AuditRow(*row) for row in rows], limit, lambda row: [row.id])


def everything(session: ReadSession, sought: Sought) -> Iterator[AuditRow]:
    """All events that a filter leaves, the newest first."""
    before = None
    while rows := history.events(session, sought, before=before, limit=CHUNK):
        yield from (AuditRow(*row) for row in rows)
        before = rows[-1].id


def named(session: ReadSession, *, accounts: bool = False) -> tuple[list[str], list[str]]:
    """Who has done something, and what kinds of things were done."""
    return history.named(session, "actor", accounts=accounts), history.named(session, "action", accounts=accounts)


def called(session: ReadSession, ids: Iterable[str]) -> dict[str, str]:
    """What documents, conflicts, facts and claims are called, by their ids."""
    return history.labels(session, sorted(set(ids)))
