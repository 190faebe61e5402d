"""Why claims belong together, and what differs, as sentences short enough to scan.

A newcomer's mistake: showing every reason that was weighed. Those that speak against it answer another question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

FOR = re.compile(
    r"""
    ^(?: both\b | most\ words\b | their\ subjects\ share\b | the\ (?:same|titles)\b
       | the\ (?:words\ around\ them|sentences)\ are\b )      # how a reason begins
    | \b(?: near|close\ to | quoted\ with )\ both\b           # what both have close by
    | \bstates\ both\b                                        # one place that has both
    """,
    re.VERBOSE | re.IGNORECASE,
)
STEMS = re.compile(r"both mention\b", re.IGNORECASE)
FEW = 3


class Laid(NamedTuple):
    """A detail laid out: what each side says, and what follows from it."""

    parts: tuple[str, ...]
    rest: str


def together(reasons: Iterable[str]) -> list[str]:
    """The reasons that speak for one fact.

    >>> together(["both figures are about member", "only one is about capture", "the sentences are alike"])
    ['both figures are about member', 'the sentences are alike']
    """
    return [reason for reason in reasons if FOR.search(reason) and not STEMS.match(reason)]


def unsaid(given: Iterable[str]) -> str:
    """What is said where no reason speaks for one fact by itself.

    >>> unsaid(["only one is about capture"])
    'the sentences were weighed as a whole'
    """
    if any(True for _ in given):
        return "the sentences were weighed as a whole"
    return "they have the same subject, scope and unit, and count or measure the same"


def laid(detail: str) -> Laid:
    """A detail of more than three sides as a list with its conclusion; a shorter one is left a sentence.

    >>> laid("A says 1; B says 2; C says 3; two say 4. The dates differ.")
    Laid(parts=('A says 1', 'B says 2', 'C says 3', 'Two say 4'), rest='The dates differ.')
    >>> laid("A says 1; B says 2. The dates differ.")
    Laid(parts=(), rest='A says 1; B says 2. The dates differ.')
    """
    *parts, last = detail.split("; ")
    end, stop, rest = last.partition(". ")
    if len(parts) < FEW:
        return Laid((), detail)
    said = tuple(part[:1].upper() + part[1:] for part in (*parts, end.rstrip(".")))
    return Laid(said, rest if stop else "")
