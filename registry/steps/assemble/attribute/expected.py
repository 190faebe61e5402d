"""What others had expected a figure to be: "fewer than the 15,000 economists had forecast".

A newcomer's mistake: counting economists. Those behind the figure expected it; what it counts or measures stands before
it, and they say nothing of that.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.attribute.sums import is_scaled
from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.cues import cued

EXPECTED = re.compile(
    r"^ (?:that )?(?:[a-z]+ )?(?:(?:economists|analysts|forecasters|observers|pollsters|traders|investors|experts"
    r"|(?:the )?markets?|Wall Street)(?: (?:polled|surveyed) by [A-Z][\w ]{2,30}?)?"
    r" (?:had |have |were |was )?(?:been )?)"
    r"(?:forecast(?:ed|ing)?|expect(?:ed|ing)?|predict(?:ed|ing)?|project(?:ed|ing)?|estimated|anticipat(?:ed|ing)"
    r"|pencill?ed in)\b"
)
FORECASTERS = (
    r"(?:[Ee]conomists|[Aa]nalysts|[Ff]orecasters|[Pp]ollsters|[Tt]raders|[Ii]nvestors|[Bb]rokers|[Mm]arkets?"
    r"|Wall Street|City)"
)
BEFORE = cued(
    rf"\b{FORECASTERS}(?: (?:polled|surveyed) by [A-Z][\w ]{{2,30}}?)?"
    r" (?:had |have |were |was )?(?:on average |been |also )*"
    r"(?:forecast(?:ed|ing)?|expect(?:ed|ing)?|predict(?:ed|ing)?|project(?:ed|ing)?|anticipat(?:ed|ing)|looking for"
    r"|pencill?ed in|hop(?:ed|ing) for)(?: an?| the| about| around| only| just)* $"
)
ALONE = re.compile(r"\s*(?:$|[.;:)]|, |on average\b|and\b|but\b|while\b)")
REACH = 1
AGAINST = re.compile(
    r"\b(?:than|above|below|beat|beats|beating|missed|missing|against|short of"
    r"|exceed(?:ed|ing)|topp(?:ed|ing)|over|under"
    r"|with)(?: the)?(?: (?:about|around|roughly))? $"
)


# What results fell short of or beat was awaited: "above the consensus forecast of 12%".
AWAITED = cued(
    r"\b(?:than|above|below|beat|beats|beating|missed|missing|short of|exceed(?:ed|ing)|topp(?:ed|ing))"
    r" (?:the|an?|its|their) (?:[a-z]+ )?(?:anticipated|expected|forecast|projected|predicted|consensus)"
    r"(?: (?:forecast|estimate)s?)?(?: of)? $"
)


def is_expected(spot: Spot) -> bool:
    """Whether a figure is what forecasters had expected of the one before it."""
    behind = EXPECTED.match(spot.after()) is not None and AGAINST.search(spot.before()) is not None
    return behind or foretold(spot) or AWAITED.search(spot.before()) is not None


def foretold(spot: Spot) -> bool:
    """Whether nothing but forecasters stands before a bare figure: "Analysts had on average expected 220 million"."""
    return BEFORE.search(spot.before()) is not None and ALONE.match(spot.after()) is not None


def expected(spot: Spot) -> Attribute | None:
    """What a figure is of that forecasters had expected: that which was counted or measured right before."""
    if foretold(spot):
        sort = "money" if spot.mention.kind is Kind.COUNT and is_scaled(spot.mention) else spot.mention.kind.value
        number, told = spot.page.recent.get(sort, (-9, None))
        near = told is not None and told.name and spot.number - number <= REACH
        return Attribute(told.name, told.anchor, "ellipsis") if near and told is not None else None
    if not is_expected(spot):
        return None
    known = spot.page.last if spot.mention.kind is Kind.COUNT else spot.page.latest
    if known is None or known[0] != spot.number or not known[1].name:
        return Attribute("forecast", None, "label")
    return Attribute(known[1].name, known[1].anchor, "ellipsis")
