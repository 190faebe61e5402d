"""Who bears a share of a cost.

A newcomer's mistake: calling every such share one of a payment. Three payers have three shares of one cost.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.attribute.nouns import OF_NOUN
from registry.steps.assemble.spot import Attribute, Spot, climb, subject_of, verb_of
from registry.steps.resolve.names import noun_phrase, singular
from registry.steps.resolve.words import words

BEARING = frozenset({"pay", "bear", "contribute", "fund", "finance", "cover", "shoulder", "provide"})
GAPPED = re.compile(
    r"(?:,|\band) (?:the|its) (?P<who>[a-z]+)(?: (?:the|another|a) (?:remaining|other|further|final))? $"
)


def bears(spot: Spot) -> Attribute | None:
    """The share of who bears a part of a cost: "the federal government pays 60 percent, the city 15 percent"."""
    node = climb(spot.node) if spot.node else None
    verb = verb_of(node)
    if spot.mention.kind is not Kind.PERCENT or spot.mention.direction or verb is None or verb.lemma not in BEARING:
        return None
    if node is verb or (node is not None and node.dep.startswith("nsubj")) or OF_NOUN.match(spot.after()):
        return None
    hit = GAPPED.search(spot.before())
    who = spot.tree.before_place(spot.sentence.start + hit.end("who")) if hit and spot.tree else subject_of(verb)
    if who is None or not who.is_noun or who.is_name or spot.holds(who) or singular(who.low) in words()["nouns.money"]:
        return None
    return Attribute(f"{noun_phrase(who)} share", who, "share")
