"""Facts with their values, and what a search finds."""

from __future__ import annotations

from datetime import datetime

from pydantic import Field

from api.schemas.claims import ClaimOut, StandingOut
from api.schemas.conflicts import ConflictOut, DecisionOut, SideDetail, SideOut
from api.schemas.documents import DocumentOut
from api.schemas.wire import Wire


class FactOut(Wire):
    """A fact: the question, its values in order of time, and what is held."""

    id: str
    question: str
    values: list[SideOut]
    standing: StandingOut
    claims: int
    changed_at: datetime


class FactDetail(Wire):
    """A fact with its history."""

    fact: FactOut = Field(validation_alias="row")
    sides: list[SideDetail]
    conflicts: list[ConflictOut]
    decisions: list[DecisionOut]
    merged: list[str]
    why: list[str]


class FoundOut(Wire):
    """What full-text search found; `bounded` where only the newest matches were ranked."""

    claims: list[ClaimOut]
    facts: list[FactOut]
    documents: list[DocumentOut]
    bounded: bool
