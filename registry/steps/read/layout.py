"""Where the words of a page stand: pieces of a line with wide gaps between them, columns, and rows of tables.

A newcomer's mistake: trusting the order of a PDF's characters. Two columns set line by line arrive as one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import mean, median

TAB = "\t"
GAP = 1.2
LEVEL = 0.3
FEWEST, LONG, FULL = 4, 18, 12


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together on a line, with their left and right edge."""

    words: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, its edges, the height of its letters, and its pieces."""

    words: str
    page: int
    top: float
    bottom: float
    height: float
    pieces: tuple[Piece, ...] = ()


def pieces(words: str, boxes: Sequence[tuple[float, float, float, float]], height: float) -> tuple[Piece, ...]:
    """The words of a line cut at its wide gaps; one box for each character."""
    found: list[Piece] = []
    start, edge = 0, None
    for at, (char, box) in enumerate(zip(words, boxes, strict=True)):
        if char.isspace() or box[2] <= box[0]:
            continue
        if edge is not None and box[0] - edge > GAP * height and words[start:at].strip():
            found.append(Piece(words[start:at].strip(), boxes[start][0], edge))
            start = at
        edge = max(box[2], edge) if edge is not None else box[2]
    last = words[start:].strip()
    return (*found, Piece(last, boxes[start][0], edge or 0)) if last else tuple(found)


def arranged(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page in reading order: columns one after the other, tabs between the cells of a table."""
    whole = list(levelled(lines))
    middle = gutter(whole)
    return [tabbed(line) for line in (in_columns(whole, middle) if middle else whole)]


def levelled(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, those on one level and further to the right as one."""
    last: Line | None = None
    for line in lines:
        if last and last.pieces and line.pieces and _beside(last, line):
            last = replace(last, words=f"{last.words} {line.words}", pieces=(*last.pieces, *line.pieces))
            continue
        if last:
            yield last
        last = line
    if last:
        yield last


def _beside(left: Line, right: Line) -> bool:
    """Whether a line goes on at the right of another, at its level and after a gap."""
    level = abs(left.bottom - right.bottom) <= LEVEL * max(left.height, 1)
    return level and right.pieces[0].left > left.pieces[-1].right + left.height * GAP / 2


def gutter(lines: Sequence[Line]) -> float | None:
    """The place of the gap between two columns of prose, None where there are none."""
    split = [line.pieces for line in lines if len(line.pieces) == 2]
    prose = [(one, two) for one, two in split if min(len(one.words), len(two.words)) >= FULL]
    if len(prose) < FEWEST or len(prose) * 2 < len(split):
        return None
    middle = median((one.right + two.left) / 2 for one, two in prose)
    fitting = [pair for pair in prose if pair[0].right <= middle <= pair[1].left]
    long = mean(len(piece.words) for pair in prose for piece in pair) >= LONG
    return middle if long and len(fitting) * 5 >= len(prose) * 4 else None


def in_columns(lines: Sequence[Line], middle: float) -> Iterator[Line]:
    """The lines with the left column before the right one, between the lines that run over both."""
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        sides = _sides(line, middle)
        if sides is None:
            yield from (*left, *right, line)
            left, right = [], []
            continue
        left += [sides[0]] if sides[0] else []
        right += [sides[1]] if sides[1] else []
    yield from (*left, *right)


def _sides(line: Line, middle: float) -> tuple[Line | None, Line | None] | None:
    """What of a line stands left and right of the gap; None for one that runs over it."""
    if not line.pieces or any(piece.left < middle < piece.right for piece in line.pieces):
        return None
    halves = [tuple(piece for piece in line.pieces if (piece.left < middle) is here) for here in (True, False)]
    one, two = (
        replace(line, words=" ".join(piece.words for piece in half), pieces=half) if half else None for half in halves
    )
    return one, two


def tabbed(line: Line) -> Line:
    """A line in several pieces with tabs between them."""
    return replace(line, words=TAB.join(piece.words for piece in line.pieces)) if len(line.pieces) > 1 else line


def is_row(line: Line) -> bool:
    """Whether a line is in several pieces."""
    return TAB in line.words


def plain(lines: Sequence[Line]) -> list[Line]:
    """The lines; one in pieces without another above or below it is no row of a table."""
    rows = [is_row(line) for line in lines]
    return [
        line
        if not row or any(rows[here] for here in (at - 1, at + 1) if 0 <= here < len(lines))
        else replace(line, words=line.words.replace(TAB, " "))
        for at, (line, row) in enumerate(zip(lines, rows, strict=True))
    ]
