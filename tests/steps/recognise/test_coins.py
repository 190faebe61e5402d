"""Whose kroner, francs and pesos: a name that several countries give their currency."""

from __future__ import annotations

import pytest

from registry.model.assertion import Kind
from registry.steps.recognise.coins import coins
from registry.steps.recognise.tables import currencies
from tests.steps.recognise.test_recognise import read


def units(text: str) -> list[str]:
    return [found.value.unit for found in read(text) if found.kind is Kind.MONEY]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The repairs cost 1.5 million kroner.", "krone"),
        ("The repairs cost 1.5 million kroner, the Norwegian yard said.", "NOK"),
        ("The Norwegian yard paid 2 million Danish kroner and then 3 million kroner.", "DKK"),
        ("Norway and Denmark share the 4 million kroner.", "krone"),
        ("The roof was put at 40,000 francs.", "franc"),
        ("The roof in Rwanda was put at 40,000 francs.", "RWF"),
        ("The choir raised 900 crowns.", "crown"),
        ("The fare is 25 shillings.", "shilling"),
        ("The ministry spent 2.5 billion pesos.", "peso"),
        ("The ministry in Chile spent 2.5 billion pesos.", "CLP"),
        ("A seat costs 300 dinars.", "dinar"),
        ("The dam cost 30 million soles.", "PEN"),
        ("A bus costs 12 million rupees, Pakistan says.", "PKR"),
        ("A bus costs 12 million rupees.", "INR"),
        ("A bus costs Rs 12 million.", "INR"),
        ("The school in Lusaka was built for 19,000 kwacha.", "ZMW"),
        ("The well in Malawi cost 19,000 kwacha.", "MWK"),
        ("The widow was given 400,000 CFA francs, the Cameroonian court heard.", "XAF"),
        ("The widow was given 400,000 CFA francs.", "XOF"),
        ("The fine was 12 million krónur.", "ISK"),
        ("He was fined 500,000 Kč.", "CZK"),
        ("The school in Nairobi cost KSh 4 million.", "KES"),
        ("The road cost 30 million meticais.", "MZN"),
        ("A bus costs Rs 12 million, Nepal says.", "NPR"),
        ("A bus costs Rs. 12 million, Pakistan says.", "PKR"),
        ("India says that a bus, INR 12 million there, costs Rs 9 million in Nepal.", "INR"),
        ("A seat costs kr 300, the Danish line said.", "DKK"),
        ("A seat costs (500 kr) in Norway, over the border 480 Swedish kronor.", "SEK"),
        ("Nepal made inroads and paid (Rs 500).", "NPR"),
        ("A seat costs kr 300.", "SEK"),
        ("Denmark pays. In Denmark, the Danish line and one in Norway ask 300 kroner.", "DKK"),
    ],
)
def test_a_shared_name_is_the_currency_of_the_one_country_named_else_a_unit_of_its_own(text, unit):
    assert units(text)[-1] == unit


@pytest.mark.parametrize(
    "text", ["The dentist fitted 30 crowns.", "The shop mended 40 soles.", "Seven kip and two kina lay there."]
)
def test_few_crowns_and_soles_are_no_money(text):
    assert units(text) == []


def test_a_part_of_a_word_names_no_country():
    assert coins("the romanised chadwick paid 40 francs") == {"franc": "franc"}


def test_every_word_of_a_family_is_read_as_its_name():
    for name, family in currencies().families.items():
        for word in family.words:
            assert units(f"The town paid 3 million {word} for it.") == [family.unnamed], (name, word)
