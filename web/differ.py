"""Which words of two quotations differ. A newcomer's mistake: marking everything; where two sentences share little,
marks say nothing, so none are made."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

WORD = re.compile(r"\d[\d.,\u202f\u00a0]*\d|\w+(?:['’-]\w+)*")
ALIKE = 0.4

Place = tuple[int, int]


def differing(left: str, right: str) -> tuple[list[Place], list[Place]]:
    """The places, in either, of words that the other does not have at that point.

    >>> differing("It has 124 members.", "It has 125 members.")
    ([(7, 10)], [(7, 10)])
    >>> differing("It has 124 members.", "The judges met in spring.")
    ([], [])
    """
    ours, theirs = list(WORD.finditer(left)), list(WORD.finditer(right))
    match = SequenceMatcher(a=_folded(ours), b=_folded(theirs), autojunk=False)
    if match.ratio() < ALIKE:
        return [], []
    changes = [code for code in match.get_opcodes() if code[0] != "equal"]
    return _places(ours, [code[1:3] for code in changes]), _places(theirs, [code[3:5] for code in changes])


def _folded(words: list[re.Match[str]]) -> list[str]:
    return [word.group().casefold() for word in words]


def _places(words: list[re.Match[str]], runs: list[tuple[int, int]]) -> list[Place]:
    """Each run of words as one place."""
    return [(words[a].start(), words[b - 1].end()) for a, b in runs if a < b]
