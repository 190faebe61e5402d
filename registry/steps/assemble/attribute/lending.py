"""Figures that lend their unit to a bare one beyond doubt, and what keeps one from borrowing.

A newcomer's mistake: asking for a figure of like size only. A count that stands between is nearer; and what a target or
somebody's offer is held against tells its unit, whatever it is called.
"""

from __future__ import annotations

import re
from decimal import Decimal

from registry.model.assertion import Kind, Mention
from registry.model.quantity import Quantity
from registry.steps.assemble.spot import Attribute, Measured, Spot
from registry.steps.fragments import HEDGES
from registry.steps.resolve.words import words

SOME_TIME = ("last", "next", "this", "each", "every", "that", "a", "per")
CLOSE, FAR, VAST = Decimal("0.25"), Decimal(4), 10_000
OWNED = re.compile(r"\s(?:of )?(?:the|this|that|its|his|her|their|our)\s")
POINTS = re.compile(r"\s*points?\b(?=\s*(?:less|more|better|worse|higher|lower|fewer|up|down|above|below)\b)")
TRAILS = re.compile(r"\s*points? (?:behind|ahead)\b")
# Those of a percentage stand right behind it: "at 21 percent, 12 points behind Carl Voss and"; a team's do not.
OF_SHARE = re.compile(
    r"(?:\bper ?cent|%)(?: of (?:the |all )?(?:votes?|voters|ballots?|support))?, "
    rf"{HEDGES}(?:[\w.-]+ points? (?:behind|ahead of) [^,;]{{2,60}}?,? and {HEDGES})?$"
)
SWING = re.compile(rf"\bswing (?:[a-zA-Z]+ ){{0,4}}(?:of|was|is) {HEDGES}$")
AGAINST = re.compile(
    r"\b(?:above|below|over|under|than|times|against|exceed\w*|beat\w*|broke|breaking|short of|miss\w*|met|meets"
    r"|meeting|breach\w*|within|off)\b"
)
BETWEEN = re.compile(r"\bbetween (?:the |about )?$", re.I)
STEPPED = re.compile(
    r"\b(?:up|down|by|(?:gain|lead) (?:of|was|is)|(?:fall|rise|drop|increase|decrease|decline"
    r"|improvement|gain|loss|jump|slip|swing|change) of|margin of error(?: of| was| is)?)"
    r"(?: about)?\s*$"
)
INSTEAD = re.compile(  # "in two days instead of the usual ten"
    r"\b(?:instead of|rather than|not|against) (?:the |its |their )(?:usual|normal|planned|required|recommended"
    r"|scheduled|promised|expected|customary|statutory|prescribed|permitted) $"
)
VAGUE = frozenset({"dozens", "hundreds", "thousands", "millions"})


def is_step(spot: Spot) -> bool:
    """Whether points are those of a percentage: "35.2 percent, down 7.6 points"."""
    if (
        ("points" in spot.before() and not TRAILS.match(spot.after()))
        or spot.unit != "count"
        or not spot.after().lstrip().startswith("point")
        or spot.sentence.block.cells
    ):
        return False
    reach = 1 if isinstance(spot.mention.value, Quantity) and spot.mention.value.quantum else 0
    if SWING.search(spot.before()):
        return True
    shares = any(spot.number - one.number <= reach and unit_of(one.mention) == "percent" for one in spot.page.measured)
    stepped = STEPPED.search(spot.before()) is not None and re.match(r"\s*points?\b", spot.after()) is not None
    return shares and (stepped or POINTS.match(spot.after()) is not None or trails(spot))


def trails(spot: Spot) -> bool:
    """Whether points tell how far a share lies behind another: "at 21 percent, 12 points behind her rival"."""
    return TRAILS.match(spot.after()) is not None and OF_SHARE.search(spot.before()) is not None


def lender(spot: Spot, own: Attribute | None) -> Measured | None:
    """The figure before it whose unit is a bare one's without any doubt.

    What it is taken to count is that unit, "40 percent voted for, 60 against"; or both are rates, "€12 per car and 36
    per lorry".
    """
    for one in spot.page.measured[::-1]:
        value, here = one.mention.value, one.number == spot.number
        if not here or not isinstance(value, Quantity) or is_vast(spot, value):
            return None
        if INSTEAD.search(spot.before()):
            return one
        said = spot.page.folded[one.mention.start : one.mention.end].lower()
        if own is not None and said.endswith((own.name, f"{own.name}s")):
            return one
        if spot.after().startswith(" per ") and value.base and one.mention.kind is Kind.MONEY:
            return one
    return None


def is_vast(spot: Spot, known: Quantity) -> bool:
    """Whether a figure is far too large for the unit of another: "12 years to grow from 7 billion"."""
    value = spot.mention.value
    return isinstance(value, Quantity) and size(value) > VAST * max(size(known), Decimal(1))


def is_own_unit(spot: Spot, found: Attribute) -> bool:
    """Whether what a filled figure seems to measure is only the word for its unit, as "percent" is."""
    said = [spot.page.folded[one.mention.start : one.mention.end].lower() for one in spot.page.measured[-1:]]
    return is_filled(spot.mention) and any(words_.endswith((found.name, f"{found.name}s")) for words_ in said)


def is_anothers_unit(spot: Spot, found: Attribute) -> bool:
    """Whether a figure that shares the unit of the next one is called after it: "from 7,800 to 3,900 tonnes"; or a
    count after a vague one: "killed 14 and injured dozens"."""
    node = found.anchor
    if spot.counts:
        return node is not None and node.low in VAGUE and not spot.holds(node)
    return node is not None and any(
        one.start < node.start < one.end and getattr(one.value, "unit", "") == spot.unit
        for one in spot.page.mentions[spot.number]
    )


def is_when(spot: Spot, found: Attribute) -> bool:
    """Whether what a count seems to count is the time it is of: "earned 2.3 million last year"."""
    last = found.name.split()[-1]
    if not spot.counts or words().dimension.get(last) != "duration":
        return False
    return spot.after().startswith(tuple(f" {word} {last}" for word in SOME_TIME))


def is_filled(mention: Mention) -> bool:
    """Whether a figure has its unit from another."""
    return any(step.startswith("unit carried") for step in mention.trace[-1:])


def is_owned(spot: Spot) -> bool:
    """Whether a figure is taken up as somebody's: "the 14 the union asked for", "the 212 of the prosecutors"."""
    return spot.before().endswith("the ") and OWNED.match(spot.after()) is not None


def is_aim(spot: Spot, named: Attribute, one: Measured) -> bool:
    """Whether a figure is a mark that another of the sentence is held against: "7.9 percent, above our target of 4"."""
    low = named.name.split()[-1]
    aims = low in words()["levels.aims"] and spot.before().endswith((" of ", f" {low} "))
    joined = spot.page.folded[one.mention.end : spot.mention.start]
    first = spot.page.folded[max(0, one.mention.start - 16) : one.mention.start]
    held = AGAINST.search(joined) is not None or (BETWEEN.search(first) is not None and " and " in joined)
    return aims and held and "." not in joined and ";" not in joined


def nearer(spot: Spot, value: Quantity, one: Measured) -> bool:
    """Whether a count of about that size stands between: "a 9 % fall. Sick days fell from 4.7; now it is 4.4"."""
    number, found, what = spot.page.tallies[-1] if spot.page.tallies else (-1, 0.0, None)
    if what is None or number < one.number or not what.name or not found:
        return False
    between = number > one.number or one.mention.kind not in (Kind.MONEY, Kind.MEASURE)
    return between and close(size(value), abs(Decimal(str(found))))


def close(one: Decimal, other: Decimal) -> bool:
    """Whether two sizes are alike."""
    return CLOSE <= one / other <= FAR


def size(value: Quantity) -> Decimal:
    """How large a figure is."""
    return abs(value.low if value.low is not None else value.high or Decimal(0))


def unit_of(mention: Mention) -> str:
    """The unit of a figure."""
    return mention.value.unit if isinstance(mention.value, Quantity) else ""
