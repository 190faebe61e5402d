"""Polls among a page's readers: a question, answers with their shares, how many have voted.

A newcomer's mistake: taking a survey for one. A survey is told of in sentences; here each answer is a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from registry.model.span import Block

_ANSWER = re.compile(r"(?:[-*\u2022]\s)?[^\d%]{2,60}?[\s:(]+\d{1,3}(?:[.,]\d)?\s?(?:%|per ?cent)\)?")
_VOTED = re.compile(
    r"(?:total\s(?:votes|voters|responses)\s?:?\s)?[(]?\d[\d.,]*(?:\s(?:votes?|voters|voted|answers|responses|(?:people|readers)\s(?:have\s)?voted)"
    r"(?:\s(?:so\sfar|cast|in\stotal|already))?)?[)]?\W*",
    re.IGNORECASE,
)
_BRIEF, _TWO = 60, 2


def polls(found: Sequence[Block], text: str) -> list[int]:
    """The numbers of the lines of a poll among readers: a question, answers with their shares, how many voted."""
    taken: list[int] = []
    for number, block in enumerate(found):
        if block.end - block.start > _BRIEF or _VOTED.fullmatch(text[block.start : block.end].strip()) is None:
            continue
        at = number - 1
        while at >= 0 and _ANSWER.fullmatch(text[found[at].start : found[at].end].strip()):
            at -= 1
        if number - at > _TWO and at >= 0 and text[found[at].start : found[at].end].rstrip().endswith("?"):
            taken += range(at, number + 1)
    return taken
