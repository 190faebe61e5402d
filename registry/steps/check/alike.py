"""The features of pairs of claims, each sort of pair once: near-copies say the same sentence in many documents.

A newcomer's mistake: taking two claims for one because their sentences are. Their documents have days and titles of
their own, and what stands before a sentence says what it is about: all of the profile counts but its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields
from operator import attrgetter

from registry.model.assertion import Claim
from registry.steps.match.profile import Profile
from registry.steps.match.saying import Said
from registry.steps.match.telling import both_lead
from registry.steps.match.weigh import AKIN, SURELY_AKIN, features, refused

PLACE = ("document", "sentence_start", "sentence_end")
PLACELESS = attrgetter(*(one.name for one in fields(Profile) if one.name not in PLACE))


class Alike:
    """What vetoes and features say of pairs by position. Between two documents that depends on the places of the
    sentences only where `both_lead` looks at them, and on the documents only by how akin they are."""

    def __init__(self, claims: Sequence[Claim], profiles: Sequence[Profile], strange: float) -> None:
        self.profiles = profiles
        self.strange = strange
        self.sorts = sorts(claims, profiles)
        self.heard: dict[tuple[int, int], Mapping[str, Said]] = {}
        self.known: dict[tuple[object, ...], bool] = {}

    def features(self, one: int, two: int) -> Mapping[str, Said]:
        """What every feature says about a pair by itself."""
        left, right = self.profiles[one], self.profiles[two]
        if left.document == right.document:
            return features(left, right)
        pair = self.sorts[one], self.sorts[two]
        if pair not in self.heard:
            self.heard[pair] = features(left, right)
        return {**self.heard[pair], both_lead.__name__: both_lead(left, right)}

    def refused(self, one: int, two: int, akin: float, *, twin: bool | None) -> bool:
        """Whether a pair can never share a fact."""
        left, right = self.profiles[one], self.profiles[two]
        if left.document == right.document:
            return refused(left, right, akin, twin=twin, strange=self.strange)
        near = akin < self.strange, akin < AKIN, akin < SURELY_AKIN
        pair = self.sorts[one], self.sorts[two], twin, near
        if pair not in self.known:
            self.known[pair] = refused(left, right, akin, twin=twin, strange=self.strange)
        return self.known[pair]


def sorts(claims: Sequence[Claim], profiles: Sequence[Profile]) -> list[int]:
    """For each claim the first one of its sort; most sentences stand in one document, and their claims are not looked
    at."""
    count = Counter(claim.sentence.exact for claim in claims)
    first: dict[tuple[object, ...], int] = {}
    return [
        at if count[claim.sentence.exact] == 1 else first.setdefault(placeless(profiles[at]), at)
        for at, claim in enumerate(claims)
    ]


def placeless(seen: Profile) -> tuple[object, ...]:
    """What a profile says but for its document and its place there; a copy of it took ten times as long."""
    told: tuple[object, ...] = PLACELESS(seen)
    return told
