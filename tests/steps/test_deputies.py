"""Ranks of one office: who stands in for whom, and on which level."""

from __future__ import annotations

import pytest

from registry.model.term import Term
from registry.steps.deputies import rank
from registry.steps.values import terms


@pytest.mark.parametrize(
    ("left", "right", "meets"),
    [
        ("deputy mayor", "mayor", False),
        ("undersheriff", "sheriff", False),
        ("vice-chair", "chair", False),
        ("former deputy mayor of lansk", "mayor of lansk", False),
        ("regional manager", "branch manager", False),
        ("head coach", "assistant coach", False),
        ("former manager", "branch manager", True),
        ("chief engineer", "engineer", True),
        ("former mayor", "mayor", True),
    ],
)
def test_a_deputy_is_not_who_they_stand_in_for(left, right, meets):
    assert terms(Term(left, left), Term(right, right)).meets is meets


def test_the_rank_of_an_office_is_in_its_words():
    assert rank("former deputy head of the under-12s") == ("head", True, frozenset())
    assert rank("regional director") == ("director", False, frozenset({"regional"}))
    assert not rank("under").deputy
