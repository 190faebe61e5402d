"""Where words come from: the source as it is known, and what a reader made of its bytes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from registry.model.span import Block


@dataclass(frozen=True, slots=True)
class Source:
    """What is known about a document. `id` is its id in the registry, or the path or name it was given as.

    `origin` is the id of the document whose text this one repeats, its own where it repeats none; None where nobody has
    looked. `alike` says how much of its text that is, from 0 to 1.
    """

    id: str
    title: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    origin: str | None = None
    alike: float | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A reader's result: the frozen text all offsets count in, its blocks, and what the bytes say about themselves.

    `blocks` is empty where the format has no structure of its own; `segment.blocks` then finds it in the text.
    `reader` names the reader and its version ("html/1").
    """

    text: str
    media_type: str
    reader: str
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    language: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = field(default=())
