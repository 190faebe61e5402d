"""Which figures of two short texts fill the same slot, by what is said around them.

Of every figure of the second text the best counterpart in the first is sought; the more of the words around it the
first text has, the surer. A newcomer's mistake: pairing equal figures first. "24 seasons" is not "24 championships".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import JaroWinkler

from registry.model.assertion import Claim, Kind
from registry.steps.check.bounds import hold
from registry.steps.match.about import concept_weights
from registry.steps.match.figures import apart_in_size
from registry.steps.match.profile import Profile, profile
from registry.steps.values import Held

ALIKE = 0.9
CLOSE = 0.3
MEETS = 0.1
SIZE = 3.0


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure of the second text, its counterpart in the first, how alike what is said around them is, and how the
    values stand to each other. `coverage` is the share of the second text's words that the first has."""

    left: Claim
    right: Claim
    likeness: float
    coverage: float
    held: Held


def slots(a: Sequence[Claim], b: Sequence[Claim]) -> list[Slot]:
    """The best counterpart of each figure of the second text."""
    words = frozenset(word for claim in a for word in profile(claim).sentence)
    return [slot for right in b if (slot := best(right, a, words)) is not None]


def best(right: Claim, a: Sequence[Claim], words: frozenset[str]) -> Slot | None:
    """The counterpart of a figure: alike in what is said around it, then in its value."""
    found = [slot for left in a if (slot := slot_of(left, right, words)) is not None]
    return max(found, key=lambda slot: (slot.likeness + closeness(slot), -slot.left.span.start), default=None)


def closeness(slot: Slot) -> float:
    """How close the two figures are: figures of one slot seldom differ much, whether or not they agree."""
    size = max(0.0, 1 - SIZE * apart_in_size(profile(slot.left), profile(slot.right)))
    return CLOSE * size + MEETS * (bool(slot.held.meets) and size > 0)


def slot_of(left: Claim, right: Claim, words: frozenset[str]) -> Slot | None:
    """Two figures as a slot, where they are measured in the same thing."""
    one, two = profile(left), profile(right)
    if one.dimension != two.dimension or right.assertion.kind in (Kind.ROLE, Kind.EVENT):
        return None
    return Slot(left, right, likeness(one, two), covered(two.sentence, words), hold(left, right))


def likeness(one: Profile, two: Profile) -> float:
    """How alike what is said around two figures is, from 0 to about 1."""
    concept = shared_concept(one, two)
    heads = bool(one.heads & two.heads) or bool(one.core & two.core)
    return 0.45 * near(one, two) + 0.3 * concept + 0.25 * heads


def near(one: Profile, two: Profile) -> float:
    """The share of the words close to the second figure that stand close to the first."""
    mine, other = dict(one.near.words), dict(two.near.words)
    whole = sum(other.values())
    if not whole:
        return 0.5
    return sum(min(weight, best_weight(word, mine)) for word, weight in other.items()) / whole


def best_weight(word: str, words: dict[str, float]) -> float:
    """The weight of a word, or of one written much like it."""
    if word in words:
        return words[word]
    close = (weight for other, weight in words.items() if JaroWinkler.similarity(word, other) >= ALIKE)
    return max(close, default=0.0)


def shared_concept(one: Profile, two: Profile) -> float:
    """How close a concept they share stands to both; below 0 where the closest ones differ."""
    mine, other = concept_weights(one), concept_weights(two)
    shared = [min(mine[concept], other[concept]) for concept in mine.keys() & other.keys()]
    if shared:
        return max(shared)
    return -0.5 if one.core and two.core else 0.0


def covered(wanted: frozenset[str], words: frozenset[str]) -> float:
    """The share of words that are among others, as written or nearly."""
    if not wanted:
        return 1.0
    return sum(has(word, words) for word in wanted) / len(wanted)


def has(word: str, words: frozenset[str]) -> bool:
    """Whether a word is among others, as written or nearly."""
    return word in words or any(JaroWinkler.similarity(word, other) >= ALIKE for other in words)
