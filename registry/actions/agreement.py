"""Second reviews, blind to what was decided, and how far reviewers agree beyond chance.

A newcomer's mistake: measuring agreement on decisions that superseded others. Whoever overrules has seen the first
verdict; only reviews that were given without it are independent.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import combinations
from typing import NamedTuple

from registry.actions import audit, desk
from registry.actions.lookup import conflict_of
from registry.actions.views import ConflictRow
from registry.errors import InvalidValue, Refused
from registry.model.finding import Verdict
from registry.store import ReadSession, WriteSession
from registry.store.queries import conflicts as conflict_queries
from registry.store.queries import reviewing, shelf
from registry.store.queries.reviewing import RatingRow
from registry.store.tables import Phase
from registry.store.writes import append

FEWEST = 2
WAITING = 30

Rating = tuple[str, str, str]


class Pair(NamedTuple):
    """Two reviewers: how many conflicts both looked at, on how many they agree, and Cohen's kappa."""

    one: str
    other: str
    shared: int
    agreed: int
    kappa: float


class Agreement(NamedTuple):
    """How far reviewers agree: Krippendorff's alpha over all, None without second reviews, and each pair."""

    conflicts: int
    alpha: float | None
    pairs: tuple[Pair, ...]


class Worker(NamedTuple):
    """What somebody decided, how much of it others replaced, and their verdicts, the most frequent first."""

    reviewer: str
    decided: int
    overturned: int
    last: datetime
    verdicts: tuple[tuple[Verdict, int], ...]


def review(
    session: WriteSession, conflict_id: str, *, verdict: Verdict, side: int | None, reviewer: str, reason: str = ""
) -> bool:
    """Keep what somebody says about a decided conflict without having seen the decision; whether both agree.

    It settles nothing. Raises `Refused` for a conflict that is not decided, or that this person has reviewed before.
    """
    row = conflict_of(session, conflict_id)
    if row.phase is not Phase.DECIDED:
        raise Refused("Nobody has decided this conflict yet; decide it on the desk.")
    if (verdict is Verdict.SIDE) != (side is not None) or (side and not 1 <= side <= len(row.sides)):
        raise InvalidValue("Name one of the sides with the verdict “side”, and with no other.")
    if reviewer in {one.reviewer for one in shelf.seconds_of(session, [conflict_id])}:
        raise Refused("You have reviewed this conflict a second time already.")
    told, at = row.sides[side - 1]["label"] if side else None, datetime.now(UTC)
    given = {"verdict": verdict, "label": told, "reason": reason, "reviewer": reviewer, "given_at": at}
    number = append(session, "second_review", {"conflict_id": conflict_id, **given})
    audit.note(session, audit.Deed(reviewer, "second review", conflict_id, at), review=number, verdict=verdict.value)
    first = conflict_queries.decision(session, row.decision_id)
    return first is not None and (first.verdict, first.label) == (verdict, told)


def waiting(session: ReadSession, reviewer: str) -> tuple[ConflictRow, ...]:
    """The conflicts that others decided and this person could review a second time."""
    return tuple(map(desk.conflict_row, reviewing.unreviewed(session, reviewer, limit=WAITING)))


def workers(session: ReadSession) -> tuple[Worker, ...]:
    """What each person decided, most first."""
    over, mix = reviewing.overturned(session), defaultdict(list)
    for who, verdict, number in reviewing.verdicts(session):
        mix[who].append((verdict, number))
    rows = reviewing.people(session)
    return tuple(
        Worker(row.reviewer, row.decided, over.get(row.reviewer, 0), row.last, tuple(mix[row.reviewer])) for row in rows
    )


def agreement(session: ReadSession) -> Agreement:
    """How far reviewers agree on the conflicts that several looked at independently."""
    return measured([_rating(row) for row in reviewing.ratings(session)])


def _rating(row: RatingRow) -> Rating:
    """Who, about what, says what: a verdict, or the value of a side."""
    return row.reviewer, row.conflict_id, row.label or row.verdict.value


def measured(ratings: Sequence[Rating]) -> Agreement:
    """The agreement of some ratings; each person rates a conflict once."""
    units: dict[str, dict[str, str]] = defaultdict(dict)
    for who, what, said in ratings:
        units[what].setdefault(who, said)
    shared = {what: said for what, said in units.items() if len(said) >= FEWEST}
    people = sorted({who for said in shared.values() for who in said})
    pairs = (pair for one, other in combinations(people, 2) if (pair := _pair(one, other, shared.values())))
    alpha = _alpha([(who, what, word) for what, said in shared.items() for who, word in said.items()])
    return Agreement(len(shared), alpha, tuple(sorted(pairs, key=lambda pair: -pair.shared)))


def _pair(one: str, other: str, units: Iterable[dict[str, str]]) -> Pair | None:
    """Two reviewers on the conflicts that both looked at."""
    both = [(said[one], said[other]) for said in units if one in said and other in said]
    if not both:
        return None
    agreed = sum(left == right for left, right in both)
    return Pair(one, other, len(both), agreed, _kappa(both))


def _kappa(both: Sequence[tuple[str, str]]) -> float:
    """Cohen's kappa; 1 where both only ever say the same one thing, for which it is not defined."""
    if len({word for pair in both for word in pair}) == 1:
        return 1.0
    from nltk.metrics.agreement import AnnotationTask

    data = [row for at, (a, b) in enumerate(both) for row in (("1", str(at), a), ("2", str(at), b))]
    return round(float(AnnotationTask(data=data).kappa()), 3)


def _alpha(ratings: Sequence[Rating]) -> float | None:
    """Krippendorff's alpha over nominal ratings; None without any."""
    if not ratings:
        return None
    if len({word for _, _, word in ratings}) == 1:
        return 1.0
    from nltk.metrics.agreement import AnnotationTask

    return round(float(AnnotationTask(data=list(ratings)).alpha()), 3)
