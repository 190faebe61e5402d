"""What claims are like, for lists of those that are like it.

A newcomer's mistake: a range that an open end passes ("more than 16" is no claim about 500). Only figures that were
stated count: one of the two ends has to lie in the range.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from registry.model.assertion import Kind, Status


class Traits(NamedTuple):
    """What a claim has to be like; what is None may be anything. `low` and `high` are the ends of a range of values,
    `since` and `until` of days: that of the claim, else that of its document."""

    kind: Kind | None = None
    unit: str | None = None
    status: Status | None = None
    low: float | None = None
    high: float | None = None
    since: date | None = None
    until: date | None = None
    publisher: str | None = None


ANY = Traits()
