"""The features that decide whether two claims answer the same question. Each is a function of two profiles; its first
docstring line is what a reviewer reads.

A feature answers with a number from -1 to 1 (0: says nothing) and, where it says something, the words for it.
`VETOES` are reasons why two claims can never share a fact. A newcomer's mistake: adding the value as a reason against.
Claims of one fact may well differ in their values; that is what the registry is for.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from rapidfuzz import fuzz

from registry.model.assertion import Value
from registry.model.moment import Moment, Precision
from registry.model.quantity import Quantity
from registry.steps import units, values
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


def one_direction(left: Profile, right: Profile) -> Said:
    """One is the amount of a change and the other is not."""
    if left.direction == right.direction:
        return SILENT
    return Said(1.0, "one is the amount of a change and the other is not")


def same_core(left: Profile, right: Profile) -> Said:
    """Both figures are about the same."""
    shared = left.core & right.core
    if not shared:
        return SILENT
    part = 2 * len(shared) / (len(left.core) + len(right.core))
    return Said(part, f"both figures are about {labels(shared)}")


def other_core(left: Profile, right: Profile) -> Said:
    """The figures are about different things."""
    if not left.core or not right.core or left.core & right.core:
        return SILENT
    known = bool(left.core & concept_weights(right).keys()) or bool(right.core & concept_weights(left).keys())
    return Said(0.5 if known else 1.0, f"{labels(left.core)} is not {labels(right.core)}")


def no_core(left: Profile, right: Profile) -> Said:
    """Of one figure it is not known what it is about."""
    return SILENT if left.core and right.core else Said(1.0, "of one figure it is not known what it is about")


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


def same_title(left: Profile, right: Profile) -> Said:
    """The titles of the documents name the same."""
    one, two = content(left.title or ""), content(right.title or "")
    if not one or not two:
        return SILENT
    return Said(len(one & two) / min(len(one), len(two)), "the titles of the documents are alike")


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


def near_words(left: Profile, right: Profile) -> Said:
    """The same words stand close to both figures."""
    one, two = dict(left.near.words), dict(right.near.words)
    every = set(one) | set(two)
    if not one or not two:
        return SILENT
    shared = sum(min(one.get(word, 0.0), two.get(word, 0.0)) for word in every)
    whole = min(sum(one.values()), sum(two.values()))
    return Said(shared / whole, "the same words stand close to both figures")


def near_concepts(left: Profile, right: Profile) -> Said:
    """The same concept is named close to both figures."""
    one, two = concept_weights(left), concept_weights(right)
    shared = {concept: min(one[concept], two[concept]) for concept in one.keys() & two.keys()}
    if not shared:
        return SILENT
    best = max(shared, key=lambda concept: (shared[concept], concept))
    return Said(shared[best], f"{labels(frozenset((best,)))} is named close to both figures")


def near_others(left: Profile, right: Profile) -> Said:
    """What is named closest to one figure is not named near the other."""
    one, two = concept_weights(left), concept_weights(right)
    if not one or not two:
        return SILENT
    missed = [max(mine.values()) for mine, other in ((one, two), (two, one)) if not strongest(mine) & other.keys()]
    return (
        Said(sum(missed) / 2, "what is named closest to one figure is not named near the other") if missed else SILENT
    )


def strongest(weights: dict[str, float]) -> set[str]:
    """The concepts named closest."""
    best = max(weights.values())
    return {concept for concept, weight in weights.items() if weight >= best - 0.05}


def concept_weights(seen: Profile) -> dict[str, float]:
    """The concepts around a figure and of its attribute, with their weights."""
    return dict(seen.near.concepts) | dict.fromkeys(seen.named, 1.0)


def other_names(left: Profile, right: Profile) -> Said:
    """A name stands close to one figure and is nowhere near the other."""
    one, two = strangers(left, right), strangers(right, left)
    if not one and not two:
        return SILENT
    both = bool(one) and bool(two)
    return Said(1.0 if both else 0.5, f"only one mentions {', '.join(sorted(one | two))}")


def strangers(seen: Profile, other: Profile) -> frozenset[str]:
    """The names close to a figure that the other claim does not know."""
    known = other.sentence | content(other.subject or "") | content(other.topic or "") | content(other.place or "")
    own = content(seen.topic or "") | content(seen.subject or "") | seen.voice
    return frozenset(name for name in seen.near.names - own if name not in known)


def other_days(left: Profile, right: Profile) -> Said:
    """The sentences mention different days."""
    return disjoint(left.near.days, right.near.days, "they mention different days")


def other_years(left: Profile, right: Profile) -> Said:
    """The sentences mention different years."""
    return disjoint(left.near.years, right.near.years, "they mention different years")


def other_spans(left: Profile, right: Profile) -> Said:
    """The sentences speak of different quarters, halves or years."""
    one, two = left.near.spans, right.near.spans
    if one and two:
        return disjoint(one, two, "they are for different periods")
    return Said(0.4, "only one speaks of a quarter or a whole year") if one != two else SILENT


def disjoint(one: frozenset[str], two: frozenset[str], why: str) -> Said:
    """Something is said on both sides and nothing of it is the same."""
    return Said(1.0, why) if one and two and not one & two else SILENT


def same_figure(left: Profile, right: Profile) -> Said:
    """Both state the same figure; the longer it is, the more that says."""
    held = values.compare(left.value, right.value)
    if not held.meets or apart_in_size(left, right) > 0.1:
        return SILENT
    return Said(min(1.0, digits(left.value) * 0.25) * (1.0 if held.same else 0.8), "both state the same figure")


def far_figures(left: Profile, right: Profile) -> Said:
    """The figures are of different size."""
    one, two = left.value, right.value
    if isinstance(one, Moment) and isinstance(two, Moment):
        return Said(apart_in_time(one, two), "the dates are far apart")
    apart = apart_in_size(left, right)
    return Said(min(1.0, apart / 1.5), "the figures are of different size") if apart else SILENT


def apart_in_time(one: Moment, two: Moment) -> float:
    """How far two dates lie apart, a year or more being 1; two times of day, three hours."""
    if one.clock and two.clock:
        hours = abs(one.clock.replace(tzinfo=None) - two.clock.replace(tzinfo=None)).total_seconds() / 3600
        return 0.0 if one.meets(two) else min(1.0, hours / 3)
    return min(1.0, abs((one.low - two.low).days) / 365)


def apart_in_size(left: Profile, right: Profile) -> float:
    """How many powers of ten lie between two figures."""
    one, two = left.value, right.value
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)):
        return 0.0
    return abs(magnitude(one) - magnitude(two))


def magnitude(value: Quantity) -> float:
    """The power of ten of a figure in the base unit of its dimension."""
    known = value.high if value.low is None else value.low
    unit = units.UNITS.get(value.unit)
    size = abs(float(known or 0)) * float(unit.factor if unit else 1)
    return math.log10(size) if size > 0 else -1.0


def digits(value: Value) -> int:
    """How many digits a figure has that are not just zeros; a date counts by its precision."""
    if isinstance(value, Moment):
        return 4 if value.low == value.high else 2
    if isinstance(value, Quantity) and value.low is not None:
        return len(value.low.normalize().as_tuple().digits)
    return 2


def one_document(left: Profile, right: Profile) -> Said:
    """One document states both, and they are apart: it usually speaks of two things."""
    if left.document != right.document or values.compare(left.value, right.value).meets:
        return SILENT
    return Said(1.0, "one document states both")


def one_sentence(left: Profile, right: Profile) -> Said:
    """One sentence states both, and nobody else is quoted with the other."""
    if left.document != right.document or left.sentence_start != right.sentence_start:
        return SILENT
    if values.compare(left.value, right.value).meets or left.speaker != right.speaker:
        return SILENT
    return Said(1.0, "one sentence states both")


def near_modifiers(left: Profile, right: Profile) -> Said:
    """A word that changes what is counted stands close to one figure only."""
    table = concepts.default().modifiers
    one, two = close_words(left), close_words(right)
    strong = {word for word in one ^ two if word in table and not named_by(word, left, right)}
    return Said(1.0, f"only one says {', '.join(sorted(strong))}") if strong else SILENT


def close_words(seen: Profile) -> frozenset[str]:
    """The words that stand close to a figure, and those of its attribute."""
    return frozenset(word for word, weight in seen.near.words if weight >= 0.4) | seen.modifiers


def named_by(word: str, left: Profile, right: Profile) -> bool:
    """Whether the word is the figure itself on the other side."""
    return word in left.figures or word in right.figures


def one_part(left: Profile, right: Profile) -> Said:
    """One figure is a part "of the" whole."""
    return Said(1.0, "one figure is a part of something") if left.near.part != right.near.part else SILENT


def one_past(left: Profile, right: Profile) -> Said:
    """One figure is given as the earlier one, for comparison."""
    return (
        Said(1.0, "one figure is the earlier one, given for comparison")
        if left.near.past != right.near.past
        else SILENT
    )


def one_open(left: Profile, right: Profile) -> Said:
    """One figure is a bound and the other is not."""
    one, two = left.value, right.value
    if not (isinstance(one, Quantity) and isinstance(two, Quantity)) or one.single == two.single:
        return SILENT
    return Said(1.0, "one figure is a bound")


def other_status(left: Profile, right: Profile) -> Said:
    """One is planned, denied, supposed or withdrawn."""
    return Said(1.0, f"one is {left.status}, one {right.status}") if left.status != right.status else SILENT


FEATURES: tuple[Feature, ...] = (
    same_core,
    other_core,
    no_core,
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
    one_direction,
    same_title,
    near_words,
    near_concepts,
    near_others,
    other_names,
    other_days,
    other_years,
    other_spans,
    same_figure,
    far_figures,
    one_document,
    one_sentence,
    near_modifiers,
    one_part,
    one_past,
    one_open,
    other_status,
)


def other_dimension(left: Profile, right: Profile) -> str | None:
    """They are measured in different things."""
    return None if left.dimension == right.dimension else f"{left.dimension} is not {right.dimension}"


def opposite_direction(left: Profile, right: Profile) -> str | None:
    """One is the amount of a rise, the other of a fall."""
    return "one rises and the other falls" if {left.direction, right.direction} == {"up", "down"} else None


def confused_acts(left: Profile, right: Profile) -> str | None:
    """What happened is easily confused and not the same."""
    return confused(left.acts, right.acts)


def confused_things(left: Profile, right: Profile) -> str | None:
    """What is counted is easily confused and not the same."""
    if concept_weights(left).keys() & concept_weights(right).keys():
        return None
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
            if opposed(table.get(word), table.get(other)) and not ranked(table[word], left, right):
                return f"“{word}” is not “{other}”"
    return None


def opposed(one: tuple[str, str] | None, two: tuple[str, str] | None) -> bool:
    """Whether two modifiers are of one group and different."""
    return one is not None and two is not None and one[0] == two[0] and one[1] != two[1]


def ranked(modifier: tuple[str, str], left: Profile, right: Profile) -> bool:
    """Whether the modifier is the very value of two ordinals."""
    return modifier[0] == "order" and left.dimension in ("ordinal", "rank") and right.dimension == left.dimension


def other_person(left: Profile, right: Profile) -> str | None:
    """They are about two people, or two numbered things, of one name."""
    if not left.subject or not right.subject:
        return None
    one, two = stems(left.subject), stems(right.subject)
    if set(one) & set(two) and compare(left.subject, right.subject) is Same.NO:
        return f"{left.subject} is not {right.subject}"
    return None


def other_holder(left: Profile, right: Profile) -> str | None:
    """An office is compared for one person only."""
    if left.dimension != "role":
        return None
    if not left.subject or not right.subject or compare(left.subject, right.subject) is not Same.YES:
        return "they are about the offices of different people"
    return None


def one_label(left: Profile, right: Profile) -> str | None:
    """One document has two entries with the same label: they are about two things."""
    if left.document != right.document or left.sentence_start == right.sentence_start and not left.label:
        return None
    same = bool(left.label) and left.label == right.label
    return (
        "one document has two entries with this label"
        if same and not values.compare(left.value, right.value).meets
        else None
    )


VETOES: tuple[Veto, ...] = (
    other_dimension,
    opposite_direction,
    confused_acts,
    confused_things,
    other_place,
    other_period,
    opposed_modifiers,
    other_person,
    other_holder,
    one_label,
)
