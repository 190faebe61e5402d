"""What a length with "within" is: how near something comes, or how far a zone reaches.

A newcomer's mistake: a radius for all. What flies within 8,000 miles of a planet has a distance from it.
"""

from __future__ import annotations

import re

from registry.steps.assemble.spot import Spot

AROUND = re.compile(r"^within\b|\bwithin $", re.I)
NEARING = re.compile(
    r"\b(?:fl(?:y|ies|ew|own|ying)|pass(?:es|ed|ing)?|c[oa]m(?:e|es|ing)|gets?|got|sail(?:s|ed)?|land(?:s|ed)?"
    r"|approach(?:es|ed)?|sw[iu]ng|dr[ae]wn?|travel(?:s|led|ed)?)\b[^.;,\d]{0,30}$"
)
# "No boat may sail within 9 km of the wreck" tells how far a zone reaches.
BARRED = re.compile(r"\b(?:may|must|no|not|never|nobody|none|allowed|permitted|forbidden|banned|barred)\b", re.I)


def around(spot: Spot) -> str | None:
    """The name of a length that "within" stands before: "will pass within 8,000 miles of the planet"."""
    own = AROUND.search(spot.page.folded[spot.mention.start : spot.mention.end])
    if own is None and AROUND.search(spot.before()) is None:
        return None
    near = NEARING.search(spot.before()) and not BARRED.search(spot.before())
    return "distance" if near else "radius"
