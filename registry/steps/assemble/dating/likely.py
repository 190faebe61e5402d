"""Whether a figure without a day of its own holds for that of its document, weighed by boosted trees.

Readers date what may be told otherwise tomorrow, and no single word says so. The rules know most signs of it, what is
said to hold now, what has moved, what news count anew, but not how they weigh together with tense, place and what is
measured; trees do. `fit_days.py` grows them; none turns a sign against its meaning. A newcomer's mistake: asking them
about a figure whose day the text names. That day stands.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from registry.model.assertion import Behaviour, Kind, Status
from registry.model.moment import Moment, Precision
from registry.model.quantity import Quantity
from registry.model.span import BlockKind
from registry.steps.assemble.dating.behaviour import are_victims, is_changing, is_dated, parts
from registry.steps.assemble.dating.standing import is_held, says_now
from registry.steps.assemble.spot import Spot, verb_of
from registry.steps.parse.tree import Token
from registry.steps.resolve.words import words
from registry.steps.trees import Node, planted, summed

KINDS = (Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.DATE, Kind.RANGE, Kind.FRACTION)
WAYS = (Behaviour.FIXED, Behaviour.TOTAL, Behaviour.STATE)
TENSES = ("past", "present", "perfect", "modal", "infinitive", "participle")
PARTS = ("nsubj", "obj", "obl", "nmod", "conj")
CASES = ("to", "of", "at", "")
SIZES = ("length", "area", "weight", "duration")
NOUNS = ("settled", "victims", "total", "fixed", "sums", "revised")
PLACES = ("sentence", "share", "length", "offset", "figures", "named", "repeated", "row", "heading")
SIGNS = ("ruled", "sure", "dated", "held", "now")  # what speaks for the document's day, and never against it
TRAITS = (
    *SIGNS,
    *("changing", "victims", "counts", "planned", "actual", "subject", "main", "stative", "moving"),
    *("said", "age", "day", "column", "size", "ahead"),
    *PLACES,
    *(f"kind {one}" for one in KINDS),
    *(f"moves {one}" for one in WAYS),
    *(f"tense {one}" for one in TENSES),
    *(f"part {one}" for one in PARTS),
    *(f"case {one}" for one in CASES),
    *(f"unit {one}" for one in SIZES),
    *(f"noun {one}" for one in NOUNS),
)
FAR, OLD, WIDE = 60, 3_000, 2_000
OFTEN = 6
FEW, MIDST = 4, (12, 0.4)
# Above these log odds a figure has the document's day: of all figures about as many are then right as by the rules.
LEAST = -1.85
TABLES = tuple(words()[f"behaviour.{one}"] for one in NOUNS)
FINITE = {"VBD": "past", "VBZ": "present", "VBP": "present", "VBN": "participle", "VB": "infinitive"}


class Told(NamedTuple):
    """What is known of a figure already: its name, how it moves, whether it is so, the time in its sentence or column,
    the heading above it, whether it is of a time that is over, whether the rules give it the document's day, and are
    sure of it, and how often its name and its value came before."""

    name: str
    behaves: Behaviour
    status: Status
    said: Moment | None
    heading: str
    past: bool = False
    ruled: bool = False
    sure: bool = False
    before: tuple[int, int] = (0, 0)


@lru_cache(maxsize=1)
def default() -> tuple[Node, ...]:
    """The trees that come along."""
    told = json.loads(files("registry.steps").joinpath("data", "days.json").read_text(encoding="utf-8"))
    if tuple(told["traits"]) != TRAITS:
        message = "data/days.json was grown for other traits; run `python -m registry.steps.assemble.fit_days`."
        raise ValueError(message)
    return planted(told["trees"])


def holds(traits: tuple[float, ...]) -> bool:
    """Whether a figure of such traits holds for the day of its document."""
    return summed(default(), traits) > LEAST


def is_over(spot: Spot, name: str) -> bool:
    """Whether a figure is by its name what came in over a time or what an occasion settled, and so holds on no day:
    sales, profit, votes, marchers."""
    last = parts(name)[-1:]
    return bool(set(last) & (words()["levels.growing"] if spot.is_money else words()["behaviour.settled"]))


def rows(names: tuple[str, ...]) -> Mapping[str, tuple[float, ...]]:
    """For each name a row with a one in its column."""
    return {name: tuple(float(name == one) for one in names) for name in names}


KIND, WAY, TENSE, PART, CASE, SIZE = map(rows, (KINDS, WAYS, TENSES, PARTS, CASES, SIZES))
NONE = {id(table): (0.0,) * len(table) for table in (KIND, WAY, TENSE, PART, CASE, SIZE)}


def traits(spot: Spot, told: Told) -> tuple[float, ...]:
    """What the trees look at, in the order of `TRAITS`."""
    verb, node = verb_of(spot.node), spot.node if spot.node is None or spot.node.dep != "nummod" else spot.node.head
    part = node.dep.split(":")[0] if node is not None else "none"
    said = frozenset(parts(told.name))
    dimension = str(words().dimension.get(spot.unit, ""))
    return (
        float(told.ruled),
        float(told.sure),
        float(is_dated(spot, told.name, told.behaves)),
        float(is_held(spot)),
        float(says_now(spot)),
        float(is_changing(told.name)),
        float(are_victims(told.name)),
        float(spot.counts),
        float(told.status is Status.PLANNED),
        float(told.status is Status.ACTUAL),
        float(part == "nsubj"),
        float(verb is not None and verb.is_root),
        float(verb is not None and verb.lemma in words()["behaviour.stative"]),
        float(verb is not None and verb.lemma in words()["levels.moving"]),
        *time_of(spot, told),
        *place_of(spot, told.before),
        *KIND.get(spot.mention.kind, NONE[id(KIND)]),
        *WAY[told.behaves],
        *TENSE.get(tense(verb), NONE[id(TENSE)]),
        *PART.get(part, NONE[id(PART)]),
        *CASE.get((node.word("case") or "") if node is not None else "none", NONE[id(CASE)]),
        *SIZE.get(dimension, NONE[id(SIZE)]),
        *[float(not said.isdisjoint(table)) for table in TABLES],
    )


def time_of(spot: Spot, told: Told) -> tuple[float, ...]:
    """The time in the sentence, and how large a figure is or how far a date lies ahead."""
    known, said, value = spot.page.source.published, told.said, spot.mention.value
    size, ahead = -1.0, 0.0
    if isinstance(value, Quantity) and value.low is not None:
        size = float(len(str(int(value.low))))
    elif isinstance(value, Moment) and known is not None:
        ahead = float(max(-WIDE, min(WIDE, (value.low - known).days)))
    age = float(min((known - said.high).days, OLD)) if known is not None and said is not None else 0.0
    day = said is not None and said.precision is Precision.DAY
    return float(said is not None), age, float(day), float(bool(told.heading)), size, ahead


def noted(spot: Spot, name: str) -> tuple[int, int]:
    """How often what a figure names and its value came before it."""
    told, value = spot.page.told, str(spot.mention.value)
    before = told.get(name, 0), told.get(value, 0)
    told[name], told[value] = before[0] + 1, before[1] + 1
    return before


def place_of(spot: Spot, before: tuple[int, int]) -> tuple[float, ...]:
    """Where a figure stands, and how often what it names and its value came before it."""
    page, block = spot.page, spot.sentence.block.kind
    many = len(page.sentences)
    known = many >= FEW  # a few sentences have no lead and no end; they are read as if from within a document
    return (
        float(min(spot.number, FAR) if known else MIDST[0]),
        spot.number / many if known else MIDST[1],
        float(len(spot.words)),
        float(len(spot.before())),
        float(len(page.mentions[spot.number])),
        *(float(min(OFTEN, one)) for one in before),
        float(block is BlockKind.ROW),
        float(block is BlockKind.HEADING),
    )


def tense(verb: Token | None) -> str:
    """The tense of a clause by its verb and the helpers of it."""
    if verb is None:
        return "none"
    helpers = verb.of("aux", "aux:pass", "cop")
    if not helpers:
        return "modal" if verb.tag == "MD" else FINITE.get(verb.tag, "none")
    said = {one.low for one in helpers}
    if verb.tag == "MD" or "MD" in [one.tag for one in helpers]:
        return "modal"
    if not said.isdisjoint(("has", "have", "'ve")):
        return "perfect"
    if not said.isdisjoint(("was", "were", "had")):
        return "past"
    if not said.isdisjoint(("is", "are", "'s", "'re")):
        return "present"
    return FINITE.get(verb.tag, "none")
