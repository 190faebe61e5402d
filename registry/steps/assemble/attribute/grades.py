"""Levels and categories by the name of their scale: "rated at INES level 1", "at level 0 of the INES scale".

A newcomer's mistake: naming the level after what is rated. Two scales of one event are two facts.
"""

from __future__ import annotations

import re

from registry.steps.assemble.spot import Attribute, Spot

GRADE = re.compile(
    r"(?:\b(?P<scale>(?!(?:the|a|an|to|at|as|on|from|of|its|their|is|was|in|by|or|and) )[\w-]+) )?"
    r"\b(?P<grade>level|category|grade) $",
    re.I,
)
SCALE = re.compile(r" (?:of|on) (?:the |its )?(?![a-z0-9]+-point)(?P<scale>[\w-]+(?: [\w-]+)?) (?:scale|index)\b")


def graded(spot: Spot) -> Attribute | None:
    """The level or category at which something is rated, with the name of its scale."""
    before = spot.before()
    hit = GRADE.search(before) if before.endswith(("level ", "category ", "grade ", "Level ", "Category ")) else None
    if hit is None:
        return None
    behind = SCALE.match(spot.after())
    scale = (behind or hit)["scale"] or ""
    return Attribute(f"{scale} {hit['grade']}".strip().lower(), None, "label")
