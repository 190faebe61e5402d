"""Where a pair of claims stands among the others: how clearly it beats its rivals, and what the claims that agree with
either say to the other.

Two documents about one matter answer a question once each, as a rule. A pair that is the best on both sides is most
likely one fact, however differently it is told; a pair of which one side has a better partner is not. What a third
document says in other words of the same figure tells, too. A newcomer's mistake: counting a claim that repeats the
partner's value as a rival.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from registry.steps import values
from registry.steps.match.profile import Profile

FLOOR = -2.5
CLEAR = 4.0
AGREED = 0.4
NEAR = 1.0
FEW = 12
LEAST, MOST = -5.0, 3.0
Pair = tuple[int, int]


class Standing(NamedTuple):
    """Where a pair stands: its own weight, the margins over the best rival, the narrow one first, whether one document
    states both, how the claims that agree with either stand to the other on average and at best, compared with the
    pair, and how many rivals come close (a logarithm)."""

    weight: float
    narrow: float
    wide: float
    within: float
    average: float = 0.0
    best: float = 0.0
    crowd: float = 0.0


class Rivals:
    """The weights (log odds) of the pairs of some claims, and from them where each pair stands.

    Where only some pairs were weighed, `weigh` tells the weight of another one when it is asked for, and `known` are
    the claims that agree among those that were not held against each other.
    """

    def __init__(
        self,
        profiles: Sequence[Profile],
        weights: Mapping[Pair, float],
        weigh: Callable[[int, int], float | None] | None = None,
        known: Collection[Pair] = (),
    ) -> None:
        self.profiles = profiles
        self.weights = weights
        self.weigh = weigh
        self.more: dict[Pair, float] = {}
        self.partners: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
        self.agreed: dict[int, list[int]] = defaultdict(list)
        self.held: dict[Pair, bool] = {}
        for (one, two), weight in weights.items():
            self.partners[one, profiles[two].document].append((weight, two))
            self.partners[two, profiles[one].document].append((weight, one))
            if weight > AGREED and not self.apart(one, two):
                self.agreed[one].append(two)
                self.agreed[two].append(one)
        for one, two in known:
            self.agreed[one].append(two)
            self.agreed[two].append(one)

    def standing(self, one: int, two: int, weight: float) -> Standing:
        """Where a pair stands."""
        average, best = self.support(one, two, weight)
        if self.profiles[one].document == self.profiles[two].document:
            return Standing(weight, 0.0, 0.0, 1.0, average, best)
        margins = sorted(clipped(weight - self.best(mine, other)) for mine, other in ((one, two), (two, one)))
        return Standing(weight, margins[0], margins[1], 0.0, average, best, self.crowd(one, two, weight))

    def best(self, mine: int, partner: int) -> float:
        """The weight of the best other partner for a claim in the partner's document, one with another value."""
        taken = self.profiles[partner]
        found = self.partners[mine, taken.document]
        rivals = (weight for weight, other in found if other != partner and self.apart(other, partner))
        return max(rivals, default=FLOOR)

    def crowd(self, one: int, two: int, weight: float) -> float:
        """How many others in either document fit one of the two nearly as well."""
        sides = ((one, two), (two, one))
        found = (
            other != taken and other_weight > weight - NEAR
            for mine, taken in sides
            for other_weight, other in self.partners[mine, self.profiles[taken].document]
        )
        return math.log1p(sum(found))

    def support(self, one: int, two: int, weight: float) -> tuple[float, float]:
        """How the claims that agree with either of two stand to the other, on average and at best, compared with the
        two; nothing where no claim agrees with either."""
        groups = [[mine, *self.agreed[mine][:FEW]] for mine in (one, two)]
        told = [
            self.weight(min(a, b), max(a, b))
            for a in groups[0]
            for b in groups[1]
            if a != b and {a, b} != {one, two} and self.apart(a, b) == self.apart(one, two)
        ]
        if not told:
            return 0.0, 0.0
        own = max(LEAST, weight)
        found = (min(MOST, max(LEAST, one)) - own for one in (sum(told) / len(told), max(told)))
        average, best = (max(-CLEAR, one) for one in found)
        return average, best

    def weight(self, one: int, two: int) -> float:
        """The weight of a pair in order; less than any where something speaks against it for sure."""
        if (one, two) in self.weights or self.weigh is None:
            return self.weights.get((one, two), LEAST - 1)
        if (one, two) not in self.more:
            told = self.weigh(one, two)
            self.more[one, two] = LEAST - 1 if told is None else told
        return self.more[one, two]

    def apart(self, one: int, two: int) -> bool:
        """Whether two claims have different values."""
        pair = (min(one, two), max(one, two))
        if pair not in self.held:
            self.held[pair] = bool(values.compare(self.profiles[one].value, self.profiles[two].value).meets)
        return not self.held[pair]


def clipped(margin: float) -> float:
    """A margin, none of which says more than that it is clear."""
    return min(CLEAR, max(-CLEAR, margin))


def settled(standing: Standing, of: Mapping[str, float]) -> float:
    """The log odds that a pair is one fact, from where it stands."""
    return of["bias"] + sum(of[name] * value for name, value in zip(Standing._fields, standing, strict=True))
