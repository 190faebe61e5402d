"""What is brought to a level: "lifted its policy rate to 5 percent", "halved the quota from 7,800 to 3,900 tonnes".

A newcomer's mistake: trusting the tree with two figures. It makes "from 7,800 to 3,900 tonnes" one range of tonnes.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.attribute.levels import is_named
from registry.steps.assemble.attribute.nouns import from_subject
from registry.steps.assemble.spot import Attribute, Spot, climb, subject_of, verb_of
from registry.steps.fragments import HEDGES
from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words

SEASONS = frozenset(
    {"season", "year", "month", "quarter", "week", "term", "session", "kilo", "tonne", "ton", "litre", "barrel"}
)
TO = re.compile(rf" (?:[a-z]+ )?to {HEDGES}[€$£]?\d")
FROM = re.compile(rf"\bfrom [€$£]?\d[\d.,]*(?: [a-z]+)? to {HEDGES}$")
REACH = 50


def level(spot: Spot) -> Attribute | None:
    """What is brought to a level: "lifted its policy rate to 5 percent", "inflation eased to 3 percent"."""
    node = end_of_move(spot)
    if node is None or node.is_root:
        return None
    step = node.dep == "nmod" and climb(node.head).lemma in words()["levels.steps"]
    moved = node.dep == "nmod" and node.head.dep == "obj" and node.head.head.lemma in words()["levels.moving"]
    verb = verb_of(climb(node.head)) if step else node.head.head if moved else node.head
    if verb is not None and verb.low == "trading" and not verb.is_root:
        verb = verb_of(verb.head)  # "fell 4.2% in late trading to $232"
    if verb is None or not verb.is_verb or not (step or moved or node.dep.startswith("obl") or is_risen(spot, node)):
        return None
    if spot.mention.kind is Kind.MEASURE and verb.lemma in words().amounts:
        return None
    goal = next(
        (
            one
            for one in verb.of("obj")
            if one.lemma not in words()["levels.steps"] and not moved_on(verb, one) and one.low not in SEASONS
        ),
        None,
    )
    if moved and node.head.first("nummod") is not None:
        moved, goal = False, None  # "dropped 11 percent to 2.31 euros"
    thing = node.head if moved else goal or verb.first("nsubj:pass") or subject_of(verb)
    if thing is None or thing is node or spot.holds(thing) or not thing.is_noun or is_named(spot, thing):
        return None
    if any(child.lemma in words()["levels.steps"] for child in thing.subtree() if child is not node and not moved):
        return None
    return in_points(spot, thing, verb) or from_subject(spot, thing)


def end_of_move(spot: Spot) -> Token | None:
    """The token that ties a figure to what it reaches."""
    node = climb(spot.node) if spot.node else None
    if node is None:
        return None
    if from_to(spot):
        return next((one for one in (node, *node.ancestors()) if one.word("case") == "from"), node)
    return node if node.word("case") in words()["levels.to"] else None


def from_to(spot: Spot) -> bool:
    """Whether a figure is an end of a move, whatever the tree makes of it: "from 7,800 to 3,900 tonnes"."""
    before = spot.before()
    return (before.endswith("from ") and TO.match(spot.after()) is not None) or FROM.search(before[-REACH:]) is not None


def risen_to(spot: Spot) -> Attribute | None:
    """What rose to a level, where a noun tells of the rise: "with a 9% rise in visitors to 412,300"."""
    node = climb(spot.node) if spot.node else None
    if node is None or node.is_root or node.word("case") != "to":
        return None
    above = node.head
    steps = [above] if above.is_noun else above.of("obj")
    below = (one for noun in steps if noun.lemma in words().moves.values() for one in noun.of("nmod"))
    told = (one for one in below if one.word("case") == "in" and one.index < node.index)
    risen = next((one for one in told if one.is_noun and not one.is_name and not spot.holds(one)), None)
    return from_subject(spot, risen) if risen is not None else None


def in_points(spot: Spot, thing: Token, verb: Token) -> Attribute | None:
    """What an index of a name in capitals is told in: "the FTSE rose 64 points to 6,310"."""
    if not spot.counts or not thing.text.isupper() or verb.text.isupper():
        return None
    gone = next((one for one in verb.children if one.lemma == "point" and one.first("nummod") is not None), None)
    return Attribute("point", gone, "level") if gone is not None else None


def is_risen(spot: Spot, node: Token) -> bool:
    """Whether an amount hangs on a verb however the tree calls it: "whose cost has risen from 88 to 104 million"."""
    return node.head.is_verb and spot.mention.kind in (Kind.MONEY, Kind.PERCENT)


def moved_on(verb: Token, thing: Token) -> bool:
    """Whether what looks like an object is the participle of a perfect: "have risen to 143"."""
    plain = verb.lemma == "have" and not thing.of("det", "amod", "compound", "nummod")
    return plain and thing.tag == "NN" and thing.low.endswith(("ed", "en", "wn", "nk"))
