"""What people did, in order: noted with what they do, read with filters, page by page or whole.

Two newcomer's mistakes: noting it after the commit, since it belongs into the same transaction; and reading on by an
offset, since events arrive while one reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from registry.actions.paging import number_of, page
from registry.actions.views import AuditRow, Page
from registry.errors import InvalidValue
from registry.store import ReadSession, WriteSession
from registry.store.queries import history
from registry.store.queries.history import Sought
from registry.store.writes import append

__all__ = ["Deed", "Sought", "called", "events", "everything", "named", "note"]

CHUNK = 500
# What is noted, by its name, of the work and then of accounts: what is asked for by another was misspelt.
ACTIONS = (
    *("ingest", "recheck", "decide", "second review", "judge", "correct", "undo correction", "merge", "split"),
    *("undo grouping", "teach", "set up", "add person", "invite", "offer new password", "withdraw link", "join"),
    *("sign in", "sign-in locked", "end session", "end sessions", "change password", "new password by link"),
    *("change role", "disable", "enable", "make token", "revoke token"),
)


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


def events(session: ReadSession, sought: Sought, *, cursor: str | None = None, limit: int = 50) -> Page[AuditRow]:
    """Events that a filter leaves, the newest first."""
    rows = history.events(session, sought, before=number_of(cursor), limit=limit + 1)
    return page([AuditRow(*row) for row in rows], limit, lambda row: [row.id])


def known(session: ReadSession, action: str) -> str:
    """The name of what is done. Raises `InvalidValue` for what is never done and never was."""
    if action in ACTIONS or action in history.named(session, "action", accounts=True):
        return action
    raise InvalidValue(f"Nothing is noted as {action[:80]!r}; choose one of {', '.join(ACTIONS)}.")


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
