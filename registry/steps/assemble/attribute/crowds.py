"""Those who take to the streets, where a text about a march counts people without saying so: "The unions say 400,000".

A newcomer's mistake: every large count of such a text. Only one that names nobody else, or "people" who march, fill a
street or are counted.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.attribute.nouns import size_of
from registry.steps.assemble.spot import Attribute, Spot, verb_of
from registry.steps.cues import cued
from registry.steps.fragments import HEDGES
from registry.steps.resolve.words import words

LEAST, OFTEN = 500, 4
MARCHED = cued(
    r"\b(?:demonstrators?|demonstrations?|demonstrat(?:ed|ing)|protesters?|protestors?|protests?|march(?:ers?|es|ed|ing)"
    r"|rall(?:y|ies|ied)|(?:in|on|to|onto|through) the streets|processions?)\b"
)
STREETS = re.compile(
    r"^ (?:people |persons |of (?:us|them) )?(?:were |was )?(?:in|on|onto|to|through|into) the"
    r" (?:streets?|squares?|avenues?)\b"
)
WHERE = re.compile(r"^(?: (?:in|at|on|across|nationwide|strong)\b|\s*[.,;:!\"(]|\s*$)")
TELLS = re.compile(
    r"\b(?:said|says?|count(?:ed|s)?|spoke of|speaks? of|talks? of|claim(?:ed|s)?|drawn?|drew|puts? it at)"
    rf" {HEDGES}$|: $",
    re.I,
)


def crowd(spot: Spot, found: Attribute | None) -> Attribute | None:
    """Demonstrators, where a text about a march counts people and calls them nothing else."""
    if not spot.counts or spot.mention.kind is not Kind.COUNT or spot.sentence.block.cells or not marches(spot):
        return None
    if found is not None and found.name in words()["crowds.events"]:
        found = None  # "half a million march"
    plain = found is None or found.name == "person" or (found.how in ("ellipsis", "recalled") and is_anybody(found))
    if not plain or size_of(spot.mention) < LEAST:
        return None
    verb = verb_of(spot.node)
    walks = verb is not None and verb.lemma in words()["crowds.verbs"]
    if STREETS.match(spot.after()) or (found is not None and found.name == "person" and walks):
        return Attribute("demonstrator", None, "crowd")
    told = found is None and WHERE.match(spot.after()) and (walks or TELLS.search(spot.before()) or not any_verb(spot))
    return Attribute("demonstrator", None, "crowd") if told else None


def is_anybody(found: Attribute) -> bool:
    """Whether what was counted before is people, or nobody can tell what: "a called demonstrator", "a gap"."""
    return found.name.split()[-1] in ("person", "demonstrator", "gap", "turnout", "attendance", "crowd")


def any_verb(spot: Spot) -> bool:
    """Whether a sentence has a verb."""
    return any(token.is_verb for token in spot.tree.tokens) if spot.tree else False


def marches(spot: Spot) -> bool:
    """Whether a text is about people who march, by what it is about and by how often it speaks of them."""
    page = spot.page
    if page.marches is None:
        about = set((page.story.about or "").lower().split()) & words()["crowds.events"]
        often = sum(1 for _ in MARCHED.finditer(page.folded[:100_000]))
        page.marches = often >= (1 if about else OFTEN)
    return page.marches
