"""The state of the registry in numbers."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from registry.actions.views import (
    Counts,
    RulePrecision,
    Week,
)
from registry.model.finding import Verdict
from registry.store import ReadSession
from registry.store.queries import totals
from registry.store.tables import Phase


def counts(session: ReadSession) -> Counts:
    """The state of the registry in numbers."""
    phases = totals.phases(session)
    week = [row for row in totals.decided_since(session, _monday(0)) if row[1] is not Verdict.UNSURE]
    return Counts(
        documents=totals.rows_in(session, "document"),
        versions=totals.rows_in(session, "document_version"),
        claims=totals.live_claims(session),
        facts=totals.live_facts(session),
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
    found = totals.found_since(session, mondays[0])
    decided = [at for at, _verdict in totals.decided_since(session, mondays[0])]

    def within(times: list[datetime], monday: datetime) -> int:
        return sum(monday <= at < monday + timedelta(days=7) for at in times)

    return tuple(Week(monday.date(), within(found, monday), within(decided, monday)) for monday in mondays)


def precision(session: ReadSession) -> tuple[RulePrecision, ...]:
    """How often people agreed with each rule."""
    wrong = (Verdict.NOT_SAME_FACT, Verdict.WRONG_READING, Verdict.SCOPE)
    found: dict[str, list[int]] = {}
    for rule, verdict, number in totals.verdicts_by_rule(session):
        if verdict not in (Verdict.UNSURE, Verdict.UNDONE):
            tally = found.setdefault(rule, [0, 0])
            tally[0] += number
            tally[1] += 0 if verdict in wrong else number
    return tuple(RulePrecision(rule, *tally) for rule, tally in found.items())
