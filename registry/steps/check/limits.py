"""Totals that are limits, and the parts behind them: "up to 90 berths, comprising 50 for sails and 30 for barges".

A newcomer's mistake: holding any parts against a limit. They may fall short of it, unless the words say that they make
it up; more than it they are never behind a colon, but "60 places, 40 for beginners and 30 for others" may be shared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from registry.model.assertion import Claim
from registry.model.quantity import Quantity
from registry.steps.check.parts import MADE_UP, addable, listed_behind, wrong
from registry.steps.check.said import between, figure
from registry.steps.check.shapes import Pair
from registry.steps.match import fact_key


def wrong_limits(claims: Sequence[Claim]) -> Iterator[Pair]:
    """The parts exceed the limit before them, or do not add up to one that they are said to make up."""
    for limit in claims:
        if not (exact := at_its_limit(limit)):
            continue
        own = [exact if one is limit else one for one in claims if one.sentence.start == limit.sentence.start]
        found = listed_behind([one for one in own if one is exact or addable(one)])
        if found and found[0] is exact:
            lead = between(exact, found[1][0]).rstrip()
            over = lead.endswith(":") and sum(map(figure, found[1]), Decimal(0)) > figure(exact)
            if over or MADE_UP.search(lead):
                yield Pair(limit, found[1][0], wrong(*found), fact_key(limit))


def at_its_limit(claim: Claim) -> Claim | None:
    """A claim of "up to 90" as one of 90."""
    value = claim.assertion.value
    upper = isinstance(value, Quantity) and value.low is None and value.high and not value.strict
    if not upper or claim.assertion.direction or not isinstance(value, Quantity):
        return None
    return replace(claim, assertion=replace(claim.assertion, value=replace(value, low=value.high)))
