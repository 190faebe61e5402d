"""Boxes beside a text: what their heads and lines look like, and what must be left alone."""

from __future__ import annotations

import pytest

from registry.model.span import BlockKind
from registry.steps.segment import blocks
from registry.steps.segment.furniture import is_furniture

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


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("Reactions", "The union counts 1,200 members in Lorn and disputes what is said in the report."),
        ("Responses", "The ministry said two years ago that 14 ferries would have to be sold."),
        ("Tickets", "A day ticket costs £12, up from £10 in 2025."),
        ("Careers", "The port employs 214 people, 120 of them part-time."),
        ("Donations", "Donations rose to £4.2 million from £3.9 million a year earlier."),
    ],
)
def test_a_chapter_that_is_headed_like_a_box_is_read(head, line):
    assert line not in beside(head, line)


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


CHITS = """
    The committee rose at 12.41 p.m. | Peer reviewed by 2 referees | Cited by 14 | Downloads: 1,204
    This biography of a living person cites 14 sources and needs 3 more. | Only 3 left in stock
    Docket 23-1188, argued March 4, decided June 3, 2024 | Word count 196 | Current waiting time: 14 minutes
    Lesezeit: 4 Minuten | Mis à jour le 3 juin 2024 à 14 h 10 | Foto: 3 von 12 | Ab 4,90 Euro im Monat
    FOR SALE: Boat, 7 m, €6,200 | 92p of every £1 goes to our work. | £25 could insulate a tank.
    Hotline for farmers: 800 22 33 44 (weekdays 7-19) | Quiz of the week: how many of the 10 can you get?
"""


@pytest.mark.parametrize("line", [one.strip() for row in CHITS.strip().splitlines() for one in row.split("|")])
def test_notes_of_desks_shops_and_sites_are_furniture(line):
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "The meeting began at 10 a.m.",
        "Publié en 2021, le livre compte 300 pages.",
        "Found dead: 3 sailors",
        "Lost £4m on the deal",
        "£25 can be enough.",
        "Research by Norport University suggests that 30 per cent of gulls eat plastic.",
        "The article has cost 14 people their jobs.",
        "More than 40 kinds of orchid can be found on the island, 12 of them nowhere else.",
        "Rooms at the hostel went up from £40 a night to £52 a night.",
        "23,000 people are looking for a home in the city.",
        "Forecast: sales of 4.2 to 4.4 billion euros in 2026",
        "Listed on the Lorn exchange since 1997",
        "PROMOTION FOR LORN AFTER 3-1 WIN",
        "Games: 10,500 athletes from 206 countries",
    ],
)
def test_lines_of_a_text_are_not(line):
    assert not is_furniture(line)


@pytest.mark.parametrize("line", ["Visits: 412,000", "Beds free: 12", "Citations 48"])
def test_a_line_of_a_fact_sheet_is_no_counter_of_a_site(line):
    assert not is_furniture(line)
