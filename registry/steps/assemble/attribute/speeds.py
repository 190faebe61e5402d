"""How fast one may go: "the permitted speed there is 90 km/h", "where 90 is allowed"; no speed that anybody drove at.

A newcomer's mistake: every maximum. The maximum speed of a train is how fast it can go; that of a place is a limit.
"""

from __future__ import annotations

import re

from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.cues import cued
from registry.steps.fragments import HEDGES
from registry.steps.resolve.words import words

ALLOWED = re.compile(r"^ (?:is|was|are|were|being) (?:the )?(?:allowed|permitted|limit|maximum|legal limit)\b")
LIMIT = cued(
    r"\b(?:(?:permitted|allowed|permissible|authori[sz]ed|legal|signed)(?: maximum| top)? speed\b|speed limit\b"
    r"|(?:maximum|top) speed (?:there|here|at (?:this|that|the)|on (?:this|that|the)|for (?:this|that|the)"
    r"|through (?:this|that|the)|allowed|permitted))"
    rf"[^.;:\d]{{0,40}}? (?:is|was|of|to|at|being) {HEDGES}$"
)


def limited(spot: Spot) -> Attribute | None:
    """The speed up to which one may drive somewhere."""
    if words().dimension.get(spot.unit) != "speed":
        return None
    if ALLOWED.match(spot.after()) or LIMIT.search(spot.before()):
        return Attribute("speed limit", None, "limit")
    return None
