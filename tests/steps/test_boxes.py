"""Boxes beside a text: what their heads and lines look like, and what must be left alone."""

from __future__ import annotations

import pytest

from registry.model.span import BlockKind
from registry.steps.segment import blocks

BODY = (
    "The ferry Halma ran aground off Lorn on Monday with 214 passengers on board; all of them were taken ashore within "
    "three hours by 9 boats of the coast guard."
)


def beside(*lines):
    """The lines below a title and a text that are furniture."""
    text = "\n\n".join(["Ferry runs aground off Lorn", BODY, BODY, *lines])
    return [text[one.start : one.end] for one in blocks(text) if one.kind is BlockKind.FURNITURE]


def test_what_readers_write_below_their_names_is_none_of_the_text():
    told = ["Comments (12)", "seadog55 2 hours ago", "I waited 7 hours for that ferry once.", "Reply (3)"]
    assert beside(*told) == told


def test_a_chapter_of_comments_in_a_report_is_read():
    told = ["Comments", "The harbour office received 41 comments, of which 12 were withdrawn.", "Three ask for a buoy."]
    assert set(told[1:]).isdisjoint(beside(*told))


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("From the shop", "Scarf, wool £14.50"),
        ("Jobs near you", "Deckhand, Lorn, £23,400 a year. Closing date 3 July."),
        ("Upcoming events", "6 June: Open day on the quay, 10:00-16:00"),
        ("Become a friend", "From €35 a year you sail as often as you like."),
    ],
)
def test_what_a_box_offers_is_no_claim(head, line):
    assert beside(head, line) == [head, line]


def test_events_of_a_chronicle_are_read():
    assert beside("Events", "1912: the pier is built with 40 piles.", "1954: a storm sinks 3 boats.") == []


def test_a_paragraph_that_asks_its_reader_to_give_is_furniture_as_a_whole():
    pitch = "For €5 a month you can adopt a seal. 3,412 people already have. Donate now: IBAN NO93 8601 1117 947"
    assert beside(pitch) == [pitch]


def test_who_wrote_a_page_is_told_at_its_end():
    byline, text = "By Ana Ruiz | Lorn Post | 4 min read", "Ana Ruiz has written about ships for 14 years."
    page = "\n\n".join(["Ferry runs aground off Lorn", byline, BODY, BODY, *["Nobody was hurt."] * 6, text])
    assert [one.kind for one in blocks(page)][-1] is BlockKind.FURNITURE


def test_what_readers_feel_is_counted_and_no_claim():
    assert beside("How did this story make you feel?", "Angry 41 · Sad 12 · Hopeful 88") == [
        "Angry 41 · Sad 12 · Hopeful 88"
    ]
