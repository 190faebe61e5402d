"""Whether a figure is of what is to be, weighed by boosted trees once all figures of a document are read.

The rules know words that plan. Much of a plan is told without one, "The park covers 1,400 acres" of a park that nobody
has built, and much in a sentence of plans is so today. How a document tells of the figures beside one, how much of it
looks ahead, the tense and the dates of the sentence say so together; trees weigh them. `fit_status.py` grows them; none
turns the rules' word against its meaning. A newcomer's mistake: asking them about what is denied, supposed or taken
back. That the rules decide.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from operator import not_
from typing import NamedTuple

from registry.model.assertion import Behaviour, Claim, Kind, Status
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.model.span import BlockKind
from registry.steps.assemble.dating.behaviour import parts
from registry.steps.assemble.dating.likely import (
    CASE,
    CASES,
    KIND,
    KINDS,
    NONE,
    NOUNS,
    PART,
    PARTS,
    TABLES,
    TENSE,
    TENSES,
    WAY,
    WAYS,
    tense,
)
from registry.steps.assemble.spot import Page, Spot
from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words
from registry.steps.trees import Node, planted, summed

Traits = tuple[float, ...]
GROUPS: Mapping[str, frozenset[str]] = {
    name: words()[f"leaning.{name}"]
    for name in (
        *("will", "would", "may", "must", "plan", "expect", "aim", "promise"),
        *("if", "done", "now", "next", "up", "not", "past", "are"),
    )
}
AHEAD, PLANS = GROUPS["will"] | GROUPS["would"], ("plan", "aim", "expect", "promise")
PLANNING = frozenset().union(*(GROUPS[one] for one in PLANS))
HELPERS = ("will", "would", "may", "must")
BLOCKS = (BlockKind.HEADING, BlockKind.ITEM, BlockKind.ROW)
OTHERS = ("before one", "before two", "after one", "after two", "sentence", "near", "document", "like", "same unit")
TRAITS = (
    *(
        "ruled",
        "quoted",
        "spoken",
        "infinitive",
        "to be",
        "passive",
        "root",
        "day",
        "behind",
        "ahead",
        "coming",
        "gone",
    ),
    *("share will", "share would", "share past", "lead", "lead plan"),
    *OTHERS,
    *(f"says {one}" for one in GROUPS),
    *(f"behind {one}" for one in GROUPS),
    *(f"helper {one}" for one in HELPERS),
    *(f"block {one}" for one in BLOCKS),
    *(f"kind {one}" for one in KINDS),
    *(f"moves {one}" for one in WAYS),
    *(f"tense {one}" for one in TENSES),
    *(f"root {one}" for one in TENSES),
    *(f"part {one}" for one in PARTS),
    *(f"case {one}" for one in CASES),
    *(f"noun {one}" for one in NOUNS),
)
AROUND = TRAITS.index(OTHERS[0])
HELPING = tuple(GROUPS[one] for one in HELPERS)
AUXILIARIES = ("aux", "aux:pass", "cop")
NO_DAY: Traits = (0, 0, 0)
NOTHING: Traits = (0,) * len(OTHERS)
BLOCK = {one: tuple(float(one is other) for other in BLOCKS) for one in BLOCKS}
NONE_OF_BLOCKS: Traits = (0,) * len(BLOCKS)
WEIGHED = (Status.ACTUAL, Status.PLANNED)
LEAD, OLD, NEAR, DATES, FEW, UNKNOWN = 4, 2_000, 4, 12, 6, 0.5


class Sentence(NamedTuple):
    """What a sentence tells of all its figures: whether it has dates to come and gone, its words, its root's tense."""

    dates: Traits
    says: Traits
    root: Traits


class Told(NamedTuple):
    """What is known of a figure already: its verb and name, how it moves, what rules call it, whether it is quoted."""

    verb: Token | None
    name: str
    behaves: Behaviour
    status: Status
    quoted: bool


@lru_cache(maxsize=1)
def default() -> tuple[Node, ...]:
    """The trees that come along."""
    told = json.loads(files("registry.steps").joinpath("data", "status.json").read_text(encoding="utf-8"))
    if tuple(told["traits"]) != TRAITS:
        message = "data/status.json was grown for other traits; run `python -m registry.steps.assemble.fit_status`."
        raise ValueError(message)
    return planted(told["trees"])


def weighed(claims: Sequence[Claim], known: Mapping[tuple[int, int], Traits]) -> list[Claim]:
    """The claims, each figure of known traits planned or so as the trees find; a few figures have no others to tell,
    and of a document without a day nobody knows what is ahead."""
    if len(known) < FEW or not claims or claims[0].source.published is None:
        return [*claims]
    told = [(claim, known.get((claim.span.start, claim.span.end))) for claim in claims]
    others = around([claim for claim, own in told if own is not None])
    return [claim if own is None else settled(claim, completed(own, next(others), claim)) for claim, own in told]


def completed(own: Traits, others: Traits, claim: Claim) -> Traits:
    """The traits of a figure with what its document says of the others, and what it was found to be last."""
    return float(claim.assertion.status is Status.PLANNED), *own[1:AROUND], *others, *own[AROUND + len(others) :]


def settled(claim: Claim, traits: Traits) -> Claim:
    """A claim with the status that its traits give it."""
    state = Status.PLANNED if summed(default(), traits) > 0 else Status.ACTUAL
    told = claim.assertion
    return claim if state is told.status else replace(claim, assertion=replace(told, status=state))


def around(claims: Sequence[Claim]) -> Iterator[Traits]:
    """What a document says of the other figures, for one after the other: are those near or alike planned?"""
    plans = [float(claim.assertion.status is Status.PLANNED) for claim in claims]
    groups = [keys(claim) for claim in claims]
    many = Counter(chain.from_iterable(groups))
    sums = Counter(chain.from_iterable(some for some, plan in zip(groups, plans, strict=True) if plan))
    padded = [UNKNOWN, UNKNOWN, *plans, UNKNOWN, UNKNOWN]
    for at, (some, plan) in enumerate(zip(groups, plans, strict=True)):
        near = plans[max(0, at - NEAR) : at] + plans[at + 1 : at + 1 + NEAR]
        beside = padded[at + 1], padded[at], padded[at + 3], padded[at + 4]
        shares = [(sums[key] - plan) / (many[key] - 1) if many[key] > 1 else -1.0 for key in some]
        yield *beside, shares[0], sum(near) / len(near) if near else -1.0, *shares[1:]


def keys(claim: Claim) -> tuple[object, ...]:
    """What a figure shares with others: its sentence, its document, its value, its unit."""
    value = claim.assertion.value
    if isinstance(value, Quantity):
        return claim.sentence.start, "all", (value.low, value.high, value.unit), value.unit
    same = (value.low, value.high) if isinstance(value, Moment) else value
    return claim.sentence.start, "all", same, claim.assertion.kind.value


def traits(spot: Spot, told: Told) -> Traits:
    """What the trees look at of one figure, in the order of `TRAITS`; what tells of the others comes later."""
    verb = told.verb
    links = {} if verb is None else {child.dep: child.low for child in verb.children}
    number, sentence = spot.page.leaning
    sentence = sentence if number == spot.number else lines(spot)
    return (
        told.status is Status.PLANNED,
        told.quoted,
        spot.number in spot.page.turns,
        links.get("mark") == "to",
        links.get("mark") == "to" and "be" in (links.get("aux:pass"), links.get("cop")),
        "aux:pass" in links,
        verb is not None and verb.is_root,
        *(days(spot) if spot.mention.kind is Kind.DATE else NO_DAY),
        *sentence.dates,
        *(spot.page.outlook or outlook(spot.page)),
        *NOTHING,
        *sentence.says,
        *behind(spot),
        *map(not_, map({links.get(one) for one in AUXILIARIES}.isdisjoint, HELPING)),
        *sorts(spot, told, sentence),
    )


def lines(spot: Spot) -> Sentence:
    """What a sentence tells of all its figures, kept for the next of them."""
    page, number = spot.page, spot.number
    whole = {one.low for one in spot.tree.tokens} if spot.tree else set[str]()
    known = page.source.published
    dates = [one.value for one in page.mentions[number][:DATES] if isinstance(one.value, Moment)] if known else []
    coming = bool(dates) and known is not None and max([one.low for one in dates]) > known
    gone = bool(dates) and known is not None and min([one.high for one in dates]) < known
    root = TENSE.get(tense(spot.tree.root) if spot.tree else "none", NONE[id(TENSE)])
    told = Sentence((coming, gone), tuple(map(not_, map(whole.isdisjoint, GROUPS.values()))), root)
    page.leaning = number, told
    return told


def days(spot: Spot) -> Traits:
    """Whether a figure is a date, and how far behind or ahead of the document."""
    known, value = spot.page.source.published, spot.mention.value
    if known is None or not isinstance(value, Moment):
        return isinstance(value, Moment), 0, 0  # a day of no known document, or no whole day
    own = (value.low - known).days
    return True, min(OLD, max(0, -own)), min(OLD, max(0, own))


def outlook(page: Page) -> Traits:
    """How much of a document looks ahead, how much back, and what its lead does; kept for all its figures."""
    told = [{one.low for one in tree.tokens} for tree in page.trees if tree is not None]
    lead = frozenset().union(*told[:LEAD])
    shares = [
        sum(map(not_, map(GROUPS[name].isdisjoint, told))) / max(1, len(told)) for name in ("will", "would", "past")
    ]
    page.outlook = (*shares, not lead.isdisjoint(AHEAD), not lead.isdisjoint(PLANNING))
    return page.outlook


def behind(spot: Spot) -> Traits:
    """Which words that look ahead or back stand before a figure."""
    before = {one.low for one in spot.tree.tokens if one.start < spot.mention.start} if spot.tree else set[str]()
    return tuple(map(not_, map(before.isdisjoint, GROUPS.values())))


def sorts(spot: Spot, told: Told, sentence: Sentence) -> Traits:
    """Of which sorts a figure is: its block, kind, behaviour, tense, place in the clause and name."""
    node = spot.node if spot.node is None or spot.node.dep != "nummod" else spot.node.head
    part = node.dep.split(":")[0] if node is not None else "none"
    case = {child.dep: child.low for child in node.children}.get("case", "") if node is not None else "none"
    return (
        *BLOCK.get(spot.sentence.block.kind, NONE_OF_BLOCKS),
        *KIND.get(spot.mention.kind, NONE[id(KIND)]),
        *WAY[told.behaves],
        *TENSE.get(tense(told.verb), NONE[id(TENSE)]),
        *sentence.root,
        *PART.get(part, NONE[id(PART)]),
        *CASE.get(case, NONE[id(CASE)]),
        *map(not_, map(frozenset(parts(told.name)).isdisjoint, TABLES)),
    )
