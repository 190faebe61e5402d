"""Nouns of people: those that a table knows, and those that end in what people are or do.

A newcomer's mistake: taking every noun on -er for somebody. A hacker is a person and a printer is none; what is safe
are the words that such nouns end in: "dockworker", "taxpayer", "oarswoman".
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from registry.steps.resolve.words import words

MADE = re.compile(
    r"[a-z-]{2,}(?:m[ae]n|wom[ae]n|person|child|payer|worker|keeper|fighter|goer|owner|player|seeker|dweller|leader"
    r"|herder|officer|ologist)"
)


@lru_cache(maxsize=4096)
def is_somebody(noun: str) -> bool:
    """Whether a noun in the singular is one of people.

    >>> [is_somebody(noun) for noun in ("twin", "goatherder", "beekeeper", "geologist", "printer", "owner", "river")]
    [True, True, True, True, False, False, False]
    """
    return noun in known() or MADE.fullmatch(noun) is not None


@cache
def known() -> frozenset[str]:
    """The nouns of the table."""
    return words()["nouns.persons"] | words()["nouns.people"]
