"""Offices and public acts: clean, or not at all."""

from __future__ import annotations

import pytest

from registry.model.assertion import Kind
from tests.steps.assemble.test_cases import claims


def of_kind(text: str, kind: Kind) -> list[tuple[str, str]]:
    """Label and subject of the claims of a kind."""
    return [
        (claim.assertion.value.label, claim.assertion.subject.label)
        for claim in claims(text, "2031-01-05")
        if claim.assertion.kind is kind
    ]


@pytest.mark.parametrize(
    ("text", "label", "person"),
    [
        ("Chairwoman: Edda Brandt", "Chairwoman", "Edda Brandt"),
        ("Tomas Reyl, who as mayor opens the fair, was late.", "mayor", "Tomas Reyl"),
        ("Regional governor Dr Ines Falk spoke first.", "Regional governor", "Ines Falk"),
        ("The work is done, said Piet Maas, the finance chief.", "finance chief", "Piet Maas"),
        ("Lena Ost of Vardal, chair since 2016, will retire.", "chair of Vardal", "Lena Ost"),
        ("They thanked council leader Omar Siddle.", "council leader", "Omar Siddle"),
        ("The deal pleased former president Carla Munro.", "former president", "Carla Munro"),
        ("Anna Berg, head of the Institute of Ice, left.", "head of Institute of Ice", "Anna Berg"),
        ("Mara Lind, 48, once the bank's finance chief, left.", "finance chief", "Mara Lind"),
        (
            "It grew, said Ana Corvo, the central bank's chief economist.",
            "chief economist of central bank",
            "Ana Corvo",
        ),
        ("Rosa Falk, who heads the Vardal Observatory, fled.", "head of Vardal Observatory", "Rosa Falk"),
        ("The chief executive at the time, Peter Lan, left.", "chief executive", "Peter Lan"),
        ("The minister for disasters, Rosa Falk, left.", "minister of disasters", "Rosa Falk"),
        ("Its President is Luc Tessin.", "President", "Luc Tessin"),
        ("Mara Lind spoke. Lind was the treasurer then.", "treasurer", "Mara Lind"),
    ],
)
def test_an_office_has_a_clean_label_and_a_full_name(text, label, person):
    assert (label, person) in of_kind(text, Kind.ROLE)


@pytest.mark.parametrize(
    "text",
    [
        "He scored in the Premier League.",
        "We thank our Chief Information Officer.",
        "General Motors said sales rose 4 percent.",
        "Two of the House Majority Leader's bills passed.",
    ],
)
def test_what_only_looks_like_an_office_gives_none(text):
    assert of_kind(text, Kind.ROLE) == []


def test_an_act_names_its_doer_and_its_object():
    assert ("jury convicted Arno Feld", "Arno Feld") in of_kind("A jury on Monday convicted Arno Feld.", Kind.EVENT)


@pytest.mark.parametrize("text", ["When was she convicted?", "It signed them.", "They launched early."])
def test_an_act_without_doer_and_object_is_none(text):
    assert of_kind(text, Kind.EVENT) == []
