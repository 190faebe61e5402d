"""What people did, in order. A newcomer's mistake: noting it after the commit; it belongs into the same transaction."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from registry.actions.paging import number_of, page
from registry.actions.views import AuditRow, Page
from registry.store import ReadSession, WriteSession
from registry.store.queries import history
from registry.store.queries.history import Sought
from registry.store.writes import append


def events(
    session: ReadSession,
    *,
    subject_id: str | None = None,
    cursor: str | None = None,
    limit: int = 50,
    accounts: bool = False,
) -> Page[AuditRow]:
    """Audit events, the newest first; about one thing where `subject_id` is given, about accounts only if asked for."""
    sought = Sought(subject_id=subject_id, accounts=accounts)
    rows = history.events(session, sought, before=number_of(cursor), limit=limit + 1)
    return page([AuditRow(*row) for row in rows], limit, lambda row: [row.id])


class Deed(NamedTuple):
    """Who did what to what, and when."""

    actor: str
    action: str
    subject_id: str
    at: datetime


def note(session: WriteSession, deed: Deed, **detail: object) -> int:
    """Append an event with what there is to say about it; its number."""
    said = {name: value for name, value in detail.items() if value not in (None, "")}
    return append(session, "audit_event", {**deed._asdict(), "detail": said})
