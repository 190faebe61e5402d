"""What of a draft is not its own prose: code, addresses, front matter, comments, block quotes.

A newcomer's mistake: cutting it out. It is blanked, character by character, so that every offset stays.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

_FRONT = re.compile(r"\A(?P<mark>---|\+\+\+)[ \t]*\r?\n.*?^(?P=mark)[ \t]*$", re.DOTALL | re.MULTILINE)
_FENCE = re.compile(
    r"^ {0,3}(?P<mark>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=mark)[`~]*[ \t]*$|\Z)", re.DOTALL | re.MULTILINE
)
_INDENTED = re.compile(r"(?:(?<=\n\n)|(?<=\n\r\n)|\A)(?:(?: {4}|\t)(?![-*+•]|\d+[.)])[^\n]*(?:\n|\Z))+")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d+[.)])\s")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_INLINE = re.compile(r"(?<!`)(?P<mark>`{1,3})(?!`)(?:(?!\n\s*\n).)+?(?<!`)(?P=mark)(?!`)", re.DOTALL)
_TARGET = re.compile(r"(?<=\])\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\)")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]*\S+[^\n]*$", re.MULTILINE)
_ADDRESS = re.compile(r"<?\b(?:https?|ftp|mailto|file)://?[^\s<>)\]\"]+>?|\bwww\.[^\s<>)\]\"]+", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]*>")
_QUOTED = re.compile(r"^ {0,3}>[^\n]*(?:\n(?![ \t]*\r?$)[^\n]*)*", re.MULTILINE)
_PRAGMA = re.compile(r"^[ \t]*+(?:(?:#|//|%|\.\.)[ \t]*+)?claims-lint-[^\n]*$", re.MULTILINE)
_CODE = re.compile(
    rb"<(?P<opened>pre|code|kbd|samp|script|style)\b[^<>]*+>|</(?P<closed>pre|code|kbd|samp|script|style)\s*+>",
    re.IGNORECASE,
)
_MARKUP = (_FRONT, _FENCE, _INDENTED, _COMMENT, _INLINE, _TARGET, _DEFINITION, _TAG)
_EVERYWHERE = (_COMMENT, _ADDRESS, _PRAGMA)
MARKDOWN = "text/markdown"


def masked(text: str, media_type: str, *, quotes: bool = False) -> str:
    """The text with everything that is not the draft's own prose blanked; as long as before.

    >>> masked("See `x = 5` for 7.", "text/markdown")
    'See         for 7.'
    """
    shapes = (*(_MARKUP if media_type == MARKDOWN else ()), *_EVERYWHERE)
    for shape in shapes if quotes else (*shapes, *((_QUOTED,) if media_type.startswith("text/") else ())):
        text = _without_indented(text) if shape is _INDENTED else shape.sub(_blank, text)
    return text


def _without_indented(text: str) -> str:
    """The text without indented code; what is indented under a list item goes on with it, and stays.

    Each line is looked at once, however many pieces of code follow it.
    """
    under_item, seen = False, 0

    def blanked(found: re.Match[str]) -> str:
        nonlocal under_item, seen
        for line in text[seen : found.start()].splitlines():
            if _ITEM.match(line):
                under_item = True
            elif line.strip() and not line.startswith("  "):
                under_item = False
        seen = found.start()
        return found.group() if under_item else _blank(found)

    return _INDENTED.sub(blanked, text)


def _blank(found: re.Match[str]) -> str:
    """Spaces for everything but line ends."""
    return re.sub(r"[^\r\n]", " ", found.group())


def without_code(data: bytes) -> bytes:
    """A page without what it marks as code.

    >>> without_code(b"Has 3 <code>x = 17</code> members.")
    b'Has 3   members.'
    """
    kept, at, ends = bytearray(), 0, _ends(data)
    for found in _CODE.finditer(data):
        name = (found["opened"] or b"").lower()
        if not name or found.start() < at:
            continue
        closing = ends[name]
        while closing and closing[-1] <= found.end():
            closing.pop()
        if closing:
            kept += data[at : found.start()] + b" "
            at = closing[-1]
    return bytes(kept + data[at:])


def _ends(data: bytes) -> dict[bytes, list[int]]:
    """Where each kind of code ends, the first place last; a page of marks that never end is looked through once."""
    found = [each for each in _CODE.finditer(data) if each["closed"]]
    ends: dict[bytes, list[int]] = defaultdict(list)
    for each in reversed(found):
        ends[each["closed"].lower()].append(each.end())
    return ends


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """The start and end of the words between quotation marks.

    >>> [("“a b”, she said")[start:end] for start, end in quotations("“a b”, she said")]
    ['a b']
    """
    for found in _SPOKEN.finditer(text):
        start, end = found.span(found.lastgroup or 0)
        yield start, end


_SPOKEN = re.compile(
    r"“(?P<curly>(?:(?!\n\s*\n)[^“”])+)”|„(?P<low>(?:(?!\n\s*\n)[^„“”])+)[“”]|«(?P<angle>(?:(?!\n\s*\n)[^«»])+)»|"
    r"(?<!\w)\"(?P<straight>(?:(?!\n\s*\n)[^\"“”])+?)\"(?!\w)"
)
