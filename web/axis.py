"""Where a day or a number lies on a picture. Across is in percent, so that a picture fits any screen without script;
down is in pixels, so that words keep their size."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from web.days import MONTHS

LEFT, RIGHT = 11.0, 96.0
STEPS_OF_MONTHS = (1, 2, 3, 6)
MOST_TICKS = 6
EMPTY = date(2000, 1, 1)


class Tick(NamedTuple):
    """A mark on an axis: where, and what it says."""

    at: str
    text: str


class Days(NamedTuple):
    """The days a picture spans."""

    first: date
    last: date

    @classmethod
    def covering(cls, days: Iterable[date]) -> Days:
        """The span of some days, never shorter than a month; without any, some month."""
        known = sorted(days) or [EMPTY]
        first, last = known[0], known[-1]
        short = 30 - (last - first).days
        if short <= 0:
            return cls(first, last)
        return cls(first - timedelta(days=short // 2), last + timedelta(days=short // 2))

    def at(self, day: date) -> str:
        """How far across a day lies: "11.00%"."""
        return f"{self._share(day):.2f}%"

    def between(self, first: date, last: date) -> str:
        """How wide the stretch from one day to another is."""
        return f"{self._share(last) - self._share(first):.2f}%"

    def _share(self, day: date) -> float:
        inside = min(max(day, self.first), self.last)
        share = (inside - self.first).days / max((self.last - self.first).days, 1)
        return LEFT + share * (RIGHT - LEFT)

    def ticks(self) -> list[Tick]:
        """At most seven days worth naming: new years, new months, or single days."""
        span = (self.last - self.first).days
        if span > 900:
            return [Tick(self.at(day), str(day.year)) for day in self._months(12 * -(-span // (365 * MOST_TICKS)))]
        if span > 75:
            step = next((n for n in STEPS_OF_MONTHS if span / 30 / n <= MOST_TICKS), 6)
            return [Tick(self.at(day), f"{MONTHS[day.month - 1]} {day.year}") for day in self._months(step)]
        days = range(0, span + 1, max(span // (MOST_TICKS - 2), 1))
        return [self._day_tick(self.first + timedelta(days=n)) for n in days]

    def _day_tick(self, day: date) -> Tick:
        return Tick(self.at(day), f"{day.day} {MONTHS[day.month - 1]}")

    def _months(self, step: int) -> list[date]:
        """The firsts of every `step`-th month within the span, counted from a January."""
        count = self.first.year * 12 + self.first.month - 1
        starts = range(-(-count // step) * step, self.last.year * 12 + self.last.month, step)
        days = [date(n // 12, n % 12 + 1, 1) for n in starts]
        return [day for day in days if self.first <= day <= self.last]


class Levels(NamedTuple):
    """The numbers a picture spans, from `bottom` px up to `top` px."""

    low: float
    high: float
    step: float
    top: float
    bottom: float

    @classmethod
    def covering(cls, numbers: Iterable[float], top: float, bottom: float) -> Levels:
        """A span with round ends: steps of 1, 2 or 5 times a power of ten."""
        known = sorted(numbers) or [0.0]
        low, high = known[0], known[-1]
        if math.isclose(low, high, abs_tol=1e-12):
            low, high = low - max(abs(low) * 0.1, 1), high + max(abs(high) * 0.1, 1)
        step = _round_step((high - low) / 4)
        return cls(math.floor(low / step) * step, math.ceil(high / step) * step, step, top, bottom)

    def at(self, number: float) -> float:
        """How far down a number lies; beyond the ends, at the end."""
        share = (min(max(number, self.low), self.high) - self.low) / (self.high - self.low)
        return round(self.bottom - share * (self.bottom - self.top), 1)

    def numbers(self) -> list[float]:
        """The numbers worth a line."""
        return [self.low + n * self.step for n in range(round((self.high - self.low) / self.step) + 1)]


def _round_step(rough: float) -> float:
    """The round number next above a rough step."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * n for n in (1, 2, 5, 10) if rough <= power * n * 1.0001)
