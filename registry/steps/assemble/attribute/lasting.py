"""What a time is that something takes or goes on for: a duration, the term of an agreement, the time that is spent.

A newcomer's mistake: a duration wherever "for" stands. Who "has been here for nine years" has spent them here.
"""

from __future__ import annotations

import re

from registry.steps.assemble.attribute.bearers import PERSONAL
from registry.steps.assemble.roles.offices import office_words
from registry.steps.assemble.spot import Spot, subject_of, verb_of
from registry.steps.fragments import HEDGES
from registry.steps.resolve.names import singular
from registry.steps.resolve.words import words

LASTING = re.compile(rf"\bfor (?:the |another |a further |a total of |a whole |all of |as long as )?{HEDGES}$", re.I)
FOR = re.compile(r"^for\b", re.I)
SERVED = frozenset({"i", "we", "he", "she", "you", "who"})
TERMS = frozenset(
    {"agreement", "contract", "deal", "accord", "treaty", "lease", "licence", "license", "pact", "policy"}
)
RUNS = frozenset({"run", "apply", "hold", "conclude", "sign"})
MADE = frozenset({"construction", "repair", "restoration", "renovation", "delivery"})
LONG = frozenset({"year", "month"})
DONE_IN = re.compile(rf"\b(?:in|within) {HEDGES}$")


def goes_on_for(spot: Spot) -> bool:
    """Whether a time is that for which something went on; who has been somewhere for years has spent them there."""
    own = spot.page.folded[spot.mention.start : spot.mention.end]
    if not (FOR.match(own) or LASTING.search(spot.before())):
        return False
    verb = verb_of(spot.node)
    who = subject_of(verb)
    alone = who is not None and (who.low in SERVED or who.is_name)
    served = alone or (who is not None and singular(who.low) in PERSONAL | office_words())
    perfect = verb is not None and any(one.lemma == "have" for one in verb.of("aux"))
    return not ((served and perfect) or (alone and spot.unit in LONG))


def is_term(spot: Spot) -> bool:
    """Whether a time is that for which an agreement holds: "it is valid for four years", "the lease runs for ten"."""
    verb = verb_of(spot.node)
    who = subject_of(verb)
    if verb is None:
        return False
    holds = who is not None and who.lemma in TERMS and (verb.lemma in RUNS or verb.first("cop") is not None)
    return holds or verb.low == "valid"


def done_in(spot: Spot) -> str:
    """What takes the time that it is done in: "after charging in 20 minutes", "was built in nineteen months"."""
    verb = verb_of(spot.node) if DONE_IN.search(spot.before()) else None
    if verb is None or verb.lemma in words()["frames.verbs"]:
        return ""
    if verb.tag == "VBG" and not verb.of("aux"):
        return verb.low
    made = words().acts.get(verb.lemma, "") if verb.tag == "VBN" else ""
    return made if made in MADE else ""
