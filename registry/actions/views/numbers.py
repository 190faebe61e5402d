"""Counts over the registry, and what people did."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple


class Week(NamedTuple):
    """Conflicts found and settled in the week that begins on `monday`."""

    monday: date
    opened: int
    closed: int


class Counts(NamedTuple):
    """The state of the registry in numbers."""

    documents: int
    versions: int
    claims: int
    facts: int
    open: int
    unsure: int
    decided: int
    settled_this_week: int


class Facet(NamedTuple):
    """How many conflicts a filter's choice leaves."""

    name: str
    value: str
    number: int


class AuditRow(NamedTuple):
    """What somebody did, when, to what."""

    id: int
    at: datetime
    actor: str
    action: str
    subject_id: str
    detail: dict[str, object]
