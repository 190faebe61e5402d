"""Word documents. The archive is weighed before anything is unpacked, and the XML parser knows no entities.

A newcomer's mistake: `document.paragraphs`, which leaves out every table.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING

from lxml import etree

from registry.errors import TooLarge, Unreadable
from registry.model.document import Reading, credible
from registry.model.span import Block, BlockKind
from registry.steps.language import language_of
from registry.steps.read.compose import Composer, plain_headings
from registry.steps.read.plain import dateline
from registry.steps.segment.tables import is_header

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

READER = "docx/1"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAX_UNPACKED = 200_000_000
MAX_PART = 60_000_000
MAX_RATIO = 200
# Word knows 63; a cell that says it goes over a billion would be handed out a billion times.
MAX_COLUMNS = 1_000
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KEPT = 500
_SMALL = 1_000_000
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DAMAGED = "The DOCX is damaged or is not a Word document; save it again or give its text."


def docx(data: bytes) -> Reading:
    """A Word document: its paragraphs, headings, lists and tables in order."""
    weigh(data)
    document = _open(data)
    composer = Composer()
    for part in _parts(document):
        _add(composer, part)
    for footnote in footnotes(data):
        composer.put(footnote, BlockKind.PROSE)
    text, blocks = composer.done()
    blocks = plain_headings(text, blocks)
    if not text.strip():
        raise Unreadable("The DOCX has no text; if it holds pictures of pages, run text recognition (OCR) over them.")
    published, note = dateline(text, blocks)
    created = _day(document.core_properties.created)
    return Reading(
        text,
        MEDIA_TYPE,
        READER,
        blocks,
        title=_title(text, blocks) or document.core_properties.title.strip() or None,
        authors=tuple(name.strip() for name in re.split("[;,]", document.core_properties.author) if name.strip()),
        published=published or created,
        language=language_of(text),
        notes=(note or "date from the document's properties",) if published or created else (),
    )


def weigh(data: bytes) -> None:
    """Refuses archives that unpack to too much, and XML that declares entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if sum(member.file_size for member in members) > MAX_UNPACKED or any(map(_is_bomb, members)):
                raise TooLarge("The DOCX unpacks to far more than its size; save it again, or give its text.")
            for member in members:
                if member.filename.endswith((".xml", ".rels")) and _declares(archive, member):
                    raise Unreadable("The DOCX declares entities in its XML, as no word processor does; save it again.")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise Unreadable(_DAMAGED) from error


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    """Whether a part is too large, or packed more tightly than writing ever is."""
    return member.file_size > MAX_PART or member.file_size > max(_SMALL, MAX_RATIO * member.compress_size)


def _declares(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bool:
    """Whether a part's XML begins with a document type or entities."""
    with archive.open(member) as part:
        return _DOCTYPE.search(part.read(4096).replace(b"\x00", b"")) is not None


def _open(data: bytes) -> Document:
    """The document in an archive that was weighed."""
    from docx import Document as opened
    from docx.opc.exceptions import OpcError

    try:
        document = opened(io.BytesIO(data))
    except (KeyError, ValueError, SyntaxError, OpcError, zipfile.BadZipFile) as error:
        raise Unreadable(_DAMAGED) from error
    if getattr(document.element, "body", None) is None:
        raise Unreadable(_DAMAGED)
    return document


def _day(when: datetime | None) -> date | None:
    """A day, unless it is the one that templates carry."""
    return None if when is None or when.date() == date(2013, 12, 23) else credible(when.date())


def _title(text: str, blocks: tuple[Block, ...]) -> str | None:
    """The title or the first heading."""
    return next((text[b.start : b.end] for b in blocks[:6] if b.kind is BlockKind.HEADING), None)


def _parts(document: Document) -> Iterator[Paragraph | Table]:
    """Paragraphs and tables in the order of the page."""
    return document.iter_inner_content()


def _add(composer: Composer, part: Paragraph | Table) -> None:
    """Adds a paragraph or the rows of a table."""
    from docx.table import Table

    if isinstance(part, Table):
        _add_rows(composer, part)
        return
    kind, level = _role(part)
    composer.put(part.text.strip(), kind, level=level)


def _role(paragraph: Paragraph) -> tuple[BlockKind, int]:
    """What a paragraph is, by its style."""
    style = (paragraph.style.name if paragraph.style is not None else None) or ""
    if found := _HEADING.fullmatch(style):
        return BlockKind.HEADING, int(found[1])
    if style == "Title":
        return BlockKind.HEADING, 1
    if style == "Caption":
        return BlockKind.CAPTION, 0
    if "quote" in style.lower():
        return BlockKind.QUOTE, 0
    if style.startswith("List") or (paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None):
        return BlockKind.ITEM, 1
    return BlockKind.PROSE, 0


def _add_rows(composer: Composer, table: Table) -> None:
    """Adds the rows of a table; a merged cell is said once, its other places stay empty, labels excepted."""
    grid: list[list[str]] = []
    seen: list[object] = []
    for row in table.rows:
        if sum(cell.grid_span for cell in row._tr.tc_lst) > MAX_COLUMNS:
            raise TooLarge(
                f"A table of the DOCX has more than {MAX_COLUMNS:,} columns; save it again, or give its text."
            )
        words = []
        for at, cell in enumerate(row.cells):
            said = " ".join(cell.text.split())
            label = at == 0 and not any(char.isdigit() for char in said)
            words.append(said if label or not any(cell._tc is one for one in seen[-KEPT:]) else "")
            seen.append(cell._tc)
        grid.append(words)
    composer.rows(grid, heads=int(is_header(grid)))


def footnotes(data: bytes) -> list[str]:
    """The footnotes and endnotes of a document, in order."""
    notes = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in ("word/footnotes.xml", "word/endnotes.xml"):
            if name in archive.namelist():
                root = etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
                notes += [
                    "".join(map(str, note.itertext(f"{_WORD}t"))) for note in root if note.get(f"{_WORD}type") is None
                ]
    return [" ".join(note.split()) for note in notes]
