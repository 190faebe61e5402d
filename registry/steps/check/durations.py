"""A delay that its two dates do not give, and so much a year for so many years that does not make the sum beside it.

A newcomer's mistake: measuring between any two dates of a sentence. The words must say that the time is a delay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from registry.model.assertion import Claim
from registry.model.finding import Finding, Relation, Severity
from registry.model.moment import Moment, Precision
from registry.model.quantity import Quantity
from registry.steps.check.lists import after, between
from registry.steps.check.shapes import Pair
from registry.steps.check.wording import name, words
from registry.steps.match import fact_key

DELAY = re.compile(r"\b(?:a|the) (?:delay|postponement) of\s*$", re.IGNORECASE)
EACH_FOR = re.compile(r"(?: an?| per| each| every)? ?(?:year)? (?:for|over)(?: the next)? ", re.IGNORECASE)
IN_ALL = re.compile(r"\W{0,2}\s*(?:in all|in total|altogether|all told)\b", re.IGNORECASE)
EXACT = (Precision.DAY, Precision.MONTH)
DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
MONTH = 31
NEAR = PAIR = 2
POINT = Decimal("0.02")


def wrong_durations(claims: Sequence[Claim]) -> Iterator[Pair]:
    """A delay or a sum over years that the figures beside it do not give."""
    for claim in claims:
        if not isinstance(claim.assertion.value, Quantity) or not claim.assertion.value.single:
            continue
        own = [c for c in claims if c.sentence.start == claim.sentence.start and c.span.end <= claim.span.start]
        yield from delays(claim, own)
        yield from sums(claim, own)


def delays(claim: Claim, own: Sequence[Claim]) -> Iterator[Pair]:
    """A delay behind the only two dates before it in its sentence, by which it is another."""
    value = claim.assertion.value
    dates = [c for c in own if isinstance(c.assertion.value, Moment)]
    if not (isinstance(value, Quantity) and value.unit in DAYS and not value.approx and value.low):
        return
    if len(dates) != PAIR or not DELAY.search(before(claim)):
        return
    first, last = (c.assertion.value for c in dates)
    assert isinstance(first, Moment)
    assert isinstance(last, Moment)
    if {first.precision, last.precision} <= set(EXACT) and not (first.open or last.open) and first.high < last.low:
        days, due = float(value.low) * DAYS[value.unit], (last.low - first.low).days
        if abs(days - due) > MONTH and due / NEAR <= days <= due * NEAR:
            yield Pair(dates[1], claim, late(claim, first.low, last.low), fact_key(claim))


def sums(claim: Claim, own: Sequence[Claim]) -> Iterator[Pair]:
    """A sum "in all" that so much a year for so many years does not make."""
    total = claim.assertion.value
    if not isinstance(total, Quantity) or not IN_ALL.match(after(claim)):
        return
    for each, years in pairwise(own):
        one, time = each.assertion.value, years.assertion.value
        if not (isinstance(one, Quantity) and isinstance(time, Quantity) and one.single and time.single):
            continue
        yearly = (one.base, time.unit, one.unit) == ("year", "year", total.unit) and years is own[-1]
        if yearly and not total.base and EACH_FOR.fullmatch(between(each, years)):
            due = (one.low or Decimal(0)) * (time.low or Decimal(0))
            said = total.low or Decimal(0)
            slack = (one.quantum / 2) * (time.low or Decimal(0)) + max(total.quantum, total.round) / 2 + due * POINT
            if abs(due - said) > slack and due / NEAR <= said <= due * NEAR:
                yield Pair(each, claim, missed(each, years, claim, due), fact_key(claim))


def before(claim: Claim) -> str:
    """The words of the sentence before a figure."""
    return claim.sentence.exact[: claim.span.start - claim.sentence.start]


def late(claim: Claim, first: date, last: date) -> Finding:
    """The finding about a delay, with the months between the dates."""
    months = round((last - first).days / DAYS["month"])
    detail = f"{name(claim)} gives a delay of {words(claim)}, but its own two dates are {months} months apart."
    return Finding(Relation.SELF_CONTRADICTION, "wrong_duration", detail, Severity.MEDIUM)


def missed(each: Claim, years: Claim, total: Claim, due: Decimal) -> Finding:
    """The finding about a sum, with what the years make."""
    detail = f"{name(total)} gives {words(total)} in all, but {words(each)} a year for {words(years)} makes {due:,.0f}."
    return Finding(Relation.SELF_CONTRADICTION, "wrong_total", detail, Severity.HIGH)
