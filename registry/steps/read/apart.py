"""Boxes of a page that stand apart from its article by their place and words, whatever they are called.

A newcomer's mistake: dropping every short box. One that shares words with the article is a fact box, one of many of a
kind is a post of a live page, and one with a table is read; what is left are offers, lists of others, counters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from lxml.html import HtmlElement

from registry.steps.segment.likeness import WORD, plain
from registry.steps.segment.page import stem_of

BOXES = frozenset({"div", "section", "td"})  # a cell is one where a table lays out the page
KEPT = ("h1", "table", "dl", "pre", "article", "main", "figure", "details")
LONG, WHOLE, FEWEST, MANY = 120, 700, 3, 3
SHARED, TOLD = 0.25, 0.12  # what a whole sentence tells is not given up lightly
FACTS = re.compile(
    r"\b(?:(?:in|by the) (?:numbers|figures)|in (?:brief|short)|at a glance|facts?|figures|data|background|timeline"
    r"|overview|results|questions)\b",
    re.IGNORECASE,
)
YOU = re.compile(r"\b(?!US\b)(?i:you|your|us|our)\b")


class Body:
    """What an article speaks of: the stems of its paragraphs, and how many boxes of each name stand in it."""

    def __init__(self, elements: Iterable[HtmlElement]) -> None:
        parts = [*elements]
        self.long = [p for part in parts for p in part.iter("p", "blockquote") if len(p.text_content()) > LONG]
        words = (word for p in self.long for word in stems(p.text_content()))
        heads = (word for part in parts for head in part.iter("h1") for word in stems(head.text_content()))
        self.stems = frozenset(words) | frozenset(heads)
        names = (name for part in parts for one in part.iter(*BOXES) if (name := one.get("class")))
        self.often = Counter(names)

    def is_apart(self, element: HtmlElement) -> bool:
        """Whether an element is a box of short lines with other words than the article's."""
        if element.tag not in BOXES or len(self.long) < FEWEST or self.often[element.get("class") or ""] >= MANY:
            return False
        words = words_of(element)
        if not any(map(str.isdigit, words)) or next(element.iter(*KEPT), None) is not None:
            return False
        lines = [" ".join(one.text_content().split()) for one in element.iter("p", "li", "h2", "h3", "h4", "h5", "div")]
        if any(len(line) > LONG for line in lines if line and not is_group(element, line)):
            return False
        heads = [" ".join(one.text_content().split()) for one in element.iter("h2", "h3", "h4", "h5", "h6")]
        if any(head.endswith("?") or FACTS.search(head) or stems(head) & self.stems for head in heads):
            return False
        own = stems(words)
        shared = sum(one in self.stems for one in own) / max(len(own), FEWEST)
        return shared < (TOLD if any(tells(line) for line in lines) else SHARED)


def words_of(element: HtmlElement) -> str:
    """The words of a box; empty for one that is too long to be such a box, which is not read to its end."""
    told: list[str] = []
    left = WHOLE
    for part in element.itertext():
        told.append(part)
        left -= len(part) + 1
        if left < -1:
            return ""
    return " ".join(told)


def is_group(element: HtmlElement, line: str) -> bool:
    """Whether a line is the whole box, and no line of it."""
    return line == " ".join(element.text_content().split()) and next(element.iter("p", "li"), None) is not None


def tells(line: str) -> bool:
    """Whether a line is a whole sentence that addresses nobody."""
    return line.endswith((".", '."', ".\u201d")) and len(WORD.findall(line)) > LONG // 20 and not YOU.search(line)


def stems(words: str) -> frozenset[str]:
    """The stems of the longer words of a stretch."""
    small = plain()["small"]
    return frozenset(stem_of(word) for word in WORD.findall(words) if len(word) > 3 and word.lower() not in small)
