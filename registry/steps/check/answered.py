"""Figures that have their answer elsewhere: where a document gives two figures as two things, and another agrees with
one of them, it does not contradict the other.

A newcomer's mistake: asking it where a document gives both as one thing. It then says two things of it itself, and the
other disagrees with one of them.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from registry.model.assertion import Claim
from registry.model.quantity import Quantity
from registry.steps.check.cues import WE
from registry.steps.check.voices import quoted_apart
from registry.steps.match.profile import profile
from registry.steps.match.thresholds import open_ended
from registry.steps.match.told import of_one_thing

if TYPE_CHECKING:
    from registry.steps.check.scores import Scores

MARGIN, LIKELY = 0.1, 0.5
TIMES = ("time", "long time")


class Answered:
    """Which claims agree with a claim of another document, as surely as it is held against a third."""

    def __init__(self, found: Scores) -> None:
        self.found = found
        self.near: dict[tuple[int, str], list[int]] = defaultdict(list)
        for one, two in found.alone:
            left, right = found.claims[one], found.claims[two]
            if left.source.id != right.source.id and found.meets(one, two):
                self.near[one, right.source.id].append(two)
                self.near[two, left.source.id].append(one)

    def takes(self, one: int, two: int) -> bool:
        """Whether either of two that differ agrees with another figure of the other's document."""
        return self.elsewhere(one, two) or self.elsewhere(two, one)

    def elsewhere(self, one: int, two: int) -> bool:
        """Whether the first agrees with another claim of the second's document, which is another thing there."""
        found, likely = self.found, self.found.of(one, two)
        return any(
            at != two and found.of(one, at) >= likely - self.margin(one, two, at) and self.two_things(two, at)
            for at in self.near.get((one, found.claims[two].source.id), ())
        )

    def margin(self, one: int, two: int, at: int) -> float:
        """How much less likely the agreement may be; "more than 30" agrees with too much to be told less of, but for
        what stands beside the figure that differs."""
        found = self.found
        loose = open_ended(found.profiles[one], found.profiles[at])
        return 0.0 if loose and not self.beside(two, at) else MARGIN

    def two_things(self, one: int, two: int) -> bool:
        """Whether a document gives two figures that differ and are no one fact there, nor one thing by two sources
        ("the ministry's figure of 4,000 leaves out ...; we count 5,000")."""
        found = self.found
        if found.meets(one, two):
            return False
        if (min(one, two), max(one, two)) in found.joined and not self.beside(one, two):
            return False
        left, right = found.claims[one], found.claims[two]
        apart = quoted_apart(left, right) and voiced(left) and voiced(right) and found.of(one, two) >= LIKELY
        return not apart or not of_one_thing(found.profiles[one], found.profiles[two])

    def beside(self, one: int, two: int) -> bool:
        """Whether two figures of a document stand in one sentence, and are not one figure in two units: "nine weeks, or
        63 days"."""
        left, right = self.found.claims[one], self.found.claims[two]
        if left.sentence.start != right.sentence.start or self.found.profiles[one].dimension in TIMES:
            return False
        values = left.assertion.value, right.assertion.value
        units = {value.unit for value in values if isinstance(value, Quantity)}
        return len(units) < len(values)


def voiced(claim: Claim) -> bool:
    """Whether somebody gives a figure, if it is those who write: "we estimate"."""
    return bool(profile(claim).speaker) or WE.search(claim.sentence.exact) is not None
