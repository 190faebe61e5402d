"""Names that a careful person would give: measures of what has them, days of acts, people by what they do, tables."""

from __future__ import annotations

import pytest

from registry.steps.assemble.attribute.sense import can_have
from tests.steps.reading import called, claims

LASTING = [
    ("The lift will be out of service for six weeks.", "six weeks", "duration"),
    ("For nine hours nobody in Halm had water.", "nine hours", "duration"),
    ("The lease runs for 25 years.", "25 years", "term"),
    ("The contract with the county runs for 12 years.", "12 years", "term"),
    # who has been somewhere for years has spent them there
    ("The mayor has been in office for eleven years.", "eleven years", "time"),
    ("She worked at the mill for 30 years.", "30 years", "time"),
    ("It took eleven days.", "eleven days", "time"),
    ("The crossing takes 20 minutes.", "20 minutes", "crossing time"),
    ("After charging in 20 minutes it goes on.", "20 minutes", "charging time"),
    ("The bridge was built in nineteen months.", "nineteen months", "construction time"),
    ("Divers found it within 20 minutes.", "within 20 minutes", "time"),
    ("They raised the maximum working week from 44 to 50 hours.", "50 hours", "maximum working week"),
]
MEASURED = [
    # what cannot have such a measure does not stand before its name
    ("Nobody noticed for two hours.", "two hours", "duration"),
    ("Hackers drain $90 million from a bank.", "$90 million", "amount"),
    ("The gang took 2.1 million euros from pensioners.", "2.1 million euros", "amount taken"),
    ("The tunnel is 9 km long.", "9 km", "length"),
    ("They dug two shafts of 210 metres each.", "210 metres", "shaft length"),
    # what a sum is by the words right beside it
    ("This is a steal (base price: $59,995).", "$59,995", "base price"),
    ("That makes the $149 price point a bargain.", "$149", "price"),
    ("The market for cards, a market worth over 2 billion, is growing.", "over 2 billion", "market value"),
    ("It won 30 medals worth keeping.", "30", "won medal"),
    # how far something lies or moves
    ("Orlin, seven miles downstream, was flooded.", "seven miles", "distance"),
    ("The boats were four kilometres outside the zone.", "four kilometres", "distance"),
    ("The village lies 18 km below the dam.", "18 km", "distance"),
    ("The cable lies 3 km below the surface.", "3 km", "depth"),
    ("The herd has walked 40 kilometres since May.", "40 kilometres", "distance"),
    ("She is 1.84 m.", "1.84 m", "height"),
    ("The fire has burned 4,200 hectares.", "4,200 hectares", "burned area"),
]
DATED = [
    ("The new toll takes effect on 1 May 2026.", "1 May 2026", "new toll entry into force date"),
    ("The timetable was in force from 9 December 2024.", "9 December 2024", "timetable entry into force date"),
    ("A decision will be taken by 3 June 2026.", "3 June 2026", "decision date"),
    ("The first arrest was made on 3 March 2024.", "3 March 2024", "first arrest date"),
    ("An election was held on 7 May 2024.", "7 May 2024", "election date"),
    ("The floor gave way at 6:40.", "6:40", "floor collapse time"),
    ("The fraud came to light in May 2022.", "May 2022", "fraud discovery date"),
    ("The pilot was let go on 22 March 2025.", "22 March 2025", "pilot release date"),
    ("The plant will close in May 2026.", "May 2026", "plant closure date"),
    ("The books had not been audited since 2012.", "2012", "book audit year"),
    ("The road will not reopen until 4 May 2026.", "4 May 2026", "road reopening date"),
    ("The road is closed until 4 May 2026.", "4 May 2026", "road end date"),
]
COUNTED = [
    ("2,150 people gave to the appeal.", "2,150", "donor"),
    ("Some 36 people took part in the walk.", "Some 36", "participant"),
    ("A study of 61,804 people found the same.", "61,804", "participant"),
    ("Of 90 runners, 71 crossed the line.", "71", "finisher"),
    ("The fund has 900 shares. Forty of us own it.", "Forty", "person"),
    ("A hundred people gave evidence.", "A hundred", "person"),
    ("Hauge kept goal in 31 games and conceded 22.", "22", "goal"),
    ("She missed the record by three hundredths of a second.", "three hundredths", "margin"),
    # a figure that names nothing counts what the sentence before tells of
    ("The sirens were loud. We counted forty of them.", "forty", "siren"),
    ("Passengers were left on the quay. Roughly 220 were put up in the school.", "Roughly 220", "passenger"),
    ("Volunteers stood in line. Then 2,300 of you have come to help.", "2,300", "person"),
    ("Thirty boats sailed. Twelve were set free later.", "Twelve", "released boat"),
    ("PRESENTER: How many of your lorries are off the road? MR HALE: Nineteen.", "Nineteen", "lorry"),
]


@pytest.mark.parametrize(("text", "exact", "name"), [*LASTING, *MEASURED, *DATED, *COUNTED])
def test_a_figure_has_a_name_that_makes_sense(text, exact, name):
    assert called(text, exact) == name


@pytest.mark.parametrize(
    ("text", "exact", "wrong"),
    [
        ("Ana Mehl, general counsel: Seventy as of last night.", "Seventy", "counsel"),
        ("Interior ministry: 210,000 in the whole country.", "210,000", "ministry"),
        ("Brick walls fell. Dozens of houses were knocked off their foundations.", "Dozens", "knocked"),
        ("The police said it on Friday. 9,000 had come over by night.", "9,000", "come"),
    ],
)
def test_who_says_a_figure_and_what_they_did_are_no_names_of_it(text, exact, wrong):
    found = next(claim.assertion.attribute for claim in claims(text) if claim.span.exact == exact)
    assert found is None or wrong not in found.label


TABLES = [
    (
        "Expenditure      \u20ac million\nProgramme        19.6\nStaff            11.4\nTotal            31.0\n",
        "19.6",
        "expenditure",
    ),
    (
        "Land cover       Hectares\nPine forest      4,620\nScrub            1,970\nTotal            6,590\n",
        "4,620",
        "area",
    ),
    (
        "Party            For       Against\nCivic Union      17        4\nGreen List       11        9\n",
        "17",
        "vote for",
    ),
]


@pytest.mark.parametrize(("table", "exact", "name"), TABLES)
def test_a_column_headed_by_a_unit_or_a_side_has_a_name_all_the_same(table, exact, name):
    found = [claim for claim in claims(f"Report\n\nThe board has met.\n\n{table}") if claim.span.exact == exact]
    assert [claim.assertion.attribute.label for claim in found if claim.assertion.attribute] == [name]


@pytest.mark.parametrize(
    ("noun", "kind", "can"),
    [
        ("goatherder", "length", False),
        ("taxpayers", "amount", False),
        ("hacker", "time", False),
        ("twins", "distance", False),
        ("twin", "weight", True),
        ("printer", "volume", True),
        ("container", "length", True),
    ],
)
def test_nobody_has_a_length_whether_a_table_knows_them_or_not(noun, kind, can):
    assert can_have(noun, kind) is can
