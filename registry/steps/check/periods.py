"""So much a month and so much a year that one sentence tells as one ("21,000 a month, or 234,000 a year").

A newcomer's mistake: asking for twelve. Wages are also paid thirteen and fourteen times a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from registry.model.assertion import Claim
from registry.model.finding import Finding, Relation, Severity
from registry.model.quantity import Quantity
from registry.steps.check.conversions import short
from registry.steps.check.growths import ABOUT
from registry.steps.check.lists import by_sentence
from registry.steps.check.parts import looseness
from registry.steps.check.said import after, between, figure, like
from registry.steps.check.shapes import Pair
from registry.steps.check.wording import name, words
from registry.steps.match import fact_key

TIMES = {"week": (52,), "month": (12, 13, 14), "quarter": (4,)}
PER = r"(?: [a-z]+){0,2}? (?:an?|per|each|every) (?P<per>week|month|quarter|year)"
OR = re.compile(
    rf"{PER}(?:, or|,? that is,?|, i\.e\.,?|,? which (?:is|makes|means)|, making|,? \(|,? equal to) {ABOUT}",
    re.IGNORECASE,
)
THEN = re.compile(rf"{PER}\b", re.IGNORECASE)
POINT, NEAR = Decimal("0.02"), Decimal("1.5")
# Who pays for a year at once often pays for fewer months; nobody earns fewer.
CHEAPER = Decimal("0.74")
EARNED = re.compile(r"\b(?:earn\w*|salar(?:y|ies)|wages?|pensions?|incomes?)\b", re.IGNORECASE)


def wrong_periods(claims: Sequence[Claim]) -> Iterator[Pair]:
    """So much a week, a month or a quarter does not make the sum a year beside it."""
    for own in by_sentence(claims):
        for one, two in pairwise(own):
            first, then = OR.fullmatch(between(one, two)), THEN.match(after(two))
            if not (first and then and valued(one) and valued(two) and like(one, two)):
                continue
            told = {first["per"].lower(): one, then["per"].lower(): two}
            year, per = told.pop("year", None), next(iter(told), "")
            offer = " or " in between(one, two) and not EARNED.search(one.sentence.exact)
            if year and per and missed(told[per], year, TIMES[per]) and not (offer and cheaper(told[per], year, per)):
                yield Pair(one, two, wrong(told[per], year, per), fact_key(two))


def valued(claim: Claim) -> bool:
    """Whether a claim states a figure, be it only the least."""
    value = claim.assertion.value
    return isinstance(value, Quantity) and bool(value.low)


def missed(part: Claim, year: Claim, times: Sequence[int]) -> bool:
    """Whether a sum a year is no multiple of that of a part of it, and may be meant as one."""
    said, due = figure(year), figure(part) * times[0]
    slack = said * POINT + looseness(year) + looseness(part) * times[0]
    return due / NEAR < said < due * NEAR and all(abs(figure(part) * many - said) > slack for many in times)


def cheaper(part: Claim, year: Claim, per: str) -> bool:
    """Whether a year at once costs somewhat less than its parts: "$10 a month, or $100 a year"."""
    due = figure(part) * TIMES[per][0]
    return due * CHEAPER <= figure(year) < due


def wrong(part: Claim, year: Claim, per: str) -> Finding:
    """The finding, with what the smaller sum makes a year."""
    due = short(float(figure(part) * TIMES[per][0]))
    detail = f"{name(part)} gives {words(part)} a {per}, which makes {due} a year, and {words(year)} a year."
    return Finding(Relation.SELF_CONTRADICTION, "wrong_product", detail, Severity.MEDIUM)
