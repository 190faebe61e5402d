"""A draft's claim put on a level with a stored one: what the draft leaves open is read as the source means it.

A newcomer's mistake: letting a draft's own guesses speak. "6 January" in a draft without a date is of no certain year,
and "asked for six" is a wish in one sentence and a deed in the other.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace

from registry.model.assertion import LIVE, Assertion, Behaviour, Claim, Status
from registry.model.moment import DAY, Moment, Precision
from registry.steps.values import is_day_open

YEAR = re.compile(r"\d{4}|['’]\d\d\b")
DATED = (Precision.DAY, Precision.MONTH, Precision.TIME)
PREVIOUS = "previous"
COARSE = 3


def levelled(claim: Claim, other: Claim) -> Claim:
    """A claim of a draft as it is to be held against a stored one."""
    said, told = claim.assertion, other.assertion
    value, status = said.value, said.status
    if isinstance(value, Moment) and isinstance(told.value, Moment) and yearless(claim):
        value = of_year(value, told.value.low.year)
    now = _of_one_time(said, told)
    if {status, told.status} == LIVE and (now or _as_told(said, told)):
        status = told.status
    notes = tuple(note for note in said.notes if note != PREVIOUS) if now else said.notes
    if value is said.value and status is said.status and notes == said.notes:
        return claim
    return replace(claim, assertion=replace(said, value=value, status=status, notes=notes))


def plainly(claim: Claim, other: Claim) -> Claim:
    """A stored claim as it is to be held against one of a draft: the value before a change is what a draft is about
    that names its time ("In 2016 there were 12,710", "compared with 17,210 in 2016")."""
    said = other.assertion
    if PREVIOUS not in said.notes or not _of_one_time(claim.assertion, said):
        return other
    return replace(other, assertion=replace(said, notes=tuple(note for note in said.notes if note != PREVIOUS)))


def _as_told(said: Assertion, told: Assertion) -> bool:
    """Whether what is planned in one is so in the other without having changed: what stays as it is ("the licences run
    for 20 years", "will run for 20 years"), the same act, or a plan for a day that has come; a day that was planned may
    have been put off."""
    if said.behaviour is Behaviour.FIXED and (said.status is Status.PLANNED or not isinstance(said.value, Moment)):
        return True
    return bool(said.verb) and said.verb == told.verb and not isinstance(said.value, Moment)


def _of_one_time(said: Assertion, told: Assertion) -> bool:
    """Whether both name one period, or one day: the value before a change is then no earlier one than the other."""
    one, two = (scope.period or scope.as_of for scope in (said.scope, told.scope))
    return one is not None and two is not None and (one.low, one.high) == (two.low, two.high)


def yearless(claim: Claim) -> bool:
    """Whether a date was written without its year, in a draft that does not say when it was written; a clock without a
    day is of any."""
    value = claim.assertion.value
    dated = isinstance(value, Moment) and value.precision in DATED and not (value.clock and is_day_open(claim))
    return dated and claim.source.published is None and not YEAR.search(claim.span.exact)


def coarser(one: Claim, two: Claim) -> bool:
    """Whether a time is told far less precisely than another: the year of a whole dispute bears out no day of it."""
    first, second = one.assertion.value, two.assertion.value
    if not (isinstance(first, Moment) and isinstance(second, Moment)):
        return False
    return first.high - first.low > COARSE * (second.high - second.low + DAY)


def of_year(value: Moment, year: int) -> Moment:
    """The same days of another year; 29 February is the last of its month where there is none."""
    low, high = (
        day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1])) for day in (value.low, value.high)
    )
    if value.precision is Precision.MONTH:
        high = high.replace(day=monthrange(year, high.month)[1])
    return replace(value, low=low, high=high, clock=None)
