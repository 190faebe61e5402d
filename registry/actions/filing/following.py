"""What repeats a claim that a person moved follows it, so that the next document does not bring a conflict back.

A newcomer's mistake: following the words alone. What stays in the fact and what was moved are worded alike; the value
tells them apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from registry.actions.rows import to_claim
from registry.model.assertion import Claim
from registry.steps import match
from registry.steps.values import hold
from registry.store import ReadSession, WriteSession
from registry.store.queries import claims as claim_queries
from registry.store.queries import facts as fact_queries
from registry.store.tables import Same


def followed(session: ReadSession | WriteSession, claims: Sequence[Claim], keys: Sequence[str]) -> list[str]:
    """The facts of new claims by their keys; what repeats a value that a person filed elsewhere goes with it."""
    judged = fact_queries.judgements_about(session, sorted(set(keys)))
    apart = {(one.left_fact, one.right_fact) for one in judged if one.same is Same.NO}
    if not apart:
        return list(keys)
    rows = claim_queries.claims_of_facts(session, sorted({key for pair in apart for key in pair}))
    stated: dict[str, list[Claim]] = {}
    for row in rows:
        stated.setdefault(row.fact_key, []).append(to_claim(row))
    others = {key: sorted({other for pair in apart if key in pair for other in pair if other != key}) for key in keys}
    return [_home(claim, key, others[key], stated) for claim, key in zip(claims, keys, strict=True)]


def _home(claim: Claim, key: str, others: Sequence[str], stated: Mapping[str, Sequence[Claim]]) -> str:
    """The fact of a claim: that of its key, or one beside it to which a person moved the same value, worded alike."""
    if any(hold(claim, other).same for other in stated.get(key, ())):
        return key
    moved = (one for one in others if any(_repeats(claim, other, key) for other in stated.get(one, ())))
    return next(moved, key)


def _repeats(claim: Claim, other: Claim, key: str) -> bool:
    """Whether a claim states the value of one that was moved from the fact of its key."""
    return hold(claim, other).same and match.fact_key(other) == key
