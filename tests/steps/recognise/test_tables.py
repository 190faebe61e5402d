"""Figures of tables in plain text: where their unit and scale stand, and which of them only name a row."""

from __future__ import annotations

import pytest

from registry.steps.recognise import recognise
from registry.steps.segment import blocks, sentences
from tests.steps.recognise.test_recognise import PUBLISHED
from tests.steps.recognise.told import value


def figures(text):
    """The figures of the rows of a text, with their words."""
    parts = sentences(text, blocks(text))
    found = recognise(text, parts, published=PUBLISHED, language="en")
    rows = [some for part, some in zip(parts, found, strict=True) if part.block.cells]
    return [f"{text[one.start : one.end]} = {value(one)}" for some in rows for one in some]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Cost (EUR million)      120\n  of which harbour       45\n"
            "Berths                    8\n  of which long           2",
            ["120 = 120000000 EUR", "45 = 45000000 EUR", "8 = 8 count", "2 = 2 count"],
        ),
        (
            "Country      Euros   Workers\nNorland      2,161    14,000\nSudland      1,278     9,000",
            ["2,161 = 2161 EUR", "14,000 = 14000 count", "1,278 = 1278 EUR", "9,000 = 9000 count"],
        ),
        (
            "Club         P   W   L   Pts\nNorport     46  26  11    88\nHalden      46  20  14    71",
            [f"{figure} = {figure} count" for figure in (46, 26, 11, 88, 46, 20, 14, 71)],
        ),
        (
            "Walk to the pier (min)     11\n  by boat                  31\nPiers                       4",
            ["11 = 11 minute", "31 = 31 minute", "4 = 4 count"],
        ),
        (
            "By kind         Walks      Km\nCoastal         5          71.4\nInland          2          19.1",
            ["5 = 5 count", "71.4 = 71.4 km", "2 = 2 count", "19.1 = 19.1 km"],
        ),
        (
            "Bridge        Main span (m)    Draught (m)\n"
            "Ostra         318              6.5\nVestra        120              4",
            ["318 = 318 m", "6.5 = 6.5 m", "120 = 120 m", "4 = 4 m"],
        ),
        (
            "Line          Passengers (m)   Fares (m)\n"
            "Ostra         318              6.5\nVestra        120              4",
            ["318 = 318000000 count", "6.5 = 6500000 count", "120 = 120000000 count", "4 = 4000000 count"],
        ),
        ("Prizes (€)\n\nWinner      5,000\nRunner-up   2,500", ["5,000 = 5000 EUR", "2,500 = 2500 EUR"]),
        (
            "The harbour will cost EUR 1,470 million, as follows:\n\n    Quays      1,000\n    Cranes       470\n"
            "    Total      1,470",
            ["1,000 = 1000000000 EUR", "470 = 470000000 EUR", "1,470 = 1470000000 EUR"],
        ),
        (
            "They paid EUR 5 million for three boats:\n\n    Gull      12\n    Tern      14",
            ["12 = 12 count", "14 = 14 count"],
        ),
        ("It drew 90,000 people, 610,000 in all\n\nGulls     5\nTerns     7", ["5 = 5 count", "7 = 7 count"]),
        (
            "Rank  Boat          Catch (t)\n1     Gull          18.4\n2     Tern          12.1",
            ["18.4 = 18.4 t", "12.1 = 12.1 t"],
        ),
        (
            "Age          Hurt    Killed\n0-4 years    31      2\n5-17 years   48      1\n65+          12      4",
            ["31 = 31 count", "2 = 2 count", "48 = 48 count", "1 = 1 count", "12 = 12 count", "4 = 4 count"],
        ),
        (
            "Crew of     Boats\n4           410\n6           502",
            ["410 = 410 count", "502 = 502 count"],
        ),
        (
            "Table 2. Prices of fish, change in %\n\nAll kinds 3.9\nCod and haddock 4.4\nHerring 5.6",
            ["3.9 = 3.9 percent", "4.4 = 4.4 percent", "5.6 = 5.6 percent"],
        ),
    ],
)
def test_a_figure_has_the_unit_that_its_table_gives(text, wanted):
    assert figures(text) == wanted


def test_a_column_of_those_who_say_no_numbers_no_rows():
    from tests.steps.reading import claims

    rows = (
        "             Yes        No        Turnout %",
        "North      6,120      5,890      60.2",
        "South      5,204      6,010      63.9",
    )
    text = "\n".join(("Vote", "", *rows, ""))
    assert {"5,890", "6,010"} <= {claim.span.exact for claim in claims(text, "2031-05-02")}
