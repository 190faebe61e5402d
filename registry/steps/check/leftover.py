"""Two figures that are left where the others of two sentences agree: "set aside 96 million, up from 61 million" and "96
million against 69 million a year ago" tell one change, whatever words they have for it.

A newcomer's mistake: trusting any figure that two sentences share. Small and round ones meet by chance, and what is
left must be the only one of its sort on either side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from registry.model.assertion import Claim, Kind
from registry.model.quantity import Quantity
from registry.steps.match.profile import Profile
from registry.steps.values import compare

LEAST, SURE = 0.2, 0.85
DIGITS, FACTOR, OF_SHARES = 3, 1.5, 1.3  # shares of one sentence are as a rule those of rivals
LEVEL = frozenset((Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE))
SHARE = "share"
Sentence = tuple[str, int]


class Leftover:
    """The figures of some claims by their sentences."""

    def __init__(self, claims: Sequence[Claim], profiles: Sequence[Profile]) -> None:
        self.claims, self.profiles = claims, profiles
        self.told: dict[Sentence, list[int]] = defaultdict(list)
        for at, claim in enumerate(claims):
            if claim.assertion.kind in LEVEL and isinstance(claim.assertion.value, Quantity):
                self.told[sentence(claim)].append(at)

    def same(self, one: int, two: int) -> bool:
        """Whether two figures are what is left of two sentences that agree in all others of their sort, and in one that
        no two sentences have by chance."""
        left, right = self.claims[one], self.claims[two]
        mine, other = self.told[sentence(left)], self.told[sentence(right)]
        if left.source.id == right.source.id or min(len(mine), len(other)) < 2 or one not in mine or two not in other:
            return False
        if ("previous" in left.assertion.notes) != ("previous" in right.assertion.notes) or not self.near(one, two):
            return False
        met = [(a, b) for a in mine for b in other if self.equal(a, b)]
        if not any(telling(self.claims[a]) for a, _ in met):
            return False
        gone = {at for pair in met for at in pair}
        return self.rest(mine, one, gone) == {one} and self.rest(other, two, gone) == {two}

    def rest(self, told: Sequence[int], one: int, gone: set[int]) -> set[int]:
        """The figures of a sentence that are of the sort of one of them and have none that they agree with."""
        sort = self.profiles[one].dimension
        return {at for at in told if at not in gone and self.profiles[at].dimension == sort}

    def equal(self, one: int, two: int) -> bool:
        """Whether two figures are the same."""
        left, right = self.profiles[one], self.profiles[two]
        return left.dimension == right.dimension and compare(left.value, right.value).same

    def near(self, one: int, two: int) -> bool:
        """Whether two figures are of about one size."""
        sizes = sorted(abs(edge(self.claims[at].assertion.value)) for at in (one, two))
        factor = OF_SHARES if self.profiles[one].dimension == SHARE else FACTOR
        return sizes[0] > 0 and sizes[1] <= factor * sizes[0]


def sentence(claim: Claim) -> Sentence:
    """Which sentence of which document a claim stands in."""
    return claim.source.id, claim.sentence.start


def telling(claim: Claim) -> bool:
    """Whether a figure has so many digits that no two sentences share it by chance."""
    digits = "".join(one for one in claim.span.exact if one.isdigit())
    return len(digits.strip("0")) >= DIGITS or (len(digits) >= DIGITS - 1 and claim.assertion.kind is not Kind.COUNT)


def edge(value: object) -> float:
    """A figure to put a quantity in order by."""
    known = (value.low if value.high is None else value.high) if isinstance(value, Quantity) else None
    return float(known or 0)
