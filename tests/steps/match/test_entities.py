"""Names: which mean the same, which do not, and which might."""

from __future__ import annotations

import pytest

from registry.steps.match.entities import Same, compare


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("World Health Organization", "the WHO"),
        ("President Maria Novak", "Maria Novak"),
        ("Novak", "Maria Novak"),
        ("Lakeside Foods plc", "Lakeside Foods"),
        ("the Harbour Bridge", "Harbour Bridge's"),
        ("European Central Bank", "ECB"),
    ],
)
def test_two_forms_of_one_name_are_the_same(left, right):
    assert compare(left, right) is Same.YES
    assert compare(right, left) is Same.YES


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Anna Berg", "Jonas Berg"),
        ("Lisbon", "Porto"),
        ("Summit of 2019", "Summit of 2023"),
        ("Lakeside Foods", "Hilltop Motors"),
        ("Harbour County measles outbreak", "Hill County measles outbreak"),
        ("National Textile Gallery", "National Galleries of Valdora"),
        ("Ministry of Health", "Ministry of Defence"),
    ],
)
def test_different_names_are_not_the_same(left, right):
    assert compare(left, right) is Same.NO
    assert compare(right, left) is Same.NO


@pytest.mark.parametrize(
    ("left", "right"), [("the court", "Supreme Court of Norland"), ("the company", "Hilltop Motors")]
)
def test_a_general_word_may_stand_for_any_name(left, right):
    assert compare(left, right) is Same.MAYBE


@pytest.mark.parametrize(
    ("left", "right"),
    [("National Museum of Valdora", "National Galleries of Valdora"), ("Lud County quake", "Yarin province quake")],
)
def test_bodies_of_two_sorts_and_names_of_one_event_may_be_the_same(left, right):
    assert compare(left, right) is Same.MAYBE
    assert compare(right, left) is Same.MAYBE
