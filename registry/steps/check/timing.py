"""For when two claims hold, and whether time explains that they differ.

A newcomer's mistake: taking the document's date for the date of the figure. A stated date outranks it.
"""

from __future__ import annotations

from datetime import date

from registry.model.assertion import Behaviour, Claim
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.model.term import Term
from registry.steps.match import concepts
from registry.steps.match.profile import profile

LONG = 180


def when(claim: Claim) -> Moment | None:
    """The time a claim holds for: stated, or the date of its document."""
    scope = claim.assertion.scope
    if scope.as_of:
        return scope.as_of
    return Moment.on(claim.source.published) if claim.source.published else None


def stated(claim: Claim) -> bool:
    """Whether the document itself says for when."""
    scope = claim.assertion.scope
    return bool(scope.as_of) and scope.as_of_from == "stated"


def told(claim: Claim) -> date | None:
    """When it was said."""
    return claim.source.published


def apart(left: Claim, right: Claim) -> bool:
    """Whether the two hold for different times."""
    one, two = when(left), when(right)
    return bool(one and two and not one.meets(two))


def later(left: Claim, right: Claim) -> tuple[Claim, Claim]:
    """The two in the order of the times they hold for."""
    one, two = when(left), when(right)
    return (right, left) if one and two and two.low < one.low else (left, right)


def moves(left: Claim, right: Claim) -> bool:
    """Whether a state may well be another at the other time: it is known to move, a time is stated, or much lies in
    between."""
    if any(known(left, right)) and not isinstance(left.assertion.value, Term):
        return True
    one, two = when(left), when(right)
    enough = all if isinstance(left.assertion.value, Term) else any
    stated_apart = enough(stated(claim) for claim in (left, right))
    return stated_apart or bool(one and two and abs((one.low - two.low).days) >= LONG)


def grows(left: Claim, right: Claim) -> bool:
    """Whether the later figure is the larger one."""
    first, last = later(left, right)
    one, two = first.assertion.value, last.assertion.value
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)):
        return False
    return edge(two) >= edge(one)


def edge(value: Quantity) -> float:
    """A figure to put a quantity in order by."""
    known = value.high if value.low is None else value.low
    return float(known or 0)


def behaviour(left: Claim, right: Claim) -> Behaviour:
    """How the fact behaves: as the concept table says, else as the reader thought."""
    if isinstance(left.assertion.value, Moment):
        return Behaviour.FIXED
    told = known(left, right)
    if len(told) == 1:
        return Behaviour(told[0])
    kinds = {left.assertion.behaviour, right.assertion.behaviour}
    return kinds.pop() if len(kinds) == 1 else Behaviour.STATE


def known(left: Claim, right: Claim) -> list[str]:
    """How the concept table says that what both state behaves."""
    table = concepts.default().behaviour
    one, two = profile(left), profile(right)
    shared = one.named & two.named or one.core & two.core
    return sorted({table[concept] for concept in shared if concept in table})
