"""The place that narrows a figure, or none."""

from __future__ import annotations

import pytest

from tests.steps.assemble.test_cases import claims


@pytest.mark.parametrize(("exact", "place"), [("620 tonnes", "Norland"), ("911 tonnes", None), ("1,000", None)])
def test_what_is_told_of_the_whole_world_or_of_the_whole_has_no_place(exact, place):
    text = (
        "Lansk Foods\n\nLansk Foods sold 620 tonnes in Norland and 911 tonnes worldwide. "
        "It had 1,000 shops, of which 420 in Holm.\n"
    )
    found = next(claim.assertion for claim in claims(text, "2031-01-05") if claim.span.exact == exact)
    assert (found.scope.place if found.scope else None) == place


def test_a_place_may_be_called_a_neighbour():
    text = "Norland\n\nIn neighbouring Sudland, 310,000 pupils are expected; in nearby towns 40 fell ill.\n"
    places = [claim.assertion.scope.place for claim in claims(text, "2031-01-05")]
    assert places[0] == "Sudland"
    assert "towns" not in places


@pytest.mark.parametrize(
    ("text", "previous"),
    [
        ("The Greens took 24 seats. In the last parliament they had 36.", True),
        ("In the last one the Greens had 36 seats.", True),
        ("In the last hour the Greens won 36 seats.", False),
    ],
)
def test_what_the_last_parliament_had_was_before(text, previous):
    found = next(one.assertion for one in claims(text, "2031-01-05") if one.span.exact == "36")
    assert ("previous" in found.notes) == previous
