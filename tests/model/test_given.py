"""The day that somebody says a document was published on, and the language it is in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from registry.errors import InvalidValue
from registry.model.given import day_given, day_that_can_be, language_given

TODAY = date(2025, 6, 1)


@pytest.mark.parametrize("day", [TODAY, TODAY + timedelta(days=1), date(1849, 3, 2), date(1086, 1, 1)])
def test_a_day_that_has_begun_somewhere_is_taken(day):
    assert day_given(day, TODAY) == day


@pytest.mark.parametrize("day", [TODAY + timedelta(days=2), date(2052, 5, 3), date(9999, 12, 31)])
def test_a_day_to_come_is_a_slip(day):
    with pytest.raises(InvalidValue, match="still to come"):
        day_given(day, TODAY)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(24, 5, 31), date(202, 5, 31)])
def test_a_year_that_lost_a_digit_is_a_slip(day):
    with pytest.raises(InvalidValue, match="year in full"):
        day_given(day, TODAY)


def test_what_answers_alike_on_every_day_takes_days_to_come():
    assert day_that_can_be(date(2099, 1, 1)).year == 2099
    with pytest.raises(InvalidValue, match="year 9999"):
        day_that_can_be(date(9999, 12, 31))


@pytest.mark.parametrize(("words", "code"), [("en", "en"), (" DE ", "de"), ("pt-BR", "pt"), ("zh_Hant_TW", "zh")])
def test_a_language_is_known_by_its_code(words, code):
    assert language_given(words) == code


@pytest.mark.parametrize("words", ["", "English", "e", "en GB", "français"])
def test_another_name_of_a_language_is_refused(words):
    with pytest.raises(InvalidValue, match="no code of a language"):
        language_given(words)
