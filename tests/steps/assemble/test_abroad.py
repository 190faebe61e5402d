"""French, German and Spanish: the noun that is counted, under its English name, and who says so."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from registry.model.assertion import Claim
from registry.model.document import Reading, Source
from registry.model.quantity import Quantity
from registry.steps.extract import extract
from registry.steps.match.concepts import named
from registry.steps.match.words import stems
from registry.steps.resolve.foreign import DATA, LANGUAGES

CASES = Path(__file__).resolve().parents[2] / "cases" / "abroad.txt"
GENERAL = {"person", "kilometre"}
KNOWN_MISSES = {
    ("de", "120", "home"),
    ("es", "2000", "evacuee"),
}  # "Wohnungen" may be flats; "Gobierno regional" loses its adjective


def rows() -> list[list[str]]:
    """The cases: language, sentence, value, what it counts, who says so."""
    lines = CASES.read_text("utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if line and not line.startswith("#")]


def claims_in(sentence: str, language: str) -> list[Claim]:
    """What is read in a sentence."""
    source = Source(id="one", published=date(2024, 5, 31), language=language)
    return extract(Reading(sentence, "text/plain", "given/1"), source)


def same(told: str, wanted: str) -> bool:
    """Whether two names are of one concept, or the same word."""
    concepts = named(stems(wanted)).concepts
    return bool(concepts & named(stems(told)).concepts) if concepts else told.lower() == wanted.lower()


@pytest.mark.parametrize(("language", "sentence", "value", "wanted", "who"), rows())
def test_counted_and_said(language: str, sentence: str, value: str, wanted: str, who: str) -> None:
    found = [one.assertion for one in claims_in(sentence, language) if isinstance(one.assertion.value, Quantity)]
    said = next(one for one in found if isinstance(one.value, Quantity) and one.value.low == int(value))
    right = (
        said.attribute is not None
        and same(said.attribute.label, wanted)
        and (said.asserted_by.label if said.asserted_by else "") == who
    )
    assert right is ((language, value, wanted) not in KNOWN_MISSES), (said.attribute, said.asserted_by)


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_name_known_concepts(language: str) -> None:
    data = tomllib.loads((DATA / f"concepts_{language}.toml").read_text("utf-8"))
    names = {name for table in ("counted", "fates", "measured") for name in data[table]}
    assert {name for name in names if not named(stems(name)).concepts} == GENERAL & names
    for table in ("counted", "measured", "kinds"):
        forms = [form.lower() for listed in data[table].values() for form in listed]
        assert len(forms) == len(set(forms)), table


def test_amounts_are_named_by_the_noun_before_them() -> None:
    said = claims_in("Le budget de la ville atteint 12 millions d'euros.", "fr")[0].assertion
    assert said.attribute is not None
    assert said.attribute.label == "budget"


def test_english_is_read_as_before() -> None:
    said = claims_in("The fire killed 14 people, police said.", "en")[0].assertion
    assert said.attribute is not None
    assert said.attribute.label == "death"


def test_a_date_is_not_named_by_the_parser_of_another_language():
    (claim,) = claims_in("Le pont, construit en 1345, a été fermé.", "fr")
    assert claim.assertion.attribute is not None
    assert claim.assertion.attribute.label == "year"
