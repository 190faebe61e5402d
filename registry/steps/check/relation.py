"""How two short texts relate, by the most important pair of figures that fill the same slot.

Two texts are held against each other here because somebody thinks that they speak of one thing, so a slot needs less
proof than a fact of the registry. What a figure says by itself counts: that both name 2,395 is hardly chance, that both
name two may be. A newcomer's mistake: answering "agree" as soon as some figure agrees. Every figure of the second text
must have its counterpart.
"""

from __future__ import annotations

from collections.abc import Sequence

from registry.model.assertion import Claim, Status
from registry.model.finding import Relation
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.steps.check import timing
from registry.steps.check.align import Slot, slots
from registry.steps.check.judge import meeting
from registry.steps.check.shapes import Answer
from registry.steps.check.wording import moment, words
from registry.steps.match.figures import digits

APART = 0.1
AHEAD = 0.3
ENOUGH = 0.8
LIKENESS = 0.3
LONG_FIGURE = 0.4
BOUND = 0.6
LOOSE = (Status.NEGATED, Status.HYPOTHETICAL, Status.RETRACTED)


def relation(a: Sequence[Claim], b: Sequence[Claim]) -> Answer:
    """The relation of two texts: how the figures of the second stand to their counterparts in the first."""
    found = slots(a, b)
    met = [slot for slot in found if slot.held.meets]
    apart = [slot for slot in found if slot.held.meets is False and slot.likeness >= APART]
    surest = max((slot.likeness for slot in met), default=0.0)
    if apart and surest - max(slot.likeness for slot in apart) <= AHEAD:
        return differing(max(apart, key=rank))
    if met and all(proof(slot) >= ENOUGH for slot in met):
        return meet(min(met, key=lambda slot: (not slot.held.same, *rank(slot))))
    return Answer("unrelated", None)


def rank(slot: Slot) -> tuple[float, int, int]:
    """The order of slots: the most alike first."""
    return slot.likeness, -slot.left.span.start, -slot.right.span.start


def proof(slot: Slot) -> float:
    """How much speaks for one fact: shared words, and a figure that is hardly shared by chance."""
    value = slot.right.assertion.value
    bound = isinstance(value, Quantity) and not value.single
    figure = LONG_FIGURE * min(1.0, (digits(value) - 1) / 3) + BOUND * bound
    return slot.coverage + LIKENESS * slot.likeness + figure


def meet(slot: Slot) -> Answer:
    """The answer for values that can both be true."""
    finding = meeting(slot.left, slot.right, slot.held)
    return Answer(finding.relation.value, finding.detail, slot.left, slot.right)


def differing(slot: Slot) -> Answer:
    """The answer for values that are apart: a change, where the dates explain it, else a contradiction."""
    left, right = slot.left, slot.right
    if left.assertion.status is not right.assertion.status and {left.assertion.status, right.assertion.status} & set(
        LOOSE
    ):
        return Answer(Relation.COMPATIBLE.value, f"One text denies or withdraws {words(left)}.", left, right)
    detail = f"The first text says {words(left)}, the second {words(right)}"
    one, two = timing.when(left), timing.when(right)
    if timing.apart(left, right) and not isinstance(left.assertion.value, Moment) and one and two:
        return Answer(Relation.CHANGE_OVER_TIME.value, f"{detail}, for {moment(one)} and {moment(two)}.", left, right)
    return Answer(Relation.CONTRADICTION.value, f"{detail}; both cannot be right.", left, right)
