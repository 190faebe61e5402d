"""Whether a document's own figures fit together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from registry.model.finding import Relation
from registry.steps.check import within
from tests.steps.makers import said

CASES = json.loads((Path(__file__).parents[2] / "cases" / "own_figures.json").read_text("utf-8"))


def found(text, figures, what):
    return within([said(words, text, what=what, where="one") for words in figures])


@pytest.mark.parametrize("case", CASES["wrong"], ids=lambda case: case["text"][:40])
def test_figures_that_do_not_fit_are_found(case):
    pairs = found(case["text"], case["figures"], case["what"])
    assert [pair.finding.rule for pair in pairs] == [case["rule"]]
    assert pairs[0].finding.relation is Relation.SELF_CONTRADICTION


@pytest.mark.parametrize("case", CASES["right"], ids=lambda case: case["text"][:40])
def test_figures_that_fit_or_cannot_be_held_together_are_not(case):
    assert not found(case["text"], case["figures"], case["what"])


@given(st.integers(1001, 4999), st.integers(5001, 9999))
def test_parts_that_make_the_total_are_never_flagged(one, two):
    text = f"The town has {one + two:,} trees, {one:,} in parks and {two:,} in streets."
    assert not found(text, [f"{one + two:,} trees", f"{one:,} in", f"{two:,} in"], "tree")


@given(st.integers(1001, 4999), st.integers(5001, 9999), st.integers(2, 90))
def test_a_total_that_is_a_little_off_is_flagged(one, two, gap):
    total = one + two + gap
    assume(one % 10 and two % 10 and total % 10)
    text = f"The town has {total:,} trees, {one:,} in parks and {two:,} in streets."
    pairs = found(text, [f"{total:,} trees", f"{one:,} in", f"{two:,} in"], "tree")
    assert [pair.finding.rule for pair in pairs] == ["wrong_total"]
