"""What people taught: pairs of words that they joined, and pairs that they held apart.

A judgement on two facts says something about their words as well: whoever joins "12 pods" with "14 cabins" says that
pods and cabins are the same here. `lesson` reads that off two claims, `Taught` collects lessons, and `taught.table`
puts them into the concept table. Lessons are data; keep them as records of the form

    {"one": "member state", "other": "state party", "same": true}

in the order in which people decided. Of two lessons about the same words the later one counts. A newcomer's mistake:
teaching with whole sentences. A lesson is about what is counted; period, place and subject are matched by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, NamedTuple

from registry.model.assertion import Claim, Kind
from registry.steps.match import concepts
from registry.steps.match.concepts import Phrase, Table
from registry.steps.match.words import STOP_STEMS, stems

MOST_WORDS = 4


class Lesson(NamedTuple):
    """Two ways to name what is counted, in lower case, and whether somebody said that they mean the same."""

    one: str
    other: str
    same: bool

    @classmethod
    def of(cls, record: Mapping[str, Any]) -> Lesson:
        """A lesson from its record."""
        return cls(str(record["one"]), str(record["other"]), bool(record["same"]))

    def record(self) -> dict[str, Any]:
        """The lesson as it is kept."""
        return self._asdict()


@dataclass(frozen=True, slots=True)
class Taught:
    """The lessons that hold, in the order in which they were given; of several about the same words, the last."""

    lessons: tuple[Lesson, ...] = ()

    @classmethod
    def of(cls, lessons: Iterable[Lesson]) -> Taught:
        """What some lessons, oldest first, come to.

        >>> Taught.of([Lesson("pod", "cabin", True), Lesson("cabin", "pod", False)]).lessons
        (Lesson(one='cabin', other='pod', same=False),)
        """
        last: dict[frozenset[Phrase], Lesson] = {}
        for lesson in lessons:
            about = frozenset((stems(lesson.one), stems(lesson.other)))
            if len(about) == 2 and () not in about:
                last.pop(about, None)
                last[about] = lesson
        return cls(tuple(last.values()))

    def __bool__(self) -> bool:
        return bool(self.lessons)

    def others(self, words: Phrase) -> list[Phrase]:
        """The other ways to name what some words name, as stems."""
        pairs = [(stems(one.one), stems(one.other)) for one in self.lessons if one.same]
        found = [other for one, two in pairs for mine, other in ((one, two), (two, one)) if within(mine, words)]
        return list(dict.fromkeys(found))


NOTHING = Taught()


def using(taught: Taught | None) -> AbstractContextManager[None]:
    """Match with what people taught, for a while: `with taught.using(lessons): examine(claims)`."""
    return concepts.using(table(taught)) if taught else nullcontext()


@lru_cache(maxsize=16)
def table(taught: Taught) -> Table:
    """The concept table with the lessons in it."""
    known = concepts.shipped()
    for told in taught.lessons:
        known = joined(known, told) if told.same else parted(known, told)
    return known


def lesson(left: Claim, right: Claim, *, same: bool) -> Lesson | None:
    """What a judgement on two claims teaches about words, or None.

    Two claims that were held apart teach only where nothing but their words tells them apart: the same kind of value,
    the same subject, no period or place that differs.
    """
    one, other = wording(left), wording(right)
    if not one or not other or set(one) == set(other) or Kind.ROLE in (left.assertion.kind, right.assertion.kind):
        return None
    if left.assertion.kind is not right.assertion.kind or (not same and not comparable(left, right)):
        return None
    return Lesson(" ".join(one), " ".join(other), same)


def wording(claim: Claim) -> tuple[str, ...]:
    """The words for what a claim counts, without those that say nothing; none where there are too many to be a name."""
    told = claim.assertion.attribute.key.split() if claim.assertion.attribute else []
    words = tuple(word for word in told if set(stems(word)) - STOP_STEMS)
    return words if len(words) <= MOST_WORDS else ()


def comparable(left: Claim, right: Claim) -> bool:
    """Whether subject, period and place of two claims are the same as far as they are known."""
    one, two = left.assertion, right.assertion
    subjects = {said.subject.key for said in (one, two) if said.subject}
    scopes = (one.scope.period, one.scope.place) == (two.scope.period, two.scope.place)
    return len(subjects) <= 1 and scopes and one.direction == two.direction and one.status is two.status


def joined(known: Table, told: Lesson) -> Table:
    """The table with one concept for both."""
    one, other = stems(told.one), stems(told.other)
    ids = sorted(known.phrases.get(one, frozenset()) | known.phrases.get(other, frozenset()))
    lead = ids[0] if ids else told.one
    phrases = {phrase: frozenset(lead if c in ids else c for c in named) for phrase, named in known.phrases.items()}
    together = tuple((words, lead if concept in ids else concept) for words, concept in known.together)
    return entered(replace(known, together=together), phrases, {one: frozenset((lead,)), other: frozenset((lead,))})


def parted(known: Table, told: Lesson) -> Table:
    """The table with two concepts that must not be taken for each other; what the words named before, they still do."""
    one, other = stems(told.one), stems(told.other)
    named = {
        one: known.phrases.get(one, frozenset()) | {told.one},
        other: known.phrases.get(other, frozenset()) | {told.other},
    }
    opposed = known.opposed | {frozenset((told.one, told.other))}
    return entered(replace(known, opposed=opposed), dict(known.phrases), named)


def entered(known: Table, phrases: dict[Phrase, frozenset[str]], named: Mapping[Phrase, frozenset[str]]) -> Table:
    """A table with some more phrases, and the concepts that are new with them."""
    fresh = {concept for some in named.values() for concept in some if concept not in known.family}
    every = {**phrases, **named}
    return replace(
        known,
        phrases=every,
        family={**known.family, **{concept: f"taught {concept}" for concept in fresh}},
        label={**known.label, **{concept: concept for concept in fresh}},
        participles=known.participles | {concept for concept in fresh if concepts.inflected(concept)},
        longest=max(map(len, every)),
        starts=frozenset(phrase[0] for phrase in every),
    )


def within(phrase: Phrase, words: Phrase) -> bool:
    """Whether some words hold a phrase."""
    return any(words[at : at + len(phrase)] == phrase for at in range(len(words) - len(phrase) + 1))
