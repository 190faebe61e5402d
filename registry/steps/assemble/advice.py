"""Figures of advice: "Wash your hands for at least 20 seconds", "Keep it for two days". They tell a reader what to do,
and nothing that could be checked.

A newcomer's mistake: taking every imperative. "Compare that with 40 deaths" and "Take the 4.2 million of 2019" lead to
a claim: only verbs of doing count, and only what stands in their own clause.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.model.span import BlockKind
from registry.steps.assemble.spot import Spot
from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words

OPENING = frozenset(
    ("please", "always", "never", "then", "instead", "not", "do", "don't", "n't", "and", ",", "now", "or")
)
CLAUSES = frozenset(("acl:relcl", "acl", "ccomp", "parataxis", "csubj"))
BLOCKS = frozenset((BlockKind.PROSE, BlockKind.ITEM))
MOST = 14
WALKING = frozenset(("walk", "drive", "hike", "cycle", "ride", "climb", "sail", "paddle"))
ALONG = frozenset(("along", "to", "from", "up", "down", "through", "across", "past", "over"))
LEAD = re.compile(  # not what you must do
    r"^(?!.*\b(?:you|your|we recommend|steps|tips|advice)\b).*\b(?:order(?:s|ed)|sentenc(?:es|ed)|requir(?:es|ed)"
    r"|agre(?:es|ed)|pledg(?:es|ed)|promis(?:es|ed)|must|has to|have to)\b[^.]*$",
    re.I | re.S,
)


def advises(place: Spot) -> bool:
    """Whether a figure only says how something is to be done."""
    mention, table = place.mention, words()["advice.verbs"]
    if mention.kind not in (Kind.MEASURE, Kind.RANGE, Kind.COUNT) or place.sentence.block.kind not in BLOCKS:
        return False
    if (
        place.node is None
        or place.page.abroad
        or place.unit == "percent"
        or table.isdisjoint(place.words.lower().split())
    ):
        return False
    verb = urged(place.node)
    return verb is not None and verb.low in table and is_urged(verb) and not is_way(place, verb) and not ordered(place)


def is_way(place: Spot, verb: Token) -> bool:
    """Whether a figure says how long a way is: "From there walk one hour along the cliff"."""
    far = verb.low in WALKING and words().dimension.get(place.unit) in ("duration", "length")
    return far and any(child.word("case") in ALONG for child in verb.of("obl", "nmod"))


def ordered(place: Spot) -> bool:
    """Whether a figure stands in a list of what somebody else has to do: "The court ordered Aas to:"."""
    page, at = place.page, place.number
    while at and page.sentences[at].block.kind is BlockKind.ITEM:
        at -= 1
    lead = page.folded[page.sentences[at].start : page.sentences[at].end]
    return at < place.number and LEAD.search(lead) is not None


def urged(token: Token) -> Token | None:
    """The verb of the clause that a token stands in, unless another verb with a subject of its own stands between."""
    at = token
    for _ in range(MOST):
        if at.is_verb and at.word("mark") != "to" and at.dep not in ("advcl", "xcomp"):
            return at
        if at.dep in CLAUSES or (at.is_verb and at.first("nsubj", "nsubj:pass")):
            return None
        if at.is_root:
            return at
        at = at.head
    return None


def is_urged(verb: Token) -> bool:
    """Whether a verb tells the reader to do something: it has no subject, or follows one that does."""
    if verb.first("nsubj", "nsubj:pass", "expl", "aux:pass", "case", "det", "amod", "compound") is not None:
        return False
    if verb.dep == "conj" and not verb.is_root:
        return is_urged(verb.head)
    if not verb.is_root or any(child.dep == "aux" and child.low not in ("do", "don't") for child in verb.children):
        return False
    before = [child for child in verb.children if child.index < verb.index]
    return all(
        child.low in OPENING or child.dep in ("advcl", "punct", "discourse", "obl", "advmod") for child in before
    )
