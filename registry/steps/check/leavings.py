"""What is left where so many of so many are gone: "The ship had 340 passengers. At Bergen 125 left it, so that
225 remained".

A newcomer's mistake: taking any difference for what is left. The words must say that the figure is the rest, and no two
figures before it may give it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from registry.model.assertion import Claim, Status
from registry.steps.check.differences import wrong
from registry.steps.check.growths import ABOUT
from registry.steps.check.lists import by_sentence
from registry.steps.check.parts import addable, looseness
from registry.steps.check.said import after, before, figure
from registry.steps.check.shapes import Pair
from registry.steps.match import fact_key
from registry.steps.match.profile import profile

LEAVES = re.compile(
    rf"(?:,|;| and)? (?:leaving|which (?:leaves|left)|this leaves|that leaves) (?:only |just )?{ABOUT}$", re.IGNORECASE
)
SO_THAT = re.compile(rf"(?:,|;)? so (?:that )?(?:only |just )?{ABOUT}$", re.IGNORECASE)
REMAIN = re.compile(r"(?: [\w'’-]+){0,2}? (?:remain(?:s|ed)?|(?:were|was|are|is) left|stayed|stay)\b", re.IGNORECASE)
OTHERWISE = re.compile(r"^[^.;]*\b(?:after|before|with|without|includ\w+|besides|more|each)\b", re.IGNORECASE)
BACK, MOST, NEAR = 1, 6, Decimal("1.5")


def wrong_leavings(claims: Sequence[Claim]) -> Iterator[Pair]:
    """What is said to be left is not what two figures before it leave."""
    sentences = by_sentence(claims)
    for at, own in enumerate(sentences):
        for rest in own:
            if not addable(rest) or not left(rest):
                continue
            near = [one for some in sentences[max(0, at - BACK) : at + 1] for one in some]
            told = before_it(rest, near)
            if len(told) == len(("whole", "gone")) and missed(rest, *told):
                yield Pair(told[0], rest, wrong(rest, figure(told[0]) - figure(told[1]), told[0]), fact_key(rest))


def left(claim: Claim) -> bool:
    """Whether the words say that a figure is the rest."""
    head = before(claim)
    if OTHERWISE.search(after(claim)):
        return False
    return bool(LEAVES.search(head) or (SO_THAT.search(head) and REMAIN.match(after(claim))))


def before_it(rest: Claim, near: Sequence[Claim]) -> list[Claim]:
    """The figures of its unit before a rest, the whole first."""
    sort = profile(rest).dimension
    return [
        one
        for one in near
        if one.span.end <= rest.span.start
        and addable(one)
        and profile(one).dimension == sort
        and one.assertion.status is not Status.NEGATED
    ][-MOST:]


def missed(rest: Claim, whole: Claim, gone: Claim) -> bool:
    """Whether a rest is not the difference of its two figures, and may be meant as it."""
    due, said = figure(whole) - figure(gone), figure(rest)
    slack = sum(map(looseness, (rest, whole, gone)), Decimal(0))
    return due > 0 and abs(due - said) > slack and due / NEAR < said < due * NEAR and said < figure(whole)
