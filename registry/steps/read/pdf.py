"""PDF. pdfium gives characters and boxes; paragraphs, headings and running headers are found here, from gaps and edges.

A newcomer's mistake: keeping U+FFFE, which is how a hyphen at a line's end arrives.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from registry.errors import Unreadable
from registry.model.document import Reading, credible
from registry.model.span import Block, BlockKind
from registry.steps.language import language_of
from registry.steps.read.layout import Line, arranged, is_row, pieces, plain
from registry.steps.read.plain import dateline, title
from registry.steps.read.printed import printed
from registry.steps.segment import blocks

if TYPE_CHECKING:
    import pypdfium2

READER = "pdf/2"
MAX_PAGES = 3_000
_EDGE = 2
FEWEST = 3  # words of a heading that cannot be by chance how a title begins
SITE = re.compile(r"\s+(?:[-|\u2013\u2014\u00b7\u00bb]|::)\s+")
SAMPLE = 12
CLOSE = 1.5
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:(?:of|/)\s*\d{1,4})?\s*[-–—|]?", re.IGNORECASE
)
_STAMP = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_END = (".", "!", "?", ":", ";", "”", '"', ")")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together, as text."""

    words: str
    page: int
    height: float


def pdf(data: bytes) -> Reading:
    """A PDF: its paragraphs with their pages, without running headers and page numbers."""
    pages, known = _pages(data)
    if not any(len(line.words) > 1 for page in pages for line in page):
        raise Unreadable(
            "The PDF has no text, so it is a scan; run text recognition (OCR) over it and give the result."
        )
    page = printed(pages, known.get("Title", ""))
    pages = page.pages if page else pages
    paragraphs = _paragraphs(_without_running(pages) or [line for page in pages for line in page])
    text, starts = _text(paragraphs)
    found = _placed(blocks(text), paragraphs, starts)
    published, note = dateline(text, found)
    made = None if page else _day(known.get("CreationDate", ""))
    named = page.title if page else known.get("Title")
    heading, site = headed(named or "", text, found)
    return Reading(
        text,
        "application/pdf",
        READER,
        found,
        title=heading or (page and named) or title(text, found) or named or None,
        publisher=site if page else None,
        authors=tuple(name.strip() for name in re.split(r"[;,]", known.get("Author", "")) if name.strip()),
        published=published or made,
        language=language_of(text),
        notes=(note or "date from the PDF's creation",) if published or made else (),
    )


def headed(named: str, text: str, found: Sequence[Block]) -> tuple[str | None, str | None]:
    """The heading that what the file calls itself begins with, and the site that it names besides, "Dam done | Herald";
    the longest where there are several."""
    heads = [" ".join(text[one.start : one.end].split()) for one in found if one.kind is BlockKind.HEADING]
    fitting = [head for head in heads if len(head.split()) >= FEWEST and named.casefold().startswith(head.casefold())]
    if not fitting:
        return None, None
    heading = max(fitting, key=len)
    site = SITE.match(named[len(heading) :])
    return heading, named[len(heading) :][site.end() :].strip() or None if site else None


def _day(stamp: str) -> date | None:
    """The day in a PDF's own form of dates."""
    found = _STAMP.match(stamp)
    try:
        return credible(date(int(found[1]), int(found[2]), int(found[3]))) if found else None
    except ValueError:
        return None


def _pages(data: bytes) -> tuple[list[list[Line]], dict[str, str]]:
    """The lines of each page, and what the file says about itself."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        secret = "password" in str(error).lower()
        what = "is protected by a password; save it without" if secret else "is damaged; save it again or give its text"
        raise Unreadable(f"The PDF {what}.") from error
    try:
        if len(document) > MAX_PAGES:
            raise Unreadable(f"The PDF has {len(document):,} pages; {MAX_PAGES:,} are the limit. Give a part of it.")
        return [_lines(document[number], number + 1) for number in range(len(document))], document.get_metadata_dict()
    finally:
        document.close()


def _lines(page: pypdfium2.PdfPage, number: int) -> list[Line]:
    """The lines of a page, in reading order."""
    words = page.get_textpage()
    try:
        text = words.get_text_range()
        exact = len(text) == words.count_chars()
        found, at = [], 0
        for raw in text.split("\n"):
            bare = raw.strip(" \r\t")
            if bare:
                first = at + raw.index(bare)
                found.append(_line(words, bare, number, range(first, first + len(bare)) if exact else range(0)))
            at += len(raw) + 1
        return arranged(found)
    finally:
        words.close()
        page.close()


def _line(words: pypdfium2.PdfTextPage, bare: str, number: int, places: Iterable[int]) -> Line:
    """A line with the edges that its characters show."""
    boxes = [words.get_charbox(index, loose=True) for index in places]
    if not boxes:
        return Line(bare, number, 0, 0, 0)
    sample = boxes[:SAMPLE]
    bottom, top = min(box[1] for box in sample), max(box[3] for box in sample)
    height = round(top - bottom, 1)
    return Line(bare, number, top, bottom, height, pieces(bare, boxes, height))


def _without_running(pages: Sequence[Sequence[Line]]) -> list[Line]:
    """The lines, without those that every page repeats at its edges, and without page numbers there."""
    edges = Counter(shape for page in pages for shape in {_shape(line) for line in (*page[:_EDGE], *page[-_EDGE:])})
    often = max(2, (len(pages) + 2) // 3)
    kept = []
    for page in pages:
        for number, line in enumerate(page):
            at_edge = number < _EDGE or number >= len(page) - _EDGE
            repeated = len(pages) > 1 and edges[_shape(line)] >= often
            if not (at_edge and (repeated or _PAGE_NUMBER.fullmatch(line.words))):
                kept.append(line)
    return kept


def _shape(line: Line) -> str:
    """A line's words with every figure alike, as running headers are compared; sentences must be the same."""
    return line.words if line.words.endswith(".") else re.sub(r"\d+", "#", line.words.lower())


def _paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """The lines, those of a paragraph together."""
    step = _usual_step(lines)
    found: list[Paragraph] = []
    before: Line | None = None
    for line in plain(lines):
        if before is not None and is_row(before) and is_row(line) and line.page == before.page:
            found[-1] = replace(found[-1], words=f"{found[-1].words}\n{line.words}")
        elif before is not None and _goes_on(before, line, step):
            found[-1] = replace(found[-1], words=join(found[-1].words, line.words))
        else:
            found.append(Paragraph(line.words, line.page, line.height))
        before = line
    return [replace(paragraph, words=join(paragraph.words, "")) for paragraph in found]


def _usual_step(lines: Sequence[Line]) -> float:
    """The usual distance from one line's top to the next, of those that nothing but a line's height parts if any are
    so: on a page of short paragraphs most steps are from one to the next."""
    pairs = [(one, two) for one, two in pairwise(lines) if one.page == two.page and one.top > two.top]
    close = [one.top - two.top for one, two in pairs if one.top - two.top <= CLOSE * max(one.height, 1)]
    steps = close or [one.top - two.top for one, two in pairs]
    return median(steps) if steps else 0


def _goes_on(before: Line, line: Line, step: float) -> bool:
    """Whether a line goes on with the paragraph of the line before."""
    if is_row(before) or is_row(line):
        return False
    if before.words.endswith("\ufffe"):
        return True
    if before.page != line.page or line.top >= before.top:
        return not before.words.endswith(_END) and line.words[0].islower()
    if re.match(r"[•●▪◦‣–-]\s|\(?\d{1,2}[.)]\s", line.words):
        return False
    if abs(before.height - line.height) > 0.15 * max(before.height, 1):
        return False
    return not step or before.top - line.top <= 1.35 * min(step, 1.6 * max(line.height, 1))


def join(words: str, after: str) -> str:
    """Two lines as one, a hyphen at the first one's end resolved.

    >>> join("the elec\\ufffe", "tion was"), join("a 20\\ufffe", "page report"), join("a", "b")
    ('the election was', 'a 20-page report', 'a b')
    """
    if not words.endswith("\ufffe"):
        return f"{words} {after}" if after else words.replace("\ufffe", "-")
    stem = words[:-1]
    whole = stem[-1:].isalpha() and after[:1].islower()
    return f"{stem}{after}" if whole else f"{stem}-{after}"


def _text(paragraphs: Sequence[Paragraph]) -> tuple[str, list[int]]:
    """The text, and where each paragraph starts."""
    starts, parts, at = [], [], 0
    for paragraph in paragraphs:
        starts.append(at)
        parts.append(paragraph.words)
        at += len(paragraph.words) + 2
    return "\n\n".join(parts), starts


def _placed(found: Sequence[Block], paragraphs: Sequence[Paragraph], starts: Sequence[int]) -> tuple[Block, ...]:
    """The blocks with their pages; lines in larger letters are headings."""
    body = median([paragraph.height for paragraph in paragraphs for _ in range(1 + len(paragraph.words) // 80)])
    placed, at = [], 0
    for block in found:
        while at + 1 < len(starts) and starts[at + 1] <= block.start:
            at += 1
        large = body > 0 and paragraphs[at].height > 1.15 * body and block.end - block.start < 200
        kind = BlockKind.HEADING if large and block.kind is BlockKind.PROSE else block.kind
        placed.append(replace(block, kind=kind, page=paragraphs[at].page))
    return tuple(placed)
