"""How well a stored claim answers a question, with the reasons: the same concepts and names as the matcher uses.

A newcomer's mistake: letting many shared words outweigh one that excludes. "How many were injured?" is not answered by
how many died, however alike the rest is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from registry.model.assertion import Claim
from registry.steps.ask.asking import implied, kin, same
from registry.steps.ask.doubts import (
    UNSAID,
    counts_less,
    counts_other,
    doubts,
    excluded,
    is_share,
    narrowed,
    narrows,
    of_things,
    other_way,
    reached,
    spoken_for,
)
from registry.steps.ask.sorts import PLAIN, is_of
from registry.steps.ask.whose import office, whose_is
from registry.steps.ask.wish import Wish
from registry.steps.match import concepts
from registry.steps.match.about import concept_weights, kindred, labels
from registry.steps.match.profile import Profile, profile
from registry.steps.match.stated import attribute_words
from registry.steps.match.words import content, stems

SURE = 0.6
HEARD = 0.5
TOLD = 0.85
CLOSE = 0.35
ABOUT, COVERED = 0.5, 0.5


class Fit(NamedTuple):
    """How well a claim answers, from 0 to 1, and why; `part` that it counts only a part of what is asked for,
    `narrowed` that it says of what it counts something that the question does not."""

    score: float
    reasons: tuple[str, ...] = ()
    part: bool = False
    narrowed: bool = False

    @property
    def sure(self) -> bool:
        """Whether that is enough to answer with."""
        return self.score >= SURE


NOT = Fit(0.0)
NONE = frozenset[str]()


def fit(wanted: Wish, claim: Claim) -> Fit:
    """How well a claim answers a question."""
    if wanted.dimension is None and not is_of(wanted.sort, claim):
        return NOT
    seen = profile(claim)
    if wanted.dimension not in (None, seen.dimension):
        return NOT
    whose, named = whose_is(wanted, claim, seen)
    about, what = max(about_what(wanted, seen), leading(wanted, claim), key=lambda told: told[0])
    if about < 0 or excluded(wanted, seen) or other_way(wanted, claim) or is_share(wanted, seen):
        return NOT
    worth = worths(wanted, claim, seen, shared=what)
    covered, first = coverage(wanted, seen, worth, shared=what)
    if first < HEARD:
        return NOT
    bare = _bare(seen) if not wanted.words else (0.5 if wanted.concepts else 1.0) * covered
    part, narrow = counts_less(wanted, claim), narrowed(wanted, seen)
    against = doubts(wanted, claim, seen) + (0.25 if seen.direction and covered < TOLD else 0.0)
    against += 0.45 * part + 0.3 * counts_other(wanted, seen, shared=what) + 0.03 * narrow
    against += UNSAID * (0.0 in worth.values() or of_things(wanted, seen) or reached(wanted, claim, seen))
    score = whose * (ABOUT * max(about, bare) + COVERED * covered) - against
    reasons = [named, f"both are about {labels(what)}" if what else "", f"the claim states {wanted.sort.value}"]
    told = tuple(reason for reason in reasons if reason)
    return Fit(max(0.0, min(1.0, score)), told, part=part, narrowed=narrow)


def _bare(seen: Profile) -> float:
    """How likely a question that only names something ("How large is it?") asks for a value of this sort."""
    return 0.6 if seen.dimension in PLAIN else 0.3


def leading(wanted: Wish, claim: Claim) -> tuple[float, frozenset[str]]:
    """How far a claim gives somebody an office of whoever leads, where that is asked for, and which."""
    held = concepts.named(stems(office(claim) or "")).concepts if wanted.leads else frozenset()
    return (1.0, held & wanted.concepts) if held & wanted.concepts else (-1.0, frozenset())


def about_what(wanted: Wish, seen: Profile) -> tuple[float, frozenset[str]]:
    """How far both are about the same concepts, and which; below zero where they must not be confused."""
    near = {concept for concept, weight in concept_weights(seen).items() if weight >= CLOSE}
    own = seen.core | seen.named
    shared = wanted.concepts & own
    if shared:
        return 0.6 + 0.4 * len(shared | (wanted.concepts & near)) / len(wanted.concepts), shared
    if not wanted.concepts:
        return 0.0, frozenset()
    beside = wanted.concepts & near
    if beside:
        return 0.7, beside
    if kindred(wanted.concepts, own):
        return 0.8, frozenset()
    if meant := kin(wanted.concepts) & own:
        return 0.7, meant
    family = concepts.default().family
    confused = {family[one] for one in wanted.concepts} & {family[one] for one in own}
    return (-1.0 if confused else 0.0), frozenset()


def worths(wanted: Wish, claim: Claim, seen: Profile, *, shared: frozenset[str]) -> Mapping[str, float]:
    """How far a claim has each word of a question, close to its figure; a shared concept stands for its words."""
    close = dict(seen.near.words)
    own = set(attribute_words(claim)) | set(stems(office(claim) or "")) | seen.heads | seen.modifiers
    wide = seen.sentence | content(seen.subject or "")
    loose = content(claim.source.title or "") | content(seen.topic or "") | seen.context
    spoken = spoken_for(wanted, shared | kin(wanted.concepts) & (seen.core | seen.named))

    meant = {told for other in wide | own if (told := narrows(other))}

    def worth(word: str) -> float:
        if word in own or word in spoken:
            return 1.0
        if word in close:
            return max(0.7, float(close[word]))
        if word in wide or narrows(word) in meant or same().get(word, NONE) & (wide | own):
            return 0.6
        nouns = implied().get(word, NONE) & own
        return 0.4 if word in loose or nouns & wanted.words or (nouns and wanted.people) else 0.0

    return {word: worth(word) for word in wanted.words}


def coverage(wanted: Wish, seen: Profile, worth: Mapping[str, float], *, shared: frozenset[str]) -> tuple[float, float]:
    """How far a claim has the words of a question, and how far the one that says what of."""
    if not worth:
        return (1.0 if wanted.names or wanted.concepts else 0.0), 1.0
    akin = shared or kindred(wanted.concepts, seen.core | seen.named) or kin(wanted.concepts) & seen.core
    first = worth[wanted.head] if wanted.head else 1.0
    known = wanted.head is not None and wanted.head in spoken_for(wanted, wanted.concepts)
    return sum(worth.values()) / len(worth), max(first, float(bool(akin and known)))
