"""Many claims without a registry: into facts, and every pair of a fact judged.

Candidates come from blocking keys, never from all pairs. Groups grow from the surest pair on, and two groups join only
while their members are alike on average and nothing speaks against any pair. The order in which claims come in makes
no difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import chain, combinations, product

from registry.model.assertion import Claim
from registry.model.finding import Finding, Relation, Severity
from registry.steps.check.chains import linked
from registry.steps.check.deeds import opposed_deeds
from registry.steps.check.holders import rival_holders
from registry.steps.check.judge import judge
from registry.steps.check.order import ordered
from registry.steps.check.scores import Scores
from registry.steps.check.shapes import Pair
from registry.steps.check.within import within
from registry.steps.check.wording import voice, words
from registry.steps.match import fact_key, moved
from registry.steps.match.keys import keys, wide_keys
from registry.steps.match.profile import profile
from registry.steps.match.twins import twins
from registry.steps.match.weigh import AKIN

BUCKET = 200
FEW = 300
# From which chance on two figures are a conflict though others keep their facts apart: because some document states
# both as two things, or only because the rest is too unlike.
STRAY, LOOSE = 0.85, 0.75


def examine(claims: Sequence[Claim]) -> list[Pair]:
    """Every pair of claims that share a fact, and every contradiction inside one document."""
    every = ordered(claims)
    found = scores(every)
    at = {id(claim): place for place, claim in enumerate(every)}
    groups = grouped(found)
    told = [[every[place] for place in sorted(group)] for group in groups]
    pairs = [pair for group, key in zip(told, own_keys(told), strict=True) for pair in judged(group, key)]
    pairs = [weighed(pair, at[id(pair.left)], at[id(pair.right)], found) for pair in pairs]
    pairs += strays(found, groups)
    pairs += across(every, found)
    known = {(id(pair.left), id(pair.right)) for pair in pairs if pair.finding.relation.is_conflict}
    inside = [pair for pair in within(every) if (id(pair.left), id(pair.right)) not in known]
    doubled = {(id(pair.left), id(pair.right)) for pair in inside}
    return [pair for pair in pairs if (id(pair.left), id(pair.right)) not in doubled] + inside


def across(claims: Sequence[Claim], found: Scores) -> list[Pair]:
    """The offices and acts of two documents of one matter that exclude each other, though they are two facts."""
    every = (*rival_holders(claims), *opposed_deeds(claims))
    return [pair for pair in every if found.between(pair.left.source.id, pair.right.source.id) >= AKIN]


def facts(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims grouped by the fact they answer; groups of one are left out."""
    return gathered(claims, scores(claims))


def gathered(claims: Sequence[Claim], found: Scores) -> list[list[Claim]]:
    """The same by scores that are known."""
    return [[claims[at] for at in sorted(group)] for group in grouped(found)]


def weighed(pair: Pair, one: int, two: int, found: Scores) -> Pair:
    """A pair of a fact with how likely both answer one question, which may be too little for a conflict."""
    return replace(pair if found.alarming(one, two) else unsure(pair), likely=found.of(one, two))


def unsure(pair: Pair) -> Pair:
    """A pair that only others of its fact have joined: if its figures differ, that is no conflict yet."""
    if not pair.finding.relation.is_conflict:
        return pair
    left, right = pair.left, pair.right
    told = f"{voice(left)} says {words(left)}; {voice(right)} says {words(right)}"
    detail = f"{told}: that both answer one question is not sure enough for a conflict."
    return replace(pair, finding=Finding(Relation.COMPATIBLE, "unsure_match", detail, Severity.LOW))


def own_keys(groups: Sequence[Sequence[Claim]]) -> list[str]:
    """A key for each fact and for no other: the least of its claims' that none before it has, or one made of that."""
    found: list[str] = []
    for group in groups:
        every = sorted({fact_key(claim) for claim in group})
        more = (sha256(f"{every[0]}|{count}".encode()).hexdigest()[: len(every[0])] for count in range(len(groups)))
        found.append(next(key for key in chain(every, more) if key not in found))
    return found


def judged(group: Sequence[Claim], key: str) -> list[Pair]:
    """All pairs of a fact."""
    return [Pair(left, right, judge(left, right), key) for left, right in combinations(group, 2)]


def candidates(claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """The pairs worth a look: all of one dimension among few claims, else those that share a blocking key; buckets too
    full to tell anything apart are skipped."""
    filed: dict[str, list[int]] = defaultdict(list)
    most = len(claims) if len(claims) <= FEW else BUCKET
    for at, claim in enumerate(claims):
        every = (profile(claim).dimension,) if len(claims) <= FEW else (*wide_keys(claim), *keys(claim))
        for key in set(every):
            filed[key].append(at)
    found = {pair for bucket in filed.values() if len(bucket) <= most for pair in combinations(bucket, 2)}
    return sorted(found)


def scores(claims: Sequence[Claim]) -> Scores:
    """The scores of all candidates."""
    return Scores(claims, candidates(claims))


def grouped(found: Scores) -> list[list[int]]:
    """Groups by average likeness, grown from the surest pair on."""
    home: dict[int, list[int]] = {}
    parted = set[tuple[int, int, int, int]]()
    for (one, two), _ in sorted(found.sure, key=lambda item: (-item[1], item[0])):
        left, right = home.get(one, [one]), home.get(two, [two])
        # A group only grows, so that its first member and its size say which one it is and was.
        both = (left[0], len(left), right[0], len(right))
        if left is right or both in parted:
            continue
        if not belong(left, right, found):
            parted.add(both)
            continue
        merged = sorted(left + right)
        home.update(dict.fromkeys(merged, merged))
    return sorted({id(group): group for group in home.values()}.values())


def belong(left: Sequence[int], right: Sequence[int], found: Scores) -> bool:
    """Whether two groups are one fact."""
    every = list(product(left, right))
    by_others: dict[tuple[int, int], float] = {}
    for pair in every:
        if found.excluded(*pair):
            by_others[pair] = linked(*pair, [*left, *right], found)
            if not by_others[pair]:
                return False
    chances = (by_others.get(pair) or found.of(*pair) for pair in every)
    return sum(chances) / len(every) >= found.weights.sure["average"]


def strays(found: Scores, groups: Sequence[Sequence[int]]) -> list[Pair]:
    """The conflicts between two facts that are two for the sake of others: their own figures are surely of one."""
    home = {place: group for group in groups for place in group}
    between: dict[tuple[int, int], list[tuple[int, int]]] = {}
    pairs = []
    for (one, two), likely in found.sure:
        mine, theirs = home.get(one, (one,)), home.get(two, (two,))
        if mine is theirs or likely < LOOSE or found.meets(one, two) or not found.alarming(one, two):
            continue
        both = mine[0], theirs[0]
        if both not in between:
            between[both] = [pair for pair in product(mine, theirs) if found.excluded(*pair)]
        against = between[both]
        parted = any(found.parted(*pair) for pair in against)
        doubted = parted and any(one in pair or two in pair for pair in against)
        if doubted and not moved.same(profile(found.claims[one]), profile(found.claims[two])):
            continue
        if likely < (STRAY if parted else LOOSE):
            continue
        left, right = found.claims[one], found.claims[two]
        pairs.append(Pair(left, right, judge(left, right), f"{fact_key(left)} {fact_key(right)}"))
    return [pair for pair in pairs if pair.finding.relation.is_conflict]


def conflict_pairs(pairs: Sequence[Pair]) -> list[Pair]:
    """The conflicts among pairs, one for each two sides of a fact, by the strongest witnesses; what a document says
    against itself is told beside what others say against it."""
    from registry.steps.check.sides import sides

    by_fact: dict[tuple[str, bool], list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_fact[pair.fact_key, pair.finding.relation is Relation.SELF_CONTRADICTION].append(pair)
    return [pair for group in by_fact.values() for pair in strongest(group, sides)]


def strongest(group: Sequence[Pair], sides: object) -> list[Pair]:
    """The surest conflicting pair for each two sides, those of copied sentences before all others."""
    assert callable(sides)
    members = {id(claim): claim for pair in group for claim in (pair.left, pair.right)}
    side_of = {id(claim): at for at, side in enumerate(sides(list(members.values()))) for claim in side.claims}
    chosen: dict[tuple[int, int], Pair] = {}
    for pair in sorted(group, key=lambda pair: (not twins(pair.left, pair.right), -pair.likely)):
        if pair.finding.relation.is_conflict:
            one, two = sorted((side_of[id(pair.left)], side_of[id(pair.right)]))
            chosen.setdefault((one, two), pair)
    return list(chosen.values())
