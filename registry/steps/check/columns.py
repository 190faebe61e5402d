"""Tables and lists of lines whose total is not the sum of the lines above it.

What tells a total is its label ("Total", "All"), another column of the same lines that does add up, or lines that are
set in below it. A newcomer's mistake: adding up any column. Most tables list what nobody would add; only lines that
say that they are parts are held against a total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise, takewhile
from typing import NamedTuple

from registry.model.assertion import Claim
from registry.model.quantity import Quantity
from registry.steps.check.parts import ROUNDING, slack, wrong
from registry.steps.check.said import figure
from registry.steps.check.shapes import Pair
from registry.steps.check.tables import Cell, Row, is_share, tables
from registry.steps.match import fact_key
from registry.steps.match.profile import profile

INDENT = 2
FEWEST, LEAST = 2, 20
NEAR, VERY_NEAR, NEXT = Decimal("0.12"), Decimal("0.05"), Decimal("0.005")
DIGITS = 200
TOTAL = re.compile(
    r"\W*(?:(?!(?:sub|running|previous|prior|last|year|annual|season|spring|summer|autumn|winter|quarter|national|"
    r"world)\b)(?:[\w'’]+ )?totals?|"
    r"all|in all|all told|overall|sum|together|altogether|combined)\b"
    r"(?:(?: of)? (?!other)[\w'’-]+){0,2}\W*|"
    r"\W*(?:(?:the|all|these|all the) )?(?:two|three|four|five|six|seven|eight|nine|ten|both)(?: [\w'’-]+){0,2}? "
    r"(?:taken )?(?:together|combined)\W*|(?P<of>[\w'’-]+)(?: [\w'’-]+){0,2}, (?:in )?(?:total|all)\W*",
    re.IGNORECASE,
)
ALL_TOLD = re.compile(r"\b(?:in all|all told|altogether|in total|totals?|overall)\W*$", re.IGNORECASE)
PARTLY = re.compile(
    r"\b(?:sub-?total|of which|thereof|including|less|minus|net|average|mean|median|balance|change)\b", re.IGNORECASE
)
ALL = 100
SLIPPED, LONG, MANY = Decimal("0.35"), 3, 4
DASH = re.compile(r"[-–—•·*]\s")


class Sum(NamedTuple):
    """A column of the lines that may be the parts of a line: its total, the parts, and how far they miss it."""

    total: Claim
    parts: list[Claim]
    gap: Decimal

    @property
    def fits(self) -> bool:
        """Whether they add up but for rounding, which does not go one way in every line of a table."""
        return self.gap <= slack((self.total, *self.parts)) or self.gap <= self.told_in

    @property
    def told_in(self) -> Decimal:
        """How far rounding to the last digit that all of them write can put the sum off; no short one is rounded."""
        figures = [figure(one) for one in (self.total, *self.parts)]
        grain = Decimal(10) ** min((int(one.normalize().as_tuple().exponent) for one in figures if one), default=0)
        told = grain > 1 and figure(self.total) >= DIGITS * grain
        return ROUNDING * Decimal(len(figures)).sqrt() * grain / 2 if told else Decimal(0)

    @property
    def off(self) -> bool:
        """Whether they miss a round total by more than their own last digit, in a table that does not round."""
        digit = max(quantum(one) for one in (self.total, *self.parts))
        return max(self.told_in, digit) < self.gap <= figure(self.total) * NEAR

    @property
    def slip(self) -> bool:
        """Whether the parts miss a total of several digits by one digit, or by two that have changed places."""
        one, two = (f"{number.normalize():f}" for number in (figure(self.total), self.summed))
        other = sum(a != b for a, b in zip(one, two, strict=False))
        slip = len(one) == len(two) >= LONG and (other == 1 or (sorted(one) == sorted(two) and other == FEWEST))
        return slip and self.misses(SLIPPED)

    @property
    def slipped(self) -> bool:
        """The same where the parts are many."""
        return len(self.parts) >= LONG and self.slip

    @property
    def summed(self) -> Decimal:
        """What the parts make."""
        return sum(map(figure, self.parts), Decimal(0))

    def misses(self, near: Decimal) -> bool:
        """Whether they come close to the total and do not add up."""
        return not self.fits and self.gap <= figure(self.total) * near


def wrong_columns(claims: Sequence[Claim]) -> Iterator[Pair]:
    """The lines of a table do not add up to its total."""
    for table in tables(claims):
        for found in misses(table):
            yield Pair(found.total, found.parts[0], wrong(found.total, found.parts), fact_key(found.total))


def misses(table: Sequence[Row]) -> Iterator[Sum]:
    """The columns of a table that do not add up to one of its lines."""
    gaps = [0, *(two.start - one.end for one, two in pairwise(table))]
    for at, row in enumerate(table):
        below = set_in(table, gaps, at)
        above = table[:at]
        if TOTAL.fullmatch(row.label):
            yield from labelled(row, above)
        elif found := beside(row, above):
            yield from found
        elif below:
            near = NEAR if ALL_TOLD.search(row.label) else VERY_NEAR
            yield from (one for one in sums(row, below) if one.misses(near))
        elif at in (0, len(table) - 1):
            yield from unnamed(row, [*above, *table[at + 1 :]])


def labelled(row: Row, above: Sequence[Row]) -> list[Sum]:
    """The columns that miss a line that is called the total; none where no column fits, which speaks of a line that was
    not read, and none that fits some of the lines right above it."""
    name = TOTAL.fullmatch(row.label)
    if name and name["of"]:
        above = [one for one in above if name["of"].lower() in one.label.lower()]
    every = sums(row, above)
    exact = any(one.gap == 0 for one in every)
    found = [
        one
        for one in every
        if (one.misses(NEAR) or one.slipped or (exact and one.off))
        and not any(at and fits(one, row, above[at:]) for at in starts(row, above))
    ]
    return found if len(found) == 1 or len(found) < len(every) else []


def unnamed(row: Row, others: Sequence[Row]) -> list[Sum]:
    """The columns that miss the first or the last line by one digit, where it is called by what all lines make up
    ("Province"): all its figures but shares are that close to the sum of many long ones."""
    every = sums(row, others)
    plain = [cell for cell in row.cells if isinstance(cell, Claim) and not is_share(cell)]
    sure = all(one.slipped and one.misses(NEXT) and len(one.parts) >= MANY and length(one) >= MANY for one in every)
    return every if sure and len(every) == len(plain) else []


def length(found: Sum) -> int:
    """How many digits a total is written with, without the zeros behind them."""
    return len(figure(found.total).normalize().as_tuple().digits)


def fits(missed: Sum, row: Row, above: Sequence[Row]) -> bool:
    """Whether fewer lines add up to a total that all lines miss."""
    return any(one.total is missed.total and one.fits for one in sums(row, above))


def beside(row: Row, above: Sequence[Row]) -> list[Sum]:
    """The columns that miss a line which another column of the same lines adds up to."""
    for first in starts(row, above):
        every = sums(row, above[first:])
        if any(one.fits and figure(one.total) >= LEAST for one in every):
            return [one for one in every if one.misses(NEAR)]
    return []


def starts(row: Row, above: Sequence[Row]) -> Iterator[int]:
    """Where the parts of a line may begin, the nearest first: what is below comes close to one of its columns.

    Going up ends where no column can add up any more, mostly after a few lines; else a table of thousands takes hours.
    """
    totals = {at: figure(cell) for at, cell in enumerate(row.cells) if isinstance(cell, Claim)}
    left = dict(totals)
    for first in range(len(above) - 1, -1, -1):
        if not counts(above[first]):
            return
        for at, rest in list(left.items()):
            rest -= amount(above[first].cells[at], totals[at])
            left[at] = rest
            if rest < -totals[at] * NEAR:
                del left[at]
        if not left:
            return
        if len(above) - first >= FEWEST and any(rest <= totals[at] * NEAR for at, rest in left.items()):
            yield first


def counts(row: Row) -> bool:
    """Whether a line may be a part: it is no total and no part of a part."""
    return not (PARTLY.search(row.label) or TOTAL.fullmatch(row.label))


def amount(cell: Cell, total: Decimal) -> Decimal:
    """What a cell adds; more than the total where it cannot be a part of it."""
    value = figure(cell) if isinstance(cell, Claim) else cell
    return 2 * total + 1 if value is None or value >= total else value


def set_in(table: Sequence[Row], gaps: Sequence[int], at: int) -> list[Row]:
    """The lines right behind one that are set in further than it, or begin with a dash where it does not; `gaps` is how
    far each line is from the last."""
    if not DASH.match(table[at].label) and (found := list(takewhile(dashed, table[at + 1 :]))):
        return found
    end = at + 1
    while end < len(table) and gaps[end] >= gaps[at] + INDENT and gaps[end] >= 1 + INDENT:
        end += 1
    return list(table[at + 1 : end]) if end < len(table) else []


def dashed(row: Row) -> bool:
    """Whether a line begins with a dash."""
    return bool(DASH.match(row.label))


def sums(row: Row, parts: Sequence[Row]) -> list[Sum]:
    """The columns of a line that the same columns of some others can be held against."""
    if len(parts) < FEWEST or not all(map(counts, parts)):
        return []
    found = []
    for at, total in enumerate(row.cells):
        column = [one.cells[at] for one in parts]
        own = [cell for cell in column if isinstance(cell, Claim)]
        if not isinstance(total, Claim) or None in column or len(own) < FEWEST or not alike(total, own):
            continue
        if is_share(total) and ALL not in (figure(total), sum(map(figure, own), Decimal(0))):
            continue
        gap = abs(sum((figure(one) for one in own), Decimal(0)) - figure(total))
        found.append(Sum(total, own, gap))
    return found


def alike(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether all are plain figures of one sort, and none is as large as the total."""
    sorts = {profile(one).dimension for one in (total, *parts)}
    return len(sorts) == 1 and all(figure(part) < figure(total) for part in parts)


def quantum(claim: Claim) -> Decimal:
    """One unit of the last digit of a figure that may be rounded to it."""
    value = claim.assertion.value
    return value.quantum if isinstance(value, Quantity) else Decimal(0)
