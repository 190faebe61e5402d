"""Offices in French, German and Spanish."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.assertion import Kind
from registry.model.document import Reading, Source
from registry.steps.assemble.roles.abroad import offices
from registry.steps.extract import extract


def held(code: str, text: str) -> list[tuple[str, str]]:
    """Label and holder of the offices of a text."""
    reading = Reading(text=f"{text}\n", media_type="text/plain", reader="given")
    found = extract(reading, Source("one", None, None, date(2031, 1, 5), code))
    return [
        (claim.assertion.value.label, claim.assertion.subject.label)
        for claim in found
        if claim.assertion.kind is Kind.ROLE
    ]


@pytest.mark.parametrize(
    ("code", "text", "label", "person"),
    [
        ("fr", "La ministre de la Pêche, Jeanne Morel, est venue hier.", "fisheries minister", "Jeanne Morel"),
        ("fr", "Il a salué le préfet Paul Renard et ses équipes.", "prefect", "Paul Renard"),
        ("fr", "Claire Dumas, directrice du port de Vernoy, se tait.", "director of port de Vernoy", "Claire Dumas"),
        ("fr", "Anne Le Goff, alors mairesse, et le maire, Yann Le Goff, ont voté.", "mayor", "Yann Le Goff"),
        ("de", "Die Lage ist ernst, sagte Umweltministerin Karla Voss am Abend.", "environment minister", "Karla Voss"),
        ("de", "Jens Harding, Leiter des Hafenamts, ging nach Hause.", "head of Hafenamts", "Jens Harding"),
        ("de", "Der Chef der Hafenbehörde, Jens Harding, ging.", "head of Hafenbehörde", "Jens Harding"),
        ("es", "El alcalde de Valdera, Luis Ferrán, calló.", "mayor of Valdera", "Luis Ferrán"),
        ("es", "Responde Marta Olmedo, vocera del puerto, y sonríe.", "spokesperson of puerto", "Marta Olmedo"),
        ("es", "Lo dijo el presidente del Gobierno, Luis Ferrán.", "prime minister", "Luis Ferrán"),
    ],
)
def test_an_office_abroad_has_an_english_label(code: str, text: str, label: str, person: str) -> None:
    assert (label, person) in held(code, text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Le ministre de la Pêche est venu hier, et la pluie aussi."),
        ("fr", "La directrice, Mairie de Vernoy, rue du Port."),
        ("de", "Der Leiter des Amtes ist krank und schweigt."),
        ("es", "El director del puerto, Compañía Naviera, no habló."),
    ],
)
def test_an_office_without_a_person_gives_none(code: str, text: str) -> None:
    assert held(code, text) == []


@pytest.mark.parametrize("code", ["fr", "de", "es"])
def test_each_word_for_an_office_has_one_english_name(code: str) -> None:
    known = offices(code)
    assert set(known.heads.values()).isdisjoint(known.fields)
    assert all(word == word.lower() for word in (*known.heads, *known.fields))
