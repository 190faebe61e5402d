"""The state of the registry in numbers."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from registry.actions.views import (
    Counts,
    Week,
)
from registry.store import ReadSession
from registry.store.kept import kept
from registry.store.queries import totals
from registry.store.tables import Phase


def counts(session: ReadSession) -> Counts:
    """The state of the registry in numbers."""
    return kept(session, "counts", _monday(0), lambda: _counted(session))


def _counted(session: ReadSession) -> Counts:
    """The same, counted."""
    phases = totals.phases(session)
    week = totals.decided_since(session, _monday(0))
    live = totals.live(session)
    return Counts(
        documents=totals.rows_in(session, "document"),
        versions=totals.rows_in(session, "document_version"),
        claims=live.claims,
        facts=live.facts,
        open=phases.get(Phase.OPEN, 0),
        unsure=phases.get(Phase.UNSURE, 0),
        decided=phases.get(Phase.DECIDED, 0),
        settled_this_week=len(week),
    )


def _monday(weeks_ago: int) -> datetime:
    """The beginning of a week."""
    today = datetime.now(UTC).date()
    return datetime.combine(today - timedelta(days=today.weekday() + 7 * weeks_ago), time(), UTC)


def weeks(session: ReadSession, count: int = 12) -> tuple[Week, ...]:
    """Conflicts found and settled in each of the last weeks, the oldest first."""
    mondays = [_monday(ago) for ago in range(count - 1, -1, -1)]
    spans = [(monday, monday + timedelta(days=7)) for monday in mondays]
    found, decided = totals.found_within(session, spans), totals.decided_within(session, spans)
    return tuple(Week(day.date(), *pair) for day, *pair in zip(mondays, found, decided, strict=True))
