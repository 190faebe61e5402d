"""What the dates of a change over time leave unexplained: two figures that sources give for one and the same time.

A newcomer's mistake: calling the whole a contradiction. The newest figure may stand undisputed after what went before;
the change keeps its name, and what is wrong in it is told beside it and weighs as it would alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from registry.model.assertion import Claim
from registry.model.finding import Finding, Relation, Severity
from registry.steps.check import timing
from registry.steps.check.wording import moment, name, words
from registry.steps.phrases import capital, inside, named

GRAVE = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}
Serious = tuple[Claim, Claim, Finding]


def unexplained(serious: Sequence[Serious]) -> Serious | None:
    """The gravest of some findings about two figures for one time that both texts name, if there is any."""
    against = [
        (left, right, found)
        for left, right, found in serious
        if found.relation is not Relation.CHANGE_OVER_TIME and of_one_time(left, right)
    ]
    return min(against, key=lambda one: (GRAVE[one[2].severity], one[2].relation.value), default=None)


def of_one_time(left: Claim, right: Claim) -> bool:
    """Whether both texts themselves say for when their figure holds, and it is one time."""
    return timing.stated(left) and timing.stated(right) and timing.together(left, right)


def besides(left: Claim, right: Claim) -> str:
    """What is told beside a change: "For 31 December 2025, however, the Treasury says 187 and the Court 214."."""
    when = timing.when(left)
    opening = f"for {moment(when)}, however," if when else "however,"
    told = " and ".join(f"{who(claim)} says {inside(words(claim))}" for claim in (left, right))
    return f"{capital(opening)} {told}: dates do not explain that."


def who(claim: Claim) -> str:
    """Who says so: the document, and whom it quotes."""
    said, document = claim.assertion.asserted_by, name(claim)
    house = named(document) if claim.source.publisher else document
    return f"{house}, quoting {named(said.label)}," if said else house
