"""A figure and its restatement in brackets that are not the same ("118 km (62 miles)").

A newcomer's mistake: demanding equality. A conversion is right when both agree within the digits they are written with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from registry.model.assertion import Claim
from registry.model.finding import Finding, Relation, Severity
from registry.model.quantity import Quantity
from registry.steps import units
from registry.steps.check.shapes import Pair
from registry.steps.check.wording import name, words
from registry.steps.match import fact_key
from registry.steps.values import meets

NEAR = 30
YEARS = "year"
OR = re.compile(r",? (?:or|that is|i\.e\.|in other words),? (?:about |some |roughly )?", re.IGNORECASE)
APART = re.compile(
    r"(?: [a-z]+)?,? (?:above|below|over|under|more|less|fewer|higher|lower|warmer|colder|cooler|hotter|than)\b",
    re.IGNORECASE,
)
DIFFERENCES = {"degC": "degC_diff", "degF": "degF_diff"}


def wrong_conversions(claims: Sequence[Claim]) -> Iterator[Pair]:
    """A figure in brackets is not the one it restates."""
    for claim in claims:
        base = restated(claim, claims)
        if base and restates(base, claim) and not right(base, claim):
            yield Pair(base, claim, wrong(base, claim), fact_key(base))


def restated(claim: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The figure just before the brackets."""
    before = [
        other
        for other in claims
        if 0 <= claim.span.start - other.span.end <= NEAR and isinstance(other.assertion.value, Quantity)
    ]
    return max(before, key=lambda other: other.span.end, default=None)


def restates(base: Claim, claim: Claim) -> bool:
    """Whether the words between two figures say that one restates the other."""
    if "conversion" in claim.assertion.notes:
        return True
    start = base.span.end - base.sentence.start
    between = base.sentence.exact[start : max(start, claim.span.start - base.sentence.start)]
    apart = APART.match(base.sentence.exact[claim.span.end - claim.sentence.start :])  # "26 °C, i.e. 3 degrees above"
    return base.sentence.start == claim.sentence.start and bool(OR.fullmatch(between)) and not apart


def right(base: Claim, claim: Claim) -> bool:
    """Whether the restatement is right, or cannot be judged."""
    one, two = base.assertion.value, claim.assertion.value
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)):
        return True
    if one.unit == two.unit:
        return YEARS not in base.span.exact or YEARS in claim.span.exact or meets(one, two)
    one, two = alike(one, two), alike(two, one)
    both = units.common(one, two)
    return both is None or meets(*both)


def alike(value: Quantity, other: Quantity) -> Quantity:
    """A temperature as a difference, where it restates one."""
    if other.unit.endswith("_diff") and value.unit in DIFFERENCES:
        return replace(value, unit=DIFFERENCES[value.unit])
    return value


def wrong(base: Claim, claim: Claim) -> Finding:
    """The finding, with what the conversion should be."""
    one, two = base.assertion.value, claim.assertion.value
    assert isinstance(one, Quantity)
    assert isinstance(two, Quantity)
    due = units.convert(one, alike(two, one).unit)
    figure = "" if due.low is None else f", which is {float(due.low):.4g} {two.unit.removesuffix('_diff')}"
    detail = f"{name(base)} converts {words(base)} to {words(claim)}{figure}; the two cannot both be right."
    return Finding(Relation.SELF_CONTRADICTION, "wrong_conversion", detail, Severity.HIGH)
