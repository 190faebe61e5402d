"""What something to come is estimated to cost: "the cost of the new slipway is estimated at £2.4 million".

A newcomer's mistake: any estimate. What a storm has cost is estimated too, and so is what a thing costs every year.
"""

from __future__ import annotations

import re

from registry.steps.assemble.spot import Spot
from registry.steps.assemble.status.announcing import LAWS, TEXTS, things
from registry.steps.cues import cued
from registry.steps.fragments import HEDGES
from registry.steps.resolve.words import words

ESTIMATED = cued(
    rf"\bcosts?(?: of [^.;]{{2,60}}?)? (?:is|are) (?:(?:now|currently|provisionally|still) )?"
    rf"(?:estimated|put|reckoned|calculated|budgeted|costed) (?:at|to be) {HEDGES}$"
    rf"|\bestimated costs? (?:of [^.;]{{2,60}}? )?(?:is|are) {HEDGES}$"
    rf"|\b[^.;]{{2,60}}? (?:is|are) (?:(?:now|currently|still) )?estimated to cost {HEDGES}$",
    re.I,
)
BEGUN = re.compile(
    r"\b(?:final|eventual|actual|ultimate|outturn|so far|to date|annual|yearly|monthly|weekly|daily|running|living"
    r"|average|unit)\b"
    r"|\b(?:a|per|each|every) (?:year|month|week|day)\b",
    re.I,
)


def estimated_ahead(spot: Spot) -> bool:
    """Whether a sum is what something that is still to come is estimated to cost."""
    found = ESTIMATED.search(spot.before())
    if found is None:
        return False
    told = {part for word in re.findall(r"[a-z]+", found.group().lower()) for part in (word, word.removesuffix("s"))}
    if told & words()["status.befallen"]:
        return False
    if BEGUN.search(spot.before()) or BEGUN.match(spot.after().strip()):
        return any(law in things(spot.page) for law in LAWS | TEXTS)  # what a law that is to come will cost every year
    return True
