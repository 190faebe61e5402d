"""Writes blocks one after the other into a text, and knows where each of them lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from registry.model.span import Block, BlockKind
from registry.steps.segment import blocks as find
from registry.steps.segment.asides import mark_asides
from registry.steps.segment.furniture import heads_widget, is_card, is_furniture, is_office
from registry.steps.segment.lists import mark_lists
from registry.steps.segment.top import mark_top

_SENTENCE, _STOPS = 60, (".", "!", "?", '."', ".\u201d")
_ALIKE = frozenset({BlockKind.ITEM, BlockKind.ROW})


class Composer:
    """Collects blocks; `done` gives the text and the blocks."""

    def __init__(self) -> None:
        """An empty text."""
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []

    def put(self, words: str, kind: BlockKind, *, level: int = 0) -> None:
        """Adds a block, if it has words; page furniture is known by its words."""
        if not words:
            return
        if heads_widget(words) if kind is BlockKind.HEADING else is_furniture(words) or is_card(words):
            kind = BlockKind.FURNITURE
        start = self._open(kind)
        self._write(words)
        self._blocks.append(Block(start, self._length, kind, level=level))

    def rows(self, grid: Sequence[Sequence[str]], *, heads: int, names: Sequence[str] = ()) -> None:
        """Adds the rows of a table, their cells parted by tabs; the first `heads` rows name the columns."""
        names = names or (grid[0] if heads else ())
        for number, words in enumerate(grid):
            if any(words):
                fits = number >= heads > 0 and len(names) == len(words)
                self._row(words, tuple(names) if fits else (), first=number == 0)

    def lines(self, words: str) -> None:
        """Adds text that is set line by line, with the blocks that plain text of its kind has."""
        start = self._open(BlockKind.PROSE)
        self._write(words)
        for block in find(words):
            cells = tuple((start + first, start + last) for first, last in block.cells)
            self._blocks.append(replace(block, start=start + block.start, end=start + block.end, cells=cells))

    def _row(self, words: Sequence[str], headers: tuple[str, ...], *, first: bool) -> None:
        """Adds a row."""
        start = self._open(BlockKind.PROSE if first else BlockKind.ROW)
        cells = []
        for number, cell in enumerate(words):
            self._write("\t" if number else "")
            cells.append((self._length, self._length + len(cell)))
            self._write(cell)
        beside = len(words) == 2 and not headers and is_office(*words)
        kind = BlockKind.FURNITURE if beside else BlockKind.ROW
        self._blocks.append(Block(start, self._length, kind, cells=tuple(cells), headers=headers))

    def done(self) -> tuple[str, tuple[Block, ...]]:
        """The text and its blocks."""
        text = "".join(self._parts)
        return text, tuple(mark_lists(mark_top(mark_asides(self._blocks, text), text), text))

    def _open(self, kind: BlockKind) -> int:
        """Where the next block starts: on the next line within a list or table, else after a blank line."""
        if self._blocks:
            self._write("\n" if kind in _ALIKE and self._blocks[-1].kind is kind else "\n\n")
        return self._length

    def _write(self, words: str) -> None:
        """Adds words."""
        self._parts.append(words)
        self._length += len(words)


def plain_headings(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks of a document that marks no headings itself: those that look like one in plain text."""
    if any(block.kind is BlockKind.HEADING for block in blocks):
        return blocks
    looks = {block.start: block for block in find(text) if block.kind is BlockKind.HEADING}
    return tuple(looks.get(block.start, block) if block.kind is BlockKind.PROSE else block for block in blocks)


def above_title(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks of a page, those above its one headline as furniture, where no text stands there: sections, weather."""
    titles = [at for at, block in enumerate(blocks) if block.kind is BlockKind.HEADING and block.level == 1]
    first = titles[0] if len(titles) == 1 else 0
    if any(block.kind is BlockKind.ROW or is_running(text, block) for block in blocks[:first]):
        return blocks
    if not any(is_running(text, block) for block in blocks[first:]):
        return blocks
    return (*(replace(block, kind=BlockKind.FURNITURE) for block in blocks[:first]), *blocks[first:])


def is_running(text: str, block: Block) -> bool:
    """Whether a block is a sentence or more of running text."""
    words = text[block.start : block.end].rstrip()
    return block.kind is BlockKind.PROSE and len(words) > _SENTENCE and words.endswith(_STOPS)
