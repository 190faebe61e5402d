"""How badly those are hurt whom a figure counts: "29 were hurt, seven critically", "four with serious injuries".

A newcomer's mistake: counting them as the injured once more. They are a part of those, and are told in other words.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.cues import cued
from registry.steps.fragments import HEDGES

ADVERBS = {
    "critically": "critically",
    "gravely": "seriously",
    "seriously": "seriously",
    "severely": "seriously",
    "badly": "seriously",
    "slightly": "slightly",
    "lightly": "slightly",
    "mildly": "slightly",
}
STATES = {
    "life-threatening": "critically",
    "critical": "critically",
    "serious": "seriously",
    "severe": "seriously",
    "grave": "seriously",
    "minor": "slightly",
    "slight": "slightly",
    "light": "slightly",
}
THOSE = r"(?: of (?:them|whom|these|those|the (?:injured|wounded|hurt|victims|patients|survivors|casualties)))?"
PEOPLE = r"(?: (?:people|persons|others|men|women|children|passengers|officers|workers|residents|soldiers|civilians))?"
BE = r"(?: (?:was|were|is|are|remain(?:s|ed)?|has been|have been|had been))?(?: (?:still|also|now|all))?"
ADVERB = re.compile(
    rf"^{THOSE}{PEOPLE}{BE} (?P<how>{'|'.join(ADVERBS)})"
    rf"(?: (?P<hurt>injured|hurt|wounded)|(?=[.,;)]|$| (?:when|in|after|and|by|during|as|while|at|on)\b))"
)
STATE = re.compile(
    rf"^{THOSE}{PEOPLE}{BE} (?:(?:with|suffered|sustained|for) (?:(?:a|several) )?"
    rf"(?P<with>{'|'.join(STATES)}) (?:injur|wounds|burns)"
    rf"|in (?:an? )?(?:very )?(?P<in>critical|serious|grave|life-threatening) (?:but stable )?condition"
    rf"|(?P<dying>(?:still )?fighting for (?:their|his|her) li(?:fe|ves)|in danger of dying))"
)
CARE = re.compile(
    rf"^(?: of (?:the|those|these|them|whom)(?: [a-z]+)?)?{PEOPLE}(?: (?:patients|victims))?(?: (?:still|also))?"
    rf"(?: (?:remain(?:ed|s)?|stay(?:ed|s)?|(?:is|are|was|were|have been|had been|has been)(?: still)?(?: being)?"
    rf"(?: (?:treated|kept|cared for|taken|rushed|flown|airlifted|admitted|brought))?))?(?: still)?"
    rf" (?:in|to|receiv(?:ing|ed)|getting|need(?:ing|ed)|requir(?:ing|ed))(?: a| the| an)?"
    rf" (?P<where>hospitals?|clinics?|intensive care)\b"
)
# "The number of persons who lost their lives in the fire is 18", whatever the tree makes of it.
FATES = {
    "lost their lives": "death",
    "died": "death",
    "killed": "death",
    "dead": "death",
    "had to leave their homes": "evacuated person",
    "left their homes": "evacuated person",
    "lost their homes": "homeless person",
}
NUMBERED = cued(
    r"\bnumber of (?:people|persons|those|victims|passengers|residents|civilians)(?: (?:who|that))?"
    rf"(?: (?:have|had|has|were|was|are|been|confirmed|known to have))* (?P<fate>{'|'.join(FATES)})\b[^.;:]{{0,60}}?"
    r" (?:is|was|now|st(?:ands?|ood) at|(?:has |had )?(?:risen|rose|climbed|grown|gone up|reached|come)(?: to)?)"
    rf"(?: now| at| to)? {HEDGES}$"
)
LEAVE = re.compile(
    r"^(?: (?:people|persons|residents|inhabitants|villagers|families|others))?"
    r" (?:to )?(?:leave|flee|abandon|evacuate)\b"
    r"|^(?: (?:people|persons|residents|inhabitants|villagers))? (?:out of|from) (?:their )?homes?\b"
)
DRIVEN = re.compile(r"\b(?:forc\w+|order\w*|told|drove|driven|drives|driving|compell\w+|urged) (?:[a-z]+ ){0,2}$", re.I)
DISMISSED = cued(
    r"^ (?:(?:people|workers|employees|staff|others|[a-z]{3,}ers) )?"
    r"(?:(?:there|at the (?:site|plant|works|factory)) )?"
    r"(?:(?:will|would|could|may|might|must|have|had|are|were|stand|stood|now|also|to|set|likely|expected|due) )*"
    r"(?:lose|lost|losing) (?:their (?:jobs?|posts?|positions?)|work)\b"
)
HURT = re.compile(r"\b(?:injur\w+|hurt|wound(?:s|ed|ing)|hospitals?|casualt\w+|burns|burned)\b", re.I)


def gravely(spot: Spot) -> Attribute | None:
    """Those who are hurt badly, or only a little."""
    if spot.mention.kind is not Kind.COUNT:
        return None
    after = spot.after()
    if (hit := ADVERB.match(after)) and (hit["hurt"] or HURT.search(spot.before())):
        return Attribute(f"{ADVERBS[hit['how']]} injured person", None, "people")
    hit = STATE.match(after)
    return (
        Attribute(f"{STATES[hit['with'] or hit['in'] or 'critical']} injured person", None, "people") if hit else None
    )


def in_care(spot: Spot) -> Attribute | None:
    """Those who are in hospital: "eleven of the wounded remained in hospital", "three are in intensive care"."""
    hit = CARE.match(spot.after()) if spot.mention.kind is Kind.COUNT else None
    if hit is None:
        return None
    name = "person in intensive care" if hit["where"] == "intensive care" else "hospitalised person"
    return Attribute(name, None, "people")


def numbered(spot: Spot) -> Attribute | None:
    """Those whose number is told with what befell them: "the number of persons who lost their lives is 18"."""
    hit = NUMBERED.search(spot.before()) if spot.mention.kind is Kind.COUNT else None
    return Attribute(FATES[hit["fate"]], None, "number of") if hit else None


def driven_out(spot: Spot) -> Attribute | None:
    """Those who have to leave their homes: "forced 2,800 people to flee", "forces 2,800 from homes"."""
    fits = spot.mention.kind is Kind.COUNT and LEAVE.match(spot.after()) and DRIVEN.search(spot.before())
    return Attribute("evacuated person", None, "people") if fits else None


def dismissed(spot: Spot) -> Attribute | None:
    """Those who lose their work: "310 people will lose their jobs"."""
    fits = spot.mention.kind is Kind.COUNT and DISMISSED.search(spot.after())
    return Attribute("job cut", None, "people") if fits else None
