"""Measures by what stands beside them: depths, radii, waits, sums that are no profit, tables of units and days."""

from __future__ import annotations

import pytest

from tests.steps.reading import called

TABLE = "Strength\n\nForce          11 October   18 October\n"
TABLE += "Boats          310          420\nGuards         95           140\n"
UNITS = "Data sheet\n\nPart           Metric       US customary\n"
UNITS += "Mast           48 m         157 ft\nHull           9.5 m        31 ft\n"


@pytest.mark.parametrize(
    ("text", "exact", "name"),
    [
        ("The hall lies 31 metres under the square.", "31 metres", "depth"),
        ("The drill, 6.4 metres across, has arrived.", "6.4 metres", "diameter"),
        ("They set the buoys 3 kilometres apart.", "3 kilometres", "distance"),
        ("The wreck lies 31 km (19 miles) off the west coast.", "31 km", "distance"),
        ("Lind looked back at 90 metres. Her 200m sprint final is on Friday.", "90 metres", "distance"),
        ("The climbers turned back at 7,100 metres.", "7,100 metres", "height"),
        ("No boat may sail within 9 km of the wreck.", "within 9 km", "radius"),
        ("We waited seven hours.", "seven hours", "waiting time"),
        ("Water temperatures were 2 degrees higher for eleven weeks.", "eleven weeks", "duration"),
        ("The hall, which holds 1,900, was built by the port.", "1,900", "capacity"),
        ("The stadium seats 42,000.", "42,000", "capacity"),
        ("The number of subscribers, 10,000 in 2025, is now 8,200.", "10,000", "subscriber"),
        ("The call lasted 40 minutes.", "40 minutes", "call length"),
        ("Today it is nine hours.", "nine hours", "time"),
        ("Norland halved the cod quota, from 7,800 to 3,900 tonnes.", "7,800", "cod quota weight"),
        ("Norland halved the cod quota, from 7,800 to 3,900 tonnes.", "3,900 tonnes", "cod quota weight"),
        ("The council slashed the subsidy from 780 to 390 euros.", "780", "subsidy"),
    ],
)
def test_what_stands_beside_a_measure_says_what_is_measured(text, exact, name):
    assert name in called(text, exact)


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("He rode 28 km in half an hour, which makes 56 km/h.", "56 km/h"),
        ("The turbines make 960 megawatts.", "960 megawatts"),
        ("The organ was made for $12 million, the mayor said.", "$12 million"),
        ("With both halves that makes €2.9 billion.", "€2.9 billion"),
    ],
)
def test_what_figures_make_is_no_profit(text, exact):
    assert "profit" not in called(text, exact)


def test_what_a_firm_makes_is_its_profit():
    assert called("The firm made $12 million.", "$12 million") == "profit"


@pytest.mark.parametrize(("text", "exact", "name"), [(TABLE, "420", "boat"), (UNITS, "9.5 m", "hull")])
def test_a_column_for_a_day_or_a_system_of_units_names_nothing_that_is_measured(text, exact, name):
    assert name in called(text, exact)


def test_a_part_in_a_table_is_called_without_its_of_which():
    assert "which" not in called("Sheet\n\nStations           2031\n  of which deep      4\nTrains   12\n", "4")


@pytest.mark.parametrize(
    ("text", "exact", "name"),
    [
        ("The club sold 15,200 season tickets last summer.", "15,200", "ticket"),
        ("He has 24 league goals.", "24", "goal"),
        ("The deadline for registering is 20 February.", "20 February", "deadline date"),
        ("The hearing, once set for 26 October, has been put off to 9 November.", "26 October", "hearing date"),
        ("The hearing, once set for 26 October, has been put off to 9 November.", "9 November", "hearing date"),
        ("Six will stand in the ballot, which takes place on 7 March.", "7 March", "ballot date"),
        ("Harlow has put the cost of the recall at 60-80 million euros.", "60-80 million euros", "cost"),
        ("Harlow put the cost at €60-80 million; brokers think that 120 million is right.", "120 million", "cost"),
        ("The council put the shortfall at £3m. The auditors arrived at £5m.", "£5m", "shortfall"),
        ("The council put the shortfall at £3m. The auditors spoke of £5m for a new bridge.", "£5m", "amount"),
        ("The bank fined the company €7.2m.", "€7.2m", "fine"),
    ],
)
def test_a_figure_is_called_by_its_thing_and_not_by_who_stands_beside_it(text, exact, name):
    assert called(text, exact).split()[-len(name.split()) :] == name.split()
