"""A total and two parts that exclude each other: "Of the 40 accused, 28 were convicted and 15 acquitted".

Such parts need no more to be held against their total than a sentence that says at once whose parts they are: what is
in the one cannot be in the other. A newcomer's mistake: expecting that they are all. They may fall short, by much.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from registry.model.assertion import Claim
from registry.steps.check.said import after, between
from registry.steps.recognise.tables import read

LEAD = re.compile(
    r"(?:[ ][\w'’-]+){0,10}?(?::|,|[ ]?[–—(]| -)\s*(?:namely |that is,? )?(?:of wh(?:om|ich) |of th(?:em|ese|ose) )?",
    re.IGNORECASE,
)
ITEM = re.compile(r" (?:of them |were |are |was |had |have been )?(?P<word>[a-z]+)(?: [\w'’-]+){0,3}?", re.IGNORECASE)
JOIN = re.compile(r"(?:,|,? and|,? but|;)\s*(?:only |just )?", re.IGNORECASE)


def exclusive(own: Sequence[Claim]) -> tuple[Claim, list[Claim]] | None:
    """A total and the two parts right behind it that exclude each other; claims of one sentence, in order."""
    for total, one, two in zip(own, own[1:], own[2:], strict=False):
        if LEAD.fullmatch(between(total, one)) and opposite(one, two) and ends(own, two):
            return total, [one, two]
    return None


def opposite(one: Claim, two: Claim) -> bool:
    """Whether two figures that follow each other count what excludes each other."""
    first = re.fullmatch(f"{ITEM.pattern}{JOIN.pattern}", between(one, two), re.IGNORECASE)
    second = ITEM.match(after(two))
    return bool(first and second) and excludes(word(first), word(second))


def excludes(one: str, two: str) -> bool:
    """Whether of two words one excludes the other: a known pair, or "insured" and "uninsured"."""
    short, long = sorted((one, two), key=len)
    return frozenset((one, two)) in pairs() or (bool(short) and long in (f"un{short}", f"non-{short}"))


def word(found: re.Match[str] | None) -> str:
    """The word of an item that tells it from the other."""
    return found["word"].lower() if found else ""


def ends(own: Sequence[Claim], last: Claim) -> bool:
    """Whether no further part follows: what comes next is behind a stop."""
    following = next((two for one, two in pairwise(own) if one is last), None)
    return following is None or bool(re.search(r"[;:.)]", between(last, following)))


@cache
def pairs() -> frozenset[frozenset[str]]:
    """The pairs of words that exclude each other."""
    return frozenset(frozenset(pair) for pair in read("opposites.toml")["pairs"])
