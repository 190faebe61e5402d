"""What two sides of a dispute about pay want and offer: "demands 7.5 percent", "had been offered a rise of 5 percent".

A newcomer's mistake: calling both a rise. None of them has come yet, and what is offered is not what is asked for.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.spot import Attribute, Spot, climb, verb_of
from registry.steps.cues import cued
from registry.steps.fragments import HEDGES
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import singular
from registry.steps.resolve.words import words

SIDES = {
    "offer": "offer",
    "propose": "offer",
    "demand": "demand",
    "seek": "demand",
    "want": "demand",
}
RISES = frozenset({"rise", "increase", "raise", "hike", "uplift"})
PAID = RISES | {"bonus", "payment", "sum", "supplement", "allowance", "package", "settlement"}
PAY = re.compile(
    r"\b(?:pay|wages?|salar(?:y|ies)|unions?|strik(?:e|es|ers|ing)|walk(?:ed)? ?out|industrial action)\b", re.I
)
NEAR, LINES = 400, 3
# "has put 5.5 percent on the table", "has asked for 12 percent", "are holding out for a rise of nine"
TABLED = re.compile(
    r"^ (?:(?:pay |wage )?(?:rise|increase|raise|offer) )?(?:(?:this|next|over|for) [a-z ]{2,20} )?on the table\b"
)
RISE_OF = r"(?:an? (?:[a-z-]+ ){0,2}(?:rise|increase|raise|hike|uplift) of )?"
AFTER = cued(
    r"\b(?:ask(?:s|ed|ing)?|hold(?:s|ing)? out|held out|call(?:s|ed|ing)?|push(?:es|ed|ing)?|press(?:es|ed|ing)?"
    rf"|strik(?:es|ing)) for {RISE_OF}{HEDGES}$"
)
MORE_PAY = re.compile(r"^ more (?:pay|money|wages)\b")
LASTING = cued(
    rf"\b(?:strike|strikes|walk(?:s|ed|ing)? out|stoppage|walkout|picket(?:ed|ing)?|industrial action)"
    rf"(?: again)? (?:for|lasting|of) {HEDGES}$"
)
WANTED = re.compile(
    r"^What\b.{0,60}\b(?:(?P<offer>offer(?:ed|ing|s)?|on the table|proposed?|proposing)|wants?"
    r"|ask(?:s|ed|ing)?(?: for)?|demand(?:s|ed|ing)?|after(?=\W*$)|seeking)\b",
    re.I,
)


def bargained(spot: Spot) -> Attribute | None:
    """What a side of a dispute about pay offers or demands."""
    if spot.mention.kind is not Kind.PERCENT or spot.unit != "percent":
        return None
    if told := asked(spot):
        return told
    around = spot.page.folded[max(0, spot.mention.start - NEAR) : spot.mention.end + NEAR]
    side = side_of(spot)
    return Attribute(side, None, "bargained") if side and PAY.search(around) else None


def side_of(spot: Spot) -> str | None:
    """Whether a percentage is offered or demanded, by its verb and the words on either side."""
    if TABLED.match(spot.after()):
        return "offer"
    if AFTER.search(spot.before()):
        return "demand"
    node = climb(spot.node) if spot.node else None
    verb = verb_of(node)
    if node is None or verb is None or verb.lemma not in SIDES:
        return None
    return SIDES[verb.lemma] if MORE_PAY.match(spot.after()) or is_object(spot, node, verb) else None


def struck(spot: Spot) -> Attribute | None:
    """How long people strike: "called its members out on strike for 72 hours"."""
    lasts = words().dimension.get(spot.unit) == "duration" and LASTING.search(spot.before())
    return Attribute("strike length", None, "bargained") if lasts else None


def asked(spot: Spot) -> Attribute | None:
    """The same below a question: "What do you want? A rise of 9 percent.", "What has been offered? 4 percent."."""
    for at in range(spot.number - 1, max(-1, spot.number - 1 - LINES), -1):
        part = spot.page.sentences[at]
        words_ = spot.page.folded[part.start : part.end].strip()
        if not words_.endswith("?"):
            continue
        hit = WANTED.search(words_)
        if hit is None or spot.tree is None or spot.mention.direction == "down":
            return None
        opens = not any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in spot.tree.tokens)  # an answer without a verb
        around = spot.page.folded[max(0, part.start - NEAR) : spot.mention.end + NEAR]
        side = "offer" if hit["offer"] else "demand"
        return Attribute(side, None, "bargained") if opens and PAY.search(around) else None
    return None


def is_object(spot: Spot, node: Token, verb: Token) -> bool:
    """Whether a figure, or the rise that it is the size of, is what a verb offers or wants."""
    thing = node.head if node.head.is_noun and singular(node.head.low) in RISES and not spot.holds(node.head) else node
    return thing.head is verb and thing.dep in ("obj", "nsubj:pass", "obl:unmarked", "xcomp") and not thing.word("case")


def on_offer(spot: Spot) -> bool:
    """Whether a sum or a rise is what one side of a dispute about pay offers: "offer a bonus of 900 euros"."""
    if spot.mention.kind is Kind.PERCENT and asked(spot) is not None:
        return True
    node = climb(spot.node) if spot.node else None
    verb = verb_of(node)
    if spot.mention.kind not in (Kind.MONEY, Kind.PERCENT) or verb is None or SIDES.get(verb.lemma) != "offer":
        return False
    if not any(singular(one.low) in PAID or spot.holds(one) for one in verb.of("obj", "nsubj:pass")):
        return False
    around = spot.page.folded[max(0, spot.mention.start - NEAR) : spot.mention.end + NEAR]
    return PAY.search(around) is not None
