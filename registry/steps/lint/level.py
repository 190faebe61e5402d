"""A draft's claim put on a level with a stored one: what the draft leaves open is read as the source means it.

A newcomer's mistake: letting a draft's own guesses speak. "6 January" in a draft without a date is of no certain year,
and "asked for six" is a wish in one sentence and a deed in the other.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace

from registry.model.assertion import Claim, Status
from registry.model.moment import Moment, Precision

YEAR = re.compile(r"\d{4}|['’]\d\d\b")
DATED = (Precision.DAY, Precision.MONTH, Precision.TIME)
LIVE = (Status.ACTUAL, Status.PLANNED)


def levelled(claim: Claim, other: Claim) -> Claim:
    """A claim of a draft as it is to be held against a stored one."""
    said, told = claim.assertion, other.assertion
    value, status = said.value, said.status
    if isinstance(value, Moment) and isinstance(told.value, Moment) and yearless(claim):
        value = of_year(value, told.value.low.year)
    if {status, told.status} == set(LIVE) and said.verb and said.verb == told.verb:
        status = told.status
    if value is said.value and status is said.status:
        return claim
    return replace(claim, assertion=replace(said, value=value, status=status))


def yearless(claim: Claim) -> bool:
    """Whether a date was written without its year, in a draft that does not say when it was written."""
    value = claim.assertion.value
    dated = isinstance(value, Moment) and value.precision in DATED
    return dated and claim.source.published is None and not YEAR.search(claim.span.exact)


def of_year(value: Moment, year: int) -> Moment:
    """The same days of another year; 29 February is the last of its month where there is none."""
    low, high = (
        day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1])) for day in (value.low, value.high)
    )
    if value.precision is Precision.MONTH:
        high = high.replace(day=monthrange(year, high.month)[1])
    return replace(value, low=low, high=high, clock=None)
