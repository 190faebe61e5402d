"""When a question asks: of what is planned, of what is, and of which period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from registry.model.assertion import Claim
from registry.model.document import Source
from registry.model.moment import Moment, Precision
from registry.steps.extract import extract
from registry.steps.match import question
from registry.steps.phrases import spoken
from registry.steps.read import read


def claims(text: str, published: str = "2025-03-03") -> list[Claim]:
    """The claims of a text of a day."""
    return list(extract(read(text.encode(), name="a.txt"), Source("a", published=date.fromisoformat(published))))


def asked(text: str, exact: str) -> str:
    """What the claim of some words answers."""
    return question([next(claim for claim in claims(text) if claim.span.exact == exact)])


@pytest.mark.parametrize(
    ("text", "exact", "wanted"),
    [
        ("The Weir Bridge crosses the Lenne. It is 84 metres long.", "84 metres", "length"),
        ("The Haldis Tower stands in Oslin. The tower is 61 metres high.", "61 metres", "height"),
        ("The new Weir Bridge will be 86 metres long.", "86 metres", "length"),
    ],
)
def test_what_a_thing_measures_is_asked_for_by_its_name_in_the_present(text, exact, wanted):
    assert asked(text, exact).startswith(f"What is the {wanted} of ")


def test_the_measure_of_something_else_is_asked_for_in_its_sentence():
    told = asked(
        "Port Denham Airport opened in 1961. The old main runway measures 2,750 metres in length.", "2,750 metres"
    )
    assert told != "What is the length of Port Denham Airport?"


def test_a_day_that_is_planned_is_asked_for_as_planned():
    assert asked("The Weir Bridge is due to open in September 2026.", "September 2026") == (
        "For when is the opening planned (Weir Bridge)?"
    )
    assert asked("The Weir Bridge opened in September 2023.", "September 2023").startswith("When was the opening")


def test_a_season_is_told_by_its_months():
    autumn = Moment(date(2024, 9, 1), date(2024, 11, 30), Precision.QUARTER)
    assert spoken(autumn) == "September to November 2024"
    assert spoken(Moment(date(2024, 7, 1), date(2024, 9, 30), Precision.QUARTER)) == "the third quarter of 2024"


def test_a_period_is_left_out_where_another_source_speaks_of_another_time():
    text = "The Weir Bridge stands in Aldmoor. In 2023 the Weir Bridge carried {} lorries."
    near = next(claim for claim in claims(text.format(310)) if claim.span.exact == "310")
    assert "in 2023" in question([near])
    later = next(c for c in claims("The Weir Bridge carried 420 lorries.", "2026-10-13") if c.span.exact == "420")
    assert "2023" not in question([near, later])


def test_an_english_word_has_its_plural_whoever_is_asked_first():
    english = next(c for c in claims("The park at Oslin counted 14 kittens.") if c.span.exact == "14")
    german = replace(
        english, source=replace(english.source, language="de"), span=replace(english.span, start=900, end=902)
    )
    assert "kittens" in question([german, english])
    assert "kittens" in question([english, german])
