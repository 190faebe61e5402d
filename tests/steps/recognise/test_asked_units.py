"""A unit is found by whatever it is called, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from registry.steps.recognise.asked_units import PLAIN, alike, unit_of
from registry.steps.recognise.tables import currencies, units
from registry.steps.units import UNITS

NAMED = {
    "Kilometres": "km",
    "km²": "km2",
    "square miles": "mi2",
    "tonnes": "t",
    "MWh": "MWh",
    "°C": "degC",
    "per cent": "percent",
    "usd": "USD",
    "Swiss francs": "CHF",
    "£": "GBP",
    "hours": "hour",
    "COUNT": "count",
    "t/ha": "t/ha",
    "µg/m³": "ug/m3",
    "people": None,
    "": None,
    "/": None,
    "m/": None,
    "metres high": None,
}


@pytest.mark.parametrize("asked", NAMED)
def test_a_unit_is_called_so(asked):
    assert unit_of(asked) == NAMED[asked]


def test_every_unit_that_a_claim_can_have_names_itself():
    for unit in (*PLAIN, *units().dimension, *UNITS, *currencies().codes.values(), *currencies().families):
        assert unit_of(unit) == unit


@pytest.mark.parametrize(("asked", "meant"), [("kilometer s", "km"), ("hectars", "ha"), ("mW", None), ("boats", None)])
def test_a_slip_of_a_unit_is_told(asked, meant):
    assert alike(asked) == meant
