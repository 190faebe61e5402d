"""The lines of a text, in runs between blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n\f\v\u0085\u2028\u2029]*(?:\r\n|[\r\n\f\v\u0085\u2028\u2029]|\Z)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks around it; `indent` is how many stood before it."""

    start: int
    end: int
    text: str
    indent: int = 0


def runs(text: str) -> Iterator[list[Line]]:
    """The lines of each stretch without a blank line."""
    run: list[Line] = []
    for found in _LINE.finditer(text):
        line = strip(found.group(), found.start())
        if line.text:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def strip(raw: str, start: int) -> Line:
    """A line at its place, without the blanks around it."""
    bare = raw.strip()
    indent = len(raw) - len(raw.lstrip()) if bare else 0
    return Line(start + indent, start + indent + len(bare), bare, indent)
