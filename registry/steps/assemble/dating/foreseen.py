"""Which planned figures have a day: what is foreseen now may be foreseen otherwise tomorrow.

A newcomer's mistake: dating every plan. Until when works are to be done and what they are to cost is reckoned anew as
they go on; a fine that is asked for, a day that is set for a vote and what was planned at first are not.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.model.moment import Bound, Moment, Precision
from registry.model.quantity import Quantity
from registry.model.span import BlockKind
from registry.steps.assemble.dating.behaviour import LARGE, is_changing, is_revised, parts
from registry.steps.assemble.dating.standing import PER
from registry.steps.assemble.spot import Spot, verb_of
from registry.steps.assemble.status.planned import raised
from registry.steps.cues import cued
from registry.steps.resolve.words import words

SHIFTED = re.compile(
    r"\b(?:now|delay\w*|postpon\w*|put (?:off|back)|slip\w*|push\w* back|not\b.*\bbefore|later than|instead of"
    r"|rescheduled?|brought forward|move[ds]?)\b",
    re.I,
)
# What was planned once, or only if: "it was to cost 9 million", "the original date", "a bridge would cost".
ONCE = cued(
    r"\b(?:original(?:ly)?|initial(?:ly)?|at first|once|had (?:been )?(?:planned|expected|promised|due|set|meant)"
    r"|w(?:as|ere) (?:to|due)|would|could|might|if|approved|one-off|against an?)\b",
    re.I,
)
HOPED = cued(r"\b(?:expect(?:s|ed)?|hop(?:es?|ed|ing)|aims?|intends?|reckons?|now|at present|should)\b", re.I)
CLAUSE = re.compile(r"[;.:] ")
EDGE = re.compile(r"\b(?:end|middle|start|beginning|turn) of\b")
LEAD, NEAR, SHORT = 3, 80, 12
OPEN_DAYS = (Precision.MONTH, Precision.QUARTER, Precision.YEAR, Precision.PERIOD)
OPEN_BOUNDS = (Bound.BEFORE, Bound.LATEST, Bound.EARLIEST)


def is_foreseen(spot: Spot, name: str) -> bool:
    """Whether a planned value is one that news revise: when works are done, what they cost, a date put off, a rate."""
    if raised(spot):
        return True
    if spot.mention.kind is Kind.DATE:
        return bool(name) and (SHIFTED.search(spot.words) is not None or is_headline(spot) or is_completion(spot, name))
    if is_revised(spot, name) and not spot.is_money:
        return True
    if spot.is_money:
        moved = (is_revised(spot, name) or is_changing(name)) and SHIFTED.search(spot.words) is not None
        return moved or is_outlay(spot, name)
    return spot.mention.kind in (Kind.PERCENT, Kind.RANGE) and bool(set(parts(name)) & words()["behaviour.forecast"])


def is_headline(spot: Spot) -> bool:
    """Whether a planned date is what the headline announces: that is the day it is set, and it may be set anew."""
    page = spot.page
    if spot.number >= LEAD or page.sentences[0].block.kind is not BlockKind.HEADING:
        return False
    return any(one.kind is Kind.DATE and one.value == spot.mention.value for one in page.mentions[0])


def is_completion(spot: Spot, name: str) -> bool:
    """Whether a date is that until which works are foreseen to last: "is to be finished in spring 2031"."""
    verb, value = verb_of(spot.node), spot.mention.value
    said = {*parts(name), *([verb.lemma] if verb is not None else [])}
    if not isinstance(value, Moment) or was_once(spot, name) or is_target(spot):
        return False
    if not said & words()["behaviour.works"]:
        return bool(said & words()["behaviour.openings"]) and is_hoped(spot, said, value)
    written = spot.page.folded[max(0, spot.mention.start - SHORT) : spot.mention.end]
    vague = value.precision in OPEN_DAYS or value.bound in OPEN_BOUNDS or EDGE.search(written) is not None
    return vague or HOPED.search(spot.before()[-NEAR:]) is not None


def is_hoped(spot: Spot, said: set[str], day: Moment) -> bool:
    """Whether somebody only hopes or expects a thing to work from a day on, "should be open again by 4 May", or names
    no day yet: "will open in 2031"."""
    held = said | ({token.lemma for token in spot.tree.tokens} if spot.tree else set())
    vague = day.precision in OPEN_DAYS and not spot.sentence.block.cells
    return (vague or HOPED.search(spot.before()[-NEAR:]) is not None) and not held & words()["behaviour.occasions"]


def is_target(spot: Spot) -> bool:
    """Whether a date is that by which so many of a thing are to be done: "to rebuild 300 homes by the end of 2031"."""
    ahead = [one for one in spot.page.mentions[spot.number] if one.end <= spot.mention.start and one.kind is Kind.COUNT]
    return bool(ahead) and "," not in spot.page.folded[ahead[-1].end : spot.mention.start]


def is_outlay(spot: Spot, name: str) -> bool:
    """Whether a sum is what works or a measure are foreseen to cost in all: "the bridge will cost 40 million"."""
    value = spot.mention.value
    size = (value.low or value.high or 0) if isinstance(value, Quantity) else 0
    told = bool(set(parts(name)[-1:]) & words()["behaviour.outlays"]) and not spot.sentence.block.cells
    return told and size >= LARGE and not PER.match(spot.after()) and not was_once(spot, name)


def was_once(spot: Spot, name: str) -> bool:
    """Whether the words tell of a plan that was, or of what would be so."""
    after = CLAUSE.split(spot.after()[:SHORT])[0]
    return any(ONCE.search(told) is not None for told in (CLAUSE.split(spot.before()[-NEAR:])[-1], after, name))
