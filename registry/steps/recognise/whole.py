"""Words beside units of time: what does not change them, "four whole months", and what they only sort, "day visitors".

A newcomer's mistake: skipping every adjective. "Ten working days" are no ten days, and "two long weeks" are long.
"""

from __future__ import annotations

from registry.steps.recognise.line import find
from registry.steps.recognise.tables import units
from registry.steps.recognise.tokens import Tokens

WHOLE = frozenset(("whole", "full", "entire", "solid", "straight", "consecutive", "successive", "short", "long"))


def over_whole(tokens: Tokens, at: int) -> int:
    """The index of the unit of time behind such a word, else the index itself."""
    if tokens.word(at) not in WHOLE:
        return at
    found = find(tokens, at + 1, units().forms)
    timed = found is not None and units().dimension.get(found[0]) == "time" and len(tokens.word(at + 1)) > 2
    return at + 1 if timed and not tokens.hyphen(at + 2) else at


def only_when(tokens: Tokens, at: int) -> bool:
    """Whether "day" or "night" only says what sort of many things are counted: "418,000 day visitors", "six night
    trains"."""
    if tokens.word(at) not in ("day", "night") or tokens.hyphen(at + 1):
        return False
    after = tokens.word(at + 1)
    return after.isalpha() and after.endswith("s") and after not in ("olds", "plus", "is", "was", "as", "this")
