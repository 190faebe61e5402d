"""The blocks of a text that has no structure but its lines: plain text, markdown, the text of a PDF."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from registry.model.span import Block, BlockKind
from registry.steps.segment.asides import mark_asides
from registry.steps.segment.furniture import is_furniture
from registry.steps.segment.lines import PARAGRAPH, UNWRAPPED, Line, runs
from registry.steps.segment.lists import mark_lists
from registry.steps.segment.matter import matter
from registry.steps.segment.tables import Taken, aligned, ended, heads, pairs, piped
from registry.steps.segment.top import PARAGRAPH as NUMBERED
from registry.steps.segment.top import mark_top

MARKER = re.compile(
    r"[•◦▪●■‣](?=[^\W_])|(?:[•◦▪●○■□‣⁃∙·*+–—-]|\(?\d{1,3}[.)](?!\d)|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])\s+(?=\S)",
)
_COUNTED = re.compile(r"\(?(\d{1,3})([.)])\s+(?=\S)")
_HASHES = re.compile(r"(?P<hashes>#{1,6})\s+\S")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_RULE = re.compile(r"(?:[-*_=~•·]\s*){3,}")
_CAPTION = re.compile(
    r"(?:photo(?:graph)?s?|pictured?|image|fig(?:ure)?\.?|table|chart|map|graphic|graph|caption|credit|video)\b[^.:]{0,40}[:.]\s*\S",
    re.IGNORECASE,
)
_OPEN_END = re.compile(r"\b(?:to|that|and|of|for|with|are|is|was|were|by|include|including)\s?:$")
_DANGLING = re.compile(r"[a-z,] (?:a|an|the|of|at|to|by|from|with|as|and|or|than|that|its|their|his|her)$")
_HEADING_WORDS = 16
_SLACK = 10
_NARROWEST = 40
_WIDEST = 100
_NEAR = 12


def blocks(text: str) -> tuple[Block, ...]:
    """The paragraphs, headings, list items, rows, captions, quotes and furniture of a text, in order."""
    known = matter(text)
    begin = known.end if known else 0
    found: list[Block] = [Block(0, len(text[:begin].rstrip()), BlockKind.FURNITURE)] if known else []
    for whole in runs(text):
        run, at = [line for line in whole if line.start >= begin] if known else whole, 0
        while at < len(run):
            taken, at = _take(run, at)
            found.extend(taken)
    return tuple(mark_lists(mark_top(mark_asides(_title(found), text), text), text))


def _take(run: list[Line], at: int) -> Taken:
    """The blocks that begin at a line, and the line after them."""
    for taker in _TAKERS:
        taken = taker(run, at)
        if taken is not None:
            return taken
    return _prose(run, at)


def _title(found: list[Block]) -> list[Block]:
    """The blocks, the heading above everything else as the title."""
    for number, block in enumerate(found):
        if block.kind is BlockKind.HEADING:
            return [*found[:number], replace(block, level=1), *found[number + 1 :]]
        if block.kind is not BlockKind.FURNITURE:
            break
    return found


def _furniture(run: list[Line], at: int) -> Taken | None:
    """A line of page furniture, or a rule between parts."""
    line = run[at]
    if heads(run, at):
        return None
    bare = _bare(line.text)
    if _RULE.fullmatch(line.text) or is_furniture(bare) or (bare != line.text and is_furniture(line.text)):
        return [Block(line.start, line.end, BlockKind.FURNITURE)], at + 1
    return None


def _bare(line: str) -> str:
    """A line without its list marker."""
    marker = MARKER.match(line)
    return line[marker.end() :] if marker else line


def _heading(run: list[Line], at: int) -> Taken | None:
    """A heading: marked, underlined, in capitals, or short and without a full stop."""
    line = run[at]
    if hashes := _HASHES.match(line.text):
        level = len(hashes["hashes"])
        return [Block(line.start + hashes.end() - 1, line.end, BlockKind.HEADING, level=level)], at + 1
    if at + 1 < len(run) and _UNDERLINE.fullmatch(run[at + 1].text) and len(line.text) < UNWRAPPED:
        return [Block(line.start, line.end, BlockKind.HEADING, level=1 + (run[at + 1].text[0] == "-"))], at + 2
    if _is_heading(run, at):
        return [Block(line.start, line.end, BlockKind.HEADING, level=2)], at + 1
    return None


def _is_heading(run: list[Line], at: int) -> bool:
    """Whether a line looks like a heading."""
    line = run[at].text
    marker, bare = MARKER.match(line), _bare(line)
    if bare.count(" ") >= _HEADING_WORDS or len(bare) > UNWRAPPED or not any(map(str.isalpha, bare)):
        return False
    if marker:
        return (
            line[0].isdigit()
            and len(run) == 1
            and bare.count(" ") < 8
            and bare[0].isupper()
            and bare[-1] not in ".?!;,:"
        )
    if bare.isupper() and bare[-1] not in ".;,":
        return not (at + 1 < len(run) and _joins(run, at) and not run[at + 1].text.isupper())
    return _is_short_title(run, at)


def _is_short_title(run: list[Line], at: int) -> bool:
    """Whether a line is short, begins like a title, does not end like a sentence and starts no paragraph."""
    line = run[at].text
    if line.endswith(":"):
        return (
            line.count(" ") < 8
            and not _OPEN_END.search(line)
            and (at + 1 == len(run) or MARKER.match(run[at + 1].text) is not None)
        )
    if line[-1] in ".;,!…" or not (line[0].isupper() or line[0].isdigit() or line[0] in "\"'“‘«¿¡"):
        return False
    if line.endswith("?") and line.count(" ") > 10:
        return False
    return not (at + 1 < len(run) and _joins(run, at))


def _item(run: list[Line], at: int) -> Taken | None:
    """A list item with the lines that continue it."""
    line = run[at]
    marker = MARKER.match(line.text)
    if marker is None:
        return None
    stop = at + 1
    while stop < len(run) and not _starts(run, stop) and _continues(run, stop):
        stop += 1
    return [Block(line.start, run[stop - 1].end, BlockKind.ITEM, level=1 + line.indent // 4)], stop


def _continues(run: list[Line], at: int) -> bool:
    """Whether a line goes on with the list item above it."""
    return run[at].indent > run[at - 1].indent or _joins(run, at - 1) or run[at].indent > 1


def _quote(run: list[Line], at: int) -> Taken | None:
    """Lines quoted with an angle: the paragraphs in them, or the entries of a list that angles mark."""
    stop = at
    while stop < len(run) and run[stop].text.startswith(">"):
        stop += 1
    if stop == at:
        return None
    told = [line for line in map(_unquoted, run[at:stop]) if line.text]
    ends = [place for place in range(len(told)) if place + 1 == len(told) or not _joins(told, place)]
    starts = [0, *(place + 1 for place in ends)]
    return [Block(told[a].start, told[b].end, BlockKind.QUOTE) for a, b in zip(starts, ends, strict=False)], stop


def _unquoted(line: Line) -> Line:
    """A quoted line without its angles."""
    text = line.text.lstrip("> ")
    return replace(line, start=line.end - len(text), text=text)


def _caption(run: list[Line], at: int) -> Taken | None:
    """A line that captions or credits a picture or a table."""
    line = run[at]
    if _CAPTION.match(line.text) is None or len(line.text) > 400:
        return None
    stop = at + 1
    while stop < len(run) and not _starts(run, stop) and _joins(run, stop - 1):
        stop += 1
    return [Block(line.start, run[stop - 1].end, BlockKind.CAPTION)], stop


def _prose(run: list[Line], at: int) -> Taken:
    """A paragraph: the lines that were wrapped together."""
    stop = at + 1
    while stop < len(run) and _joins(run, stop - 1) and not _starts(run, stop):
        stop += 1
    return [Block(run[at].start, run[stop - 1].end)], stop


def _starts(run: list[Line], at: int) -> bool:
    """Whether something other than prose begins at a line."""
    line = run[at].text
    if NUMBERED.match(line) and _goes_on(run, at):
        return True
    if MARKER.match(line):
        return _follows(run, at) or not (line[0].isalnum() and _joins(run, at - 1, plain=True))
    return line.startswith((">", "#")) or is_furniture(line) or any(taker(run, at) for taker in _GRIDS)


def _follows(run: list[Line], at: int) -> bool:
    """Whether a line is numbered as the next after an earlier one, however full the line above is."""
    hit = _COUNTED.match(run[at].text)
    before = [_COUNTED.match(line.text) for line in run[max(0, at - _NEAR) : at]] if hit else []
    return any(
        one is not None and hit is not None and int(hit[1]) == int(one[1]) + 1 and hit[2] == one[2] for one in before
    )


def _goes_on(run: list[Line], at: int) -> bool:
    """Whether a line opens with the decimal number after that of an earlier line: "2.2" after "2.1"."""
    own = _number(run[at].text)
    return any(
        one[:-1] == own[:-1] and one[-1] + 1 == own[-1]
        for line in run[max(0, at - _NEAR) : at]
        if (one := _number(line.text))
    )


def _number(line: str) -> tuple[int, ...]:
    """The decimal number that a line opens with; empty for none."""
    hit = NUMBERED.match(line)
    return tuple(map(int, hit[1].split("."))) if hit else ()


def _joins(run: list[Line], at: int, *, plain: bool = False) -> bool:
    """Whether the next line was wrapped off this one: its first word would not have fitted."""
    line, after = run[at].text, run[at + 1].text
    if not plain and MARKER.match(after) and not after[0].isalnum():
        return False
    width = max(len(other.text) for other in run[max(0, at - _NEAR) : at + _NEAR])
    if len(run) < PARAGRAPH:  # a title and the line below it are no paragraph because the title is the longer one
        width = max(width, run[at].page - _SLACK if run[at].page <= UNWRAPPED else run[at].page)
    if (line[-1] not in ".!?:" and after[0].islower()) or _DANGLING.search(line):
        return True
    if not _NARROWEST <= width <= UNWRAPPED or (width > _WIDEST and line[-1] in ".!?"):
        return False
    return len(line) + 1 + len(after.split(None, 1)[0]) > width - 1


_GRIDS: tuple[Callable[[list[Line], int], Taken | None], ...] = (piped, aligned, pairs, ended)
_TAKERS: tuple[Callable[[list[Line], int], Taken | None], ...] = (
    piped,
    _furniture,
    aligned,
    pairs,
    ended,
    _quote,
    _caption,
    _heading,
    _item,
)
