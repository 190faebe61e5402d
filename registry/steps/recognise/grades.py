"""Levels at which something is rated, which are claims where other levels and categories are labels.

A newcomer's mistake: every number behind "level". "Level 3 of the car park" is a place; what is rated, raised or put
at one, or stands on a scale, may be rated otherwise by somebody else.
"""

from __future__ import annotations

from registry.steps.recognise.line import Line
from registry.steps.recognise.tables import cues

GRADES = frozenset(("level", "category", "grade"))
RATING = frozenset(
    ("rated", "rate", "rates", "classed", "classified", "ranked", "raised", "lowered", "upgraded", "downgraded", "put")
)
NO_NOUN = cues("labels_no_noun") | {"yesterday", "today", "last"}
SCALES = frozenset(("scale", "index"))
NEAR, SCALE = 8, 7


def is_rating(line: Line, at: int, end: int) -> bool:
    """Whether the word at a place is a grade that something is rated at: "rated at level 2", "level 0 of the scale"."""
    tokens = line.tokens
    if tokens.word(at) not in GRADES or (tokens.is_word(end) and tokens.word(end) not in NO_NOUN):
        return False
    rated = not RATING.isdisjoint(tokens.low[max(0, at - NEAR) : at])
    scaled = tokens.word(end) in ("of", "on") and not SCALES.isdisjoint(tokens.low[end : end + SCALE])
    return scaled or (rated and tokens.word(end) != "of")
