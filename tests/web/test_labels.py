"""Values of one fact in one way of writing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from registry.model.quantity import Quantity
from registry.model.term import Term
from tests.web import makers as make
from web import labels, telling


def number(low: str, unit: str = "count", high: str | None = None, **more) -> Quantity:
    return Quantity(Decimal(low), Decimal(high or low), unit, **more)


@pytest.mark.parametrize(
    ("written", "value", "shown"),
    [
        ("six", number("6"), "6"),
        ("Thirty-one", number("31"), "31"),
        ("three and a half years", number("3.5", "year"), "3.5\u00a0years"),
        ("81.000", number("81000"), "81\u202f000"),
        ("1,27 million", number("1270000"), "1.27 million"),
        ("2,8 millions", number("2800000"), "2.8 million"),
        ("six (no. 2)", number("6"), "6 (no. 2)"),
        ("33", number("33"), "33"),
        ("81,000", number("81000"), "81,000"),
        ("700\u202f000", number("700000"), "700\u202f000"),
        ("£20bn", number("20000000000", "GBP"), "£20bn"),
        ("around 1,000", number("1000", approx=True), "around 1,000"),
        ("5 to 17 months", number("5", "month", "17"), "5 to 17 months"),
        ("9.8 km", number("10", "km"), "9.8 km"),
        ("34.7°F", number("1.5", "degC"), "34.7°F"),
        ("1.500,5", number("1500.5"), "1500.5"),
        ("a dozen", number("12", high="15"), "a dozen"),
        ("Ms 6.6", number("6.6", "magnitude"), "Ms 6.6"),
        ("96", number("96", "m"), "96\u00a0m"),
        ("1240", number("1240", "m"), "1240\u00a0m"),
        ("2.4", number("2400000", "GBP"), "£2.4 million"),
        ("-3", number("-3", "degC"), "−3\u00a0°C"),
        ("9.8", number("10", "km"), "9.8"),
        ("10", number("16.09344", "km"), "10"),
        ("6.6", number("6.6", "magnitude"), "6.6"),
        ("harbour board", Term("harbour board", "harbour board"), "harbour board"),
    ],
)
def test_a_value_in_english_digits_stays_and_others_are_written_so(written, value, shown):
    assert labels.label(written, value) == shown


def test_the_sentence_says_a_value_as_its_side_does_and_counts_documents_in_words():
    rows = (
        make.side_row(1, "six")._replace(value=number("6")),
        make.side_row(2, "two")._replace(value=number("2")),
        make.side_row(3, "33")._replace(value=number("33")),
    )
    row = make.conflict()._replace(
        sides=rows,
        detail="The Court says six; two documents, quoting the chair of six, say two. They cannot all be right.",
    )
    shown = telling.conflict_row(row)
    assert [chip.value for chip in shown.chips] == ["6", "2", "33"]
    assert shown.detail == "The Court says 6; two documents, quoting the chair of six, say 2. They cannot all be right."


def test_the_value_that_the_registry_holds_is_told_with_its_unit():
    found = labels.labels([make.side_row(1, "96")._replace(value=number("96", "m"))])
    assert labels.said("The registry holds 96 since 2024.", found) == "The registry holds 96\u00a0m since 2024."
    assert labels.said("The registry holds 96.5 of it.", found) == "The registry holds 96.5 of it."


def test_a_fact_is_held_at_the_value_that_its_list_shows():
    fact = make.fact(
        make.side_row(1, "six")._replace(value=number("6")),
        standing=make.standing(words="settled at six by Ito", value="six"),
    )
    shown = labels.of_fact_row(fact)
    assert (shown.values[0].label, shown.standing.value, shown.standing.words) == ("6", "6", "settled at 6 by Ito")


def test_two_values_never_look_the_same():
    rows = [make.side_row(at, name)._replace(value=number("6")) for at, name in enumerate(("six", "half a dozen"), 1)]
    assert labels.labels(rows) == {}
