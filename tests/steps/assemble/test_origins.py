"""Years in which a thing came to be, which date nothing else that is told of it."""

from __future__ import annotations

from registry.steps.assemble.dating.clauses import ORIGIN


def test_the_year_in_a_name_tells_when_a_thing_came_to_be_and_that_of_a_census_what_it_counted():
    assert ORIGIN.search("the steamer Aster of ")
    assert not any(map(ORIGIN.search, ("In the Census of ", "Rents rose in Wales from ", "at the Congress of ")))
