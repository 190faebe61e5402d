"""Text with marks on it, cut into pieces that a template can write down.

A newcomer's mistake: inserting tags into text. Marks overlap, tags cannot; so the text is cut at every edge of a mark
and each piece names the marks that lie on it, widest first. Pieces are plain text and are escaped by the template.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple


class Mark(NamedTuple):
    """A stretch of the text: `id` names the claim (empty: none), `tone` its meaning, `href` where it leads."""

    start: int
    end: int
    id: str = ""
    tone: str = "plain"
    href: str = ""
    title: str = ""


class Piece(NamedTuple):
    """Words with the same marks on all of them, widest mark first; `opens` are the claims that begin here."""

    text: str
    marks: tuple[Mark, ...] = ()
    opens: tuple[str, ...] = ()

    @property
    def ids(self) -> str:
        """The claims on these words, for the script that lights them."""
        return " ".join(mark.id for mark in self.marks if mark.id)


def pieces(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> list[Piece]:
    """`text[start:end]` cut at the edges of the marks; the pieces joined are the same words.

    >>> [(p.text, len(p.marks)) for p in pieces("six of 125 states", [Mark(0, 10), Mark(7, 10)])]
    [('six of ', 1), ('125', 2), (' states', 0)]
    """
    end = len(text) if end is None else min(end, len(text))
    inside = [mark for mark in marks if mark.start < end and mark.end > start and mark.start < mark.end]
    inside.sort(key=lambda mark: (mark.start - mark.end, mark.start, mark.id))
    edges = sorted({start, end, *(min(max(edge, start), end) for mark in inside for edge in mark[:2])})
    opened: set[str] = set()
    return [_piece(text, a, b, inside, opened) for a, b in pairwise(edges)]


def _piece(text: str, start: int, end: int, marks: Sequence[Mark], opened: set[str]) -> Piece:
    """One piece; remembers which claims have begun, so that an anchor is written once."""
    on = tuple(mark for mark in marks if mark.start <= start and mark.end >= end)
    fresh = tuple(dict.fromkeys(mark.id for mark in on if mark.id and mark.id not in opened))
    opened.update(fresh)
    return Piece(text[start:end], on, fresh)


def window(text: str, start: int, end: int, *, before: int = 90, after: int = 140) -> tuple[int, int]:
    """A stretch around some words, cut between words: enough to judge, short enough to scan."""
    left, right = max(0, start - before), min(len(text), end + after)
    if left:
        space = text.find(" ", left, start)
        left = space + 1 if space >= 0 else left
    if right < len(text):
        space = text.rfind(" ", end, right)
        right = space if space >= 0 else right
    return left, right
