"""What happened, and what full-text search can find."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlmodel import SQLModel

from registry.store.columns import Instant, Json
from registry.store.tables.base import numbered, string, typed


class AuditEvent(SQLModel, table=True):
    """What somebody did."""

    __tablename__ = "audit_event"

    id: int = numbered("audit_event", primary_key=True)
    at: datetime = typed(Instant)
    actor: str = string()
    action: str = string()
    subject_id: str = string(index=True)
    detail: dict[str, Any] = typed(Json)

    __table_args__ = (Index(None, "actor", "id"), Index(None, "action", "id"))


class Entry(SQLModel, table=True):
    """A thing that full-text search can find; its words are in the index of the database (`queries.search`).

    Who keeps a thing knows whether it is new, so that no index of things has to be written for that.
    """

    number: int = numbered("entry", primary_key=True)
    kind: str = string()
    ref: str = string()
