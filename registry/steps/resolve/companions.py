"""What the documents beside a document say of its topic: which of its names they are about, name and put in a title.

A report that never says which bridge fell is read beside three that do. A newcomer's mistake: to ask any document of
the pile. Only those of the same matter count, and what they are about counts for as much as they are sure of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import exp
from typing import NamedTuple

from registry.steps.resolve.names import singular
from registry.steps.resolve.standing import Weights
from registry.steps.resolve.traits import Traits, learnt, score, traits

LIKELY, NAMED, WITNESSES = 5, 40, 2
SMALL = frozenset(["the", "of", "a", "an", "in", "on", "at", "for", "and", "de", "la", "le", "du"])
WORD = re.compile(r"\w+")


class Companion(NamedTuple):
    """What a document of the same matter is known by: its title, the names that it is likely about, each with its
    chance, the likeliest first, and the words of the names in it."""

    title: frozenset[str]
    likely: tuple[tuple[str, float], ...]
    words: frozenset[str]


@lru_cache(maxsize=4096)
def content(name: str) -> frozenset[str]:
    """The words of a name that say something."""
    return frozenset(singular(word) for word in WORD.findall(name.lower().replace("'s", ""))) - SMALL


def share(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two names share half of the words of the shorter one."""
    return 2 * len(one & two) >= max(1, min(len(one), len(two)))


def companion(weights: Weights, beside: Sequence[Companion] = ()) -> Companion:
    """What a document is known by to those that are read beside it."""
    named = (name for name, _ in weights.counted.most_common(NAMED))
    return Companion(content(weights.title), likely(weights, beside), frozenset().union(*map(content, named)))


def likely(weights: Weights, beside: Sequence[Companion] = ()) -> tuple[tuple[str, float], ...]:
    """The names that a document is likely about, each with its chance, the likeliest first."""
    found = names_beside(weights, beside) if beside else traits(weights)
    if not found:
        return ()
    known = learnt("topic_beside.json" if beside else "topic.json")
    odds = {name: score(one, known) for name, one in found.items()}
    best = max(odds.values())
    whole = sum(exp(one - best) for one in odds.values())
    ranked = sorted(odds, key=lambda name: -odds[name])[:LIKELY]
    return tuple((name, exp(odds[name] - best) / whole) for name in ranked)


def names_beside(weights: Weights, beside: Sequence[Companion]) -> Mapping[str, Traits]:
    """The names that a document read beside others may be about, with their traits: its own, and one that several of
    the others are about and it never says."""
    own = traits(weights)
    first = Counter(one.likely[0][0] for one in beside if one.likely)
    lent = {name: {"elsewhere": 1.0} for name, times in first.items() if times >= WITNESSES and name not in own}
    return {name: {**found, **by_companions(name, beside)} for name, found in {**own, **lent}.items()}


def by_companions(name: str, beside: Sequence[Companion]) -> Traits:
    """How much of the other documents is likely about a name, has it in a title and names it at all."""
    tokens, count = content(name), len(beside)
    told = sum(chance for one in beside for other, chance in one.likely if share(tokens, content(other)))
    return {
        "beside": told / count,
        "beside titled": sum(bool(tokens) and tokens <= one.title for one in beside) / count,
        "beside named": sum(tokens <= one.words for one in beside) / count,
    }
