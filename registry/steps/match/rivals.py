"""How clearly a pair of claims beats its rivals: the other claims of either document that one of the two could match.

Two documents about one matter answer a question once each, as a rule. A pair that is the best on both sides is most
likely one fact, however differently it is told; a pair of which one side has a better partner is not. A newcomer's
mistake: counting a claim that repeats the partner's value as a rival.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from registry.steps import values
from registry.steps.match.profile import Profile

FLOOR = -2.5
CLEAR = 4.0
Pair = tuple[int, int]


class Standing(NamedTuple):
    """Where a pair stands among its rivals: its own weight, the margins over the best rival, the narrow one first, and
    whether one document states both."""

    weight: float
    narrow: float
    wide: float
    within: float


class Rivals:
    """The weights (log odds) of the pairs of some claims, and from them where each pair stands."""

    def __init__(self, profiles: Sequence[Profile], weights: Mapping[Pair, float]) -> None:
        self.profiles = profiles
        self.partners: dict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
        for (one, two), weight in weights.items():
            self.partners[one, profiles[two].document].append((weight, two))
            self.partners[two, profiles[one].document].append((weight, one))

    def standing(self, one: int, two: int, weight: float) -> Standing:
        """Where a pair stands."""
        if self.profiles[one].document == self.profiles[two].document:
            return Standing(weight, 0.0, 0.0, 1.0)
        margins = sorted(clipped(weight - self.best(mine, other)) for mine, other in ((one, two), (two, one)))
        return Standing(weight, margins[0], margins[1], 0.0)

    def best(self, mine: int, partner: int) -> float:
        """The weight of the best other partner for a claim in the partner's document, one with another value."""
        taken = self.profiles[partner]
        found = self.partners[mine, taken.document]
        rivals = (weight for weight, other in found if other != partner and self.apart(other, partner))
        return max(rivals, default=FLOOR)

    def apart(self, one: int, two: int) -> bool:
        """Whether two claims have different values."""
        return not values.compare(self.profiles[one].value, self.profiles[two].value).meets


def clipped(margin: float) -> float:
    """A margin, none of which says more than that it is clear."""
    return min(CLEAR, max(-CLEAR, margin))


def settled(standing: Standing, of: Mapping[str, float]) -> float:
    """The chance that a pair is one fact, from where it stands."""
    total = of["bias"] + sum(of[name] * value for name, value in zip(Standing._fields, standing, strict=True))
    return 1 / (1 + math.exp(-total))
