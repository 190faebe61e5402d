"""Figures that no third text repeats, where several texts are checked together."""

from __future__ import annotations

from registry.steps.check.examine import scores
from tests.steps.check.test_once import told

LEAD = "The Meridian Glory ran aground off Skelby on Sunday."
ONE, TWO = f"{LEAD} It was worth 40 million euros.", f"{LEAD} The bill came to 64 million euros."
THIRD, FOURTH = f"{LEAD} Its captain is 51 years old.", f"{LEAD} It is 210 metres long."


def more_asked(*texts):
    """Whether more than usual would make the sums of the first two texts a conflict."""
    found = scores(told(*texts))
    one, two = (
        next(at for at, claim in enumerate(found.claims) if claim.span.exact == words and claim.source.id == text)
        for words, text in (("40 million euros", "document 0"), ("64 million euros", "document 1"))
    )
    return found.asked(one, two) >= found.weights.flag["lone"]


def test_what_nobody_repeats_needs_more_to_be_a_conflict():
    assert more_asked(ONE, TWO, THIRD, FOURTH)


def test_a_third_text_that_agrees_is_a_witness():
    assert not more_asked(ONE, TWO, THIRD, f"{LEAD} It was worth 40 million euros.")


def test_a_rare_word_beside_both_is_enough():
    one, two = f"{LEAD} Its tugs cost 40 million euros.", f"{LEAD} The bill for tugs came to 64 million euros."
    assert not more_asked(one, two, THIRD, FOURTH)


def test_of_two_texts_nothing_is_expected():
    assert not more_asked(ONE, TWO)
