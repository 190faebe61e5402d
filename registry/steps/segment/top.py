"""What stands above and before a document's first words: its label with a date, the place and day of a wire report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from registry.model.span import Block, BlockKind
from registry.steps.segment.dates import NAMELESS, SHORT
from registry.steps.segment.furniture import is_header

_PREFIX = re.compile(
    rf"""
    (?P<place>(?-i:[A-Z][A-Z.'’]+(?:[\s-][A-Z][A-Z.'’]+){{0,3}}))          # SAN JOSE
    (?:,\s(?-i:[A-Z])[\w.]+(?:\s(?-i:[A-Z])[\w.]+)?)?                       # , Calif.
    (?:,?\s(?:{NAMELESS}|{SHORT}))?                                         # , Jan. 3
    (?:\s?\([\w\s./&]{{2,30}}\))?                                           # (AP)
    \s?(?:--|[-\u2013\u2014])\s+
    (?=["'“‘(]?(?-i:[^\W_a-z]))                                            # and a sentence after it
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TOP = 3
_LONGEST = 120


def dateline_end(text: str, start: int) -> int:
    """Where the words after a wire report's place and day begin; `start` itself if there are none.

    >>> dateline_end("OSLO, May 3 (NW) - Ferries stopped.", 0)
    19
    """
    found = _PREFIX.match(text, start, start + _LONGEST)
    return found.end() if found else start


def mark_top(found: Sequence[Block], text: str) -> list[Block]:
    """The blocks, with labels and the dateline of the first paragraph as furniture."""
    marked = [replace(b, kind=BlockKind.FURNITURE) if _is_label(b, text) else b for b in found[:_TOP]] + list(
        found[_TOP:]
    )
    for number, block in enumerate(marked):
        if block.kind is BlockKind.PROSE:
            return [*marked[:number], *_parted(block, text), *marked[number + 1 :]]
    return marked


def _is_label(block: Block, text: str) -> bool:
    """Whether a block is a document's label with its date."""
    return block.kind is BlockKind.HEADING and is_header(text[block.start : block.end])


def _parted(block: Block, text: str) -> list[Block]:
    """A paragraph, its dateline apart."""
    end = dateline_end(text, block.start)
    if not block.start < end < block.end:
        return [block]
    stop = block.start + len(text[block.start : end].rstrip())
    return [replace(block, end=stop, kind=BlockKind.FURNITURE), replace(block, start=end)]
