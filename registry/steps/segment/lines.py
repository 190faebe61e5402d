"""The lines of a text, in runs between blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

PARAGRAPH, UNWRAPPED = 4, 130
_LINE = re.compile(r"[^\r\n\f\v\u0085\u2028\u2029]*(?:\r\n|[\r\n\f\v\u0085\u2028\u2029]|\Z)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks around; `indent` is how many stood before it, `page` how wide a text is wrapped."""

    start: int
    end: int
    text: str
    indent: int = 0
    page: int = 0


def runs(text: str) -> Iterator[list[Line]]:
    """The lines of each stretch without a blank line."""
    page = width(text)
    run: list[Line] = []
    for found in _LINE.finditer(text):
        line = strip(found.group(), found.start(), page)
        if line.text:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def strip(raw: str, start: int, page: int = 0) -> Line:
    """A line at its place, without the blanks around it."""
    bare = raw.strip()
    indent = len(raw) - len(raw.lstrip()) if bare else 0
    return Line(start + indent, start + indent + len(bare), bare, indent, page)


def width(text: str) -> int:
    """How long the lines of a text are that was wrapped; of one that was not, how long its paragraphs are.

    >>> width("A title\\nOslo, 3 May\\n\\nOne long line of text.")
    22
    """
    stretches: list[list[int]] = [[]]
    for line in text.splitlines():
        size = len(line.strip())
        if size:
            stretches[-1].append(size)
        elif stretches[-1]:
            stretches.append([])
    sizes = [size for stretch in stretches for size in stretch]
    wrapped = [max(stretch) for stretch in stretches if len(stretch) >= PARAGRAPH]
    if not wrapped or sum(size > UNWRAPPED for size in sizes) > 1:
        return max(sizes, default=0)
    return int(median(wrapped))
