"""Claims of one document that share a key and cannot both be true have keys of their own."""

from __future__ import annotations

import pytest

from registry.model.assertion import Claim
from registry.steps.match import distinct
from tests.actions.makers import document, said


@pytest.fixture
def column():
    """Two hundred figures, half of them written twice."""
    return document(*(said(str(100 + at // 2)) for at in range(200))).claims


def test_a_column_of_hundreds_is_told_apart_by_what_it_writes(column, monkeypatch):
    def never(_left: Claim, _right: Claim) -> bool:
        raise AssertionError("Each was compared with each.")

    monkeypatch.setattr(distinct, "meet", never)
    found = distinct.distinct(column, ["k" * 24] * len(column))
    assert len(set(found)) == len(column) / 2
    assert [one == two for one, two in zip(found[::2], found[1::2], strict=True)] == [True] * 100


def test_fewer_are_compared_each_with_each(column):
    found = distinct.distinct(column[:20], ["k" * 24] * 20)
    assert 1 < len(set(found)) <= 10
