"""Figures that grow or dwindle from report to report, of which the first and the last are far apart.

What counts against two figures is how far apart they are; where a third report, between the two in time, gives a figure
between them that is surely of either's fact, that says nothing any more. A newcomer's mistake: asking for a third
figure only. Of three that merely lie in order, the middle one may be of something else.
"""

from __future__ import annotations

from collections.abc import Sequence

from registry.model.quantity import Quantity
from registry.steps.check.scores import Scores
from registry.steps.match.figures import magnitude
from registry.steps.match.profile import Profile

STEP = 0.04  # of a power of ten: what two reports round differently is no growth


def linked(one: int, two: int, among: Sequence[int], found: Scores) -> float:
    """The chance of a pair by the figure of a third report that lies between the two in time and size; 0 without."""
    if found.tried.get((min(one, two), max(one, two))) is None:
        return 0.0  # something speaks against it, and not only how far apart they are
    return max((step(one, at, two, found) for at in among if between(one, at, two, found)), default=0.0)


def step(one: int, at: int, two: int, found: Scores) -> float:
    """The chance of the weaker of two steps, where both are sure."""
    steps = [found.of(one, at), found.of(at, two)]
    sure = all(likely >= found.needed(*pair) for likely, pair in zip(steps, ((one, at), (at, two)), strict=True))
    return min(steps) if sure else 0.0


def between(one: int, at: int, two: int, found: Scores) -> bool:
    """Whether the middle one of three figures of different documents lies between the others in time and size."""
    first, middle, last = (found.profiles[place] for place in (one, at, two))
    if len({seen.document for seen in (first, middle, last)}) < 3:
        return False
    return ordered(first, middle, last) or ordered(last, middle, first)


def ordered(first: Profile, middle: Profile, last: Profile) -> bool:
    """Whether three figures follow each other, and grow or dwindle."""
    if not all(isinstance(seen.value, Quantity) for seen in (first, middle, last)):
        return False
    if not (first.day and middle.day and last.day) or not first.day <= middle.day <= last.day or first.day == last.day:
        return False
    sizes = [magnitude(seen.value) for seen in (first, middle, last)]
    return sizes[0] + STEP < sizes[1] < sizes[2] - STEP or sizes[0] - STEP > sizes[1] > sizes[2] + STEP
