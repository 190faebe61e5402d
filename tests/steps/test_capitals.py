"""Names in German, French and Spanish texts: which words with a capital are some, and what of them a text is about."""

from datetime import date

import pytest

from registry.model.document import Reading, Source
from registry.steps.extract import extract, recognised
from registry.steps.fold import fold
from registry.steps.match.framed import day_of_saying
from registry.steps.match.profile import profile
from registry.steps.read import read
from registry.steps.resolve import Story, read_story
from registry.steps.resolve.foreign import table, table_of

TIN = """
Halden. Die Pleite des Autozulieferers Morvan trifft die Region. Rund 4.200 Gläubiger fordern 61 Millionen Euro, wie
Insolvenzverwalterin Ruth Seiler am Montag sagte. Morvan hatte 310 Beschäftigte. Mehrere Banken haben Morvan keine
Kredite mehr gegeben. Im Werk Dorrin arbeiten noch 120 Menschen.
"""
FERRY = """
Un transbordeur reliant Port-Sarre à Vellan a chaviré lundi, faisant 14 morts. Selon la préfecture, 61 personnes étaient
à bord. Depuis mardi, les recherches continuent près de Vellan. Toutefois, 9 passagers manquent.
"""
RIVER = """
Ayer, el río Tarsa inundó 120 casas en Belmira. Afuera, 300 vecinos pidieron ayuda. Además, 4 escuelas cerraron en
Belmira. La alcaldesa, Inés Roldán, habló de 2 millones de pesos.
"""


def story(title: str, text: str, language: str) -> Story:
    """The story of a text in a language."""
    reading = read(f"{title}\n\n{text}\n".encode(), name="text.txt", media_type=None)
    source = Source("text.txt", title, language=language)
    page = recognised(reading, source)
    return read_story(fold(page.text), source, page.parts, abroad=table_of(language))


def subjects(title: str, text: str, language: str) -> set[str]:
    """Whose the figures of a text are."""
    reading = read(f"{title}\n\n{text}\n".encode(), name="text.txt", media_type=None)
    found = extract(reading, Source("text.txt", title, language=language))
    return {claim.assertion.subject.label for claim in found if claim.assertion.subject}


def test_german_nouns_and_money_are_no_names() -> None:
    names = story("Morvan-Gläubiger fordern 61 Millionen Euro", TIN, "de").names
    assert {"Morvan", "Ruth Seiler", "Dorrin"} <= set(names)
    assert not {"Millionen Euro", "Euro", "Gläubiger", "Beschäftigte", "Region", "Kredite", "Banken"} & set(names)


def test_a_text_is_about_what_happened_to_a_name_by_the_english_noun() -> None:
    assert story("Morvan-Gläubiger fordern 61 Millionen Euro", TIN, "de").about == "Morvan insolvency"


@pytest.mark.parametrize(
    ("title", "text", "language", "plain"),
    [
        ("Quatorze morts près de Vellan", FERRY, "fr", {"Depuis", "Selon", "Toutefois", "Un", "Quatorze"}),
        ("Belmira: 120 casas bajo el agua", RIVER, "es", {"Ayer", "Afuera", "Además"}),
    ],
)
def test_words_that_only_open_sentences_are_no_names_and_no_subjects(title, text, language, plain) -> None:
    assert not plain & set(story(title, text, language).names)
    assert not plain & subjects(title, text, language)
    assert all(subject[:1].isupper() and len(subject.split()) < 4 for subject in subjects(title, text, language))


def test_names_of_several_words_and_of_offices_stay() -> None:
    assert "Inés Roldán" in story("Belmira: 120 casas bajo el agua", RIVER, "es").names
    assert "Belmira" in story("Belmira: 120 casas bajo el agua", RIVER, "es").names
    senate = story("El Senado de Belmira aprueba la ley", "El Senado de Belmira votó 33 a 26.", "es")
    assert senate.topic == "Senado de Belmira"


def test_what_happened_at_a_place_is_no_part_of_its_name() -> None:
    fire = (
        "Hier, 3 400 hectares ont brûlé à Vellan. L'incendie, parti samedi, a détruit 4 maisons. L'incendie continue."
    )
    assert story("Incendie de Vellan : 3 400 hectares brûlés", fire, "fr").about == "Vellan fire"


def test_a_german_name_that_opens_a_sentence_and_acts_is_one() -> None:
    text = "Norland will den Lohn auf 1.400 Euro anheben. Löhne von 1.200 Euro sind niedrig. Es kostet 310 Millionen."
    assert [*story("Mehr Lohn", text, "de").names] == ["Norland"]


def test_tables_know_what_names_nothing() -> None:
    for code in ("de", "fr", "es"):
        assert table(code).names["dull"]
        assert all(form == form.lower() for form in table(code).names["dull"])


@pytest.mark.parametrize(
    ("first", "second", "refused"),
    [
        ("Le Sénat doit se prononcer le 12 mars.", "Nous appelons à défiler encore le 15 mars.", True),
        ("Le Sénat doit se prononcer le 12 mars.", "Le Sénat doit se prononcer le 15 mars.", False),
    ],
)
def test_planned_days_of_which_nothing_tells_what_they_are_of_meet_in_like_sentences_only(
    first, second, refused
) -> None:
    days = []
    for name, text in (("a", first), ("b", second)):
        found = extract(Reading(text, "text/plain", "test"), Source(name, "La loi", None, date(2023, 3, 7), "fr"))
        days += [profile(claim) for claim in found if "mars" in claim.span.exact]
    assert (day_of_saying(*days) is not None) == refused
