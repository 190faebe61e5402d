"""Facts as the registry held them at a moment: the claims, values, conflict and decisions that were there.

A newcomer's mistake: keeping a copy of everything. Claims, decisions and conflicts say themselves since when they are
there; only what a fact was called and filed under is remembered when it changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from registry.actions import amendments
from registry.actions.facts import tallies
from registry.actions.facts.sides import Group, packed
from registry.actions.facts.wholes import Whole, whole_of
from registry.actions.filing.candidates import PER_KEY, closest
from registry.errors import InvalidValue
from registry.model import finding
from registry.model.finding import Decision
from registry.steps.match.taught import Lesson, Taught
from registry.store import ReadSession, WriteSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import conflicts as conflict_queries
from registry.store.queries import measures
from registry.store.queries import past as past_queries
from registry.store.queries.claims import ClaimRow
from registry.store.queries.conflicts import ConflictRow, DecisionRow
from registry.store.queries.facts import FactRow
from registry.store.tables import Phase, Same

Name = TypeVar("Name")
Either = ReadSession | WriteSession


def moment(session: Either) -> datetime:
    """The moment that an answer given now can be asked for again: that of the newest change."""
    return past_queries.newest(session) or datetime(2000, 1, 1, tzinfo=UTC)


def checked(at: datetime | None) -> datetime | None:
    """A moment with its zone; raises `InvalidValue` for one that has not come yet."""
    if at is None:
        return None
    told = at if at.tzinfo else at.replace(tzinfo=UTC)
    if told > datetime.now(UTC):
        raise InvalidValue(f"known_at is {told.isoformat()}, which has not come yet; give a moment that has passed.")
    return told


def wholes_then(session: Either, clusters: Iterable[str], at: datetime) -> dict[str, Whole]:
    """Some facts with everything about them, as it was."""
    members: dict[str, list[FactRow]] = {}
    for fact in past_queries.members_then(session, clusters, at):
        members.setdefault(fact.cluster, []).append(fact)
    found = {lead: _whole(session, lead, facts, at) for lead, facts in members.items()}
    return {lead: whole for lead, whole in found.items() if whole.rows}


def _whole(session: Either, lead: str, facts: Sequence[FactRow], at: datetime) -> Whole:
    """A fact as it was."""
    keys = [fact.fact_key for fact in facts]
    hidden = _hidden(session, keys, at)
    counts = past_queries.counted(session, keys, at, hidden)
    named = next((fact for fact in facts if fact.fact_key == lead), facts[0])
    none = past_queries.Count(0, datetime(2000, 1, 1, tzinfo=UTC))
    then = [
        fact._replace(**counts.get(fact.fact_key, none)._asdict())
        for fact in facts
        if fact.fact_key in counts or fact is named
    ]
    rows = [
        row._replace(cluster=lead, fact_id=named.id, question=named.label)
        for row in past_queries.claims_then(session, keys, at, hidden)
    ]
    filed = [row for row in conflict_queries.conflicts_of(session, keys) if row.found_at <= at]
    said = conflict_queries.decisions_of(session, [row.id for row in filed])
    told = [row for row in said if row.decided_at <= at]
    every = past_queries.voices_then(session, keys, lead, at, hidden) if tallies.full(rows) else ()
    bare = whole_of(then, rows, (), (), every)
    conflicts = [_conflict(row, bare.groups, told, named) for row in filed if not row.across]
    return whole_of(then, rows, [row for row in conflicts if row], told, every)


def _hidden(session: Either, keys: Sequence[str], at: datetime) -> frozenset[str]:
    """The ids of the claims of some facts that a correction had put another reading in the place of. A claim that came
    back when its correction was taken back no longer says that it was gone: the corrections do, which are all kept."""
    rows = past_queries.amended(session, keys, at)
    said = measures.amendments_until(session, {row.document_id for row in rows}, at) if rows else []
    return frozenset(row.id for row in rows if amendments.overruled(row, said))


def _conflict(
    row: ConflictRow, groups: Sequence[Group], said: Sequence[DecisionRow], lead: FactRow
) -> ConflictRow | None:
    """A conflict as it was; None where its values were not all there and nobody had decided it."""
    by_label = {group.label: group for group in groups}
    sides = [by_label[side["label"]] for side in row.sides if side["label"] in by_label]
    mine = [Decision(one.id, one.verdict, one.side, one.supersedes_id) for one in said if one.conflict_id == row.id]
    phase = Phase(finding.standing(mine).state.value)
    if len(sides) < len(row.sides) and phase is not Phase.DECIDED:
        return None
    kept = [packed(side) for side in sides] if len(sides) == len(row.sides) else row.sides
    return row._replace(phase=phase, sides=kept, fact_id=lead.id)


def taught_then(session: Either, at: datetime) -> Taught:
    """What people had taught about words."""
    rows = [row for row in measures.lessons(session, every=True) if row.decided_at <= at]
    replaced = {row.supersedes_id for row in rows}
    held = [row for row in rows if row.id not in replaced and row.same is not Same.UNSURE]
    return Taught.of(Lesson(row.left_words, row.right_words, row.same is Same.YES) for row in held)


def facts_then(session: Either, keys: Iterable[str], at: datetime) -> dict[str, FactRow]:
    """Facts that had claims, as they were called and filed under."""
    found = past_queries.facts_then(session, keys, at)
    counts = past_queries.counted(session, sorted(found), at, _hidden(session, sorted(found), at))
    return {key: fact._replace(n=counts[key].n) for key, fact in found.items() if key in counts}


def nearest_then(
    session: Either, wanted: Mapping[Name, Iterable[str]], at: datetime, *, most: int
) -> dict[Name, list[ClaimRow]]:
    """For each of some things with blocking keys the claims that stood for the facts most like it."""
    keys = {name: tuple(some) for name, some in wanted.items()}
    every = {key for some in keys.values() for key in some}
    filed = past_queries.candidates_then(session, every, at, per_key=PER_KEY)
    chosen = {name: closest(some, filed, most) for name, some in keys.items()}
    rows = rows_then(session, {claim for claims in chosen.values() for claim in claims}, at)
    return {name: [rows[claim] for claim in claims if claim in rows] for name, claims in chosen.items()}


def rows_then(session: Either, ids: Iterable[str], at: datetime) -> dict[str, ClaimRow]:
    """Claims that had been found, under the facts they were filed under."""
    rows = claim_queries.claims_by_id(session, ids)
    facts = past_queries.facts_then(session, [row.fact_key for row in rows.values()], at)
    return {name: row._replace(cluster=facts[row.fact_key].cluster) for name, row in rows.items() if row.found_at <= at}
