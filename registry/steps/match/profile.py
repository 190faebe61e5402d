"""What of a claim matters for matching, worked out once: concepts, acts, modifiers, names, scope.

A newcomer's mistake: comparing words of two claims. Compare their profiles.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from registry.model.assertion import Claim, Kind
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.model.term import Term
from registry.steps import units
from registry.steps.match import concepts
from registry.steps.match.words import STOP_STEMS, content, stem, stems


@dataclass(frozen=True, slots=True)
class Profile:
    """A claim as the matcher sees it. All words are stems."""

    things: frozenset[str]
    acts: frozenset[str]
    modifiers: frozenset[str]
    heads: frozenset[str]
    dimension: str
    subject: str | None
    topic: str | None
    place: str | None
    period: Moment | None
    context: frozenset[str]
    sentence: frozenset[str]
    direction: str | None
    figures: frozenset[str]

    @property
    def named(self) -> frozenset[str]:
        """Everything the concept table knows about what is stated."""
        return self.things | self.acts


@lru_cache(maxsize=20_000)
def profile(claim: Claim) -> Profile:
    """The profile of a claim."""
    said = claim.assertion
    words = attribute_words(claim)
    found = concepts.named(words)
    verb = concepts.named((stem(said.verb),)) if said.verb else concepts.Named(frozenset(), ())
    qualifiers = tuple(part for word in said.scope.qualifiers for part in stems(word))
    told = concepts.named(qualifiers)
    pool = frozenset(words) | frozenset(qualifiers) | frozenset(stems(said.verb or ""))
    joint, used = concepts.joined(pool)
    things, acts = sort_out(found.concepts, verb.concepts | told.concepts, joint, used)
    rest = frozenset(found.rest) | frozenset(told.rest)
    return Profile(
        things=things,
        acts=acts,
        modifiers=frozenset(word for word in rest - used if word not in plain_words()),
        heads=frozenset(stems(said.head or "")[-1:]) - plain_words(),
        dimension=dimension(claim),
        subject=said.subject.label if said.subject else None,
        topic=said.topic,
        place=said.scope.place,
        period=said.scope.period,
        context=frozenset(part for word in said.context for part in stems(word)) - STOP_STEMS,
        sentence=content(claim.sentence.exact),
        direction=said.direction,
        figures=frozenset(stem(part) for part in claim.span.exact.split()),
    )


def attribute_words(claim: Claim) -> tuple[str, ...]:
    """The stems of what is counted or measured; for a role, of the office itself."""
    said = claim.assertion
    if isinstance(said.value, Term) and said.kind is Kind.EVENT:
        return stems(said.attribute.key if said.attribute else said.value.key)
    if said.attribute:
        return stems(said.attribute.key)
    return stems(said.head or "")


def sort_out(
    found: frozenset[str], around: frozenset[str], joint: frozenset[str], used: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """The things and the acts that are named; a phrase of several words outranks the words it uses."""
    table = concepts.default()
    covered = {c for phrase, names in table.phrases.items() if len(phrase) == 1 and phrase[0] in used for c in names}
    every = (found - covered) | joint
    acts = frozenset(c for c in every | (around - covered) if c in table.acts)
    return frozenset(c for c in every if c not in table.acts), acts


def dimension(claim: Claim) -> str:
    """What sort of value it is."""
    said = claim.assertion
    if isinstance(said.value, Quantity):
        return units.dimension(said.value.unit)
    return "date" if isinstance(said.value, Moment) else said.kind.value


@lru_cache(maxsize=1)
def plain_words() -> frozenset[str]:
    """Stems that say nothing about what is counted."""
    return concepts.default().general | STOP_STEMS
