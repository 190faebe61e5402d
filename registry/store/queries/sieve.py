"""Which conflicts a list shows, as conditions. A newcomer's mistake: joining for a filter; a row could come twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, Table, select

from registry.model.finding import Relation, Severity, Verdict
from registry.store.queries.among import Unindexed, among
from registry.store.tables import Phase
from registry.store.writes import table

CONFLICT, PUBLISHER, DECISION = table("conflict"), table("conflict_publisher"), table("decision")
LANGUAGE = table("conflict_language")
DISMISSING = (Verdict.NOT_SAME_FACT, Verdict.WRONG_READING)


class Wanted(NamedTuple):
    """Which conflicts a list shows; `since` and `until` bound when they were found, `facts` what about,
    `ids` which."""

    phases: tuple[Phase, ...] = (Phase.OPEN,)
    kind: Relation | None = None
    severity: Severity | None = None
    subject: str | None = None
    publisher: str | None = None
    rule: str | None = None
    language: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    dismissed: bool | None = None
    suggested: bool | None = None
    ids: frozenset[str] | None = None
    facts: frozenset[str] | None = None


def narrowed(query: Select[Any], wanted: Wanted) -> Select[Any]:
    """The conflicts that a filter leaves."""
    return query.where(*conditions(wanted))


def conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """What holds for the conflicts that a filter leaves."""
    few = wanted.facts is not None or wanted.ids is not None
    yield (Unindexed(CONFLICT.c.phase) if few else CONFLICT.c.phase).in_(wanted.phases)
    for name in ("kind", "severity", "subject", "rule", "suggested"):
        value = getattr(wanted, name)
        if value is not None:
            yield (Unindexed(CONFLICT.c[name]) if few else CONFLICT.c[name]) == value
    if wanted.facts is not None:
        yield among(CONFLICT.c.fact_key, wanted.facts)
    if wanted.ids is not None:
        yield among(CONFLICT.c.id, wanted.ids)
    yield from _around(wanted)
    if wanted.since is not None:
        yield CONFLICT.c.found_at >= wanted.since
    if wanted.until is not None:
        yield CONFLICT.c.found_at < wanted.until


def _around(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    """What holds in the tables beside."""
    if wanted.publisher is not None:
        yield _has(PUBLISHER, PUBLISHER.c.publisher == wanted.publisher)
    if wanted.language is not None:
        yield _has(LANGUAGE, LANGUAGE.c.language == wanted.language)
    if wanted.dismissed is not None:
        yield _dismissed() if wanted.dismissed else ~_dismissed()


def _has(target: Table, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a conflict has a row in a table beside it."""
    mine = (target.c.fact_key == CONFLICT.c.fact_key) & (target.c.conflict_id == CONFLICT.c.id)
    return select(target.c.conflict_id).where(mine, condition).exists()


def _dismissed() -> ColumnElement[bool]:
    """Whether the decision that holds says that there is no conflict at all."""
    same = (DECISION.c.fact_key == CONFLICT.c.fact_key) & (DECISION.c.id == CONFLICT.c.decision_id)
    return select(DECISION.c.id).where(same, DECISION.c.verdict.in_(DISMISSING)).exists()
