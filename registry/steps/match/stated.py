"""What a claim states something of: the concepts that its attribute, its verb and its qualifiers name.

A newcomer's mistake: drawing the whole profile of claims of which only that is asked. Who is the spokesman of a fact
that two dozen documents state is asked of each of them, and a profile costs twenty times as much.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from registry.model.assertion import Claim, Kind
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.model.term import Term
from registry.steps import units
from registry.steps.match import concepts
from registry.steps.match.verbs import by_measure, phrasal
from registry.steps.match.words import lists, stem, stems

MOVES = {stem(word): stem(name) for name in ("increase", "decrease") for word in lists()["moves"][name].split()}
PAID, DEALT = frozenset(("purchase_price",)), frozenset(("sold", "acquired"))
MEMBERS = frozenset(("member",))


class Stated(NamedTuple):
    """The things and the acts that a claim names, and the stems that name neither."""

    things: frozenset[str]
    acts: frozenset[str]
    rest: frozenset[str]


def names_any(claim: Claim) -> bool:
    """Whether the concept table knows anything about what is stated."""
    found = stated(claim, concepts.default())
    return bool(found.things or found.acts)


@lru_cache(maxsize=20_000)
def stated(claim: Claim, table: concepts.Table) -> Stated:
    """What a claim names as a table of concepts has it."""
    said = claim.assertion
    words = attribute_words(claim)
    found = concepts.named(words, table)
    verb = concepts.named(phrasal(claim, table), table) if said.verb else concepts.Named(frozenset(), ())
    qualifiers = tuple(part for word in said.scope.qualifiers for part in stems(word))
    told = concepts.named(qualifiers, table)
    pool = frozenset(words) | frozenset(qualifiers) | frozenset(stems(said.verb or ""))
    joint, used = concepts.joined(pool, table)
    things, acts = sort_out(found.concepts, verb.concepts, told.concepts, joint, used)
    things, acts = by_measure(claim, dimension(claim), without_belonging(things, words), acts)
    if said.kind is Kind.ROLE:
        things, acts = frozenset(), frozenset()
    if PAID & things:  # one sells what another buys
        acts -= DEALT
    if said.head == "age":  # a convict is as old as the defendant
        acts = frozenset(one for one in acts if table.family.get(one) != "trial")
    return Stated(things, acts, (frozenset(found.rest) | frozenset(told.rest)) - used)


def attribute_words(claim: Claim) -> tuple[str, ...]:
    """The stems of what is counted or measured; for a role, of the office itself."""
    said = claim.assertion
    if isinstance(said.value, Term) and said.kind is Kind.EVENT:
        return stems(said.attribute.key if said.attribute else said.value.key)
    if said.attribute:
        return moved(claim, stems(said.attribute.key))
    return stems(said.head or "")


def moved(claim: Claim, words: tuple[str, ...]) -> tuple[str, ...]:
    """The stems of a change with one name for all rises and one for all falls: "a drop of 3 percent", "a 4 percent
    decline"."""
    said = claim.assertion
    changes = bool(said.direction) or said.kind in (Kind.PERCENT, Kind.FRACTION, Kind.ORDINAL)
    return (*words[:-1], MOVES.get(words[-1], words[-1])) if words and changes else words


def sort_out(
    found: frozenset[str], verb: frozenset[str], told: frozenset[str], joint: frozenset[str], used: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """The things and the acts that are named; a phrase of several words outranks the words it uses.

    The verb says what happened only where the noun does not: "5 missing and 628 injured were counted".
    """
    table = concepts.default()
    covered = {concept for word in used for concept in table.phrases.get((word,), ())}
    every = (found - covered) | joint
    acts = frozenset(c for c in every | (told - covered) if c in table.acts)
    acts = acts or frozenset(c for c in verb - covered if c in table.acts)
    return frozenset(c for c in every if c not in table.acts), acts


def without_belonging(things: frozenset[str], words: tuple[str, ...]) -> frozenset[str]:
    """The things without the mere membership of what is counted: "member organisations" are organisations."""
    return things - MEMBERS if len(things) > 1 and words[-1:] != ("member",) else things


def dimension(claim: Claim) -> str:
    """What sort of value it is."""
    said = claim.assertion
    if isinstance(said.value, Quantity):
        return units.dimension(said.value.unit)
    if isinstance(said.value, Moment):
        return "clock" if said.value.clock else "date"
    return said.kind.value
