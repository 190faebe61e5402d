"""Many claims without a registry: into facts, and every pair of a fact judged.

Candidates come from blocking keys, never from all pairs. Groups grow from the surest pair on, and two groups join only
while their members are alike on average and nothing speaks against any pair. The order in which claims come in makes
no difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, product

from registry.model.assertion import Claim
from registry.steps.check.judge import judge
from registry.steps.check.order import ordered
from registry.steps.check.rules import quoted_apart
from registry.steps.check.shapes import Pair
from registry.steps.check.within import within
from registry.steps.match import fact_key
from registry.steps.match.keys import keys, wide_keys
from registry.steps.match.kinship import Kin, akin, kin
from registry.steps.match.profile import profile
from registry.steps.match.rivals import Rivals, settled
from registry.steps.match.weigh import default, evidence, refusal
from registry.steps.values import hold

BUCKET = 200
FEW = 300
PARTED = 0.2


def examine(claims: Sequence[Claim]) -> list[Pair]:
    """Every pair of claims that share a fact, and every contradiction inside one document."""
    every = ordered(claims)
    pairs = [pair for group in facts(every) for pair in judged(group)]
    known = {(id(pair.left), id(pair.right)) for pair in pairs if pair.finding.relation.is_conflict}
    inside = [pair for pair in within(every) if (id(pair.left), id(pair.right)) not in known]
    doubled = {(id(pair.left), id(pair.right)) for pair in inside}
    return [pair for pair in pairs if (id(pair.left), id(pair.right)) not in doubled] + inside


def facts(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The claims grouped by the fact they answer; groups of one are left out."""
    groups = grouped(scores(claims))
    return [[claims[at] for at in sorted(group)] for group in groups]


def judged(group: Sequence[Claim]) -> list[Pair]:
    """All pairs of a fact."""
    key = min(fact_key(claim) for claim in group)
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


class Scores:
    """The chances of pairs by position, worked out once: first each by itself, then among its rivals."""

    def __init__(self, claims: Sequence[Claim], pairs: Sequence[tuple[int, int]]) -> None:
        self.claims = claims
        self.profiles = [profile(claim) for claim in claims]
        self.weights = default()
        self.family = families(claims)
        self.kinship: dict[tuple[str, str], float] = {}
        self.known: dict[tuple[int, int], float] = {}
        self.alone = {pair: weight for pair in pairs if (weight := self.odds(*pair)) is not None}
        self.rivals = Rivals(self.profiles, self.alone)
        self.sure = [(pair, likely) for pair in pairs if (likely := self.of(*pair)) >= self.needed(*pair)]
        self.joined = {pair for pair, _ in self.sure}

    def akin(self, one: int, two: int) -> float:
        """How likely the documents of two claims are about one matter."""
        left, right = sorted((self.profiles[one].document, self.profiles[two].document))
        if left == right:
            return 1.0
        if (left, right) not in self.kinship:
            self.kinship[left, right] = akin(self.family[left], self.family[right])
        return self.kinship[left, right]

    def odds(self, one: int, two: int) -> float | None:
        """What the features say of a pair by itself; None where something speaks against it for sure."""
        left, right = self.profiles[one], self.profiles[two]
        near = self.akin(one, two)
        if refusal(left, right, near):
            return None
        return evidence(left, right, self.weights.of(left, right), near)

    def of(self, one: int, two: int) -> float:
        """The chance of a pair among its rivals; 0 where something speaks against it for sure."""
        pair = (min(one, two), max(one, two))
        if pair not in self.known:
            weight = self.alone[pair] if pair in self.alone else self.odds(*pair)
            kind = "meet" if self.meets(*pair) else "apart"
            self.known[pair] = (
                0.0 if weight is None else settled(self.rivals.standing(*pair, weight), self.weights.among[kind])
            )
        return self.known[pair]

    def meets(self, one: int, two: int) -> bool:
        """Whether the values of two claims can both be true."""
        return bool(hold(self.claims[one], self.claims[two]).meets)

    def needed(self, one: int, two: int) -> float:
        """From which chance on a pair is one fact."""
        return self.weights.sure["meet" if self.meets(one, two) else "apart"]

    def excluded(self, one: int, two: int) -> bool:
        """Whether a pair keeps two groups apart: it is most unlikely, or one document states both as two things."""
        if self.meets(one, two):
            return self.of(one, two) <= 0.01
        return self.of(one, two) <= self.weights.sure["least"] or self.parted(one, two)

    def parted(self, one: int, two: int) -> bool:
        """Whether one document speaks of two things: it states both, apart, in one voice, and no match is sure."""
        left, right = self.claims[one], self.claims[two]
        if left.source.id != right.source.id or (min(one, two), max(one, two)) in self.joined:
            return False
        return not quoted_apart(left, right) or self.of(one, two) < PARTED


def families(claims: Sequence[Claim]) -> dict[str, Kin]:
    """What each document is about, from its claims."""
    of: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        of[claim.source.id].append(claim)
    return {document: kin(some) for document, some in of.items()}


def grouped(found: Scores) -> list[list[int]]:
    """Groups by average likeness, grown from the surest pair on."""
    home: dict[int, list[int]] = {}
    for (one, two), _ in sorted(found.sure, key=lambda item: (-item[1], item[0])):
        left, right = home.get(one, [one]), home.get(two, [two])
        if left is right or not belong(left, right, found):
            continue
        merged = sorted(left + right)
        home.update(dict.fromkeys(merged, merged))
    return sorted({id(group): group for group in home.values()}.values())


def belong(left: Sequence[int], right: Sequence[int], found: Scores) -> bool:
    """Whether two groups are one fact."""
    every = list(product(left, right))
    if any(found.excluded(one, two) for one, two in every):
        return False
    return sum(found.of(one, two) for one, two in every) / len(every) >= found.weights.sure["average"]


def conflict_pairs(pairs: Sequence[Pair]) -> list[Pair]:
    """The conflicts among pairs, a pair of claims for each two sides of a fact and kind, by the strongest witnesses."""
    from registry.steps.check.sides import sides

    by_fact: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_fact[pair.fact_key].append(pair)
    return [pair for group in by_fact.values() for pair in strongest(group, sides)]


def strongest(group: Sequence[Pair], sides: object) -> list[Pair]:
    """The first conflicting pair for each two sides."""
    assert callable(sides)
    members = {id(claim): claim for pair in group for claim in (pair.left, pair.right)}
    side_of = {id(claim): at for at, side in enumerate(sides(list(members.values()))) for claim in side.claims}
    chosen: dict[tuple[int, int], Pair] = {}
    for pair in group:
        if pair.finding.relation.is_conflict:
            one, two = sorted((side_of[id(pair.left)], side_of[id(pair.right)]))
            chosen.setdefault((one, two), pair)
    return list(chosen.values())
