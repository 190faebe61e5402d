"""How the true value may move: a state changes, a running total grows, a fixed one stays; and whether it is dated.

A newcomer's mistake: dating every count. Votes cast, goals scored and people on board stay what they were; deaths,
members and prisoners are counted for a day.
"""

from __future__ import annotations

import re

from registry.model.assertion import Behaviour, Kind
from registry.model.quantity import Quantity
from registry.model.span import BlockKind
from registry.steps.assemble.dating.standing import (
    PER,
    has_moved,
    is_amassed,
    is_held,
    is_reckoned,
    runs_on,
    says_now,
    so_far,
)
from registry.steps.assemble.spot import Spot, verb_of
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import singular
from registry.steps.resolve.words import words

OPEN = re.compile(r"\b(?:outstanding|pending|unpaid|open|current|active)\b|\bwithout \w+$")
ESTIMATED = re.compile(
    r"\b(?:flash|first|advance|preliminary|provisional|early) (?:estimates?|figures|release|data|results)\b"
    r"|\b(?:provisional|revised|revisions?)\b",
    re.I,
)
LARGE, REACH = 1_000_000, 3_000
# "The tunnel cost 9 million" tells of the end; "will cost", "has cost" do not.
FINAL = re.compile(
    r"(?:^|[\s,])(?!(?:to|will|would|could|may|might|should|has|had|have|already|far|of|total|the|its)\s)[\w'-]+ cost $"
)
MODALS = frozenset({"could", "may", "might", "must", "should"})
MIGHT = re.compile(r"\b(?:could|may|might|must|should)\b")
FURTHER = re.compile(r" (?:new|other|more|additional|further|extra|fresh)\b")
WITH = re.compile(r" with (?:(?:about|some|the|its|more than|over|around|nearly|almost|only|just) )*$")
UNDATED = (Kind.DATE, Kind.ORDINAL, Kind.ROLE, Kind.EVENT)
BESIDE = ("nmod", "conj", "parataxis", "compound")
ARGUMENTS = ("obj", "nsubj", "nsubj:pass")


def behaviour(spot: Spot, name: str) -> Behaviour:
    """How the value of an attribute moves with time."""
    if spot.mention.kind in UNDATED or spot.mention.direction:
        return Behaviour.FIXED
    said = parts(name)
    head = said[-1] if said else ""
    if is_final(spot, head):
        return Behaviour.FIXED
    if ("final" in said and not holds_now(spot)) or is_extent(spot, said):
        return Behaviour.FIXED
    if any(word in words()["behaviour.total"] for word in said) and spot.mention.kind is not Kind.PERCENT:
        return Behaviour.TOTAL
    if spot.mention.kind is not Kind.COUNT and is_changing(name):
        return Behaviour.STATE
    if head in words()["behaviour.fixed"] or any(word in ("magnitude", "depth") for word in said):
        return Behaviour.FIXED
    return Behaviour.STATE if spot.counts else Behaviour.FIXED


def holds_now(spot: Spot) -> bool:
    """Whether the clause of a figure tells of the present: "the final bill stands at 9 million"."""
    verb = verb_of(spot.node)
    return verb is not None and any(one.tag in ("VBZ", "VBP") for one in (verb, *verb.of("aux", "aux:pass", "cop")))


def is_extent(spot: Spot, said: list[str]) -> bool:
    """Whether an area is that of a place, which no fire and no flood enlarges."""
    area = spot.mention.kind is Kind.MEASURE and "area" in said[-1:] and not set(said) & words()["behaviour.victims"]
    return area and spot.page.story.event is None and "burned" not in said


def is_undated(spot: Spot, name: str) -> bool:
    """Whether a figure has no day by what it is: a part of a compound, a length of time, a cost in the end."""
    return "compound" in spot.mention.notes or spot.is_time or is_final(spot, name.split()[-1] if name else "")


def is_quoted(spot: Spot) -> bool:
    """Whether a figure stands in a quotation: what people say aloud is seldom a count of a day."""
    return spot.number in spot.page.quoted or spot.before().count('"') % 2 == 1


def passes(spot: Spot, name: str) -> bool:
    """Whether words or form say that a figure is settled, or only might be, and so is of no day.

    Of such figures with the document's day annotators date hardly one: votes, ratios, what could be, what is with
    something, further ones of a kind.
    """
    if "vote" in parts(name) or spot.unit == "ratio" or spot.mention.kind is Kind.FRACTION:
        return True
    return only_might(spot) or FURTHER.match(spot.after()) is not None or is_trait(spot)


def only_might(spot: Spot) -> bool:
    """Whether the clause of a figure tells what may, could or must be: not "which could close, has 40 beds"."""
    if not MIGHT.search(spot.words):
        return False
    modals = [token for token in spot.tree.tokens if token.low in MODALS] if spot.tree else []
    node = spot.node
    if not modals or node is None:
        return True
    clauses = [describing(one) for one in modals]
    return any(one is describing(node) or (one is not None and one.head in (node, node.head)) for one in clauses)


def describing(token: Token) -> Token | None:
    """The verb of the relative clause that a token stands in."""
    return next((one for one in (token, *token.ancestors()) if one.dep == "acl:relcl"), None)


def is_trait(spot: Spot) -> bool:
    """Whether a count is what a thing is with: "a ship with 12 cabins", but not "the clinic deals with 40 patients"."""
    found = WITH.search(spot.before()) if spot.counts else None
    node = spot.node if spot.node is None or spot.node.dep != "nummod" else spot.node.head
    if found is None or node is None:
        return found is not None
    # Behind anything but its verb it is most often a trait of what stands before it, wherever the parser hangs it.
    verb = node.head if node.dep == "obl" and node.head.is_verb and node.head.text.islower() else None
    return verb is None or not spot.before()[: found.start()].endswith(verb.text)


def is_final(spot: Spot, head: str) -> bool:
    """Whether a sum is what something cost in the end."""
    return head == "cost" and spot.is_money and FINAL.search(spot.before()) is not None


def is_dated(spot: Spot, name: str, behaves: Behaviour) -> bool:
    """Whether a value without a date of its own holds for the day of the document."""
    if spot.mention.kind in UNDATED or is_undated(spot, name) or spot.mention.kind is Kind.FRACTION or is_quoted(spot):
        return False
    if (has_moved(spot) and not is_flow(name)) or (is_held(spot) and not happened(spot)) or so_far(spot):
        return True
    if is_revised(spot, name) or is_reckoned(spot) or is_amassed(spot):
        return True
    if behaves is Behaviour.FIXED:
        return False
    if spot.is_money:
        return adds_up(spot, name)
    if is_changing(name):
        return are_victims(name) or not happened(spot)
    if is_destroyed(spot, name):
        return True
    return behaves is Behaviour.STATE and not happened(spot) and stands(spot)


def is_revised(spot: Spot, name: str) -> bool:
    """Whether a sum or a share is one that is set or reckoned anew: an appeal, a budget, an offer, a first estimate."""
    if spot.mention.kind not in (Kind.MONEY, Kind.PERCENT, Kind.RANGE, Kind.MEASURE):
        return False
    said, verb = set(parts(name)), verb_of(spot.node)
    if said & words()["behaviour.revised"]:
        return True
    if spot.mention.kind is Kind.MEASURE:
        return False
    offered = verb is not None and verb.lemma in words()["behaviour.offering"] and not spot.page.quoted & {spot.number}
    first = bool(said & words()["behaviour.estimated"]) and ESTIMATED.search(spot.page.folded[:REACH]) is not None
    return offered or first


def may_change(spot: Spot, name: str, behaves: Behaviour) -> bool:
    """Whether a count in running text is a state or a sum so far, and no act of a time that nobody names."""
    if not spot.counts or spot.is_time or spot.mention.direction or "compound" in spot.mention.notes:
        return False
    if spot.mention.kind in (*UNDATED, Kind.FRACTION) or spot.sentence.block.kind is BlockKind.ROW or is_quoted(spot):
        return False
    if set(parts(name)[-1:]) & words()["behaviour.settled"]:
        return False
    if runs_on(spot):
        return True
    if behaves is Behaviour.STATE and (is_aside(spot) or (not is_changing(name) and is_mentioned(spot))):
        return False
    return behaves is Behaviour.TOTAL or (behaves is Behaviour.STATE and not happened(spot))


def is_aside(spot: Spot) -> bool:
    """Whether a count only stands beside what a past clause tells: "it started in 2,410 cinemas"."""
    verb, node = verb_of(spot.node), spot.node if spot.node is None or spot.node.dep != "nummod" else spot.node.head
    if verb is None or node is None or node.dep in ARGUMENTS or says_now(spot):
        return False
    past = verb.tag == "VBD" or (verb.tag == "VBN" and verb.word("aux") not in ("has", "have", "'ve"))
    return past and node.word("case") not in ("to", "at") and node is not verb


def is_mentioned(spot: Spot) -> bool:
    """Whether a count only describes or is listed, and no clause tells that it is so: "a fleet of 12", "and 40 beds".

    Of such counts annotators date one in ten, of those that a clause of the present states one in four.
    """
    verb = verb_of(spot.node)
    if is_held(spot):
        return False
    if verb is None or is_beside(spot):
        return True
    helpers = {child.low for child in verb.of("cop", "aux", "aux:pass")}
    if verb.dep == "ccomp" and verb.head.lemma in words()["speech.verbs"] and spot.node is not verb:
        return not (
            verb.tag == "VBN" and helpers & {"been"}
        )  # what others say of it, but for what has been done so far
    past = (verb.tag == "VBD" and verb.lemma == "live") or (not verb.is_verb and bool(helpers & {"was", "were", "had"}))
    return past or verb.lemma in words()["behaviour.telling"]


def is_beside(spot: Spot) -> bool:
    """Whether a count only stands beside a noun, or in a list: "a fleet of 12 ships", "and 40 beds"."""
    node = spot.node if spot.node is None or spot.node.dep != "nummod" else spot.node.head
    if node is None or (node.dep == "nmod" and node.head.is_verb):
        return False  # "consists of 40 tents"
    return spot.counts and node.dep in BESIDE


def is_flow(name: str) -> bool:
    """Whether an attribute is measured over a period or settled once: sales of a quarter, a score, a fine."""
    said = parts(name)
    return bool(said) and (said[-1] in words()["behaviour.fixed"] or said[-1] in words()["levels.growing"])


def adds_up(spot: Spot, name: str) -> bool:
    """Whether a sum is one that news revise: what something costs in all, what a disaster destroyed."""
    value = spot.mention.value
    size = (value.low or value.high or 0) if isinstance(value, Quantity) else 0
    if PER.match(spot.after()) or name.startswith("share of") or size < LARGE:
        return is_changing(name)
    head = parts(name)[-1] if name else ""
    ruin = spot.page.story.event is not None and head in ("loss", "damage", "claim")
    return is_changing(name) or bool(set(parts(name)) & words()["behaviour.sums"]) or ruin


def stands(spot: Spot) -> bool:
    """Whether the clause says in the present how many there are: "the camp holds 720 inmates"."""
    verb = verb_of(spot.node)
    if verb is None or not spot.counts:
        return False
    helper = next((child for child in verb.of("cop", "aux", "aux:pass")), None)
    tense = helper.tag if helper is not None else verb.tag
    known = verb.lemma in words()["behaviour.stative"] or helper is not None
    return tense in ("VBZ", "VBP") and known


def is_destroyed(spot: Spot, name: str) -> bool:
    """Whether a count is of what a disaster destroyed, which news count anew from day to day."""
    event = spot.page.story.event
    ruin = event is not None and event.split()[-1] in words()["nouns.disaster"]
    return ruin and spot.counts and bool(set(parts(name)) & words()["events.destroyed"])


def happened(spot: Spot) -> bool:
    """Whether a figure is what was done at a time: "in June it let 200 go", "1.2 million doses were delivered"."""
    verb = verb_of(spot.node)
    if (
        verb is None
        or spot.node is None
        or verb.tag not in ("VBD", "VBN")
        or verb.lemma in words()["behaviour.stative"]
    ):
        return False
    if spot.node.word("case") in ("to", "at"):
        return False
    near = spot.node if spot.node.dep in ARGUMENTS else spot.node.head
    if near.dep not in ARGUMENTS or near.head is not verb:
        return False
    done = verb.tag == "VBD" or any(child.low in ("was", "were") for child in verb.of("aux:pass", "aux"))
    return done and spot.node is not verb


def is_changing(name: str) -> bool:
    """Whether an attribute is one that news count anew from day to day."""
    said = parts(name)
    if name.startswith(("share of", "new ")):
        return False
    table = words()["behaviour.changing"]
    runs = {" ".join(said[at : at + size]) for size in (2, 3) for at in range(len(said) - size + 1)}
    if OPEN.search(name):
        return True
    return bool(said) and (said[-1] in table or bool(runs & table) or are_victims(name) or said == ["rate"])


def are_victims(name: str) -> bool:
    """Whether an attribute counts victims."""
    return bool(set(parts(name)) & words()["behaviour.victims"])


def parts(name: str) -> list[str]:
    """The words of an attribute in the singular."""
    return [singular(word) for word in name.replace("-", " ").split()]


def happens(name: str, event: str) -> bool:
    """Whether an attribute is what an event does: its victims, its size, what it destroys."""
    said = set(parts(name))
    if said & (words()["behaviour.victims"] | words()["events.figures"]):
        return True
    return event.split()[-1] in words()["nouns.disaster"] and bool(said & words()["events.losses"])
