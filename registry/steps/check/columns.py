"""Tables and lists of lines whose total is not the sum of the lines above it.

What tells a total is its label ("Total", "All"), another column of the same lines that does add up, or lines that are
set in below it. A newcomer's mistake: adding up any column. Most tables list what nobody would add; only lines that
say that they are parts are held against a total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from registry.model.assertion import Claim
from registry.model.quantity import Quantity
from registry.steps.check.parts import ROUNDING, slack, wrong
from registry.steps.check.said import figure
from registry.steps.check.shapes import Pair
from registry.steps.match import fact_key
from registry.steps.match.profile import profile

ROW = 120
JOINED = 8  # a line break, how far a line is set in, a bullet
BLANK = 2  # an empty line
INDENT = 2
FEWEST, LEAST = 2, 20
NEAR, VERY_NEAR = Decimal("0.12"), Decimal("0.05")
DIGITS = 200
ENDS = (".", "!", "?", "”", '"', "»", ":")
CELL = re.compile(r"(?:(?!\t|\s{2,}|\s*\||\.{3,}|…).)+", re.DOTALL)
ZERO = re.compile(r"\W*(?:0|-|–|—|nil|none|n/?a)\W*", re.IGNORECASE)
TOTAL = re.compile(
    r"\W*(?:(?:grand |overall )?totals?|all|in all|all told|overall|sum|together|altogether|combined)\b"
    r"(?:(?: of)? (?!other)[\w'’-]+){0,2}\W*|(?P<of>[\w'’-]+)(?: [\w'’-]+){0,2}, (?:in )?(?:total|all)\W*",
    re.IGNORECASE,
)
PARTLY = re.compile(
    r"\b(?:sub-?total|of which|thereof|including|less|minus|net|average|mean|median|balance|change)\b", re.IGNORECASE
)
ADDED = ("count", "mass", "area", "volume", "length")
SHARE, ALL = "percent", 100
SLIPPED, LONG = Decimal("0.35"), 3
Cell = Claim | Decimal | None


class Row(NamedTuple):
    """A line of a table or a list: where it begins and ends, what it is called, its figures from left to right; 0 for
    an empty cell, None for one that cannot be added."""

    start: int
    end: int
    label: str
    cells: tuple[Cell, ...]


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
    def slipped(self) -> bool:
        """Whether many parts miss a long total by a digit, or by two that have changed places."""
        one, two = (f"{number.normalize():f}" for number in (figure(self.total), self.summed))
        other = sum(a != b for a, b in zip(one, two, strict=False))
        slip = len(one) == len(two) >= LONG and (other == 1 or (sorted(one) == sorted(two) and other == FEWEST))
        return slip and len(self.parts) >= LONG and self.misses(SLIPPED)

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
            yield from (one for one in sums(row, below) if one.misses(VERY_NEAR))


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
    """The lines right behind one that are set in further than it; `gaps` is how far each line is from the last."""
    end = at + 1
    while end < len(table) and gaps[end] >= gaps[at] + INDENT and gaps[end] >= 1 + INDENT:
        end += 1
    return list(table[at + 1 : end]) if end < len(table) else []


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
        if is_share(total) and figure(total) != ALL:
            continue
        gap = abs(sum((figure(one) for one in own), Decimal(0)) - figure(total))
        found.append(Sum(total, own, gap))
    return found


def alike(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether all are plain figures of one sort, and none is as large as the total."""
    sorts = {profile(one).dimension for one in (total, *parts)}
    return len(sorts) == 1 and all(figure(part) < figure(total) for part in parts)


def tables(claims: Sequence[Claim]) -> Iterator[list[Row]]:
    """The lines of a document that follow each other and have equally many columns."""
    table: list[Row] = []
    for row in rows(claims):
        gap = row.start - table[-1].end if table else 0
        if table and (gap > JOINED or gap == BLANK or len(row.cells) != len(table[-1].cells)):
            yield table
            table = []
        if table or any(isinstance(cell, Claim) for cell in row.cells):  # else the heads of its columns
            table.append(row)
    if table:
        yield table


def rows(claims: Sequence[Claim]) -> Iterator[Row]:
    """The lines that are no sentences and hold figures, in order."""
    found: dict[int, tuple[str, list[Claim]]] = {}
    for claim in claims:
        whole, at = claim.sentence.exact, claim.span.start - claim.sentence.start
        first = whole.rfind("\n", 0, max(at, 0)) + 1
        last = whole.find("\n", at)
        text = whole[first : last if last >= 0 else None]
        if len(text) <= ROW and not whole.rstrip().endswith(ENDS):
            found.setdefault(claim.sentence.start + first, (text, []))[1].append(claim)
    for start, (text, own) in sorted(found.items()):
        yield row(start, text, own)


def row(start: int, text: str, own: Sequence[Claim]) -> Row:
    """A line with its columns; a line without any has one, if it has one figure."""
    found = [(one.start(), one.end()) for one in CELL.finditer(text) if one.group().strip()]
    cells = [cell(text[low:high], [c for c in own if low <= c.span.start - start < high]) for low, high in found[1:]]
    label = text[slice(*found[0])].strip() if found else ""
    if len(found) == 1 and len(own) == 1:
        at = own[0].span.start - start
        label = f"{text[:at]} {text[at + len(own[0].span.exact) :]}".strip()
        cells = [cell(own[0].span.exact, own)]
    return Row(start, start + len(text.rstrip()), label, tuple(cells))


def cell(text: str, own: Sequence[Claim]) -> Cell:
    """The plain figure of a cell, 0 where it has none, None where it is no figure to add."""
    if not own:
        return Decimal(0) if ZERO.fullmatch(text) else None
    if len(own) > 1:
        return None
    return own[0] if addable(own[0]) or is_share(own[0]) else None


def quantum(claim: Claim) -> Decimal:
    """One unit of the last digit of a figure that may be rounded to it."""
    value = claim.assertion.value
    return value.quantum if isinstance(value, Quantity) else Decimal(0)


def is_share(claim: Claim) -> bool:
    """Whether a figure is a plain percentage; such ones are added up to a hundred and to nothing else."""
    value = claim.assertion.value
    return isinstance(value, Quantity) and value.unit == SHARE and value.single and not claim.assertion.direction


def addable(claim: Claim) -> bool:
    """Whether a figure is one of a sort that is added up."""
    value = claim.assertion.value
    sort = profile(claim).dimension
    money = len(sort) == len("EUR") and sort.isupper()
    plain = isinstance(value, Quantity) and value.single and value.low is not None and value.low >= 0
    return plain and (money or sort in ADDED)
