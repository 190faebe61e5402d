"""Boxes of a web page that stand apart from its article by their words, whatever their class."""

from __future__ import annotations

import time

import pytest

from registry.model.span import BlockKind
from registry.steps.read import read

PARAGRAPHS = "".join(
    f"<p>{line}</p>"
    for line in (
        "The ferry Halma ran aground off Lorn on Monday with 214 passengers on board, the coast guard said, and nine "
        "boats brought all of them ashore within three hours.",
        "The captain told the harbour office that a buoy was missing from the channel, which is 40 metres wide there; "
        "the office has had it looked for since Sunday.",
        "Halma was built in 1998 and carries cars and passengers between Lorn and the outer islands four times a day, "
        "in summer with a second ship.",
    )
)


def beside(box):
    """The words of a page's furniture."""
    page = f"<html><body><div class='a1'><h1>Ferry runs aground off Lorn</h1>{PARAGRAPHS}{box}</div></body></html>"
    reading = read(page.encode(), name="page.html")
    return " ".join(reading.text[b.start : b.end] for b in reading.blocks if b.kind is BlockKind.FURNITURE)


@pytest.mark.parametrize(
    "lines",
    [
        "<p>FOR SALE: Piano, black, €620 ono</p><p>TO LET: Flat, €650 pcm, no pets</p>",
        "<h4>What else matters</h4><p>Tourist tax to double to €4</p><p>Man, 23, wins lottery twice</p>",
        "<p>Chess club Thu 18-21, bring a clock</p>",
    ],
)
def test_a_box_with_other_words_is_furniture(lines):
    assert beside(f"<div class='zz'>{lines}</div>").count("<") == 0
    assert beside(f"<div class='zz'>{lines}</div>") != ""


@pytest.mark.parametrize(
    "box",
    [
        "<div class='zz'><h4>The ferry in figures</h4><p>Passengers: 400</p><p>Built: 1998</p></div>",
        "<div class='zz'><h4>Whales in numbers</h4><p>A whale eats 400 kilos</p><p>It dives for 14 minutes</p></div>",
        "<div class='zz'><h4>How much is a ticket?</h4><p>A ticket costs €14.</p></div>",
        "<div class='zz'><table><tr><td>Pianos</td><td>14</td></tr></table></div>",
        "<div class='zz'>" + "<p>Eleven pianos and a harp were saved from the hold by the crew of a tug.</p></div>",
        "<div class='post'><p>Wind: 14 knots</p></div>" * 3,
    ],
)
def test_boxes_of_the_article_are_read(box):
    assert "14" not in beside(box)
    assert "400" not in beside(box)
    assert "Eleven" not in beside(box)


def test_other_stories_in_lines_of_one_paragraph_are_furniture():
    told = "<p><b>More on this story</b><br>Firm 'had 7 warnings'<br>Ten sailors who won</p>"
    assert "7 warnings" in beside(told)


def test_a_page_in_two_hundred_boxes_costs_as_much_as_one_in_one():
    piece = (
        f"<p>{'The council said on Monday that 12 boats were lost. ' * 3}</p><div class='x'><p>12 more</p></div>" * 400
    )

    def seconds(depth: int) -> float:
        page = f"<html><body>{'<div>' * depth}{piece}{'</div>' * depth}</body></html>".encode()
        start = time.process_time()
        read(page, media_type="text/html")
        return time.process_time() - start

    assert seconds(200) < 5 * seconds(1)
