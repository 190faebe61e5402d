"""What two figures say about each other: the same, close, of different size, a bound.

A newcomer's mistake: adding the value as a reason for a veto. Claims of one fact may well differ.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from registry.model.assertion import Value
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.steps import units, values
from registry.steps.match.about import one_thing
from registry.steps.match.lately import lately
from registry.steps.match.profile import Profile
from registry.steps.match.saying import SILENT, Said
from registry.steps.match.whose import bygone
from registry.steps.match.words import lists

CLOSE = 0.08
HALF = 0.5
FEW = 1.3
NEXT = 2
NEARBY = 0.3
LOOSE = 0.4
SAME, SAME_SIDE = "both state the same figure", "two sources on one side state the same figure"
HAIR, LITTLE, VAST = 0.01, 0.03, 1.7


@lately
def same_figure(left: Profile, right: Profile) -> Said:
    """Both state the same figure; the longer it is, the more that says."""
    held = values.compare(left.value, right.value)
    if not held.meets or held.rule == "comparator" or apart_in_size(left, right) > 0.1:
        return SILENT
    if loose(left.value) and loose(right.value) and not left.core & right.core:
        return SILENT  # "dozens were asleep", "dozens are missing"
    return Said(min(1.0, digits(left.value) * 0.25) * (1.0 if held.same else 0.8), SAME)


def beside(reasons: Sequence[str]) -> list[str]:
    """Why facts belong together as it reads beside a conflict: that two sources agree holds within a side, and is last.

    >>> beside(["both state the same figure", "both name the year"])
    ['both name the year', 'two sources on one side state the same figure']
    """
    others = [reason for reason in reasons if reason != SAME]
    return [*others, SAME_SIDE] if len(others) < len(reasons) else others


def loose(value: Value) -> bool:
    """Whether a figure is a word for many: "dozens", "hundreds"."""
    return isinstance(value, Quantity) and value.approx and value.high is None


@lately
def far_figures(left: Profile, right: Profile) -> Said:
    """The figures are of different size; those of much the same size have no words for it, which would contradict."""
    apart = apart_in_size(left, right)
    told = "the figures are far apart" if apart >= NEARBY else ""
    if left.dimension == "count" and max(magnitude(seen.value) for seen in (left, right)) < FEW:
        apart *= HALF
    if dwindled(left, right):
        apart *= HALF
    return Said(min(1.0, apart / 1.5), told) if apart else SILENT


def dwindled(left: Profile, right: Profile) -> bool:
    """Whether the later figure is the smaller, of what gets less as news comes in: the missing are found."""
    if not left.core & right.core & dwindling() or not left.day or not right.day or left.day == right.day:
        return False
    first, last = (left, right) if left.day < right.day else (right, left)
    return magnitude(first.value) > magnitude(last.value)


@lru_cache(maxsize=1)
def dwindling() -> frozenset[str]:
    """The concepts of what gets less as news comes in."""
    return frozenset(lists()["dwindling"]["concepts"].split())


def close_figures(left: Profile, right: Profile) -> Said:
    """The figures differ, and little: long figures seldom come that close by chance."""
    one, two = left.value, right.value
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)) or values.compare(one, two).meets:
        return SILENT
    near = max(0.0, 1 - apart_in_size(left, right) / CLOSE)
    long = min(1.0, (min(digits(one), digits(two)) - 1) / 3)
    known = 1.0 if left.core & right.core or left.heads & right.heads else HALF
    return Said(known * near * long, "the figures are so close that chance is unlikely") if near * long else SILENT


def far_of_one(left: Profile, right: Profile) -> Said:
    """Figures of the same things are of different size: how much less that says, so it has no words of its own."""
    if not left.named or left.named != right.named:
        return SILENT
    return far_figures(left, right)._replace(why="")


def vastly_apart(left: Profile, right: Profile) -> Said:
    """One figure is more than fifty times the other."""
    return Said(1.0, "one figure is many times the other") if apart_in_size(left, right) > VAST else SILENT


def hardly_apart(left: Profile, right: Profile) -> Said:
    """The figures differ by a few percent, as two of a row of figures do; it has no words of its own."""
    return Said(1.0) if HAIR < apart_in_size(left, right) <= LITTLE else SILENT


def far_dates(left: Profile, right: Profile) -> Said:
    """The dates are far apart."""
    one, two = left.value, right.value
    if not (isinstance(one, Moment) and isinstance(two, Moment)) or one.meets(two):
        return SILENT
    return Said(apart_in_time(one, two), "the dates are far apart")


def close_dates(left: Profile, right: Profile) -> Said:
    """The dates differ by a day or two, or only in the month or in the year."""
    one, two = left.value, right.value
    if not (isinstance(one, Moment) and isinstance(two, Moment)) or one.meets(two) or one.clock or two.clock:
        return SILENT
    days = abs((one.low - two.low).days)
    if days <= NEXT:
        return Said(1.0, "the dates are only days apart")
    written = [(moment.low.year, moment.low.month, moment.low.day) for moment in (one, two)]
    slip = sum(a != b for a, b in zip(*written, strict=True)) == 1 and one.low == one.high and two.low == two.high
    return Said(1.0, "the dates differ only in the day, the month or the year") if slip else SILENT


def apart_in_time(one: Moment, two: Moment) -> float:
    """How far two dates lie apart, ten years or more being 1; two times of day, three hours."""
    if one.clock and two.clock:
        hours = abs(one.clock.replace(tzinfo=None) - two.clock.replace(tzinfo=None)).total_seconds() / 3600
        return min(1.0, hours / 3)
    return min(1.0, math.log10(1 + abs((one.low - two.low).days)) / math.log10(3650))


@lately
def apart_in_size(left: Profile, right: Profile) -> float:
    """How many powers of ten lie between two figures."""
    one, two = left.value, right.value
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)):
        return 0.0
    return abs(magnitude(one) - magnitude(two))


def magnitude(value: Value) -> float:
    """The power of ten of a figure in the base unit of its dimension."""
    if not isinstance(value, Quantity):
        return 0.0
    known = value.high if value.low is None else value.low
    unit = units.UNITS.get(value.unit)
    size = abs(float(known or 0)) * float(unit.factor if unit else 1)
    return math.log10(size) if size > 0 else -1.0


def digits(value: Value) -> int:
    """How many digits a figure has that are not just zeros; a date counts by its precision."""
    if isinstance(value, Moment):
        return 4 if value.low == value.high else 2
    if isinstance(value, Quantity) and value.low is not None:
        return len(value.low.normalize().as_tuple().digits)
    return 2


def one_open(left: Profile, right: Profile) -> Said:
    """One figure is a bound and the other is not."""
    one, two = left.value, right.value
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)) or one.single == two.single:
        return SILENT
    return Said(1.0, "only one is a limit, such as “more than” or “up to”")


def near_figures(left: Profile, right: Profile) -> Said:
    """The figures differ by less than half."""
    if values.compare(left.value, right.value).meets or left.dimension in ("date", "clock"):
        return SILENT
    if not (isinstance(left.value, Quantity) and isinstance(right.value, Quantity)):
        return SILENT
    near = max(0.0, 1 - apart_in_size(left, right) / NEARBY)
    near *= 1.0 if one_thing(left, right) else LOOSE
    return Said(near, "the figures are of much the same size") if near else SILENT


def slipped_figures(left: Profile, right: Profile) -> Said:
    """The figures differ by one digit, or by two that changed places; what was so in a year long past has its own."""
    if bool(bygone(left)) != bool(bygone(right)):
        return SILENT
    one, two = (spelled(seen.value) for seen in (left, right))
    if len(one) != len(two) or len(one) < NEXT or one == two or apart_in_size(left, right) > 1:
        return SILENT
    wrong = [at for at, (mine, other) in enumerate(zip(one, two, strict=True)) if mine != other]
    turned = len(wrong) == NEXT and [one[at] for at in wrong] == [two[at] for at in reversed(wrong)]
    if not turned and (len(wrong) > 1 or len(one) <= NEXT):
        return SILENT
    surely = 1.0 if one_thing(left, right) else LOOSE
    return Said(surely * (1.0 if turned else 0.6), "one figure looks like the other with a slip in its digits")


def spelled(value: Value) -> str:
    """The digits of a single figure without zeros at its end."""
    if not isinstance(value, Quantity) or value.low is None or value.low != value.high:
        return ""
    return "".join(map(str, value.low.normalize().as_tuple().digits))
