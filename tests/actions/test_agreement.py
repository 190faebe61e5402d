from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.actions.agreement import measured

# Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", the nominal example with four observers: 0.743.
OBSERVERS = {
    "A": "1 2 3 3 2 1 4 1 2 . . .",
    "B": "1 2 3 3 2 2 4 1 2 5 . 3",
    "C": ". 3 3 3 2 3 4 2 2 5 1 .",
    "D": "1 2 3 3 2 4 4 1 2 5 1 .",
}


def ratings(given: dict[str, str]) -> list[tuple[str, str, str]]:
    return [(who, str(at), said) for who, row in given.items() for at, said in enumerate(row.split()) if said != "."]


def test_alpha_is_the_one_of_the_literature():
    assert measured(ratings(OBSERVERS)).alpha == pytest.approx(0.743, abs=0.001)


def test_kappa_of_two_reviewers_is_what_cohen_says():
    both = ["y"] * 20 + ["y"] * 5 + ["n"] * 10 + ["n"] * 15, ["y"] * 20 + ["n"] * 5 + ["y"] * 10 + ["n"] * 15
    (pair,) = measured(ratings({"Ada": " ".join(both[0]), "Ito": " ".join(both[1])})).pairs
    assert (pair.shared, pair.agreed) == (50, 35)
    assert pair.kappa == pytest.approx(0.4)


def test_what_one_alone_looked_at_says_nothing_about_agreement():
    assert measured([("Ada", "1", "time")]) == (0, None, ())


@given(st.lists(st.sampled_from(["time", "scope", "14"]), min_size=1, max_size=12))
def test_whoever_always_agrees_has_full_marks(said):
    told = measured([(who, str(at), word) for at, word in enumerate(said) for who in ("Ada", "Ito")])
    assert told.alpha == 1.0
    assert told.pairs[0].kappa == 1.0
    assert told.pairs[0].agreed == len(said)
