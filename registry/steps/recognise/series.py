"""Names with figures in a series that a clause began: the numbers behind such names are no labels."""

from __future__ import annotations

from registry.steps.recognise.tables import cues
from registry.steps.recognise.tokens import Tokens

MOST_NAMES, MOST_WORDS = 8, 7
GAPPING, BETWEEN = cues("labels_gapping"), cues("labels_gapping_between")
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
        here -= tokens.word(here) == "and" and tokens.word(here - 1) == ","
        if not tokens.is_number(here - 1):
            return is_gapped(tokens, here - 1)
        here -= 2
        if tokens.is_word(here) and tokens.written(here).islower() and tokens.low[here] not in NAMED:
            return True
    return False


def is_gapped(tokens: Tokens, here: int) -> bool:
    """Whether a clause with the noun of its figure ends here, which a name goes on with: "Kalvo won 41 of 90 seats"."""
    last = max(here - MOST_WORDS, 1)
    while here > last and tokens.is_word(here) and tokens.low[here] == tokens.written(here):
        here -= 1
        if tokens.is_number(here) and governed(tokens, here):
            return True
        here -= tokens.is_number(here)
    return False


def governed(tokens: Tokens, at: int) -> bool:
    """Whether a figure stands behind a verb that the next name may share, or behind its adverb: "now has 41"."""
    before = tokens.word(at - 1)
    return before in GAPPING or (before in BETWEEN and tokens.word(at - 2) in GAPPING)


def says_yes(tokens: Tokens, at: int) -> bool:
    """Whether a figure is that of the no in a vote: "yes 54, no 46"."""
    return tokens.word(at - 1) == "no" and "yes" in tokens.low[max(0, at - 6) : at - 1]
