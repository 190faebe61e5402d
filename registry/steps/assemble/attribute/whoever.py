"""Those of whom only what they do is told: "the millions who suffer", "the 12 who came back".

A newcomer's mistake: counting what stands before "of". "The service of the millions who suffer" counts no services.
"""

from __future__ import annotations

import re

from registry.steps.assemble.attribute.nouns import earlier
from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.resolve.words import words

WHO = re.compile(r" whom? [a-z]")  # not "whose": "of 300 flats, the 40 whose owners are abroad"


def whoever(spot: Spot) -> Attribute | None:
    """People whom nothing names: those counted last, if they were people, else persons."""
    if not spot.counts or spot.unit != "count" or not WHO.match(spot.after()):
        return None
    told = earlier(spot)
    people = words()["nouns.persons"] | words()["nouns.people"]
    return told if told is not None and told.name.split()[-1:] and told.name.split()[-1] in people else PERSON


PERSON = Attribute("person", None, "ellipsis")
