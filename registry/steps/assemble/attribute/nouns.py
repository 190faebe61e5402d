"""The nouns that an attribute is made of: what a noun phrase counts, what people who do something are called.

A newcomer's mistake: calling everything by its last noun. "75 people were killed" counts deaths, "the number of the
missing" the missing, "States Parties" state parties.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind, Mention
from registry.model.quantity import Quantity
from registry.steps import units
from registry.steps.assemble.attribute.deeds import befell, deed_of, done_to, participle_of
from registry.steps.assemble.attribute.fates import participle
from registry.steps.assemble.attribute.groups import membership, of_crew, people, with_crew
from registry.steps.assemble.attribute.states import narrowed
from registry.steps.assemble.spot import Attribute, Spot, verb_of
from registry.steps.fragments import HEDGES
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import noun_phrase, singular
from registry.steps.resolve.words import words

OF_NOUN = re.compile(r"^\s*(?:of|out of)\s+(?:(?:the|its|their|his|her|our|my|your|these|those|all)\b)?\s*")
PART = re.compile(r"^\s*of (?:them|those|these|whom|which)\b", re.I)
OF_WHICH = re.compile(rf",? of (?:which|whom) {HEDGES}$")
PARTS = re.compile(r"^\W*Of (?:them|those|these)\b")
JOINED = re.compile(r"(?:,|\b(?:and|or))\s*$")
NEAR = 2
DEAR = 10_000  # below it a sum is the price of one thing of many
LARGE, TIMES, VAST = 100, 3, 10_000
COLLECTIVES = frozenset({"number", "total", "majority", "pair", "group", "lot"})
TOPS = {"highest": "elevation", "deepest": "depth", "widest": "width", "lowest": "elevation"}
VAGUE = frozenset({"figure", "number", "total", "count", "tally", "estimate"})
MOVES = frozenset({"come", "go", "leave", "return", "cross", "stay", "gather", "walk", "sleep"})
TAKES = frozenset({"claim", "cost", "take", "lose"})
FORECASTS = frozenset({"forecast", "estimate", "projection", "outlook", "prediction", "target"})
TIMED = frozenset({"month", "year", "quarter", "week", "half", "period", "area", "region", "country", "july", "june"})
STATES = frozenset(
    {"work", "employment", "training", "education", "poverty", "custody", "prison", "detention", "care", "debt"}
)


def named(spot: Spot, head: Token) -> Attribute:
    """A noun as an attribute; people who were killed are deaths, states that are parties state parties."""
    inner = next((one for one in head.of("nmod") if one.word("case") == "of" and not spot.holds(one)), None)
    if inner is not None and (crew := of_crew(head, inner)):
        return Attribute(crew, inner, "number of")
    if head.low == "others":
        return Attribute(of_others(spot, head), head, "people")
    if singular(head.low) in COLLECTIVES and inner:
        return Attribute(named(spot, inner).name, inner, "number of")
    if (befallen := people(spot, head)) is not None:
        return befallen
    if head.low in ("lives", "life") and head.head.lemma in TAKES and head.dep == "obj":
        return Attribute("death", head, "people")
    if singular(head.low) == "passenger" and with_crew(head):
        return Attribute("person on board", head, "people")
    joined = membership(spot, head)
    if joined:
        return joined
    listed = JOINED.search(spot.before()) is not None  # "14 injured and 60,000 customers"
    before = spot.tree.before_place(spot.mention.start) if spot.tree else None
    listed = listed or (before is not None and before.low in words()["scope.calendar"])  # "in May about 14 points"
    first = spot.sentence.start if listed else spot.mention.start
    name = narrowed(spot.tree, head, noun_phrase(head, taboo=(first, spot.mention.end)))
    return Attribute(f"{done_to(head)} {name}".strip(), head, "counted")


def of_others(spot: Spot, head: Token) -> str:
    """What "others" are, and what was done to them: "1,900 homes fell and 4,300 others were damaged"."""
    last = spot.page.last
    noun = last[1].name.split()[-1] if last is not None and spot.number - last[0] <= 1 and last[1].name else "person"
    hurt = done_to(head) in words().adjectives  # "14 homes fell and three others were hurt"
    if hurt or singular(noun) not in words()["nouns.things"] | words()["nouns.wares"] | words()["nouns.places"]:
        before = spot.tree.before_place(spot.mention.start) if spot.tree else None
        base = before.low.removesuffix("ing") if before is not None and before.low.endswith("ing") else ""
        harmed = next((words().tolls[form] for form in (base, f"{base}e") if form in words().tolls), None)
        return harmed or participle(head) or f"{done_to(head)} person".strip()
    return f"{done_to(head)} {noun}".strip()


def run_end(token: Token) -> Token:
    """The noun that a noun phrase starting here is about."""
    at, noun = token, token
    while (
        not at.is_root
        and at.head.index > at.index
        and at.dep in ("compound", "amod", "det", "nummod", "nmod:poss", "advmod", "case", "flat", "nmod")
    ):
        at = at.head
        noun = at if at.is_noun else noun
    return noun if noun.is_noun and not at.is_noun else at


def from_subject(spot: Spot, subject: Token) -> Attribute | None:
    """The attribute that a subject names, through "the number of"; "the figure" is what was counted last."""
    inner = next((child for child in subject.of("nmod") if child.word("case") == "of"), None) or number_in(subject)
    if subject.lemma in words()["nouns.measures"] - {"toll"} and inner is not None:  # a flood's toll counts no floods
        those = (participle(inner) or "person") if inner.low == "those" else words().adjectives.get(inner.low)
        those = f"person in {inner.low}" if inner.word("case") == "in" else those
        return Attribute(those or named(spot, inner).name, inner, "number of")
    if subject.lemma in VAGUE and noun_phrase(subject) == subject.lemma:
        return earlier(spot)
    if spot.mention.kind is Kind.MEASURE and (subject.is_name or is_top(spot, subject)):
        return Attribute(TOPS.get(subject.word("amod"), dimension(spot)), subject, "dimension")
    name = noun_phrase(subject)
    name = f"{sector_of(spot, subject)} {name}".strip()
    name = f"{forecast_of(spot, subject)} {name}".strip()
    name = f"{harm_of(subject)} {name}".strip()
    noun, kind = singular(subject.low), dimension(spot)
    if spot.mention.kind is Kind.MEASURE and kind != "figure" and spot.unit != "magnitude":
        watered = noun == "level" and kind == "length"  # "the water level fell to 41 centimetres"
        if noun in words()["levels.bare"] and kind not in ("duration", "ratio") and not watered:
            return Attribute(f"{name} {kind}", subject, "subject")
        if (
            noun not in words()["levels.quantities"] | words()["nouns.measures"] | words()["nouns.rates"]
            and kind != "ratio"
        ):
            return Attribute(f"{name} {sized(spot, subject)}", subject, "described")
    if spot.is_money and noun in words()["nouns.wares"]:
        return Attribute(f"{name} {'price' if size_of(spot.mention) < DEAR else 'cost'}", subject, "priced")
    return Attribute("death toll" if is_deadly(name) and spot.counts else name, subject, "subject")


def sector_of(spot: Spot, subject: Token) -> str:
    """The trade whose employment or output is told: "employment in retail trade"; nothing for other nouns."""
    if subject.low not in ("employment", "output", "production", "hiring") or noun_phrase(subject) != subject.low:
        return ""
    trade = next(
        (one for one in subject.of("nmod") if one.word("case") == "in" and one.is_noun and not one.is_name), None
    )
    return noun_phrase(trade) if trade is not None and not spot.holds(trade) and trade.low not in TIMED else ""


def harm_of(subject: Token) -> str:
    """What a cost is the cost of, where that is the harm itself: "the cost of the damage"."""
    harm = (one.low for one in subject.of("nmod") if one.word("case") == "of" and one.low in ("damage", "repairs"))
    return next(harm, "") if subject.lemma == "cost" else ""


def number_in(subject: Token) -> Token | None:
    """What people are in whose number is told: "the number in work slipped"."""
    states = (one for one in subject.of("nmod") if one.word("case") == "in" and one.low in STATES)
    return next(states, None) if subject.low == "number" else None


def is_top(spot: Spot, subject: Token) -> bool:
    """Whether a length is told of the highest or the deepest point of something."""
    return subject.lemma == "point" and dimension(spot) == "length" and subject.word("amod") in TOPS


def forecast_of(spot: Spot, subject: Token) -> str:
    """What a forecast or a target is for: "its forecast for inflation"; nothing for other nouns."""
    ahead = next((one for one in subject.of("nmod") if one.word("case") in ("for", "of")), None)
    told = subject.lemma in FORECASTS and ahead is not None and ahead.is_noun and not ahead.is_name
    return noun_phrase(ahead) if told and ahead is not None and not spot.holds(ahead) else ""


def is_deadly(name: str) -> bool:
    """Whether a toll is one of the dead: "storm toll", "toll", and not "injury toll"."""
    return name.endswith("toll") and not name.startswith("injur")


def dimension(spot: Spot) -> str:
    """What the unit measures."""
    if spot.unit == "ratio":
        return "ratio"
    known = physical(spot)
    return words().dimension.get(spot.unit, "amount" if spot.is_money else known or "figure")


def physical(spot: Spot) -> str:
    """What a unit of physics measures: energy, power, a concentration; nothing for others."""
    value = spot.mention.value
    if isinstance(value, Quantity) and value.base.split(" ")[-1] in ("m3", "l", "litre", "cubic metre", "dl"):
        return "concentration"
    kind = units.dimension(spot.unit)
    return kind if kind in ("energy", "power", "pressure", "frequency", "force", "radiation dose", "data") else ""


def sized(spot: Spot, thing: Token) -> str:
    """What the unit measures of a thing: metres a mountain's height or a zone's radius, months a trial's length."""
    kind = dimension(spot)
    noun = singular(thing.low)
    if kind == "length" and noun in words()["levels.tall"]:
        return "height"
    if kind == "length" and noun in words()["levels.round"]:
        return "radius"
    if noun in words()["levels.waters"] and spot.unit in ("m", "cm", "ft", "in"):
        return "level"
    if kind == "duration":
        return "length" if noun in words()["levels.events"] | words()["nouns.event"] else "time"
    return kind


def earlier(spot: Spot, *, far: bool = False) -> Attribute | None:
    """What the last count before this one counted: "628 injured and 31,600 moved", "two of them"."""
    verb, last = verb_of(spot.node), spot.page.last
    # "Women have 2.3 children. India, with 1.4 billion," counts no children.
    last = whole(spot) or alike(spot) or (None if is_vast(spot) else last)
    fits = verb is not None and verb.tag == "VBN" and spot.node is not None and spot.node.dep.startswith("nsubj")
    done = befell(verb) if fits and verb is not None else ""
    if last is None or not (spot.counts or far) or spot.number - last[0] > NEAR:
        moves = verb is not None and verb.lemma in MOVES and spot.counts and not verb.of("obj")
        moves = moves and spot.node is not None and spot.node.dep == "nsubj"
        return Attribute(f"{done} person".strip(), None, "ellipsis") if done or moves else None
    name = unlike(last[1], verb)
    if verb is not None and done and verb.lemma in words().tolls and name.split()[-1] not in words()["nouns.persons"]:
        return Attribute(words().tolls[verb.lemma], None, "ellipsis")  # "81 homes fell; 230 were evacuated"
    name = "person" if done and name.endswith(" person") else name
    return Attribute(name if done in name.split() or not done else f"{done} {name}", last[1].anchor, "ellipsis")


def unlike(found: Attribute, verb: Token | None) -> str:
    """The name of a count without what was done to it, where another verb has it now: "shed 55,000 jobs, gained 10"."""
    deed = deed_of(found.anchor) if found.anchor is not None else None
    first, _, rest = found.name.partition(" ")
    other = deed is not None and verb is not None and verb.is_verb and verb.lemma != deed.lemma
    return rest if deed is not None and other and rest and first == participle_of(deed) else found.name


def is_vast(spot: Spot) -> bool:
    """Whether a count is far larger than the last one."""
    told = spot.page.tallies[-1][1] if spot.page.tallies else 0
    return size_of(spot.mention) > VAST * max(told, 1) and "vague" not in spot.mention.notes


def whole(spot: Spot) -> tuple[int, Attribute] | None:
    """The last count that this one can be a part of: "61 goals in three seasons, 24 of them at home"."""
    if not PART.match(spot.after()) and not PARTS.match(spot.words) and not OF_WHICH.search(spot.before()):
        return None
    size, near = size_of(spot.mention), (one for one in reversed(spot.page.tallies) if spot.number - one[0] <= NEAR)
    return next(((number, found) for number, told, found in near if told > size and found.name), None)


def alike(spot: Spot) -> tuple[int, Attribute] | None:
    """The last count that is about as large as this one, where it is large: the 7.6 million before "7.4 million"."""
    size = size_of(spot.mention)
    if size < LARGE or "vague" in spot.mention.notes or OF_NOUN.match(spot.after()):
        return None
    near = (one for one in reversed(spot.page.tallies) if spot.number - one[0] <= NEAR and one[2].how != "right")
    return next(((number, found) for number, told, found in near if told and 1 / TIMES <= size / told <= TIMES), None)


def size_of(mention: Mention) -> float:
    """How large a figure is."""
    value = mention.value
    known = (value.low if value.low is not None else value.high) if isinstance(value, Quantity) else None
    return abs(float(known)) if known is not None else 0.0


def of_them(spot: Spot, name: str) -> str:
    """What happened to people, with those whom "of them" takes up: "800 firefighters came; three of them were hurt"."""
    last = spot.page.last
    near = last is not None and spot.number - last[0] <= 1 and PART.match(spot.after()) is not None
    noun = last[1].name.split()[-1] if near and last is not None and last[1].name else ""
    return name.replace("person", noun) if noun in words()["nouns.persons"] else name
