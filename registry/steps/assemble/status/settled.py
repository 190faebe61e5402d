"""Figures that are so whatever is planned about them: ages, aims of a policy, pleas in court, votes cast, possessions.

A newcomer's mistake: the tense of the sentence. "Tamm, 57, is to stay" plans her stay, not her age.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.attribute.auctions import was_estimated
from registry.steps.assemble.attribute.measuring import AGED, age
from registry.steps.assemble.spot import Spot, climb
from registry.steps.fragments import HEDGES
from registry.steps.resolve.names import singular
from registry.steps.resolve.words import words

STANDING = re.compile(r"\b(?:target|goal|aim)s?\b(?: (?:of|is|was|remains|stays)(?: at)?)? (?:about )?$", re.I)
PLEA = re.compile(r"\b(?:asked|asks|wanted|want|wants|sought|seeks?|demanded|called|argued|recommended|proposed)\b")
TRIAL = re.compile(
    r"\b(?:prosecut\w+|defen[cs]e|defendants?|probation|sentence[ds]?|prison|jail|lawyers?|government)\b", re.I
)
BALLOT = re.compile(r" (?:against|opposed|rejected|abstained|abstentions?|in favou?r|for)(?: it)?(?: and\b|[.,;)]|$)")
VOTED = re.compile(r"\b(?:voted|backed|supported|approved|passed|adopted)\b[^.;]*$")
OWNED = re.compile(
    r"\b(?:his|her|its|their|our|my|[\w-]+['\u2019]s?) (?:[a-z-]+ ){0,2}?(?P<noun>salary|pay|workforce|staff|fleet"
    r"|debts?|fortune|stake|holding|budget|turnover|population|membership|area|estate|reserves?|stock|portfolio|network"
    r"|collection|herd)"
    rf" of {HEDGES}$"
)
CREW = re.compile(rf"\b[Tt]he (?:[a-z-]+ )?(?:staff|workforce|crew|team) of {HEDGES}$")


def settled(spot: Spot) -> bool:
    """Whether a figure is so whatever its sentence plans."""
    return standing(spot) or sought(spot) or balloted(spot) or is_had(spot) or was_estimated(spot)


def standing(spot: Spot) -> bool:
    """Whether a share is the aim of a policy that holds now, of no coming day: "the target of 2 percent"."""
    return spot.mention.kind is Kind.PERCENT and STANDING.search(spot.before()[-40:]) is not None and not dated(spot)


def dated(spot: Spot) -> bool:
    """Whether the sentence has a date at all."""
    return any(one.kind is Kind.DATE for one in spot.page.mentions[spot.number][:40])


def sought(spot: Spot) -> bool:
    """Whether a figure is the sentence that somebody asked a court for, which is a fact of the trial."""
    if spot.is_money and is_claimed(spot):
        return True
    penal = words().dimension.get(spot.unit) == "duration" or spot.mention.kind is Kind.COUNT
    return penal and PLEA.search(spot.words) is not None and TRIAL.search(spot.words) is not None


def is_claimed(spot: Spot) -> bool:
    """Whether a sum is what somebody demands of another: "they demand 412 million", "prosecutors want $804 million"."""
    node = climb(spot.node) if spot.node else None
    if node is None or node.is_root or node.dep != "obj" or node.head.tag not in ("VBZ", "VBP", "VBD"):
        return False
    return node.head.lemma in ("want", "demand", "seek", "claim") and node.head.first("xcomp") is None


def balloted(spot: Spot) -> bool:
    """Whether a figure counts votes that have been cast on a plan: "31 voted for the plan, 26 against"."""
    return spot.counts and BALLOT.match(spot.after()) is not None and VOTED.search(spot.before()) is not None


def is_had(spot: Spot) -> bool:
    """Whether a figure says how old somebody is, or how much there is of what somebody has, whatever is to become of
    it: "Tamm, 57, is to stay", "will give up a tenth of her salary of $890,000"."""
    if spot.unit == "year" and AGED.search(spot.before()) and (found := age(spot)) is not None and found.name == "age":
        return True
    if spot.counts and CREW.search(spot.before()):
        return True
    owned = OWNED.search(spot.before())
    return owned is not None and not {owned["noun"], singular(owned["noun"])} & words()["status.planned_nouns"]
