"""Counts whose noun stands behind several adjectives, or right before their bracket.

A newcomer's mistake: the word beside the figure. "2,415 probable, confirmed and suspected cases" counts cases, and so
does "the highest number of cases (4,120)".
"""

from __future__ import annotations

import re

from registry.steps.assemble.attribute.nouns import named
from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.fragments import HEDGES
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import noun_phrase
from registry.steps.resolve.words import words

AMOUNT = re.compile(rf"s amount(?:ed)? to {HEDGES}$")
PEOPLE = re.compile(r"^ ([A-Z][a-z]+)(?=[^\w\n]*$|, (?:\d|and\b)| and \d)")
JOINTS = frozenset({",", "and", "or"})
QUALITIES = ("JJ", "VBN", "VBD", "VBG")
LIKELY = frozenset({"probable", "potential", "possible", "dead", "wounded", "missing"})
LONGEST = 9


def in_bracket(spot: Spot) -> Attribute | None:
    """The plural noun right before a bracket that opens with its figure: "the most deaths (911)"."""
    if spot.unit != "count" or spot.tree is None or not spot.before().endswith("(") or spot.after()[:1] not in ",;)":
        return None
    opened = spot.tree.before_place(spot.mention.start)
    thing = spot.tree.before(opened) if opened is not None and opened.text == "(" else opened
    if thing is None or thing.tag != "NNS" or spot.mention.start - thing.end > len(" ("):
        return None
    return named(spot, thing)


def of_people(spot: Spot) -> Attribute | None:
    """Those who are only called by their country: "7 British" in a list of the dead."""
    hit = PEOPLE.match(spot.after()) if spot.unit == "count" else None
    known = hit is not None and hit[1].lower() in words()["capitals.peoples"]
    return Attribute(hit[1].lower(), None, "counted") if hit is not None and known else None


def qualified(spot: Spot) -> Attribute | None:
    """The plural noun behind adjectives that commas and "and" join: "12 probable, confirmed and suspected cases"."""
    token = spot.tree.after_place(spot.mention.end) if spot.tree else None
    if token is None or token.low == ",":
        return None  # "has fallen to 213,600, official figures showed"
    joined, last = False, token
    for _ in range(LONGEST):
        if token is None or spot.tree is None:
            return None
        if token.tag == "NNS" and not token.is_name and joined and last is not None and last.low not in JOINTS:
            return Attribute(noun_phrase(token, taboo=(spot.mention.start, token.start)), token, "counted")
        if token.low in JOINTS:
            joined = True
        elif not is_quality(token):
            return None
        last, token = token, spot.tree.after(token)
    return None


def amounting(spot: Spot) -> Attribute | None:
    """The things that "amount to" a number, where the parser takes the verb for a noun."""
    if spot.tree is None or not AMOUNT.search(spot.before()):
        return None
    things = [one for one in spot.tree.tokens if one.tag == "NNS" and one.end < spot.mention.start]
    verb = spot.tree.after(things[-1]) if things else None
    return named(spot, things[-1]) if verb is not None and verb.low in ("amount", "amounted") else None


def is_quality(token: Token) -> bool:
    """Whether a word can be an adjective before a noun, or a noun in its place: "12 navy and coast guard divers"."""
    return token.text.islower() and (token.tag in (*QUALITIES, "NN") or token.low in LIKELY)
