"""What a sum is at an auction: what a lot was expected to bring, and what it brought.

A newcomer's mistake: taking "made" for a gain. A firm makes a profit of £4 million; a picture that makes £4 million is
sold for it, and what it "had been expected to make" is the estimate of the house, which stays so whatever came of it.
"""

from __future__ import annotations

import re

from registry.steps.assemble.attribute.ages import is_kind
from registry.steps.assemble.spot import Attribute, Page, Spot, subject_of, verb_of
from registry.steps.cues import cued
from registry.steps.fragments import HEDGES
from registry.steps.resolve.words import words

ESTIMATED = cued(
    r"\b(?:expected|estimated|tipped|predicted|thought) (?:it |(?:the|his|her|its) (?:[\w'-]+ ){1,3})?to"
    rf" (?:make|fetch|reach|bring(?: in)?|sell for|go for|reali[sz]e) (?:between )?{HEDGES}$"
    rf"|\b(?:estimated|valued) (?:beforehand )?at (?:between )?{HEDGES}$"
    rf"|\bestimates? (?:of|was|is) (?:between )?{HEDGES}$",
    re.I,
)
BEFOREHAND = re.compile(
    r"\b(?:had been|had|was|were) (?:[a-z]+ly )?(?:expected|estimated|tipped|predicted|thought|valued)\b"
)
SALE = cued(r"\b(?:auction(?:s|ed|eers?)?|salerooms?|bidd(?:er|ers|ing)|under the hammer|hammer price)\b", re.I)
OPENING = 3_000
SOLD = frozenset({"make", "fetch", "realise", "realize"})


def brought(spot: Spot) -> Attribute | None:
    """What a lot was expected to bring, "had been expected to make £4 million", or what it did: "made £9 million"."""
    if not spot.is_money:
        return None
    if ESTIMATED.search(spot.before()):
        return Attribute("presale estimate", None, "label") if is_sale(spot.page) else None
    verb = verb_of(spot.node)
    if verb is None or verb.lemma not in SOLD or spot.node is None or spot.node.dep != "obj" or not is_sale(spot.page):
        return None
    who = subject_of(verb)
    thing = (
        who is not None
        and who.is_noun
        and not is_kind(who)
        and who.lemma not in words()["nouns.persons"] | words()["nouns.bodies"]
    )
    return Attribute("price", None, "deed") if thing else None


def was_estimated(spot: Spot) -> bool:
    """Whether a sum is what a lot had been expected to bring, which is no plan any more."""
    found = ESTIMATED.search(spot.before()) if spot.is_money else None
    return found is not None and BEFOREHAND.search(spot.before()) is not None and is_sale(spot.page)


def is_sale(page: Page) -> bool:
    """Whether a text tells of an auction."""
    return SALE.search(page.folded[:OPENING]) is not None
