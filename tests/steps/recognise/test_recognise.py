"""Numbers, dates and units as they are read, case by case; the cases are data."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from registry.model.assertion import Mention
from registry.model.moment import Moment
from registry.model.quantity import Quantity
from registry.model.span import Block, BlockKind, Sentence
from registry.steps.recognise import recognise

CASES = json.loads((Path(__file__).parents[2] / "cases" / "recognise.json").read_text("utf-8"))
PUBLISHED = date(2024, 5, 31)
NUMBERS = ("quantum", "round")
FIELDS = {"approx": False, "lean": 0, "strict": False, "quantum": "0", "round": "0"}


def read(text: str, language: str = "en", published: date | None = PUBLISHED) -> list[Mention]:
    """The mentions of a text that is one sentence."""
    sentence = Sentence(0, len(text), Block(0, len(text)))
    return [
        mention for found in recognise(text, [sentence], published=published, language=language) for mention in found
    ]


def ends(value: object) -> tuple[object, object, str]:
    """The low and high end of a value and its unit, as the cases write them."""
    if isinstance(value, Moment):
        if value.clock:
            return value.clock.isoformat(timespec="minutes"), value.clock.isoformat(timespec="minutes"), "datetime"
        low, high = (end and end.isoformat() for end in value.meant())
        return low, high, "date"
    assert isinstance(value, Quantity)
    return value.low, value.high, value.unit


def expect(text: str, wanted: list[Any], language: str = "en") -> None:
    """Every mention is as the case says, and there are no others."""
    found = read(text, language)
    assert [text[mention.start : mention.end] for mention in found] == [words for words, *_ in wanted]
    for mention, (_, low, high, unit, *more) in zip(found, wanted, strict=True):
        if isinstance(mention.value, Quantity):
            low, high = (None if end is None else Decimal(end) for end in (low, high))
            check_fields(mention, mention.value, more[0] if more else {})
        assert ends(mention.value) == (low, high, unit)
        assert mention.trace


def check_fields(mention: Mention, value: Quantity, more: dict[str, Any]) -> None:
    """What a case says beyond the ends, and the defaults of what it does not say."""
    for name, default in FIELDS.items():
        said = more.get(name, default)
        assert getattr(value, name) == (Decimal(said) if name in NUMBERS else said), name
    assert mention.direction == more.get("direction")
    assert list(mention.notes) == more.get("notes", [])
    assert mention.kind == more.get("kind", mention.kind)


@pytest.mark.parametrize(("text", "wanted"), [*CASES["wild"], *CASES["synthetic"]])
def test_the_words_have_the_value_a_reader_gives_them(text, wanted):
    expect(text, wanted)


@pytest.mark.parametrize(("language", "text", "wanted"), CASES["languages"])
def test_other_languages_are_read_with_their_own_marks_and_words(language, text, wanted):
    expect(text, wanted, language)


@pytest.mark.parametrize("text", CASES["negative"])
def test_labels_and_pronouns_are_no_quantities(text):
    assert [text[mention.start : mention.end] for mention in read(text)] == []


@pytest.mark.parametrize(("text", "wanted"), CASES["known_failures"])
@pytest.mark.xfail(strict=True)
def test_known_failures(text, wanted):
    expect(text, wanted)


def test_the_heading_gives_a_cell_its_scale_and_unit():
    text = "Monthly riders 417 2,856"
    cells = ((0, 14), (15, 18), (19, 24))
    block = Block(0, len(text), BlockKind.ROW, cells=cells, headers=("", "2023 (m)", "Fares (EUR m)"))
    found = recognise(text, [Sentence(0, len(text), block)], published=PUBLISHED, language="en")[0]
    assert [ends(mention.value) for mention in found] == [
        (Decimal(417000000), Decimal(417000000), "count"),
        (Decimal(2856000000), Decimal(2856000000), "EUR"),
    ]


def test_the_corner_of_a_table_gives_its_cells_their_scale_and_currency():
    assert row_of(("Sales", "417"), ("Figures (EUR m)", "2023")) == [(Decimal(417000000), Decimal(417000000), "EUR")]


@pytest.mark.parametrize(
    ("heading", "unit"), [("A$ million", "AUD"), ("Sales (HK$m)", "HKD"), ("R$ million", "BRL"), ("Sales ($m)", "USD")]
)
def test_letters_before_a_dollar_sign_name_its_country_above_a_column_too(heading, unit):
    assert row_of(("Sales", "417"), ("", heading)) == [(Decimal(417000000), Decimal(417000000), unit)]


def test_games_that_were_won_are_no_money():
    assert row_of(("Northby", "9"), ("Team", "Won")) == [(Decimal(9), Decimal(9), "count")]


def test_things_counted_in_a_table_of_amounts_stay_counts():
    assert row_of(("Employees", "417"), ("Figures (EUR m)", "2023")) == [(Decimal(417), Decimal(417), "count")]


def test_a_row_with_a_currency_of_its_own_does_not_take_the_scale_of_the_table():
    assert row_of(("Dividend (EUR)", "1.5"), ("EUR million", "2023")) == [(Decimal("1.5"), Decimal("1.5"), "EUR")]


@pytest.mark.parametrize(
    ("line", "low", "unit"),
    [
        ("Boats sold abroad, EUR, billion (p = provisional)", 417_000_000_000, "EUR"),
        ("Sales by harbour, £m", 417_000_000, "GBP"),
        ("Change on the year before, in %", 417, "percent"),
        ("They lost £5m", 417, "count"),
        ("Half of them, 50%, came", 417, "count"),
    ],
)
def test_a_caption_gives_the_cells_below_it_scale_and_unit(line, low, unit):
    start = len(line) + 1
    text = f"{line}\nBoats 417"
    cells = ((start, start + 5), (start + 6, len(text)))
    row = Block(start, len(text), BlockKind.ROW, cells=cells, headers=("", "2023"))
    parts = [Sentence(0, len(line), Block(0, len(line))), Sentence(start, len(text), row)]
    found = recognise(text, parts, published=PUBLISHED, language="en")[1]
    assert [ends(mention.value) for mention in found] == [(Decimal(low), Decimal(low), unit)]


def test_a_cell_takes_no_unit_from_the_text_above_the_table():
    text = "The median wait was 14.2 weeks.\nSeen 17.1"
    row = Block(32, len(text), BlockKind.ROW, cells=((32, 36), (37, len(text))), headers=("", "2023"))
    parts = [Sentence(0, 31, Block(0, 31)), Sentence(32, len(text), row)]
    found = recognise(text, parts, published=PUBLISHED, language="en")[1]
    assert [ends(mention.value)[2] for mention in found] == ["count"]


@pytest.mark.parametrize(("text", "unit"), [("The hazard ratio was 1.12.", "ratio"), ("The fleet was 12.", "count")])
def test_what_a_ratio_is_is_a_ratio(text, unit):
    part = Sentence(0, len(text), Block(0, len(text)))
    found = recognise(text, [part], published=PUBLISHED, language="en")[0]
    assert [ends(mention.value)[2] for mention in found] == [unit]


def test_the_line_above_a_table_gives_its_cells_their_scale_and_currency():
    text = "Results in millions of euros\nSales 417"
    above, row = Block(0, 28), Block(29, len(text), BlockKind.ROW, cells=((29, 34), (35, 38)), headers=("", "2023"))
    parts = [Sentence(0, 28, above), Sentence(29, len(text), row)]
    found = recognise(text, parts, published=PUBLISHED, language="en")[1]
    assert [ends(mention.value) for mention in found] == [(Decimal(417000000), Decimal(417000000), "EUR")]


def row_of(words, headers):
    """What is read in a row of a label and a figure."""
    text = " ".join(words)
    cells = ((0, len(words[0])), (len(words[0]) + 1, len(text)))
    block = Block(0, len(text), BlockKind.ROW, cells=cells, headers=headers)
    found = recognise(text, [Sentence(0, len(text), block)], published=PUBLISHED, language="en")[0]
    return [ends(mention.value) for mention in found]


def test_the_label_of_a_row_gives_its_cells_their_unit():
    text = "Losses (€m) 64 318"
    cells = ((0, 11), (12, 14), (15, 18))
    block = Block(0, len(text), BlockKind.ROW, cells=cells, headers=("", "Now", "Before"))
    found = recognise(text, [Sentence(0, len(text), block)], published=PUBLISHED, language="en")[0]
    assert [ends(mention.value)[0::2] for mention in found] == [(Decimal(64000000), "EUR"), (Decimal(318000000), "EUR")]


def test_the_order_of_day_and_month_is_the_documents():
    american = "Filed 11/18/2022, heard 01/03/2023."
    british = "Filed 18/11/2022, heard 01/03/2023."
    assert [ends(mention.value)[0] for mention in read(american)] == ["2022-11-18", "2023-01-03"]
    assert [ends(mention.value)[0] for mention in read(british)] == ["2022-11-18", "2023-03-01"]


def test_dates_in_words_tell_the_order_of_those_in_digits():
    american = "May 3, 2021 and May 8, 2021: heard 01/04/2022."
    british = "3 May 2021 and 8 May 2021: heard 01/04/2022."
    assert ends(read(american)[-1].value)[0] == "2022-01-04"
    assert ends(read(british)[-1].value)[0] == "2022-04-01"


def test_the_decimal_mark_is_the_documents():
    assert [ends(mention.value)[0] for mention in read("Il y a 1.234 lits et 2,5 salles.", "fr")] == [
        1234,
        Decimal("2.5"),
    ]
    assert [ends(mention.value)[0] for mention in read("There are 1.234 units and 2.5 halls.")] == [
        Decimal("1.234"),
        Decimal("2.5"),
    ]


def test_a_nought_before_the_mark_tells_which_mark_is_for_decimals():
    assert [ends(mention.value)[0] for mention in read("Von 0,125 auf 12.900 Meter und 3.200 Tonnen.", "")] == [
        Decimal("0.125"),
        12900,
        3200,
    ]
    assert ends(read("Il y a 0.125 tonne et 12.900 tonnes.", "fr")[1].value)[0] == Decimal("12.9")


def test_a_clock_beside_the_same_time_in_another_zone_shows_its_own_zone():
    found = read("It struck at 6:15 a.m. (2215 GMT Thursday).")
    assert [ends(mention.value)[0] for mention in found] == ["2024-05-31T06:15+08:00", "2024-05-30T22:15+00:00"]


def test_a_month_of_which_the_clause_says_that_it_will_be_lies_ahead():
    said = [
        "The trial is to begin in February.",
        "It will open on 3 March.",
        "It opened on 3 March.",
        "It will go, the mayor said in March.",
    ]
    assert [ends(read(text)[-1].value)[0] for text in said] == ["2025-02-01", "2025-03-03", "2024-03-03", "2024-03-01"]


def test_without_a_date_of_the_document_a_bare_month_says_nothing():
    assert read("They met in March.", published=None) == []


def test_a_clause_without_a_verb_of_its_own_has_the_unit_of_the_one_before():
    text = "The city measured 64 decibels at night, the residents' association 71."
    assert [ends(one.value)[2] for one in read(text)] == ["dB", "dB"]
    assert [ends(one.value)[2] for one in read("The road is 12 km long, the bus takes 14.")] == ["km", "count"]


def test_hundreds_in_words_are_round():
    rounds = [
        read(f"They found {words} coins.")[0].value.round for words in ("three hundred", "300", "a hundred and ten")
    ]
    assert rounds == [100, 0, 0]


def test_a_half_gives_no_scale_to_the_number_before_it():
    values = [one.value for one in read("It was cut by two years, from eight to six and a half.")]
    assert [value.quantum for value in values] == [0, 0, Decimal("0.01")]
