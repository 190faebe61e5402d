import pytest

from registry.errors import Unreadable
from registry.model.span import BlockKind
from registry.steps.read import read
from tests.steps.read.papers import lines, pdf


def paragraphs(reading):
    return [reading.text[block.start : block.end] for block in reading.blocks]


def test_lines_become_paragraphs_with_their_pages():
    first = lines("Canal report", size=20) + lines(
        "The canal carried 412 barges in the year, which is more than",
        "in any other since the war, and nobody complained.",
        top=720,
    )
    first += lines("Tolls came to 3.1 million crowns.", top=670)
    reading = read(pdf(first, lines("A second page tells of 17 locks.")))
    assert paragraphs(reading) == [
        "Canal report",
        "The canal carried 412 barges in the year, which is more than "
        "in any other since the war, and nobody complained.",
        "Tolls came to 3.1 million crowns.",
        "A second page tells of 17 locks.",
    ]
    assert [block.page for block in reading.blocks] == [1, 1, 1, 2]
    assert reading.blocks[0].kind is BlockKind.HEADING
    assert reading.title == "Canal report"


def test_running_headers_and_page_numbers_are_left_out():
    pages = [
        [
            (60, 810, 9, f"Canal Board - Annual Report {2000 + number}"),
            *lines(f"There were {number + 30} locks."),
            (290, 30, 9, f"{number}"),
        ]
        for number in range(1, 5)
    ]
    text = read(pdf(*pages)).text
    assert "Annual Report" not in text
    assert text.split("\n\n") == [f"There were {number + 30} locks." for number in range(1, 5)]


def test_a_paragraph_that_runs_over_the_page_is_one():
    text = read(pdf(lines("The canal carried some"), lines("412 barges, and the board", "was pleased with that.")))
    assert "\ufffe" not in text.text
    joined = read(pdf(lines("The canal carried many of the"), lines("barges of the 412 that were built.")))
    assert joined.text == "The canal carried many of the barges of the 412 that were built."


def test_a_pdf_without_text_is_a_scan():
    with pytest.raises(Unreadable, match="scan"):
        read(pdf([]))


@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing", b"%PDF-1.4\n" + bytes(range(256)) * 40])
def test_a_damaged_pdf_says_so(data):
    with pytest.raises(Unreadable, match="damaged"):
        read(data)
