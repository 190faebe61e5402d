"""Short and old names of money and measures: złoty, schillings, grand, tcf, kt, L, and what "(m)" and pounds mean."""

from __future__ import annotations

import pytest

from tests.steps.reading import claims

TABLE = "Parameter | Planned | Derived\nPilots | 21 | 22\n"
PILOTS = [("21", "count"), ("22", "count")]


def figures(text: str) -> list[tuple[str, str]]:
    """The figure and the unit of each claim."""
    return [(f"{one.assertion.value.low.normalize():f}", one.assertion.value.unit) for one in claims(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A ticket costs 6.5 zł, or 9 złoty by night.", [("6.5", "PLN"), ("9", "PLN")]),
        ("The trip cost 1,340 schillings and 99 deutschmarks.", [("1340", "ATS"), ("99", "DEM")]),
        ("He paid £3. A bed costs two and a half grand a month.", [("3", "GBP"), ("2500", "GBP")]),
        ("He paid €3. The fine was ninety grand.", [("3", "EUR"), ("90000", "EUR")]),
        ("The school has three grand pianos.", [("3", "count")]),
        ("The field holds 3.2 tcf, or 90 bcm.", [("3200000000000", "ft3"), ("90000000000", "m3")]),
        ("A range of 5 to 7 tcf was given.", [("5000000000000", "ft3")]),
        ("A wind of 12 kt was recorded by the aircraft.", [("12", "knot")]),
        ("Emissions fell to 541 kt.", [("541", "count")]),
        ("The smelter made 541 kt of aluminium by its windows.", [("541", "count")]),
        ("The hall has one grand, two uprights.", [("1", "count"), ("2", "count")]),
        ("It had 1,091 L on board and 241 imperial gallons.", [("1091", "l"), ("241", "imp gal")]),
        ("The mill made 53 short tons.", [("53", "ton")]),
        ("A reply takes five working days.", [("5", "working day")]),
        ("A wider margin, 75m where it was to be 50m.", [("75", "m"), ("50", "m")]),
        ("Some 75m people live there.", [("75000000", "count")]),
        (f"{TABLE}Distance from the crowd (m) | 231 | 148", [*PILOTS, ("231", "m"), ("148", "m")]),
        (f"{TABLE}Airspeed (kt) | 301 | 278", [*PILOTS, ("301", "knot"), ("278", "knot")]),
        (f"{TABLE}Emissions (kt) | 301 | 278", [*PILOTS, ("301", "count"), ("278", "count")]),
    ],
)
def test_a_short_or_old_name_is_read(text, found):
    assert figures(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Found: 33 stones.", [("33", "count")]),
        ("He weighs 14 stone.", [("14", "st")]),
        ("She lost three stone.", [("3", "st")]),
        ("The quay lost 31 stones.", [("31", "count")]),
        ("A 17-stone prop played.", [("17", "st")]),
    ],
)
def test_stones_are_a_weight_of_who_weighs_them(text, found):
    assert figures(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The crop is 117.5m t.", [("117500000", "t")]),
        ("It had 183.7m guests. Before it was 168.6m.", [("183700000", "count"), ("168600000", "count")]),
        ("It had 3.2m viewers. The tower is 115m.", [("3200000", "count"), ("115", "m")]),
        ("The tower is 115m.", [("115", "m")]),
    ],
)
def test_what_is_near_a_count_of_millions_is_in_millions(text, found):
    assert figures(text) == found


def test_revenue_in_brackets_is_in_millions():
    values = [one.assertion.value.low for one in claims(f"{TABLE}Revenue (m) | 12 | 14")]
    assert values[2:] == [12_000_000, 14_000_000]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The fine was $500. Of 20 pounds of ammonia, the plant lost 1,750 pounds.", "lb"),
        ("The fine was $500. The plant lost 1,750 pounds.", "GBP"),
        ("In the UK a ticket is 12 pounds, in the US $15. A ton of hay came. It cost 15 pounds ($18).", "USD"),
        ("The fine was £500. The plant lost 1,750 pounds.", "GBP"),
        ("The fine was $500. The British plant lost 1,750 pounds.", "GBP"),
        ("The plant lost 1,750 pounds.", "GBP"),
        ("The fine was £500. The bell has 940 kilograms (2,070 pounds).", "lb"),
        ("The fine was £500. The freight is 3.2 tonnes, or 7,050 pounds.", "lb"),
        ("The fine was £500. They spent on 940 flags (2,070 pounds).", "GBP"),
    ],
)
def test_pounds_are_a_weight_where_sums_are_in_dollars(text, unit):
    assert figures(text)[-1][1] == unit


def test_an_angle_that_opens_a_line_compares_nothing():
    text = "Ann wrote:\n\n> A hard year, since in the spring it lost as many as\n> 40 members.\n\nIt has > 200 books."
    assert [(one.assertion.value.low, one.assertion.value.high) for one in claims(text)] == [(40, 40), (200, None)]
