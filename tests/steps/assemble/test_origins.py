"""Years in which a thing came to be, which date nothing else of it, and figures that another is held against."""

from __future__ import annotations

from registry.steps.assemble.dating.clauses import ORIGIN
from registry.steps.assemble.dating.previous import of_others


def test_the_year_in_a_name_tells_when_a_thing_came_to_be_and_that_of_a_census_what_it_counted():
    assert ORIGIN.search("the steamer Aster of ")
    assert not any(map(ORIGIN.search, ("In the Census of ", "Rents rose in Wales from ", "at the Congress of ")))


def test_a_figure_of_the_same_things_is_an_earlier_one_and_one_of_others_is_not():
    assert not of_others("The city built 2,300 flats in 2025, against ", " flats in 2024.")
    assert of_others("The city built 2,300 flats in 2025, against ", " houses.")
