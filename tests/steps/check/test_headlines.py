"""Whether a headline and the sentence below it give one figure."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.document import Reading, Source
from registry.steps.check.headlines import rounded, wrong_headlines
from registry.steps.extract import extract


def found(title, text):
    source = Source("one", None, "The Lansk paper", date(2024, 5, 2), "en")
    claims = extract(Reading(text=f"{title}\n\n{text}\n", media_type="text/plain", reader="given"), source)
    return [(pair.left.span.exact, pair.right.span.exact) for pair in wrong_headlines(claims)]


@pytest.mark.parametrize(
    ("title", "text", "pair"),
    [
        (
            "Central bank holds key rate at 4.5%",
            "The central bank on Thursday left its key rate unchanged at 4.25 percent.",
            ("4.5%", "4.25 percent"),
        ),
        (
            "Lansk paper mill to close, cutting 310 jobs",
            "The Lansk paper mill will close in March, cutting 340 jobs, its owner said on Friday.",
            ("310", "340"),
        ),
        (
            "The €361m harbour wall",
            "Seven years ago the town began to build. Storms came. In the end the wall cost €316 million.",
            ("€361m", "€316 million"),
        ),
        (
            "Inspectors blame frayed cable for cable car fall that injured 26",
            "The report runs to 90 pages. It tells of an afternoon in May on which 24 people were injured.",
            ("26", "24"),
        ),
        (
            "€862m - and the baker paid as well",
            "The campaign had put €826m into the till, said the office on Friday, out of up to €2.3bn missing.",
            ("€862m", "€826m"),
        ),
    ],
)
def test_a_headline_that_its_text_contradicts_is_flagged(title, text, pair):
    assert found(title, text) == [pair]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Lansk sales up 4 percent", "Lansk sales rose 4.2 percent in the quarter, the chain said."),
        ("Five more die in Lansk flood", "The death toll in the Lansk flood has risen to 23."),
        ("Lansk council cuts 40 jobs", "The Lansk council will cut 120 jobs over three years, 40 of them at once."),
        ("The €361m harbour wall", "The town sought €316 million from the state. The wall cost 361 million euros."),
        ("Fall injures 26", "On Monday a cable car fell. Of the injured, 24 are in hospital and 2 at home."),
        ("Mothers demand answers as 300 pupils fall sick", "Altogether 302 pupils fell sick on Monday."),
        ("About 300 jobs go at Lansk mill", "The Lansk mill will close in March, and 312 jobs go with it."),
    ],
)
def test_a_headline_that_tells_less_or_rounds_is_not(title, text):
    assert not found(title, text)


@pytest.mark.parametrize(("told", "fits"), [("2,140", True), ("1,960", True), ("2,490", False)])
def test_a_headline_rounds_by_a_tenth_at_most(told, fits):
    source = Source("one", None, "The Lansk paper", date(2024, 5, 2), "en")
    text = f"Crowd of 2,000 people marches in Lansk\n\nA crowd of {told} people marched in Lansk on Monday.\n"
    title, body = extract(Reading(text=text, media_type="text/plain", reader="given"), source)
    assert rounded(title, body) is fits
