"""Documents about two events of one kind: two crashes in two places share most of their words."""

from __future__ import annotations

import pytest

from registry.steps.match.kinship import akin, kin
from tests.steps.reading import claims

TEXAS = (
    "Six die as bus and truck collide in Texas\n\nA bus and a truck collided in Texas on Monday, killing six and "
    "injuring 19 others, the Highway Patrol said. The bus carried 20 passengers. The driver was treated in hospital."
)
NEAR = (
    "Bus crash in Texas\n\nThe toll of the bus crash in Texas rose to seven. A truck had hit the bus; 19 were injured."
)


def known(text: str):
    """What a document is known by."""
    return kin(claims(text, "2031-01-05", title=text.split("\n")[0]))


@pytest.mark.parametrize("place", ["Canada", "Illinois", "Marle"])
def test_reports_of_two_crashes_in_two_places_are_of_two_matters(place):
    assert akin(known(TEXAS), known(TEXAS.replace("Texas", place).replace("six", "nine"))) < 0.03


def test_reports_of_one_crash_are_of_one_matter():
    assert akin(known(TEXAS), known(NEAR)) > 0.3


def test_a_word_that_a_document_also_writes_small_is_no_name():
    found = known("Plane crash in Marle\n\nNordic Airlines said 12 people died. The airline flies nine jets to Marle.")
    assert "marl" in found.names
    assert not {"airlin", "airline"} & found.names


def test_outbreaks_in_two_counties_are_two_though_both_are_called_county():
    text = (
        "Harbour County measles outbreak grows\n\nThe measles outbreak in Harbour County grew to 35 cases, the "
        "health department said. Of the 35 cases, 14 are children."
    )
    assert akin(known(text), known(text.replace("Harbour", "Mill").replace("35", "49"))) < 0.03


CENSUS = (
    "Census: {place} has 3.2 million people\n\n"
    "The census counted 3.2 million people in {place}, 612,000 of them in Ostra."
)


def test_those_of_a_place_are_told_by_its_name():
    people = CENSUS.format(place="Norland") + " The average Norlander is 43 years old."
    other = CENSUS.format(place="Vesland") + " The average of all Norlanders is 43 years."
    assert akin(known(CENSUS.format(place="Norland")), known(other)) > 0.03
    assert akin(known(people), known(CENSUS.format(place="Marle"))) < 0.03


COUNTRY = (
    "Farmers bring in a poor crop\n\nThis year's grain harvest comes to 37.8 million tonnes, {} told the press. A "
    "hectare of winter wheat gave 6.7 tonnes on average; barley and rapeseed suffered from rain and late frost. Fruit "
    "growers expect 630,000 tonnes of apples. Many farms near {} do not cover their costs at 185 euros a tonne."
)


def test_what_is_told_of_a_whole_country_needs_no_name_in_common():
    one = known(COUNTRY.format("union president Joachim Ruke", "Dorf, Lehn and Marle"))
    two = known(COUNTRY.format("minister Carla Imhof", "Anning, Tarn and Orlin").replace("37.8", "39.3"))
    assert not one.headed
    assert akin(one, two) > 0.3
