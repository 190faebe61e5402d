"""The features that decide whether two claims answer the same question. Each is a function of two profiles; its first
docstring line is what a reviewer reads.

A feature answers with a number from -1 to 1 (0: says nothing) and, where it says something, the words for it.
`VETOES` are reasons why two claims can never share a fact. A newcomer's mistake: adding the value as a reason against.
Claims of one fact may well differ in their values; that is what the registry is for.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rapidfuzz import fuzz

from registry.model.moment import Moment, Precision
from registry.steps.match import concepts
from registry.steps.match.entities import Same, compare
from registry.steps.match.profile import Profile
from registry.steps.match.words import content, stems


class Said(NamedTuple):
    """What a feature says: how much, and why."""

    value: float
    why: str = ""


Feature = Callable[[Profile, Profile], Said]
Veto = Callable[[Profile, Profile], str | None]
SILENT = Said(0.0)


def labels(ids: frozenset[str]) -> str:
    """Concepts in words."""
    return ", ".join(sorted(concepts.default().label.get(concept, concept) for concept in ids))


def same_concept(left: Profile, right: Profile) -> Said:
    """Both name the same concept."""
    if not left.named or not right.named:
        return SILENT
    shared = left.named & right.named
    if left.named == right.named:
        return Said(1.0, f"both are about {labels(shared)}")
    if shared:
        part = len(shared) / max(len(left.named), len(right.named))
        return Said(part * 0.6, f"both mention {labels(shared)}")
    return SILENT


def other_concept(left: Profile, right: Profile) -> Said:
    """The two name different concepts."""
    if left.named and right.named and not left.named & right.named:
        return Said(1.0, f"{labels(left.named)} is not {labels(right.named)}")
    return SILENT


def narrower_concept(left: Profile, right: Profile) -> Said:
    """One names a concept that the other does not."""
    if not left.named & right.named:
        return SILENT
    extra = left.named ^ right.named
    return Said(min(1.0, len(extra) / 2), f"only one is about {labels(extra)}") if extra else SILENT


def same_head(left: Profile, right: Profile) -> Said:
    """Both count or measure the same noun."""
    shared = left.heads & right.heads
    return Said(1.0, f"both name {', '.join(sorted(shared))}") if shared else SILENT


def other_head(left: Profile, right: Profile) -> Said:
    """They count different things that no concept connects."""
    if left.heads and right.heads and not left.heads & right.heads and not left.named & right.named:
        return Said(1.0, "they name different things")
    return SILENT


def same_modifiers(left: Profile, right: Profile) -> Said:
    """The same words narrow both."""
    shared = left.modifiers & right.modifiers
    return Said(len(shared) / len(left.modifiers | right.modifiers), "the same words narrow both") if shared else SILENT


def other_modifiers(left: Profile, right: Profile) -> Said:
    """A word that changes what is counted stands on one side only."""
    table = concepts.default().modifiers
    strong = {word for word in left.modifiers ^ right.modifiers if word in table}
    return Said(1.0, f"only one says {', '.join(sorted(strong))}") if strong else SILENT


def loose_modifiers(left: Profile, right: Profile) -> Said:
    """Other words stand on one side only."""
    table = concepts.default().modifiers
    weak = {word for word in left.modifiers ^ right.modifiers if word not in table}
    return Said(min(1.0, len(weak) / 3)) if weak else SILENT


def same_subject(left: Profile, right: Profile) -> Said:
    """Both are about the same body, person, place or event."""
    if not left.subject or not right.subject:
        return SILENT
    if compare(left.subject, right.subject) is Same.YES:
        return Said(1.0, f"both are about {left.subject}")
    shared = content(left.subject) & content(right.subject)
    return Said(0.4, "their subjects share words") if shared else SILENT


def other_subject(left: Profile, right: Profile) -> Said:
    """They are about different bodies, persons, places or events."""
    if not left.subject or not right.subject or compare(left.subject, right.subject) is not Same.NO:
        return SILENT
    if content(left.subject) & (right.sentence | right.context) or content(right.subject) & left.sentence:
        return Said(0.3, f"one is about {left.subject}, one about {right.subject}")
    return Said(1.0, f"one is about {left.subject}, one about {right.subject}")


def same_topic(left: Profile, right: Profile) -> Said:
    """The documents are about the same topic."""
    if not left.topic or not right.topic:
        return SILENT
    if compare(left.topic, right.topic) is Same.YES:
        return Said(1.0, f"both documents are about {left.topic}")
    likeness = fuzz.token_set_ratio(left.topic.lower(), right.topic.lower()) / 100
    return Said(likeness) if likeness > 0.5 else Said(-0.5, "the documents are about different topics")


def same_place(left: Profile, right: Profile) -> Said:
    """Both hold for the same place."""
    if left.place and right.place and compare(left.place, right.place) is Same.YES:
        return Said(1.0, f"both are for {left.place}")
    return SILENT


def one_place(left: Profile, right: Profile) -> Said:
    """Only one is limited to a place."""
    if bool(left.place) == bool(right.place):
        return SILENT
    place, other = (left.place, right) if left.place else (right.place, left)
    assert place is not None
    known = content(place) <= (other.sentence | content(other.subject or "") | content(other.topic or ""))
    return SILENT if known else Said(1.0, f"only one is for {place}")


def same_period(left: Profile, right: Profile) -> Said:
    """Both are for the same period."""
    if left.period and right.period and left.period == right.period:
        return Said(1.0, "both are for the same period")
    return SILENT


def one_period(left: Profile, right: Profile) -> Said:
    """Only one names a period."""
    return Said(1.0, "only one names a period") if bool(left.period) != bool(right.period) else SILENT


def context_words(left: Profile, right: Profile) -> Said:
    """The words around the figures are alike."""
    one = (left.context or left.sentence) - left.figures
    two = (right.context or right.sentence) - right.figures
    if not one or not two:
        return SILENT
    return Said(len(one & two) / min(len(one), len(two)), "the words around them are alike")


def sentence_words(left: Profile, right: Profile) -> Said:
    """The sentences are alike."""
    if not left.sentence or not right.sentence:
        return SILENT
    return Said(len(left.sentence & right.sentence) / len(left.sentence | right.sentence), "the sentences are alike")


FEATURES: tuple[Feature, ...] = (
    same_concept,
    other_concept,
    narrower_concept,
    same_head,
    other_head,
    same_modifiers,
    other_modifiers,
    loose_modifiers,
    same_subject,
    other_subject,
    same_topic,
    same_place,
    one_place,
    same_period,
    one_period,
    context_words,
    sentence_words,
)


def other_dimension(left: Profile, right: Profile) -> str | None:
    """They are measured in different things."""
    return None if left.dimension == right.dimension else f"{left.dimension} is not {right.dimension}"


def other_direction(left: Profile, right: Profile) -> str | None:
    """One is the amount of a change, the other is not, or changes the other way."""
    return None if left.direction == right.direction else "one is the amount of a change and the other is not"


def confused_acts(left: Profile, right: Profile) -> str | None:
    """What happened is easily confused and not the same."""
    return confused(left.acts, right.acts)


def confused_things(left: Profile, right: Profile) -> str | None:
    """What is counted is easily confused and not the same."""
    return confused(left.things, right.things)


def confused(one: frozenset[str], two: frozenset[str]) -> str | None:
    """The reason, where two sets of concepts share none and two of them are of one family."""
    if one & two:
        return None
    family = concepts.default().family
    if {family[concept] for concept in one} & {family[concept] for concept in two}:
        return f"{labels(one)} must not be confused with {labels(two)}"
    return None


def other_place(left: Profile, right: Profile) -> str | None:
    """They hold for different places."""
    if left.place and right.place and compare(left.place, right.place) is Same.NO:
        return f"one is for {left.place}, the other for {right.place}"
    return None


def other_period(left: Profile, right: Profile) -> str | None:
    """They hold for different periods."""
    if not left.period or not right.period:
        return None
    return None if like_periods(left.period, right.period) else "they are for different periods"


def like_periods(one: Moment, two: Moment) -> bool:
    """Whether two periods may be the same one; a quarter is not its year."""
    if not one.meets(two):
        return False
    broad = {Precision.YEAR, Precision.QUARTER, Precision.MONTH}
    return one.precision == two.precision or not {one.precision, two.precision} <= broad


def opposed_modifiers(left: Profile, right: Profile) -> str | None:
    """Words that exclude each other narrow the two."""
    table = concepts.default().modifiers
    for word in sorted(left.modifiers - right.modifiers):
        for other in sorted(right.modifiers - left.modifiers):
            if word in table and table.get(other) == table[word]:
                return f"“{word}” is not “{other}”"
    return None


def other_person(left: Profile, right: Profile) -> str | None:
    """They are about two people, or two numbered things, of one name."""
    if not left.subject or not right.subject:
        return None
    one, two = stems(left.subject), stems(right.subject)
    if set(one) & set(two) and compare(left.subject, right.subject) is Same.NO:
        return f"{left.subject} is not {right.subject}"
    return None


VETOES: tuple[Veto, ...] = (
    other_dimension,
    other_direction,
    confused_acts,
    confused_things,
    other_place,
    other_period,
    opposed_modifiers,
    other_person,
)
