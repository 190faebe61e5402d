"""Tables as programs give them away: CSV, with commas, semicolons or tabs between the cells.

A newcomer's mistake: keeping the file as it is. A figure means something only beside the name of its column, so the
rows are written as those of any other table, one cell after the other.
"""

from __future__ import annotations

import csv
import re

from registry.errors import Unreadable
from registry.model.document import SEMICOLONS, Reading
from registry.steps.language import language_of
from registry.steps.read.compose import Composer
from registry.steps.read.plain import decode, plain

READER = "table/2"
BETWEEN = (",", ";", "\t", "|")
_FIGURE = re.compile(r"[-+]?[.,\s]*\d[\d.,\s]*%?")


def table(data: bytes) -> Reading:
    """A table of CSV, its first row the names of the columns where that has no figures; what is no table is text."""
    text, how = decode(data)
    mark = _mark(text)
    grid = _rows(text, mark)
    if sum(len(row) > 1 for row in grid) < 2:
        return plain(data)
    composer = Composer()
    composer.rows(grid, heads=int(_names(grid)))
    written, blocks = composer.done()
    return Reading(
        written,
        "text/csv",
        SEMICOLONS if mark == ";" else READER,
        blocks,
        language=language_of(written),
        notes=(how,) if how else (),
    )


def _mark(text: str) -> str:
    """What stands between the cells: what its first line has most of."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(BETWEEN, key=first.count)


def _rows(text: str, mark: str) -> list[list[str]]:
    """The cells of each row, every one on a line of its own; rows without words are left out."""
    try:
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=mark))
    except csv.Error as error:
        message = f"The table cannot be read ({error}); save it again as CSV, with commas between the cells."
        raise Unreadable(message) from error
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    return [row for row in cells if any(row)]


def _names(grid: list[list[str]]) -> bool:
    """Whether the first row names the columns: none of its cells is a figure, and others below are."""
    figures = [any(_FIGURE.fullmatch(cell) for cell in row) for row in grid]
    return not figures[0] and any(figures[1:])
