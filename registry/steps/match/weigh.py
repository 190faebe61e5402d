"""The score of two claims: a logistic function of explained features, and vetoes that outrank it.

A newcomer's mistake: lowering the threshold to find more. A false alarm costs more than a miss.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from registry.model.assertion import Claim
from registry.steps import values
from registry.steps.match import taught
from registry.steps.match.apart import other_home
from registry.steps.match.doubts import agreed
from registry.steps.match.entries import frames, only_labels, other_event
from registry.steps.match.features import FEATURES
from registry.steps.match.portions import of_one
from registry.steps.match.profile import Profile, profile
from registry.steps.match.saying import SILENT, Said, Veto, spelled
from registry.steps.match.taught import Taught
from registry.steps.match.thresholds import Weights, default, threshold
from registry.steps.match.times import other_period, other_season
from registry.steps.match.twins import twins
from registry.steps.match.vetoes import (
    ABOUT_ANOTHER,
    UNLESS_AGREED,
    VETOES,
    other_dimension,
    other_matter,
    other_person,
    other_place,
    two_names,
)
from registry.steps.match.whose import other_topic

AKIN, SURELY_AKIN = 0.5, 0.9
# How likely two documents must be of one matter: those that somebody checks together, and those of a registry.
STRANGE, STRANGE_AMONG_MANY = 0.03, 0.31
ASSUMED = 0.8
HOLDER = 2.0
FOREMOST = 3
# Sources that are set against each other may be far apart.
SIZES = ("far_figures", "far_of_one")
# What a reader looks for first is said also where other features carry its weight.
PLAIN, LEAST = frozenset({"same_core"}), 0.05
NAMED: frozenset[Veto] = frozenset({other_person})
HELD_FOR: frozenset[Veto] = frozenset({other_event, only_labels, other_season})
# Where only the answer matters, what is soon seen and often so is asked first.
SOON = (other_dimension, other_person, other_place)
PROMPT: tuple[Veto, ...] = (*SOON, *(veto for veto in VETOES if veto not in SOON))
COPIED, SURELY_COPIED = 0.97, 0.9999  # the second among all pairs: what has a copy joins that before others
UNRELATED = "their documents are about different matters, and the two are not about one name"
ELSEWHERE = "the sentences are the same but for their figures, and the two figures stand in different places"
COPY = "the sentences are the same but for their figures, and the two figures stand in the same place"


@dataclass(frozen=True, slots=True)
class Match:
    """Whether two claims answer the same question: yes, no, or None for a person to say; what speaks for it, and what
    against."""

    score: float
    same: bool | None
    reasons: tuple[str, ...]
    against: tuple[str, ...] = ()


def said(left: Profile, right: Profile, akin: float = 0.0) -> dict[str, Said]:
    """What every feature says about two profiles; between akin documents, other names for the topic say less."""
    return between(left, right, features(left, right), akin)


def features(left: Profile, right: Profile) -> Mapping[str, Said]:
    """What every feature says about two profiles by themselves."""
    return {feature.__name__: feature(left, right) for feature in FEATURES}


def between(left: Profile, right: Profile, heard: Mapping[str, Said], akin: float) -> dict[str, Said]:
    """What the features say, given how akin the two documents are."""
    topic = heard["other_topic"]
    apart = left.document != right.document
    told = Said(akin if apart else 0.0, "the documents are about the same matter" if akin > AKIN and apart else "")
    topic = topic._replace(value=topic.value * (1 - akin), why="" if told.why else topic.why)
    small = dict.fromkeys(SIZES, SILENT) if heard["in_one_breath"].value else {}
    return {**heard, **small, "other_topic": topic, "akin": told}


def refusal(
    left: Profile, right: Profile, akin: float = 0.0, *, twin: bool | None = None, strange: float = STRANGE
) -> str | None:
    """Why the two can never share a fact, or None; the same sentence is not about two things. Documents less akin than
    `strange` are about different matters."""
    return next(refusals(left, right, VETOES, akin, twin=twin, strange=strange), None)


def refused(left: Profile, right: Profile, akin: float, *, twin: bool | None, strange: float) -> bool:
    """Whether the two can never share a fact, without the reason that comes first."""
    return any(refusals(left, right, PROMPT, akin, twin=twin, strange=strange))


def refusals(
    left: Profile, right: Profile, vetoes: Iterable[Veto], akin: float, *, twin: bool | None, strange: float
) -> Iterator[str]:
    """Why the two can never share a fact, by some vetoes in their order."""
    if twin is False:
        yield ELSEWHERE
        return
    if akin < strange and not twin and left.document != right.document and not of_one(left, right):
        yield UNRELATED
        return
    if strange > STRANGE and not twin and (elsewhere := other_home(left, right, akin)) is not None:
        yield elsewhere
    for veto in vetoes:
        why = veto(left, right)
        if why and not spared(veto, left, right, akin, twin=twin):
            yield why


def spared(veto: Veto, left: Profile, right: Profile, akin: float, *, twin: bool | None) -> bool:
    """Whether a veto does not count for a pair; asked where one speaks, since most pairs are refused by the first."""
    if (veto in ABOUT_ANOTHER and twin) or (veto is other_matter and akin >= AKIN):
        return True
    if veto is other_period and twin and lent_year(left, right):
        return True
    if veto in HELD_FOR and twin and (other_end(left, right) or moved_day(left, right)):
        return True
    if veto in UNLESS_AGREED and agreed(left, right):
        return True
    return veto in NAMED and akin >= SURELY_AKIN and two_names(left, right)


def other_end(left: Profile, right: Profile) -> bool:
    """Whether the seasons that two sentences are for are the very values that are held against each other."""
    return left.dimension == right.dimension == "date" and bool(left.near.season and right.near.season)


def moved_day(left: Profile, right: Profile) -> bool:
    """Whether two versions of a text give one and the same figures for two days; reports of two days may find
    the same again."""
    return left.day == right.day and left.numbers == right.numbers and frames(left) and frames(right)


def lent_year(left: Profile, right: Profile) -> bool:
    """Whether both name the same day without its year, and documents without a date have that from elsewhere."""
    return not (left.day or right.day) and bool(left.near.days & right.near.days)


def score(
    left: Claim,
    right: Claim,
    weights: Weights | None = None,
    *,
    akin: float | None = None,
    lessons: Taught = taught.NOTHING,
) -> Match:
    """Whether two claims answer the same question, with the reasons in order of their weight.

    `akin` says how likely their documents are about the same matter, as `kinship.akin` tells it. Where it is not known,
    two documents that share a name for their topic are taken for akin. `lessons` are what people taught.
    """
    with taught.using(lessons):
        one, two = profile(left), profile(right)
        near = (STRANGE if other_topic(one, two).value else ASSUMED) if akin is None else akin
        return weigh(one, two, weights or default(), near, twin=twins(left, right))


def weigh(left: Profile, right: Profile, weights: Weights, akin: float = 0.0, *, twin: bool | None = None) -> Match:
    """The match of two profiles; `twin` as `twins` tells it."""
    why = refusal(left, right, akin, twin=twin)
    if why:
        return Match(0.0, same=False, reasons=(), against=(spelled(why, left, right),))
    heard, of = said(left, right, akin), weights.of(left, right)
    likely = max(chance(evidence(left, heard, of)), COPIED * bool(twin))
    sure = threshold(left, right, weights, meet=of is weights.meet)
    same = True if likely >= sure else None if likely >= weights.suggest else False
    told = [tuple(spelled(why, left, right) for why in reasons(heard, of, sign)) for sign in (1, -1)]
    return Match(likely, same, (*([COPY] if twin else []), *told[0]), told[1])


def explained(left: Claim, right: Claim, known: Mapping[str, Said] | None = None) -> tuple[str, ...]:
    """What speaks for two claims, the weightiest first; `known` are their features, where they are worked out."""
    one, two = profile(left), profile(right)
    heard = between(one, two, known or features(one, two), 0.0)
    told = tuple(spelled(why, one, two) for why in reasons(heard, default().of(one, two), 1))
    return (*([COPY] if twins(left, right) else []), *told)


def evidence(left: Profile, heard: Mapping[str, Said], of: Mapping[str, float]) -> float:
    """The log odds of two profiles; two offices of one person answer one question, whatever stands around them."""
    return HOLDER if left.dimension == "role" else odds(heard, of)


def chance(weight: float) -> float:
    """The logistic function."""
    return 1 / (1 + math.exp(-weight))


def odds(heard: Mapping[str, Said], of: Mapping[str, float]) -> float:
    """The weighted sum of the features."""
    return of["bias"] + sum(of[name] * one.value for name, one in heard.items() if one.value)


def reasons(heard: Mapping[str, Said], of: Mapping[str, float], sign: int) -> tuple[str, ...]:
    """What speaks for a pair (1) or against it (-1), the weightiest first."""
    least = dict.fromkeys(PLAIN, LEAST) if sign > 0 else {}
    telling = [
        (sign * max(of[name], least.get(name, of[name])) * one.value, one.why) for name, one in heard.items() if one.why
    ]
    return tuple(why for weight, why in sorted(telling, key=lambda pair: (-pair[0], pair[1])) if weight > 0)


def why_not(left: Claim, right: Claim, weights: Weights | None = None, *, akin: float | None = None) -> tuple[str, ...]:
    """Why two claims were not joined, a sentence each: what rules it out, or what counts against it and what it would
    take; nothing where they are joined."""
    found = score(left, right, weights, akin=akin)
    if found.same:
        return ()
    if found.same is False and not found.score:
        return tuple(f"They cannot be one fact: {why}." for why in found.against)
    known = weights or default()
    meet = bool(values.compare(left.assertion.value, right.assertion.value).meets)
    needed = threshold(profile(left), profile(right), known, meet=meet)
    against = tuple(f"Against it counts that {why}." for why in found.against[:FOREMOST])
    unsure = "is close to" if found.same is None else "is below"
    return (*against, f"What speaks for one fact, {found.score:.0%}, {unsure} the {needed:.0%} that it takes.")
