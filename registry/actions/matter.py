"""What a draft is about as a whole, and which stored claims answer its own among all that is told of that matter.

A newcomer's mistake: looking a claim up by its own keys alone. "It employs 650" names nobody, and what a sentence
is about is often only assumed; the documents that the draft as a whole is about hold the figure all the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from registry.actions.kindred import kindred
from registry.actions.rows import to_claim
from registry.model.assertion import Claim
from registry.steps.check.pairing import closest
from registry.steps.check.scores import Scores, families
from registry.steps.lint.naming import said
from registry.steps.match.entities import Same, compare
from registry.steps.match.keys import wide_keys
from registry.steps.match.weigh import STRANGE_AMONG_MANY, Match
from registry.store import ReadSession
from registry.store.queries import claims as claim_queries
from registry.store.queries.claims import ClaimRow

LEAST = 3
LIKELY, AHEAD = 0.5, 0.2
FEW = 4


class Answer(NamedTuple):
    """A stored claim that may answer one of a draft, and how it matches."""

    row: ClaimRow
    match: Match


def answers(
    session: ReadSession, claims: Sequence[Claim], met: Mapping[int, Sequence[ClaimRow]]
) -> dict[int, list[Answer]]:
    """How the claims of a draft match those of the documents of its matter; `met` are those that each met by its own
    keys."""
    whole = kindred(session, claims, met) if len(claims) >= LEAST else []
    rows = [row for row in claim_queries.claims_of_documents(session, whole) if row.retired_at is None]
    told, first = [to_claim(row) for row in rows], len(claims)
    mine, every = families(claims), [*map(by_sentence, claims), *told]
    pairs = alike(every, first)
    family = {claim.source.id: kin for claim in every[:first] for kin in mine.values()} | families(told)
    scores = Scores(every, pairs, [], STRANGE_AMONG_MANY, family)
    found: dict[int, list[Answer]] = defaultdict(list)
    for one, two in pairs:
        chance = scores.of(one, two)
        same = (
            True
            if chance and chance >= scores.needed(one, two)
            else None
            if chance >= scores.weights.suggest
            else False
        )
        found[one].append(Answer(rows[two - first], Match(chance, same, ())))
    return {at: clearest(claims[at], some) for at, some in found.items()}


def clearest(claim: Claim, answers: Sequence[Answer]) -> list[Answer]:
    """Answers, the best of them made sure where it is far ahead of all others and about whom the sentence names."""
    best, *others = sorted(answers, key=lambda one: (-one.match.score, one.row.id))
    alone = all(one.match.score <= best.match.score - AHEAD for one in others)
    if alone and best.match.same is None and best.match.score >= LIKELY and whom(claim, to_claim(best.row)):
        best = best._replace(match=replace(best.match, same=True))
    return [best, *others]


def whom(claim: Claim, other: Claim) -> bool:
    """Whether both are about one name, which both sentences have."""
    one, two = claim.assertion.subject, other.assertion.subject
    if one is None or two is None or compare(one.label, two.label) is not Same.YES:
        return False
    return one.label[:1].isupper() and said(one.label, claim.sentence.exact) and said(two.label, other.sentence.exact)


def alike(claims: Sequence[Claim], first: int) -> list[tuple[int, int]]:
    """Pairs of the claims before `first` and those behind it: each with the few that have most in common with it."""
    filed: dict[str, set[int]] = defaultdict(set)
    for at in range(first, len(claims)):
        for key in wide_keys(claims[at]):
            filed[key].add(at)
    those = set(range(first, len(claims)))
    return [(at, one) for at in range(first) for one in sorted(closest(claims[at], filed, those)[:FEW])]


def by_sentence(claim: Claim) -> Claim:
    """A claim of a draft as if its sentence stood alone: a draft may ask one thing twice, and what it says elsewhere is
    no rival."""
    return replace(claim, source=replace(claim.source, id=f"{claim.source.id} {claim.sentence.start}"))
