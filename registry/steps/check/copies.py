"""Sentences of two documents that hold each other's figures: what a figure's counterpart is there is known.

A newcomer's mistake: asking it about one document. What a text says twice may well be wrong once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from registry.model.assertion import Claim
from registry.steps.check import timing
from registry.steps.check.cues import CHANGED
from registry.steps.match.twins import twins
from registry.steps.values import hold


class Copies:
    """Which claims stand in sentences that another document has too: their counterparts there are known, so a third
    claim of yet another value is not one. Where the counterpart says the same, the third may be what became of it: only
    between documents of one day, or of none, is it something else, and only if it takes nothing back."""

    def __init__(self, claims: Sequence[Claim], pairs: Sequence[tuple[int, int]]) -> None:
        self.claims = claims
        self.partners: dict[tuple[int, str], set[int]] = defaultdict(set)
        self.same: dict[tuple[int, str], set[int]] = defaultdict(set)
        for one, two in pairs:
            left, right = claims[one], claims[two]
            if left.source.id != right.source.id and twins(left, right):
                known = self.same if hold(left, right).meets else self.partners
                known[one, right.source.id].add(two)
                known[two, left.source.id].add(one)

    def takes(self, one: int, two: int) -> bool:
        """Whether the counterpart of either is another claim, and the two differ from each other and from it."""
        return self.elsewhere(one, two) or self.elsewhere(two, one)

    def elsewhere(self, one: int, two: int) -> bool:
        """Whether the counterpart of the first in the document of the second is another claim of another value."""
        there = (one, self.claims[two].source.id)
        rival, known = self.claims[two], self.partners.get(there, set())
        if there in self.same and self.same_time(one, two):
            known = known | self.same[there]
        return bool(known) and two not in known and not any(hold(rival, self.claims[at]).meets for at in (one, *known))

    def same_time(self, one: int, two: int) -> bool:
        """Whether neither of two can be what became of the other."""
        left, right = self.claims[one], self.claims[two]
        if left.source.published != right.source.published or timing.stated(left) or timing.stated(right):
            return False
        return not any(CHANGED.search(claim.sentence.exact) for claim in (left, right))


class Crossed:
    """Which claims stand in two sentences that both give both figures: "8 titles, behind the 10 of the Reds", "the Reds
    have 10 titles, the Blues 8". Each is held against its like, not against the other. A document of another day may
    tell of a change from one to the other."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.claims = claims
        self.beside: dict[tuple[str, int], list[int]] = defaultdict(list)
        for at, claim in enumerate(claims):
            self.beside[claim.source.id, claim.sentence.start].append(at)

    def parts(self, one: int, two: int) -> bool:
        """Whether two claims of different documents differ, and each has its like beside the other."""
        left, right = self.claims[one], self.claims[two]
        if left.source.id == right.source.id or left.source.published != right.source.published:
            return False
        if hold(left, right).meets:
            return False
        return self.has(one, two) and self.has(two, one)

    def has(self, one: int, two: int) -> bool:
        """Whether the figure of the first stands beside the second too."""
        beside = self.beside[self.claims[two].source.id, self.claims[two].sentence.start]
        return any(at != two and hold(self.claims[one], self.claims[at]).same for at in beside)
