"""What a mention counts or measures: the rules in the order in which they are asked.

A newcomer's mistake: asking the general rule first. "89 dead" and "put at $3bn" are settled by their words; only what
no such words settle is left to the tree, and what the tree leaves open to the unit.
"""

from __future__ import annotations

import re

from registry.model.assertion import Kind
from registry.model.quantity import Quantity
from registry.steps.assemble.attribute import (
    around,
    auctions,
    ballots,
    bargaining,
    chains,
    changes,
    counting,
    courts,
    economy,
    expected,
    grades,
    harm,
    labels,
    levels,
    measuring,
    membership,
    nouns,
    occasions,
    partaking,
    payers,
    penalties,
    qualified,
    reaching,
    restated,
    rooms,
    sense,
    speeds,
    sums_beside,
    turns,
    whoever,
)
from registry.steps.assemble.attribute.bearers import PERSONAL, SOMEBODY, described, lasts
from registry.steps.assemble.attribute.lending import is_anothers_unit, is_when
from registry.steps.assemble.attribute.prices import per_share
from registry.steps.assemble.dating.comparatives import compared
from registry.steps.assemble.gapping import tail
from registry.steps.assemble.spot import Attribute, Spot
from registry.steps.parse.tree import Token
from registry.steps.resolve.names import noun_phrase, singular
from registry.steps.resolve.words import words

BARE = frozenset({"unit", "cue", "deed"})
SPAN_TAGS, THROUGH = ("NNS", "NN", "NNP", "CD", "DT", "JJ", "PRP$"), frozenset({"to", "through", "ended", "ending"})
MONTHS = words()["scope.calendar"]
SPANNING = frozenset({"for", "in", "over", "during"})
PREPOSED = re.compile(r"^ (?:of (?:them|these|those|us) )?(?:in|at|on|near|from|for|to|by)\b")


def attribute(spot: Spot) -> Attribute | None:
    """What the mention counts or measures."""
    if spot.mention.noun and spot.mention.kind is not Kind.DATE:
        return hyphenated(spot)
    known, gap = spot.page.latest, tail(spot, spot.mention) if spot.counts or spot.is_money else None
    if (gap is not None or compared(spot) is not None) and known is not None and known[0] == spot.number:
        plain = gap is not None and gap["name"].islower() and spot.is_money and known[1].name
        return Attribute(known[1].name.split()[-1], None, "ellipsis") if plain else known[1]
    for rule in RULES[spot.counts]:
        found = rule(spot)
        found = over_span(spot, found) if found is not None else None
        if (
            found
            and found.name
            and found.name not in words()["levels.nameless"]
            and found.name != "%"
            and not (found.name == "time" and spot.unit == "ratio")
            and lasts(spot, found.name)
            and not is_place(spot, found)
            and not is_anothers_unit(spot, found)
            and not is_when(spot, found)
            and not is_span_before(spot, found)
            and not is_base(spot, found)
            and not is_whose(spot, found)
            and not ((found.how == "ellipsis" or found.name in nouns.VAGUE) and labels.headed(spot))
        ):
            whole = parted(spot, found) if found.how not in BARE else described(spot, found)
            return sense.sensible(spot, called(per_share(spot, whole)))
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
    between = between and not (thing.tag == "NNPS" and case is not None and case.low == "of")  # "millions of Danes"
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


def is_whose(spot: Spot, found: Attribute) -> bool:
    """Whether what a sum or a size seems to be is somebody: "the auditors arrived at $5m", "fined the company $5m"."""
    last = singular(found.name.split()[-1])
    return not spot.counts and found.how in ("subject", "number of", "complement") and last in SOMEBODY


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
        grades.graded,
        expected.expected,
        turns.given_work,
        turns.opinion,
        ballots.recorded,
        labels.labelled,
        chains.chained,
        labels.explained,
        labels.enclosed,
        harm.numbered,
        harm.gravely,
        harm.in_care,
        harm.driven_out,
        harm.dismissed,
        membership.represented,
        partaking.partaking,
        occasions.instant,
        changes.share,
        occasions.scored,
        occasions.goals,
        ballots.ballots,
        occasions.edition,
        sums_beside.of_goods,
        restated.somebodys,
        restated.in_all,
        occasions.time_of,
        restated.offspring,
        restated.totalled,
        restated.lives,
        restated.more_done,
        counting.adjective,
        counting.lacking,
        whoever.whoever,
        qualified.in_bracket,
        qualified.of_people,
        qualified.qualified,
        qualified.amounting,
        counting.collected,
        counting.numbered,
        restated.from_to,
        restated.came_to,
        counting.predicated,
        levels.fatal,
        changes.fewer,
        counting.partitive,
        rooms.meant_for,
        counting.fronted,
        levels.suffered,
        counting.elided,
        counting.doers,
        reaching.risen_to,
        levels.put_at,
        counting.counted,
        ballots.carried,
        measuring.complement,
        reaching.level,
        levels.predicate,
        levels.beside_verb,
        levels.deed,
        counting.next_nouns,
        nouns.earlier,
        changes.portion,
    ),
    False: (
        expected.expected,
        turns.opinion,
        turns.left_to_live,
        measuring.magnitude,
        speeds.limited,
        measuring.age,
        around.bearing,
        around.stature,
        labels.labelled,
        chains.chained,
        labels.explained,
        bargaining.bargained,
        auctions.brought,
        bargaining.struck,
        economy.account,
        economy.core,
        economy.of_output,
        changes.stands,
        partaking.partaking,
        changes.share,
        measuring.inward,
        measuring.before_it,
        measuring.later,
        measuring.between,
        measuring.cue,
        sums_beside.over_budget,
        sums_beside.of_goods,
        courts.in_court,
        penalties.penalty,
        reaching.risen_to,
        levels.put_at,
        measuring.from_event,
        measuring.complement,
        changes.by_amount,
        reaching.level,
        levels.predicate,
        levels.beside_verb,
        payers.bears,
        levels.taken,
        levels.deed,
        counting.counted,
        penalties.term,
        ballots.polled,
        measuring.by_unit,
        changes.portion,
    ),
}
