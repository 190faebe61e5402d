"""What differs between two versions of a document, word by word. A newcomer's mistake: comparing letters; "124" became
"125", not its last digit another.

Paragraphs are compared first and words only where paragraphs differ; a long text takes no longer than its changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

TOKEN = re.compile(r"\s+|\w+(?:[.,'’-]\w+)*|[^\w\s]")
LINE = re.compile(r"[^\n]*\n|[^\n]+")
AROUND = 160
LONGEST = 4000


class Part(NamedTuple):
    """Words that stayed ("same"), went ("gone") or came ("new"); "cut" stands for unchanged text that is left out."""

    kind: str
    text: str


def difference(old: str, new: str) -> list[Part]:
    """Two texts as one, with what went and what came.

    >>> difference("It has 124 members.", "It has 125 members.")
    [Part(kind='same', text='It has '), Part(kind='gone', text='124'), Part(kind='new', text='125'), \
Part(kind='same', text=' members.')]
    """
    left, right = LINE.findall(old), LINE.findall(new)
    found: list[Part] = []
    for kind, a, b, c, d in SequenceMatcher(a=left, b=right, autojunk=False).get_opcodes():
        one, two = "".join(left[a:b]), "".join(right[c:d])
        found += [Part("same", one)] if kind == "equal" else _words(one, two)
    return _joined(found)


def _words(old: str, new: str) -> Iterator[Part]:
    """What differs inside lines; very long ones are shown whole."""
    left, right = TOKEN.findall(old), TOKEN.findall(new)
    if max(len(left), len(right)) > LONGEST:
        left, right = [old], [new]
    for kind, a, b, c, d in SequenceMatcher(a=left, b=right, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Part("same", "".join(left[a:b]))
            continue
        yield Part("gone", "".join(left[a:b]))
        yield Part("new", "".join(right[c:d]))


def _joined(parts: Sequence[Part]) -> list[Part]:
    """Neighbours of one kind as one, empty ones left out."""
    found: list[Part] = []
    for part in parts:
        if found and found[-1].kind == part.kind:
            found[-1] = Part(part.kind, found[-1].text + part.text)
        elif part.text:
            found.append(part)
    return found


def shortened(parts: Sequence[Part]) -> list[Part]:
    """The same with long unchanged stretches left out."""
    return [short for at, part in enumerate(parts) for short in _short(part, at == 0, at == len(parts) - 1)]


def _short(part: Part, first: bool, last: bool) -> list[Part]:  # noqa: FBT001
    text = part.text
    if part.kind != "same" or len(text) <= 3 * AROUND:
        return [part]
    head, tail = ("" if first else text[:AROUND]), ("" if last else text[-AROUND:])
    left = len(text) - len(head) - len(tail)
    return [each for each in (Part("same", head), Part("cut", f"{left}"), Part("same", tail)) if each.text]


def changes(parts: Sequence[Part]) -> int:
    """How many places differ; words that went and came at one place are one."""
    return sum(
        part.kind in ("gone", "new") and not (at and parts[at - 1].kind == "gone" and part.kind == "new")
        for at, part in enumerate(parts)
    )
