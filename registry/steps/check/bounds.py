"""Values of two texts as they are meant when the texts are held directly against each other.

Between documents, "74 %" and "less than 74 %" may both be true, since 74 may be rounded. A text that says "less than
74 %" of a text that says "74 %" is wrong. And a date after "before" is no date but a bound.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from registry.model.assertion import Claim, Value
from registry.model.moment import Moment, Precision
from registry.model.quantity import Quantity
from registry.steps.values import APART, Held, compare

AFTER = re.compile(r"\b(?:after|later than|following)\s*$", re.IGNORECASE)
BEFORE = re.compile(r"\b(?:before|prior to|earlier than|ahead of)\s*$", re.IGNORECASE)
DAY = timedelta(days=1)


def hold(left: Claim, right: Claim) -> Held:
    """Hold the values of two texts against each other."""
    one, two = bounded(left), bounded(right)
    return APART if beside(one, two) or beside(two, one) else compare(one, two)


def bounded(claim: Claim) -> Value:
    """The value of a claim; a date behind "before" or "after" as everything before or after it."""
    value = claim.assertion.value
    if not isinstance(value, Moment) or value.open:
        return value
    words = claim.sentence.exact[: max(0, claim.span.start - claim.sentence.start)]
    if AFTER.search(words):
        return Moment(value.high + DAY, date.max, Precision.PERIOD)
    return Moment(date.min, value.low - DAY, Precision.PERIOD) if BEFORE.search(words) else value


def beside(figure: Value, bound: Value) -> bool:
    """Whether a plain figure lies outside a bound, taken at its word."""
    if not (isinstance(figure, Quantity) and isinstance(bound, Quantity)) or figure.unit != bound.unit:
        return False
    if not figure.single or figure.approx or bound.approx or (bound.low is None) == (bound.high is None):
        return False
    exact = replace(figure, quantum=figure.quantum * 0, round=figure.round * 0)
    return not exact.meant().meets(bound.meant())
