"""Dates as precise as they were written: "May 2021" is a month, not its first day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Precision(StrEnum):
    """How precisely a moment was written."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"
    TIME = "time"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Moment:
    """The days from `low` to `high`, both included; `clock` is the time of day where one was written.

    A clock without a zone is naive: the local time of the place the document speaks about.
    """

    low: date
    high: date
    precision: Precision = Precision.DAY
    clock: datetime | None = None

    @classmethod
    def on(cls, day: date) -> Moment:
        """A single day."""
        return cls(day, day)

    def meets(self, other: Moment) -> bool:
        """Whether both can be about the same time; two clocks with zones must be the same instant."""
        if self.clock and other.clock and (self.clock.tzinfo is None) == (other.clock.tzinfo is None):
            return self.clock == other.clock
        return self.low <= other.high and other.low <= self.high
