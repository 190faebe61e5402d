"""Tables whose lines add up across ("played 38, won 22, drawn 9, lost 7"), but for one line.

A newcomer's mistake: adding across any table. That a column is the sum of those beside it is told by the other lines,
all of which must add up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from registry.model.assertion import Claim
from registry.steps.check.columns import LEAST, Sum, alike
from registry.steps.check.parts import wrong
from registry.steps.check.said import figure
from registry.steps.check.shapes import Pair
from registry.steps.check.tables import Row, is_share, tables
from registry.steps.match import fact_key

PAIR, FEWEST, NEAR = 2, 3, Decimal("0.12")
MANY, SMALL = 4, 6  # so many lines agree by chance on small figures as seldom as few do on large ones
MOST = 16  # parts of a sum: a year has twelve, and a table of a thousand columns takes time in proportion


def wrong_lines(claims: Sequence[Claim]) -> Iterator[Pair]:
    """The figures of a line do not add up to its total, where those of all other lines do."""
    for table in tables(claims):
        if found := odd_line(table):
            yield Pair(found.total, found.parts[0], wrong(found.total, found.parts), fact_key(found.total))


def odd_line(table: Sequence[Row]) -> Sum | None:
    """The line of a table that misses the sum which all others make of the same columns."""
    width = len(table[0].cells)
    for total in range(width):
        for first, end in runs(total, width):
            every = [across(row, total, first, end) for row in table]
            kept = [one for one in every if one]
            missed = [one for one in kept if not one.fits]
            least = SMALL if len(every) >= MANY else LEAST
            told = len(kept) == len(every) > 1 and all(figure(one.total) >= least for one in kept)
            if told and len(missed) == 1 and (missed[0].misses(NEAR) if end - first > PAIR else sure(kept, missed[0])):
                return missed[0]
    return None


def sure(kept: Sequence[Sum], missed: Sum) -> bool:
    """Whether a line misses the sum of two columns by a slip, where two others and more make it exactly."""
    others = [one for one in kept if one is not missed]
    return len(others) >= PAIR and all(one.gap == 0 for one in others) and missed.slip


def runs(total: int, width: int) -> Iterator[tuple[int, int]]:
    """The columns right behind or right before one, two and more.

    >>> list(runs(1, 6)), list(runs(4, 5))
    ([(2, 4), (2, 5), (2, 6)], [(2, 4), (1, 4), (0, 4)])
    >>> len(list(runs(500, 1000)))
    30
    """
    yield from ((total + 1, end) for end in range(total + 1 + PAIR, min(width, total + 1 + MOST) + 1))
    yield from ((first, total) for first in range(total - PAIR, max(0, total - MOST) - 1, -1))


def across(row: Row, total: int, first: int, end: int) -> Sum | None:
    """A cell of a line and those that may be its parts, where all are figures of one sort."""
    whole, parts = row.cells[total], [cell for cell in row.cells[first:end] if isinstance(cell, Claim)]
    if not isinstance(whole, Claim) or is_share(whole) or len(parts) < end - first or not alike(whole, parts):
        return None
    return Sum(whole, parts, abs(sum(map(figure, parts), Decimal(0)) - figure(whole)))
