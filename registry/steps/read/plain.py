"""Plain text and markdown. The text is the file decoded and nothing else: not a newline is changed."""

from __future__ import annotations

import codecs
import re
from datetime import date

from registry.errors import Unreadable
from registry.model.document import Reading, credible
from registry.model.span import Block, BlockKind
from registry.steps.language import language_of
from registry.steps.segment import blocks
from registry.steps.segment.dates import first_date
from registry.steps.segment.matter import Matter, matter

READER = "plain/1"
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_LETTERS = re.compile(r"[^\W\d_]")
_TOP = 6
# A letterhead: nothing but the name of a body, above the heading of what it publishes. "Council Approves New Budget"
# and "Minister Leaves Office" are headings: the noun of a body ends its name or has "of" behind it; there is no verb.
_LETTERHEAD = re.compile(
    r"""(?=.{4,60}$)(?=.*\b(?:plc|PLC|Ltd|Limited|Inc|Corp|Corporation|AG|AS|ASA|AB|SA|SE|NV|GmbH|Group|Holdings?|FC|Bank
        |Council|Parliament|Senate|Assembly|Ministry|Department|Bureau|Office|Agency|Authority|Institute|Statistics
        |Research|University|Commission|Union|Association|Federation|Foundation|Trust|Service|Society|Observatory
        |Courier|Gazette|Herald|Times|Post|News|Tribune|Chronicle|Observer|Journal)(?:$|\ (?:of|for)\ ))
        (?!.*\b[A-Z][a-z]+(?:ed|s)(?<!ics)(?<!Sports)(?<!ways)(?<!Airlines)(?<!Works)(?<!Affairs)(?<!Services)(?<!Resources)
        (?<!Systems)\ [A-Z])
        [A-Z][\w'’.&-]*(?:\ (?:[A-Z][\w'’.&-]*|&|of|and|for|the|in))*""",
    re.VERBOSE,
)


def plain(data: bytes, *, media_type: str = "text/plain") -> Reading:
    """Plain text, with its title and its date where lines near the top give them."""
    text, how = decode(data)
    return described(text, media_type, READER, how)


def described(text: str, media_type: str, reader: str, how: str | None = None) -> Reading:
    """The reading of a text that has no structure but its lines; what it says of itself above its words comes first."""
    found, said = blocks(text), matter(text) or Matter(0)
    published, note = (said.published, "date from the front matter") if said.published else dateline(text, found)
    return Reading(
        text,
        media_type,
        reader,
        found,
        title=said.title or title(text, found),
        publisher=said.publisher or letterhead(text, found),
        authors=said.authors,
        published=published,
        language=said.language or language_of(text),
        url=said.url,
        notes=tuple(part for part in (how, note) if part),
    )


def decode(data: bytes) -> tuple[str, str | None]:
    """The text of bytes, and a note where it had to be guessed."""
    text, note = _decoded(data)
    if not text.strip():
        raise Unreadable("The file is empty; give a file with text in it.")
    if _CONTROL.search(text):
        raise Unreadable("The file holds control characters, so it is not text; give text, HTML, PDF or DOCX.")
    return text, note


def _decoded(data: bytes) -> tuple[str, str | None]:
    """The text of bytes by their mark, as UTF-8, or as Windows-1252 where that gives words."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding), None
    if b"\0" in data:
        raise Unreadable(
            "The file holds NUL bytes, so it is not text, or in an encoding other than UTF-8; "
            "save text as UTF-8, or give HTML, PDF or DOCX."
        )
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        return _western(data, error), "decoded as Windows-1252"


def _strict(data: bytes, encoding: str) -> str:
    """The text in the encoding that its first bytes name."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = "UTF-8" if encoding == "utf-8-sig" else "UTF-16"
        message = f"The file begins like {name} but byte {error.start} is not; save it again as UTF-8."
        raise Unreadable(message) from error


def _western(data: bytes, error: UnicodeDecodeError) -> str:
    """The text as Windows-1252, if it reads like one: mostly ASCII, the rest letters and punctuation within words."""
    message = f"The file is not UTF-8 (byte {error.start}); save it as UTF-8 and give it again."
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise Unreadable(message) from error
    foreign = [char for char in text if ord(char) > 127]
    plausible = sum(char.isalpha() or char in "‘’“”–—…•€£°«»§\u00a0" for char in foreign)
    if len(foreign) > 0.12 * len(text) or plausible < 0.9 * len(foreign) or not _LETTERS.search(text) or _mangled(text):
        raise Unreadable(message) from error
    return text


def _mangled(text: str) -> bool:
    """Whether foreign letters stand in rows, as they do when the bytes were of another alphabet."""
    return re.search(r"[\u00c0-\u00ff]{4}", text) is not None


def title(text: str, found: tuple[Block, ...]) -> str | None:
    """The first heading near the top, below a letterhead."""
    heads = headings(text, found)
    if not heads:
        return None
    return heads[1 if letterhead(text, found) else 0] or None


def letterhead(text: str, found: tuple[Block, ...]) -> str | None:
    """The body whose name alone stands above the heading of what it publishes: "Norwind plc", "Ministry of Works"."""
    heads = headings(text, found)
    if len(heads) < 2 or not _LETTERHEAD.fullmatch(heads[0]) or len(heads[1].split()) < 3:
        return None
    return heads[0]


def headings(text: str, found: tuple[Block, ...]) -> list[str]:
    """The headings that stand together near the top; days and labels between them do not count."""
    heads: list[str] = []
    for block in found[:_TOP]:
        if block.kind is BlockKind.HEADING:
            heads.append(" ".join(text[block.start : block.end].split()).strip("*_ "))
        elif heads and block.kind is not BlockKind.FURNITURE:
            break
    return heads


def dateline(text: str, found: tuple[Block, ...], *, month_first: bool | None = None) -> tuple[date | None, str | None]:
    """The day a document gives for itself near its top, and how it is known; front matter may name any other day."""
    known = matter(text)
    for block in found[bool(known) : 2 * _TOP]:
        if block.kind is BlockKind.FURNITURE and (
            day := credible(first_date(text[block.start : block.end], month_first=month_first))
        ):
            return day, "date from a dateline"
    return None, None
