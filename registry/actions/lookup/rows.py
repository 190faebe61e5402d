"""What is written over and beside a figure in a table. A newcomer's mistake: reading the text of every document that is
shown; only the sentences that are rows have cells, and those are parted by tabs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from registry.actions.rows import to_block
from registry.actions.views import ClaimView
from registry.model.span import Block, BlockKind
from registry.store import ReadSession
from registry.store.queries import documents as document_queries

TITLES = (BlockKind.HEADING, BlockKind.CAPTION)
CELL = "\t"


class Headed(NamedTuple):
    """What a figure's column is called, what stands first in its row, and what stands over its table; empty where
    nothing does."""

    column: str
    row: str
    title: str


def headed(session: ReadSession, claims: Iterable[ClaimView]) -> dict[str, Headed]:
    """What is written around those of some claims that stand in a table, by the claim's id."""
    versions: dict[str, list[ClaimView]] = {}
    for claim in claims:
        if CELL in claim.sentence.exact:
            versions.setdefault(claim.version_id, []).append(claim)
    return {name: told for version, rows in versions.items() for name, told in _headed(session, version, rows)}


def _headed(session: ReadSession, version_id: str, claims: Sequence[ClaimView]) -> list[tuple[str, Headed]]:
    """The same of one version."""
    told = document_queries.text_of(session, version_id)
    blocks = [to_block(block) for block in told.blocks] if told else []
    places = [(claim, _row(blocks, claim.span.start)) for claim in claims]
    text = told.text if told else ""
    return [(claim.id, _around(text, blocks, at, claim.span.start)) for claim, at in places if at is not None]


def _row(blocks: Sequence[Block], start: int) -> int | None:
    """Which block is the row that a figure stands in."""
    found = (at for at, block in enumerate(blocks) if block.start <= start < block.end)
    return next((at for at in found if blocks[at].kind is BlockKind.ROW), None)


def _around(text: str, blocks: Sequence[Block], at: int, start: int) -> Headed:
    """What is written around a figure of a row."""
    row = blocks[at]
    cell = next((n for n, (first, last) in enumerate(row.cells) if first <= start < last), 0)
    column = row.headers[cell] if cell < len(row.headers) else ""
    first = _words(text, *row.cells[0]) if row.cells and cell else ""
    title = next((block for block in reversed(blocks[:at]) if block.kind in TITLES), None)
    return Headed(_words(column), first, _words(text, title.start, title.end) if title else "")


def _words(text: str, start: int = 0, end: int | None = None) -> str:
    """Some words on one line."""
    return " ".join(text[start:end].split())
