"""Bytes to text.

A newcomer's mistake: calling this on a stranger's PDF in a serving process; `registry.sandbox` is for that.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePath

from registry.errors import TooLarge, Unreadable
from registry.model.document import Reading
from registry.steps.read.docx import docx
from registry.steps.read.html import html
from registry.steps.read.mail import MEDIA_TYPE as MAIL
from registry.steps.read.mail import opened
from registry.steps.read.pdf import pdf
from registry.steps.read.plain import plain
from registry.steps.read.table import BETWEEN, table

_CHARSET = re.compile(r"^text/.*charset=\s*\"?([\w-]+)", re.IGNORECASE)
MAX_BYTES = 25_000_000
MAX_BLOCKS, MAX_CELLS = 250_000, 500_000
Reader = Callable[[bytes], Reading]


def markdown(data: bytes) -> Reading:
    """Markdown: plain text whose marks the blocks know."""
    return plain(data, media_type="text/markdown")


def mail(data: bytes) -> Reading:
    """An e-mail: its text with its subject, its sender and its day."""
    letter = opened(data)
    return letter.signed(read(letter.words, media_type=letter.kind))


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
READERS: Mapping[str, Reader] = {
    "text/plain": plain,
    "text/markdown": markdown,
    "text/html": html,
    "application/xhtml+xml": html,
    "application/pdf": pdf,
    DOCX: docx,
    "text/csv": table,
    "text/tab-separated-values": table,
    MAIL: mail,
}
_SUFFIXES = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".pdf": "application/pdf",
    ".docx": DOCX,
    ".csv": "text/csv",
    ".tsv": "text/csv",
    ".eml": MAIL,
}
_KNOWN_BINARIES = (
    (b"\x89PNG", "a PNG picture; run text recognition (OCR) over it"),
    (b"\xff\xd8\xff", "a JPEG picture; run text recognition (OCR) over it"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls); save it as DOCX, PDF or CSV, an e-mail (.msg) as .eml"),
    (b"\x1f\x8b", "a gzip archive; unpack it"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"{\\rtf", "an RTF file; save it as DOCX or PDF"),
    (b"SQLite format 3", "a database"),
)


_OTHER_PACKED = (
    (b"xl/workbook", "a spreadsheet (XLSX); save the sheet as CSV"),
    (b"ppt/presentation", "a presentation (PPTX); save it as PDF"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "a spreadsheet (ODS); save the sheet as CSV"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file; save it as DOCX or PDF"),
)


def read(data: bytes, *, name: str | None = None, media_type: str | None = None) -> Reading:
    """The text and blocks of a document; raises `Unreadable` or `TooLarge` with what to do about it."""
    if len(data) > MAX_BYTES:
        raise TooLarge(f"The document has {len(data):,} bytes; {MAX_BYTES:,} are the limit. Give a part of it.")
    if not data.strip():
        raise Unreadable("The document is empty; give one with text in it.")
    kind, whole = sniff(data, name, media_type), _in_utf8(data, media_type or "")
    if kind in ("text/plain", "text/markdown"):
        _refuse_over(whole.count(b"\n") + 1, whole.count(b"|") + whole.count(b"\t"))
    if READERS[kind] is table:
        _refuse_over(whole.count(b"\n") + 1, max(whole.count(mark.encode()) for mark in BETWEEN))
    reading = READERS[kind](whole)
    _refuse_over(len(reading.blocks), sum(len(block.cells) for block in reading.blocks))
    return reading


def _refuse_over(blocks: int, cells: int) -> None:
    """Refuse what would take more memory than a server has for one document; lines are counted before they are read."""
    for count, limit, what in ((blocks, MAX_BLOCKS, "lines or paragraphs"), (cells, MAX_CELLS, "table cells")):
        if count > limit:
            raise TooLarge(f"The document has {count:,} {what}; {limit:,} are the limit. Give a part of it.")


def _in_utf8(data: bytes, declared: str) -> bytes:
    """Bytes of another charset that the server named, as UTF-8; others unchanged."""
    named = _CHARSET.search(declared)
    if named is None or "utf" in named[1].lower() or data.isascii():
        return data
    try:
        return data.decode(named[1]).encode()
    except (LookupError, UnicodeError):
        return data


def sniff(data: bytes, name: str | None = None, declared: str | None = None) -> str:
    """The media type of bytes: by their first bytes, else as declared, else by the name, else by their looks."""
    if signed := _signature(data):
        return signed
    declared = (declared or "").split(";")[0].strip().lower()
    suffix = _SUFFIXES.get(PurePath(name or "").suffix.lower())
    looks = "text/html" if _is_markup(data) else "text/plain"
    if declared in ("", "application/octet-stream", "text/plain"):
        declared = suffix or declared
    found = declared if declared in READERS else suffix or looks
    if found in ("application/pdf", DOCX):
        kind = "a PDF" if found == "application/pdf" else "a DOCX"
        raise Unreadable(f"The document is said to be {kind} and is not; check that the file is complete.")
    return found


def _signature(data: bytes) -> str | None:
    """The media type that the first bytes prove."""
    if data.lstrip()[:5] == b"%PDF-" or b"%PDF-" in data[:1024].split(b"\n", 1)[0]:
        return "application/pdf"
    if data.startswith(b"PK\x03\x04"):
        for part, what in _OTHER_PACKED:
            if part in data and b"word/document" not in data:
                raise Unreadable(f"The document is {what}.")
        if b"word/" in data or b"[Content_Types].xml" in data[:4096]:
            return DOCX
        raise Unreadable("The document is a zip archive; unpack it and give the documents in it.")
    for mark, what in _KNOWN_BINARIES:
        if data.startswith(mark):
            raise Unreadable(f"The document is {what}; the registry reads text, HTML, PDF, DOCX, CSV and e-mails.")
    return None


def _is_markup(data: bytes) -> bool:
    """Whether bytes begin like a page."""
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<?xml")) or b"<html" in head
