"""Figures without a figure: "none has failed", "no deaths", "won it twice".

A newcomer's mistake: a zero for every "no" and "none". "There are none" and "none of them stands" tell a story; a count
of nothing is meant where something was tried or counted, and what "twice" compares is a multiple.
"""

from __future__ import annotations

from decimal import Decimal

from registry.model.assertion import Kind
from registry.steps.recognise.line import Draft, Line
from registry.steps.recognise.tables import cues, units
from registry.steps.recognise.tokens import Tokens

OPENERS = frozenset(("no", "none"))
HELPERS, HARM = cues("plainly_helpers"), cues("plainly_harm")
GOES_ON, NEVER = cues("plainly_goes_on"), cues("plainly_never")
WHOSE = frozenset(("which", "whom", "these", "those"))


def read_plainly(line: Line, at: int) -> Draft | None:
    """A count that is told by a small word."""
    tokens, word = line.tokens, line.tokens.word(at)
    if line.about.language.code != "en":
        return None
    if (word == "none" and _is_none(tokens, at)) or (word == "no" and _is_no(tokens, at)):
        value = 0
    elif word == "twice" and _is_often(tokens, at):
        value = 2
    else:
        return None
    trace = [f"number words: {word} -> {value}"]
    return Draft(at, at + 1, Kind.COUNT, Decimal(value), Decimal(value), "count", trace=trace)


def _is_none(tokens: Tokens, at: int) -> bool:
    """Whether "none" counts what was tried, asked or reported: "none has jammed", "in none of them could"."""
    before, after = tokens.word(at - 1), tokens.word(at + 1)
    if before == ":":
        return not tokens.is_word(at + 1)
    if after in HELPERS:
        return True
    if after != "of":
        return before == "," and tokens.word(at + 3) in ("far", "yet")
    whose = tokens.word(at + 2)
    if whose == "them":
        return before == "in" or tokens.word(at + 3) in HELPERS
    nouns = (tokens.word(here) for here in range(at + 3, at + 6))
    return whose in WHOSE or (whose == "the" and any(len(noun) > 3 and noun.endswith("s") for noun in nouns))


def _is_no(tokens: Tokens, at: int) -> bool:
    """Whether "no" says that nobody came to harm: "no deaths", "no serious injuries"."""
    return tokens.word(at - 1) != "with" and (tokens.word(at + 1) in HARM or tokens.word(at + 2) in HARM)


def _is_often(tokens: Tokens, at: int) -> bool:
    """Whether "twice" counts how often something happened: "twice a year", "has won it twice"."""
    before, after = tokens.word(at - 1), tokens.word(at + 1)
    return before not in NEVER and before not in units().forms and (after in GOES_ON or not tokens.is_word(at + 1))
