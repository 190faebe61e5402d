"""Rates and their restatement in brackets by another unit: "6.4 tonnes a hectare (2.6 tonnes an acre)", "400 litres a
minute (24,000 litres an hour)".

A newcomer's mistake: converting the figure and forgetting what it is for. Both units change, one of them the other way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from registry.model.assertion import Claim
from registry.model.finding import Finding, Relation, Severity
from registry.model.quantity import Quantity
from registry.steps import units
from registry.steps.check.conversions import short
from registry.steps.check.priced import names
from registry.steps.check.said import after, between, single
from registry.steps.check.shapes import Pair
from registry.steps.check.wording import name, words
from registry.steps.fragments import HEDGES
from registry.steps.match import fact_key

PER = re.compile(
    r"(?: [a-z]+(?: [a-z]+)?)??\s*(?:per |/\s?|an? )(?P<unit>(?:square |cubic )?[a-z]+\d?)\b", re.IGNORECASE
)
RESTATED = re.compile(rf"[^.,;()\d]{{0,40}}?(?: \(|,? or |, that is,? |,? i\.e\. ){HEDGES}", re.IGNORECASE)
FAR = Decimal(4)
VAGUE = ("day", "week", "gal", "pint")


class Rate(NamedTuple):
    """A quantity for each of a unit."""

    value: Quantity
    unit: str


def wrong_compounds(claims: Sequence[Claim]) -> Iterator[Pair]:
    """A rate in brackets is not the one it restates by other units."""
    for base, claim in pairwise(claims):
        near = base.sentence.start == claim.sentence.start and single(base) and single(claim)
        if near and base.span.end < claim.span.start and RESTATED.fullmatch(between(base, claim)):
            one, two = rate(base), rate(claim)
            due = one and two and made(one, two)
            if due and two and apart(due, two.value):
                yield Pair(base, claim, wrong(base, claim, due), fact_key(base))


def rate(claim: Claim) -> Rate | None:
    """What a claim gives for each of which unit, where the words behind it or its own unit say so."""
    value = claim.assertion.value
    assert isinstance(value, Quantity)
    one, _, other = value.unit.partition("/")
    if other:
        return Rate(replace(value, unit=one, base=""), other) if value.unit not in units.UNITS else None
    by = value.base if value.base in units.UNITS else ""
    found = PER.match(after(claim))
    by = by or (names().get(found["unit"].lower(), "") if found else "")
    return Rate(replace(value, base=""), by) if by in units.UNITS else None


def made(one: Rate, two: Rate) -> Quantity | None:
    """The first rate in the units of the second; None where they measure different things, or nothing is converted."""
    if one.unit == two.unit or not units.convertible(one.unit, two.unit) or worked(one, two):
        return None
    whole = Quantity(Decimal(1), Decimal(1), two.unit)
    times = units.convert(whole, one.unit).low
    if times is None or one.value.low is None or not units.convertible(one.value.unit, two.value.unit):
        return None
    value = replace(one.value, quantum=units.precision(one.value))
    if value.unit != two.value.unit:
        value = units.convert(value, two.value.unit)
    low = None if value.low is None else value.low * times
    return replace(value, low=low, high=low, quantum=value.quantum * times, round=value.round * times)


def worked(one: Rate, two: Rate) -> bool:
    """Whether rates are by days, months and years, in which few work round the clock, or pay by minutes and hours; or
    by gallons and pints, which are of two sizes."""
    sort, told = units.dimension(one.unit), {one.unit, two.unit, one.value.unit, two.value.unit}
    paid = sort == "time" and not {one.value.unit, two.value.unit} <= units.UNITS.keys()
    return sort == "long time" or paid or not told.isdisjoint(VAGUE)


def apart(due: Quantity, told: Quantity) -> bool:
    """Whether a rate misses the one it restates by more than rounding, and may be meant as it."""
    one, two = due.low or Decimal(0), told.low or Decimal(0)
    slack = (due.quantum + max(told.quantum, units.precision(told))) / 2
    return abs(one - two) > max(slack, one / 50) and one < two * FAR and two < one * FAR


def wrong(base: Claim, claim: Claim, due: Quantity) -> Finding:
    """The finding, with what the rate should be."""
    detail = (
        f"{name(base)} restates {words(base)} as {words(claim)}, which is {short(float(due.low or 0))} in that unit; "
        "the two cannot both be right."
    )
    return Finding(Relation.SELF_CONTRADICTION, "wrong_conversion", detail, Severity.HIGH)
