"""Lists that are not text: other stories under a teaser, and the names of those who signed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from registry.model.span import Block, BlockKind
from registry.steps.segment.furniture import is_teaser

_SIGNED = re.compile(
    r"\b(?:signator(?:y|ies)|signed|undersigned|endorsed|endorsements|endorsing|co-?sign(?:ed|ers)|list\sof\s\w+|participants|supporters)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_COUNTED = re.compile(r"[^\w\n]*\d[\d,.]* [^\W\d]")
_LONG = 10


def mark_lists(found: Sequence[Block], text: str) -> list[Block]:
    """The blocks, with the items of such lists as furniture."""
    marked: list[Block] = []
    for group in _groups(found):
        if group[0].kind is BlockKind.ITEM and _is_list_of_others(group, marked, text):
            marked.extend(replace(block, kind=BlockKind.FURNITURE) for block in group)
        else:
            marked.extend(group)
    return marked


def _groups(found: Sequence[Block]) -> Iterator[list[Block]]:
    """The items of each list together, everything else alone."""
    group: list[Block] = []
    for block in found:
        if group and block.kind is not BlockKind.ITEM:
            yield group
            group = []
        if block.kind is BlockKind.ITEM:
            group.append(block)
        else:
            yield [block]
    if group:
        yield group


def _is_list_of_others(group: list[Block], before: list[Block], text: str) -> bool:
    """Whether a list holds links to other stories or bare names."""
    if before and is_teaser(text[before[-1].start : before[-1].end]):
        return True
    names = sum(is_name(text[block.start : block.end]) for block in group) / len(group)
    if any(_SIGNED.search(text[block.start : block.end]) for block in before[-3:] if block.end - block.start < 120):
        return len(group) >= 3 and names >= 0.5
    counted = sum(_COUNTED.match(text, block.start) is not None for block in group) / len(group)  # "- 31 Kenyans"
    return len(group) >= _LONG and names >= 0.8 > counted


def is_name(item: str) -> bool:
    """Whether an item reads like a name: short, most of its long words with a capital, no sentence.

    >>> is_name("• Norwegian Society for Open Courts (NSOC)"), is_name("• two new judges took office")
    (True, False)
    """
    words = [word for word in _WORD.findall(item) if len(word) > 3]
    if not words:
        return len(item) < 40 and not any(char.isdigit() for char in item)
    capitals = sum(word[0].isupper() for word in words)
    return len(words) <= 16 and capitals / len(words) >= 0.5 and not item.rstrip().endswith((".", ";"))
