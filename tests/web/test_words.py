from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.model.assertion import Assertion, Kind
from registry.model.moment import Bound, Moment, Precision
from registry.model.quantity import Quantity
from registry.model.term import Term
from web import days, words


def said(low: str | None, high: str | None = "same", unit: str = "count", **more) -> Quantity:
    top = low if high == "same" else high
    return Quantity(Decimal(low) if low else None, Decimal(top) if top else None, unit, **more)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (said("125"), "125"),
        (said("1500", approx=True), "about 1500"),
        (said("90000", approx=True, lean=-1), "nearly 90\u202f000"),
        (said("120", None, strict=True), "more than 120"),
        (said("120", None), "at least 120"),
        (said(None, "40", strict=True), "less than 40"),
        (said(None, "40"), "at most 40"),
        (said("5", "17", "month"), "5 to 17\u00a0months"),
        (said("1", unit="hour"), "1\u00a0hour"),
        (said("4.5", unit="percent"), "4.5\u00a0%"),
        (said("1200000", unit="USD"), "$1.2 million"),
        (said("23600000000", unit="CHF"), "CHF 23.6 billion"),
        (said("1234567"), "1\u202f234\u202f567"),
        (said("-3", unit="degC"), "−3\u00a0°C"),
        (said("20", unit="km"), "20\u00a0km"),
        (Term("president", "President of the Court"), "President of the Court"),
        (Moment.on(date(2024, 5, 31)), "31 May 2024"),
        (Moment(date(2024, 5, 1), date(2024, 5, 31), Precision.MONTH), "May 2024"),
        (Moment(date(2024, 7, 1), date(2024, 9, 30), Precision.QUARTER), "Q3 2024"),
        (Moment(date(2024, 1, 1), date(2024, 12, 31), Precision.YEAR), "2024"),
        (Moment(date(2024, 1, 2), date(2024, 3, 4), Precision.PERIOD), "2 January 2024 – 4 March 2024"),
        (Moment(date(2024, 1, 1), date(2024, 12, 31), Precision.YEAR, bound=Bound.BEFORE), "before 2024"),
        (Quantity(Decimal("5.3"), Decimal("5.3"), "count", base="100000"), "5.3 per 100,000"),
        (Moment(date(2024, 1, 2), date.max, Precision.PERIOD), "since 2 January 2024"),
        (Moment(date.min, date(2024, 1, 2), Precision.PERIOD), "until 2 January 2024"),
    ],
)
def test_a_value_reads_as_a_person_would_write_it(value, text):
    assert words.worded(value) == text


def test_a_clock_is_shown_with_its_day():
    day = date(2024, 5, 31)
    assert days.moment(Moment(day, day, Precision.TIME, datetime(2024, 5, 31, 14, 30))) == "31 May 2024, 14:30"  # noqa: DTZ001


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**14), max_value=10**14))
def test_grouping_changes_no_digit(number):
    shown = words.grouped(number).replace(words.THIN, "").replace("−", "-")
    assert Decimal(shown) == number


@given(st.integers(min_value=0, max_value=10**15))
def test_a_scale_word_loses_nothing(number):
    shown = words.scaled(Decimal(number)).replace(words.THIN, "")
    figure, _, scale = shown.partition(" ")
    size = next((size for size, name in words.SCALES if name == scale), Decimal(1))
    assert Decimal(figure) * size == number


def test_stretches_of_time_are_as_short_as_they_can_be():
    assert days.months(date(2024, 5, 3), date(2024, 5, 31)) == "May 2024"
    assert days.months(date(2025, 1, 3), date(2025, 12, 1)) == "Jan–Dec 2025"
    assert days.months(date(2012, 8, 14), date(2025, 1, 16)) == "Aug 2012 – Jan 2025"


def test_counts_agree_with_their_nouns():
    assert [words.counted(n, "source") for n in (0, 1, 3)] == ["no sources", "1 source", "3 sources"]
    assert words.counted(2, "copy", "copies") == "2 copies"


def test_the_past_is_told_by_how_far_it_is():
    now = datetime(2026, 11, 24, 15, 0, tzinfo=UTC)
    spans = (timedelta(seconds=5), timedelta(minutes=1), timedelta(hours=3), timedelta(days=2), timedelta(days=90))
    told = [words.ago(now - span, now) for span in spans]
    assert told == ["just now", "1 minute ago", "3 hours ago", "2 days ago", "26 August 2026"]
    assert days.exactly(now) == "24 November 2026, 15:00 UTC"


def test_sizes_of_files_are_short():
    assert [words.sized(n) for n in (812, 14_200, 2_340_000)] == ["812 bytes", "14 kB", "2.3 MB"]


@pytest.mark.parametrize(
    ("number", "label", "shown"),
    [
        ("124", "member state", "member states"),
        ("14", "member", "members"),
        ("1", "judge", "judge"),
        ("2", "person in custody", "people in custody"),
        ("3", "states parties", "states parties"),
        ("5", "country", "countries"),
        ("38000", "vehicles a day", "vehicles a day"),
        ("7", "call an hour", "calls an hour"),
    ],
)
def test_a_noun_agrees_with_its_number(number, label, shown):
    assert words.noun(Assertion(Kind.COUNT, said(number), None, Term(label, label))) == shown


def test_what_is_measured_is_not_put_in_the_plural():
    assert words.noun(Assertion(Kind.PERCENT, said("5", unit="percent"), None, Term("growth", "growth"))) == "growth"
    assert words.noun(Assertion(Kind.COUNT, said("5"), None, None)) == ""
