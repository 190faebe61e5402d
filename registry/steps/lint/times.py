"""The years, seasons and months that sentences name, and whether two speak of one time as far as these tell.

A newcomer's mistake: taking "2022-23" for its years. A row of a season speaks of no other that shares a year with it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from registry.model.assertion import Claim
from registry.steps.fragments import MONTHS
from registry.steps.lint.certainty import other_year

NAMED = re.compile(rf"\b(?:(?P<year>(?:19|20)\d\d(?:[-/\u2013]\d\d(?:\d\d)?)?)|(?P<month>{MONTHS}))\b")
Times = tuple[frozenset[str], frozenset[str]]


@lru_cache(maxsize=4_096)
def times(sentence: str) -> Times:
    """The years or seasons, and the months, that a sentence names."""
    found = list(NAMED.finditer(sentence))
    years = frozenset(one["year"] for one in found if one["year"])
    return years, frozenset(one["month"] for one in found if one["month"])


def of_another_time(claim: Claim, other: Claim) -> bool:
    """Whether a stored claim speaks of another time than the one that a draft's sentence names."""
    mine, theirs = times(claim.sentence.exact), times(other.sentence.exact)
    apart = any(one and two and not one & two for one, two in zip(mine, theirs, strict=True))
    return apart or (any(mine) and other_year(claim, other))


def of_its_time(claim: Claim, other: Claim) -> bool:
    """Whether a stored claim's sentence names a time that a draft's names, and no other of the sort."""
    mine, theirs = times(claim.sentence.exact), times(other.sentence.exact)
    shared = any(one & two for one, two in zip(mine, theirs, strict=True))
    return shared and not of_another_time(claim, other)
