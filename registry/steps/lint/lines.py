"""Offsets as lines and columns. Lines count from 1, columns from 1 in code points.

A newcomer's mistake: `str.splitlines`, which also ends lines at characters that editors do not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_END = re.compile(r"\r\n|\n|\r")


class Place(NamedTuple):
    """A line and a column."""

    line: int
    column: int


class Lines:
    """The lines of a text."""

    def __init__(self, text: str) -> None:
        """Find where every line starts."""
        self.text = text
        self.starts = [0, *(found.end() for found in _END.finditer(text))]

    def place(self, offset: int) -> Place:
        """The line and column of an offset.

        >>> Lines("one\\ntwo").place(5)
        Place(line=2, column=2)
        """
        at = bisect_right(self.starts, offset) - 1
        return Place(at + 1, offset - self.starts[at] + 1)

    def number(self, offset: int) -> int:
        """The line of an offset."""
        return self.place(offset).line

    def line(self, number: int) -> str:
        """The words of a line, without its end."""
        start = self.starts[number - 1]
        stop = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[start:stop].rstrip("\r\n")

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self.starts)
