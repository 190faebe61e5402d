"""Tables as grids: cells that span rows or columns leave the places they cover empty, so that columns line up.

A newcomer's mistake: repeating a spanning figure in every row. Only a label without figures is said again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

WIDEST, TALLEST = 100, 1_000


class Cell(NamedTuple):
    """What a cell says, and how many rows and columns it covers."""

    words: str
    rows: int = 1
    columns: int = 1
    header: bool = False


def laid_out(rows: Sequence[Sequence[Cell]]) -> tuple[list[list[str]], list[list[str]]]:
    """The words of each place: as they are written, and with those of spanning cells everywhere they hold."""
    held: dict[tuple[int, int], Cell] = {}
    first: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        at = 0
        for cell in row[:WIDEST]:
            while (number, at) in held:
                at += 1
            first.add((number, at))
            held |= dict.fromkeys(_covered(number, at, cell, len(rows)), cell)
            at += min(cell.columns, WIDEST)
    widths = [max((column + 1 for row, column in held if row == number), default=0) for number in range(len(rows))]
    said = [[_said(held, first, number, at) for at in range(width)] for number, width in enumerate(widths)]
    full = [
        [held[number, at].words if (number, at) in held else "" for at in range(width)]
        for number, width in enumerate(widths)
    ]
    return said, full


def _covered(number: int, at: int, cell: Cell, count: int) -> Iterable[tuple[int, int]]:
    """The places that a cell covers."""
    rows = range(number, min(number + min(cell.rows, TALLEST), count))
    return [(row, column) for row in rows for column in range(at, at + min(cell.columns, WIDEST))]


def _said(held: dict[tuple[int, int], Cell], first: set[tuple[int, int]], number: int, at: int) -> str:
    """The words written at a place; those of a label that spans rows are said in each of them."""
    if (number, at) not in held:
        return ""
    cell = held[number, at]
    label = at == 0 and cell.rows > 1 and not any(char.isdigit() for char in cell.words)
    return cell.words if (number, at) in first or (label and not cell.header) else ""


def named(full: Sequence[Sequence[str]], count: int) -> tuple[str, ...]:
    """The names of the columns: the words of the header rows over each, one after the other."""
    width = max((len(row) for row in full[:count]), default=0)
    columns = [[row[at] for row in full[:count] if at < len(row) and row[at]] for at in range(width)]
    return tuple(" ".join(dict.fromkeys(words)) for words in columns)
