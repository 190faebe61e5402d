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
