"""Acts as two documents tell them, read once, and which of them are worth holding against each other.

A newcomer's mistake: trying all pairs. Of two thousand acts of one matter that are two million, and hardly any two are
done to one thing with verbs of which only one can be true.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from registry.model.assertion import BY, TO, Claim, Kind, Status
from registry.model.term import Term
from registry.steps.assemble.roles.offices import tables
from registry.steps.match.handles import handles

TOLD = (Status.ACTUAL, Status.NEGATED)
DATED = re.compile(
    r"\b(?:(?:1[89]|20)\d\d|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d{1,2}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


class Act(NamedTuple):
    """An act: its verb (verbs that say the same are one), who did it and to whom, as far as a name tells, and the days
    and years that its sentence names."""

    claim: Claim
    verb: str
    doer: str
    thing: str
    days: frozenset[str]
    years: tuple[int, ...]

    @property
    def denied(self) -> bool:
        """Whether it is told as not done."""
        return self.claim.assertion.status is Status.NEGATED

    @property
    def published(self) -> date | None:
        """The day of its document."""
        return self.claim.source.published


def acts(claims: Sequence[Claim]) -> list[Act]:
    """The acts among claims that took place or did not, with their objects."""
    return [act(claim) for claim in claims if told(claim)]


def told(claim: Claim) -> bool:
    """Whether a claim is an act that took place or did not, with its object."""
    said = claim.assertion
    return said.kind is Kind.EVENT and said.verb != "cause" and said.status in TOLD and bool(thing(claim))


def act(claim: Claim) -> Act:
    """What a claim tells of an act."""
    words, by, verb = claim.sentence.exact, noted(claim, BY), claim.assertion.verb or ""
    years = tuple(map(int, YEAR.findall(words)))
    same = str(tables()["deeds"]["same"].get(verb, verb))
    return Act(claim, same, by, thing(claim), frozenset(DATED.findall(words)), years)


def worth(found: Sequence[Act]) -> Iterator[tuple[Act, Act]]:
    """The pairs of acts that a rule could part, in order: those whose verbs it names and whose names share a handle."""
    filed: dict[tuple[str, bool, str], list[int]] = defaultdict(list)
    for at, one in enumerate(found):
        for handle in named(one.thing):
            filed[one.verb, one.denied, handle].append(at)
    for at, one in enumerate(found):
        others = {other for key in sought(one) for other in filed.get(key, ()) if other > at}
        yield from ((one, found[other]) for other in sorted(others))


def sought(one: Act) -> Iterator[tuple[str, bool, str]]:
    """Under which verb, denied or not, and handle of its object an act would stand that excludes this one."""
    against = () if one.denied else opposites().get(one.verb, ())
    for handle in named(one.thing):
        yield one.verb, not one.denied, handle
        yield from ((verb, False, handle) for verb in against)
        if one.verb in listed("once") and not one.denied:
            yield one.verb, False, handle
    if one.verb in listed("turning") and not one.denied:
        yield from ((one.verb, False, handle) for handle in named(one.doer))


def said(one: Act) -> str:
    """An act in words."""
    value = one.claim.assertion.value
    return value.label if isinstance(value, Term) else one.claim.span.exact


def thing(claim: Claim) -> str:
    """To whom or what it was done; who resigns does it to nobody else."""
    return noted(claim, TO) or (noted(claim, BY) if claim.assertion.verb in listed("own") else "")


def noted(claim: Claim, mark: str) -> str:
    """What a note of a claim says behind its mark."""
    return next((note.removeprefix(mark) for note in claim.assertion.notes if note.startswith(mark)), "")


@lru_cache(maxsize=16384)
def proud(words: str) -> bool:
    """Whether words have a name in them."""
    return any(word[:1].isupper() for word in words.split())


def named(words: str) -> frozenset[str]:
    """The handles of a name; words without one have none."""
    return handles(words) if proud(words) else frozenset()


@lru_cache(maxsize=1)
def opposites() -> dict[str, tuple[str, ...]]:
    """The verbs of which only one can be true of a thing, by each of them."""
    found: dict[str, tuple[str, ...]] = {}
    for pair in tables()["deeds"]["opposed"]:
        one, two = pair.split()
        found[one], found[two] = (*found.get(one, ()), two), (*found.get(two, ()), one)
    return found


@lru_cache(maxsize=4)
def listed(name: str) -> frozenset[str]:
    """A list of verbs."""
    return frozenset(tables()["deeds"][name])
