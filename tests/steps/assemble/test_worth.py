"""Check-worthiness orders sentences; it never silences one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from registry.steps.assemble.worth import worth


@given(st.text(max_size=300))
def test_a_score_lies_between_zero_and_one(text):
    assert 0 < worth(text) < 1


def test_a_figure_about_the_past_outranks_a_wish():
    assert worth("The city built 1,200 flats in 2029.") > worth("We should all dream of a better city.")
