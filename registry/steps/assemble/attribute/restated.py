"""Counts that say once more, as a whole, how many those just told of are: "one in five pupils there, 1,060 in all".

A newcomer's mistake: what was counted in the sentence before. It is the noun on the left, which has its own figure.
"""

from __future__ import annotations

import re

from registry.steps.assemble.attribute.nouns import named
from registry.steps.assemble.spot import Attribute, Spot

ALL = re.compile(r"^ (?:in (?:all|total)|altogether)\b")
PLURALS = ("NNS", "NNPS")
REACH = 3


def in_all(spot: Spot) -> Attribute | None:
    """The plural noun right before a count "in all"."""
    if spot.tree is None or not ALL.match(spot.after()) or not spot.before().rstrip().endswith((",", ", or", "(")):
        return None
    token = spot.tree.before_place(spot.mention.start)
    for _ in range(REACH):
        token = spot.tree.before(token) if token is not None else None
        if token is None or token.is_verb:
            return None
        if token.tag in PLURALS:
            return named(spot, token) if not token.is_name else None
    return None
