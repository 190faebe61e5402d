"""What a question asks for, for the figure that answers it: "How many people died? The final count is 15."

A newcomer's mistake: naming every figure below a question by it. Only one that names nothing itself, in the sentence
that follows, is the answer.
"""

from __future__ import annotations

import re
from decimal import Decimal

from registry.model.assertion import Kind, Mention
from registry.model.quantity import Quantity
from registry.steps.assemble.attribute import counting, levels, nouns
from registry.steps.assemble.attribute.asked import size_asked
from registry.steps.assemble.questions import ANYBODY, COST, NEXT, next_matter, whether
from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.cues import cued
from registry.steps.resolve.names import noun_phrase, singular
from registry.steps.resolve.words import words

HOW_MANY = re.compile(r"\bhow many\b", re.I)
SIZE = re.compile(r"\bhow (?:big|high|large|great|low|much) (?:is|are|was|were) (?:the |its |their |his |her )?", re.I)
FLIES = re.compile(r"\bhow high\b.{0,40}\b(?:fl(?:y|ies|ew|ying)|orbit\w*|circl\w*|cruis\w*)\b", re.I)
AHEAD = re.compile(r"\b(?:will|shall|going to|planned?|plans?|to come|would)\b", re.I)
PART = re.compile(r"; |, of which ")
DONE = cued(r"\b(?:so far|to date|already|(?<!than )(?:today|now)|at present)\b", re.I)
THOSE = re.compile(
    r"\bhow many of (?:the|your|their|its|our|his|her|these|those|my) (?:[a-z]+ )?(?P<noun>[a-z]+s)\b", re.I
)
LINES = 4
OPEN = frozenset({"unit", "ellipsis", "recalled", "right"})
_NAMELESS = "count number total figure tally answer estimate amount sum season year month week day far"
NAMELESS = frozenset(_NAMELESS.split())
NAMES = {"cost": "cost", "costs": "cost", "worth": "value", "earn": "salary", "earns": "salary", "paid": "payment"}
DEEDS = {"spend": "spending", "spent": "spending", "pay": "payment", "owe": "debt", "owed": "debt", "charge": "charge"}
DEEDS |= dict.fromkeys(("lend", "lent", "borrow", "borrowed"), "loan") | dict.fromkeys(
    ("donate", "donated"), "donation"
)
DEEDS |= dict.fromkeys(("invest", "invested"), "investment") | dict.fromkeys(("earn", "earned"), "earnings")
DEEDS |= dict.fromkeys(("raise", "raised"), "amount raised")
COUNTING = (counting.adjective, counting.partitive, counting.counted, levels.deed, counting.doers)


def asked_ahead(spot: Spot) -> bool:
    """Whether a line without a verb answers a question about what is to be: "How many will work there? 2,400."."""
    page, at = spot.page, spot.number - 1
    if spot.mention.kind is Kind.DATE or is_told(spot):
        return False
    while at >= max(0, spot.number - LINES):
        part = page.sentences[at]
        asked = page.folded[part.start : part.end].strip()
        if asked.endswith("?"):
            return AHEAD.search(asked) is not None
        if page.folded[part.end : page.sentences[at + 1].start].count("\n") > 1:
            return False
        at -= 1
    return False


def is_told(spot: Spot) -> bool:
    """Whether the words around a figure have a verb that tells what is or was."""
    before, after = PART.split(spot.before())[-1], PART.split(spot.after(), maxsplit=1)[0]
    first, last = spot.mention.start - len(spot.before()), spot.mention.end + len(spot.after())
    if spot.tree is None or DONE.search(before + after):
        return True
    start, end = spot.mention.start - len(before), spot.mention.end + len(after)
    return any(one.tag in ("VBD", "VBZ", "VBP") for one in spot.tree.within(max(first, start), min(last, end)))


def answered(spot: Spot, found: Attribute | None) -> Attribute | None:
    """What the question before a figure asks for, where the figure names nothing itself."""
    if not is_nameless(found) or not spot.number:
        return None
    before = spot.page.sentences[spot.number - 1]
    asked = spot.page.folded[before.start : before.end].replace("\n", " ").strip()
    if not asked.endswith("?"):
        return None
    if spot.counts and spot.unit == "count":
        return of_many(spot, asked, before.start) or of_next(spot) or of_whether(spot)
    if spot.is_money:
        return of_money(spot, asked)
    if FLIES.search(asked) and words().dimension.get(spot.unit) == "length":
        return Attribute("altitude", None, "asked")
    return size_asked(spot, asked)


def is_nameless(found: Attribute | None) -> bool:
    """Whether a figure does not say what it counts or measures."""
    return found is None or not found.name or found.how in OPEN or found.name.split()[-1] in NAMELESS


def of_many(spot: Spot, asked: str, start: int) -> Attribute | None:
    """What "how many" asks for: "How many people died?", "How many were hurt?"."""
    hit = HOW_MANY.search(spot.page.folded, start, start + len(asked) + 1)
    tree = spot.page.trees[spot.number - 1]
    many = tree.after_place(hit.end() - len("many")) if hit and tree else None
    if hit is None or many is None:
        return None
    one = Quantity(Decimal(1), Decimal(1), "count")
    here = Spot(spot.page, spot.number - 1, Mention(hit.start(), hit.end(), Kind.COUNT, one), many)
    named = next((told for rule in COUNTING if (told := rule(here)) and told.name), None) or of_those(spot, asked)
    return Attribute(named.name if named else "person", named.anchor if named else None, "asked")


def of_those(spot: Spot, asked: str) -> Attribute | None:
    """What "how many of your beds" asks for, or "how many did you get out" right behind an answer that counts."""
    if hit := THOSE.search(asked):
        return Attribute(singular(hit["noun"].lower()), None, "asked")
    number, told = spot.page.last or (-LINES, None)
    return told if spot.number - number <= LINES else None


def of_next(spot: Spot) -> Attribute | None:
    """What a question without a verb names: "And the dead? Three.", "What about the visitors? 81,000."."""
    noun = next_matter(spot)
    if noun is None:
        return None
    return Attribute(words().adjectives.get(noun.low) or noun_phrase(noun), noun, "asked")


def of_whether(spot: Spot) -> Attribute | None:
    """What a question for yes or no is about: "Did jobs go? 960, more than first said."."""
    noun = whether(spot)
    if noun is None:
        return None
    one = Quantity(Decimal(1), Decimal(1), "count")
    here = Spot(spot.page, spot.number - 1, Mention(noun.start, noun.end, Kind.COUNT, one), noun)
    found = levels.deed(here)
    named = found if found is not None and found.how == "toll" else nouns.named(here, noun)
    return Attribute("person" if noun.low in ANYBODY and named.how != "toll" else named.name, noun, "asked")


def of_money(spot: Spot, asked: str) -> Attribute | None:
    """What a question about money asks for: "What did it cost?", "How big is the damage?"."""
    if hit := COST.search(asked):
        word = (hit["word"] or hit["done"]).lower()
        return Attribute(NAMES.get(word) or DEEDS[word], None, "asked")
    if (hit := NEXT.search(asked)) and (last := hit["noun"].split()[-1].lower()) in words()["nouns.money"]:
        return Attribute(last, None, "asked")
    size = SIZE.search(asked)
    noun = asked[size.end() :].split(" ")[0].strip("?").lower() if size else ""
    return Attribute(noun, None, "asked") if noun in words()["nouns.money"] else None
