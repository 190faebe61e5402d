"""What a mention counts or measures: the rules in the order in which they are asked.

A newcomer's mistake: asking the general rule first. "89 dead" and "put at $3bn" are settled by their words; only what
no such words settle is left to the tree, and what the tree leaves open to the unit.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.model.quantity import Quantity
from registry.steps.assemble.attribute import (
    ballots,
    bargaining,
    changes,
    counting,
    economy,
    expected,
    harm,
    labels,
    levels,
    measuring,
    nouns,
    occasions,
    payers,
    penalties,
    restated,
)
from registry.steps.assemble.reference import is_thing
from registry.steps.assemble.spot import Attribute, Spot, climb, subject_of, verb_of
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import noun_phrase, singular
from registry.steps.resolve.words import words

BARE = frozenset({"unit", "cue", "deed"})
SPAN_TAGS, THROUGH = ("NNS", "NN", "NNP", "CD", "DT", "JJ", "PRP$"), frozenset({"to", "through", "ended", "ending"})
MONTHS = words()["scope.calendar"]
SPANNING = frozenset({"for", "in", "over", "during"})
PREPOSED = re.compile(r"^ (?:of (?:them|these|those|us) )?(?:in|at|on|near|from|for|to|by)\b")
PERSONAL = words()["nouns.persons"] | words()["nouns.people"] | words()["nouns.corporate"] | {*words().agents.values()}


def attribute(spot: Spot) -> Attribute | None:
    """What the mention counts or measures."""
    if spot.mention.noun and spot.mention.kind is not Kind.DATE:
        return hyphenated(spot)
    for rule in RULES[spot.counts]:
        found = rule(spot)
        found = over_span(spot, found) if found is not None else None
        if (
            found
            and found.name
            and found.name not in words()["levels.nameless"]
            and found.name != "%"
            and not (found.name == "time" and spot.unit == "ratio")
            and not is_place(spot, found)
            and not is_span_before(spot, found)
            and not is_base(spot, found)
            and not ((found.how == "ellipsis" or found.name in nouns.VAGUE) and labels.headed(spot))
        ):
            return called(parted(spot, found) if found.how not in BARE else described(spot, found))
    return labels.headed(spot) if spot.counts else None


def is_place(spot: Spot, found: Attribute) -> bool:
    """Whether what seems to be counted is a name with a preposition, or before the figure: "180,000 in Port Sello"."""
    thing = found.anchor
    if (
        not spot.counts
        or thing is None
        or thing.tag not in ("NNP", "NNPS")
        or found.how not in ("counted", "complement", "right")
    ):
        return False
    case = thing.first("case")
    between = case is not None and case.start >= spot.mention.end  # not "each of the court's 124 States Parties"
    return thing.end <= spot.mention.start or between or PREPOSED.match(spot.after()) is not None


def over_span(spot: Spot, found: Attribute) -> Attribute:
    """The noun before a span of time that the parser took for it: "net profit for the three months to June was £2m"."""
    span = found.anchor
    lasting = span is not None and (
        words().dimension.get(singular(span.low)) == "duration" or (span.is_name and span.low in MONTHS)
    )
    if span is None or not lasting or words().dimension.get(spot.unit) == "duration":
        return found
    if span.end > spot.mention.start:
        return Attribute("") if spot.mention.kind in (Kind.MONEY, Kind.PERCENT) else found
    if span.start < spot.sentence.start:
        return found  # a noun of the sentence before
    at: Token | None = span
    while at is not None and at.index and (at.tag in SPAN_TAGS or at.low in THROUGH):
        at = spot.tree.before(at) if spot.tree else None
    thing = spot.tree.before(at) if at is not None and spot.tree and at.low in SPANNING else None
    if thing is None or not thing.is_noun or thing.is_name or singular(thing.low) in words().dimension:
        return found
    return Attribute(noun_phrase(thing), thing, found.how)


def is_span_before(spot: Spot, found: Attribute) -> bool:
    """Whether what a count seems to count is the unit of a time before it: "12 years to grow from 7 billion"."""
    thing = found.anchor
    timed = words().dimension.get(found.name) == "duration"
    return spot.counts and spot.unit == "count" and timed and thing is not None and thing.end <= spot.mention.start


def is_base(spot: Spot, found: Attribute) -> bool:
    """Whether what seems to be counted is what a rate counts by, "250,000 a year", or the points of a percentage."""
    value = spot.mention.value
    if spot.unit == "percentage point" and found.name == "point":
        return True
    return spot.counts and isinstance(value, Quantity) and bool(value.base) and value.base.split()[-1] == found.name


def parted(spot: Spot, found: Attribute) -> Attribute:
    """An attribute as a share, where a percentage is given for people or things: "54 percent are children"."""
    thing = found.anchor
    if spot.unit not in ("percent", "fraction") or spot.mention.direction or thing is None or thing.tag != "NNS":
        return found
    rates = words()["nouns.rates"] | words()["nouns.money"]
    told = found.how in ("complement", "counted", "predicated", "people") or singular(thing.low) in PERSONAL
    if (
        not told
        or found.how in ("share", "change")
        or "share" in found.name.split()
        or thing.low in rates
        or singular(thing.low) in rates
    ):
        return found
    return Attribute(f"share of {found.name}", thing, "share")


def called(found: Attribute) -> Attribute:
    """An attribute under the one name that its synonyms share."""
    found.name = words().synonyms.get(found.name, found.name)
    return found


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
    if found.how == "unit" and singular(thing.low) in words()["levels.quantities"]:
        return Attribute(name, thing, "subject")
    if is_definite(thing) and found.name != "amount":
        kind = nouns.sized(spot, thing) if found.how == "unit" and found.name in ("length", "duration") else found.name
        return Attribute(kind, thing, found.how)
    kind = nouns.sized(spot, thing) if found.how == "unit" and found.name in ("length", "duration") else found.name
    return Attribute(f"{name} {kind}", thing, found.how)


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


def hyphenated(spot: Spot) -> Attribute:
    """The noun inside a compound: "27-count" counts counts."""
    start, end = spot.mention.noun or (0, 0)
    noun = singular(spot.page.folded[start:end].strip(" -"))
    outer = spot.node.head if spot.node and not spot.node.is_root else None
    if noun == "strong":  # "a 26-strong crew" has 26 members
        noun = (
            f"{singular(outer.low)} member" if outer is not None and outer.is_noun and not outer.is_name else "member"
        )
    return Attribute(noun, outer, "compound")


RULES = {
    True: (
        expected.expected,
        ballots.recorded,
        labels.labelled,
        labels.explained,
        harm.gravely,
        harm.in_care,
        harm.driven_out,
        changes.share,
        ballots.ballots,
        occasions.edition,
        restated.in_all,
        occasions.time_of,
        restated.offspring,
        counting.adjective,
        counting.lacking,
        counting.collected,
        counting.numbered,
        counting.predicated,
        levels.fatal,
        changes.fewer,
        counting.partitive,
        counting.meant_for,
        counting.fronted,
        levels.suffered,
        counting.elided,
        counting.doers,
        levels.put_at,
        counting.counted,
        ballots.carried,
        measuring.complement,
        levels.level,
        levels.predicate,
        levels.beside_verb,
        levels.deed,
        counting.next_nouns,
        nouns.earlier,
        changes.portion,
    ),
    False: (
        expected.expected,
        measuring.magnitude,
        measuring.age,
        labels.labelled,
        labels.explained,
        bargaining.bargained,
        economy.core,
        economy.restated,
        changes.stands,
        changes.share,
        measuring.inward,
        measuring.before_it,
        measuring.later,
        measuring.between,
        measuring.cue,
        penalties.penalty,
        levels.put_at,
        measuring.from_event,
        measuring.complement,
        changes.by_amount,
        levels.level,
        levels.predicate,
        levels.beside_verb,
        payers.bears,
        levels.deed,
        counting.counted,
        penalties.term,
        ballots.polled,
        measuring.by_unit,
        changes.portion,
    ),
}
