"""The words that were searched for, where they stand in what was found."""

from __future__ import annotations

import re

from web.differ import Place
from web.highlight import Mark, Piece, pieces

WORD = re.compile(r"\w+")
SMALL = 3
# What every question has says nothing about where its answer stands.
PLAIN = re.compile(
    r"how|many|much|wh(?:at|ich|o|om|ose|en|ere|y)|was|were|are|did|does|ha[sd]|have|and|the|for|with|that|this"
)


def places(text: str, asked: str) -> list[Place]:
    """Where the words that were asked for stand, also in another form.

    >>> places("Outstanding warrants of arrest", "an arrest warrant")
    [(12, 20), (24, 30)]
    >>> places("How many members are there", "how many members are there?")
    [(9, 16), (21, 26)]
    """
    words = (word for word in WORD.findall(asked) if len(word) >= SMALL or word.isdigit())
    stems = {_stem(word) for word in words if not PLAIN.fullmatch(word.casefold())}
    return [found.span() for found in WORD.finditer(text) if _stem(found.group()) in stems]


def sought(text: str, asked: str) -> list[Piece]:
    """A text with the words that were asked for marked."""
    return pieces(text, [Mark(start, end, tone="sought") for start, end in places(text, asked)])


def _stem(word: str) -> str:
    """A word without the ending of its plural."""
    low = word.casefold()
    return low[:-1] if len(low) > SMALL and low.endswith("s") and not low.endswith("ss") else low
