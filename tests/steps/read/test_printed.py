"""A web page that a browser printed to PDF: its article, without what the browser wrote around it."""

from __future__ import annotations

from datetime import date

import pytest

from registry.steps.read import read
from tests.steps.read.papers import lines, pdf

TITLE = "Dam above Lorn nears completion"
ADDRESS = "https://herald.example/news/dam"
STORY = (
    "The dam above Lorn is 88 metres high, and 412 people work",
    "on it, the water board said.",
)
SHORT = [
    "12/1/26, 5:13 AM",
    "01.12.26, 05:13",
    "01/12/2026, 05:13",
    "2026/12/1 5:13",
    "01/12/2026 \u00e0 05:13",
]


def sheet(number: int, of: int, stamp: str, *body: tuple[float, float, float, str]):
    """A sheet as a browser prints it, its own lines last."""
    return [
        *body,
        (30, 825, 7, stamp),
        (320, 825, 7, f"{TITLE} - Valley Herald"),
        (30, 15, 7, ADDRESS),
        (550, 15, 7, f"{number}/{of}"),
    ]


def article(day: str = "Published 9 March 2022"):
    """The first sheet's own words: the site's bar, a heading, the day, the story."""
    bar, head = (60, 790, 11, "Valley Herald"), (60, 760, 20, TITLE)
    return [bar, head, *lines(day, top=730), *lines(*STORY, top=700), *lines("It has cost 214 million euros.", top=650)]


@pytest.mark.parametrize("stamp", SHORT)
def test_the_browsers_lines_are_no_words_of_a_printed_page(stamp):
    reading = read(pdf(sheet(1, 1, stamp, *article())))
    assert reading.text.split("\n\n")[1:] == [
        TITLE,
        "Published 9 March 2022",
        " ".join(STORY),
        "It has cost 214 million euros.",
    ]
    assert (reading.title, reading.published) == (TITLE, date(2022, 3, 9))
    assert reading.publisher == "Valley Herald"


def test_a_printed_page_without_a_day_of_its_own_has_none():
    reading = read(
        pdf(sheet(1, 2, SHORT[0], *article("By Ida Noor")), sheet(2, 2, SHORT[0], *lines("It has 9 gates.")))
    )
    assert reading.published is None
    assert "1/2" not in reading.text
    assert reading.text.endswith("It has 9 gates.")


def test_a_release_that_names_its_day_and_hour_keeps_them():
    top = [(60, 820, 9, "31 May 2024, 10:00"), (60, 790, 20, "Board opens a third lock")]
    foot = [(60, 20, 9, "www.board.example")]
    reading = read(pdf([*top, *lines("The lock is 210 metres long.", top=740), *foot]))
    assert reading.published == date(2024, 5, 31)
    assert "www.board.example" in reading.text


def test_short_paragraphs_with_space_between_them_are_not_one():
    told = [(60, 780 - 30 * number, 11, f"There are {number + 3} locks on arm {number + 1}.") for number in range(5)]
    pair = [*lines("The board runs them all with", "a staff of 40.", top=600)]
    assert len(read(pdf([*told, *pair])).blocks) == 6
