"""Polls among a page's readers: a question, answers with their shares, how many have voted.

A newcomer's mistake: taking a survey for one. A survey is told of in sentences; here each answer is a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from registry.model.span import Block

_ANSWER = re.compile(r"(?:[-*\u2022]\s)?[^\d%]{2,60}?[\s:(]+\d{1,3}(?:[.,]\d)?\s?(?:%|per ?cent)\)?")
_VOTED = re.compile(
    r"(?:total\s(?:votes|voters|responses)\s?:?\s)?[(]?\d[\d.,]*(?:\s(?:votes?|voters|voted|answers|responses|(?:people\s|readers\s)?(?:have\s)?voted)"
    r"(?:\s(?:so\sfar|cast|in\stotal|already))?)?[)]?\W*(?:(?:(?:the|this)\s)?(?:poll|voting|vote)\s(?:is\s)?(?:closes?|closed|ends)\b.{0,30})?",
    re.IGNORECASE,
)
_STRIP = re.compile(
    r"(?:[^\W\d_][^\d|\u00b7\u2022]{0,24}?\s?[(:]?\s?\d[\d.,]*k?\)?(?:\s?[|\u00b7\u2022,/]\s?|\s+|$)){2,8}"
)
_FEEL = re.compile(r"\b(?:you|your|we|this|today)\b.*\?$", re.IGNORECASE)
_BRIEF, _TWO = 60, 2


def felt(found: Sequence[Block], text: str) -> list[int]:
    """The numbers of the lines that count what readers feel: "How did this story make you feel?", "Sad 12, Glad 88"."""
    lines = [text[block.start : block.end].strip() for block in found]
    return [at for at, line in enumerate(lines) if at and _STRIP.fullmatch(line) and _FEEL.search(lines[at - 1])]


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
