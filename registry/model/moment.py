"""Dates as precise as they were written: "May 2021" is a month, not its first day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

DAY = timedelta(days=1)
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Precision(StrEnum):
    """How precisely a moment was written."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"
    TIME = "time"
    PERIOD = "period"


class Bound(StrEnum):
    """On which side of the written days the true ones lie.

    BEFORE and AFTER exclude the written days, LATEST and EARLIEST include them. SINCE and UNTIL name the day on which
    something begins or ends: that day is as definite as any other.
    """

    NONE = ""
    BEFORE = "before"
    AFTER = "after"
    LATEST = "no later than"
    EARLIEST = "no earlier than"
    SINCE = "since"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class Moment:
    """The days from `low` to `high`, both included; `clock` is the time of day where one was written.

    The words state `low` and `high`; what they allow is `meant()`: "before 2021" states the year 2021 and allows every
    day before it. A clock without a zone is naive: the local time of the place the document speaks about.
    """

    low: date
    high: date
    precision: Precision = Precision.DAY
    clock: datetime | None = None
    bound: Bound = Bound.NONE

    @classmethod
    def on(cls, day: date) -> Moment:
        """A single day."""
        return cls(day, day)

    def meant(self) -> tuple[date | None, date | None]:
        """The first and the last day that the words allow; None is without end.

        >>> Moment(date(2021, 1, 1), date(2021, 12, 31), Precision.YEAR, bound=Bound.BEFORE).meant()
        (None, datetime.date(2020, 12, 31))
        """
        if self.bound is Bound.BEFORE:
            return None, self.low - DAY if self.low > date.min else self.low
        if self.bound is Bound.AFTER:
            return self.high + DAY if self.high < date.max else self.high, None
        low = None if self.bound is Bound.LATEST or self.low == date.min else self.low
        return low, None if self.bound is Bound.EARLIEST or self.high == date.max else self.high

    @property
    def open(self) -> bool:
        """Whether the words leave one end open."""
        return None in self.meant()

    def meets(self, other: Moment) -> bool:
        """Whether both can be about the same time; two clocks with zones must be the same instant."""
        if self.clock and other.clock and (self.clock.tzinfo is None) == (other.clock.tzinfo is None):
            return self.clock == other.clock
        return self._reaches(other) and other._reaches(self)

    def _reaches(self, other: Moment) -> bool:
        """Whether this time does not end before the other begins."""
        last, first = self.meant()[1], other.meant()[0]
        return last is None or first is None or last >= first
