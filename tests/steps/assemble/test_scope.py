"""The place that narrows a figure, or none."""

from __future__ import annotations

import pytest

from tests.steps.reading import claims


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


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Last year the firm built 420 flats.", ("2030-01-01", "2030-12-31")),
        ("The union had 420 members five years ago.", ("2026-01-01", "2026-12-31")),
        ("The fair drew 420 guests last summer.", ("2030-06-01", "2030-08-31")),
        ("The firm built 420 flats, more than last year.", None),
        ("Since last year the firm has built 420 flats.", None),
        ("The union has 420 members this year.", None),
    ],
)
def test_a_time_told_from_today_takes_no_preposition(text, period):
    found = next(one.assertion for one in claims(text, "2031-01-05") if one.span.exact == "420")
    told = found.scope.period
    assert (told and (str(told.low), str(told.high))) == period
