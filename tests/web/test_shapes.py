from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.actions.ingest import Prepared
from registry.errors import NotFound
from registry.model.document import Reading, Source
from registry.model.span import Block, BlockKind
from tests.web.makers import version_of
from web import emphasis, reasons, text
from web.difference import changes, difference, shortened
from web.tray import Tray

READING = Reading("12345", "text/plain", "plain/1")
PREPARED = Prepared("urn:x", "ab" * 32, b"12345", READING, Source("d1"), ())


def shown(words: str) -> str:
    view = version_of(words, (Block(0, len(words)),))
    return "".join(piece.text for piece in text.blocks(view)[0].pieces)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("It is *new* here.", "It is new here."),
        ("It is **very** new.", "It is very new."),
        ("See [the report](https://report.example/a) of May.", "See the report of May."),
        ("2 * 3 * 4 is 24.", "2 * 3 * 4 is 24."),
        ("A snake_case_name stays.", "A snake_case_name stays."),
        ("An * alone stays.", "An * alone stays."),
    ],
)
def test_marks_of_emphasis_are_hidden_and_arithmetic_is_not(written, read):
    assert shown(written) == read


def test_a_pdf_keeps_its_stars():
    assert emphasis.marks("*a*", "application/pdf") == []


def test_pages_are_numbered_where_there_are_several():
    words = "First page.\nSecond page."
    view = version_of(words, (Block(0, 11, page=1), Block(12, 24, page=2)))
    assert [block.kind for block in text.blocks(view)] == ["page", "prose", "page", "prose"]


def test_a_heading_that_is_the_title_with_an_addition_is_not_said_twice():
    words = "The choir's year"
    view = version_of(words, (Block(0, len(words), BlockKind.HEADING, 1),))
    source = view.document.source
    longer = view.document._replace(source=source.__class__(source.id, title="The choir's year (brief)"))
    assert text.titled(view._replace(document=longer))
    other = view.document._replace(source=source.__class__(source.id, title="The choir's yearly feast"))
    assert not text.titled(view._replace(document=other))


@given(st.text(alphabet="ab 1.\n", max_size=60), st.text(alphabet="ab 1.\n", max_size=60))
def test_a_difference_holds_both_texts(old, new):
    parts = difference(old, new)
    assert "".join(part.text for part in parts if part.kind != "new") == old
    assert "".join(part.text for part in parts if part.kind != "gone") == new
    assert (changes(parts) == 0) == (old == new)


def test_a_long_stretch_without_change_is_left_out():
    parts = shortened(difference("x\n" * 2000 + "124", "x\n" * 2000 + "125"))
    assert [part.kind for part in parts] == ["cut", "same", "gone", "new"]


def test_a_reason_is_told_once_and_claims_filed_under_one_key_have_one():
    assert reasons.together(["both are about Norsund"] * 2) == ("both are about Norsund",)
    assert reasons.together([]) == (reasons.UNSAID,)


def test_a_tray_forgets_the_oldest_first():
    tray = Tray(most=2)
    made = [tray.put(PREPARED) for _ in range(3)]
    with pytest.raises(NotFound):
        tray.take(made[0])
    assert tray.take(made[2]) is PREPARED
