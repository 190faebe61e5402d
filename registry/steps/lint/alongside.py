"""Sentences that stand alongside each other: where a draft's sentence has several figures, and a stored sentence has
some of them, the one that is left in each is of one thing.

A newcomer's mistake: pairing whatever is left. Both have to give it of one thing by name, or differ by a slip of the
pen, and no other source of the matter may have the draft's figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from registry.model.assertion import LOOSE, Claim
from registry.model.quantity import Quantity
from registry.steps.check.slips import transposed
from registry.steps.lint.doubts import doubtful
from registry.steps.lint.joining import agrees
from registry.steps.lint.problem import Known, Witness
from registry.steps.match import Match, concepts
from registry.steps.match.confusions import confused
from registry.steps.match.profile import profile

TELLING = 100
SURE = Match(0.96, same=True, reasons=())
Place = tuple[str, int]
Figure = tuple[Decimal, str]


class Beside(NamedTuple):
    """A claim of a draft, and how those of its matter match it, by their ids."""

    claim: Claim
    matches: Mapping[str, Match]


class Told(NamedTuple):
    """What a matter tells, by its ids: the figures of each stored sentence, those of each unit, the large ones."""

    every: Mapping[str, Witness]
    sentences: Mapping[Place, Sequence[Witness]]
    units: Mapping[str, Sequence[Witness]]
    figures: Mapping[Figure | None, Sequence[Witness]]


def told_of(witnesses: Iterable[Witness]) -> Told:
    """The figures of a matter, sorted."""
    every = {one.id: one for one in witnesses}
    figures: dict[Figure | None, list[Witness]] = defaultdict(list)
    sentences: dict[Place, list[Witness]] = defaultdict(list)
    units: dict[str, list[Witness]] = defaultdict(list)
    for one in every.values():
        value = one.claim.assertion.value
        sentences[place(one.claim)].append(one)
        if isinstance(value, Quantity):
            units[value.unit].append(one)
        if figure(one.claim):
            figures[figure(one.claim)].append(one)
    return Told(every, sentences, units, figures)


def counterpart(mine: Beside, others: Sequence[Beside], told: Told) -> Witness | None:
    """Who gives another figure for a draft's in a sentence that has its neighbours; `others` are those of the draft's
    sentence. None where nobody does, where several might, or where the matter has the draft's figure."""
    claim = mine.claim
    value = claim.assertion.value
    if not isinstance(value, Quantity) or not value.single or claim.assertion.status in LOOSE or not others:
        return None
    alike = told.units.get(value.unit, ())
    if any(agrees(claim, one) and (value.unit != "count" or shared(claim, one.claim)) for one in alike):
        return None
    found = [one for at in neighbours(others, told) if (one := left_over(claim, others, told.sentences[at]))]
    if not found or any(not agrees(found[0].claim, one) for one in found[1:]):
        return None
    return found[0]


def neighbours(others: Sequence[Beside], told: Told) -> list[Place]:
    """The stored sentences that have a figure of a draft's sentence."""
    known = (two for one in others for two in (*_matched(one, told), *told.figures.get(figure(one.claim), ())))
    return list(dict.fromkeys(place(two.claim) for two in known))


def _matched(one: Beside, told: Told) -> list[Witness]:
    """Those who surely say the same as a claim of a draft."""
    sure = (told.every[name] for name, opinion in one.matches.items() if opinion.same and name in told.every)
    return [two for two in sure if agrees(one.claim, two)]


def figure(claim: Claim) -> Figure | None:
    """A figure that is large enough to be known again."""
    value = claim.assertion.value
    if not isinstance(value, Quantity) or not value.single or value.low is None or abs(value.low) < TELLING:
        return None
    return value.low, value.unit


def partners(one: Beside, other: Witness) -> bool:
    """Whether a figure of a draft is the same as a stored one, and of the same thing as far as can be told."""
    opinion = one.matches.get(other.id)
    if opinion is not None and opinion.same and agrees(one.claim, other):
        return True
    return figure(one.claim) is not None and figure(one.claim) == figure(other.claim)


def left_over(claim: Claim, others: Sequence[Beside], sentence: Sequence[Witness]) -> Witness | None:
    """The one figure of a stored sentence that none of the draft's sentence is the same as, and that is of one thing
    with a claim."""
    open_still = [one for one in sentence if comparable(claim, one) and not any(partners(two, one) for two in others)]
    slips = [one for one in open_still if transposed(claim, one.claim)]
    named = [one for one in open_still if shared(claim, one.claim)]
    rivals = [
        two.claim for two in others if any(shared(two.claim, one.claim) and comparable(two.claim, one) for one in named)
    ]
    found = slips or (named if not rivals else [])
    return found[0] if len(found) == 1 else None


def comparable(claim: Claim, other: Witness) -> bool:
    """Whether a stored figure can be of the same thing as a claim, and is another."""
    one, two = claim.assertion, other.claim.assertion
    if not (isinstance(one.value, Quantity) and isinstance(two.value, Quantity)) or two.status in LOOSE:
        return False
    if one.kind is not two.kind or one.value.unit != two.value.unit or one.direction != two.direction:
        return False
    times = one.scope.period, two.scope.period
    if times[0] and times[1] and not times[0].meets(times[1]):
        return False
    return two.value.single and not agrees(claim, other)


def shared(one: Claim, two: Claim) -> bool:
    """Whether two figures are of one thing by name."""
    first, second = profile(one), profile(two)
    if not (first.heads & second.heads) - concepts.default().general or confused(first.things, second.things):
        return False
    return not doubtful(one, two)


def place(claim: Claim) -> Place:
    """The document and the sentence that a claim stands in."""
    return claim.source.id, claim.sentence.start


def held_by(witness: Witness, fact: Known, claim: Claim) -> Known | None:
    """What a witness holds against a claim, as a fact of its own; None where its fact has the claim's value as well."""
    side = next((side for side in fact.sides if any(one.id == witness.id for one in side.witnesses)), None)
    if side is None or any(agrees(claim, one) for each in fact.sides for one in each.witnesses):
        return None
    one = replace(witness, match=SURE)
    return replace(fact, held=side.label, changes=False, certain=True, sides=(replace(side, witnesses=(one,)),))
