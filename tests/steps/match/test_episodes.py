"""Figures of the second of several, in a paragraph that only its first sentence calls so."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.document import Reading, Source
from registry.steps.check import examine
from registry.steps.extract import extract

SECOND = "The second season lasted from 3 May to 11 June 2032. Thirty-one people took part. The dig cost £97,000."
FIRST = "The dig at Lowmark cost £84,000."


def conflicts(one, two, days):
    claims = []
    for name, text, day in (("first", one, days[0]), ("second", two, days[1])):
        reading = Reading(text=f"The dig at Lowmark\n\n{text}\n", media_type="text/plain", reader="given")
        claims += extract(reading, Source(name, "The dig at Lowmark", f"The {name} paper", day, "en"))
    return [pair.left.span.exact for pair in examine(claims) if pair.finding.relation.is_conflict]


@pytest.mark.parametrize(
    ("one", "two", "days", "flagged"),
    [
        (FIRST, SECOND, (date(2031, 6, 20), date(2032, 6, 30)), False),
        (FIRST, SECOND, (date(2032, 6, 20), date(2032, 6, 30)), True),
        (FIRST, "The dig cost £97,000.", (date(2031, 6, 20), date(2032, 6, 30)), True),
    ],
)
def test_what_was_told_of_the_first_is_not_held_against_the_second(one, two, days, flagged):
    assert ("£84,000" in conflicts(one, two, days)) is flagged


def test_a_paragraph_of_its_own_is_not_about_it():
    text = f"The dig at Lowmark\n\n{SECOND}\n\nThe hall has 41 seats.\n"
    claims = extract(
        Reading(text=text, media_type="text/plain", reader="given"), Source("one", None, None, date(2032, 6, 30), "en")
    )
    notes = {claim.span.exact: claim.assertion.notes for claim in claims}
    assert "episode second season" in notes["£97,000"]
    assert "episode second season" not in notes["41"]
