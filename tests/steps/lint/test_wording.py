"""Proposed wordings keep the draft's style; a fix is safe where the number alone changes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.model.assertion import Kind
from registry.model.moment import Moment, Precision
from registry.steps.lint import numbers, wording
from registry.steps.lint.problem import Fix
from tests.steps.lint.makers import figure, says, side

MEASURES = {"%": ("percent", Kind.PERCENT), "km": ("km", Kind.MEASURE), "metres": ("m", Kind.MEASURE)}


def changed(sentence: str, words: str, value, held, label: str = "", **more) -> tuple[str, bool]:
    """The sentence with the fix made, and whether the fix is safe."""
    claim = says(sentence, words, value, **more)
    fix = wording.fix(claim, side(label or "held", held))
    assert fix is not None
    return sentence[: fix.start] + fix.text + sentence[fix.end :], fix.safe


@pytest.mark.parametrize(
    ("sentence", "words", "old", "new", "expected"),
    [
        ("It has 17 members.", "17", "17", "14", "It has 14 members."),
        ("It has seventeen members.", "seventeen", "17", "14", "It has fourteen members."),
        ("Seventeen members met.", "Seventeen", "17", "41", "Forty-one members met."),
        ("It has nine members.", "nine", "9", "140", "It has 140 members."),
        ("It has 12,400 members.", "12,400", "12400", "13500", "It has 13,500 members."),
        ("It has 12400 members.", "12400", "12400", "13500", "It has 13500 members."),
        ("It has 12 400 members.", "12 400", "12400", "13500", "It has 13 500 members."),
        ("It has 900 members.", "900", "900", "13500", "It has 13,500 members."),
        ("It has 900 members.", "900", "900", "1350", "It has 1350 members."),
        ("It has 1.2 million members.", "1.2 million", "1200000", "1350000", "It has 1.35 million members."),
        ("It has two million members.", "two million", "2000000", "3000000", "It has three million members."),
    ],
)
def test_a_number_is_written_as_the_draft_writes_numbers(sentence, words, old, new, expected):
    assert changed(sentence, words, figure(old), figure(new)) == (expected, True)


@pytest.mark.parametrize(
    ("sentence", "words", "value", "held"),
    [
        ("More than 130 members.", "More than 130", figure("130", strict=True), figure("125")),
        ("It has about 130 members.", "about 130", figure("130", approx=True), figure("100")),
        ("It has 130 members.", "130", figure("130"), figure("100", approx=True)),
        ("It has 3 members.", "3", figure("3"), figure("1")),
        ("It has 1 member.", "1", figure("1"), figure("3")),
        ("It has 3 members.", "3", figure("3"), figure("5", high="9")),
        ("It met on an 8-day tour.", "8-day", figure("8", "day"), figure("9", "day")),
    ],
)
def test_a_fix_is_not_safe_where_other_words_would_have_to_change(sentence, words, value, held):
    assert changed(sentence, words, value, held, label="another")[1] is False


def test_a_comparator_goes_with_the_number_it_belongs_to():
    sentence = "It has more than 130 members."
    held = changed(sentence, "more than 130", figure("130", strict=True), figure("125"))
    assert held == ("It has 125 members.", False)


def test_a_currency_sign_stays_when_a_comparator_goes():
    told = changed(
        "It cost over $5 million.", "over $5 million", figure("5000000", "USD", strict=True), figure("4000000", "USD")
    )
    assert told == ("It cost $4 million.", False)


def test_words_after_a_number_that_loosen_it_are_not_left_behind():
    told = changed("It has 130 or more members.", "130 or more", figure("130", strict=True), figure("125"), label="125")
    assert told == ("It has 125 members.", False)


def test_the_unit_of_the_draft_stays():
    told = changed("It is 40 miles long.", "40 miles", figure("40", "mi"), figure("80", "km"), kind=Kind.MEASURE)
    assert told == ("It is 50 miles long.", False)


def test_a_value_of_another_kind_is_given_in_the_words_of_the_source():
    told = changed("It is 40 miles long.", "40 miles", figure("40", "mi"), figure("3", "kg"), label="3 kg")
    assert told == ("It is 3 kg long.", False)


def test_words_of_a_speaker_are_not_safely_changed():
    assert changed("It has 17 members.", "17", figure("17"), figure("14"), by="Anna Berg")[1] is False


@pytest.mark.parametrize(
    ("written", "held", "expected"),
    [
        ("10 July 2012", Moment.on(date(2013, 3, 4)), "4 March 2013"),
        ("July 10, 2012", Moment.on(date(2013, 3, 4)), "March 4, 2013"),
        ("10 July", Moment.on(date(2013, 3, 4)), "4 March"),
        ("July 2012", Moment(date(2013, 3, 1), date(2013, 3, 31), Precision.MONTH), "March 2013"),
        ("Jul 10, 2012", Moment.on(date(2013, 12, 4)), "Dec 4, 2013"),
        ("2012-07-10", Moment.on(date(2013, 3, 4)), "2013-03-04"),
        ("2012", Moment(date(2013, 1, 1), date(2013, 12, 31), Precision.YEAR), "2013"),
        ("10 July 2012", Moment(date(2013, 1, 1), date(2013, 12, 31), Precision.YEAR), None),
        ("last summer", Moment.on(date(2013, 3, 4)), None),
    ],
)
def test_a_date_is_written_as_the_draft_writes_dates(written, held, expected):
    assert wording.dated(written, held) == expected


@given(number=st.integers(min_value=0, max_value=99))
def test_a_number_in_words_is_found_again(number):
    found = numbers.figure(f"It has {numbers.spelled(number)} members", Decimal(number))
    assert found is not None
    assert found.words
    assert found.number == number


@given(old=st.integers(min_value=1, max_value=10**8), new=st.integers(min_value=1, max_value=10**8))
def test_a_rewritten_number_has_the_new_value(old, new):
    found = numbers.figure(f"{old:,}", Decimal(old))
    assert found is not None
    told = numbers.like(found, Decimal(new))
    assert told is None or numbers.figure(told, Decimal(new)) is not None


def test_two_numbers_in_the_same_words_are_not_guessed_at():
    assert numbers.figure("14 of 14", Decimal(14)) is None


def test_only_safe_changes_are_made_and_none_twice():
    text = "It has 17 members and 9 boats."
    changes = [Fix(7, 9, "14", safe=True), Fix(7, 9, "15", safe=True), Fix(22, 23, "8")]
    assert wording.apply(text, changes) == ("It has 14 members and 9 boats.", 1)


def test_a_proposal_is_the_sentence_on_one_line():
    text = "First. It has\n17 members."
    claim = says(text, "17", figure("17"))
    assert wording.proposal(text, claim.sentence, Fix(14, 16, "14")) == "14 members."
