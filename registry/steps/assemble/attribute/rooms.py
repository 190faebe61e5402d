"""How many a place is made for: "a camp meant for 8,000", "the stadium seats 42,000".

A newcomer's mistake: asking for a noun behind the figure. Such figures seldom have one.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.attribute.counting import BARE, PEOPLED
from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.fragments import HEDGES

ROOM = re.compile(
    r"\b(?:made|meant|built|designed|laid out|intended|equipped|planned|constructed"
    r"|(?:there (?:is|was)|with|has|had) (?:room|space|places?|beds|seats))(?:, [^,]{3,40},)?"
    rf" for {HEDGES}$",
    re.I,
)
VENUE = re.compile(
    r"\b(?:stadium|arena|ground|hall|theat(?:re|er)|auditorium|cinema|venue|church|tent|house|shelter|hostel)"
    rf"(?:,? (?:which|that))? (?:seats|holds|sleeps) {HEDGES}$",
    re.I,
)


def meant_for(spot: Spot) -> Attribute | None:
    """How many something is made for: "a camp meant for 8,000", "there is room for 10,000"."""
    measured = any(
        one.kind is Kind.MEASURE for one in spot.page.mentions[spot.number] if one.start < spot.mention.start
    )
    bare = BARE.match(spot.after()) and not measured  # "pumped 30 litres through a pipe made for 40"
    plain = spot.mention.kind is Kind.COUNT and (bare or PEOPLED.match(spot.after().lstrip()))
    before = spot.before() if plain else ""
    return Attribute("capacity", None, "deed") if ROOM.search(before) or VENUE.search(before) else None
