"""Why claims belong together, and what differs, as sentences short enough to scan.

A newcomer's mistake: choosing reasons by their words. What is kept with a link speaks for it; the matcher saw to that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

FEW = 3
BETWEEN = re.compile("; (?![^“”]*”)")  # a title in quotation marks may hold one


class Laid(NamedTuple):
    """A detail laid out: what each side says, and what follows from it."""

    parts: tuple[str, ...]
    rest: str


UNSAID = "they have the same subject, scope and unit, and count or measure the same"


def together(given: Iterable[str]) -> tuple[str, ...]:
    """The reasons that speak for one fact; claims that are filed under one key need no other.

    >>> together(["the sentences are alike", "the sentences are alike"])
    ('the sentences are alike',)
    >>> together([])
    ('they have the same subject, scope and unit, and count or measure the same',)
    """
    return tuple(dict.fromkeys(given)) or (UNSAID,)


def laid(detail: str) -> Laid:
    """A detail of more than three sides as a list with its conclusion; a shorter one is left a sentence.

    >>> laid("A says 1; B says 2; C says 3; two say 4. The dates differ.")
    Laid(parts=('A says 1', 'B says 2', 'C says 3', 'Two say 4'), rest='The dates differ.')
    >>> laid("A says 1; B says 2. The dates differ.")
    Laid(parts=(), rest='A says 1; B says 2. The dates differ.')
    >>> laid("“Fire; 2 hurt” says 1; B says 2; C says 3; D says 4. They differ.").parts
    ('“Fire; 2 hurt” says 1', 'B says 2', 'C says 3', 'D says 4')
    """
    *parts, last = BETWEEN.split(detail)
    end, stop, rest = last.partition(". ")
    if len(parts) < FEW:
        return Laid((), detail)
    said = tuple(part[:1].upper() + part[1:] for part in (*parts, end.rstrip(".")))
    return Laid(said, rest if stop else "")
