import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.errors import TooLarge, Unreadable
from registry.model.span import BlockKind
from registry.steps.read import MAX_BYTES, read

CYRILLIC = "\u0412\u0441\u0435\u0433\u043e \u0434\u0432\u0435\u0441\u0442\u0438 \u043b\u044e\u0434\u0435\u0439"
WORDS = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Cn")), min_size=1).filter(str.strip)


@given(WORDS, st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_the_text_is_the_file_unchanged(words, newline):
    text = f"The mill has 12 looms.{newline}{words}{newline}"
    assert read(text.encode(), media_type="text/plain").text == text


def test_a_byte_order_mark_is_no_part_of_the_text():
    assert read(b"\xef\xbb\xbfNine boats sank.").text == "Nine boats sank."
    assert read("Nine boats sank.".encode("utf-16")).text == "Nine boats sank."


def test_a_western_file_is_read_and_says_so():
    reading = read(
        "The caf\u00e9 sold 40 \u201cspecials\u201d for \u20ac3 on Monday morning.".encode("cp1252"), name="a.txt"
    )
    assert "caf\u00e9 sold 40 \u201cspecials\u201d for \u20ac3" in reading.text
    assert reading.notes == ("decoded as Windows-1252",)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (
            CYRILLIC.encode("koi8-r"),
            "save it as UTF-8",
        ),
        ("\u5341\u4e8c\u4eba\u304c\u96c6\u307e\u308a\u307e\u3057\u305f".encode("shift_jis"), "save it as UTF-8"),
        (bytes(range(256)) * 20, "UTF-8"),
        (b"twelve\x00boats", "NUL bytes"),
        (b"\xff\xfe\x00", "begins like UTF-16"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "PNG picture; run text recognition"),
        (b"\xd0\xcf\x11\xe0" + bytes(50), r"an e-mail \(\.msg\) as \.eml"),
        (b"\x1f\x8b\x08" + bytes(50), "gzip archive"),
        (b"PK\x03\x04" + bytes(50), "zip archive"),
        (b"{\\rtf1 hello}", "RTF"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(data, words):
    with pytest.raises(Unreadable, match=words):
        read(data, name="a.txt")


def test_a_file_of_thirty_megabytes_is_too_large():
    with pytest.raises(TooLarge, match="25,000,000 are the limit"):
        read(b"a " * 15_000_000, name="a.txt")
    assert MAX_BYTES == 25_000_000


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ferries stop\n\nOSLO, May 3, 2021 (NW) - Nine ferries were halted.\n", date(2021, 5, 3)),
        ("Ferries stop\n\nPosted 4 May 2021, 09:10\n\nNine ferries were halted.\n", date(2021, 5, 4)),
        ("Ferries stop\n\n5 May 2021\n\nNine ferries were halted.\n", date(2021, 5, 5)),
        (
            "Ferries stop\nUpdated on Thursday, May 6th, 2021 | 3 comments\n\nNine ferries were halted.\n",
            date(2021, 5, 6),
        ),
        ("Ferries stop\n\n2021-05-07\n\nNine ferries were halted.\n", date(2021, 5, 7)),
        ("Ferries stop\n\nOn 8 May 2021 nine ferries were halted.\n", None),
        ("Ferries stop\n\n03/04/2021\n\nNine ferries were halted.\n", None),
        ("Ferries stop\n\n31 February 2021\n\nNine ferries were halted.\n", None),
    ],
)
def test_the_date_comes_from_a_line_that_is_only_there_to_give_it(text, day):
    reading = read(text.encode(), name="a.txt")
    assert reading.published == day
    assert bool(reading.notes) == (day is not None)
    assert reading.title == "Ferries stop"


def test_markdown_is_plain_text_with_a_type_of_its_own():
    reading = read(b"# Ferries stop\n\nNine *ferries* were halted.\n", name="a.md")
    assert (reading.media_type, reading.title) == ("text/markdown", "Ferries stop")
    assert reading.text.startswith("# Ferries stop\n")


def test_a_document_that_is_not_what_it_is_said_to_be_is_refused():
    with pytest.raises(Unreadable, match="said to be a PDF and is not"):
        read(b"Nine boats", media_type="application/pdf")
    assert (
        read(b"<!doctype html><p>Nine boats sank there.", name="a.txt", media_type="text/html").media_type
        == "text/html"
    )


@pytest.mark.parametrize(("lines", "what"), [("12 sacks\n" * 250_001, "lines"), ("| 1 | 2 |\n" * 200_000, "cells")])
def test_more_lines_or_cells_than_the_memory_holds_are_refused_unread(lines: str, what: str) -> None:
    started = time.process_time()
    with pytest.raises(TooLarge, match=what):
        read(lines.encode(), name="long.txt")
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            "Ferry aground off Solen\n\nPublished: March 25, 2015; 11:00 Updated: March 26; 14:30 (Vale)\n\n",
            (2015, 3, 25),
        ),
        ("Ferry aground off Solen\n\nBy Mira Vale| Mar 25, 2015\n\n", (2015, 3, 25)),
        ("Ferry aground off Solen\n\nPublished online by Solen University Press:  09 November 2012\n\n", (2012, 11, 9)),
        ("Ferry aground off Solen\n\nBRIEFING PAPER 14/50 30 September 2014\n\n", (2014, 9, 30)),
        ("Ferry aground off Solen\n\nSOLEN (Coast Wire / Harbour - 01st April, 2022) ", (2022, 4, 1)),
        ("Ferry aground off Solen\n\nPORT SOLEN, May 6, 2021 /Coastwire/ -- ", (2021, 5, 6)),
        ("Ferry aground off Solen\n\nAugust 3, 2014", (2014, 8, 3)),
    ],
)
def test_the_day_of_a_page_is_read_however_its_head_puts_it(head, day):
    found = read(f"{head}Rescuers took 212 people off the ferry.\n".encode())
    assert found.published == date(*day)
    told = [found.text[block.start : block.end] for block in found.blocks if block.kind is BlockKind.PROSE]
    assert told == ["Rescuers took 212 people off the ferry."]


def test_a_sentence_that_begins_with_a_day_of_publishing_stays_a_sentence():
    found = read(
        b"Camp report\n\nPublished on 3 May 2021, the report says that 14 people died in the camp in one year.\n"
    )
    assert any(block.kind is BlockKind.PROSE for block in found.blocks)


@pytest.mark.parametrize(
    ("words", "title", "publisher"),
    [
        (
            "Norwind Group\nNorwind to close its yard in Lansk\n3 May 2025\n\nThe yard",
            "Norwind to close its yard",
            "Norwind Group",
        ),
        (
            "Office for Works in Lansk\nYard in Lansk to close\n\nThe yard",
            "Yard in Lansk to close",
            "Office for Works in Lansk",
        ),
        (
            "Lansk Union Rejects Pay Offer\nVote of 4,300 members sets up strike\n\nThe",
            "Lansk Union Rejects Pay Offer",
            None,
        ),
        ("Minister Leaves Office\nTwo others to go in September\n\nThe", "Minister Leaves Office", None),
        ("Lansk Dam\n\nThe dam is 40 metres high.", "Lansk Dam", None),
        ("Yard in Lansk to close\n3 May 2025\n\nThe yard has 40 staff.", "Yard in Lansk to close", None),
    ],
)
def test_a_letterhead_names_the_publisher_and_is_no_title(words, title, publisher):
    reading = read(words.encode(), media_type="text/plain")
    assert (reading.title or "").startswith(title)
    assert reading.publisher == publisher
