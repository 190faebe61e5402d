"""Whether two names mean the same: acronyms, parts of names, titles, articles.

A newcomer's mistake: taking a shared surname for a shared person.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from rapidfuzz import fuzz

from registry.steps.match.words import STOP, lists, plain, stem
from registry.steps.resolve.words import words

ONE_NAME, ONE_LONG_NAME, SHORT = 60, 80, 5
NAME_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
TITLES = frozenset(lists()["titles"]["words"].split())
COMMON = frozenset(lists()["common"]["words"].split())
RENAMED = {name: group[0] for group in lists()["other_names"]["groups"] for name in group}


class Same(Enum):
    """What two names say about each other."""

    YES = 1
    MAYBE = 0
    NO = -1


@lru_cache(maxsize=16384)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name in order, without articles and possessives."""
    words = [word.removesuffix("'s").removesuffix("’s") for word in NAME_WORD.findall(name)]
    return tuple(word for word in words if plain(word) not in STOP or is_acronym(word))


@lru_cache(maxsize=16384)
def bare(name: str) -> frozenset[str]:
    """The stems of a name without titles."""
    words = parts(name)
    return frozenset(stem(w) for w in words if plain(w) not in TITLES) or frozenset(stem(w) for w in words)


@lru_cache(maxsize=16384)
def acronyms(name: str) -> frozenset[str]:
    """What the capitals of a name could be shortened to."""
    words = [word for word in NAME_WORD.findall(name) if word[0].isupper()]
    every = NAME_WORD.findall(name)
    found = {"".join(w[0] for w in some).lower() for some in (words, every) if len(some) > 1}
    return frozenset(found)


def is_acronym(word: str) -> bool:
    """Whether a word looks like initials."""
    letters = word.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isupper()


def short_for(short: str, long: str) -> bool:
    """Whether one name is the initials of the other."""
    given = initials(short)
    return bool(given) and not given.isdisjoint(acronyms(long))


@lru_cache(maxsize=16384)
def initials(name: str) -> frozenset[str]:
    """The words of a name that look like initials, without their dots."""
    return frozenset(word.replace(".", "").lower() for word in parts(name) if is_acronym(word))


@lru_cache(maxsize=16384)
def proper(name: str) -> frozenset[str]:
    """The stems of the words of a name that are written with a capital."""
    return frozenset(stem(word) for word in parts(name) if word[0].isupper())


@lru_cache(maxsize=16384)
def usual(name: str) -> str | None:
    """The first of the names of a country, city or body that is known to have several."""
    low = plain(name).replace("’", "'")
    return RENAMED.get(low.removeprefix("the ")) or RENAMED.get(low)


@lru_cache(maxsize=65536)
def compare(left: str, right: str) -> Same:
    """Whether two names mean the same.

    >>> compare("International Criminal Court", "the ICC").name, compare("Anna Berg", "Jonas Berg").name
    ('YES', 'NO')
    >>> compare("Britain", "the United Kingdom").name, compare("Lib Dems", "Liberal Democrats").name
    ('YES', 'YES')
    """
    if (known := usual(left)) and (other := usual(right)):
        return Same.YES if known == other else Same.NO
    one, two = bare(left), bare(right)
    if not one or not two:
        return Same.MAYBE
    if one == two or short_for(left, right) or short_for(right, left):
        return Same.YES
    return overlapping(one, two, left, right)


def overlapping(one: frozenset[str], two: frozenset[str], left: str, right: str) -> Same:
    """The answer for names that share some of their words."""
    shared = one & two
    if not shared:
        return Same.MAYBE if generic(one) or generic(two) else Same.NO
    counted = numbers(one)
    if counted and numbers(two) not in (counted, frozenset()):
        return Same.NO
    if two_of_a_sort(one, two, left, right):
        return Same.NO
    if shared in (one, two):
        return Same.MAYBE if generic(shared) else Same.YES
    if two_people(left, right):
        return Same.NO
    most = 2 * len(shared) > min(len(one), len(two)) and not generic(shared)
    return Same.YES if most and not two_sorts(one, two) else Same.MAYBE


def two_of_a_sort(one: frozenset[str], two: frozenset[str], left: str, right: str) -> bool:
    """Whether both are of one sort and each has a name of its own ("port of Hull", "port of Dover"); one event may have
    several names."""
    shared = one & two
    for name in (left, right):  # most share a name of their own, which the first of the two tells
        own = proper(name) - SORTS
        if not own or not shared.isdisjoint(own):
            return False
    return not shared & EVENTS or bool(shared & PLACES)


def two_sorts(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether each is of a sort that the other is not: a city's museum and its gallery."""
    return bool((one - two) & SORTS) and bool((two - one) & SORTS)


def two_people(left: str, right: str) -> bool:
    """Whether both are full names with the same last but different first names."""
    one, two = full_name(left), full_name(right)
    return one is not None and two is not None and one[1] == two[1] and other_first(one[0], two[0])


@lru_cache(maxsize=16384)
def full_name(name: str) -> tuple[str, str] | None:
    """The first and the last word of a name of two or three, all with a capital."""
    words = parts(name)
    full = len(words) in (2, 3) and all(word[0].isupper() for word in words)
    return (plain(words[0]), plain(words[-1])) if full else None


def other_first(one: str, two: str) -> bool:
    """Whether two first names are clearly not one, nor one short for the other ("Mike", "Michael")."""
    if one[0] != two[0]:
        return True
    alike = ONE_NAME if min(len(one), len(two)) <= SHORT else ONE_LONG_NAME
    return not one.startswith(two) and not two.startswith(one) and fuzz.ratio(one, two) < alike


def generic(words: frozenset[str]) -> bool:
    """Whether the words only say what sort of thing it is ("the court")."""
    return words <= GENERIC


def numbers(words: frozenset[str]) -> frozenset[str]:
    """The numbers in a name."""
    return frozenset(word for word in words if word.isdigit())


EVENTS = frozenset(stem(word) for word in lists()["happenings"]["words"].split())
GENERIC = frozenset(stem(word) for word in COMMON)
SORTS = GENERIC | frozenset(stem(word) for word in lists()["sorts_of_bodies"]["words"].split())
PLACES = frozenset(stem(word) for word in lists()["sorts_of_places"]["words"].split())


def adjectival(*names: str) -> bool:
    """Whether one name may be the adjective of the other.

    >>> adjectival("Spain", "Spanish"), adjectival("French", "German"), adjectival("Peru", "Chilean")
    (True, False, False)
    """
    one, two = sorted((name.lower() for name in names), key=lambda name: name in peoples())
    return two in peoples() and one not in peoples() and one[:2] == two[:2]


def peoples() -> frozenset[str]:
    """The adjectives of nations."""
    return words()["capitals.peoples"]
