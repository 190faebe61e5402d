"""What people did, in order."""

from __future__ import annotations

from registry.actions.views import AuditRow, Page
from registry.store import ReadSession


def events(
    session: ReadSession, *, subject_id: str | None = None, cursor: str | None = None, limit: int = 50
) -> Page[AuditRow]:
    """Audit events, the newest first; those about one thing where `subject_id` is given."""
    raise NotImplementedError
