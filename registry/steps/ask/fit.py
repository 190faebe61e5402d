"""How well a stored claim answers a question, with the reasons: the same concepts and names as the matcher uses.

A newcomer's mistake: letting many shared words outweigh one that excludes. "How many were injured?" is not answered by
how many died, however alike the rest is.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from registry.model.assertion import Claim, Kind, Status
from registry.model.term import Term
from registry.steps.ask.sorts import PLAIN, Sort, is_of
from registry.steps.ask.wish import Wish
from registry.steps.match import concepts
from registry.steps.match.about import concept_weights, kindred, labels
from registry.steps.match.entities import Same, bare, compare
from registry.steps.match.portions import opposed
from registry.steps.match.profile import Profile, attribute_words, profile
from registry.steps.match.wishes import wishes
from registry.steps.match.words import content, stems

SURE = 0.6
HEARD = 0.5
TOLD = 0.85
CLOSE = 0.35
ABOUT, COVERED = 0.5, 0.5
WANTED = ("sought", "asked")
REACHED = re.compile(
    r"\b(?:to|for|on|against|from|by|at|among|in|into|onto|upon|under|over|across|after|before|between|towards?)"
    r"(?: (?:the|all|some|about|those))?(?: [\w-]+ [\w-]+(?: [\w-]+)?,? and)? ?$",
    re.IGNORECASE,
)
HAVE = frozenset(("have", "be", "comprise", "include", "consist", "number", "total", "contain", "there"))


class Fit(NamedTuple):
    """How well a claim answers, from 0 to 1, and why."""

    score: float
    reasons: tuple[str, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether that is enough to answer with."""
        return self.score >= SURE


NOT = Fit(0.0)


def fit(wanted: Wish, claim: Claim) -> Fit:
    """How well a claim answers a question."""
    if wanted.dimension is None and not is_of(wanted.sort, claim):
        return NOT
    seen = profile(claim)
    if wanted.dimension not in (None, seen.dimension):
        return NOT
    whose, named = whose_is(wanted, claim, seen)
    about, what = about_what(wanted, seen)
    if about < 0 or excluded(wanted, seen):
        return NOT
    covered, head = coverage(wanted, claim, seen, shared=what)
    if head < HEARD:
        return NOT
    bare = _bare(seen) if not wanted.words else (0.5 if wanted.concepts else 1.0) * covered
    against = doubts(wanted, claim, seen) + (0.25 if seen.direction and covered < TOLD else 0.0)
    against += 0.45 * counts_less(wanted, claim) + 0.3 * counts_other(wanted, seen, shared=what)
    score = whose * (ABOUT * max(about, bare) + COVERED * covered) - against
    reasons = [named, f"both are about {labels(what)}" if what else "", f"the claim states {wanted.sort.value}"]
    return Fit(max(0.0, min(1.0, score)), tuple(reason for reason in reasons if reason))


def _bare(seen: Profile) -> float:
    """How likely a question that only names something ("How large is it?") asks for a value of this sort."""
    return 0.6 if seen.dimension in PLAIN else 0.3


def whose_is(wanted: Wish, claim: Claim, seen: Profile) -> tuple[float, str]:
    """How far the names of a question are those that a claim is about."""
    if not wanted.names:
        return 1.0, ""
    told = [name for name in (seen.subject, claim.source.title, seen.topic, seen.place, office(claim)) if name]
    heard = seen.sentence | seen.context | {part for name in told for part in content(name)}
    found = [_named(name, told, heard) for name in wanted.names]
    known = [name for name, part in zip(wanted.names, found, strict=True) if part > CLOSE]
    return min(found), f"both are about {', '.join(known)}" if known else ""


def _named(name: str, told: list[str], heard: frozenset[str]) -> float:
    """How far a claim is about what has this name; its subject counts more than a name in passing."""
    if told and compare(name, told[0]) is Same.YES:
        return 1.0
    if any(compare(name, other) is Same.YES for other in told):
        return 0.92
    words = bare(name)
    part = len(words & heard) / len(words) if words else 0.0
    return 0.85 * part if part == 1.0 else 0.4 * part


def office(claim: Claim) -> str | None:
    """The words of the office that a claim gives to somebody."""
    value = claim.assertion.value
    return value.label if isinstance(value, Term) and claim.assertion.kind is Kind.ROLE else None


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
    family = concepts.default().family
    confused = {family[one] for one in wanted.concepts} & {family[one] for one in own}
    return (-1.0 if confused else 0.0), frozenset()


def coverage(wanted: Wish, claim: Claim, seen: Profile, *, shared: frozenset[str]) -> tuple[float, float]:
    """How far a claim has a question's words, close to its figure, and how far the one that says what of.

    A shared concept stands for its words.
    """
    if not wanted.words:
        return (1.0 if wanted.names or wanted.concepts else 0.0), 1.0
    close = dict(seen.near.words)
    own = set(attribute_words(claim)) | set(stems(office(claim) or "")) | seen.heads | seen.modifiers
    wide = seen.sentence | content(seen.subject or "")
    loose = content(claim.source.title or "") | content(seen.topic or "")
    spoken = spoken_for(wanted, shared)

    def worth(word: str) -> float:
        if word in own or word in spoken:
            return 1.0
        if word in close:
            return max(0.7, float(close[word]))
        return 0.6 if word in wide else 0.4 if word in loose else 0.0

    kin = 1.0 if shared or kindred(wanted.concepts, seen.core | seen.named) else 0.0
    first = worth(wanted.head) if wanted.head else 1.0
    known = wanted.head is not None and wanted.head in spoken_for(wanted, wanted.concepts)
    return sum(map(worth, wanted.words)) / len(wanted.words), max(first, kin if known else 0.0)


def spoken_for(wanted: Wish, shared: frozenset[str]) -> frozenset[str]:
    """The words of a question that name a shared concept, alone or as a phrase ("arrest warrant")."""
    table = concepts.default()
    return frozenset(
        word for phrase in _phrases(wanted.words, table) if table.phrases[phrase] & shared for word in phrase
    )


@lru_cache(maxsize=1_024)
def _phrases(words: frozenset[str], table: concepts.Table) -> tuple[tuple[str, ...], ...]:
    """The phrases that name a concept and whose words are all among some."""
    return tuple(phrase for phrase in table.phrases if words.issuperset(phrase))


def counts_less(wanted: Wish, claim: Claim) -> bool:
    """Whether a question asks for all that there are, and a claim counts those only that something was done to ("it
    was extended to six of them")."""
    if not wanted.whole or claim.assertion.kind is not Kind.COUNT or claim.assertion.verb in (None, *HAVE):
        return False
    return REACHED.search(claim.span.prefix) is not None


def counts_other(wanted: Wish, seen: Profile, *, shared: frozenset[str]) -> bool:
    """Whether a claim counts something with a noun of its own that the question has not."""
    if wanted.counted is None or not seen.heads:
        return False
    own = seen.core | seen.named
    named = wanted.counted in spoken_for(wanted, shared & own) or bool(kindred(wanted.concepts, own))
    return not (named or wanted.words & (seen.heads | seen.modifiers) or (wanted.concepts & own))


def excluded(wanted: Wish, seen: Profile) -> bool:
    """Whether a word of the question excludes one that stands by the figure ("domestic", "foreign")."""
    near = {word for word, weight in seen.near.words if weight >= ABOUT} | seen.modifiers
    return any(
        opposed(_narrows(word), _narrows(other)) for word in wanted.words - near for other in near - wanted.words
    )


def _narrows(word: str) -> tuple[str, str] | None:
    """What a word narrows and how; what was asked for was sought."""
    found = concepts.default().modifiers.get(word)
    return ("wish", WANTED[0]) if found and found[1] in WANTED else found


def doubts(wanted: Wish, claim: Claim, seen: Profile) -> float:
    """What speaks against a claim as an answer."""
    table, said = concepts.default().modifiers, claim.assertion
    strong = {word for word in seen.modifiers if word in table and word not in wanted.words}
    heard = {_narrows(word) for word in seen.sentence | seen.modifiers}
    missing = {word for word in wanted.words if word in table and _narrows(word) not in heard}
    against = 0.12 * bool(strong) + 0.3 * bool(missing) + 0.3 * bool(wishes(seen) and not wishes_of(wanted))
    against += 0.08 * (wanted.sort is Sort.AMOUNT and seen.dimension == "count")
    against += 0.0 if said.status is Status.ACTUAL else 0.2
    gone = "previous" in said.notes and wanted.when is None
    against += 0.2 * bool(seen.near.past) + 0.15 * bool(seen.near.part) + 0.15 * gone
    extra = seen.named - wanted.concepts if wanted.concepts & seen.named else frozenset()
    against += 0.06 * len(extra)
    return against + _time(wanted, claim)


def wishes_of(wanted: Wish) -> bool:
    """Whether a question itself asks what somebody wanted or allowed."""
    table = concepts.default().modifiers
    return any(word in table and table[word][0] == "wish" for word in wanted.words)


def _time(wanted: Wish, claim: Claim) -> float:
    """What speaks against a claim because of when it holds."""
    period = claim.assertion.scope.period
    if wanted.when is None or wanted.sort is Sort.DATE:
        return 0.0
    if period is not None:
        return 0.0 if period.meets(wanted.when) else 0.5
    return 0.0
