"""Columns, tables and notes: what the readers make of where words stand."""

from __future__ import annotations

import docx

from registry.model.span import BlockKind
from registry.steps.read import read
from tests.steps.read.papers import packed, pdf, with_part

LEFT = (
    "The mill ground 4,100 sacks of",
    "rye in that year, and the miller",
    "said that 12 of them were lost",
    "to the flood of the spring.",
)
RIGHT = (
    "Its owner paid 310 crowns for a",
    "new stone, which was more than",
    "the 290 crowns of the old one,",
    "as his books of the time say.",
)


def page(
    *rows: tuple[str, ...], top: float = 700, edges: tuple[float, ...] = (60, 320, 440)
) -> list[tuple[float, float, float, str]]:
    """Words side by side, row after row."""
    return [
        (edges[column], top - 14 * row, 11, words)
        for row, cells in enumerate(rows)
        for column, words in enumerate(cells)
    ]


def rows(data: bytes, name: str) -> list[tuple[list[str], tuple[str, ...]]]:
    """The cells and headers of each row."""
    reading = read(data, name=name, media_type=None)
    return [
        ([reading.text[start:end] for start, end in block.cells], block.headers)
        for block in reading.blocks
        if block.kind is BlockKind.ROW
    ]


def test_two_columns_set_line_by_line_are_read_one_after_the_other():
    whole = "The mill report opens with a line that runs over both of the columns of its page."
    words = [(60, 740, 11, whole), *page(*zip(LEFT, RIGHT, strict=True))]
    assert read(pdf(words), name="a.pdf", media_type=None).text.split("\n\n") == [
        whole,
        " ".join(LEFT),
        " ".join(RIGHT),
    ]


def test_the_rows_of_a_table_in_a_pdf_have_their_cells_and_headers():
    table = page(("Mill", "Sacks", "Crowns"), ("Upper", "4,100", "310"), ("Lower", "2,950", "120"))
    assert rows(pdf([(60, 760, 11, "Sacks ground by mill"), *table]), "a.pdf") == [
        (["Mill", "Sacks", "Crowns"], ()),
        (["Upper", "4,100", "310"], ("Mill", "Sacks", "Crowns")),
        (["Lower", "2,950", "120"], ("Mill", "Sacks", "Crowns")),
    ]


def test_a_line_with_one_wide_gap_by_itself_is_no_table():
    words = [*page(("Mill report", "", "Spring"), top=760), *page(("The mill ground 4,100 sacks of rye.",))]
    words = [word for word in words if word[3]]
    assert (
        read(pdf(words), name="a.pdf", media_type=None).text
        == "Mill report Spring\n\nThe mill ground 4,100 sacks of rye."
    )


TABLE = """
<html><body><article><h1>Mills of the valley</h1><p>{prose}</p><table>
<thead><tr><th rowspan="2">Mill</th><th colspan="2">Sacks</th></tr><tr><th>2022</th><th>2023</th></tr></thead>
<tr><td rowspan="2">Upper</td><td>410</td><td>450</td></tr><tr><td>12</td><td>15</td></tr>
<tr><td>Lower</td><td colspan="2">97</td></tr></table></article></body></html>
"""
PROSE = "The mills of the valley ground more rye than ever, the guild of the millers said in its yearly report. " * 3


def test_cells_that_span_rows_and_columns_keep_the_others_in_line():
    names = ("Mill", "Sacks 2022", "Sacks 2023")
    assert rows(TABLE.format(prose=PROSE).encode(), "a.html")[2:] == [
        (["Upper", "410", "450"], names),
        (["Upper", "12", "15"], names),
        (["Lower", "97", ""], names),
    ]


def test_a_spanning_figure_is_said_once():
    text = read(TABLE.format(prose=PROSE).encode(), name="a.html", media_type=None).text
    assert text.count("97") == 1


def test_preformatted_text_keeps_its_lines_and_tables():
    table = "Mill    Sacks\nUpper   450\nLower   97"
    web = f"<html><body><article><h1>Mills</h1><p>{PROSE}</p><pre>{table}</pre></article></body></html>"
    assert rows(web.encode(), "a.html")[1:] == [
        (["Upper", "450"], ("Mill", "Sacks")),
        (["Lower", "97"], ("Mill", "Sacks")),
    ]


def test_merged_cells_of_a_word_table_keep_their_places():
    document = docx.Document()
    document.add_paragraph("The mills of the valley.")
    table = document.add_table(rows=3, cols=3)
    for row, cells in zip(table.rows, (("Mill", "2022", "2023"), ("Upper", "410", "450"), ("", "12", "")), strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(2, 1).merge(table.cell(2, 2))
    found = [[cell.strip() for cell in cells] for cells, _ in rows(packed(document), "a.docx")]
    assert found[1:] == [["Upper", "410", "450"], ["Upper", "12", ""]]


def test_footnotes_of_a_word_document_are_read():
    document = docx.Document()
    document.add_paragraph("The mill ground 4,100 sacks.")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    line = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    note = '<w:footnote w:id="1"><w:p><w:r><w:t>A sack held 75 kg.</w:t></w:r></w:p></w:footnote>'
    notes = f"<w:footnotes {space}>{line}{note}</w:footnotes>"
    data = with_part(packed(document), "word/footnotes.xml", notes.encode())
    assert read(data, name="a.docx", media_type=None).text == "The mill ground 4,100 sacks.\n\nA sack held 75 kg."
