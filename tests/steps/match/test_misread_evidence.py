"""Evidence that was misread: verbs taken for things, needs in other words, where somebody comes from."""

from __future__ import annotations

import pytest

from registry.steps.match.apart import other_aged
from registry.steps.match.orders import other_age
from registry.steps.match.singled import people_and_things, sort
from registry.steps.match.wishes import only_wished
from tests.steps.match.test_told_otherwise import seen


@pytest.mark.parametrize("after", ["watched the deciding games online", "followed the last games", "housed in tents"])
def test_a_verb_counts_no_things(after):
    assert sort(after) != "things"


def test_people_and_vehicles_are_two_sorts():
    one, two = seen("Some 310,000 people followed it.", "Some 310,000"), seen("It counted 280,000 vehicles.", "280,000")
    assert people_and_things(one, two)


@pytest.mark.parametrize(
    ("need", "figure"),
    [
        ("The service says that it must have 35,000 donors by May.", "35,000"),
        ("That is far from the 35,000 it says it must have by May.", "35,000"),
        ("The club has to raise 35,000 euros by May.", "35,000 euros"),
    ],
)
def test_what_somebody_must_have_is_a_need(need, figure):
    other = "The service needs 30,000 by May." if figure == "35,000" else "The club needs 30,000 euros by May."
    assert only_wished(seen(need, figure), seen(other, figure.replace("35", "30"))) is None
    got = "The service has had 19,000 donors." if figure == "35,000" else "The club has raised 19,000 euros."
    assert only_wished(seen(need, figure), seen(got, figure.replace("35", "19")))


def test_who_had_to_do_something_needs_nothing():
    one = seen("The 410 guests had to walk home.", "410")
    assert only_wished(one, seen("It had 390 guests.", "390")) is None
    one = seen("A porter had to have 14 stitches.", "14")
    assert only_wished(one, seen("A porter got 12 stitches.", "12")) is None


def test_an_age_is_of_the_one_who_comes_from_a_place():
    one = seen("The 22-year-old swimmer from Tarn won by a second.", "22-year-old")
    two = seen("Mira Dole won. Dole, 23, is the first to do so.", "23")
    assert other_age(one, two) is None
    assert other_aged(one, two) is None


def test_a_building_is_not_as_old_as_a_swimmer():
    one = seen("The 22-year-old hall in Tarn burned down.", "22-year-old")
    two = seen("Mira Dole won. Dole, 23, is the first to do so.", "23")
    assert other_age(one, two) or other_aged(one, two)
