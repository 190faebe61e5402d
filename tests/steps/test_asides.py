"""Stretches beside a text: what opens them, what ends them, and what they must leave alone."""

from __future__ import annotations

import pytest

from registry.model.span import BlockKind
from registry.steps.recognise import recognise
from registry.steps.segment import blocks, sentences

BODY = (
    "The council of Lorn voted on Monday to build 14 bridges over the Orme, which will cost 31 million crowns in all."
)


def beside(text):
    """The lines of a text that are furniture."""
    return [text[one.start : one.end] for one in blocks(text) if one.kind is BlockKind.FURNITURE]


@pytest.mark.parametrize("head", ["Related news", "MOST READ", "More on this story", "In this section", "Read next"])
def test_other_stories_stand_below_their_head_to_the_next_text(head):
    lines = ["Bridge shut for 3 nights", "2 Ten walks with a pub", "Why 40 pilots quit"]
    told = beside("\n\n".join(["Lorn builds", BODY, head, *lines, "What it costs", BODY]))
    assert told == [head, *lines]


def test_the_title_below_the_latest_news_is_kept():
    told = beside("\n\n".join(["LATEST", "Dog finds 900 crowns", "Lorn to build 14 bridges over river", BODY]))
    assert told == ["LATEST", "Dog finds 900 crowns"]


def test_contents_are_entries_with_pages():
    told = beside("\n\n".join(["Bridges", "Contents", "Summary 3", "1 Costs 5", "1.1 Steel 7", "Summary", BODY]))
    assert told == ["Contents", "Summary 3", "1 Costs 5", "1.1 Steel 7"]


def test_notes_cite_and_count_up():
    notes = ["1 Office of Works, Census 2019, vol. 4, p. 87.", "2 Interview 14, Port Amal, 12 November 2022."]
    assert beside("\n\n".join(["Bridges", BODY, *notes])) == notes
    assert beside("\n\n".join(["Bridges", BODY, "1 bridge fell in 2019", "2 bridges fell in 2020"])) == []


def test_a_mail_has_a_head():
    told = beside("From: Rosa Lind\nTo: all\nSent: Tuesday, 12 March 2024 16:48\nSubject: 14 bridges\n\n" + BODY)
    assert told == ["From: Rosa Lind", "To: all", "Sent: Tuesday, 12 March 2024 16:48"]
    assert beside(f"Bridges\n\n{BODY}\n\nDate: 12 March 2024") == []


def test_a_running_head_is_a_title_with_a_page():
    told = beside("\n\n".join(["State of the bridges", BODY, "State of the bridges | 12", BODY]))
    assert told == ["State of the bridges | 12"]
    assert beside("\n\n".join(["Case", BODY, "Counts charged: 11", "Counts charged: 12"])) == []


def test_headings_lose_their_numbers():
    text = "\n\n".join(["Bridges", "1 Costs", BODY, "1.1 Steel", BODY, "1.2 Stone", BODY])
    heads = [text[one.start : one.end] for one in blocks(text) if one.kind is BlockKind.HEADING]
    assert heads == ["Bridges", "Costs", "Steel", "Stone"]


def test_a_numbered_line_follows_a_full_one():
    text = "1. Source. The wreck is empty. The volume lost was 3,650 t of 31,000 t.\n2. Recovery. 1,860 t came in:"
    assert [one.kind for one in blocks(text)] == [BlockKind.ITEM, BlockKind.ITEM]


def test_a_heading_that_asks_states_nothing():
    text = f"Four or 40 bridges?\n\n{BODY}\n\nQ: Will it cost 9 crowns?\n\n{BODY}"
    found = recognise(text, sentences(text, blocks(text)), published=None, language="en")
    words = [text[one.start : one.end] for mentions in found for one in mentions]
    assert "40" not in words
    assert "9 crowns" in words or "9" in words
