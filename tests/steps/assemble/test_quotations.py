"""Whose words a quotation holds, and what only stands beside one."""

from __future__ import annotations

import pytest

from tests.steps.reading import speakers


def test_who_is_quoted_as_saying_it_says_it():
    said = speakers('"We never sold 412 of them," minister Leif Aas was quoted by the newspaper Dagen as saying.')
    assert "Aas" in (said["412"] or "")


@pytest.mark.parametrize("text", ["We expect 12 ships.", "Families can claim about $900 each."])
def test_nobody_is_quoted_where_nobody_speaks(text):
    assert set(speakers(text).values()) == {None}


def test_what_is_said_within_a_quotation_names_no_speaker_of_it():
    text = '"I had tied mine up," says Marta Quint, a vet. "They told me to wait. There were six mules below deck."'
    assert speakers(text)["six"] == "Marta Quint"


@pytest.mark.parametrize(
    ("text", "exact", "who"),
    [
        (
            'Marta Quint has been a vet for years. "I found nineteen in the reeds. I wrote them down."',
            "nineteen",
            "Quint",
        ),
        ('Marta Quint did the sum with a pencil. "It comes to 940 euros." It rained.', "940 euros", "Quint"),
        (
            '"I was alone," recalls Marta Quint. She got up. "There were 31 rafts. I had none." It rained.',
            "31",
            "Quint",
        ),
        ('"There were 31 rafts.\n\n"And I had 4 of them," said Marta Quint.', "31", "Quint"),
        (
            '"He had a pencil," says the lawyer. "It was dark for five days." The mill admits to "about 30 leaks".',
            "five days",
            "lawyer",
        ),
    ],
)
def test_a_quotation_belongs_to_whom_the_paragraph_heard(text, exact, who):
    assert who in (speakers(text)[exact] or "")


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ('"We gave 12 ships," said Marta Quint. The hall had been built for 400 people.', "400"),
        ("Marta Quint told dockers at a meeting that lasted 40 minutes that she would stay.", "40 minutes"),
        ("What the flood did: 96 barns with cracks.", "96"),
        ("Neither the mill nor the police would confirm that the mate had been at sea for 19 hours.", "19 hours"),
    ],
)
def test_what_stands_beside_a_quotation_is_not_quoted(text, exact):
    assert speakers(text)[exact] is None


def test_who_is_named_before_a_colon_says_the_whole_quotation():
    assert "Quint" in (
        speakers('Union leader Marta Quint: "We are 46 today. We were 41 before." It rained.')["41"] or ""
    )
