"""Bring a fact's conflict up to date: one for each set of values that differ, never one for each pair of claims.

A newcomer's mistake: loading the claims of every fact that a document touches. Its summary says whether all agree (the
largest lower end is not above the smallest upper end); only where it does not are the claims looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from itertools import zip_longest
from typing import Any, NamedTuple

from registry.actions import tallies
from registry.actions.identity import content_id
from registry.actions.rows import is_plain, to_claim, value_key
from registry.actions.sides import Group, groups_of, in_order, packed, priority, unpacked
from registry.actions.telling.changes import settled
from registry.model import finding, record
from registry.model.assertion import Claim
from registry.model.quantity import Quantity
from registry.steps import check, match
from registry.store import WriteSession, upkeep
from registry.store.queries import claims as claim_queries
from registry.store.queries import conflicts as conflict_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries import measures
from registry.store.queries.claims import ClaimRow, Voice
from registry.store.queries.conflicts import ConflictRow
from registry.store.queries.facts import FactRow
from registry.store.tables import Phase
from registry.store.writes import keep

LIVE = (Phase.OPEN, Phase.UNSURE, Phase.DECIDED)
JUDGED = 24
LOWER = 40.0


class Found(NamedTuple):
    """What is to be said about a fact: the words of the checker and the groups that differ."""

    kind: finding.Relation
    rule: str
    severity: finding.Severity
    detail: str
    groups: list[Group]
    why: list[str]
    question: str


def add_up(session: WriteSession, new: Mapping[str, Sequence[Claim]], at: datetime) -> None:
    """Bring the summaries of facts up to date with their new claims."""
    facts = fact_queries.facts_by_key(session, new)
    upkeep.summarise(session, [_summary(facts[key], claims, at) for key, claims in sorted(new.items())])


def count_again(session: WriteSession, keys: Sequence[str], at: datetime) -> None:
    """Write the summaries of facts that lost claims anew."""
    left = upkeep.claims_left(session, keys)
    claims: dict[str, list[Claim]] = {key: [] for key in keys}
    facts = fact_queries.facts_by_key(session, keys)
    for row in claim_queries.claims_of_facts(session, sorted(facts)):
        claims[row.fact_key].append(to_claim(row))
    empty = {
        key: fact._replace(n=0, max_low=None, min_high=None, unit=None, simple=True) for key, fact in facts.items()
    }
    rows = [_summary(empty[key], claims[key], at) for key in sorted(empty)]
    upkeep.summarise(session, [{**row, "n": left.get(row["fact_key"], 0)} for row in rows])


def _summary(fact: FactRow, claims: Sequence[Claim], at: datetime) -> dict[str, Any]:
    """A fact's summary with some more claims."""
    values = [claim.assertion.value for claim in claims]
    numbers = [value for value in values if isinstance(value, Quantity)]
    meant = [value.meant() for value in numbers]
    units = {value.unit for value in numbers} | ({fact.unit} if fact.unit else set())
    plain = all(is_plain(claim.assertion) for claim in claims)
    return {
        "fact_key": fact.fact_key,
        "n": fact.n + len(claims),
        "max_low": _most(max, fact.max_low, (one.low for one in meant)),
        "min_high": _most(min, fact.min_high, (one.high for one in meant)),
        "unit": min(units, default=None),
        "simple": fact.simple and plain and len(units) <= 1,
        "changed_at": at,
    }


def _most(choose: Any, known: Decimal | None, more: Iterable[Decimal | None]) -> Decimal | None:
    """The largest or smallest end; None, an open end, says nothing."""
    values = [value for value in (known, *more) if value is not None]
    return choose(values) if values else None


def agrees(facts: Sequence[FactRow]) -> bool:
    """Whether the summaries of the facts of a cluster say that all of their claims agree."""
    if not all(fact.simple for fact in facts) or len({fact.unit for fact in facts if fact.n}) > 1:
        return False
    low = _most(max, None, (fact.max_low for fact in facts))
    high = _most(min, None, (fact.min_high for fact in facts))
    if low is None or high is None:
        return True
    return low < high or (low == high and facts[0].unit == "count")


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
    new = sum(
        _settle_one(session, members[lead], Stated(rows[lead], every.get(lead, [])), past[lead], at) for lead in look
    )
    settled(session, leads, at)
    return new


class Stated(NamedTuple):
    """The claims that stand for a fact, and of a fact with more of them everybody who states it."""

    rows: Sequence[ClaimRow]
    every: Sequence[Voice] = ()


def _settle_one(
    session: WriteSession, facts: Sequence[FactRow], stated: Stated, past: Sequence[ConflictRow], at: datetime
) -> bool:
    """Bring the conflict of one cluster up to date; whether it is new."""
    rows = stated.rows
    lead, live = facts[0], [row for row in past if not row.across]
    claims = {row.id: to_claim(row) for row in rows}
    telling = [claims[row.id] for row in few(rows)]
    question = match.question(telling) if telling else lead.label
    upkeep.relabel(session, lead.fact_key, question)
    dispute = check.dispute(telling) if len(telling) > 1 else None
    if dispute is None:
        for row in live:
            if row.phase in (Phase.OPEN, Phase.UNSURE):
                upkeep.set_phase(session, row.fact_key, row.id, Phase.MOOT)
        return False
    groups = tallies.widened(_groups(dispute, claims), {row.id: row for row in rows}, stated.every)
    why = _why(session, facts)
    found = Found(dispute.kind, dispute.rule, dispute.severity, dispute.detail, groups, why, question)
    return record_conflict(session, lead.fact_key, found, {row.id: row for row in rows}, live, at=at)


def few(rows: Sequence[ClaimRow], most: int = JUDGED) -> list[ClaimRow]:
    """The claims that are judged against each other: of every value the first and the newest few, so that a fact that a
    hundred documents state costs no more than one that ten do. `rows` begin with the oldest."""
    by_value: dict[str, list[ClaimRow]] = {}
    for row in reversed(rows):
        by_value.setdefault(value_key(record.to_assertion(row.record)), []).append(row)
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


def _why(session: WriteSession, facts: Sequence[FactRow]) -> list[str]:
    """Why the facts of a cluster belong together, in words."""
    keys = [fact.fact_key for fact in facts]
    links = fact_queries.links_among(session, keys) if len(keys) > 1 else []
    return list(dict.fromkeys(reason for link in links if link.same for reason in link.reasons))


def record_conflict(
    session: WriteSession,
    fact_key: str,
    found: Found,
    rows: Mapping[str, ClaimRow],
    live: Sequence[ConflictRow],
    *,
    at: datetime,
    across: bool = False,
) -> bool:
    """Keep a conflict, or bring the one about the same values up to date; whether it is new."""
    labels = sorted(group.label for group in found.groups)
    name = content_id("across" if across else "conflict", fact_key, *labels)
    same = next((row for row in reversed(live) if sorted(side["label"] for side in row.sides) == labels), None)
    same = same or conflict_queries.conflict(session, name)
    if same is not None:
        groups = in_order(found.groups, [side["label"] for side in same.sides])
        upkeep.refresh(session, same.fact_key, same.id, _told(session, found, groups, rows))
        _publishers(session, same.fact_key, same.id, groups, rows)
        revive(session, same, at)
        _pass_on(session, [row for row in live if row.id != same.id])
        return False
    before = next((row for row in reversed(live) if row.phase in LIVE), None)
    first = rows[found.groups[0].claims[0]]
    row = {
        "fact_key": fact_key,
        "id": name,
        **_told(session, found, found.groups, rows),
        "subject": _subject(first),
        "across": across,
        "phase": Phase.OPEN,
        "decision_id": 0,
        "follows": before.id if before else None,
        "found_at": at,
        "changed_at": at,
    }
    new = bool(keep(session, "conflict", [row]))
    _publishers(session, fact_key, name, found.groups, rows)
    _pass_on(session, live)
    return new


def _told(session: WriteSession, found: Found, groups: Sequence[Group], rows: Mapping[str, ClaimRow]) -> dict[str, Any]:
    """The columns of a conflict that follow from its claims; lower in the queue where its rule stepped back."""
    suggested = found.rule in measures.suggesting(session)
    return {
        "kind": found.kind,
        "rule": found.rule,
        "severity": found.severity,
        "detail": found.detail,
        "question": found.question,
        "sides": [packed(group) for group in groups],
        "why": found.why,
        "suggested": suggested,
        "priority": priority(found.severity, groups, rows) - (LOWER if suggested else 0.0),
    }


def _subject(row: ClaimRow) -> str | None:
    """The subject of a claim as a person would write it."""
    said = row.record.get("subject")
    return str(said["label"]) if said else None


def _publishers(
    session: WriteSession, fact_key: str, conflict_id: str, groups: Sequence[Group], rows: Mapping[str, ClaimRow]
) -> None:
    """Keep who publishes what a conflict is about, and in which languages."""
    claims = [rows[claim] for group in groups for claim in group.claims if claim in rows]
    names = sorted({claim.publisher for claim in claims if claim.publisher})
    told = [{"fact_key": fact_key, "conflict_id": conflict_id, "publisher": name} for name in names]
    keep(session, "conflict_publisher", told)
    languages = sorted({claim.language for claim in claims if claim.language})
    keep(
        session,
        "conflict_language",
        [{"fact_key": fact_key, "conflict_id": conflict_id, "language": one} for one in languages],
    )


def _pass_on(session: WriteSession, older: Sequence[ConflictRow]) -> None:
    """Take undecided conflicts out of the queue that a newer one continues."""
    for row in older:
        if row.phase in (Phase.OPEN, Phase.UNSURE):
            upkeep.set_phase(session, row.fact_key, row.id, Phase.FOLLOWED)


def revive(session: WriteSession, row: ConflictRow, at: datetime) -> None:
    """Put a conflict where its decisions say it belongs."""
    phase, decision_id = phase_of(session, row.id)
    if (phase, decision_id) != (row.phase, row.decision_id):
        told = {"phase": phase, "decision_id": decision_id, "changed_at": at}
        upkeep.refresh(session, row.fact_key, row.id, told)


def phase_of(session: WriteSession, conflict_id: str) -> tuple[Phase, int]:
    """The phase that the decisions about a conflict come to, and the decision that speaks for them."""
    rows = conflict_queries.decisions_of(session, [conflict_id])
    told = finding.standing([finding.Decision(row.id, row.verdict, row.side, row.supersedes_id) for row in rows])
    return Phase(told.state.value), max((row.id for row in rows), default=0)


def check_within(session: WriteSession, rows: Sequence[ClaimRow], at: datetime) -> int:
    """Keep where a document contradicts itself across facts; how many are new."""
    claims = [to_claim(row) for row in rows]
    by_claim = {id(claim): row for claim, row in zip(claims, rows, strict=True)}
    ids = {key: row.id for key, row in by_claim.items()}
    new = 0
    for pair in check.within(claims):
        left, right = by_claim[id(pair.left)], by_claim[id(pair.right)]
        groups = groups_of([side for one in (pair.left, pair.right) for side in check.sides((one,))], ids)
        said = pair.finding
        found = Found(said.relation, said.rule, said.severity, said.detail, groups, [], left.question)
        live = [
            row for row in conflict_queries.conflicts_of(session, [left.fact_key]) if _is_about(row, left.id, right.id)
        ]
        new += record_conflict(
            session, left.fact_key, found, {left.id: left, right.id: right}, live, at=at, across=True
        )
    return new


def _is_about(row: ConflictRow, *claims: str) -> bool:
    """Whether a conflict across facts is about some claims."""
    return row.across and set(claims) <= {claim for side in row.sides for claim in side["claims"]}


def drop_within(session: WriteSession, fact_keys: Sequence[str], retired: set[str]) -> None:
    """Take conflicts across facts out of the queue whose claims are retired."""
    for row in conflict_queries.conflicts_of(session, fact_keys):
        gone = any(retired.intersection(unpacked(side).claims) for side in row.sides)
        if row.across and gone and row.phase in (Phase.OPEN, Phase.UNSURE):
            upkeep.set_phase(session, row.fact_key, row.id, Phase.MOOT)
