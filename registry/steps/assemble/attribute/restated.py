"""Counts of those just told of, and of a part of a group: "one in five pupils there, 1,060 in all", "a father of four".

A newcomer's mistake: what was counted in the sentence before. It is the noun on the left, which has its own figure.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.attribute import recall
from registry.steps.assemble.attribute.ages import is_parent
from registry.steps.assemble.attribute.deeds import done_to
from registry.steps.assemble.attribute.nouns import VAGUE, earlier, is_deadly, named, run_end
from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.cues import cued
from registry.steps.fragments import HEDGES
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import singular
from registry.steps.resolve.words import words

ALL = re.compile(r"^ (?:in (?:all|total)|altogether)\b")
BROUGHT = cued(
    r"\b(?:br(?:ing(?:s|ing)?|ought)|tak(?:es?|ing)|took|pushe?[sd]?|pushing|rais(?:es?|ed|ing)|lift(?:s|ed|ing)?)"
    r" (?:the|its|their|that) (?P<what>(?:[a-z'’-]+ ){0,3}(?:toll|count|total|tally|figure|number))"
    rf"(?: [a-z]+)?(?: up)? to {HEDGES}$"
)
RISEN = cued(
    r"\b(?P<what>(?:(?:death|body|casualty|injury|case) )?(?:toll|count|tally))\b[^.;:]{0,70}?"
    r" (?:rose|ris(?:es?|en|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|gr[eo]w(?:s|n|ing)?|st(?:ands?|ood)"
    rf"|reach(?:es|ed|ing)?|increas(?:es?|ed|ing)|soar(?:s|ed|ing)?|surpass(?:es|ed)?|exceed(?:s|ed)?)"
    rf"(?: (?:further|again|sharply))?"
    rf"(?: up)?(?: to| at)? {HEDGES}$"
)
FIGURE_OF = cued(
    r"(?:['’]s|s['’]|\b(?:its|their|his|her|our|my))(?: own| first| latest| higher| lower| official)?"
    rf" (?:figure|number|estimate|count|tally) of {HEDGES}$"
)
TOLD = re.compile(
    r"\s*(?:$|[.,;:)]|(?:leaves?|left|does|did|is|was|includes?|included|excludes?|excluded|covers?|covered|counts|counted"
    r"|takes|took|comes|came|rests|stems|refers|contains?|omits?|omitted|may|might|could|would|should|will|has|had)\b)"
)
MORE_DONE = re.compile(r"^ more (?:(?:have |had )?been |were |are |lay |badly |seriously )?([a-z]+ed)\b(?! by\b)")
LIVES = cued(
    r"\b(?:claim(?:s|ed|ing)?|tak(?:es?|en|ing)|took|cost(?:s|ing)?|lost)\b(?: [a-z]+){0,2} (?:the )?lives of "
    rf"{HEDGES}$"
)
KILLED = re.compile(r" (?!people\b|persons\b)([a-z]+)\b")
PEOPLE = re.compile(r" (?:people|persons|dead)\b")
FULL = frozenset({"official", "overall", "confirmed", "total", "current", "national", "final", "latest", "known"})
PLURALS = ("NNS", "NNPS")
REACH = 3
FROM = re.compile(rf"\bfrom {HEDGES}$")
COME_TO = re.compile(rf" to {HEDGES}\d[\d.,]*(?: million| billion)? (?=[a-z])")
CAME_FROM = cued(rf"\bfrom {HEDGES}[\w,.-]+(?P<what> (?=[a-z])[^.,;:]{{3,60}}?) to {HEDGES}$")
CAME = re.compile(r"[.,;:)]|$| (?:in|by|on|at|last|this|now|today|within|over|and|but|since|between|a|one)\b")


def in_all(spot: Spot) -> Attribute | None:
    """The plural noun right before a count "in all"."""
    if spot.tree is None or not ALL.match(spot.after()) or not spot.before().rstrip().endswith((",", ", or", "(")):
        return None
    token = spot.tree.before_place(spot.mention.start)
    for _ in range(REACH):
        token = spot.tree.before(token) if token is not None else None
        if token is None or token.is_verb:
            return None
        if token.tag in PLURALS:
            return named(spot, token) if not token.is_name else None
    return None


def totalled(spot: Spot) -> Attribute | None:
    """The total that is brought to a number of people: "bringing the official body count up to 14 people"."""
    ends = PEOPLE.match(spot.after()) or spot.after()[:1] in (".", ",", ";", "")
    hit = (BROUGHT.search(spot.before()) or RISEN.search(spot.before())) if ends else None
    if hit is None:
        return None
    what = " ".join(word for word in hit["what"].split() if word not in FULL)
    if not what or what in VAGUE:
        return earlier(spot)
    return Attribute("death toll" if is_deadly(what) else what, None, "toll")


def more_done(spot: Spot) -> Attribute | None:
    """More of the things counted last, with what was done to them: "1,900 homes fell, 4,300 more were damaged"."""
    hit, last = MORE_DONE.match(spot.after()), spot.page.last
    noun = last[1].name.split()[-1] if last is not None and spot.number - last[0] <= 1 and last[1].name else ""
    if hit is None or last is None or singular(noun) not in words()["nouns.things"] | words()["nouns.wares"]:
        return None
    if hit[1] in words().adjectives:
        return Attribute(words().adjectives[hit[1]], None, "people")  # "14 homes fell, 30 more were injured"
    return Attribute(f"{hit[1]} {noun}", last[1].anchor, "counted")


def lives(spot: Spot) -> Attribute | None:
    """Those whose lives something took: "claimed the lives of 112 people", "of 12 children"."""
    if not LIVES.search(spot.before()):
        return None
    hit = KILLED.match(spot.after())
    noun = singular(hit[1]) if hit else ""
    return Attribute(f"killed {noun}" if noun in words()["nouns.persons"] else "death", None, "toll")


def prefixed(spot: Spot, head: Token) -> Token | None:
    """The noun behind a prefix that the parser took for one: the officials of "two ex-officials"."""
    dash = spot.tree.after(head) if spot.tree else None
    thing = spot.tree.after(dash) if spot.tree and dash is not None and dash.text == "-" else None
    return thing if thing is not None and thing.tag == "NNS" and thing.start == head.end + 1 else None


def befallen(spot: Spot, found: Attribute) -> Attribute:
    """Those of a group to whom something was done: "five of the escapees had been caught"."""
    node = spot.node
    done = done_to(node) if node is not None and node.dep in ("nsubj:pass", "obj") and spot.holds(node) else ""
    plain = done and found.how == "counted" and done not in found.name.split()
    return Attribute(f"{done} {found.name}", found.anchor, found.how) if plain else found


def somebodys(spot: Spot) -> Attribute | None:
    """What the figure counts that is only called somebody's: "the ministry's figure of 4,100 leaves out trainees"."""
    return recall.counted(spot) if FIGURE_OF.search(spot.before()) and TOLD.match(spot.after()) else None


def offspring(spot: Spot) -> Attribute | None:
    """How many children somebody has: "a father of four"."""
    return Attribute("child", None, "people") if is_parent(spot) else None


def from_to(spot: Spot) -> Attribute | None:
    """What a count shares with the one it came to: "from over 900 to about 640 branches"."""
    started = spot.mention.kind is Kind.COUNT and "from " in spot.before() and FROM.search(spot.before())
    hit = COME_TO.match(spot.after()) if started else None
    token = spot.tree.after_place(spot.mention.end + hit.end()) if hit and spot.tree else None
    head = run_end(token) if token is not None else None
    plain = head is not None and head.tag == "NNS" and singular(head.low) not in words().dimension
    return named(spot, head) if plain and head is not None else None


def came_to(spot: Spot) -> Attribute | None:
    """What a count shares with the one that it came from: "shrank from 96 boats in 1990 to 41"."""
    last = spot.page.sizes[-1] if spot.page.sizes and spot.mention.kind is Kind.COUNT else None
    if last is None or last[:2] != (spot.number, "count") or " from " not in (before := spot.before()):
        return None
    hit = CAME_FROM.search(before) if CAME.match(spot.after()) else None
    if hit is None:
        return None
    found, first = last[3], spot.sentence.start + hit.start("what")
    within = found.anchor is not None and first < found.anchor.start < spot.mention.start
    return Attribute(found.name, found.anchor, found.how) if within else None
