"""Places in a version's text. All offsets are Unicode code points into the frozen text, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Span:
    """Words and their place: offsets, the words themselves and up to 32 characters on either side."""

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> Span:
        """The span of `text[start:end]` with its context."""
        before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
        return cls(start, end, text[start:end], before, after)

    def holds_in(self, text: str) -> bool:
        """Whether the words stand in the text where the span says."""
        return 0 <= self.start < self.end and text[self.start : self.end] == self.exact

    def overlaps(self, other: Span) -> bool:
        """Whether the two places share a character."""
        return self.start < other.end and other.start < self.end


class BlockKind(StrEnum):
    """What a stretch of text is on the page."""

    PROSE = "prose"
    HEADING = "heading"
    ITEM = "item"
    ROW = "row"
    CAPTION = "caption"
    QUOTE = "quote"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table row.

    `cells` are the (start, end) of a row's cells, `headers` the words above each of them; `level` is a heading's depth
    (1 the title) or a list item's; `page` counts from 1 where the document has pages.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PROSE
    level: int = 0
    cells: tuple[tuple[int, int], ...] = ()
    headers: tuple[str, ...] = ()
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, headline, list item or table row, and the block it stands in."""

    start: int
    end: int
    block: Block
