"""What stands above and before a document's first words: its label with a date, the place and day of a wire report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from registry.model.span import Block, BlockKind
from registry.steps.kept import compiled
from registry.steps.segment.dates import NAMELESS, SHORT
from registry.steps.segment.furniture import is_furniture, is_header
from registry.steps.segment.imprints import is_imprint, is_signed

CAPITALS = "A-ZÀ-ÖØ-Þ"
CAPITAL = f"[{CAPITALS}]"
_PREFIX = compiled(
    rf"""
    (?:
        (?P<place>(?-i:{CAPITAL}[{CAPITALS}.'’]+(?:[\s-]{CAPITAL}[{CAPITALS}.'’]+){{0,3}}))     # SAN JOSE
        (?:,\s(?-i:{CAPITAL})[\w.]+(?:\s(?-i:{CAPITAL})[\w.]+)?)?                           # , Calif.
        (?:,?\s(?:{NAMELESS}|{SHORT}))?                                                     # , Jan. 3
      | (?-i:{CAPITAL})[\w.'’/-]+(?:\s(?-i:{CAPITAL})[\w.'’/-]+){{0,2}},\s(?:{NAMELESS}|{SHORT})  # The Hague, 3.5.2024
      | (?-i:{CAPITAL})[\w.'’/-]+(?:\s(?-i:{CAPITAL})[\w.'’/-]+){{0,2}}(?:,\s(?:the\s)?(?-i:{CAPITAL})[\w.]+)?
        \s?[-\u2013\u2014,]\s?{NAMELESS}                                           # Delft, the Netherlands - 3 May 2024
      | {NAMELESS}                                                                          # 3 May 2024
    )
    (?:\s?\([\w\s./&-]{{2,30}}\)|\s?/[\w\s.-]{{2,30}}/)?                                     # (AP), /Newswire/
    \s?(?:--|[-\u2013\u2014])\s*
    (?=["'“‘(]?(?-i:[^\W_a-z]))                                                              # and a sentence after it
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BRACKETED = compiled(
    rf"(?:(?-i:{CAPITAL}[{CAPITALS}.'’]+)(?:[\s-](?-i:{CAPITAL}[{CAPITALS}.'’]+)){{0,3}}\s)?"
    rf"\((?:{CAPITAL}[\w.'’-]+(?:\s(?:/\s)?{CAPITAL}[\w.'’-]+){{0,4}}(?:,|\s[-\u2013\u2014])\s)?{NAMELESS}\)"
    rf"\s+(?=[\"'“‘]?{CAPITAL})",
    re.VERBOSE | re.IGNORECASE,
)
_GLUED = compiled(rf"{NAMELESS}(?=(?-i:{CAPITAL})[a-z])", re.VERBOSE | re.IGNORECASE)  # "3 May 2024Officials said"
_DAY_FIRST = compiled(rf"{NAMELESS}\s?(?:--|[-\u2013\u2014:])", re.VERBOSE | re.IGNORECASE)
_SECTION = compiled(r"(\d{1,2}(?:\.\d{1,2}){0,3}|\d{1,4}/\d{1,4})\.? +(?=[A-Z])")
PARAGRAPH = compiled(r"(\d{1,2}(?:\.\d{1,2}){1,3})\.? +(?=[\"“(]?(?:[A-Z]|\d[\d,.]*%? [a-z]))")
_POINT = compiled(
    r"(\d{1,4}/\d{2,4})\.? +(?=[A-Z])"  # "25/031 Apologies", in the minutes of councils
    r"|(\d{1,2})(?: {2,}|\t+)(?=\S)|(\d{1,2}) (?=[\"“(]?[A-Z])"
)
_ENTRY = compiled(
    r"[\[(]?(\d{1,2})[:.h](\d\d)(?::\d\d)?[\])]?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s(?:GMT|UTC|(?:[ABCEIJKMPSW]|A[CEW]|NZ)[SD]T|CES?T))?(?:\s?[-:|\u2013\u2014])?\s+(?=\S)"
)
_FLAG = compiled(
    r"(?:UPDATED?|Updated?|BREAKING|Breaking|JUST IN|LATEST|Latest|DEVELOPING|EXCLUSIVE|Exclusive|RECAP)"
    r"(?: NEWS| \d{1,2})?"
    r"(?:\s?[:|\u2013\u2014]\s|-(?=[A-Z])|\s-\s)\s*(?=\S)"
)
_LIVE = compiled(r"\blive\b(?: ?blog)?", re.I)
_NUMBERED = (BlockKind.HEADING, BlockKind.PROSE, BlockKind.ITEM)
_POINTED = (BlockKind.HEADING, BlockKind.PROSE)
_HEADED = (BlockKind.HEADING, BlockKind.PROSE, BlockKind.ROW)
_NUMBER = 20
_HEAD = 300
_OPENING = 4
_LONGEST = 120


def dateline_end(text: str, start: int) -> int:
    """Where the words after a wire report's place and day begin; `start` itself if there are none.

    >>> dateline_end("OSLO, May 3 (NW) - Ferries stopped.", 0)
    19
    """
    shapes = (_PREFIX, _BRACKETED, _GLUED)
    found = next((hit for shape in shapes if (hit := shape.match(text, start, start + _LONGEST))), None)
    return found.end() if found else start


def mark_top(found: Sequence[Block], text: str) -> list[Block]:
    """The blocks, with labels and the dateline of the first paragraph as furniture."""
    labels = [
        replace(b, kind=BlockKind.FURNITURE) if _is_label(b, text, below=number > 0) else b
        for number, b in enumerate(found[:_OPENING])
    ]
    marked = [*labels, *found[_OPENING:]]
    prose = [number for number, block in enumerate(marked) if block.kind is BlockKind.PROSE]
    for number in prose[:_OPENING]:
        if len(parted := _parted(marked[number], text)) > 1:
            if not _is_timeline(marked[number:], text):
                marked = [*marked[:number], *parted, *marked[number + 1 :]]
            break
    marked = [part for block in marked for part in _unflagged(block, text)]
    return mark_entries(mark_sections(marked, text), text)


def mark_sections(found: list[Block], text: str) -> list[Block]:
    """The blocks, headings and paragraphs that are numbered one after the other without their numbers: "1 Results",
    "2.1 Costs", "2.2 The line cost more than planned.", "3  The line is 9 km long."."""
    for kinds, shape in (((BlockKind.HEADING,), _SECTION), (_NUMBERED, PARAGRAPH), (_POINTED, _POINT)):
        found = _unnumbered(found, text, kinds, shape)
    return found


def _unnumbered(found: list[Block], text: str, kinds: Sequence[BlockKind], shape: re.Pattern[str]) -> list[Block]:
    """The blocks, those of some kinds without the numbers that they open with, where these go up step by step."""
    hits = {
        number: hit
        for number, block in enumerate(found)
        if block.kind in kinds and (hit := shape.match(text[block.start : min(block.end, block.start + _NUMBER)]))
    }
    steps = [tuple(int(part) for part in re.split(r"[./]", hit[hit.lastindex or 1])) for hit in hits.values()]
    if len(steps) < 2 or any(one >= two or two[0] - one[0] > 1 for one, two in pairwise(steps)):
        return found
    if steps[0][0] > 1 and all(len(step) == 1 for step in steps):
        return found
    return [
        replace(block, start=block.start + hits[number].end()) if number in hits else block
        for number, block in enumerate(found)
    ]


def mark_entries(found: list[Block], text: str) -> list[Block]:
    """The blocks, the times at the head of a live page's entries apart: the newest stands first, or it says "live"."""
    every = {number: hit for number, block in enumerate(found) if (hit := _stamped(block, text))}
    framed = {number: hit for number, hit in every.items() if hit.group()[0] in "(["}
    bare = {number: hit for number, hit in every.items() if number not in framed}
    hits = {**(framed if len(framed) > 1 else {}), **(bare if _are_stamps(list(bare.values()), text) else {})}
    if not hits:
        return found
    parted: list[Block] = []
    for number, block in enumerate(found):
        hit = hits.get(number)
        if hit is not None:
            parted.append(replace(block, end=block.start + len(hit.group().rstrip()), kind=BlockKind.FURNITURE))
        parted.append(_entry(replace(block, start=block.start + hit.end()), text) if hit is not None else block)
    return parted


def _are_stamps(hits: Sequence[re.Match[str]], text: str) -> bool:
    """Whether times only say when an entry was written, or where a recording is that begins at naught."""
    times = [int(hit[1]) * 60 + int(hit[2]) for hit in hits]
    falls = sum(one > two for one, two in pairwise(times))
    if len(times) > 1 and not falls and times[0] == 0:
        return True
    return len(times) > 2 and (falls >= len(times) - 2 or _LIVE.search(text[:_HEAD]) is not None)


def _entry(block: Block, text: str) -> Block:
    """What stands behind the time of an entry; a number or an age of it is furniture too: "Post 23", "3h ago"."""
    return replace(block, kind=BlockKind.FURNITURE) if is_furniture(text[block.start : block.end]) else block


def _stamped(block: Block, text: str) -> re.Match[str] | None:
    """The time that an entry opens with."""
    shown = block.kind in (BlockKind.PROSE, BlockKind.HEADING, BlockKind.ITEM)
    return _ENTRY.match(text[block.start : min(block.end, block.start + 40)]) if shown else None


def _is_label(block: Block, text: str, *, below: bool) -> bool:
    """Whether a block is a document's label with its date; who signs it stands below its title."""
    line = text[block.start : block.end]
    if block.kind is BlockKind.HEADING and (is_header(line) or (below and is_signed(line))):
        return True
    return block.kind in _HEADED and is_imprint(line)


def _is_timeline(found: Sequence[Block], text: str) -> bool:
    """Whether the first two paragraphs open with a day: those of a timeline do, no two datelines."""
    told = [block for block in found if block.kind in (BlockKind.PROSE, BlockKind.ITEM)][:2]
    return len(told) == 2 and all(_DAY_FIRST.match(text, block.start, block.start + _LONGEST) for block in told)


def _unflagged(block: Block, text: str) -> list[Block]:
    """A paragraph or heading, the flag that it opens with apart: "UPDATE: The toll rose", "UPDATE 2-Oil climbs"."""
    hit = _FLAG.match(text, block.start, block.end) if block.kind in (BlockKind.PROSE, BlockKind.HEADING) else None
    return _apart(block, text, hit.end()) if hit else [block]


def _parted(block: Block, text: str) -> list[Block]:
    """A paragraph, its dateline apart."""
    end = dateline_end(text, block.start)
    return _apart(block, text, end) if block.start < end < block.end else [block]


def _apart(block: Block, text: str, end: int) -> list[Block]:
    """A block in two: what it opens with as furniture, and the rest."""
    stop = block.start + len(text[block.start : end].rstrip())
    return [replace(block, end=stop, kind=BlockKind.FURNITURE), replace(block, start=end)]
