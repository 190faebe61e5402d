"""A version's text as its author set it, with its claims in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from registry.actions.views import ClaimView, TextView
from registry.model.span import Block, BlockKind
from web import emphasis, telling, words
from web.highlight import Mark, Piece, pieces

DEEPEST = 4
GATHERED = (BlockKind.ITEM, BlockKind.ROW)


class Shown(NamedTuple):
    """A block as a template writes it: `items` of a list, `headers` and `rows` of a table, `pieces` of all else."""

    kind: str
    pieces: list[Piece]
    level: int = 0
    items: tuple[list[Piece], ...] = ()
    headers: tuple[list[Piece], ...] = ()
    rows: tuple[tuple[list[Piece], ...], ...] = ()


def blocks(view: TextView) -> list[Shown]:
    """The text from its first block to its last; items gather to lists, rows to tables."""
    marks = [mark(claim) for claim in view.claims] + emphasis.marks(view.text, view.version.media_type)
    found = view.blocks or (Block(0, len(view.text)),)
    paged = len({block.page for block in found}) > 1
    made: list[Shown] = []
    for page, group in groupby(found, lambda block: block.page):
        made += [Shown("page", [Piece(f"Page {page}")])] if paged and page else []
        made += [one for _, run in groupby(group, _together) for one in _shown(view.text, marks, list(run))]
    return made


def titled(view: TextView) -> bool:
    """Whether the text begins with its own title, so that the page need not repeat it."""
    first = next((block for block in view.blocks if block.kind is not BlockKind.FURNITURE), None)
    if first is None or first.kind is not BlockKind.HEADING:
        return False
    heading = " ".join(view.text[first.start : first.end].split()).casefold()
    title = " ".join((view.document.source.title or "").split()).casefold()
    return bool(title) and (heading == title or title.startswith(f"{heading} (") or heading.startswith(f"{title} ("))


def _cut(text: str, marks: Sequence[Mark], start: int = 0, end: int | None = None) -> list[Piece]:
    """The words of a stretch with its claims and emphasis on them."""
    return emphasis.shown(pieces(text, marks, start, end))


def mark(claim: ClaimView) -> Mark:
    """A claim's place in the text, in the tone of its standing."""
    meaning = telling.held(claim.standing)
    title = f"{words.worded(claim.assertion.value)}, {meaning.word}: {claim.question}"
    return Mark(claim.span.start, claim.span.end, claim.id, meaning.tone, f"/claims/{claim.id}", title)


def _together(block: Block) -> object:
    """What keeps neighbours in one list or one table; every other block is for itself."""
    return block.kind if block.kind in GATHERED else block


def _shown(text: str, marks: Sequence[Mark], run: list[Block]) -> Iterator[Shown]:
    first = run[0]
    if first.kind is BlockKind.ROW:
        yield from (_table(text, marks, rows) for rows in _tables(run))
    elif first.kind is BlockKind.ITEM:
        yield Shown("list", [], items=tuple(_cut(text, marks, block.start, block.end) for block in run))
    else:
        level = min(max(first.level, 1) + 1, DEEPEST)
        yield Shown(first.kind.value, _cut(text, marks, first.start, first.end), level)


def _tables(run: list[Block]) -> list[list[Block]]:
    """Neighbouring rows, parted where another table begins."""
    tables: list[list[Block]] = []
    for block in run:
        before = tables[-1][-1] if tables else None
        if before is None or (before.headers and block.headers != before.headers):
            tables.append([])
        tables[-1].append(block)
    return tables


def _table(text: str, marks: Sequence[Mark], rows: list[Block]) -> Shown:
    """A table; its first row is its head where the rows below are headed and it is not."""
    headed = len(rows) > 1 and not rows[0].headers and bool(rows[-1].headers)
    written = tuple(_row(text, marks, block) for block in rows)
    if headed:
        return Shown("table", [], headers=written[0], rows=written[1:])
    return Shown("table", [], headers=tuple(pieces(words, ()) for words in rows[0].headers), rows=written)


def _row(text: str, marks: Sequence[Mark], block: Block) -> tuple[list[Piece], ...]:
    """The cells of a row; a row without known cells is one."""
    cells = block.cells or ((block.start, block.end),)
    return tuple(_cut(text, marks, start, end) for start, end in cells)
