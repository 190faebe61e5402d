"""Names with figures in a series that a clause began: the numbers behind such names are no labels."""

from __future__ import annotations

from registry.steps.recognise.tables import cues
from registry.steps.recognise.tokens import Tokens

MOST_NAMES, MOST_WORDS = 8, 4
GAPPING = cues("labels_gapping")
NAMED = frozenset(("the", "of", "de"))
SEPARATES = frozenset((",", ";", "and"))


def in_series(tokens: Tokens, at: int) -> bool:
    """Whether a name and its figure go on with what a clause began: "will hold 27, the Whigs 18 and Labour 15"."""
    here = at - 1
    for _ in range(MOST_NAMES):
        first = here
        while here >= 0 and tokens.is_word(here) and (tokens.written(here)[:1].isupper() or tokens.low[here] in NAMED):
            here -= 1
        if first > here and tokens.word(here) == ":" and first < at - 1:
            return True
        if first == here or tokens.word(here) not in SEPARATES:
            return False
        if not tokens.is_number(here - 1):
            return is_gapped(tokens, here - 1)
        here -= 2
        if tokens.is_word(here) and tokens.written(here).islower() and tokens.low[here] not in NAMED:
            return True
    return False


def is_gapped(tokens: Tokens, here: int) -> bool:
    """Whether a clause with the noun of its figure ends here, which a name goes on with: "Kalvo won 41 seats"."""
    for _ in range(MOST_WORDS):
        if tokens.is_word(here) and (tokens.low[here] == tokens.written(here) or tokens.is_number(here)):
            here -= 1
    verb = here - 1
    named = tokens.is_word(verb - 1) and tokens.written(verb - 1)[:1].isupper()
    return tokens.is_number(here) and tokens.word(verb) in GAPPING and named


def says_yes(tokens: Tokens, at: int) -> bool:
    """Whether a figure is that of the no in a vote: "yes 54, no 46"."""
    return tokens.word(at - 1) == "no" and "yes" in tokens.low[max(0, at - 6) : at - 1]
