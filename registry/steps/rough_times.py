"""Dates and times that are only told roughly: years counted back, a guessed year, "at about ten to eight".

A newcomer's mistake: making the value itself wider. What a text says is kept; how loosely it was told counts only where
two are held against each other.
"""

from __future__ import annotations

import re

from registry.model.assertion import Claim, Value
from registry.model.moment import Moment, Precision
from registry.steps.recognise.dates.calendar import of_years

NEAREST = "year from the document's date"
YEARS_BACK = re.compile(r"(\d+) year back from")
PAIR, ROUGH = 2, 20
ROUGH_YEAR, CIRCA = re.compile(r"(?:c\.?|ca\.?|circa|about|around)\s\d{4}$", re.IGNORECASE), 5
ROUGH_CLOCK, MINUTES = re.compile(r"(?:about|around|roughly|shortly|just|towards|nearly|almost)\b", re.IGNORECASE), 10
HALF = 12 * 3600
TWELVE = re.compile(r"(?:[1-9]|1[0-2])[:.][0-5]\d")
WORDED = re.compile(r"\b(?:past|to|o['’]clock|half)\b", re.IGNORECASE)
DAYTIME = re.compile(
    r"\b(?:[ap]\.?m\b|morning|noon|midday|midnight|afternoon|evening|night|nightfall|dawn|dusk|sunrise|sunset|lunch)",
    re.IGNORECASE,
)


def rough_clocks(left: Claim, right: Claim, one: Value, two: Value) -> bool:
    """Whether two times of day lie minutes apart, and one is only told roughly: "at about ten to eight"."""
    if not (isinstance(one, Moment) and isinstance(two, Moment) and one.clock and two.clock):
        return False
    if not any(ROUGH_CLOCK.match(claim.span.exact) for claim in (left, right)):
        return False
    gap = abs(one.clock.replace(tzinfo=None) - two.clock.replace(tzinfo=None)).total_seconds()
    return 0 < gap <= MINUTES * 60


def half_days(left: Claim, right: Claim, one: Value, two: Value) -> bool:
    """Whether two times of day lie twelve hours apart, and one does not say which half of the day it is in: "until
    2:31", "five past three"."""
    if not (isinstance(one, Moment) and isinstance(two, Moment) and one.clock and two.clock):
        return False
    gap = abs(one.clock.replace(tzinfo=None) - two.clock.replace(tzinfo=None)).total_seconds()
    return gap == HALF and any(half_told(claim) for claim in (left, right))


def half_told(claim: Claim) -> bool:
    """Whether a time is of a clock with twelve hours, and nothing in the sentence tells of which half of the day."""
    twelve = TWELVE.fullmatch(claim.span.exact) or WORDED.search(claim.span.exact)
    return bool(twelve) and not DAYTIME.search(claim.sentence.exact)


def of_another_year(claim: Claim, moment: Moment, other: Moment) -> bool:
    """Whether the year of a day is no more than that of its document, and another names that day of one long before:
    "she sank on 9 October", "9 October 1866"."""
    if other.precision is not Precision.DAY or moment.precision is not Precision.DAY:
        return False
    same = (moment.low.month, moment.low.day) == (other.low.month, other.low.day)
    return same and other.low.year < moment.low.year - 1 and any(step.startswith(NEAREST) for step in claim.trace)


def loosely(claim: Claim, moment: Moment) -> Moment:
    """A year as loose as its words are: "two years ago", "nearly 160 years ago", "c. 1634"."""
    if moment.precision is Precision.YEAR and ROUGH_YEAR.match(claim.span.exact):
        return of_years(moment.low.year - CIRCA, moment.high.year + CIRCA)
    back = next((found for step in claim.trace if (found := YEARS_BACK.match(step))), None)
    if back is None or moment.precision is not Precision.YEAR or int(back[1]) < PAIR:
        return moment
    slack = max(1, int(back[1]) // ROUGH)
    return of_years(moment.low.year - slack, moment.high.year + slack)
