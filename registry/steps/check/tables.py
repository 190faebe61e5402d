"""The tables of a document, line by line: what a line is called and the figures of its columns.

A newcomer's mistake: leaving out the cells that are empty. A total often stands in one column only, and without the
empty ones before it nobody knows in which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from registry.model.assertion import Claim
from registry.model.quantity import Quantity
from registry.steps.match.profile import profile

ROW = 120
JOINED = 8  # a line break, how far a line is set in, a bullet
BLANK = 2  # an empty line
ENDS = (".", "!", "?", "”", '"', "»", ":")
RULED = re.compile(r"\t|\|")
CELL = re.compile(r"(?:(?!\t|\s{2,}|\s*\||\.{3,}|…|\s/\s).)+", re.DOTALL)
ZERO = re.compile(r"\W*(?:0|-|–|—|nil|none|n/?a)\W*", re.IGNORECASE)
ADDED = ("count", "mass", "area", "volume", "length")
SHARE = "percent"
Cell = Claim | Decimal | None


class Row(NamedTuple):
    """A line of a table or a list: where it begins and ends, what it is called, its figures from left to right; 0 for
    an empty cell, None for one that cannot be added."""

    start: int
    end: int
    label: str
    cells: tuple[Cell, ...]


class Line(NamedTuple):
    """A line of a document: where it begins, its words, and its figures."""

    start: int
    text: str
    own: Sequence[Claim]

    @property
    def end(self) -> int:
        """Where its words end."""
        return self.start + len(self.text.rstrip())


def tables(claims: Sequence[Claim]) -> Iterator[list[Row]]:
    """The lines of a document that follow each other and have equally many columns."""
    for block in blocks(claims):
        table: list[Row] = []
        for row in placed(block):
            if table and len(row.cells) != len(table[-1].cells):
                yield table
                table = []
            if table or any(isinstance(cell, Claim) for cell in row.cells):  # else the heads of its columns
                table.append(row)
        if table:
            yield table


def blocks(claims: Sequence[Claim]) -> Iterator[list[Line]]:
    """The lines with figures that follow each other."""
    block: list[Line] = []
    for line in lines(claims):
        gap = line.start - block[-1].end if block else 0
        if block and (gap > JOINED or gap == BLANK):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def lines(claims: Sequence[Claim]) -> Iterator[Line]:
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
        yield Line(start, text, own)


def placed(block: Sequence[Line]) -> list[Row]:
    """The lines with their cells; where some have fewer than others, in the columns that they stand in."""
    every = [row(line, spans(line.text)) for line in block]
    if len({len(one.cells) for one in every}) == 1:
        return every
    if not all(RULED.search(line.text) for line in block):
        return every
    full = [row(line, ruled(line.text)) for line in block]
    widest = max(len(one.cells) for one in full)
    return [one._replace(cells=one.cells + (None,) * (widest - len(one.cells))) for one in full]


def spans(text: str) -> list[tuple[int, int]]:
    """Where the cells of a line begin and end that are not empty."""
    return [(one.start(), one.end()) for one in CELL.finditer(text) if one.group().strip()]


def ruled(text: str) -> list[tuple[int, int]]:
    """The same of all cells between tabs or bars; bars around the whole line open and close none.

    >>> [text[low:high] for text in ("| all | | 64 |",) for low, high in ruled(text)]
    [' all ', ' ', ' 64 ']
    """
    at = [one.start() for one in RULED.finditer(text)]
    found = list(zip([0, *(one + 1 for one in at)], [*at, len(text)], strict=True))
    return found[text.startswith("|") : len(found) - (text.endswith("|") and len(found) > 1)]


def row(line: Line, found: Sequence[tuple[int, int]]) -> Row:
    """A line with its columns; a line without any has one, if it has one figure."""
    start, text, own = line
    cells = [cell(text[low:high], [c for c in own if low <= c.span.start - start < high]) for low, high in found[1:]]
    label = text[slice(*found[0])].strip() if found else ""
    if len(found) == 1 and len(own) == 1:
        at = own[0].span.start - start
        label = f"{text[:at]} {text[at + len(own[0].span.exact) :]}".strip()
        cells = [cell(own[0].span.exact, own)]
    return Row(start, line.end, label, tuple(cells))


def cell(text: str, own: Sequence[Claim]) -> Cell:
    """The plain figure of a cell, 0 where it has none, None where it is no figure to add."""
    if not own:
        return Decimal(0) if ZERO.fullmatch(text) else None
    if len(own) > 1:
        return None
    return own[0] if addable(own[0]) or is_share(own[0]) else None


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
