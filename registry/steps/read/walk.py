"""From a tree of elements to text and blocks: a paragraph, heading, list item or table row each."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from registry.model.span import Block, BlockKind
from registry.steps.read.apart import Body
from registry.steps.read.compose import Composer
from registry.steps.read.grid import Cell, laid_out, named
from registry.steps.read.main import is_furniture
from registry.steps.segment.tables import is_header

_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_KINDS = {
    "li": BlockKind.ITEM,
    "dt": BlockKind.HEADING,
    "dd": BlockKind.ITEM,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "blockquote": BlockKind.QUOTE,
    **dict.fromkeys(_HEADINGS, BlockKind.HEADING),
}
_SHORT = 80
_KEPT = frozenset({BlockKind.ITEM, BlockKind.QUOTE, BlockKind.CAPTION})
_BLOCKS_WORDS = """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure
    footer h1 h2 h3 h4 h5 h6 header hgroup hr li main ol p pre section summary table ul
"""
_BLOCKS = frozenset(_BLOCKS_WORDS.split())


def write(elements: Iterable[HtmlElement]) -> tuple[str, tuple[Block, ...]]:
    """The text and blocks of elements, one after the other."""
    parts = [*elements]
    walker = _Walker(Body(parts))
    for element in parts:
        walker.walk(element)
        walker.flush()
    return walker.composer.done()


class _Walker:
    """Collects the words of elements until a block ends."""

    def __init__(self, body: Body) -> None:
        """Nothing collected yet."""
        self.body = body
        self._apart = False
        self.composer = Composer()
        self._words: list[str] = []
        self._kind = BlockKind.PROSE
        self._level = 0

    def walk(self, element: HtmlElement) -> None:
        """Adds an element, its children and what follows each of them."""
        kind, level = self._kind, self._level
        opens = element.tag in _BLOCKS
        if opens:
            self.flush()
            self._kind = _KINDS.get(element.tag, kind if kind in _KEPT else BlockKind.PROSE)
            self._level = _depth(element, level)
        self._add(element.text)
        for child in element:
            self._child(child)
            self._add(child.tail)
        if opens:
            self.flush()
            self._kind, self._level = kind, level

    def flush(self) -> None:
        """Closes the block that is open; two line breaks part it."""
        words = tidy("".join(self._words))
        self._words.clear()
        for paragraph in re.split(r"\n{2,}", words):
            kind = BlockKind.FURNITURE if self._apart else self._kind
            self.composer.put(paragraph.strip(" \n"), kind, level=self._level)

    def _child(self, child: HtmlElement) -> None:
        """Adds a child element, unless it is around the article."""
        if not isinstance(child.tag, str) or is_furniture(child):
            return
        if not self._apart and self.body.is_apart(child):
            self.flush()
            self._apart = True
            self.walk(child)
            self._apart = False
        elif child.tag == "table":
            self.flush()
            self._table(child)
        elif child.tag == "dl" and (grid := _pairs(child)):
            self.flush()
            self.composer.rows(grid, heads=0)
        elif child.tag == "pre" and "\n" in (words := child.text_content().strip("\n")):
            self.flush()
            self.composer.lines("\n".join(line.rstrip() for line in words.expandtabs().split("\n")))
        elif child.tag == "br":
            self._words.append("\n")
        else:
            self.walk(child)

    def _add(self, words: str | None) -> None:
        """Adds words to the block that is open."""
        if words:
            self._words.append(_BLANKS.sub(" ", words))

    def _table(self, table: HtmlElement) -> None:
        """Adds a table: its caption, then a row each; a table that lays out a page is walked like the rest."""
        for caption in table.iterchildren("caption"):
            self.walk(caption)
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
        if lays_out(table, rows):
            for cell in (cell for row in rows for cell in cells_of(row)):
                self._child(cell)
                self.flush()
            return
        said, full = laid_out([[_spanning(cell) for cell in cells_of(row)] for row in rows])
        heads = next((at for at, row in enumerate(rows) if not _is_head(row)), len(rows))
        heads = heads if 0 < heads < len(rows) else int(not _is_keyed(rows[0]) and is_header(said)) if rows else 0
        self.composer.rows(said, heads=heads, names=named(full, heads))


def _is_head(row: HtmlElement) -> bool:
    """Whether a row names columns: all its cells are headers, or it stands in the head of its table."""
    cells = cells_of(row)
    return bool(cells) and (row.getparent().tag == "thead" or all(cell.tag == "th" for cell in cells))


def _is_keyed(row: HtmlElement) -> bool:
    """Whether a row says one thing of one: a cell that is a header, and cells that are none."""
    cells = cells_of(row)
    return len(cells) > 1 and cells[0].tag == "th" and all(cell.tag == "td" for cell in cells[1:])


def _spanning(cell: HtmlElement) -> Cell:
    """A cell with the rows and columns that it spans."""
    rows, columns = (
        int(said) if (said := (cell.get(name) or "1").strip()).isdigit() and len(said) < 5 and int(said) else 1
        for name in ("rowspan", "colspan")
    )
    return Cell(_cell(cell), rows, columns, cell.tag == "th" and _is_head(cell.getparent()))


def _depth(element: HtmlElement, outer: int) -> int:
    """A heading's level, or how deep a list item lies."""
    if element.tag in ("li", "dd"):
        return outer + 1
    return 2 if element.tag == "dt" else _HEADINGS.get(element.tag, outer)


def tidy(words: str) -> str:
    """Words with single blanks, none beside a line break; no-break spaces stay."""
    return re.sub(r" *\n *", "\n", re.sub(r" {2,}", " ", words)).strip(" \n")


def cells_of(row: HtmlElement) -> list[HtmlElement]:
    """The cells of a row."""
    return [cell for cell in row if cell.tag in ("td", "th")]


def _cell(cell: HtmlElement) -> str:
    """What a cell says, on one line."""
    for note in cell.iter("sup"):
        if re.fullmatch(r"\[\w{1,3}\]", note.text_content().strip()):
            note.clear(keep_tail=True)
    gap = " " if any(child.tag in _BLOCKS or child.tag == "br" for child in cell.iter() if child is not cell) else ""
    return _BLANKS.sub(" ", gap.join(cell.itertext())).strip(" ")


def _pairs(terms: HtmlElement) -> list[list[str]]:
    """Terms with a short value each, as rows of two; nothing for any other list of terms."""
    children = [child for child in terms if child.tag in ("dt", "dd")]
    if [child.tag for child in children] != ["dt", "dd"] * (len(children) // 2):
        return []
    words = [_cell(child) for child in children]
    return [words[at : at + 2] for at in range(0, len(words), 2)] if all(len(word) <= _SHORT for word in words) else []


def lays_out(table: HtmlElement, rows: list[HtmlElement]) -> bool:
    """Whether a table lays out a page, as those of e-mails do, instead of listing figures."""
    single = len(rows) > 1 and all(len(cells_of(row)) < 2 for row in rows) and table.find(".//p") is not None
    return (
        single
        or (table.get("role") in ("presentation", "none") and table.find(".//th") is None)
        or any(_is_layout(row) for row in rows)
    )


def _is_layout(row: HtmlElement) -> bool:
    """Whether a row lays out a page: a long text, a table or a heading with a paragraph stands in one of its cells."""
    long = any(cell.find(".//p") is not None and len(cell.text_content()) > 400 for cell in row)
    return long or row.find(".//table") is not None or any(_is_headed(cell) for cell in cells_of(row))


def _is_headed(cell: HtmlElement) -> bool:
    """Whether a cell has a heading with a paragraph or a list beside it."""
    return next(cell.iter(*_HEADINGS), None) is not None and next(cell.iter("p", "ul", "ol"), None) is not None
