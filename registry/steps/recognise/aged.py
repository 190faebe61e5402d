"""Ages in brackets behind the name of a person: "Reto Lang (49)", "his brother Simon (29)".

A newcomer's mistake: any small number behind a name. Goals, minutes, seats and points stand in brackets, too, so the
name must be a person's, and the sentence must not be about a game or a vote.
"""

from __future__ import annotations

from registry.model.span import BlockKind
from registry.steps.given_names import given_names
from registry.steps.recognise.line import Line
from registry.steps.recognise.tables import cues

YOUNGEST, OLDEST = 12, 111
TALLIES, KIN = cues("aged_tallies"), cues("aged_kin")
DOERS = ("er", "or", "ent", "ist", "man", "woman", "ant", "ian")


def aged(line: Line, at: int, end: int, value: int) -> bool:
    """Whether digits in brackets, from one token to another, are the age of the person named before them."""
    tokens = line.tokens
    if tokens.word(at - 1) != "(" or tokens.word(end) != ")" or not YOUNGEST <= value < OLDEST:
        return False
    first = at - 2
    if not tokens.is_word(first) or not tokens.written(first)[:1].isupper():
        return False
    while first > 0 and tokens.is_word(first - 1) and tokens.written(first - 1)[:1].isupper():
        first -= 1
    if line.sentence.block.kind is BlockKind.ROW or not TALLIES.isdisjoint(tokens.low):
        return False
    before, whole = tokens.word(first - 1), first < at - 2
    if before in KIN:
        return True
    known = any(tokens.word(here) in given_names() for here in range(first, at - 2))
    return whole and (known or (len(before) > 5 and before.endswith(DOERS)))
