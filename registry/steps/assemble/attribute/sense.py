"""What may stand before the name of a measure: "tunnel length" says something, "nobody time" and "cent amount" do not.

A newcomer's mistake: whatever noun stands near. What is measured must be able to have it: nobody has an area, a thing
that does not go on has no time, and what goes on for a time has a duration.
"""

from __future__ import annotations

import re
from functools import lru_cache

from registry.steps.assemble.attribute.bearers import PERSONAL, SOMEBODY
from registry.steps.assemble.attribute.lasting import TERMS, goes_on_for, is_term
from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.recognise.tables import units
from registry.steps.resolve.names import singular
from registry.steps.resolve.persons import is_somebody
from registry.steps.resolve.words import words

BUILT = frozenset({"unit", "described", "measured", "cue", "subject", "dimension", "recalled"})
MEASURES = frozenset({"time", "length", "weight", "amount", "volume", "area", "distance", "depth", "height", "speed"})
OF_NOBODY = MEASURES - {"weight", "height", "speed"}
PLAIN = re.compile(r"[a-z][a-z-]+")
NOTE = re.compile(r"\W*\[\d+.*?(?= |$)")  # the mark of a footnote that the parser leaves at a word
PERIODS = frozenset({"week", "period", "day", "year", "month"})
SHORT = 3  # letters of a word that may be a unit and something else, as "m" and "bar"


def sensible(spot: Spot, found: Attribute) -> Attribute:
    """An attribute without what cannot have such a measure before its name, and with a duration for what went on."""
    if "[" in found.name and (first := NOTE.sub("", found.name).split()):
        found.name = " ".join([*first[:-1], singular(first[-1])])
    whose, _, kind = found.name.rpartition(" ")
    if found.how not in BUILT or kind not in MEASURES:
        return found
    noun = whose.split()[-1:]
    if noun and noun[0] in PERIODS and " " in whose:
        found.name = whose  # "the working week was cut to 40 hours"
    elif noun and not can_have(noun[0], kind):
        found.name, whose = kind, ""
    if words().dimension.get(spot.unit) != "duration" or not found.name.endswith(kind) or not goes_on_for(spot):
        return found
    if kind in ("time", "length") and (is_term(spot) or TERMS.intersection(noun)):
        found.name = "term"
    elif kind == "time" and not {*noun} & words()["levels.timed"]:
        found.name = f"{whose} duration".strip()
    return found


def can_have(noun: str, kind: str) -> bool:
    """Whether a noun can have a measure: a tunnel has a length, a trial a time, somebody neither."""
    word = singular(noun)
    if not PLAIN.fullmatch(noun) or word in words()["levels.unmeasured"] or is_unit(word) or word in words().cues:
        return False
    if word in PERSONAL | SOMEBODY or is_somebody(word):
        return kind not in OF_NOBODY
    return kind != "time" or is_lasting(word)


def is_lasting(noun: str) -> bool:
    """Whether what a noun names goes on for a time.

    >>> is_lasting("crossing"), is_lasting("trial"), is_lasting("warning"), is_lasting("jewel"), is_lasting("evening")
    (True, True, True, False, False)
    """
    table = words()
    going = noun.endswith("ing") and noun not in table["levels.standing"]
    return going or noun in table["levels.events"] | table["nouns.event"] | table["levels.timed"]


@lru_cache(maxsize=1)
def unit_words() -> frozenset[str]:
    """The words of units that are nothing else."""
    return frozenset(
        word
        for entries in units().forms.values()
        for form, _ in entries
        if len(form) == 1 and len(word := form[0]) > SHORT
    )


def is_unit(word: str) -> bool:
    """Whether a word is that of a unit, or a part of the year."""
    return word in unit_words() or word in words()["frames.times"] - words()["levels.events"]
