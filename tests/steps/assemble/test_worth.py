"""Check-worthiness orders sentences; it never silences one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from registry.steps.assemble.fit import Row, f1, left_out
from registry.steps.assemble.worth import worth


@given(st.text(max_size=300))
def test_a_score_lies_between_zero_and_one(text):
    assert 0 < worth(text) < 1


def test_a_figure_about_the_past_outranks_a_wish():
    assert worth("The city built 1,200 flats in 2029.") > worth("We should all dream of a better city.")


def test_each_fold_is_judged_by_weights_that_never_saw_it():
    told = frozenset({"has figure"})
    data = [Row(told, 1, "a")] * 20 + [Row(frozenset(), 0, "b")] * 20 + [Row(told, 1, "c"), Row(frozenset(), 0, "c")]
    said = left_out(data)
    assert len(said) == len(data)
    assert f1([one for one in said if one[1]][-1:]) == 1
