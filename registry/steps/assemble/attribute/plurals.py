"""Plurals behind a number that the parser takes for something else, and the whole noun that one word only narrows.

A newcomer's mistake: taking the first noun of a compound. "24 league goals" counts goals.
"""

from __future__ import annotations

from registry.steps.parse.tree import Token
from registry.steps.resolve.names import singular
from registry.steps.resolve.words import words

ROUNDS = frozenset(
    {"round", "quarter", "half", "set", "leg", "stage", "season", "week", "term", "division", "floor", "person"}
)


def is_plural(number: Token) -> bool:
    """Whether the parser takes the plural behind a number for a verb: "18 million doses", "Nineteen suspects aged"."""
    apart = number.dep == "nsubj" and (number.head.index != number.index + 1 or number.low in ("1", "one"))
    return number.dep in ("nummod", "nsubj") and number.head.tag == "VBZ" and not apart


def whole_plural(head: Token) -> Token:
    """The plural right behind a singular that only says of what kind it is: "24 league goals"."""
    whole = head.head
    half = head.tag == "NN" and head.dep == "compound" and whole.tag == "NNS" and whole.index == head.index + 1
    return whole if half else head


def whole_compound(head: Token) -> Token:
    """The last noun of a compound that an ordinal stands before: "her 9th grand slam crown"."""
    at = head
    while at.dep == "compound" and at.head.index > at.index and at.head.is_noun and is_kind(at):
        at = at.head
    return at


def is_kind(noun: Token) -> bool:
    """Whether a noun only says of what kind the next one is: no time and no event, which are counted themselves."""
    table = words()
    return singular(noun.low) not in table.dimension.keys() | table["nouns.event"] | ROUNDS and not noun.is_name
