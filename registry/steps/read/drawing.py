"""A page of a PDF as a picture, and where on it some words stand.

A newcomer's mistake: looking for the words as they are. The text was joined from lines; on the page a line may end, or
a hyphen stand, anywhere between two letters, so both are compared without them.
"""

from __future__ import annotations

import ctypes
import struct
import zlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from registry.errors import NotFound, Unreadable

if TYPE_CHECKING:
    import pypdfium2

SCALE, WIDEST = 1.6, 1_600
SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Quote(NamedTuple):
    """Words to find, with what stands before and after them."""

    before: str
    exact: str
    after: str


class Box(NamedTuple):
    """A stretch of a line, in shares of the page's width and height, counted from its upper left corner."""

    left: float
    top: float
    width: float
    height: float


class Drawn(NamedTuple):
    """A page as a PNG in shades of grey, its size, how many pages there are, and the boxes of each quote."""

    png: bytes
    width: int
    height: int
    pages: int
    boxes: tuple[tuple[Box, ...], ...]


def draw(data: bytes, number: int, quotes: Sequence[Quote] = ()) -> Drawn:
    """A page of a PDF, counted from 1, with the places of some words."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Unreadable("The PDF cannot be drawn; it is damaged or protected.") from error
    try:
        if not 1 <= number <= len(document):
            raise NotFound(f"There is no page {number}; the document has {len(document)}.")
        page = document[number - 1]
        width = min(SCALE, WIDEST / max(page.get_width(), 1))
        bitmap = page.render(scale=width, grayscale=True)
        shades = ctypes.string_at(bitmap.buffer, bitmap.stride * bitmap.height)
        picture = png(shades, bitmap.width, bitmap.height, bitmap.stride)
        found = tuple(places(page, quotes)) if not page.get_rotation() else tuple(() for _ in quotes)
        return Drawn(picture, bitmap.width, bitmap.height, len(document), found)
    finally:
        document.close()


def png(shades: bytes, width: int, height: int, stride: int) -> bytes:
    """Shades of grey, a byte each in rows of `stride`, as a PNG."""
    rows = b"".join(b"\0" + shades[at * stride : at * stride + width] for at in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return SIGNATURE + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows, 6)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def places(page: pypdfium2.PdfPage, quotes: Sequence[Quote]) -> Iterable[tuple[Box, ...]]:
    """Where each quote stands on a page; nothing where it is not found."""
    words = page.get_textpage()
    try:
        text = words.get_text_range()
        if len(text) != words.count_chars():
            return [() for _ in quotes]
        bare, at = squeezed(text)
        return [_boxes(page, words, [at[n] for n in range(*span)]) for span in (found(bare, one) for one in quotes)]
    finally:
        words.close()


def squeezed(text: str) -> tuple[str, list[int]]:
    """A text without spaces and hyphens, and where each of its letters stood.

    >>> squeezed("an elec-\\ntion")
    ('anelection', [0, 1, 3, 4, 5, 6, 9, 10, 11, 12])
    """
    kept = [(letter, at) for at, letter in enumerate(text) if not letter.isspace() and letter not in "-\u2010\ufffe"]
    return "".join(letter for letter, _ in kept), [at for _, at in kept]


def found(bare: str, quote: Quote) -> tuple[int, int]:
    """The place of a quote in a squeezed text: with what stands around it, else where it stands once; else nothing."""
    before, exact, after = (squeezed(words)[0] for words in quote)
    for left, right in ((before, after), (before[-12:], ""), ("", after[:12])):
        start = bare.find(left + exact + right) if left or right else -1
        if start >= 0:
            return start + len(left), start + len(left) + len(exact)
    start = bare.find(exact) if exact and bare.count(exact) == 1 else -1
    return (start, start + len(exact)) if start >= 0 else (0, 0)


def _boxes(page: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage, letters: Sequence[int]) -> tuple[Box, ...]:
    """Letters as boxes, one a line."""
    lines: list[list[float]] = []
    for index in letters:
        left, bottom, right, top = words.get_charbox(index, loose=True)
        line = lines[-1] if lines else None
        if line and abs(line[1] - bottom) < (top - bottom) / 2 and left >= line[0]:
            line[:] = [line[0], min(line[1], bottom), max(line[2], right), max(line[3], top)]
        else:
            lines.append([left, bottom, right, top])
    x, y, right, top = page.get_cropbox()
    wide, tall = max(right - x, 1), max(top - y, 1)
    return tuple(
        Box(_share(a - x, wide), _share(top - d, tall), _share(c - a, wide), _share(d - b, tall))
        for a, b, c, d in lines
    )


def _share(length: float, whole: float) -> float:
    return round(length / whole, 4)
