"""Names that mean the same are filed under something they share."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from registry.steps.match.entities import Same, compare
from registry.steps.match.handles import handles, sharing

WORDS = (
    "the",
    "Anna",
    "Berg",
    "Jonas",
    "J.",
    "court",
    "Court",
    "Appeal",
    "of",
    "High",
    "HCA",
    "ECB",
    "E.C.B.",
    "European",
    "Central",
    "Bank",
    "bank's",
    "Britain",
    "UK",
    "United",
    "Kingdom",
    "Mr",
    "police",
    "Hull",
    "port",
    "12",
    "7",
)
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


@given(NAMES, NAMES)
def test_names_that_mean_the_same_share_a_handle(one, two):
    if compare(one, two) is Same.YES:
        assert handles(one) & handles(two)


def test_names_are_known_by_initials_other_names_and_their_last_words():
    for one, two in (
        ("the ECB", "European Central Bank"),
        ("Britain", "the United Kingdom"),
        ("Mr Berg", "Anna Berg"),
        ("the court", "Court"),
    ):
        assert compare(one, two) is Same.YES
        assert list(sharing([one, two])) == [(0, 1)]


def test_names_with_nothing_in_common_are_not_tried():
    assert list(sharing(["Anna Berg", "Jonas Lund", "Vera Holm", "the court", "the bank"])) == []
    assert list(sharing(["Court of Hull", "Court of Dover"])) == []


def test_pairs_come_in_the_order_of_all_pairs():
    names = ["Anna Berg", "Berg", "Lund", "A. Berg", "Nils Lund"]
    found = list(sharing(names))
    assert found == [pair for pair in combinations(range(5), 2) if pair in set(found)]
