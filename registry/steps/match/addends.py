"""Vetoes for a count and what it is a part of: "112 passengers and three crew" are 115 people, members are some.

A newcomer's mistake: asking for the word "total". Who adds up writes the sum and leaves its parts to others.
"""

from __future__ import annotations

import re
from functools import lru_cache

from registry.model.quantity import Quantity
from registry.steps import values
from registry.steps.match.profile import Profile
from registry.steps.match.singled import PERSONS
from registry.steps.match.told import SMALL
from registry.steps.match.words import stem, stems

MEMBER, ANYBODY = frozenset(stems("member")), frozenset(("company", "employee", "job"))
NUMBER = r"(?P<number>\d[\d,]*|[a-z]+)"
BESIDE = re.compile(rf"[a-z-]+(?: [a-z-]+)? and {NUMBER} [a-z]")
BEFORE = re.compile(rf"\b{NUMBER} [a-z-]+(?: [a-z-]+)? and$")


def one_of_the_sum(left: Profile, right: Profile) -> str | None:
    """One is a part of the other, which has the count beside it added."""
    if left.dimension != "count" or right.dimension != "count":
        return None
    for part, whole in ((left, right), (right, left)):
        if part.attribute and part.attribute[-1:] == whole.attribute[-1:] and part.attribute[-1] not in PERSONS:
            continue  # "14 bridges and three schools" are no 17 bridges
        joined = (*after(part.frame[1]), *before(part.frame[0]))
        if joined and {size + more for size in sizes(part) for more in joined} & {*sizes(whole)}:
            return "one is a part of the sum that the other gives"
    return None


def only_members(left: Profile, right: Profile) -> str | None:
    """One counts the members of a body, the other all firms or workers of a place ("its 860 member firms", "the 1,200
    firms of the town")."""
    if left.dimension != "count" or values.compare(left.value, right.value).meets:
        return None
    one, two = (frozenset(seen.attribute) >= MEMBER or "member" in seen.things for seen in (left, right))
    others = right if one else left
    return "only one counts members" if one != two and others.things & ANYBODY else None


def sizes(seen: Profile) -> tuple[int, ...]:
    """A whole count."""
    value = seen.value
    single = isinstance(value, Quantity) and value.single and value.low is not None and not value.low % 1
    return (int(value.low),) if single and isinstance(value, Quantity) and value.low is not None else ()


@lru_cache(maxsize=20_000)
def after(words: str) -> tuple[int, ...]:
    """The count that is joined to one by "and" behind it."""
    return number(BESIDE.match(words))


@lru_cache(maxsize=20_000)
def before(words: str) -> tuple[int, ...]:
    """The count that is joined to one by "and" before it."""
    front = words.rstrip()
    return number(BEFORE.search(front) if front.endswith(" and") else None)


def number(hit: re.Match[str] | None) -> tuple[int, ...]:
    """A count in digits or in a small word."""
    told = hit["number"].replace(",", "") if hit else ""
    told = SMALL.get(stem(told), told)
    return (int(told),) if told.isdigit() else ()
