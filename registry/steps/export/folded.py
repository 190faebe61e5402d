"""A page as a browser compares it: by base characters, white space collapsed, every block on a line of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from registry.model.span import Block, BlockKind

JOINTS = ".,'’"
WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` with a line a block; `index` holds the place in the source of each of its characters."""

    source: str
    text: str
    index: tuple[int, ...]
    lines: tuple[tuple[int, int], ...] = field(default=())

    def original(self, low: int, high: int) -> tuple[int, int]:
        """The place in the source of a stretch of the folded text."""
        return self.index[low], self.index[high - 1] + 1

    def inside(self, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """A stretch of the source in the folded text and the line that holds all of it, if one does."""
        for first, last in self.lines:
            if self.index[first] < end and start <= self.index[last - 1]:
                found = [place for place in range(first, last) if start <= self.index[place] < end]
                return self._whole(found, start, end, (first, last))
        return None

    def _whole(
        self, found: list[int], start: int, end: int, line: tuple[int, int]
    ) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """The stretch, unless some of its words stand outside the line."""
        if not found:
            return None
        low, high = found[0], found[-1] + 1
        kept = self.text[low:high].strip(" ")
        if not kept or term(self.source[start:end]) != kept:
            return None
        low += len(self.text[low:high]) - len(self.text[low:high].lstrip(" "))
        return (low, low + len(kept)), line

    def widened(self, words: tuple[int, int], line: tuple[int, int]) -> tuple[int, int]:
        """The stretch made to begin and end with whole words."""
        low, high = words
        while low > line[0] and joined(self.text[line[0] : line[1]], low - line[0]):
            low -= 1
        while high < line[1] and joined(self.text[line[0] : line[1]], high - line[0]):
            high += 1
        return low, high

    def shown(self, low: int, high: int) -> str:
        """The words of a stretch as the source writes them, white space collapsed."""
        if low >= high:
            return ""
        start, end = self.original(low, high)
        return " ".join(self.source[start:end].split())


def joined(line: str, at: int) -> bool:
    """Whether a word or a number goes on across a place: "1,500" and "don't" are one."""
    left, right = line[at - 1], line[at]
    if left.isalnum() and right.isalnum():
        return True
    if right in JOINTS and at + 1 < len(line):
        return alike(left, line[at + 1], right)
    return left in JOINTS and at > 1 and alike(line[at - 2], right, left)


def alike(left: str, right: str, joint: str) -> bool:
    """Whether a sign joins what stands on its two sides."""
    if left.isdigit() and right.isdigit():
        return True
    return joint != "," and left.isalpha() and right.isalpha()


@lru_cache(maxsize=8)
def folded(text: str, blocks: tuple[Block, ...]) -> Folded:
    """The page of a text and its blocks; what lies between blocks, and each cell of a row, is a line too."""
    pieces: list[str] = []
    index: list[int] = []
    lines: list[tuple[int, int]] = []
    for start, end in stretches(text, blocks):
        letters, places = line(text, start, end)
        if letters:
            lines.append((len(index), len(index) + len(letters)))
            pieces.append(letters)
            index += [*places, end]
    return Folded(text, "\n".join([*pieces, ""]), tuple(index), tuple(lines))


def stretches(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The text cut where a browser sees one block end and another begin."""
    edges = sorted({0, len(text), *(edge for block in blocks for edge in borders(block))})
    yield from pairwise(edges)


def borders(block: Block) -> Iterator[int]:
    """Where a block and its cells begin and end."""
    yield from (block.start, block.end)
    if block.kind is BlockKind.ROW:
        yield from (edge for cell in block.cells for edge in cell)


def line(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """The folded characters of a stretch and their places, without white space at either end."""
    letters: list[str] = []
    places: list[int] = []
    gap = start
    for word in WORD.finditer(text, start, end):
        shown, whence = based(word.group(), word.start())
        if shown and letters:
            letters.append(" ")
            places.append(gap)
        if shown:
            letters.append(shown)
            places.extend(whence)
            gap = word.end()
    return "".join(letters), places


def based(word: str, start: int) -> tuple[str, Iterable[int]]:
    """A word by its base characters, with the place of each."""
    if word.isascii():
        return word.lower(), range(start, start + len(word))
    parts = [(base(letter), place) for place, letter in enumerate(word, start)]
    return "".join(part for part, _ in parts), [place for part, place in parts for _ in part]


@lru_cache(maxsize=4096)
def base(letter: str) -> str:
    """A character without case and accents; what cannot be seen is nothing."""
    if unicodedata.category(letter) == "Cf":
        return ""
    apart = unicodedata.normalize("NFD", letter.lower())
    return "".join(part for part in apart if not unicodedata.combining(part))


def term(words: str) -> str:
    """Words as they stand on a folded page."""
    return line(words, 0, len(words))[0]
