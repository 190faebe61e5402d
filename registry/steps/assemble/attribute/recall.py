"""What earlier figures of a document measured, for later ones that do not say: "It is €0.40", "the 602 million".

A newcomer's mistake: the last figure of any sort. Only one of the same dimension is taken up again, and only by a
clause that leans on what was said before; a figure that stands there twice is about the same thing twice.
"""

from __future__ import annotations

import re

from registry.model.quantity import Quantity
from registry.steps.assemble.attribute.bearers import SOMEBODY
from registry.steps.assemble.attribute.nouns import size_of
from registry.steps.assemble.spot import Attribute, Spot, is_name, subject_of, verb_of
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import singular
from registry.steps.resolve.words import words

OWN = re.compile(r" (?:of (?!(?:it|them|that|this|these|those|which|whom)\b)|for (?:an?|new|its|their|his|her) )[a-z]")
REACH, DIGITS, TALLIES = 3, 3, 7
LARGE, TIMES = 100, 4
RECKONING = {  # verbs of having a figure, with the words before it
    "come": ("to",),
    "arrive": ("at",),
    "speak": ("of",),
    "talk": ("of",),
    "hear": ("of",),
    "think": (),
    "reckon": (),
    "calculate": (),
    "believe": (),
    "insist": ("on",),
}
RESTS = re.compile(r"^\s*(?:[.,;:)]|$|(?:and|but|while|instead|rather)\b|that (?:will|would|are)\b)")
COUNTS = 100  # looking through more makes long documents slow
VAGUE = ("unit", "ellipsis", "recalled")


def lately(spot: Spot, group: str) -> Attribute | None:
    """What the last figure of the same dimension measured, where the clause leans on it."""
    number, found = spot.page.recent.get(group, (0, None))
    filled = bool(spot.mention.trace) and spot.mention.trace[-1].startswith("unit carried")
    if found is None or spot.number - number > REACH or number == spot.number or not (filled or refers(spot)):
        return None
    if not filled and (OWN.match(spot.after()) or found.name.endswith("age")):
        return None  # "The cabinet declared three days of mourning"; nobody is three days old
    return Attribute(found.name, None, "recalled")


def counted(spot: Spot) -> Attribute | None:
    """What the last count of like size counted, for a large one that names nothing: "The police say 64,000"."""
    size = size_of(spot.mention)
    if not spot.counts or size < LARGE or spot.sentence.block.cells or "vague" in spot.mention.notes:
        return None
    like = (found for told, found in reversed(spot.page.counts) if told and 1 / TIMES <= size / told <= TIMES)
    found = next(like, None)
    return Attribute(found.name, None, "recalled") if found else None


def refers(spot: Spot) -> bool:
    """Whether a clause speaks of what was measured before: "it was", "they grew to", "the agency says"."""
    verb = verb_of(spot.node)
    who = subject_of(verb)
    if verb is None or who is None or verb.first("expl") is not None:
        return False
    tells = verb.lemma in words()["speech.verbs"] | words()["speech.settings"] | words()["levels.hoping"]
    if who.low in ("it", "they", "that", "this"):
        return True
    return (tells or reckons(spot, verb, who)) and not who.tag.startswith("PRP")


def reckons(spot: Spot, verb: Token, who: Token) -> bool:
    """Whether somebody has a figure of their own: "Ridgeline, a firm of modellers, comes to $1bn"."""
    ways = RECKONING.get(verb.lemma)
    if ways is None or not RESTS.match(spot.after()) or spot.mention.direction:
        return False
    link = spot.tree.before_place(spot.mention.start) if spot.tree else None
    if ways and (link is None or link.low not in ways):
        return False
    return is_name(spot.page, who) or singular(who.low) in SOMEBODY


def repeated(spot: Spot) -> Attribute | None:
    """What the same figure measured where it stood before."""
    key = key_of(spot)
    found = spot.page.values.get(key) if key else None
    return Attribute(found.name, None, "recalled") if found else None


def is_room(spot: Spot, found: Attribute) -> bool:
    """Whether a figure says for how many there is room: those who come are others."""
    return spot.counts and found.name.endswith("capacity")


def keep(spot: Spot, group: str, found: Attribute) -> None:
    """Keep what a figure measures for those that follow."""
    if spot.counts and spot.unit == "count":
        if found.how != "change":  # "68 seats, 13 fewer than before. The Union has 53": it has seats
            spot.page.last = (spot.number, found)
        if found.name and found.how not in ("right", "recalled"):
            spot.page.counts = [*spot.page.counts[-COUNTS:], (size_of(spot.mention), found)]
        spot.page.tallies = [*spot.page.tallies[-TALLIES:], (spot.number, size_of(spot.mention), found)]
    if not found.name or found.how in VAGUE:
        return
    spot.page.latest = (spot.number, found)
    spot.page.recent[group] = (spot.number, found)
    if key := key_of(spot):
        spot.page.values.setdefault(key, found)


def key_of(spot: Spot) -> tuple[str, str] | None:
    """A figure with its unit, where it has digits enough to be known again."""
    value = spot.mention.value
    if not isinstance(value, Quantity) or not value.single or value.low is None:
        return None
    digits = format(value.low.normalize(), "f")
    return (digits, value.unit) if len(digits.replace(".", "").strip("-0")) >= DIGITS else None
