"""A reference as pieces of text, set in italics or linked, so that every style is written once and rendered twice."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NamedTuple


class Piece(NamedTuple):
    """A stretch of a reference."""

    text: str
    italic: bool = False
    href: str | None = None


def plain(text: str) -> Piece:
    """Upright words."""
    return Piece(text)


def italic(text: str) -> Piece:
    """Words in italics."""
    return Piece(text, italic=True)


def linked(url: str) -> Piece:
    """An address, shown and followed."""
    return Piece(url, href=url)


def as_text(pieces: Iterable[Piece]) -> str:
    """The reference as plain text."""
    return "".join(piece.text for piece in pieces)


def as_html(pieces: Iterable[Piece]) -> str:
    """The reference as HTML, everything in it escaped."""
    return "".join(map(element, pieces))


def element(piece: Piece) -> str:
    """A piece as HTML; only web addresses become links."""
    inner = escape(piece.text)
    if piece.href and piece.href.startswith(("http://", "https://", "/")):
        inner = f'<a href="{escape(piece.href)}">{inner}</a>'
    return f"<i>{inner}</i>" if piece.italic else inner
