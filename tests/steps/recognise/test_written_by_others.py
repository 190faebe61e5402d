"""Forms of values that other writers use: years of a list, ages without the word, clocks with seconds, lakhs."""

from __future__ import annotations

import pytest

from tests.steps.reading import claims


def figures(text: str) -> list[tuple[str, str]]:
    """The figure and the unit of each claim that is no date."""
    told = [one.assertion.value for one in claims(text)]
    return [(f"{one.low.normalize():f}", one.unit) for one in told if hasattr(one, "unit")]


def days(text: str, published: str | None = None) -> list[str]:
    """The first day or the clock of each claim that is a date."""
    told = [one.assertion.value for one in claims(text, published)]
    return [f"{one.clock or one.low}" for one in told if hasattr(one, "clock")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Exports stood at 97 lakh metric tonnes.", [("9700000", "t")]),
        ("Farmers sowed 3.1m ha. The wall is 3.1m high.", [("3100000", "ha"), ("3.1", "m")]),
        ("The state gave goods worth N450m and R1,200 in cash.", [("450000000", "NGN"), ("1200", "ZAR")]),
        ("The N95 masks came by the R600 road.", []),
        ("It runs Windows (11) and Brack (7).", []),
        ("The limit was relaxed from 12 to 14 per cent.", [("12", "percent"), ("14", "percent")]),
    ],
)
def test_units_and_scales_of_other_writers_are_read(text, found):
    read = figures(text)
    assert [one for one in read if one != ("1", "count")] == [one for one in found if one != ("1", "count")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She had her first child at 24.", ("24", "year")),
        ("At 31 that is early for a goalkeeper.", ("31", "year")),
        ("The youngest member of the crew is 19.", ("19", "year")),
        ("Three pensioners, all over 70, were evicted.", ("70", "year")),
        ("The shop sold its first loaf at 24.", ("24", "count")),
    ],
)
def test_an_age_needs_no_word_for_it(text, found):
    assert figures(text)[-1] == found


def test_what_happens_from_one_to_another_time_is_a_range():
    (one,) = (claim for claim in claims("The work takes from 3 to 5 days.") if claim.assertion.kind == "range")
    assert (one.assertion.value.low, one.assertion.value.high) == (3, 5)


def test_years_that_open_the_lines_of_a_list_are_dates():
    assert days("1948 Born in Trieste\n\n1972 Paper on tides in Oceanus\n\n1991 Moves to Kiel, Germany\n") == [
        "1948-01-01",
        "1972-01-01",
        "1991-01-01",
    ]


def test_a_year_as_early_as_is_a_date():
    assert days("The warning was given as early as 2012.") == ["2012-01-01"]


def test_a_clock_with_seconds_is_no_running_time():
    assert days("The signal failed at 07:42:10.", "2031-01-05")[0].endswith("07:42:10")
    assert figures("She ran it in 2:14:35.") == [("8075", "s")]


def test_a_heading_gives_lakhs_and_crores():
    table = "Parameter | Rabi | Kharif\nDays | 21 | 22\n"
    assert figures(f"{table}Farmers paid (lakh) | 7.9 | 7.3")[2:] == [("790000", "count"), ("730000", "count")]
    assert figures(f"{table}Payment (Rs crore) | 2,280 | 2,490")[2:] == [("22800000000", "INR"), ("24900000000", "INR")]
