"""Conflicts, their sides, decisions and leases as they are shown."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from registry.actions.views.claims import ClaimView
from registry.model.assertion import Value
from registry.model.finding import Relation, Severity, State, Verdict


class Age(StrEnum):
    """How long ago a conflict was found."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    OLDER = "older"


class ConflictFilter(NamedTuple):
    """Which conflicts; `state` None means all. Those that a newer conflict continues are always left out.

    `facts`: those that have the `words`, where they were looked for, `bounded` where those are only the newest.
    `dismissed`: decided as no conflict at all, or not so. `suggested`: of a rule that stepped back. `person`: whose,
    by flag, by lease, or as unsure; `ids`: those, where they were looked for.
    """

    state: State | None = State.OPEN
    kind: Relation | None = None
    severity: Severity | None = None
    subject: str | None = None
    publisher: str | None = None
    rule: str | None = None
    language: str | None = None
    age: Age | None = None
    words: str | None = None
    facts: frozenset[str] | None = None
    bounded: bool | None = None
    dismissed: bool | None = None
    suggested: bool | None = None
    person: str | None = None
    ids: frozenset[str] | None = None


class Correction(NamedTuple):
    """The right value in words, where every side is wrong, and where it is from."""

    value: str
    source: str | None = None


class SideRow(NamedTuple):
    """A value of a conflict or fact in short: "124 · 1 source · May 2024". `number` counts from 1.

    `sources` counts documents, `independent` witnesses; `first` and `last` are the days the value is stated for;
    `label` is the value as one document wrote it.
    """

    number: int
    label: str
    sources: int
    independent: int
    first: date | None
    last: date | None
    value: Value | None = None


class ConflictRow(NamedTuple):
    """A conflict as the queue lists it. `decision` is the newest decision's id, 0 where there is none; `suggested`
    where people disagree with its rule, so that it is a suggestion."""

    id: str
    fact_id: str
    question: str
    kind: Relation
    rule: str
    severity: Severity
    detail: str
    sides: tuple[SideRow, ...]
    found_at: datetime
    state: State
    priority: float
    decision: int
    suggested: bool = False

    @property
    def etag(self) -> str:
        """What changes with every decision."""
        return f'"{self.id}.{self.decision}"'


class SideView(NamedTuple):
    """A value of a conflict in full, with the claims that state it, the strongest first."""

    number: int
    label: str
    value: Value
    sources: int
    independent: int
    first: date | None
    last: date | None
    chosen: bool
    claims: tuple[ClaimView, ...]


class DecisionView(NamedTuple):
    """A person's decision; `value` and `source` where every side was wrong and the right value is known."""

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


class Lease(NamedTuple):
    """Who is looking at a conflict, and until when the desk keeps it for them."""

    reviewer: str
    until: datetime


class ConflictView(NamedTuple):
    """A conflict in full. `why` says in words why the claims belong together; `follows` is the conflict that this one
    continues with a new value, `followed_by` the one that continues it."""

    row: ConflictRow
    sides: tuple[SideView, ...]
    decisions: tuple[DecisionView, ...]
    why: tuple[str, ...]
    lease: Lease | None
    follows: str | None
    followed_by: str | None
    previous: str | None = None
    next: str | None = None
