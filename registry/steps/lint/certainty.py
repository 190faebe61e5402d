"""What has to hold before a figure is called wrong: a false alarm costs a linter more than a miss.

A newcomer's mistake: asking again whether the two are about one thing; `gather` has done that. Here the source itself is
looked at: does it have the draft's figure after all, for another time, or of something else?
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from registry.model.assertion import Behaviour, Claim
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.model.span import Block, Sentence
from registry.steps import units
from registry.steps.check.timing import stated
from registry.steps.lint.level import levelled
from registry.steps.lint.problem import Known, Side, Witness
from registry.steps.match.entities import Same, compare, parts
from registry.steps.match.profile import profile
from registry.steps.match.words import stem
from registry.steps.recognise import recognise
from registry.steps.values import hold

NAMES = re.compile(r"\b[A-Z][\w&’'-]+(?: (?:(?:of|the|de|la|and) )?[A-Z][\w&’'-]+)+")
NO_NAMES = frozenset(
    """the a an in on at by for from of to and but as after before since until during under over with within about around
    some only more less almost nearly every each both all its their his her this that these those when while although
    january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday mr mrs ms dr""".split()
)
MARGIN = 0.15
CLEAR = 0.85


def stands(claim: Claim, known: Known, side: Side | None) -> bool:
    """Whether a contradiction of a claim by a side, or by all sides of a disputed fact, is to be told."""
    every = tuple(one for each in known.sides for one in each.witnesses)
    against = side.witnesses if side else every
    speaking = [one for one in against if not _other_time(claim, one.claim)]
    if not speaking or any(_has_figure(claim, one.claim) for one in speaking):
        return False
    if all(_unnamed(claim, one.claim) for one in every):
        return False
    return not _closer(claim, known, speaking)


def _other_time(claim: Claim, other: Claim) -> bool:
    """Whether the draft names a time, the source another one, and the value may move."""
    one, two = claim.assertion.scope.as_of, other.assertion.scope.as_of
    if isinstance(claim.assertion.value, Moment) or claim.assertion.behaviour is Behaviour.FIXED:
        return False
    return bool(stated(claim) and one and two and not one.meets(two))


def _unnamed(claim: Claim, other: Claim) -> bool:
    """Whether the draft's sentence names what it is about, and nothing around the source's figure has that name."""
    subject, theirs = claim.assertion.subject, other.assertion.subject
    told = [theirs.label if theirs else "", other.assertion.topic or "", other.source.title or "", other.sentence.exact]
    heard = {stem(word) for name in (*told, other.source.publisher or "") for word in parts(name)}
    heard |= profile(other).context
    names = [subject.label] if subject and subject.label[:1].isupper() else []
    names += [name for name in map(_name, NAMES.findall(claim.sentence.exact)) if name and not _speaks(claim, name)]
    return any(_unheard(name, told[:3], heard) for name in names)


def _name(words: str) -> str | None:
    """A name of several words, without what only opens a sentence or names a day; None where less is left.

    >>> _name("In October"), _name("The Vessel Island")
    (None, 'Vessel Island')
    """
    kept = [word for word in words.split() if word.casefold() not in NO_NAMES]
    return " ".join(kept) if sum(word[0].isupper() for word in kept) > 1 else None


def _speaks(claim: Claim, name: str) -> bool:
    """Whether a name is that of whoever says so."""
    speaker = claim.assertion.asserted_by
    return speaker is not None and bool(set(parts(name)) & set(parts(speaker.label)))


def _unheard(name: str, told: Sequence[str], heard: AbstractSet[str]) -> bool:
    """Whether no word of a name is heard, and it is not another form of a name that is."""
    if any(compare(name, other) is Same.YES for other in told if other):
        return False
    proper = {stem(word) for word in parts(name) if word[:1].isupper()}
    return bool(proper) and not proper & heard


def _has_figure(claim: Claim, other: Claim) -> bool:
    """Whether the source's sentence has the draft's figure beside the one that is held against it."""
    value = claim.assertion.value
    if not isinstance(value, Quantity):
        return False
    start, end = other.span.start - other.sentence.start, other.span.end - other.sentence.start
    for at, till, told in _figures(other.sentence.exact):
        if (till <= start or end <= at) and _alike(value, told) and told.single and _says(value, told):
            return True
    return False


def _says(value: Quantity, told: Quantity) -> bool:
    """Whether a figure is one that words state, or the very end that they name ("more than 65", 65)."""
    return value.meets(told) or (told.low is not None and told.low in (value.low, value.high))


def _alike(one: Quantity, two: Quantity) -> bool:
    """Whether two figures could be of one sort; a number without a unit may be of any."""
    return one.unit == two.unit or units.convertible(one.unit, two.unit)


@lru_cache(maxsize=512)
def _figures(sentence: str) -> tuple[tuple[int, int, Quantity], ...]:
    """The figures in a sentence with their places."""
    found = recognise(sentence, [Sentence(0, len(sentence), Block(0, len(sentence)))], published=None, language="en")
    return tuple((one.start, one.end, one.value) for one in (found[0] if found else ()) if isinstance(one.value, Quantity))


def _closer(claim: Claim, known: Known, against: Sequence[Witness]) -> bool:
    """Whether somebody with whom the claim agrees speaks about its question more surely than all who contradict it."""
    agreeing = [
        one for side in known.sides for one in side.witnesses if hold(levelled(claim, one.claim), one.claim).meets
    ]
    best = _surest(claim, agreeing)
    return best >= CLEAR and best - _surest(claim, against) >= MARGIN


def _surest(claim: Claim, witnesses: Iterable[Witness]) -> float:
    """How surely the best of some is about the question of a claim."""
    from registry.steps.lint.gather import scored

    return max((scored(claim, one.claim).score for one in witnesses), default=0.0)
