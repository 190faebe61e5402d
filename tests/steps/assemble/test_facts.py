"""Offices keep their whole title and no owner that the text does not name; acts are about the person."""

from __future__ import annotations

import pytest

from registry.model.assertion import Kind
from tests.steps.reading import of_kind


@pytest.mark.parametrize(
    ("text", "label", "person"),
    [
        (
            "Aud Berg, chief veterinary officer of Nordland, warned farmers.",
            "chief veterinary officer of Nordland",
            "Aud Berg",
        ),
        ("Tom Reyl, head of forecasting, expects rain.", "head of forecasting", "Tom Reyl"),
        ("They met former works director Odile Marn.", "former works director", "Odile Marn"),
        ("Lund is small. People like Lund. In Lund, mayor Ines Falk spoke.", "mayor", "Ines Falk"),
    ],
)
def test_an_office_is_given_in_full_and_has_the_owner_that_is_named(text, label, person):
    assert (label, person) in of_kind(text, Kind.ROLE)


def test_an_act_is_about_the_person_and_not_about_the_body_of_his_office():
    told = of_kind("Melk, commander of the Third Guard, was convicted of fraud.", Kind.EVENT)
    assert all(person != "Third Guard" for _, person in told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Police in Lund arrested Ana Ruiz on Monday.", ("Police arrested Ana Ruiz", "Ana Ruiz")),
        ("The Vardal senate rejected the budget.", ("Vardal senate rejected budget", "Vardal senate")),
        ("Ana Ruiz, a painter, died on Sunday.", ("Ana Ruiz died", "Ana Ruiz")),
        ("Mara Lind won the election.", ("Mara Lind won election", "Mara Lind")),
    ],
)
def test_public_acts_are_read_with_what_they_are_done_to(text, told):
    assert told[1] in [about for _, about in of_kind(text, Kind.EVENT)]


@pytest.mark.parametrize(
    "text",
    [
        "The quake killed 75 in Vardal.",
        "Hopes in Vardal died.",
        "Ana Ruiz met Bo Hill in Lund. Police then questioned a porter. He was charged.",
        "Ana Ruiz opened the door.",
    ],
)
def test_what_nobody_in_particular_does_is_no_act(text):
    assert of_kind(text, Kind.EVENT) == []
