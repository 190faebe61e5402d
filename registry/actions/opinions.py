"""What the machine thinks of new facts and those most like them: one fact, two, or for a person to say.

A pair is weighed among its rivals, as `claims check` does it, so all claims of the documents most akin are looked at.
A newcomer's mistake: keeping only what joins. What speaks against two facts keeps a third from joining both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import Any

from registry.actions.kindred import kindred
from registry.actions.nearest import PER_CLAIM, nearest
from registry.actions.rows import to_claim, value_key
from registry.model import record
from registry.model.assertion import Claim
from registry.steps.check.pairing import inside, paired
from registry.steps.check.scores import Scores
from registry.steps.match.thresholds import demanded, doubted, open_ended
from registry.steps.match.weigh import COPIED, STRANGE_AMONG_MANY
from registry.store import WriteSession
from registry.store.queries import claims as claim_queries
from registry.store.queries.claims import ClaimRow

Pair = tuple[str, str]
Place = tuple[int, int]
Link = dict[str, Any]
MANY = 66
# How much more it takes for figures that differ or agree by an open end: some of the documents with rivals of the pair
# have yet to come.
MORE = 0.05
# What two facts need at least whose documents are not surely about one matter: a large registry offers each claim many
# of other matters, and some agree with it by chance.
ONE_MATTER, AGREEING, DIFFERING = 0.95, 0.7, 0.75
RANK = {True: 2, False: 1, None: 0}


def opinions(
    session: WriteSession, claims: Sequence[tuple[Claim, str, Iterable[str]]], own: set[str]
) -> dict[Pair, Link]:
    """The opinions on the facts of some new claims, each given with its fact and its keys; `own` are their ids."""
    new = [claim for claim, _, _ in claims]
    found = nearest(session, {at: keys for at, (_, _, keys) in enumerate(claims)}, about=dict(enumerate(new)))
    whole = kindred(session, new, found)
    rows = {row.id: row for some in found.values() for row in some}
    rows |= {row.id: row for row in claim_queries.claims_of_documents(session, whole)}
    others = [row for name, row in sorted(rows.items()) if name not in own and row.retired_at is None]
    place = {row.id: at for at, row in enumerate(others, len(new))}
    met = {at: {place[row.id] for row in some if row.id in place} for at, some in found.items()}
    common = [place[row.id] for row in others if row.document_id in whole]
    every = [*new, *map(to_claim, others)]
    pairs = paired(every, met, common, PER_CLAIM) | inside(every, range(len(new)))
    scores = Scores(every, sorted(pairs), list(agreeing(others, len(new))), STRANGE_AMONG_MANY)
    if rash := unsure(scores, pairs):
        joined = {(one, others[two - len(new)].cluster) for one, two in rash if one < len(new) <= two}
        more = siblings(session, {cluster for _, cluster in joined}, own | rows.keys())
        pairs |= {
            (one, at) for at, row in enumerate(more, len(every)) for one, cluster in joined if row.cluster == cluster
        }
        others, every = [*others, *more], [*every, *map(to_claim, more)]
        scores = Scores(every, sorted(pairs), list(agreeing(others, len(new))), STRANGE_AMONG_MANY) if more else scores
    return strongest(scores, [*(fact for _, fact, _ in claims), *(row.fact_key for row in others)], sorted(pairs))


def unsure(scores: Scores, pairs: Iterable[Place]) -> list[Place]:
    """The pairs that would be one fact although their documents are not surely about one matter."""
    near = [pair for pair in pairs if scores.akin(*pair) < ONE_MATTER]
    return [pair for pair in near if (told := opinion(scores, *pair)) and told["same"]]


def siblings(session: WriteSession, clusters: set[str], seen: Collection[str]) -> list[ClaimRow]:
    """The other claims of some facts: what joins one of them comes to stand beside all."""
    return [row for row in claim_queries.claims_of_clusters(session, sorted(clusters)) if row.id not in seen]


def agreeing(rows: Sequence[ClaimRow], first: int) -> Iterator[tuple[int, int]]:
    """The pairs of claims, by position from `first` on, that are of one fact already and state the same value."""
    filed: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, row in enumerate(rows, first):
        filed[row.cluster, value_key(record.to_assertion(row.record))].append(at)
    for some in filed.values():
        yield from islice(combinations(some, 2), MANY)


def weighed(
    claims: Sequence[Claim],
    facts: Sequence[str],
    pairs: Sequence[tuple[int, int]],
    known: Collection[tuple[int, int]] | None = None,
) -> dict[Pair, Link]:
    """The opinions on the facts of pairs of claims; `known` are pairs of one fact that agree."""
    return strongest(Scores(claims, pairs, known, STRANGE_AMONG_MANY), facts, pairs)


def strongest(scores: Scores, facts: Sequence[str], pairs: Iterable[Place]) -> dict[Pair, Link]:
    """The opinions on the facts of pairs of claims by position, the strongest where several claims answer one."""
    best = dict[Pair, Link]()
    for one, two in pairs:
        if facts[one] == facts[two]:
            continue
        pair = min(facts[one], facts[two]), max(facts[one], facts[two])
        told = opinion(scores, one, two)
        if told and (pair not in best or strength(best[pair]) < strength(told)):
            best[pair] = {"left_fact": pair[0], "right_fact": pair[1], **told}
    return {
        pair: {**told, "reasons": reasons(scores, told.pop("of"), same=told["same"])} for pair, told in best.items()
    }


def opinion(scores: Scores, one: int, two: int) -> Link | None:
    """The opinion on two claims; None where nothing can be said."""
    likely, left, right = scores.of(one, two), scores.profiles[one], scores.profiles[two]
    if not likely or doubted(left, right):
        same: bool | None = False
    elif likely >= needed(scores, one, two):
        same = True
    elif scores.excluded(one, two):
        same = False
    elif likely >= scores.weights.suggest:
        same = None
    else:
        return None
    return {"score": round(likely, 4), "same": same, "of": (one, two)}


def needed(scores: Scores, one: int, two: int) -> float:
    """From which chance on two facts are one."""
    meet = scores.meets(one, two)
    told = demanded(scores.profiles[one], scores.profiles[two], scores.weights, meet=meet, many=True)
    if scores.akin(one, two) < ONE_MATTER:
        told = max(told, AGREEING if meet else DIFFERING - MORE)
    agree = meet and not open_ended(scores.profiles[one], scores.profiles[two])
    return told if agree else min(COPIED, told + MORE)


def reasons(scores: Scores, of: tuple[int, int], *, same: bool | None) -> list[str]:
    """What speaks for two claims being of one fact, where they are: nobody is shown why others are kept apart."""
    return list(scores.reasons(*of)) if same else []


def strength(link: Mapping[str, Any]) -> tuple[int, float]:
    """The order of opinions on two facts: that they are one, that they are not, that a person may say."""
    return RANK[link["same"]], link["score"]
