"""Rows in plain text: markdown tables, columns set with blanks or tabs, and "Key: value" lines."""

from __future__ import annotations

import re

from registry.model.span import Block, BlockKind
from registry.steps.segment.dates import is_date, is_period
from registry.steps.segment.furniture import is_furniture
from registry.steps.segment.lines import Line

Taken = tuple[list[Block], int]
_FIGURE = re.compile(
    r"(?:[^\w]|[A-Z]{0,3}[$€£]|(?i:about|approx\.?|ca\.?|over|under|up to|more than|less than|at least)\s)*\d"
)
_GAP = re.compile(r"\t+|[ \u00a0]{2,}\t*")
_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?|[-=+]{3,}(?:\s+[-=+]{3,})*")
_PIPE = re.compile(r"[^|]+")
_PAIR = re.compile(r"(?P<key>[^\W\d_][^:|.?!]{0,48}?)\s*:\s+(?P<value>\S.*)")
_ENDED = re.compile(
    r"(?=.{4,60}$)[A-Z][A-Za-z]+(?:[ ,&/-]{1,2}[A-Za-z]+)*(?: \([a-z ]+\))? [+\u2212-]?\d[\d,]*(?:\.\d+)?%?"
)
_SAID = re.compile(r"^[^\d]*[^\W\d_]{4,}[^\d]*$")
_KEY = re.compile(
    r"(?i:type|status|location|headquarters|seat|country|nationality|founders?|owner|operator|architect|designer"
    r"|director(?:[ -]general)?|president|chair(?:man|woman|person)?|chancellor|rector|vice[ -]chancellor|abbreviation"
    r"|motto|field|genre|category|region|province|rocket|website|key people|industry|leader|mayor|capital|crosses)"
)
_FACT = re.compile(r"[A-Z][^\W\d_]*(?:[ -][^\W\d_]+){0,3}(?: \([^()|]{1,20}\))? \| [^|]{1,120}(?<![.!?:])")
_CAPTION = re.compile(
    r"(?:(?i:table|tab\.|figure|annex|appendix|section|part) )?(?:\d{1,2}(?:\.\d{1,2})*|[A-Z]\d?|[ivx]{1,4})[.:)]?"
)
_WIDEST, _FACTS = 60, 3


def piped(run: list[Line], at: int) -> Taken | None:
    """A table drawn with bars; its first three lines tell."""
    first = run[at : at + 3]
    if len(first) < 2 or not all("|" in line.text for line in first[:2]):
        return None
    ruled = any(_RULE.fullmatch(line.text) for line in first[:2])
    framed = all(line.text.startswith("|") for line in first[:2])
    if not (ruled or framed or _even(first) or _are_facts(run, at)):
        return None
    stop = at
    while stop < len(run) and "|" in run[stop].text:
        stop += 1
    return _rows([line for line in run[at:stop] if not _RULE.fullmatch(line.text)], _PIPE), stop


def _even(lines: list[Line]) -> bool:
    """Whether three lines have as many bars, and two of them figures."""
    figures = sum(any(char.isdigit() for char in line.text) for line in lines)
    bars = {line.text.count("|") for line in lines}
    return len(lines) == 3 and len(bars) == 1 and 0 not in bars and figures >= 2


def _are_facts(run: list[Line], at: int) -> bool:
    """Whether lines of one bar each, some with a figure, are the facts of a sheet: "Established | 1892"."""
    stop = at
    while stop < len(run) and _FACT.fullmatch(run[stop].text):
        stop += 1
    return stop - at >= _FACTS and any(char.isdigit() for line in run[at:stop] for char in line.text)


def aligned(run: list[Line], at: int) -> Taken | None:
    """A table set with blanks or tabs."""
    stop = at
    while stop < len(run) and (_is_columns(run[stop]) or (stop > at and _RULE.fullmatch(run[stop].text))):
        stop += 1
    if _is_caption(run[at:stop]):
        return None  # the table begins below it
    lines = [line for line in run[at:stop] if not _RULE.fullmatch(line.text)]
    if len(lines) < 2 or (len(lines) == 2 and not any(char.isdigit() for line in lines for char in line.text)):
        return None
    return _rows(lines, None), stop


def _is_caption(lines: list[Line]) -> bool:
    """Whether the first line is the numbered title of the table below it: "Table 2   Pupils by district"."""
    if len(lines) < 3:
        return False
    first, *below = ([piece for piece in _GAP.split(line.text) if piece] for line in lines[:3])
    numbered = len(first) == 2 and _CAPTION.fullmatch(first[0]) is not None and first[1][:1].isalpha()
    return numbered and not any(char.isdigit() for char in first[1]) and all(len(row) > 2 for row in below)


def heads(run: list[Line], at: int) -> bool:
    """Whether a line names the columns of the two rows below it: "Candidate   Votes   Share" is no button to share."""
    if len(run) < at + 3 or not all(map(_is_columns, run[at : at + 3])):
        return False
    named, *rows = ([piece for piece in _GAP.split(line.text) if piece] for line in run[at : at + 3])
    return _figures(named) == 0 and all(
        len(row) == len(named) and row[0][:1].isalpha() and _figures(row[1:]) == 1 for row in rows
    )


def _is_columns(line: Line) -> bool:
    """Whether a line is short pieces with wide gaps between them."""
    cells = [piece for piece in _GAP.split(line.text) if piece]
    return 2 <= len(cells) <= 12 and all(len(cell) <= _WIDEST and not cell.endswith((".", ",", ";")) for cell in cells)


def cells_of(line: Line, pattern: re.Pattern[str] | None) -> list[tuple[int, int]]:
    """The places of a line's cells in the text."""
    if pattern is None:
        spans, start = [], 0
        for gap in _GAP.finditer(line.text):
            spans.append((start, gap.start()))
            start = gap.end()
        spans.append((start, len(line.text)))
    else:
        spans = [found.span() for found in pattern.finditer(line.text)]
    return [_tight(line, start, end) for start, end in spans if line.text[start:end].strip()]


def _tight(line: Line, start: int, end: int) -> tuple[int, int]:
    """A cell's place without the blanks around its words."""
    raw = line.text[start:end]
    left = len(raw) - len(raw.lstrip())
    return line.start + start + left, line.start + start + left + len(raw.strip())


def _rows(lines: list[Line], pattern: re.Pattern[str] | None) -> list[Block]:
    """The lines of a table as rows that know their headers."""
    grid = [(line, cells_of(line, pattern)) for line in lines]
    words = [[line.text[start - line.start : end - line.start] for start, end in cells] for line, cells in grid]
    named = words[0] if is_header(words) else []
    rows = []
    for number, (line, cells) in enumerate(grid):
        headers = over(named, len(cells)) if number else ()
        if _are_years(words[number]):
            named, headers = words[number], ()
        start, end = (cells[0][0], cells[-1][1]) if cells else (line.start, line.end)
        rows.append(Block(start, end, BlockKind.ROW, cells=tuple(cells), headers=headers))
    return rows


def over(named: list[str], count: int) -> tuple[str, ...]:
    """The headers of a row with so many cells; the column of the labels may have none."""
    blank = [""] if named and len(named) + 1 == count else []
    return (*blank, *named) if named and len(named) + len(blank) == count else ()


def _are_years(cells: list[str]) -> bool:
    """Whether a row names years or quarters only, as a header between rows does."""
    rest = cells[1:]
    named = len(rest) > 1 and not any(char.isdigit() for char in cells[0]) and len(set(rest)) == len(rest)
    return (
        len(cells) > 1
        and (named or is_period(cells[0]))
        and all(is_period(cell) and not is_date(cell) for cell in rest)
    )


def is_header(words: list[list[str]]) -> bool:
    """Whether the first row names the columns: it has no figures, the rows below it have."""
    if len(words) < 2 or not words[0]:
        return False
    if words[0][0].endswith(":") and sum(row[0].endswith(":") for row in words if row) > 1:
        return False  # keys and values
    pairs = all(len(row) == 2 for row in words)
    if pairs and (any(_SAID.search(row[1]) for row in words[1:]) or _is_fact(words[0])):
        return False  # a fact sheet: figures and words below each other
    days = [cell for cell in words[0] if is_date(cell)]
    if days and (len(set(days)) < 2 or len(words) < 3 or any(is_period(cell) for row in words[1:] for cell in row[1:])):
        return False
    rest = [cell for row in words[1:] for cell in row]
    return _figures(words[0]) == 0 and (_figures(rest) > 0 or (not days and _are_dates(words[1:])))


def _is_fact(row: list[str]) -> bool:
    """Whether a first row of two cells is a fact like those below it, "Type | Public university", and no heading."""
    return _KEY.fullmatch(row[0]) is not None


def _are_dates(rows: list[list[str]]) -> bool:
    """Whether the cells behind the labels are days mostly, as in a table of signatures."""
    cells = [cell for row in rows for cell in row[1:]]
    return 2 * sum(any(map(str.isdigit, cell)) and is_date(cell) for cell in cells) > len(cells)


def _figures(cells: list[str]) -> float:
    """The share of cells with a figure that is not a bare year."""
    figures = [cell for cell in cells if _FIGURE.match(cell) and not is_period(cell)]
    return len(figures) / max(1, len(cells))


def ended(run: list[Line], at: int) -> Taken | None:
    """Lines that end with a figure and say nothing else, three or more together: "Machinery 5.24"."""
    stop = at
    while stop < len(run) and _ENDED.fullmatch(run[stop].text):
        stop += 1
    if stop - at < 3:
        return None
    return [_split(line) for line in run[at:stop]], stop


def _split(line: Line) -> Block:
    """A label and the figure behind it as a row of two cells."""
    at = line.text.rindex(" ")
    cells = ((line.start, line.start + at), (line.start + at + 1, line.end))
    return Block(line.start, line.end, BlockKind.ROW, cells=cells)


def pairs(run: list[Line], at: int) -> Taken | None:
    """Lines of the form "Key: value", two or more together."""
    stop = at
    while stop < len(run) and _is_pair(run[stop].text) and not is_furniture(run[stop].text):
        stop += 1
    if stop - at < 2:
        return None
    return [_pair(line) for line in run[at:stop]], stop


def _is_pair(line: str) -> bool:
    """Whether a line gives a value for a key; speech after a speaker's name is none."""
    found = _PAIR.fullmatch(line)
    if found is None or found["key"].count(" ") > 5 or len(line) > 160:
        return False
    return not line.endswith((".", "?", "!")) or not found["value"][0].isalpha()


def _pair(line: Line) -> Block:
    """A key and its value as a row of two cells."""
    found = _PAIR.fullmatch(line.text)
    assert found is not None
    key, value = found.span("key"), found.span("value")
    cells = tuple((line.start + start, line.start + end) for start, end in (key, value))
    return Block(line.start, line.end, BlockKind.ROW, cells=cells)
