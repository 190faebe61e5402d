"""Sentences that echo a draft's: they have its words around another figure, whatever either figure is called.

What is read as a figure's name is often wrong in texts of a new kind; the words around it are there all the same. A
newcomer's mistake: counting shared words. Those of the whole matter ("the outbreak", "the club") stand in half of its
sentences, and a sentence with four figures has the words of all of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from registry.model.assertion import LOOSE, Claim, Kind, Status
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.steps.check.slips import exchanged, transposed
from registry.steps.lint.joining import agrees
from registry.steps.lint.level import coarser
from registry.steps.lint.problem import Witness
from registry.steps.match.profile import profile
from registry.steps.match.stated import attribute_words
from registry.steps.match.words import STOP_STEMS, content, rarity, stems

ALIKE, ENOUGH, AHEAD = 0.5, 1.0, 0.1
SLIP = 0.3
BEFORE, BEHIND = 6, 6
HEARD = 0.3
LARGE = 100
NUMBER = re.compile(r"\d")


class Echo(NamedTuple):
    """A stored claim, how much of a draft's sentence stands around it, from 0 to 1, and how telling that is."""

    witness: Witness
    share: float
    weight: float


def echo(claim: Claim, witnesses: Sequence[Witness], common: AbstractSet[str]) -> Witness | None:
    """Who gives another figure in the words of a draft's sentence; `common` are the words of the whole matter. None
    where nobody does, where several might, or where somebody has the draft's figure."""
    if claim.assertion.status in LOOSE or not _single(claim):
        return None
    heard = [_heard(claim, one, common) for one in witnesses if _same_unit(claim, one.claim)]
    if any(_bears_out(claim, one) for one in heard):
        return None
    heard = [one for one in heard if _of_one_sort(claim, one.witness.claim)]
    ranked = sorted((one for one in heard if not agrees(claim, one.witness)), key=lambda one: -one.share)
    slips = [one for one in ranked if one.share >= SLIP and _is_slip(claim, one.witness.claim)]
    best = next(iter(slips or ranked), None)
    if best is None or not (slips or _shares_enough(claim, best)):
        return None
    rivals = slips or [one for one in ranked if one.share > best.share - AHEAD]
    return best.witness if all(agrees(best.witness.claim, one.witness) for one in rivals) else None


def _bears_out(claim: Claim, heard: Echo) -> bool:
    """Whether somebody has the draft's figure, of the same thing as far as words tell."""
    other = heard.witness.claim
    if not agrees(claim, heard.witness) or coarser(other, claim):
        return False
    return _large(claim) or heard.share >= HEARD or bool(profile(claim).heads & profile(other).heads)


def _shares_enough(claim: Claim, best: Echo) -> bool:
    """Whether so much of a draft's sentence stands around a stored figure that it is of the same. A text dates many
    things in the same words, so that a day has to be a slip."""
    return isinstance(claim.assertion.value, Quantity) and best.share >= ALIKE and best.weight >= ENOUGH


def _is_slip(claim: Claim, other: Claim) -> bool:
    """Whether a figure or a day is another with two digits exchanged, and no small count."""
    if isinstance(claim.assertion.value, Quantity):
        return _large(claim) and transposed(claim, other)
    one, two = (NUMBER.sub("0", each.span.exact) for each in (claim, other))
    return one == two and exchanged(*("".join(NUMBER.findall(each.span.exact)) for each in (claim, other)))


def _same_unit(claim: Claim, other: Claim) -> bool:
    """Whether two claims give figures of one unit, or days."""
    one, two = claim.assertion.value, other.assertion.value
    if isinstance(one, Quantity) and isinstance(two, Quantity):
        return one.unit == two.unit
    return isinstance(one, Moment) and isinstance(two, Moment)


def _single(claim: Claim) -> bool:
    """Whether a claim states one figure or day."""
    value = claim.assertion.value
    return value.single if isinstance(value, Quantity) else isinstance(value, Moment)


def _large(claim: Claim) -> bool:
    """Whether a figure is one that hardly anything else has by chance."""
    value = claim.assertion.value
    if not isinstance(value, Quantity):
        return True
    return value.unit != "count" or (value.low is not None and abs(value.low) >= LARGE)


def _of_one_sort(claim: Claim, other: Claim) -> bool:
    """Whether two claims can be of one thing as far as their sorts tell."""
    one, two = claim.assertion, other.assertion
    if two.status in LOOSE or one.kind is not two.kind or not _single(other):
        return False
    if isinstance(one.value, Moment) or isinstance(two.value, Moment):
        planned = one.status is Status.PLANNED, two.status is Status.PLANNED
        return isinstance(one.value, Moment) and isinstance(two.value, Moment) and planned[0] is planned[1]
    if one.direction != two.direction or (one.kind is Kind.COUNT and not profile(claim).heads & _words(other)):
        return False
    times = one.scope.period, two.scope.period
    return not (times[0] and times[1] and not times[0].meets(times[1]))


def _heard(claim: Claim, witness: Witness, common: AbstractSet[str]) -> Echo:
    """How much of what a draft's sentence says stands around a stored figure: in its sentence, and close to it."""
    other = witness.claim
    every, near = _words(claim) - common, _near(claim) - common
    theirs = _words(other)
    shared = every & theirs
    whole = weight(shared) / max(weight(every), 0.1)
    close = weight(near & _near(other)) / max(weight(near), 0.1)
    return Echo(witness, (whole + close) / 2, weight(shared))


def weight(words: Iterable[str]) -> float:
    """How telling some words are together."""
    return sum(map(rarity, words))


@lru_cache(maxsize=8_192)
def _words(claim: Claim) -> frozenset[str]:
    """What stands around a figure: the words of its sentence, and what it was taken for."""
    words = profile(claim).sentence | set(attribute_words(claim))
    return frozenset(word for word in words if not NUMBER.search(word)) - profile(claim).figures


@lru_cache(maxsize=8_192)
def _near(claim: Claim) -> frozenset[str]:
    """What stands close to a figure, with what it was taken for."""
    at = claim.span.start - claim.sentence.start
    before = stems(claim.sentence.exact[:at])[-BEFORE:]
    behind = stems(claim.sentence.exact[at + len(claim.span.exact) :])[:BEHIND]
    words = {*before, *behind, *attribute_words(claim)} - STOP_STEMS
    return frozenset(word for word in words if not NUMBER.search(word)) - profile(claim).figures


def common_words(claims: Iterable[Claim]) -> frozenset[str]:
    """The words that a fifth of the sentences of some claims have."""
    sentences = {(one.source.id, one.sentence.start): content(one.sentence.exact) for one in claims}
    often = Counter(word for words in sentences.values() for word in words)
    return frozenset(word for word, count in often.items() if count > 1 and 5 * count >= len(sentences))
