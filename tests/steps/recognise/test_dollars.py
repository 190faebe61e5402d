"""Whose dollars: those a text names, else those of the one country of dollars that it is about."""

from __future__ import annotations

import pytest

from registry.model.assertion import Kind
from registry.steps.recognise.dollars import dollar, spelled
from registry.steps.recognise.tables import currencies
from tests.steps.recognise.test_recognise import read


def units(text: str) -> list[str]:
    return [found.value.unit for found in read(text) if found.kind is Kind.MONEY]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The drainage board in Hobart has spent $4 million on the weir.", "AUD"),
        ("A seat on the Toronto ferry costs $12.", "CAD"),
        ("The Auckland choir raised nine hundred dollars for the roof.", "NZD"),
        ("A Jamaican farmer asked $900 for the goat.", "JMD"),
        ("Fiji, where the reef lies, and Fijian divers paid $40; a Sydney firm gave nothing.", "FJD"),
        ("The mill in Nova Scotia cost 2 million Canadian dollars.", "CAD"),
    ],
)
def test_dollars_are_those_of_the_country_that_a_text_names_above_all(text, unit):
    assert units(text)[0] == unit


@pytest.mark.parametrize(
    "text",
    [
        "The council spent $4 million.",
        "Canada's museum paid $3 million; the New York gallery had offered less.",
        "The bridge in Sydney and the one in Toronto cost $4 million each.",
        "The Queensland mine was bought for US$4 million.",
        "The Queensland mine was bought for 4 million US dollars, and the port for $2 million.",
        "The Queensland mine was bought for $4 million (€2.5 million).",
        "At 104 degrees Fahrenheit in Darwin, Australia, the $4 million rover stopped.",
        "The firm in Nairobi, Kenya, paid $40,000.",
    ],
)
def test_other_dollars_are_american(text):
    assert units(text)[0] == "USD"


@pytest.mark.parametrize(
    "text",
    [
        "The mill in Nova Scotia cost 2 million Canadian dollars ($1.4 million).",
        "The mine in Queensland cost A$4 million, which is $2.6 million.",
    ],
)
def test_who_marks_those_of_another_country_means_american_ones_by_the_bare_sign(text):
    assert units(text)[1] == "USD"


def test_where_a_paper_comes_out_tells_of_its_dollars():
    assert dollar("the pool costs $4 million to mend\nthe hobart examiner") == "AUD"


def test_every_currency_called_dollar_is_known_by_its_full_name():
    names = currencies().names.values()
    full = {code for some in names for words, code in some if words[-1] == "dollar"}
    assert full - {"USD"} == set(spelled())
