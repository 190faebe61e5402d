"""Vetoes for acts and things that are easily confused: the dead and the injured, what is signed and what is ratified.

A newcomer's mistake: taking the mere name of a measure for a thing. An area is one, whatever it is called.
"""

from __future__ import annotations

from registry.steps.match import concepts
from registry.steps.match.about import concept_weights, kindred, labels, one_by_context
from registry.steps.match.profile import Profile
from registry.steps.match.words import stem

LASTS = frozenset(("time", "long time"))
# What a measure is called where no word says what of.
MERE = {"area": frozenset(("area",)), "length": frozenset(("length", "distance"))}


def confused_acts(left: Profile, right: Profile) -> str | None:
    """What happened is easily confused and not the same; a strike that began, is or was called is as long as it is."""
    lasts = left.dimension in LASTS and left.things & right.things
    return None if lasts else confused(left.acts, right.acts)


def confused_things(left: Profile, right: Profile) -> str | None:
    """What is counted is easily confused and not the same."""
    if concept_weights(left).keys() & concept_weights(right).keys() & (left.things | right.things):
        return None
    return None if one_by_context(left, right) else confused(specific(left), specific(right))


def specific(seen: Profile) -> frozenset[str]:
    """What is counted or measured, without the mere name of its measure: an area is one of whatever it is called, and
    where no word of the sentence says "length" it was only called so."""
    own = MERE.get(seen.dimension, frozenset())
    return frozenset(one for one in seen.things if one not in own or (one != "area" and stem(one) in seen.sentence))


def confused(one: frozenset[str], two: frozenset[str]) -> str | None:
    """The reason, where two sets of concepts share none and two of them are of one family."""
    if one & two:
        return None
    family = concepts.default().family
    if kindred(one, two):
        return None
    if {family[concept] for concept in one} & {family[concept] for concept in two}:
        return f"{labels(one)} and {labels(two)} are different things"
    return None
