"""Check-worthiness orders sentences; it never silences one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.steps.assemble.fit import Row, f1, left_out
from registry.steps.assemble.worth import worth
from registry.steps.parse import load
from registry.steps.segment import blocks, sentences


@given(st.text(max_size=300))
def test_a_score_lies_between_zero_and_one(text):
    assert 0 < worth(text) < 1


def test_a_figure_about_the_past_outranks_a_wish():
    assert worth("The city built 1,200 flats in 2029.") > worth("We should all dream of a better city.")


@pytest.mark.parametrize(
    ("fact", "wish"),
    [
        ("The mill closed in spring and the ferry stopped.", "Close the mill and stop the ferry!"),
        ("Ada Finch chaired the harbour board of Orme.", "You know what a good board can be."),
    ],
)
def test_a_deed_outranks_a_call_by_its_grammar(fact, wish):
    assert deserved(fact) > 0.5 > deserved(wish)
    assert deserved(fact) - deserved(wish) > worth(fact) - worth(wish)


def deserved(text):
    """What a sentence deserves by its tree."""
    [tree] = load().parse(text, sentences(text, blocks(text)))
    return worth(text, tree)


def test_each_fold_is_judged_by_weights_that_never_saw_it():
    told = frozenset({"has figure"})
    data = [Row(told, 1, "a")] * 20 + [Row(frozenset(), 0, "b")] * 20 + [Row(told, 1, "c"), Row(frozenset(), 0, "c")]
    said = left_out(data)
    assert len(said) == len(data)
    assert f1([one for one in said if one[1]][-1:]) == 1
