"""When the linter must be surer than usual: other things counted, and things that belong to the subject."""

from __future__ import annotations

import pytest

from registry.actions.ask import read
from registry.model.assertion import Kind
from registry.steps.lint.doubts import doubtful, eventless, owned


def claim(text: str):
    return read(text)[0]


@pytest.mark.parametrize(
    ("draft", "stored"),
    [
        ("Marlow Museum has 12 ticket machines.", "Marlow Museum has 38 galleries."),
        ("Marlow Museum has 12 lifts.", "The museum has 38 paintings on show."),
    ],
)
def test_two_things_that_no_word_connects_are_doubtful(draft, stored):
    assert doubtful(claim(draft), claim(stored))


@pytest.mark.parametrize(
    ("draft", "stored"),
    [
        ("Marlow Museum has 12 galleries.", "Marlow Museum has 38 galleries."),
        ("Marlow Museum has 12 staff.", "Marlow Museum has 38 employees."),
    ],
)
def test_the_same_thing_in_the_same_or_other_words_is_not(draft, stored):
    assert not doubtful(claim(draft), claim(stored))


def test_what_belongs_to_the_subject_is_not_the_subject():
    stored = claim("Marlow University has 9 faculties.")
    assert owned(claim("Marlow University's partner school has 4 faculties."), stored)
    assert not owned(claim("Marlow University has 4 faculties."), stored)


def test_two_of_a_sort_with_names_of_their_own_are_strangers():
    from registry.steps.lint.problem import Known, Side, Witness
    from registry.steps.lint.weigh import strangers

    stored = claim("Lake Sorn is 61 metres deep.")
    known = Known(sides=(Side("61 metres", stored.assertion.value, (Witness("c", stored),)),))
    assert strangers(claim("Lake Varn is 40 metres deep."), known)
    assert not strangers(claim("Lake Sorn is 40 metres deep."), known)


def test_whoever_counts_its_own_is_about_itself():
    from dataclasses import replace

    from registry.model.term import Term
    from registry.steps.lint.problem import Known, Side, Witness
    from registry.steps.lint.weigh import strangers

    def counted(speaker: str, subject: str = "Sorn Airport"):
        one = claim(f"{speaker} counted 4 million passengers.")
        said = replace(one.assertion, subject=Term(subject, subject), asserted_by=Term(speaker, speaker))
        return replace(one, assertion=said)

    stored = claim("Sorn Airport handled 22 million passengers.")
    stored = replace(stored, assertion=replace(stored.assertion, subject=Term("sorn airport", "Sorn Airport")))
    known = Known(sides=(Side("22 million", stored.assertion.value, (Witness("c", stored),)),))
    assert strangers(counted("Varn Airport"), known)
    assert not strangers(counted("Sorn Airport"), known)
    assert not strangers(counted("The Varn Herald"), known)


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("In 2013 the club had 40 members.", True),
        ("On 3 May 2024, the mill employed 40 people.", True),
        ("In 1893 the lighthouse was built.", False),
        ("The lighthouse is from 1893.", False),
        ("The harbour reopened on 3 May 2024.", False),
    ],
)
def test_a_day_that_only_says_when_the_rest_holds_dates_nothing(text, only):
    dates = [one for one in read(text) if one.assertion.kind is Kind.DATE]
    assert [eventless(one) for one in dates] == [only]


def test_two_dates_of_things_that_no_word_connects_are_doubtful():
    stored = claim("The club signed its agreement with the town in 2004.")
    assert doubtful(claim("In 2011 the club moved."), stored)
    assert not doubtful(claim("The club signed the agreement in 2005."), stored)
