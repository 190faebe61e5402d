"""Weekdays between subject and verb ("a court on Monday fined"), which lead the parser astray: it never sees them.

A newcomer's mistake: losing them. They come back as tokens of the tree, hung on the verb.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from registry.steps.parse.finite import is_past
from registry.steps.parse.tree import Token

DAY = re.compile(
    r"(?<=[\w)\]\"] )(?:(?:late|early) )?(?P<case>on )(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"(?: (?:morning|afternoon|evening|night))? (?=(?P<verb>[a-z]+) )"
)


class Gap(NamedTuple):
    """The place of left out words in a sentence."""

    start: int
    end: int


def gap(words: str) -> Gap | None:
    """The place of a weekday before a verb in the past, if there is one."""
    hit = next((hit for hit in DAY.finditer(words[:300]) if is_past(hit["verb"]) and hit.start() > 2), None)
    return Gap(hit.start(), hit.end()) if hit else None


def without(words: str, left_out: Gap | None) -> str:
    """A sentence without the words of a gap."""
    return words if left_out is None else words[: left_out.start] + words[left_out.end :]


def put_back(
    tokens: Sequence[Token], heads: Sequence[int], words: str, left_out: Gap, places: Sequence[int]
) -> tuple[list[Token], list[int]]:
    """The tokens and heads with those of a gap, which hang on the token behind it."""
    said = list(re.finditer(r"\S+", words[left_out.start : left_out.end]))
    at = next((token.index for token in tokens if token.start >= places[left_out.end]), len(tokens) - 1)
    size = len(said)
    day = next(place for place, hit in enumerate(said) if hit.group().endswith("day"))
    new = []
    for place, hit in enumerate(said):
        start = places[left_out.start + hit.start()]
        end = places[left_out.start + hit.end() - 1] + 1
        word = hit.group()
        tag, dep = ("NNP", "obl") if place == day else ("IN", "case") if word == "on" else ("NN", "nmod:unmarked")
        new.append(Token(at + place, word, word.lower(), tag, dep, start, end))
    moved = [head + size if head >= at else head for head in heads]
    inner = [at + size if place == day else at + day for place in range(size)]
    for token in tokens[at:]:
        token.index += size
    return [*tokens[:at], *new, *tokens[at:]], [*moved[:at], *inner, *moved[at:]]
