"""Opinions on which facts are one: keep the new ones, look again at those that older steps or lessons formed.

A newcomer's mistake: dropping an old opinion because nobody formed it anew. Candidates are bounded; what was joined
once is scored again before it is let go.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import product
from typing import Any

from registry.actions import concepts, filing
from registry.actions.facts import settle
from registry.actions.filing.opinions import Pair, weighed
from registry.actions.rows import to_claim
from registry.model.assertion import Claim
from registry.steps.match import taught
from registry.store import WriteSession, upkeep
from registry.store.queries import claims as claim_queries
from registry.store.queries import facts as fact_queries
from registry.store.queries.facts import LinkRow

STANDING = 3


def rescore(session: WriteSession, links: Sequence[LinkRow], at: datetime) -> int:
    """Score some links again and let those go that no longer hold; how many changed."""
    pairs = [(link.left_fact, link.right_fact) for link in links]
    keys = sorted({key for pair in pairs for key in pair})
    held = fact_queries.locked(session, _around(session, keys))
    with taught.using(concepts.taught(session)):
        claims = _standing(session, keys)
        now = _weighed_again(pairs, claims)
        changed = filing.put_links(session, now)
        gone = [pair for pair in pairs if pair not in now]
        upkeep.drop_links(session, gone)
        if changed or gone:
            settle.settle(session, filing.regroup(session, [fact.fact_key for fact in held]), at)
    return len(changed) + len(gone)


def _around(session: WriteSession, keys: Iterable[str]) -> list[str]:
    """Every fact of the clusters of some facts."""
    leads = {fact.cluster for fact in fact_queries.facts_by_key(session, keys).values()}
    return [fact.fact_key for fact in fact_queries.members(session, leads)]


def _standing(session: WriteSession, keys: Sequence[str]) -> Mapping[str, list[Claim]]:
    """The few claims that stand for each of some facts: the newest."""
    found: dict[str, list[Claim]] = {}
    for row in reversed(claim_queries.claims_of_facts(session, keys)):
        some = found.setdefault(row.fact_key, [])
        if len(some) < STANDING:
            some.append(to_claim(row))
    return found


def _weighed_again(pairs: Sequence[Pair], claims: Mapping[str, list[Claim]]) -> dict[Pair, dict[str, Any]]:
    """The opinions on some facts by the claims that stand for them; nothing where nothing can be said."""
    facts = [key for key, some in sorted(claims.items()) for _ in some]
    every = [claim for _, some in sorted(claims.items()) for claim in some]
    places: dict[str, list[int]] = {}
    for at, key in enumerate(facts):
        places.setdefault(key, []).append(at)
    both = {
        (min(one, two), max(one, two))
        for left, right in pairs
        for one, two in product(places.get(left, []), places.get(right, []))
    }
    return weighed(every, facts, sorted(both))
