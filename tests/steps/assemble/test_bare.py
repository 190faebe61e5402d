"""Figures that name neither noun nor unit take them from what stands before; counts stay counts."""

from __future__ import annotations

import pytest

from tests.steps.reading import claims, said_of

READ = [
    # of the kind of the figure they are compared with or lean on
    ("The judges cut his prison sentence to 25 years from 28.", "28", "year", "prison sentence"),
    ("The court jailed Ada Brix for 30 years. He was given 28.", "28", "year", None),
    ("Inflation slowed to 3.9 percent from 4.1 the month before.", "4.1", "percent", "inflation"),
    ("A station measured 42.6 degrees Celsius, beating the national record of 41.8.", "41.8", "degC", None),
    ("The lake drew 21.3 gigawatts from a grid built for 22.", "22", "GW", None),
    ("The storm did not drop 540 mm of rain on Ansel, as we had it, but 288.", "288", "mm", None),
    ("At 7.9 percent, inflation was far above our target of two.", "two", "percent", "target"),
    (
        "In the north, 46 per cent of patients had been seen in May, and 49 in June.",
        "49",
        "percent",
        "share of patient",
    ),
    ("It lies between the 12 percent the union wanted and the last offer of 8.", "8", "percent", "last offer"),
    ("The Blues had 35.2 percent, down 7.6 points.", "7.6", "percentage point", None),
    # amounts of money, also without their scale
    ("Net profit was 31.8 million euros. The debt stays at 2.3 billion.", "2.3 billion", "EUR", "debt"),
    ("The fee is €8,900. Students from abroad pay 31,000.", "31,000", "EUR", "payment"),
    ("A toll of 12 euros per car and 36 per lorry is due.", "36", "EUR", "toll"),
    ("The fund took in $385 million, not the 212 of the auditors.", "212", "USD", None),
    ("The club was sold for 20 million euros. It spent 3.8 million of it on boats.", "3.8 million", "EUR", "spending"),
    ("Of the 14 million dollars it has asked for, 5.9 million have arrived.", "5.9 million", "USD", None),
    ("The whole budget is 3.9 billion. Of that, the navy gets €1.4 billion.", "3.9 billion", "EUR", "whole budget"),
    ("It took $71.5 million here and 58.2 million elsewhere.", "58.2 million", "USD", None),
    ("The bill is 4 million euros. Some 72 million of that goes to the port.", "Some 72 million", "EUR", None),
    ("The captain was fined 40,000. The firm paid 5 million euros.", "40,000", "EUR", None),
    (
        "The roof cost us 40 thousand dollars. Then the insurer: that's six million on paper.",
        "six million",
        "USD",
        None,
    ),
    ("The mayor paid 300 euros. We owe the bank 14 million.", "14 million", "EUR", None),
    ("The mayor paid 300 euros. It comes to 2.6 million a year.", "2.6 million", "EUR", None),
    ("The mayor paid 300 euros. In all, the pier had come to 2.6 million, money we lack.", "2.6 million", "EUR", None),
    ("A nurse earns 24,000 kroner. On the islands the lowest wage is 21,300.", "21,300", "krone", "wage"),
    ("The dam is too low: 9 feet where 14 were prescribed.", "14", "ft", None),
    # ages
    ("A teacher aged 81 has begun a term of 12 months.", "81", "year", "age"),
    ("Forty percent of the patients are children under five.", "under five", "year", "age"),
    ("Children under five make up half of the patients.", "under five", "year", "age"),
    ("When Ada Brix signed on, she was sixteen.", "sixteen", "year", "age"),
    ("They lost a nurse of 28 who had come in March.", "28", "year", "age"),
    ("Mr Dolan was 27 when the wall fell.", "27", "year", "age"),
    ("Mrs Hale is 81.", "81", "year", "age"),
    ("HALE: I'm eighty-four, and I walk.", "eighty-four", "year", "age"),
    ("At 23 she came home from Lyon.", "23", "year", "age"),
    ("The youngest of those we know of was thirty-four.", "thirty-four", "year", "youngest age"),
    ("A boy of eight now rings the bell at noon.", "eight", "year", "age"),
    ("I had a lad of twenty-six in tears.", "twenty-six", "year", "age"),
    ("Most are children between 4 and 11, the school said.", "between 4 and 11", "year", "age"),
    ("Anyone of 17 or over may come.", "17 or over", "year", "age"),
    # years in prison, and sums that a person told by his age has taken
    ("Seven years behind bars: that is what he got.", "Seven years", "year", "prison sentence"),
    (
        "The 59-year-old had helped himself to 3.2 million euros of its money.",
        "3.2 million euros",
        "EUR",
        "money amount",
    ),
]
COUNTS = [
    ("The town paid €5 million. The number of late payments was put at 1.2 million by the bank.", "1.2 million"),
    ("The town paid €5 million. How many payments were late? One point two million.", "One point two million"),
    ("The paper cost $5 million. Of 11 million readers the half, 6 million, stayed.", "6 million"),
    ("The ministry, which has $5 million, counts 11 million hens. The farmers admit to 12 million.", "12 million"),
    ("The line, which 40 percent use, serves patients, an average of 12.", "12"),
    ("And 42 percent of those elected are women, 30 of 71.", "71"),
    ("The fall was 12 percent. Boats sank: the limit of 20 was never reached.", "20"),
    ("The team scored 18 points on 45 percent of its shots, up 7 points.", "18"),
    ("It rained for 24 hours and 318 trees fell, against 41 in the storm of May.", "41"),
    ("There were 24 hours of rain. There were maybe sixty.", "sixty"),
    ("The toll rose to 89 after 75 percent of the houses fell.", "89"),
    ("The ministry gave a higher number, 139, after 120 hours.", "139"),
    ("The census cost 41 million euros. The capital, Ostra, grew to 612,000.", "612,000"),
    ("Mr Hale was one of 12.", "12"),
    ("I'm 12 down.", "12"),
    ("The fares are between 4 and 11.", "between 4 and 11"),
    ("At 5 she arrived at the station.", "5"),
    ("A teacher of 30 in the school was praised.", "30"),
    ("The firm paid $2 million. Its readers came to 3 million and they paid fees.", "3 million"),
    ("At 23 the score was even.", "23"),
    ("A father of eight now rings the bell.", "eight"),
    ("The youngest has 12 goals.", "12"),
    ("The town paid 5,000 euros. We are 5.2 million.", "5.2 million"),
    ("The paper cost 5 euros. It sold two million in May.", "two million"),
    ("A ticket costs 5 euros. The line carried about 11 million in all.", "about 11 million"),
    ("The town paid 5,000 euros. Some 3 million hens live there. They sold 1.1 million.", "1.1 million"),
    ("The town paid 5,000 euros. The herd had come to 2.6 million, the vet said.", "2.6 million"),
]


@pytest.mark.parametrize(("text", "exact", "unit", "attribute"), READ)
def test_a_bare_figure_takes_its_unit_and_name_from_what_stands_before(text, exact, unit, attribute):
    said = said_of(text, exact)
    assert said.value.unit == unit
    assert attribute is None or (said.attribute and said.attribute.key == attribute)


@pytest.mark.parametrize(("text", "exact"), COUNTS)
def test_a_figure_of_things_stays_a_count(text, exact):
    assert said_of(text, exact).value.unit == "count"


def test_a_sum_that_leaves_out_its_scale_has_that_of_the_sum_before():
    said = said_of("The deficit was €1.87 billion. It had been 2.94 a year earlier.", "2.94")
    assert (said.value.unit, int(said.value.low)) == ("EUR", 2_940_000_000)


def test_a_part_leaves_out_the_scale_of_its_whole():
    said = said_of("The whole budget is 3.9 billion euros, of which 1.4 go on equipment.", "1.4")
    assert (said.value.unit, int(said.value.low)) == ("EUR", 1_400_000_000)


TAXED = (
    "The tax office in {where} was paid late. Who pays tax pays a fee, and the bill is not small. We owe 14 million."
)


@pytest.mark.parametrize(
    ("where", "unit"),
    [
        ("Nicosia", "EUR"),
        ("the brigade of a cool climate", "count"),
        ("Oslo", "NOK"),
        ("Oslo and Stockholm", "count"),
        ("Ansel", "count"),
    ],
)
def test_where_no_currency_is_named_a_sum_is_in_that_of_the_country(where, unit):
    assert said_of(TAXED.format(where=where), "14 million").value.unit == unit


def test_a_country_alone_makes_no_money():
    assert said_of("The lake near Nicosia is large. It holds 14 million.", "14 million").value.unit == "count"


def test_a_figure_beside_a_measured_one_is_no_sum():
    text = "The town paid 5,000 euros. The lake holds 12 million cubic metres. In May, it was 11 million."
    assert said_of(text, "11 million").value.unit != "EUR"


def test_a_filled_figure_says_so():
    found = claims("At 7.9 percent, inflation was far above our target of two.", "2031-01-05")
    trace = next(claim.trace for claim in found if claim.span.exact == "two")
    assert trace[-1] == "unit carried from the value before: percent"


def test_a_figure_that_stands_there_again_is_about_the_same_thing():
    text = "It has 602,400 subscribers. Some left.\n\nPrices rose.\n\nOthers stayed.\n\nNearly all 602,400 of us pay."
    found = [claim.assertion.attribute for claim in claims(text, "2031-01-05") if claim.span.exact == "602,400"]
    assert [term.key for term in found] == ["subscriber", "subscriber"]


def test_what_is_asked_or_named_as_a_number_is_no_sum():
    text = "The grant was €4 million and the loan €3 million. How many bottles were filled?\n\nOne point nine million."
    assert {one.span.exact: one.assertion.kind.value for one in claims(text)}["One point nine million"] == "count"
    text = "The grant was €4 million and the loan €3 million. The number of bottles filled was put at 2.6 million."
    assert {one.span.exact: one.assertion.kind.value for one in claims(text)}["2.6 million"] == "count"


def test_a_point_of_percentages_is_a_measure():
    found = next(iter(claims("The levy would add 0.3 percentage points to the rate.")))
    assert (found.assertion.kind.value, found.assertion.value.unit) == ("measure", "percentage point")
