"""A quantity: an interval with a unit.

The words fix two different intervals. The *stated* one (`low`, `high`) is what the registry shows: "about 70,000" is
70,000, approximately. The *meant* one (`meant()`) is what it compares: everything the words allow.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

APPROXIMATE = Decimal("0.05")
# From how many digits on "about" reaches only so far: a hundredth, or three quarters of one in the last place.
CLOSELY, EXACT, REACH = 2, Decimal("0.01"), Decimal("0.75")
NEARLY = Decimal("0.9")
CODE = 3  # letters of a currency
TEN = Decimal(10)
# What is greater by less than this was made so by converting.
OVER = Decimal("1.000001")
NEAR = Decimal("0.125")  # nobody takes 20,000 for 24,000, though it rounds to it


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers from `low` to `high`; None is without end. The flags say whether an end itself belongs to it."""

    low: Decimal | None
    high: Decimal | None
    has_low: bool = True
    has_high: bool = True

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return self._reaches(other) and other._reaches(self)

    def _reaches(self, other: Interval) -> bool:
        """Whether this interval does not end below the start of the other."""
        if self.high is None or other.low is None:
            return True
        return self.high > other.low or (self.high == other.low and self.has_high and other.has_low)


@dataclass(frozen=True, slots=True)
class Quantity:
    """What the words state: `low` and `high` in base form, equal for a single figure, None for an open end.

    `approx`   the words say that the figure is not exact (about, nearly, dozens)
    `lean`     -1 where the true figure lies below ("nearly"), +1 where it lies above ("just over"), else 0
    `strict`   an open-ended figure excludes its end ("more than" but not "at least")
    `quantum`  one unit of the last written digit, in base form ("1.2 million": 100000; "125": 0, a count is exact)
    `base`     what a rate counts by, ("100000", "1000 live births", "person", "year"), else ""
    `round`    a round number whose last digits may be rounded ("70,000"); the size of its last significant digit
    """

    low: Decimal | None
    high: Decimal | None
    unit: str
    approx: bool = False
    lean: int = 0
    strict: bool = False
    quantum: Decimal = Decimal(0)
    round: Decimal = Decimal(0)
    base: str = ""

    @property
    def single(self) -> bool:
        """Whether one figure is stated, exact or not."""
        return self.low is not None and self.low == self.high

    @property
    def plain(self) -> bool:
        """Whether it is one exact figure that nobody takes for another one rounded: a count such as 1,217."""
        if self.low is None or self.low != self.high or self.quantum or self.round:
            return False
        return not (self.approx or self.lean or self.strict) and bool(self.low % TEN)

    @property
    def per(self) -> str:
        """What a rate counts by, in words, with a space before it; "" for none.

        >>> Quantity(None, None, "count", base="1000 live births").per
        ' per 1,000 live births'
        """
        count, _, noun = self.base.partition(" ")
        told = f"{int(count):,} {noun}".strip() if count.isdigit() else self.base
        return f" per {told}" if told else ""

    def meant(self) -> Interval:
        """Every number that the words allow."""
        if not self.single or self.low is None or self.high is None:
            return self._open() if self.low is None or self.high is None else self._range()
        if self.lean < 0:
            return Interval(min(self.low * NEARLY, self.low), self.low, has_high=False)
        slack = self._written()
        if self.approx:
            slack = max(self._vague(), slack)
            return Interval(self.low - slack, self.low + slack)
        return Interval(self.low - slack, self.low + slack, has_high=slack == 0)

    def _written(self) -> Decimal:
        """How far the written digits reach; of whole millions and of whole metres no further than a reader takes
        them: two are no 1.6."""
        assert self.low is not None
        whole = (self.quantum > 1 and self.unit != "percent") if self.as_written() else self.quantum == 1 <= self.low
        whole = whole and (self.as_written() or not self.approx)
        return min(self.quantum / 2, abs(self.low) * NEAR) if whole else self.quantum / 2

    def _vague(self) -> Decimal:
        """How far "about" reaches: a twentieth of "about 5,000", less of "about 5,430", which is told more closely."""
        assert self.low is not None
        size, (_, digits, exponent) = abs(self.low), self.low.normalize().as_tuple()
        reach = max(size * APPROXIMATE, self.round / 2)
        if len(digits) < CLOSELY or not isinstance(exponent, int) or not self.as_written():
            return reach
        return min(reach, max(size * EXACT, Decimal((0, (1,), exponent)) * REACH))

    def as_written(self) -> bool:
        """Whether the digits are those that were written: counts, percentages and sums are never converted."""
        return self.unit in ("count", "percent") or (len(self.unit) == CODE and self.unit.isupper())

    def _range(self) -> Interval:
        """A range, as wide as its written digits and "about" make it."""
        assert self.low is not None
        assert self.high is not None
        slack = self.quantum / 2
        if self.approx:
            slack = max(slack, (self.high - self.low) * APPROXIMATE)
        return Interval(self.low - slack, self.high + slack, has_high=slack == 0 or self.approx)

    def _open(self) -> Interval:
        """A figure with an open end."""
        slack = abs(self.low or self.high or Decimal(0)) * APPROXIMATE if self.approx and self.lean == 0 else Decimal(0)
        low = None if self.low is None else self.low - slack
        high = None if self.high is None else self.high + slack
        closed = not self.strict or slack > 0
        return Interval(low, high, has_low=closed, has_high=closed)

    def meets(self, other: Quantity) -> bool:
        """Whether both can be true of the same thing; both must be in the same unit and count by the same base."""
        same = (self.unit, self.base) == (other.unit, other.base)
        return same and (self.meant().meets(other.meant()) or self._rounds_to(other))

    def _rounds_to(self, other: Quantity) -> bool:
        """Whether one is a round figure for the other: half a step and more is rounded up."""
        coarse, fine = (self, other) if self.round > other.round else (other, self)
        if not (coarse.single and fine.single) or coarse.low is None or fine.low is None:
            return False
        slack, gap = min(coarse.round / 2, abs(coarse.low) * NEAR), fine.low - coarse.low
        return coarse.round > fine.round * OVER and -slack * OVER <= gap < slack / OVER
