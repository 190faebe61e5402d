"""Bring a fact's conflict up to date: one for each set of values that differ, never one for each pair of claims.

A newcomer's mistake: loading the claims of every fact that a document touches. Its summary says whether all agree (the
largest lower end is not above the smallest upper end); only where it does not are the claims looked at.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import zip_longest
from typing import NamedTuple

from registry.actions.facts import recording, tallies
from registry.actions.facts.recording import Found, Plan
from registry.actions.facts.sides import Group, groups_of, unpacked
from registry.actions.facts.summaries import agrees
from registry.actions.filing.opinions import clean
from registry.actions.rows import stated_key, to_claim
from registry.actions.telling.changes import settled
from registry.model.assertion import Claim
from registry.steps import check, match
from registry.steps.match.figures import beside
from registry.store import WriteSession, upkeep
from registry.store.queries import claims as claim_queries
from registry.store.queries import conflicts as conflict_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries.claims import ClaimRow, Voice
from registry.store.queries.conflicts import ConflictRow
from registry.store.queries.facts import FactRow
from registry.store.tables import LIVE, Phase

JUDGED = 24


def settle(session: WriteSession, leads: Sequence[str], at: datetime) -> int:
    """Bring the conflicts of some clusters up to date; how many are new."""
    members: dict[str, list[FactRow]] = {}
    for fact in fact_queries.members(session, leads):
        members.setdefault(fact.cluster, []).append(fact)
    lead_of = {fact.fact_key: lead for lead, facts in members.items() for fact in facts}
    past: dict[str, list[ConflictRow]] = {lead: [] for lead in members}
    for row in conflict_queries.conflicts_of(session, lead_of, phases=LIVE):
        past[lead_of[row.fact_key]].append(row)
    look = [lead for lead in sorted(members) if any(not one.across for one in past[lead]) or not agrees(members[lead])]
    rows: dict[str, list[ClaimRow]] = {lead: [] for lead in look}
    for claim in claim_queries.claims_of_clusters(session, look):
        rows[claim.cluster].append(claim)
    every = tallies.voices(session, rows)
    why = _why(session, {fact.fact_key: lead for lead in look for fact in members[lead]})
    plans, labels = [], []
    for lead in look:
        stated = Stated(rows[lead], every.get(lead, []), why.get(lead, []))
        question, plan = _planned(members[lead][0], stated, past[lead])
        labels.append((members[lead][0], question))
        plans += [plan] if plan else []
    disputed = {plan.fact_key for plan in plans}
    over = [row for lead in look for row in past[lead] if not row.across and members[lead][0].fact_key not in disputed]
    upkeep.relabel(session, [(fact.fact_key, question) for fact, question in labels if fact.label != question])
    recording.end(session, over, Phase.MOOT, at)
    new = recording.record(session, plans, at)
    settled(session, leads, at)
    return new


class Stated(NamedTuple):
    """The claims that stand for a fact, everybody who states it where there are more, and why they belong together."""

    rows: Sequence[ClaimRow]
    every: Sequence[Voice]
    why: list[str]


def _planned(lead: FactRow, stated: Stated, past: Sequence[ConflictRow]) -> tuple[str, Plan | None]:
    """What a cluster asks, and the conflict that it has, if any."""
    rows = {row.id: row for row in stated.rows}
    claims = {name: to_claim(row) for name, row in rows.items()}
    telling = [claims[row.id] for row in judged(stated.rows)]
    question = match.question(telling) if telling else lead.label
    dispute = check.dispute(telling) if len(telling) > 1 else None
    if dispute is None:
        return question, None
    groups = tallies.widened(_groups(dispute, claims), rows, stated.every)
    if len(telling) < len(rows) or stated.every:
        every = {group.label: check.Count(group.sources, group.independent) for group in groups}
        dispute = check.counted_anew(dispute, every)
    found = Found(dispute.kind, dispute.rule, dispute.severity, dispute.detail, groups, beside(stated.why), question)
    return question, Plan(lead.fact_key, found, rows, [row for row in past if not row.across])


def judged(rows: Sequence[ClaimRow], most: int = JUDGED) -> list[ClaimRow]:
    """The claims that are judged against each other: of every value the first and the newest few, so that a fact that a
    hundred documents state costs no more than one that ten do. `rows` begin with the oldest."""
    by_value: dict[str, list[ClaimRow]] = {}
    for row in reversed(rows):
        by_value.setdefault(stated_key(row), []).append(row)
    turns = [[some[0], some[-1], *some[1:-1]] if len(some) > 1 else some for some in by_value.values()]
    dealt = [row for turn in zip_longest(*turns) for row in turn if row is not None][:most]
    kept = {row.id for row in dealt}
    return [row for row in rows if row.id in kept]


def _groups(dispute: check.Dispute, claims: Mapping[str, Claim]) -> list[Group]:
    """The sides of a dispute with all who stand on them, also those that were not judged."""
    ids = {id(claim): name for name, claim in claims.items()}
    if len({id(claim) for side in dispute.sides for claim in side.claims}) == len(claims):
        return groups_of(dispute.sides, ids)
    named = {id(claim) for side in dispute.sides for claim in side.claims}
    whole = [side for side in check.sides(tuple(claims.values())) if any(id(one) in named for one in side.claims)]
    return groups_of(whole, ids)


def _why(session: WriteSession, lead_of: Mapping[str, str]) -> dict[str, list[str]]:
    """Why the facts of clusters belong together, in words."""
    found: dict[str, dict[str, None]] = {}
    for link in fact_queries.links_among(session, sorted(lead_of)) if len(lead_of) > 1 else []:
        if link.same and lead_of[link.left_fact] == lead_of[link.right_fact]:
            found.setdefault(lead_of[link.left_fact], {}).update(dict.fromkeys(link.reasons))
    return {lead: list(reasons) for lead, reasons in found.items()}


def check_within(session: WriteSession, version_id: str, at: datetime, own: Mapping[str, Claim] | None = None) -> int:
    """Keep where a document contradicts itself across facts; how many are new. `own` are the claims of its version by
    their ids, where they are at hand."""
    if own is not None and clean(session, list(own.values())):
        return 0
    rows = claim_queries.claims_of_version(session, version_id, retired=False)
    claims = [to_claim(row) for row in rows]
    by_claim = {id(claim): row for claim, row in zip(claims, rows, strict=True)}
    ids = {key: row.id for key, row in by_claim.items()}
    pairs = check.within(claims)
    keys = {by_claim[id(pair.left)].fact_key for pair in pairs}
    known = conflict_queries.conflicts_of(session, keys) if keys else []
    return recording.record(session, [_across(pair, by_claim, ids, known) for pair in pairs], at)


def _across(
    pair: check.Pair, by_claim: Mapping[int, ClaimRow], ids: Mapping[int, str], known: Sequence[ConflictRow]
) -> Plan:
    """A contradiction inside a document as a conflict."""
    left, right = by_claim[id(pair.left)], by_claim[id(pair.right)]
    groups = groups_of([side for one in (pair.left, pair.right) for side in check.sides((one,))], ids)
    said = pair.finding
    found = Found(said.relation, said.rule, said.severity, said.detail, groups, [], left.question)
    live = [row for row in known if row.fact_key == left.fact_key and _is_about(row, left.id, right.id)]
    return Plan(left.fact_key, found, {left.id: left, right.id: right}, live, across=True)


def _is_about(row: ConflictRow, *claims: str) -> bool:
    """Whether a conflict across facts is about some claims."""
    return row.across and set(claims) <= {claim for side in row.sides for claim in side["claims"]}


def drop_within(session: WriteSession, fact_keys: Sequence[str], retired: set[str], at: datetime) -> None:
    """Take conflicts across facts out of the queue whose claims are retired."""
    rows = conflict_queries.conflicts_of(session, fact_keys) if retired else []
    gone = [
        row for row in rows if row.across and any(retired.intersection(unpacked(side).claims) for side in row.sides)
    ]
    recording.end(session, gone, Phase.MOOT, at)
