"""Turns of phrase that say what a figure is whatever noun stands beside it: "68 percent were in favour", "six months to
live", "work for 350 people".

A newcomer's mistake: the noun before it. "Brug found two-thirds in favour" gives no share of Brug, and "a person with
six months to live" says nothing of the person's age.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.cues import cued
from registry.steps.resolve.words import words

_WERE = r"(?:(?:were|was|are|is|came out|come out|had been|said they were) )?(?:all |now |still )?"
FAVOUR = re.compile(rf"^,? (?:of (?:them|those (?:asked|polled|questioned)|[a-z]+) )?{_WERE}in favou?r\b")
OPPOSED = re.compile(rf"^,? {_WERE}(?:against|opposed)\b(?! (?:about |the )?\d)")
SIDES = re.compile(r"\b(?:in favou?r|support\w*|approv\w+|back(?:s|ed|ing)?)\b")
TO_LIVE = re.compile(r"^ (?:left )?to live\b(?! (?:in|on|with|there|here)\b)")
LIVING = cued(r"\b(?:expected|likely|estimated|unlikely) to live (?:for )?(?:more than |less than |at least |only )?$")
WORK_FOR = cued(
    r"\b(?:gives?|gave|giv(?:ing|en)|provid(?:e|es|ed|ing)|offer(?:s|ed|ing)?|creat(?:e|es|ed|ing)|finds?|found|means?)"
    r" (?P<kind>permanent |full-time |part-time |temporary |seasonal |steady )?(?:work|jobs|employment)"
    r" (?:to|for) (?:about |some |around |up to |more than |at least |nearly )?$",
    re.I,
)
PEOPLE = re.compile(
    r"^(?:\s*$|[,.;]| (?:people|persons|men|women|workers|staff|residents|locals|local people|of them)\b)"
)


def opinion(spot: Spot) -> Attribute | None:
    """A share of those asked that is for or against something: "two-thirds in favour"."""
    if spot.mention.kind not in (Kind.PERCENT, Kind.FRACTION) or spot.mention.direction:
        return None
    after = spot.after()
    if " favo" in after and FAVOUR.match(after):
        return Attribute("support", None, "label")
    against = (" against" in after or " opposed" in after) and OPPOSED.match(after) and SIDES.search(spot.words)
    return Attribute("opposition", None, "label") if against else None


def left_to_live(spot: Spot) -> Attribute | None:
    """How long somebody has to live: "with less than six months to live", "expected to live for a year"."""
    if words().dimension.get(spot.unit) != "duration":
        return None
    told = TO_LIVE.match(spot.after()) or LIVING.search(spot.before())
    return Attribute("life expectancy", None, "label") if told else None


def given_work(spot: Spot) -> Attribute | None:
    """Those to whom something gives work, which are its jobs: "will provide work for 350 people"."""
    hit = WORK_FOR.search(spot.before()) if spot.mention.kind is Kind.COUNT else None
    if hit is None or not PEOPLE.match(spot.after()):
        return None
    return Attribute(f"{(hit['kind'] or '').strip().lower()} job".strip(), None, "label")
