"""Offices keep their whole title and no owner that the text does not name; acts are about the person."""

from __future__ import annotations

import pytest

from registry.model.assertion import Kind
from tests.steps.assemble.test_roles import of_kind


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
