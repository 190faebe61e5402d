"""The ships of a text: "the ferry Mara Lind", "the Mara Lind sank".

A newcomer's mistake: a ship as a person. Her name often is one's, and only "the" before it tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from registry.steps.cues import cued
from registry.steps.resolve.standing import places_of

SHIPS = frozenset(
    (
        *("ship", "ferry", "tanker", "trawler", "vessel", "boat", "liner", "freighter", "whaler", "yacht", "frigate"),
        *("submarine", "barge", "steamer", "tug", "schooner"),
    )
)
SHIP = f"(?:{'|'.join(sorted(SHIPS))})"
VESSEL = cued(rf"\b{SHIP}s?\b", re.I)
CALLED_SHIP = re.compile(rf"\b{SHIP},? (?:the |called |named )?$", re.I)
SHIP_DOES = re.compile(
    r"(?: of [A-Z]\w+)?,? (?:(?:had|has|was|is|were|which) ){0,3}(?:[a-z]+ly )?"
    r"(?:sank|sunk|sailed|capsized|lies|lay|ran aground|struck|collided|listing|moored|docked|left port|set sail"
    r"|went down|a (?:[a-z-]+ ){0,4}" + SHIP + r")\b"
)


def vessels_of(folded: str, names: Iterable[str]) -> frozenset[str]:
    """The names of ships, aircraft and craft that a text calls so: "the ferry Mara Lind", "the Mara Lind sank"."""
    if not VESSEL.search(folded):
        return frozenset()
    return frozenset(name for name in names if any(is_vessel(*place) for place in places_of(name, folded)))


def is_vessel(before: str, after: str) -> bool:
    """Whether what stands around a name says that it is a ship's."""
    return (CALLED_SHIP.search(before) is not None) or (
        before.endswith(("the ", "The ")) and SHIP_DOES.match(after) is not None
    )
