"""Where sources disagree and nobody has settled it: whether some are surer of a draft's question, or had the last word.

A newcomer's mistake: calling whatever came later right. Two papers of one week disagree; what a figure that moves was
said to be a month later, or what several say since, is what became of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from registry.model.assertion import Behaviour, Claim
from registry.model.quantity import Quantity
from registry.steps.check.slips import transposed
from registry.steps.check.timing import behaviour
from registry.steps.lint.certainty import CLEAR, MARGIN
from registry.steps.lint.problem import Side

MOVING = (Behaviour.STATE, Behaviour.TOTAL)
WEEK = timedelta(days=7)
LONG = timedelta(days=180)
SEVERAL, MANY = 2, 3


def clearer(agreeing: Sequence[Side], rivals: Sequence[Side]) -> bool:
    """Whether those who agree speak about the very question far more surely than those who do not; who was not weighed
    among the claims of the draft's matter stands in the fact all the same."""
    best = max((one.match.score for side in agreeing for one in side.witnesses if one.match), default=0.0)
    other = max((one.match.score if one.match else best for side in rivals for one in side.witnesses), default=0.0)
    return best >= CLEAR and best - other >= MARGIN


def outvoted(claim: Claim, agreeing: Sequence[Side], rivals: Sequence[Side]) -> bool:
    """Whether many state what a draft says of something that does not move, and one alone states another value, or one
    with two digits exchanged."""
    many = max((side.independent for side in agreeing), default=0)
    alone = all(side.sources == 1 for side in rivals)
    return many >= MANY and alone and not any(moves(claim, side) and not misspelt(claim, side) for side in rivals)


def mistyped(claim: Claim, agreeing: Sequence[Side], held: Side) -> bool:
    """Whether one alone has two digits of a draft's figure exchanged, which many state."""
    return misspelt(claim, held) and outvoted(claim, agreeing, [held])


def moves(claim: Claim, side: Side) -> bool:
    """Whether what a draft gives a figure of may be another at another time."""
    return behaviour(claim, side.witnesses[0].claim) in MOVING


def misspelt(claim: Claim, side: Side) -> bool:
    """Whether a value is that of a draft with two digits exchanged."""
    return any(transposed(claim, one.claim) for one in side.witnesses)


def overruled(claim: Claim, agreeing: Sequence[Side], rivals: Sequence[Side]) -> Side | None:
    """The value that came after the ones a draft agrees with: of what moves, long after, or as several say."""
    if not isinstance(claim.assertion.value, Quantity):
        return None  # a day that is told otherwise later is disputed; a plan that was put off is known as such
    newest = max(rivals, key=_last, default=None)
    if newest is None or newest.first is None or not isinstance(newest.value, Quantity):
        return None
    if any(side.last is None for side in agreeing):
        return None  # what has no day need not be older than what has one
    gap = newest.first - max(map(_last, agreeing))
    long = gap >= LONG and not misspelt(claim, newest)
    later = newest.independent >= SEVERAL or long or (moves(claim, newest) and gap >= WEEK)
    return newest if gap > timedelta(0) and later else None


def last_word(claim: Claim, agreeing: Sequence[Side], rivals: Sequence[Side]) -> bool:
    """Whether a draft agrees with what a figure that moves was said to be after all other values."""
    first = min((side.first or date.min for side in agreeing), default=date.min)
    moving = all(moves(claim, side) for side in (*agreeing, *rivals))
    return moving and all(first - _last(side) >= WEEK for side in rivals)


def _last(side: Side) -> date:
    """The last day that a value is stated for."""
    return side.last or date.min
