"""Conflicts, their sides, and what people decided."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pydantic import Field, model_validator

from api.schemas.claims import ClaimOut
from api.schemas.wire import Wire
from registry.actions import views
from registry.model.finding import Relation, Severity, State, Verdict


class SideOut(Wire):
    """A value in short; `sources` counts documents, `independent` witnesses."""

    number: int
    label: str
    sources: int
    independent: int
    first: date | None
    last: date | None


class SideDetail(SideOut):
    """A value with the claims that state it, the strongest first."""

    chosen: bool
    claims: list[ClaimOut]

    @model_validator(mode="before")
    @classmethod
    def named(cls, given: Any) -> Any:
        """A view without its model value, which the claims carry."""
        if not isinstance(given, views.SideView):
            return given
        return {name: value for name, value in given._asdict().items() if name != "value"}


class DecisionOut(Wire):
    """A person's decision; a later one may supersede it."""

    id: int
    conflict_id: str
    fact_id: str
    verdict: Verdict
    side: int | None
    label: str | None
    value: str | None
    source: str | None
    reason: str
    reviewer: str
    decided_at: datetime
    supersedes: int | None
    superseded_by: int | None


class ConflictOut(Wire):
    """A conflict as the queue lists it; `etag` is what If-Match asks for when deciding. `suggested` where people
    disagree with its rule."""

    id: str
    fact_id: str
    question: str
    kind: Relation
    rule: str
    severity: Severity
    detail: str
    sides: list[SideOut]
    found_at: datetime
    state: State
    priority: float
    suggested: bool
    etag: str


class LeaseOut(Wire):
    """Who is looking at it, and until when."""

    reviewer: str
    until: datetime


class ConflictDetail(Wire):
    """A conflict with its sides in full, what people decided and why the claims belong together."""

    conflict: ConflictOut = Field(validation_alias="row")
    sides: list[SideDetail]
    decisions: list[DecisionOut]
    why: list[str]
    lease: LeaseOut | None
    follows: str | None
    followed_by: str | None
