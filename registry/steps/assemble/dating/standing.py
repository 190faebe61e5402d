"""Whether the words say that a figure is one that moves: it has just been reached, or holds now.

A newcomer's mistake: asking the noun alone. A zone, an appeal or a fee is a state as soon as the text says that it was
widened, has brought in or now costs so much.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.steps.assemble.spot import Spot, climb, verb_of
from registry.steps.fragments import HEDGES
from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words

NOW = re.compile(
    r"\b(?:now|currently|at present|so far|to date|at the moment|thus far|as of|until now|up to now|stands? at"
    r"|this morning|(?<!from )(?<!until )today(?!')"
    r"|still (?:has|have|holds?|stands?|are|is))\b",
    re.I,
)
SO_FAR = re.compile(r"\b(?:so far|to date|thus far|until now|up to now)\b", re.I)
PER = re.compile(r"\s*(?:(?:a|an|per|each|apiece)\b|/)", re.I)
VALUED = ("obl", "nmod", "obj")
AMASSED = frozenset({"weight", "volume", "area"})
NEAR = 60
# "Since January", "since the start", "since 6 May", but not "the largest since 1992".
SINCE = re.compile(
    r"\bsince (?:(?:last|the|early|mid|late) )*"
    rf"(?:\d\d? |start\b|beginning\b|outset\b|launch\b|opening\b|(?:{'|'.join(sorted(words()['scope.calendar']))})\b)",
    re.I,
)
BEST = re.compile(r"\b(?:\w+est|most|least|worst|best|first|last|only) [^.,;]{0,40}$", re.I)
REACHED = ("to", "past", "above", "beyond", "below")
TO = re.compile(rf"\bto (?:between )?{HEDGES}$")
COUNTED = re.compile(r" [a-z]{3,}s\b")
INSTEAD = re.compile(
    r"^(?: from|(?: (?:a|per) [a-z]+)?,? (?:up|down) from| instead of| against)"
    r" (?:the |an? )?[~\u20ac$\u00a3]?(?:\d|[a-z]+ (?:hundred|million)\b)"
)


def says_now(spot: Spot) -> bool:
    """Whether the words around a figure say that it holds now."""
    return NOW.search(spot.before()[-NEAR:]) is not None or NOW.search(spot.after()[:NEAR]) is not None


def so_far(spot: Spot) -> bool:
    """Whether the words beside a figure sum up until they are written: "it got $11 million so far"."""
    after = spot.after()[:NEAR].split(",")[0]
    return SO_FAR.search(after) is not None or SO_FAR.search(spot.before()[-NEAR:].rsplit(",", 1)[-1]) is not None


def runs_on(spot: Spot) -> bool:
    """Whether a count is what has come together since a day: "27 shops closed since 6 February"."""
    if not spot.counts or spot.is_time:
        return False
    found = SINCE.search(spot.after()[:NEAR])
    return (
        found is not None
        and not BEST.search(spot.after()[: found.start()])
        and "," not in spot.after()[: found.start()]
    )


def has_become(spot: Spot) -> bool:
    """Whether the clause is in the perfect, which reports what is reached so far: "have been vaccinated"."""
    verb = verb_of(spot.node)
    if verb is not None and verb.dep == "conj" and not verb.of("aux", "aux:pass", "cop"):
        verb = verb.head if verb.tag == "VBN" and verb.head.of("aux:pass") else verb  # "88 have been charged, 61 tried"
    return verb is not None and verb.tag == "VBN" and verb.word("aux") in ("has", "have", "'ve")


def has_moved(spot: Spot) -> bool:
    """Whether a figure is what something rose, fell or was changed to: "raised to $19 million", "widened to 10 km"."""
    node = climb(spot.node) if spot.node else None
    if node is None or node.is_root or spot.mention.direction:
        return False
    if INSTEAD.match(spot.after()) and not taken_from(spot):
        return True
    if node.word("case") not in REACHED and not ("to " in spot.before() and TO.search(spot.before())):
        return False
    above = node.head
    return any(moves(one) for one in (above, *([] if above.is_root else [above.head])))


def taken_from(spot: Spot) -> bool:
    """Whether a figure is had from so many others, and no earlier one of itself: "took 9,000 euros from 11 guests"."""
    if spot.counts:
        return False
    after = next((one for one in spot.page.mentions[spot.number] if one.start > spot.mention.start), None)
    return after is not None and after.kind is Kind.COUNT and COUNTED.match(spot.page.folded, after.end) is not None


def moves(token: Token) -> bool:
    """Whether a verb or noun tells of a change."""
    table = words()
    if token.is_verb:
        return token.lemma in table["levels.moving"] or token.lemma in table.moves
    return token.lemma in table.moves.values() and token.is_noun


def is_reckoned(spot: Spot) -> bool:
    """Whether a sum is what somebody now puts something at: "the owners put their losses at 14 million"."""
    verb, node = verb_of(spot.node), spot.node
    if not spot.is_money or verb is None or node is None or verb.lemma not in words()["behaviour.reckoning"]:
        return False
    past = verb.word("aux") == "had" or verb.word("aux:pass") in ("was", "were")
    near = node if node.dep in VALUED else node.head
    return not past and near.word("case") == "at" and PER.match(spot.after()) is None


def is_amassed(spot: Spot) -> bool:
    """Whether a weight, a volume or an area is what has come together so far: "has brought 620 tonnes"."""
    node = spot.node
    if node is None or words().dimension.get(spot.unit) not in AMASSED or spot.mention.direction:
        return False
    near = node if node.dep in ("obj", "nsubj:pass") else node.head
    return near.dep in ("obj", "nsubj:pass") and near.head.lemma != "get" and has_become(spot)


def is_held(spot: Spot) -> bool:
    """Whether the words say of a sum, a share or a count that it holds on the day they are written."""
    if spot.mention.kind not in (Kind.MONEY, Kind.PERCENT, Kind.RANGE, Kind.COUNT) or spot.is_time:
        return False
    paid = spot.is_money and spot.node is not None and spot.node.dep in ("obl", "nmod")
    return says_now(spot) or (has_become(spot) and not paid)
