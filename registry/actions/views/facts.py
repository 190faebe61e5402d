"""Facts as they are shown."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from registry.actions.views.conflicts import ConflictRow, DecisionView, SideRow, SideView
from registry.actions.views.standing import Standing


class FactRow(NamedTuple):
    """A fact as it is listed: the question, its values in order of time, and what is held."""

    id: str
    question: str
    values: tuple[SideRow, ...]
    standing: Standing
    claims: int
    changed_at: datetime


class FactView(NamedTuple):
    """A fact with its history. `merged` are the ids that lead here; `conflicts` include those of the past."""

    row: FactRow
    sides: tuple[SideView, ...]
    conflicts: tuple[ConflictRow, ...]
    decisions: tuple[DecisionView, ...]
    merged: tuple[str, ...]
    why: tuple[str, ...]
