"""Codes and addresses are looked for where one can begin, and none is lost by that."""

from __future__ import annotations

import random

import pytest

from registry.steps.recognise.codes import MASK, codes

PIECES = (
    *(
        "ring 555-0142",
        "A/67/308",
        "(555) 010-0000",
        "+44 20 7946 0000",
        "ISBN 978-3-16",
        "the file(3.5 MB)",
        "wall[3]",
    ),
    *("Mon-Fri 9-17", "v1.2.3", "see#12", "10.1234/ab", "EN 50081-1", "51\u00b030'N", "\u00a92024", "x+44 20 79460000"),
    *(
        "port.com",
        "flight KL 12",
        "12 Bell Street",
        "N1 9GU",
        "on counts 3 and 4",
        "rose 5%",
        "P.O. Box 12",
        "a.b.co/x",
    ),
    *("; 1) one", "7-9/24", "Lat 51.5", "report 12/2024", "COVID-19", "log 12 of 3/4", "$1,200.50", "\u0661\u0662:30"),
)


def test_a_code_is_found_wherever_it_begins() -> None:
    chance = random.Random(4)
    for _ in range(3_000):
        text = chance.choice((" ", "", ", ", "-", ".")).join(chance.choices(PIECES, k=4))
        start, end = chance.randrange(4), len(text) - chance.randrange(3)
        found = [match.span() for match in MASK.finditer(text, start, end)]
        assert [match.span() for match in codes(text, start, end)] == found, text


@pytest.mark.parametrize("text", ["mailto:ann@port.org now", "seehttps://port.org/12", "atwww.port.org"])
def test_an_address_begins_also_within_a_word(text: str) -> None:
    assert (
        [match.span() for match in codes(text, 0, len(text))] == [match.span() for match in MASK.finditer(text)] != []
    )


@pytest.mark.parametrize(
    "text", ["They claim 200-300 jobs will go.", "It was a £400m record loss.", "They permit 300-400 visitors a day."]
)
def test_amounts_before_a_noun_are_no_codes(text: str) -> None:
    assert not list(MASK.finditer(text))


@pytest.mark.parametrize(("text", "found"), [("They lost on Saturday 4-2.", 0), ("Open on Saturdays 9-5.", 1)])
def test_a_score_of_a_day_is_no_opening_hour(text: str, found: int) -> None:
    assert len(list(codes(text, 0, len(text)))) == found


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Lind took bronze in the 100m at the games.", ["100m"]),
        ("She won the 200m and the 4x100m relay.", ["200m", "4x100m"]),
        ("It was the fastest-ever 800m.", ["800m"]),
        ("Her 5,000m time is a record.", ["5,000m"]),
        ("The wall is 100m long, the 200m wide moat is dry.", []),
        ("He ran the last 60m in pain.", []),
    ],
)
def test_a_race_called_by_its_length_is_no_measure(text, masked):
    assert [found.group().strip() for found in codes(text, 0, len(text))] == masked
