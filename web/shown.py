"""What templates are given: words and places, ready to be written down. A newcomer's mistake: handing a template a view
of the actions and letting it decide; pages translate, templates write."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from web.highlight import Piece
from web.meanings import Meaning

Pairs = tuple[tuple[str, str], ...]


class Chip(NamedTuple):
    """A value group on one line: "125 · 3 sources · Jan–Dec 2025"."""

    value: str
    told: str
    chosen: bool = False


class ConflictRow(NamedTuple):
    """A conflict in a list."""

    id: str
    href: str
    question: str
    kind: Meaning
    severity: str
    detail: str
    chips: tuple[Chip, ...]
    found: datetime | None = None
    holder: str = ""
    flagged: bool = False


class FactRow(NamedTuple):
    """A fact in a list."""

    href: str
    question: str
    values: tuple[str, ...]
    tone: str
    word: str
    changed: datetime | None = None


class Witness(NamedTuple):
    """A claim as its reader meets it: its words, whose they are, how they were read; `cell` says what is written over
    and beside a figure of a table."""

    id: str
    href: str
    document_href: str
    title: str
    publisher: str | None
    published: date | None
    pieces: list[Piece]
    around: list[Piece] | None = None
    speaker: str | None = None
    copy: str = ""
    apart: str = ""
    reading: Pairs = ()
    trace: tuple[str, ...] = ()
    cell: str = ""


class Side(NamedTuple):
    """A value and who says so; `number` names it in a decision, `place` counts the sides in order of time, `beyond`
    the sources that are not among the witnesses."""

    number: int
    label: str
    told: str
    witnesses: tuple[Witness, ...]
    chosen: bool = False
    place: int = 0
    beyond: int = 0


class Decided(NamedTuple):
    """A decision in a history; `undo` is where undoing it is asked for, None where another has replaced it."""

    told: str
    reviewer: str
    at: datetime
    reason: str = ""
    replaced: bool = False
    undo: str | None = None
    back: bool = False


class Standing(NamedTuple):
    """What the registry holds about a fact: tone, word, and a sentence."""

    tone: str
    word: str
    told: str


class Toast(NamedTuple):
    """What was just done, and where undoing it, or doing it once more, is asked for."""

    text: str
    undo: str | None = None
    redo: str | None = None


REREAD = Toast("Taken back. The words are read as before.")
REGROUPED = Toast("Taken back. The claims are filed as before.")


class Embed(NamedTuple):
    """What programs that collect citations find on a page."""

    metas: tuple[tuple[str, str], ...] = ()
    coins: str = ""
