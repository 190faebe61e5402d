"""Ranks of one office: a deputy, a vice or an assistant is not who they stand in for, nor is one of a region one of a
branch.

A newcomer's mistake: taking "deputy mayor" and "mayor" for two ways to say the same, since they share a word.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from registry.model.term import Term
from registry.steps.match.words import stem
from registry.steps.recognise.tables import read

WORD = re.compile(r"[a-z]+")
BODY = re.compile(r"\b(?:of|for|to|at|in)\b")


class Rank(NamedTuple):
    """The stem of an office, whether it is a deputy's, and the level it is on."""

    head: str
    deputy: bool
    levels: frozenset[str]


@cache
def ranks() -> dict[str, frozenset[str]]:
    """The words for who stands in for another, for levels, and those that only say when."""
    return {name: frozenset(words) for name, words in read("offices.toml")["ranks_of"].items()}


@lru_cache(maxsize=4_000)
def rank(key: str) -> Rank:
    """What the words of an office say of its rank: "former deputy mayor", "undersheriff"."""
    words = [word for word in WORD.findall(BODY.split(key)[0]) if word not in ranks()["when"]]
    head = words[-1] if words else ""
    under = head.startswith("under") and len(head) > len("under")
    deputy = under or bool(ranks()["deputies"] & set(words[:-1]))
    return Rank(stem(head.removeprefix("under") if under else head), deputy, ranks()["levels"] & set(words[:-1]))


def other_rank(left: Term, right: Term) -> bool:
    """Whether two terms name an office and its deputy, deputies of two offices, or one office on two levels."""
    one, two = rank(left.key), rank(right.key)
    if one.head != two.head:
        return False
    return one.deputy != two.deputy or bool(one.levels and two.levels and not one.levels & two.levels)


def without_rank(words: frozenset[str]) -> frozenset[str]:
    """The stems of an office without those that only tell a rank, which others share."""
    return words - {stem(word) for names in ranks().values() for word in names}
