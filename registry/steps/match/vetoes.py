"""Reasons why two claims can never share a fact. Each answers with the reason in words, or None.

A newcomer's mistake: a veto for what is merely unlikely. That is a feature with a weight.
"""

from __future__ import annotations

import re

from registry.steps import values
from registry.steps.match import concepts
from registry.steps.match.about import labels, one_by_context
from registry.steps.match.apart import OF_A_SORT
from registry.steps.match.confusions import confused_acts, confused_things
from registry.steps.match.entities import Same, adjectival, bare, compare, full_name, two_people
from registry.steps.match.entries import named_twice, no_event, one_label, only_labels, other_event, two_rows
from registry.steps.match.extents import other_extent
from registry.steps.match.figures import far_figures
from registry.steps.match.framed import (
    a_difference,
    below_zero,
    day_of_saying,
    long_ago,
    other_end_of_it,
    other_instance,
)
from registry.steps.match.orders import (
    only_before,
    only_sure,
    only_which,
    other_age,
    other_results,
    other_rise,
    other_series,
    other_trade,
)
from registry.steps.match.parallel import parallel
from registry.steps.match.parties import other_asker, other_bearer
from registry.steps.match.portions import only_added, only_befallen, only_item, opposed, opposed_nearby, part_of_it
from registry.steps.match.profile import Profile
from registry.steps.match.reviews import other_work
from registry.steps.match.saying import Veto
from registry.steps.match.singled import (
    counted_since,
    for_other_payers,
    of_a_rival,
    only_average,
    only_own,
    other_of_many,
    people_and_things,
    within_due,
)
from registry.steps.match.times import (
    other_ballot,
    other_base,
    other_day,
    other_episode,
    other_occasion,
    other_period,
    other_season,
    other_turn,
    other_turn_of_many,
    other_window,
)
from registry.steps.match.told import same_frame
from registry.steps.match.whose import other_agent, other_subject, other_topic
from registry.steps.match.wishes import only_wished

FAR = 0.4
STREET = re.compile(r" (?:Street|Road|Avenue|Lane|Square|Terrace|Crescent|Boulevard|Close|Drive)$")
LIFE = frozenset(("born", "death"))


def other_dimension(left: Profile, right: Profile) -> str | None:
    """They are measured in different things."""
    return None if left.dimension == right.dimension else f"{left.dimension} is not {right.dimension}"


def opposite_direction(left: Profile, right: Profile) -> str | None:
    """One is the amount of a rise, the other of a fall."""
    return "one rises and the other falls" if {left.direction, right.direction} == {"up", "down"} else None


def held_apart(left: Profile, right: Profile) -> str | None:
    """The table of concepts, or somebody's judgement, says that the two are never the same."""
    opposed = concepts.default().opposed
    for one in sorted(left.named - right.named) if opposed and not one_by_context(left, right) else ():
        for two in sorted(right.named - left.named):
            if frozenset((one, two)) in opposed:
                return f"{labels(frozenset((one,)))} and {labels(frozenset((two,)))} are different things"
    return None


def other_place(left: Profile, right: Profile) -> str | None:
    """They hold for different places, unless they are days or somebody's age."""
    anywhere = left.dimension in ("date", "clock") or "age" in left.core & right.core
    if anywhere or not left.place or not right.place or compare(left.place, right.place) is not Same.NO:
        return None
    if len({bool(STREET.search(seen.place or "")) for seen in (left, right)}) > 1:
        return None  # a street is in a town: "in Old Mill Road", "in Terring"
    return None if adjectival(left.place, right.place) else f"one is for {left.place}, the other for {right.place}"


def opposed_modifiers(left: Profile, right: Profile) -> str | None:
    """Words that exclude each other narrow the two."""
    table = concepts.default().modifiers
    for word in sorted(left.modifiers - right.modifiers):
        for other in sorted(right.modifiers - left.modifiers):
            if opposed(table.get(word), table.get(other)) and not ranked(table[word], left, right):
                return f"“{table[word][1]}” is not “{table[other][1]}”"
    return None


def ranked(modifier: tuple[str, str], left: Profile, right: Profile) -> bool:
    """Whether the modifier is the very value of two ordinals."""
    return modifier[0] == "order" and left.dimension in ("ordinal", "rank") and right.dimension == left.dimension


def other_person(left: Profile, right: Profile) -> str | None:
    """They are about two people, or two numbered things, of one name."""
    if not left.subject or not right.subject:
        return None
    if bare(left.subject) & bare(right.subject) and compare(left.subject, right.subject) is Same.NO:
        return f"one is about {left.subject}, the other about {right.subject}"
    return None


def other_life(left: Profile, right: Profile) -> str | None:
    """Nobody is born or dies with somebody else: the two are people with different names."""
    if not left.subject or not right.subject or not LIFE & left.acts & right.acts or left.dimension == "count":
        return None
    if not all(" " in name and full_name(name) for name in (left.subject, right.subject)):
        return None  # a hyphen makes no name of a person: "born in Stratford-Lee"
    if bare(left.subject) & bare(right.subject):
        return None
    return f"one is about {left.subject}, the other about {right.subject}"


def two_names(left: Profile, right: Profile) -> bool:
    """Whether each is about what its document is about, which two may call otherwise ("Marrow Bay", "Tarl ferry")."""
    if not left.subject or not right.subject or two_people(left.subject, right.subject):
        return False
    return left.subject == left.topic and right.subject == right.topic


def other_level(left: Profile, right: Profile) -> str | None:
    """One is for the whole country, one for a part of it; or one for all countries, one for a place."""
    for seen, other in ((left, right), (right, left)):
        if seen.level == "world" and other.place and other.level != "world" and seen.dimension == "count":
            return f"one is for all countries, the other for {other.place}"
    if {left.level, right.level} != {"nation", "part"}:
        return None
    return "one is for the whole country, the other for a part of it"


def other_stance(left: Profile, right: Profile) -> str | None:
    """One counts those for it, the other those against it."""
    if {left.near.stance, right.near.stance} != {"for", "against"} or left.dimension not in ("count", "share"):
        return None
    return "one counts those for it, the other those against it"


def change_and_level(left: Profile, right: Profile) -> str | None:
    """One is the amount of a change, the other what it came to."""
    changed = bool(left.direction) != bool(right.direction)
    if not changed or left.dimension == "share" or far_figures(left, right).value < FAR:
        return None
    return "only one is a rise or a fall"


def other_party(left: Profile, right: Profile) -> str | None:
    """The sentences open with the names of two things, and are about them."""
    if not other_agent(left, right).value or not left.subject or not right.subject:
        return None
    if compare(left.subject, right.subject) is not Same.NO:
        return None
    return f"one sentence begins with {left.agent}, the other with {right.agent}"


def other_owner(left: Profile, right: Profile) -> str | None:
    """They are the ages of two people ("Berg, 61,")."""
    if not left.owner or not right.owner or values.compare(left.value, right.value).meets:
        return None
    return None if compare(left.owner, right.owner) is Same.YES else f"one is of {left.owner}, one of {right.owner}"


def other_matter(left: Profile, right: Profile) -> str | None:
    """Documents about different things speak of different subjects."""
    if same_frame(left, right).value or not other_topic(left, right).value:
        return None
    return other_subject(left, right).why if other_subject(left, right).value == 1 else None


def other_holder(left: Profile, right: Profile) -> str | None:
    """An office is compared for one person only, an act for one to whom it is done."""
    if left.dimension not in ("role", "event"):
        return None
    same = compare(left.subject, right.subject) if left.subject and right.subject else Same.MAYBE
    if left.dimension == "role":
        return None if same is Same.YES else "they are about the offices of different people"
    return None if same is not Same.NO else f"one act is done to {left.subject}, the other to {right.subject}"


VETOES: tuple[Veto, ...] = (
    held_apart,
    named_twice,
    two_rows,
    other_event,
    only_labels,
    no_event,
    part_of_it,
    only_wished,
    opposed_nearby,
    other_dimension,
    opposite_direction,
    confused_acts,
    confused_things,
    other_place,
    other_period,
    opposed_modifiers,
    other_person,
    other_life,
    other_day,
    other_matter,
    other_holder,
    other_owner,
    other_base,
    other_level,
    other_season,
    other_turn,
    other_turn_of_many,
    other_occasion,
    other_ballot,
    only_which,
    only_sure,
    other_series,
    other_age,
    only_before,
    other_rise,
    other_results,
    other_trade,
    other_window,
    a_difference,
    below_zero,
    long_ago,
    other_instance,
    day_of_saying,
    other_end_of_it,
    other_stance,
    change_and_level,
    other_party,
    one_label,
    only_average,
    of_a_rival,
    for_other_payers,
    other_of_many,
    counted_since,
    within_due,
    people_and_things,
    only_own,
    other_bearer,
    other_episode,
    other_asker,
    only_item,
    only_added,
    only_befallen,
    parallel,
    other_extent,
    *OF_A_SORT,
)

# What speaks against two figures that agree only makes them less likely: words go wrong more often than figures.
UNLESS_AGREED = frozenset((confused_acts, confused_things, other_period, other_person))

# What they say comes from what stands before a sentence, or from words that both have: nothing that parts copies.
ABOUT_ANOTHER = frozenset({other_work}) | frozenset(
    (other_matter, other_person, other_party, confused_acts, confused_things, other_results, other_window, no_event)
)
