"""Emphasis and links in text that was written with marks: the marks are hidden, what they mean is shown.

A newcomer's mistake: taking the marks out of the text. Every offset counts in the frozen text; only the page leaves
them out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from web.highlight import Mark, Piece

MARKED = frozenset({"text/plain", "text/markdown", "text/x-markdown"})
HIDDEN = "markup"
WRITTEN = re.compile(
    r"""
      (?<![\w*])(?P<strong>\*\*)(?=\S)(?P<loud>[^*\n]{1,600}?)(?<=\S)\*\*(?![\w*])
    | (?<![\w*\\])(?P<star>\*)(?=\S)(?P<leaning>[^*\n]{1,600}?)(?<=\S)\*(?![\w*])
    | (?<![\w_])(?P<low>_)(?=\S)(?P<lined>[^_\n]{1,600}?)(?<=\S)_(?![\w_])
    | \[(?P<words>[^\[\]\n]{1,300})\](?P<address>\([^()\s]{1,1000}\))
    """,
    re.VERBOSE,
)


def marks(text: str, media_type: str) -> list[Mark]:
    """The places of emphasis, links and their marks, in a text of a sort that has them.

    >>> [(m.start, m.end, m.tone) for m in marks("It is *new* here.", "text/markdown")]
    [(6, 7, 'markup'), (10, 11, 'markup'), (7, 10, 'em')]
    """
    if media_type.partition(";")[0] not in MARKED:
        return []
    return [mark for found in WRITTEN.finditer(text) for mark in _of(found)]


def _of(found: re.Match[str]) -> Iterator[Mark]:
    """The marks of one place."""
    name = next(each for each in ("loud", "leaning", "lined", "words") if found[each] is not None)
    start, end = found.span(name)
    yield Mark(found.start(), start, tone=HIDDEN)
    yield Mark(end, found.end(), tone=HIDDEN)
    if name != "words":
        yield Mark(start, end, tone="strong" if name == "loud" else "em")


def shown(given: Iterable[Piece]) -> list[Piece]:
    """Pieces without the hidden marks; emphasis stands outside a claim, so that the claim keeps its link."""
    return [_outside(piece) for piece in given if all(mark.tone != HIDDEN for mark in piece.marks) or piece.opens]


def _outside(piece: Piece) -> Piece:
    """A piece whose claims are its innermost marks."""
    return piece._replace(marks=tuple(sorted(piece.marks, key=lambda mark: bool(mark.id))))
