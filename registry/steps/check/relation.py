"""How two short texts relate, by the most important pair of figures that fill the same slot.

Two texts are held against each other here because somebody thinks that they speak of one thing, so a slot needs less
proof than a fact of the registry. A newcomer's mistake: answering "agree" as soon as some figure agrees. The first text
must say what the second says; `entail.py` tells how likely it does.
"""

from __future__ import annotations

from collections.abc import Sequence

from registry.model.assertion import LOOSE, Claim
from registry.model.finding import Relation
from registry.model.moment import Moment
from registry.steps.check import timing
from registry.steps.check.align import Slot, closeness, slots
from registry.steps.check.entail import entails
from registry.steps.check.judge import meeting
from registry.steps.check.shapes import Answer
from registry.steps.check.wording import moment, words
from registry.steps.match.about import kindred
from registry.steps.match.parallel import parallel
from registry.steps.match.profile import Profile, profile

APART = 0.1
CLOSE = 0.2
AHEAD = 0.3
LIKELY = 0.5
SAID = "The first text says what the second says."


def relation(a: Sequence[Claim], b: Sequence[Claim], one: str = "", other: str = "") -> Answer:
    """The relation of two texts, given with their claims: how the figures of the second stand to their counterparts in
    the first. Without the texts themselves the sentences of the claims stand for them."""
    found = slots(a, b)
    met = [slot for slot in found if slot.held.meets]
    apart = [slot for slot in found if slot.held.meets is False and one_thing(slot)]
    surest = max((slot.likeness for slot in met), default=0.0)
    if apart and surest - max(slot.likeness for slot in apart) <= AHEAD:
        return differing(max(apart, key=rank))
    if not (a or b or one):
        return Answer("unrelated", None)
    if entails(one or sentences(a), other or sentences(b), met, found) < LIKELY:
        return Answer("unrelated", None)
    return meet(min(met, key=lambda slot: (not slot.held.same, *rank(slot)))) if met else Answer("agree", SAID)


def sentences(claims: Sequence[Claim]) -> str:
    """The sentences of some claims."""
    return " ".join(dict.fromkeys(claim.sentence.exact for claim in claims))


def one_thing(slot: Slot) -> bool:
    """Whether two figures that differ can be of one thing: by the words around them, or as they also lie close."""
    dated = isinstance(slot.right.assertion.value, Moment)
    if dated and unlike_acts(profile(slot.left), profile(slot.right)):
        return False
    if parallel(profile(slot.left), profile(slot.right)):
        return False
    near = 0.0 if dated else closeness(slot)
    return slot.likeness >= APART or slot.likeness + near >= CLOSE


def unlike_acts(left: Profile, right: Profile) -> bool:
    """Whether two days are of acts that are known to be two ("elected", "sentenced")."""
    return bool(left.acts and right.acts) and not left.acts & right.acts and not kindred(left.named, right.named)


def rank(slot: Slot) -> tuple[float, int, int]:
    """The order of slots: the most alike first."""
    return slot.likeness, -slot.left.span.start, -slot.right.span.start


def meet(slot: Slot) -> Answer:
    """The answer for values that can both be true."""
    finding = meeting(slot.left, slot.right, slot.held)
    return Answer(finding.relation.value, finding.detail, slot.left, slot.right)


def differing(slot: Slot) -> Answer:
    """The answer for values that are apart: a change, where the dates explain it, else a contradiction."""
    left, right = slot.left, slot.right
    told = {left.assertion.status, right.assertion.status}
    if len(told) == 2 and told & LOOSE:
        return Answer(Relation.COMPATIBLE.value, f"One text denies or withdraws {words(left)}.", left, right)
    detail = f"The first text says {words(left)}, the second {words(right)}"
    one, two = timing.when(left), timing.when(right)
    if timing.apart(left, right) and not isinstance(left.assertion.value, Moment) and one and two:
        return Answer(Relation.CHANGE_OVER_TIME.value, f"{detail}, for {moment(one)} and {moment(two)}.", left, right)
    return Answer(Relation.CONTRADICTION.value, f"{detail}; both cannot be right.", left, right)
