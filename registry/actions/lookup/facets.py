"""What each choice of a filter of the queue would leave.

A newcomer's mistake: a question for every filter. Those with few choices are counted together, in one look.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from registry.actions.views import Age, ConflictFilter, Facet
from registry.store import ReadSession
from registry.store.queries import queues, search
from registry.store.queries.sieve import Wanted
from registry.store.tables import LIVE, Phase

QUEUE = ConflictFilter()
CROSSED, LISTED = ("state", "kind", "severity", "rule"), ("subject", "publisher", "language")
DAYS = {Age.DAY: timedelta(days=1), Age.WEEK: timedelta(days=7), Age.MONTH: timedelta(days=30)}


def sieve(session: ReadSession, where: ConflictFilter, *, now: datetime | None = None) -> Wanted:
    """A filter in the terms of the store."""
    now = now or datetime.now(UTC)
    since, until = bounds(where.age, now)
    where = resolved(session, where)
    return Wanted(
        phases=LIVE if where.state is None else (Phase(where.state.value),),
        kind=where.kind,
        severity=where.severity,
        subject=where.subject,
        publisher=where.publisher,
        rule=where.rule,
        language=where.language,
        since=since,
        until=until,
        dismissed=where.dismissed,
        suggested=where.suggested,
        ids=where.ids,
        facts=where.facts,
    )


def resolved(session: ReadSession, where: ConflictFilter) -> ConflictFilter:
    """A filter whose words and whose person were looked for; the same look serves every question about it."""
    if where.words and where.facts is None:
        found = search.in_dispute(session, where.words)
        where = where._replace(facts=frozenset(found.refs), bounded=found.bounded)
    if where.person is not None and where.ids is None:
        where = where._replace(ids=queues.of_person(session, where.person, datetime.now(UTC)))
    return where


def bounds(age: Age | None, now: datetime) -> tuple[datetime | None, datetime | None]:
    """The oldest and the newest moment that an age allows."""
    if age is None:
        return None, None
    if age is Age.OLDER:
        return None, now - DAYS[Age.MONTH]
    return now - DAYS[age], None


def facets(session: ReadSession, where: ConflictFilter = QUEUE) -> tuple[Facet, ...]:
    """What each choice of a filter would leave, most first."""
    return (
        *_crossed(session, where),
        *(facet for name in LISTED for facet in _tallied(session, where, name)),
        *_aged(session, where),
    )


def _crossed(session: ReadSession, where: ConflictFilter) -> Iterator[Facet]:
    """The filters with few choices, from one look at the conflicts that the others leave."""
    free = sieve(session, where._replace(**dict.fromkeys(CROSSED)))
    columns = ["phase" if name == "state" else name for name in CROSSED]
    rows = queues.crossed(session, columns, free)
    for at, name in enumerate(CROSSED):
        others = [(n, getattr(where, other)) for n, other in enumerate(CROSSED) if n != at and getattr(where, other)]
        number: Counter[str] = Counter()
        for row in rows:
            if all(str(row[n]) == str(value) for n, value in others):
                number[str(row[at])] += row[-1]
        yield from (Facet(name, value, count) for value, count in number.most_common())


def _tallied(session: ReadSession, where: ConflictFilter, name: str) -> Iterator[Facet]:
    """A filter with many choices."""
    told = queues.tally(session, name, sieve(session, where._replace(**{name: None})))
    return (Facet(name, value, number) for value, number in told)


def _aged(session: ReadSession, where: ConflictFilter) -> Iterator[Facet]:
    """The ages that leave fewer than all; each span contains the shorter ones, and what is older is the rest."""
    now = datetime.now(UTC)
    days = {age.value: now - span for age, span in DAYS.items()}
    found = queues.found_since(session, days, sieve(session, where._replace(age=None)))
    found[Age.OLDER.value] = found["all"] - found[Age.MONTH.value]
    telling = (age for age in Age if 0 < found[age.value] < found["all"] or age is where.age)
    return (Facet("age", age.value, found[age.value]) for age in telling)
