"""E-mail as programs save it (.eml): one text of it, decoded, with its subject, its sender and the day it was sent.

Two newcomer's mistakes. Reading the file as text: its words are coded ("=E2=80=93", Base64) and often stand there
twice, so that figures are made of codes and counted double. And reading what a letter answers, which stands below or
between its words behind angles, as what its sender says on its day.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from registry.errors import Unreadable
from registry.model.document import Reading, credible
from registry.model.span import Block, BlockKind

MEDIA_TYPE, READER = "message/rfc822", "mail/1"
TEXTS = ("text/plain", "text/html")
LONGEST = 2000  # characters of a head that are read; a stranger may write it without end
_PASSED_ON = re.compile(r"\s*(?:fwd?|wg|tr|rv)\s?:", re.IGNORECASE)
_WROTE = re.compile(r"\b(?:(?:wrote|writes|a écrit|escribió)\s?|schrieb\b[^.!?]{0,80}):\s*$", re.IGNORECASE)
_INTRODUCED = 300  # characters of a line that says who wrote what is answered
_ANSWERED = re.compile(r"(?:(?:re|fwd?|aw|wg|tr)\s?:\s?)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Letter:
    """The words of an e-mail in the type that they have, and what its head says."""

    words: bytes
    kind: str
    title: str | None
    sender: str | None
    sent: date | None
    notes: tuple[str, ...]
    passed_on: bool = False  # by somebody who adds little to it; what is quoted then is what it is about

    def signed(self, reading: Reading) -> Reading:
        """The reading of the words as that of the e-mail."""
        own = reading.blocks if self.passed_on else without_answered(reading.text, reading.blocks)
        return replace(
            reading,
            blocks=own,
            media_type=MEDIA_TYPE,
            reader=READER,
            title=self.title or reading.title,
            authors=(self.sender,) if self.sender else reading.authors,
            published=self.sent or reading.published,
            notes=(*reading.notes, *self.notes),
        )


def without_answered(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of a letter with those that it answers as furniture, unless there are no others."""
    aside = [number for number, block in enumerate(blocks) if _is_answered(text, blocks, number)]
    lines = [number - 1 for number in aside if number and _says_who(text, blocks[number - 1])]
    if len({*aside, *lines}) == len(blocks):
        return blocks
    left = {*aside, *lines}
    return tuple(replace(block, kind=BlockKind.FURNITURE) if at in left else block for at, block in enumerate(blocks))


def _is_answered(text: str, blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a block is quoted behind angles, or below a line that says who wrote it."""
    block = blocks[at]
    angled = text.startswith(">", text.rfind("\n", 0, block.start) + 1)
    return block.kind is BlockKind.QUOTE and (angled or (at > 0 and _says_who(text, blocks[at - 1])))


def _says_who(text: str, block: Block) -> bool:
    """Whether a short block says who wrote what stands below it: "On 4 March Ida Roos wrote:"."""
    return block.end - block.start <= _INTRODUCED and _WROTE.search(text, block.start, block.end) is not None


def opened(data: bytes) -> Letter:
    """The letter in the bytes of an e-mail: its plain text, else its page; what is attached is left aside."""
    try:
        message = message_from_bytes(data)
        parts = [part for part in message.walk() if not part.is_multipart()]
    except RecursionError as error:
        raise Unreadable("The e-mail lies in too many others; save its text by itself.") from error
    written = [part for part in parts if part.get_content_type() in TEXTS and not _attached(part)]
    chosen = next(
        (part for kind in TEXTS for part in written if part.get_content_type() == kind and _words(part)), None
    )
    if chosen is None:
        raise Unreadable("The e-mail has no text; give what is attached to it as a file of its own.")
    aside = sum(map(_attached, parts))
    return Letter(
        words=_words(chosen),
        kind=f"{chosen.get_content_type()}; charset={chosen.get_content_charset('utf-8')}",
        title=_ANSWERED.sub("", _head(message, "Subject"), count=1) or None,
        sender=parseaddr(_head(message, "From"))[0] or None,
        sent=_day(_head(message, "Date")),
        notes=(f"not read: {aside} attached",) if aside else (),
        passed_on=_PASSED_ON.match(_head(message, "Subject")) is not None,
    )


def _attached(part: Message) -> bool:
    """Whether a part is a file of its own."""
    return part.get_content_disposition() == "attachment" or part.get_filename() is not None


def _words(part: Message) -> bytes:
    """The bytes of a part without their coding, if there are words in them."""
    words = part.get_payload(decode=True)
    return words if isinstance(words, bytes) and words.strip() else b""


def _head(message: Message, name: str) -> str:
    """A line of the head, decoded, without what cannot be printed."""
    said = str(message.get(name, ""))[:LONGEST]
    with suppress(HeaderParseError, LookupError, UnicodeError, ValueError):
        said = str(make_header(decode_header(said)))
    return " ".join("".join(each if each.isprintable() else " " for each in said).split())


def _day(said: str) -> date | None:
    """The day of a head, as its sender's clock showed it."""
    with suppress(TypeError, ValueError, IndexError, OverflowError):
        return credible(parsedate_to_datetime(said).date())
    return None
