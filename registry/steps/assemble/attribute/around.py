"""What a length says of where something is: how near it comes, how far off it lies, how far a zone reaches, how tall.

A newcomer's mistake: a radius for all. What flies within 8,000 miles of a planet has a distance from it.
"""

from __future__ import annotations

import re

from registry.steps.assemble.spot import Attribute, Spot, verb_of
from registry.steps.resolve.words import words

AROUND = re.compile(r"^within\b|\bwithin $", re.I)
NEARING = re.compile(
    r"\b(?:fl(?:y|ies|ew|own|ying)|pass(?:es|ed|ing)?|c[oa]m(?:e|es|ing)|gets?|got|sail(?:s|ed)?|land(?:s|ed)?"
    r"|approach(?:es|ed)?|sw[iu]ng|dr[ae]wn?|travel(?:s|led|ed)?)\b[^.;,\d]{0,30}$"
)
# "No boat may sail within 9 km of the wreck" tells how far a zone reaches.
BARRED = re.compile(r"\b(?:may|must|no|not|never|nobody|none|allowed|permitted|forbidden|banned|barred)\b", re.I)
BRACKETED = re.compile(r"^\s*\([^()]{1,40}\)")
BEARING = re.compile(
    r"^ (?:(?:[NSEW]{1,3}|(?:due |just )?(?:north|south|east|west)[a-z-]*)(?: of\b| from\b)(?! (?:way|high|side)\b)"
    r"|off (?:the (?:[a-z]+ )?(?:coast|shore|island|islands|tip)|[A-Z])"
    r"|(?:further |farther )?(?:downstream|upstream|downriver|upriver|inland|offshore|outside|inside|beyond|short of"
    r"|ahead of)\b"
    r"|(?:below|above) (?:it(?=[.,;\[])"
    r"|(?:the|its) (?:[a-z]+ )?(?:dam|falls?|weir|lock|bridge|town|village|mouth|confluence))\b)"
)
APART = re.compile(r"\s*(?:[.,;)]|$| tall\b| and \b)")


def around(spot: Spot) -> str | None:
    """The name of a length that "within" stands before: "will pass within 8,000 miles of the planet"."""
    own = AROUND.search(spot.page.folded[spot.mention.start : spot.mention.end])
    if own is None and AROUND.search(spot.before()) is None:
        return None
    near = NEARING.search(spot.before()) and not BARRED.search(spot.before())
    return "distance" if near else "radius"


def bearing(spot: Spot) -> Attribute | None:
    """How far something lies from a place: "17 km NNE of the city", "14 miles southwest of the village"."""
    after = BRACKETED.sub("", spot.after()).removeprefix(")")
    far = words().dimension.get(spot.unit) == "length" and BEARING.match(after)
    return Attribute("distance", None, "bearing") if far else None


def stature(spot: Spot) -> Attribute | None:
    """How tall somebody is: "He is 6ft 2in"."""
    verb = verb_of(spot.node) if words().dimension.get(spot.unit) == "length" else None
    who = verb.first("nsubj") if verb is not None else None
    if verb is None or who is None or who.low not in ("he", "she", "i"):
        return None
    links = verb.lemma in ("be", "stand", "measure") or verb.first("cop") is not None
    near = APART.match(spot.after()) and (verb.lemma != "be" or spot.before().endswith((" is ", " was ", "'s ")))
    return Attribute("height", None, "cue") if links and near else None
