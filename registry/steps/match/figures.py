"""What two figures say about each other: the same, close, of different size, a bound.

A newcomer's mistake: adding the value as a reason for a veto. Claims of one fact may well differ.
"""

from __future__ import annotations

import math

from registry.model.assertion import Value
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.steps import units, values
from registry.steps.match.profile import Profile
from registry.steps.match.saying import SILENT, Said


def same_figure(left: Profile, right: Profile) -> Said:
    """Both state the same figure; the longer it is, the more that says."""
    held = values.compare(left.value, right.value)
    if not held.meets or held.rule == "comparator" or apart_in_size(left, right) > 0.1:
        return SILENT
    return Said(min(1.0, digits(left.value) * 0.25) * (1.0 if held.same else 0.8), "both state the same figure")


def far_figures(left: Profile, right: Profile) -> Said:
    """The figures are of different size."""
    one, two = left.value, right.value
    if isinstance(one, Moment) and isinstance(two, Moment):
        return Said(apart_in_time(one, two), "the dates are far apart")
    apart = apart_in_size(left, right)
    return Said(min(1.0, apart / 1.5), "the figures are of different size") if apart else SILENT


def apart_in_time(one: Moment, two: Moment) -> float:
    """How far two dates lie apart, a year or more being 1; two times of day, three hours."""
    if one.clock and two.clock:
        hours = abs(one.clock.replace(tzinfo=None) - two.clock.replace(tzinfo=None)).total_seconds() / 3600
        return 0.0 if one.meets(two) else min(1.0, hours / 3)
    return min(1.0, abs((one.low - two.low).days) / 365)


def apart_in_size(left: Profile, right: Profile) -> float:
    """How many powers of ten lie between two figures."""
    one, two = left.value, right.value
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)):
        return 0.0
    return abs(magnitude(one) - magnitude(two))


def magnitude(value: Quantity) -> float:
    """The power of ten of a figure in the base unit of its dimension."""
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
    return Said(1.0, "one figure is a bound")
