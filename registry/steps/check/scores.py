"""The chances of all pairs of some claims: first each by itself, then among its rivals.

A newcomer's mistake: scoring a pair without the rest of its two documents. What a claim is tells best what it is not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from weakref import proxy

from registry.model.assertion import Claim
from registry.steps.check import leftover
from registry.steps.check.alike import Alike
from registry.steps.check.answered import Answered
from registry.steps.check.copies import Copies, Crossed
from registry.steps.check.matters import Matters
from registry.steps.check.once import LEAST, SURE, Once
from registry.steps.check.voices import quoted_apart
from registry.steps.match import moved, second
from registry.steps.match.about import MEASURED
from registry.steps.match.kinship import Kin, kin
from registry.steps.match.profile import profile
from registry.steps.match.rivals import Rivals, settled
from registry.steps.match.saying import Said
from registry.steps.match.thresholds import (
    SCATTERED,
    default,
    demanded,
    flagged_alone_from,
    flagged_from,
    open_ended,
    scattered,
)
from registry.steps.match.twins import twins
from registry.steps.match.weigh import AKIN, HOLDER, STRANGE, SURELY_AKIN, SURELY_COPIED, between, explained
from registry.steps.match.weigh import chance as likelihood
from registry.steps.match.weigh import odds as log_odds

PARTED, CLEARLY = 0.2, 0.5
# What `weigh.between` asks of what the features said.
ASKED = ("other_topic", "in_one_breath")
# From which chance two different figures are a conflict, where each is all that its document gives of that sort of
# measure. Texts have many lengths, dates and counts of many things.
ALONE, SEVERAL, SEVERAL_TEXTS = 0.5, 8, 4
MANIFOLD = frozenset(("count", "share", "date", "clock", "role", "event", "ordinal", "ratio", "length", "area"))


class Scores:
    """The chances of pairs by position, worked out once: first each by itself, then among its rivals.

    `known` are pairs that are one fact already and agree, where not all pairs are weighed: those that may bear on a
    pair are weighed besides. Documents less akin than `strange` share no fact; among the few that somebody checks
    together a third document may tell that two are akin.
    """

    def __init__(
        self,
        claims: Sequence[Claim],
        pairs: Sequence[tuple[int, int]],
        known: Collection[tuple[int, int]] | None = None,
        strange: float = STRANGE,
        family: Mapping[str, Kin] | None = None,
    ) -> None:
        self.claims = claims
        self.profiles = [profile(claim) for claim in claims]
        self.alike = Alike(claims, self.profiles, strange)
        self.weights = default()
        self.family = family or families(claims)
        self.matters = Matters(self.family, linked=strange <= STRANGE)
        # Where not all claims of a document are weighed, nothing is known to be the only one.
        every = self.profiles if known is None else []
        self.given = Counter((seen.document, seen.dimension) for seen in every)
        self.size = Counter(seen.document for seen in every)
        self.known: dict[tuple[int, int], float] = {}
        self.heard: dict[tuple[int, int], Mapping[str, Said]] = {}
        self.copies, self.crossed, self.once = Copies(claims, pairs), Crossed(claims), Once(claims)
        self.leftover = leftover.Leftover(claims, self.profiles)
        self.tried = {pair: self.odds(*pair) for pair in pairs}
        self.alone = {pair: weight for pair, weight in self.tried.items() if weight is not None}
        here = proxy(self)  # in no cycle, all that was found for a document goes as soon as it is kept
        tried = self.tried.keys()
        more = None if known is None else lambda one, two: None if (one, two) in tried else here.odds(one, two)
        self.rivals = Rivals(self.profiles, self.alone, more, known or ())
        # What was refused has no chance, and most pairs are.
        possible = [pair for pair in pairs if pair in self.alone]
        self.sure = [(pair, likely) for pair in possible if (likely := self.of(*pair)) >= self.needed(*pair)]
        self.joined = {pair for pair, _ in self.sure}
        self.answered = Answered(here)

    def akin(self, one: int, two: int) -> float:
        """How likely the documents of two claims are about one matter."""
        return self.between(self.profiles[one].document, self.profiles[two].document)

    def between(self, one: str, two: str) -> float:
        """How likely two documents are about one matter."""
        return self.matters.between(one, two)

    def odds(self, one: int, two: int) -> float | None:
        """What the features say of a pair by itself; None where something speaks against it for sure."""
        left, right = self.profiles[one], self.profiles[two]
        near, twin = self.akin(one, two), twins(self.claims[one], self.claims[two])
        if self.alike.refused(one, two, near, twin=twin) or self.copies.takes(one, two):
            return None
        if left.dimension == "role":
            return HOLDER
        heard = self.alike.features(one, two)
        weight = log_odds(between(left, right, heard, near), self.weights.of(left, right))
        if weight > 0:  # most features say nothing, and of ten thousand claims all of them fill the memory
            self.heard[one, two] = {name: told for name, told in heard.items() if told.why or name in ASKED}
        return weight

    def said(self, one: int, two: int) -> Mapping[str, Said]:
        """What the features say of a pair."""
        heard = self.alike.features(one, two)
        return between(self.profiles[one], self.profiles[two], heard, self.akin(one, two))

    def of(self, one: int, two: int) -> float:
        """The chance of a pair among its rivals; 0 where something speaks against it for sure."""
        pair = (min(one, two), max(one, two))
        if pair not in self.known:
            weight = self.tried[pair] if pair in self.tried else self.odds(*pair)
            self.known[pair] = 0.0 if weight is None else self.chance(pair, weight)
        return self.known[pair]

    def chance(self, pair: tuple[int, int], weight: float) -> float:
        """The chance of a pair that nothing speaks against for sure, from its weight by itself."""
        kind = "meet" if self.meets(*pair) else "apart"
        standing = self.rivals.standing(*pair, weight)
        odds = settled(standing, self.weights.among[kind])
        if weight > second.LEAST and self.profiles[pair[0]].dimension != "role":
            left, right = (self.profiles[at] for at in pair)
            told = self.said(*pair)
            odds = second.corrected(odds, left, right, heard=told, standing=standing, meet=kind == "meet")
        likely = likelihood(odds)
        likely = max(likely, SURE) if likely >= LEAST and self.once.same(*pair) else likely
        if leftover.LEAST <= likely < leftover.SURE and self.leftover.same(*pair):
            likely = leftover.SURE if self.akin(*pair) >= AKIN else likely
        if moved.LEAST <= likely < moved.SURE and standing.narrow >= 0 and self.has_moved(*pair):
            likely = moved.SURE
        return max(likely, SURELY_COPIED) if twins(*(self.claims[at] for at in pair)) else likely

    def has_moved(self, one: int, two: int) -> bool:
        """Whether one of two figures that differ is told as the new value of the other."""
        if self.meets(one, two) or self.akin(one, two) < SURELY_AKIN:
            return False
        return moved.same(self.profiles[one], self.profiles[two])

    def reasons(self, one: int, two: int) -> tuple[str, ...]:
        """What speaks for a pair, the weightiest first; only likely pairs remember it."""
        return explained(self.claims[one], self.claims[two], self.heard.get((one, two)))

    def meets(self, one: int, two: int) -> bool:
        """Whether the values of two claims can both be true."""
        return not self.rivals.apart(one, two)

    def needed(self, one: int, two: int) -> float:
        """From which chance on a pair is one fact."""
        least = demanded(self.profiles[one], self.profiles[two], self.weights, meet=self.meets(one, two))
        return min(least, ALONE) if self.only_ones(one, two) else least

    def only_ones(self, one: int, two: int) -> bool:
        """Whether two documents of one matter give one measure of a sort each: "the hall measured 39 degrees"."""
        left, right = self.profiles[one], self.profiles[two]
        if left.dimension in MANIFOLD or left.dimension != right.dimension or left.document == right.document:
            return False
        if self.akin(one, two) < AKIN or any(self.size[seen.document] < SEVERAL for seen in (left, right)):
            return False  # all that a short text gives is the only one of its sort
        return all(self.given[seen.document, seen.dimension] == 1 for seen in (left, right))

    def stands_out(self, one: int, two: int) -> bool:
        """Whether two measures clearly beat all others of their documents: of lengths and weights a text has few."""
        left, right = self.profiles[one], self.profiles[two]
        if left.dimension not in MEASURED or open_ended(left, right):
            return False
        if left.document == right.document or self.akin(one, two) < SURELY_AKIN:
            return False
        weight = self.tried.get((min(one, two), max(one, two)))
        return weight is not None and self.rivals.standing(one, two, weight).narrow >= CLEARLY

    def alarming(self, one: int, two: int) -> bool:
        """Whether two different figures of one fact are sure enough of it to be called a conflict."""
        if self.of(one, two) < self.asked(one, two):
            return False
        if twins(self.claims[one], self.claims[two]):
            return True
        return not self.crossed.parts(one, two) and not self.answered.takes(one, two)

    def asked(self, one: int, two: int) -> float:
        """From which chance two different figures of one fact are called a conflict."""
        left, right = self.profiles[one], self.profiles[two]
        asked = flagged_from(left, right, self.weights)
        many = max(self.given[seen.document, seen.dimension] for seen in (left, right)) > 1
        if many and scattered(left, right):
            return max(asked, self.weights.flag[left.dimension])
        if self.stands_out(one, two) and not (many and left.dimension in SCATTERED):
            asked = min(asked, self.weights.flag["apart"])
        if self.lone(one, two):
            asked = max(asked, flagged_alone_from(left, right, self.weights))
        return min(asked, ALONE) if self.only_ones(one, two) else asked

    def lone(self, one: int, two: int) -> bool:
        """Whether no other claim agrees with either of two figures, though enough documents are checked together for
        one to be repeated if it mattered."""
        agreed = self.rivals.agreed
        return len(self.size) >= SEVERAL_TEXTS and not agreed.get(one) and not agreed.get(two)

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
