"""File claims under facts: find candidates by blocking keys, score them, fold links and judgements into clusters.

A newcomer's mistake: locking as one goes. Whatever a document touches is found first and locked in one pass, in the
order of the keys; two documents that lock in different orders wait for each other for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from registry.actions.clusters import clusters
from registry.actions.identity import content_id
from registry.actions.rows import to_claim
from registry.model.assertion import Claim
from registry.steps import match
from registry.store import WriteSession, upkeep
from registry.store.queries import claims as claim_queries
from registry.store.queries import facts as fact_queries
from registry.store.tables import Same
from registry.store.writes import keep

PER_KEY = 12


class Filed(NamedTuple):
    """A new claim, its row, the fact it answers and the keys it is found by."""

    claim: Claim
    row: Mapping[str, Any]
    fact_key: str
    keys: tuple[str, ...]


def file(session: WriteSession, filed: Sequence[Filed], at: datetime, also: Iterable[str] = ()) -> list[str]:
    """Keep the facts of new claims, link them with those that are there, lock them all; the clusters they came to.

    `also` names facts that are touched for another reason.
    """
    links = _links(session, filed)
    ours = sorted({one.fact_key for one in filed})
    keep(session, "fact", [_fact(key, filed, at) for key in ours])
    touched = {*ours, *also, *(link["left_fact"] for link in links), *(link["right_fact"] for link in links)}
    held = fact_queries.locked(session, touched)
    held = fact_queries.locked(
        session, [fact.fact_key for fact in fact_queries.members(session, (f.cluster for f in held))]
    )
    keep(session, "link", links)
    return regroup(session, [fact.fact_key for fact in held])


def regroup(session: WriteSession, keys: Sequence[str]) -> list[str]:
    """Fold links and judgements about some whole clusters anew; the clusters they come to."""
    links = [
        (link.left_fact, link.right_fact, link.score) for link in fact_queries.links_among(session, keys) if link.same
    ]
    judged = fact_queries.judgements_about(session, keys)
    yes = [(one.left_fact, one.right_fact) for one in judged if one.same is Same.YES]
    no = [(one.left_fact, one.right_fact) for one in judged if one.same is Same.NO]
    folded = clusters(keys, links, yes, no)
    now = {key: fact.cluster for key, fact in fact_queries.facts_by_key(session, keys).items()}
    upkeep.set_clusters(session, {key: lead for key, lead in folded.items() if now[key] != lead})
    return sorted(set(folded.values()))


def _links(session: WriteSession, filed: Sequence[Filed]) -> list[dict[str, Any]]:
    """What the machine thinks about each new claim's fact and those that share a key with it."""
    upkeep.serialise(session, {key for one in filed for key in one.keys})
    best: dict[tuple[str, str], dict[str, Any]] = {}
    found = _candidates(session, filed)
    for at, one in enumerate(filed):
        within = [(other.fact_key, other.claim) for other in filed[:at] if not set(one.keys).isdisjoint(other.keys)]
        for fact_key, claim in [*within, *found.get(one.fact_key, ())]:
            if fact_key != one.fact_key:
                _note(best, one, fact_key, claim)
    return [best[pair] for pair in sorted(best)]


def _candidates(session: WriteSession, filed: Sequence[Filed]) -> dict[str, list[tuple[str, Claim]]]:
    """For each new claim's fact the facts that share a key with it, each by the claim that stands for it."""
    by_key = claim_queries.candidates(session, {key for one in filed for key in one.keys}, per_key=PER_KEY)
    claims = {row.id: (row.fact_key, to_claim(row)) for rows in by_key.values() for row in rows}
    found: dict[str, dict[str, tuple[str, Claim]]] = {}
    for one in filed:
        mine = found.setdefault(one.fact_key, {})
        mine.update({row.id: claims[row.id] for key in one.keys for row in by_key.get(key, ())})
    return {fact_key: list(mine.values()) for fact_key, mine in found.items()}


def _note(best: dict[tuple[str, str], dict[str, Any]], one: Filed, fact_key: str, claim: Claim) -> None:
    """Keep an opinion on two facts if it is more than "not the same" and better than the one before."""
    opinion = match.score(one.claim, claim)
    if opinion.same is False:
        return
    left, right = sorted((one.fact_key, fact_key))
    if (left, right) not in best or best[left, right]["score"] < opinion.score:
        best[left, right] = {
            "left_fact": left,
            "right_fact": right,
            "score": opinion.score,
            "same": opinion.same,
            "reasons": list(opinion.reasons),
        }


def _fact(key: str, filed: Sequence[Filed], at: datetime) -> dict[str, Any]:
    """The row of a fact."""
    mine = [one for one in filed if one.fact_key == key]
    said = mine[0].claim.assertion
    return {
        "fact_key": key,
        "id": content_id("fact", key),
        "cluster": key,
        "label": match.question([one.claim for one in mine]),
        "subject": said.subject.key if said.subject else None,
        "attribute": said.attribute.key if said.attribute else None,
        "kind": said.kind,
        "unit": None,
        "n": 0,
        "max_low": None,
        "min_high": None,
        "simple": True,
        "version": 0,
        "changed_at": at,
    }
