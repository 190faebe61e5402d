from __future__ import annotations

import pytest

from registry.errors import NotFound, Unreadable
from registry.sandbox import draw_guarded
from registry.steps.read.drawing import SIGNATURE, Quote, draw, found, png, squeezed
from tests.steps.read.papers import pdf

PAGE = [
    (72, 700, 12, "The harbour board has 14 members and meets in spring."),
    (72, 680, 12, "Its tug pulls 21 barges on a calm day."),
    (72, 660, 12, "In winter it pulls 14 barges at most."),
]


def test_a_page_is_drawn_and_its_words_are_found_where_they_stand():
    made = draw(pdf(PAGE), 1, [Quote("board has ", "14", " members"), Quote("tug pulls ", "21", " barges")])
    assert made.png.startswith(SIGNATURE)
    assert made.pages == 1
    assert made.width < made.height
    (first,), (second,) = made.boxes
    assert first.top < second.top
    assert 0 < first.left < first.left + first.width < 1
    assert 0 < first.height < 0.05


def test_the_same_words_twice_are_told_apart_by_what_stands_around_them():
    quotes = [Quote("board has ", "14", " members"), Quote("it pulls ", "14", " barges at")]
    (first,), (second,) = draw(pdf(PAGE), 1, quotes).boxes
    assert second.top - first.top > 0.04
    assert draw(pdf(PAGE), 1, [Quote("", "14", "")]).boxes == ((),)


def test_a_quote_that_is_not_on_the_page_has_no_box():
    assert draw(pdf(PAGE), 1, [Quote("", "99", "")]).boxes == ((),)


def test_words_that_go_on_in_the_next_line_have_a_box_in_each():
    page = [(72, 700, 12, "The board has four"), (72, 680, 12, "teen thousand members.")]
    (boxes,) = draw(pdf(page), 1, [Quote("board has ", "fourteen thousand", " members")]).boxes
    assert len(boxes) == 2
    assert boxes[0].top < boxes[1].top


def test_a_page_that_is_not_there_and_bytes_that_are_no_pdf_are_refused():
    with pytest.raises(NotFound):
        draw(pdf(PAGE), 2)
    with pytest.raises(Unreadable):
        draw(b"nothing", 1)


def test_a_page_is_drawn_in_a_process_of_its_own():
    made = draw_guarded(pdf(PAGE), 1, [Quote("tug pulls ", "21", " barges")])
    assert made == draw(pdf(PAGE), 1, [Quote("tug pulls ", "21", " barges")])
    with pytest.raises(NotFound):
        draw_guarded(pdf(PAGE), 7)


def test_a_png_has_its_size_in_its_head():
    made = png(bytes([0, 128, 255, 9] * 2), 3, 2, 4)
    assert int.from_bytes(made[16:20], "big") == 3
    assert int.from_bytes(made[20:24], "big") == 2


def test_spaces_and_hyphens_do_not_hide_a_quote():
    bare, _ = squeezed("a 20-\npage re-port of 3 parts")
    assert bare[slice(*found(bare, Quote("a ", "20-page report", " of")))] == "20pagereport"
