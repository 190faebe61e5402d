"""What the words around two figures tell, and that the name of a sort of figure tells nothing."""

from __future__ import annotations

from registry.steps.match.about import same_modifiers
from registry.steps.match.profile import profile
from registry.steps.match.telling import few_of_nothing
from tests.steps.makers import said

ROWERS = said("14", "The ferry has 14 rowers.", what="rower")
BELLS = said("11", "In the tower hang 11 bells.", what="bell")


def told(feature, left, right):
    return feature(profile(left), profile(right)).value


def test_small_counts_of_two_things_are_many():
    assert told(few_of_nothing, ROWERS, BELLS) == 1
    assert told(few_of_nothing, ROWERS, ROWERS) == 0
    assert told(few_of_nothing, ROWERS, said("15", "It took 15 rowers.", what="rower")) == 0
    assert 0 < told(few_of_nothing, said("1,400", "There are 1,400 bells.", what="bell"), ROWERS) < 0.2
    assert told(few_of_nothing, said("14,000", "There are 14,000 bells.", what="bell"), ROWERS) == 0


def test_two_dates_are_not_alike_for_being_dates():
    left = said("4 May", "The bridge was closed on 4 May.", what="date", on="2021-05-09")
    right = said("5 May", "The lantern was lit on 5 May.", what="date", on="2021-05-09")
    assert told(same_modifiers, left, right) == 0
    left = said("4 May", "The lantern was lit on 4 May.", what="lantern date", on="2021-05-09")
    right = said("5 May", "The lantern was lit on 5 May.", what="lantern date", on="2021-05-09")
    assert told(same_modifiers, left, right) == 1
