"""A page and the places on it: the running text, what stands before and after it, and the stems of its words.

A newcomer's mistake: taking the first line for the title. Above it stand the name of the paper and its sections.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from registry.model.span import Block, BlockKind, Sentence
from registry.steps.segment.likeness import FEW, WORD, is_text, plain, sort_of
from registry.steps.segment.talks import OPENER

STEM, TITLE, LABELLED = 5, 3, 100


class Place(NamedTuple):
    """A sentence with its words, the number of its block and of itself among those of its block."""

    part: Sentence
    line: str
    block: int
    number: int


class Page:
    """What the features of a sentence ask of its page."""

    def __init__(self, text: str, blocks: Sequence[Block], parts: Sequence[Sentence]) -> None:
        self.text, self.blocks, self.parts = text, blocks, parts

    @cached_property
    def running(self) -> list[int]:
        """The numbers of the blocks of running text; none on a page of a few lines."""
        return (
            [n for n, block in enumerate(self.blocks) if is_text(block, self.text)] if len(self.blocks) >= FEW else []
        )

    @cached_property
    def places(self) -> list[Place]:
        """The sentences in their blocks."""
        places: list[Place] = []
        at = number = 0
        for part in self.parts:
            while at < len(self.blocks) - 1 and part.start >= self.blocks[at].end:
                at, number = at + 1, 0
            places.append(Place(part, self.text[part.start : part.end], at, number))
            number += 1
        return places

    @cached_property
    def mates(self) -> dict[int, list[Place]]:
        """The sentences of each block."""
        mates: dict[int, list[Place]] = {}
        for place in self.places:
            mates.setdefault(place.block, []).append(place)
        return mates

    def zone(self, at: int) -> str:
        """Where a block stands: before, amid or after the running text, or in it."""
        first, last = self.running[0], self.running[-1]
        if at in self.running:
            return "text first" if at == first else "text last" if at == last else "text in"
        return "head" if at < first else "tail" if at > last else "mid"

    @cached_property
    def held(self) -> list[frozenset[str]]:
        """The stems of each block."""
        return [stems_of(self.text[block.start : block.end]) for block in self.blocks]

    @cached_property
    def running_heads(self) -> frozenset[int]:
        """The numbers of the blocks of running text and of headings."""
        heads = (n for n, block in enumerate(self.blocks) if block.kind is BlockKind.HEADING)
        return frozenset({*self.running, *heads})

    @cached_property
    def core(self) -> Counter[str]:
        """In how many blocks of running text and headings each stem stands."""
        return Counter(stem for n in self.running_heads for stem in self.held[n])

    @cached_property
    def wide(self) -> Counter[str]:
        """In how many blocks of the page each stem stands."""
        return Counter(stem for stems in self.held for stem in stems)

    @cached_property
    def margin(self) -> frozenset[str]:
        """The stems of the names in furniture: of authors, papers, places of print."""
        lines = (self.text[b.start : b.end] for b in self.blocks if b.kind is BlockKind.FURNITURE)
        return frozenset(stem for line in lines for stem in names_of(line))

    def has(self, stem: str, at: int) -> bool:
        """Whether a stem stands in the running text, in another block than this one."""
        return self.core[stem] > (at in self.running_heads and stem in self.held[at])

    @cached_property
    def heads(self) -> list[int]:
        """The numbers of the lines before the running text that can be a title."""
        return [n for n in range(self.running[0]) if self._is_head(self.blocks[n])]

    @cached_property
    def title(self) -> int:
        """The number of the last line before the running text that can be a title; -1 for none."""
        return max(self.heads, default=-1)

    def _is_head(self, block: Block) -> bool:
        words = self.text[block.start : block.end]
        long = len(WORD.findall(words)) > TITLE and not words.rstrip().endswith(".")
        return block.kind is BlockKind.HEADING or (block.kind is BlockKind.PROSE and long)

    @cached_property
    def voices(self) -> Counter[str]:
        """Who speaks at the beginning of how many lines."""
        return Counter(hit["who"] for place in self.places if (hit := self._opener(place)))

    def _opener(self, place: Place) -> re.Match[str] | None:
        return OPENER.match(self.text, place.part.start, min(place.part.end, place.part.start + LABELLED))

    def is_turn(self, place: Place) -> bool:
        """Whether a sentence opens a turn of a talk."""
        talk = sum(often for often in self.voices.values() if often > 1) > 2
        return talk and self._opener(place) is not None

    def is_answer(self, place: Place) -> bool:
        """Whether a sentence stands right below a question."""
        before = self.text[max(0, place.part.start - LABELLED) : place.part.start].rstrip()
        return before.endswith("?")

    def sort(self, at: int) -> str:
        """The sort of a block; beyond the page there is an edge."""
        return sort_of(self.blocks[at], self.text) if 0 <= at < len(self.blocks) else "edge"


def stem_of(word: str) -> str:
    """The beginning of a word, which its forms share."""
    return word.lower()[:STEM]


def stems_of(words: str) -> frozenset[str]:
    """The stems of the longer words of a stretch."""
    return frozenset(
        stem_of(word) for word in WORD.findall(words) if len(word) > 3 and word.lower() not in plain()["small"]
    )


def names_of(words: str) -> frozenset[str]:
    """The stems of the longer words with a capital."""
    return frozenset(stem_of(word) for word in WORD.findall(words) if word[0].isupper() and len(word) > 3)
