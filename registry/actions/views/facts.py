"""Facts as they are shown."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from registry.actions.views.conflicts import ConflictRow, DecisionView, SideRow, SideView
from registry.actions.views.standing import Held, Standing
from registry.model.traits import ANY, Traits


class FactFilter(NamedTuple):
    """Which facts: with these words as subject or attribute, with these words in their question, with a claim that has
    these traits, with this standing."""

    subject: str | None = None
    attribute: str | None = None
    words: str | None = None
    standing: Held | None = None
    traits: Traits = ANY

    @property
    def thins(self) -> bool:
        """Whether it asks for what no index leads to, so that many rows may be read for one."""
        return self.words is not None or self.standing is not None or self.traits != ANY


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
