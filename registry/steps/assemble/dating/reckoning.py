"""Figures that only say how another one is reckoned: "(2024 prices)", "in 2019 dollars", "twelve-month inflation".

A newcomer's mistake: a claim for each number. The year of the prices and the span of a rate state nothing themselves.
"""

from __future__ import annotations

import re

from registry.steps.assemble.spot import Spot

YEAR = re.compile(r"(?:18|19|20)\d\d")
PRICES = re.compile(
    r"^[ -](?:prices|money|dollars|euros|pounds|terms|values|rates|levels)"
    r"\s*(?:[),.;:]|$|(?:it|that|this|they|the|or|and)\b)"
)
PRICED = re.compile(r"(?:\(|\b(?:in|at|constant)(?: constant| today's)? )$", re.I)
SPAN = re.compile(r"[\w-]+[- ](?:day|week|month|quarter|year)", re.I)
RATED = re.compile(
    r"^ (?:inflation|averages?|means?|medians?|rates?|lows?|highs?|peaks?|moving|rolling|running|growth|incidence"
    r"|yields?)\b"
)


def reckons(place: Spot) -> bool:
    """Whether a figure only says by which prices or over which span another one is reckoned."""
    said = place.page.folded[place.mention.start : place.mention.end]
    if YEAR.fullmatch(said):
        return PRICES.match(place.after()) is not None and PRICED.search(place.before()) is not None
    return SPAN.fullmatch(said) is not None and RATED.match(place.after()) is not None
