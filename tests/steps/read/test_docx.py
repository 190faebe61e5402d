import docx
import pytest

from registry.errors import TooLarge, Unreadable
from registry.model.span import BlockKind
from registry.steps.read import read
from tests.steps.read.papers import packed, report, with_part


def test_a_report_keeps_its_headings_lists_and_tables_in_order():
    reading = read(report(), name="report.docx")
    found = [(block.kind, reading.text[block.start : block.end]) for block in reading.blocks]
    assert found == [
        (BlockKind.HEADING, "Harbour traffic rose in May"),
        (BlockKind.HEADING, "Overview"),
        (BlockKind.PROSE, "The port handled 1.4 million tonnes. It employs 312 people."),
        (BlockKind.ITEM, "212 ships called"),
        (BlockKind.ROW, "Pier\tShips"),
        (BlockKind.ROW, "North\t140"),
        (BlockKind.PROSE, "A new crane arrives in June."),
    ]
    assert reading.blocks[5].headers == ("Pier", "Ships")
    assert (reading.title, reading.authors) == ("Harbour traffic rose in May", ("Ana Ruiz", "Tom Byrne"))


def test_the_date_of_the_template_is_not_the_documents():
    assert read(report()).published is None


def test_a_report_without_text_says_so():
    with pytest.raises(Unreadable, match="no text"):
        read(packed(docx.Document()))


def test_a_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(TooLarge, match="unpacks to far more"):
        read(with_part(report(), "word/media/image1.bin", bytes(80_000_000)))
    with pytest.raises(TooLarge, match="unpacks to far more"):
        read(with_part(report(), "word/document.xml", b"<a>" + b" " * 20_000_000 + b"</a>"))


def test_a_cell_over_a_billion_columns_is_refused():
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "The canal has 17 locks."
    cell._tc.grid_span = 30_000_000
    with pytest.raises(TooLarge, match="columns"):
        read(packed(document))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(tmp_path, encoding):
    (tmp_path / "secret.txt").write_text("the code is 4711")
    body = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]><a>&x;</a>'
    with pytest.raises(Unreadable, match="entities"):
        read(with_part(report(), "word/document.xml", body.encode(encoding)))


@pytest.mark.parametrize("part", [b"", b"<broken", b"<a/>"])
def test_a_damaged_document_says_so(part):
    with pytest.raises(Unreadable):
        read(with_part(report(), "word/document.xml", part))


def test_an_archive_cut_short_is_damaged():
    with pytest.raises(Unreadable, match="damaged"):
        read(report()[:-200])
