"""For when two claims hold, and whether time explains that they differ.

A newcomer's mistake: taking the document's date for the date of the figure. A stated date outranks it.
"""

from __future__ import annotations

import re

from registry.model.assertion import Behaviour, Claim, Kind, Status
from registry.model.moment import Moment, Precision
from registry.model.quantity import Quantity
from registry.model.term import Term
from registry.steps.match import concepts
from registry.steps.match.profile import profile
from registry.steps.values import in_year

YEARS = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
LONG = 180
COUNTED = 45
TENURE = 1000
STANDING = frozenset(
    ("be", "have", "employ", "own", "hold", "stand", "live", "operate", "run", "serve", "count", "number")
)


def when(claim: Claim) -> Moment | None:
    """The time a claim holds for: stated, how it was at a time that is past, or the date of its document."""
    scope = claim.assertion.scope
    if scope.as_of or bygone(claim):
        return scope.as_of or scope.period
    return Moment.on(claim.source.published) if claim.source.published else None


def bygone(claim: Claim) -> bool:
    """Whether a claim says how something stood at a time that is past: "last year it had 52 members"."""
    said, told = claim.assertion, claim.source.published
    period = said.scope.period
    if period is None or said.scope.as_of is not None or told is None or period.high >= told:
        return False
    return said.verb in STANDING


def stated(claim: Claim) -> bool:
    """Whether the document itself says for when."""
    scope = claim.assertion.scope
    return (bool(scope.as_of) and scope.as_of_from == "stated") or bygone(claim)


def lent(claim: Claim) -> bool:
    """Whether what cannot change has only its document's day: "the lake covers 40 hectares" is no truer a month later;
    sums do get paid and declared."""
    said = claim.assertion
    fixed = said.status is Status.ACTUAL and said.behaviour is Behaviour.FIXED and said.kind is not Kind.MONEY
    return fixed and said.scope.as_of_from == "document"


def apart(left: Claim, right: Claim) -> bool:
    """Whether the two hold for different times."""
    one, two = times(left, right)
    return bool(one and two and not one.meets(two))


def times(left: Claim, right: Claim) -> tuple[Moment | None, Moment | None]:
    """When both hold. Where nothing but another date of a text gives a year, "as of 16 March" is in the other's."""
    one, two = when(left), when(right)
    if one and two and one.low.year != two.low.year:
        if is_year_open(left):
            one = in_year(one, two.low.year)
        elif is_year_open(right):
            two = in_year(two, one.low.year)
    return one, two


def is_year_open(claim: Claim) -> bool:
    """Whether a sentence names the month and no year, in a document without a date."""
    said = claim.assertion.scope.as_of
    if said is None or claim.source.published or said.precision in (Precision.YEAR, Precision.PERIOD):
        return False
    sentence = claim.sentence.exact
    return f"{said.low:%b}" in sentence and not YEARS.search(sentence)


def together(left: Claim, right: Claim) -> bool:
    """Whether the two are known to hold for the same time: both say so, or their documents are of one day."""
    one, two = times(left, right)
    if not one or not two or not one.meets(two):
        return False
    return stated(left) == stated(right) or (one.low, one.high) == (two.low, two.high)


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
    office = isinstance(left.assertion.value, Term)
    stated_apart = (all if office else any)(stated(claim) for claim in (left, right))
    return stated_apart or bool(one and two and abs((one.low - two.low).days) >= (TENURE if office else LONG))


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
    told, read = known(left, right), {left.assertion.behaviour, right.assertion.behaviour}
    final = read == {Behaviour.FIXED, Behaviour.TOTAL} and left.assertion.kind is Kind.MONEY
    if final or (recorded(left) and recorded(right)):
        return Behaviour.FIXED  # what something cost in the end is no sum so far, a division no count of an election
    kinds = {Behaviour(told[0])} if len(told) == 1 else {left.assertion.behaviour, right.assertion.behaviour}
    kind = next(kind for kind in (Behaviour.TOTAL, Behaviour.FIXED, Behaviour.STATE) if kind in kinds)
    return Behaviour.FIXED if closed(left, right, kind) else kind


def recorded(claim: Claim) -> bool:
    """Whether a claim gives a side of a ballot that a body held: "approved by 14 votes to 5"."""
    name = claim.assertion.attribute
    return name is not None and name.key in ("vote for", "vote against", "abstention")


def closed(left: Claim, right: Claim, kind: Behaviour) -> bool:
    """Whether what they are for was over when both were told. The count of a period may grow for some weeks after it;
    how something stood in a period is known at once."""
    periods = {(one.low, one.high) for claim in (left, right) if (one := claim.assertion.scope.period)}
    told = [claim.source.published for claim in (left, right) if claim.source.published]
    if len(periods) != 1 or len(told) < 2:
        return False
    gap = (min(told) - next(iter(periods))[1]).days
    both = left.assertion.scope.period and right.assertion.scope.period
    return gap >= COUNTED if kind is Behaviour.TOTAL else bool(both) and gap > 0


def known(left: Claim, right: Claim) -> list[str]:
    """How the concept table says that what both state behaves."""
    table = concepts.default().behaviour
    one, two = profile(left), profile(right)
    shared = one.named & two.named or one.core & two.core
    return sorted({table[concept] for concept in shared if concept in table})
