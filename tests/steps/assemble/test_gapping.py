"""Figures that go on with a clause without its verb: whose they are, and what they count."""

from __future__ import annotations

import pytest

from registry.model.assertion import Kind
from tests.steps.reading import claims


def told(text):
    """Each count of a text: its words, what is counted, and whose."""
    counts = [claim for claim in claims(text, "2031-01-05") if claim.assertion.kind is Kind.COUNT]
    terms = [(claim.span.exact, claim.assertion.attribute, claim.assertion.subject) for claim in counts]
    return [(words, what and what.label, whose and whose.label) for words, what, whose in terms]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Labour now has 32 seats, and the Tories 16.", ("16", "seat", "Tories")),
        ("The north has 41 schools and the south 12.", ("12", "school", "south")),
        ("Oak Street school has 812 pupils, and Elm Street school 640.", ("640", "pupil", "Elm Street school")),
        ("Halden won 41 of the 90 seats, the Blue Union 27 and Reform 15.", ("15", "seat", "Reform")),
        ("Boeing delivered 12 planes and Airbus 9, the firms said.", ("9", "delivered plane", "Airbus")),
    ],
)
def test_a_name_behind_a_clause_has_the_figure_that_follows(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor opened 12 stations on Line 4 and Line 5.",
        "He visited 12 towns and Area 51.",
        "The studio made 12 films, among them Apollo 13.",
        "The museum has 41 rooms, and Room 12 is closed.",
        "The crew had 12 members and flew on Apollo 11.",
    ],
)
def test_the_number_of_a_name_stays_a_label(text):
    assert len(told(text)) == 1


def test_a_day_of_the_week_owns_nothing():
    assert ("12", "Tuesday") not in [(words, whose) for words, _, whose in told("On Monday 5 died, and Tuesday 12.")]
