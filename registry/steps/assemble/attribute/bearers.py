"""The thing that has a bare dimension: the platform of "255 metres long", the survivor beside "a 22-year-old".

A newcomer's mistake: the nearest noun. Only a subject lasts, runs or costs, and the age in "the 23-year-old Nigerian
signed a contract" is none of the contract.
"""

from __future__ import annotations

from registry.steps.assemble.attribute.nouns import sized
from registry.steps.assemble.reference import is_thing
from registry.steps.assemble.spot import Attribute, Spot, climb, subject_of, verb_of
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import noun_phrase, singular
from registry.steps.resolve.words import words

PERSONAL = words()["nouns.persons"] | words()["nouns.people"] | words()["nouns.corporate"] | {*words().agents.values()}
MEASURED = frozenset(
    {"temperature", "speed", "distance", "height", "depth", "width", "weight", "area", "volume", "price"}
)
SOMEBODY = (
    words()["nouns.bodies"]
    | words()["nouns.people"]
    | words()["nouns.persons"]
    | words()["speech.rulers"]
    | {singular(voice) for voice in words()["speech.voices"]}
) - {"service", "exchange", "office"}


def described(spot: Spot, found: Attribute) -> Attribute:
    """A bare dimension with the thing that has it: "platforms 255 metres long" gives a platform length."""
    thing = bearer(spot, found.name)
    if (
        thing is None
        or thing.low in words()["levels.nameless"]
        or (thing.lemma in words()["nouns.generic"] and not (found.name == "length" and thing.lemma == "trial"))
        or spot.holds(thing)
    ):
        return found
    name = noun_phrase(thing, taboo=(spot.mention.start, spot.mention.end))
    if name in found.name:
        return found
    if name.split()[-1] == found.name:  # "2.4 gigawatts of wind power"
        return Attribute(name, thing, found.how)
    if found.how == "unit" and singular(thing.low) in words()["levels.quantities"] and lasts(spot, name):
        return Attribute(name, thing, "subject")
    kind = sized(spot, thing) if found.how == "unit" and found.name in ("length", "duration") else found.name
    whole = is_definite(thing) and found.name != "amount"
    return Attribute(kind if whole else f"{name} {kind}", thing, found.how)


def lasts(spot: Spot, name: str) -> bool:
    """Whether a name can be that of the unit, as far as it is a time: no temperature lasts eleven weeks."""
    return words().dimension.get(spot.unit) != "duration" or singular(name.split()[-1].lower()) not in MEASURED


def is_definite(thing: Token) -> bool:
    """Whether a thing is one of its own that is named: "the lighthouse of Norsund", "the bridge"."""
    told = {child.low for child in thing.of("det")} & {"the", "this"}
    named = any(child.is_name for child in thing.of("nmod", "nmod:poss"))
    return is_thing(thing) and thing.dep.startswith("nsubj") and bool(told or named)


def bearer(spot: Spot, name: str) -> Token | None:
    """The common noun that a measure describes; only a subject has a duration."""
    node = climb(spot.node) if spot.node else None
    if node is None:
        return None
    if name == "age" and (who := aged(spot)) is not None:
        return who
    inner = next((child for child in node.of("nmod") if child.word("case") == "of"), None)
    if inner is not None:
        return inner if inner.is_noun and not inner.is_name else None
    verb = verb_of(node)
    near = node.head if not node.is_root and node.head.is_noun and not spot.holds(node.head) else None
    links = verb is not None and (verb.lemma in ("last", "take", "run", "cost") or verb.first("cop") is not None)
    links = links or (verb is not None and verb.dep == "acl" and verb.lemma == "last")
    choices = [near, verb.first("obj") if verb is not None else None, subject_of(verb)]
    if name == "age" and (node.dep.startswith("nsubj") or (not node.is_root and node.head.is_noun)):
        choices = [near]  # "the 23-year-old Nigerian signed a contract" is no age of the contract
    if name in words()["levels.open"]:
        choices = [subject_of(verb)] if links else []
    steps = words()["levels.steps"]
    known = (one for one in choices if one is not None and one.is_noun and not one.is_name and one.lemma not in steps)
    known = (one for one in known if one.low not in ("cent", "percent", "%"))
    plain = (one for one in known if name == "age" or singular(one.low) not in PERSONAL)
    return next((one for one in plain if not spot.holds(one) and singular(one.low) != spot.unit), None)


def aged(spot: Spot) -> Token | None:
    """The person beside whom an age stands: "one survivor, a 22-year-old from Khartoum"."""
    at = spot.node
    while at is not None and not at.is_root and spot.holds(at):
        at = at if at.dep == "appos" else at.head
        if at.dep == "appos":
            break
    who = at.head if at is not None and at.dep == "appos" else None
    return who if who is not None and singular(who.low) in PERSONAL and not who.is_name else None
