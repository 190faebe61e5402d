"""Everything about some facts at once: their claims, values, conflict, decisions and standing.

A newcomer's mistake: asking fact by fact. A page of fifty claims asks four questions, not two hundred.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from registry.actions.facts import standing, tallies
from registry.actions.facts.sides import Group, groups_of, unpacked
from registry.actions.facts.standing import Decided
from registry.actions.rows import source_of, to_claim
from registry.actions.views import ClaimView, FactRow, SideRow, SideView, Standing
from registry.model import finding, record
from registry.model.assertion import Claim
from registry.model.finding import Decision, Relation
from registry.model.span import Span
from registry.steps import check, values
from registry.store import ReadSession, WriteSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import conflicts as conflict_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries.claims import ClaimRow, Voice
from registry.store.queries.conflicts import ConflictRow, DecisionRow
from registry.store.queries.facts import FactRow as FactRecord
from registry.store.tables import LIVE

Either = ReadSession | WriteSession


class Whole(NamedTuple):
    """A fact with everything about it; `lead` is the fact that its cluster is named after."""

    lead: FactRecord
    members: tuple[FactRecord, ...]
    rows: Mapping[str, ClaimRow]
    claims: Mapping[str, Claim]
    groups: tuple[Group, ...]
    conflicts: tuple[ConflictRow, ...]
    decisions: tuple[DecisionRow, ...]
    conflict: ConflictRow | None
    standing: Standing

    @property
    def label_of(self) -> dict[str, str]:
        """The value that each claim states."""
        return {claim: group.label for group in self.groups for claim in group.claims}

    @property
    def disputed(self) -> list[str]:
        """The values that the conflict is about."""
        return [side["label"] for side in self.conflict.sides] if self.conflict else []


def wholes(session: Either, clusters: Iterable[str]) -> dict[str, Whole]:
    """Some facts with everything about them."""
    leads = sorted(set(clusters))
    members: dict[str, list[FactRecord]] = {lead: [] for lead in leads}
    for fact in fact_queries.members(session, leads):
        members[fact.cluster].append(fact)
    rows: dict[str, list[ClaimRow]] = {lead: [] for lead in leads}
    for row in claim_queries.claims_of_clusters(session, leads):
        rows[row.cluster].append(row)
    lead_of = {fact.fact_key: lead for lead, facts in members.items() for fact in facts}
    conflicts: dict[str, list[ConflictRow]] = {lead: [] for lead in leads}
    for one in conflict_queries.conflicts_of(session, lead_of):
        conflicts[lead_of[one.fact_key]].append(one)
    said = conflict_queries.decisions_of(session, [one.id for found in conflicts.values() for one in found])
    every = tallies.voices(session, rows)
    return {
        lead: whole_of(members[lead], rows[lead], conflicts[lead], said, every.get(lead, ()))
        for lead in leads
        if members[lead]
    }


def whole_of(
    members: Sequence[FactRecord],
    rows: Sequence[ClaimRow],
    conflicts: Sequence[ConflictRow],
    said: Sequence[DecisionRow],
    every: Sequence[Voice] = (),
) -> Whole:
    """A fact with everything about it; `every` is everybody who states it, where `rows` are not all."""
    claims = {row.id: to_claim(row) for row in rows}
    ids = {id(claim): name for name, claim in claims.items()}
    near = groups_of(check.sides(tuple(claims.values())), ids) if claims else []
    groups = tallies.widened(near, {row.id: row for row in rows}, every)
    live = [one for one in conflicts if not one.across and one.phase in LIVE]
    conflict = live[-1] if live else None
    names = {one.id for one in conflicts}
    decisions = tuple(one for one in said if one.conflict_id in names)
    decided = speaking([one for one in decisions if conflict and one.conflict_id == conflict.id])
    sides = [unpacked(side) for side in conflict.sides] if conflict else []
    kind = conflict.kind if conflict else None
    if kind is Relation.CHANGE_OVER_TIME and decided is None:
        told = {name: claim.assertion.status for name, claim in claims.items()}
        sides += standing.outcomes(groups, sides, told)
    held = standing.hold(groups, kind, decided, sides)
    whole = {row.id: row for row in rows}
    return Whole(members[0], tuple(members), whole, claims, tuple(groups), tuple(conflicts), decisions, conflict, held)


def speaking(rows: Sequence[DecisionRow]) -> Decided | None:
    """The decision that no other supersedes."""
    told = finding.standing([Decision(row.id, row.verdict, row.side, row.supersedes_id) for row in rows]).decision
    row = next((row for row in rows if told and row.id == told.id), None)
    return Decided(row.verdict, row.label, row.value) if row else None


def claim_view(row: ClaimRow, whole: Whole | None) -> ClaimView:
    """A claim as it is shown."""
    kind = whole.conflict.kind if whole and whole.conflict else None
    held = whole.standing if whole else standing.hold((), None, None)
    label = whole.label_of.get(row.id) if whole else None
    disputed = whole.disputed if whole else []
    return ClaimView(
        id=row.id,
        fact_id=row.fact_id,
        question=row.question,
        version_id=row.version_id,
        digest=row.digest,
        read_at=row.read_at,
        media_type=row.media_type,
        source=source_of(row),
        span=Span(row.start, row.end, row.exact, row.prefix, row.suffix),
        sentence=Span(row.sentence_start, row.sentence_end, row.sentence),
        assertion=record.to_assertion(row.record),
        checkworthy=row.checkworthy,
        trace=tuple(row.trace),
        extractor=row.extractor,
        retired_at=row.retired_at,
        standing=standing.of_claim(
            held,
            label,
            disputed,
            kind,
            retired=row.retired_at is not None,
            apart=whole is not None and _apart(whole, label),
        ),
    )


def _apart(whole: Whole, label: str | None) -> bool:
    """Whether a value of a fact is another than the one that is held."""
    known = {group.label: group.value for group in whole.groups}
    mine, held = known.get(label or ""), known.get(whole.standing.value or "")
    return mine is not None and held is not None and not values.compare(mine, held).meets


def claim_views(session: Either, rows: Sequence[ClaimRow]) -> tuple[ClaimView, ...]:
    """Claims as they are shown, each with what is held about it."""
    found = wholes(session, {row.cluster for row in rows})
    return tuple(claim_view(row, found.get(row.cluster)) for row in rows)


def side_row(number: int, group: Group) -> SideRow:
    """A value in short."""
    return SideRow(number, group.label, group.sources, group.independent, group.first, group.last, group.value)


def side_view(number: int, group: Group, claims: Mapping[str, ClaimView], *, chosen: bool = False) -> SideView:
    """A value with the claims that state it."""
    told = tuple(claims[claim] for claim in group.claims if claim in claims)
    return SideView(
        number, group.label, group.value, group.sources, group.independent, group.first, group.last, chosen, told
    )


def fact_row(whole: Whole) -> FactRow:
    """A fact in short."""
    sides = tuple(side_row(number, group) for number, group in enumerate(whole.groups, 1))
    number = sum(fact.n for fact in whole.members)
    changed = max(fact.changed_at for fact in whole.members)
    return FactRow(whole.lead.id, whole.lead.label, sides, whole.standing, number, changed)


def fact_rows(session: Either, clusters: Sequence[str]) -> tuple[FactRow, ...]:
    """Facts in short, in the order given."""
    found = wholes(session, clusters)
    return tuple(fact_row(found[lead]) for lead in dict.fromkeys(clusters) if lead in found)


def since(whole: Whole, label: str) -> date | None:
    """The first day that a value is stated for."""
    return next((group.first for group in whole.groups if group.label == label), None)
