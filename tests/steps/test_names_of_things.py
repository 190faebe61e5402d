"""Names of places and firms that look like a person's, short forms that stand for nothing, titles that decide."""

import pytest

from registry.steps.resolve.naming import acronyms, names_place
from registry.steps.resolve.runs import looks_personal, names_of
from registry.steps.resolve.traits import is_street
from tests.steps.reading import subject_of
from tests.steps.test_topics import story


@pytest.mark.parametrize("name", ["Corran River", "Hessle Foods", "Alva Terminals", "La Palmera", "Mount Ellery"])
def test_names_that_end_or_begin_like_those_of_places_and_firms_are_no_persons(name: str) -> None:
    assert not looks_personal(name)


@pytest.mark.parametrize("name", ["Veronica Lake", "Tamsin Rivers", "Ilse Moran", "Joan Fields"])
def test_a_known_first_name_or_a_surname_in_the_plural_is_still_a_persons(name: str) -> None:
    assert looks_personal(name)


def test_a_country_or_a_province_is_not_short_for_a_body_named_after_it() -> None:
    assert names_place("Norway", "Norway paid.")
    assert names_place("Arvada", "A fire in northern Arvada burnt 40 homes.")
    assert not names_place("Arvada", "Arvada sold 40 homes.")


def test_a_body_is_called_by_letters_of_another_language_where_the_text_does_so() -> None:
    text = "The United Nations Assistance Mission in Norland (MANUNOR) has 900 staff. "
    assert acronyms(text) == {"MANUNOR": "United Nations Assistance Mission in Norland"}
    assert acronyms("Three ferries left Port Alder (DELAYED).") == {}
    told = text + "MANUNOR closed two bases. MANUNOR will leave in May. MANUNOR spent 40 million."
    assert story("MANUNOR closes two bases", told, "Wire").topic == "MANUNOR"
    assert story("MANUNOR closes two bases", told, "Wire").event is None


def test_what_stands_once_behind_the_opening_gives_no_event_its_name() -> None:
    text = (
        "Brickmoor has sold 2 million copies of its game in a month. The game cost 90 million. "
        + "The team worked for six years, through two winters without heating and a strike of the lifts. " * 6
        + "A first demo was shown at Copper Kettle Games last May."
    )
    assert "Kettle" not in str(story("Brickmoor sells 2 million copies", text, "Wire").about)
    crash = "A tram left the rails at Corran Bridge. The derailment hurt 14 people at Corran Bridge."
    assert story("Main-line derailment, tram 7, Corran Bridge", crash, "Wire").event == "Corran Bridge derailment"


def test_a_street_is_where_it_happens() -> None:
    text = "It is quiet on Kiln Street. Hessle, which employed 300 people, closed its works. Hessle owes 4 million."
    assert story("Silence on Kiln Street as Hessle closes", text, "Wire").topic == "Hessle"
    assert is_street("Rue Perrin")
    assert not is_street("Street")


def test_a_place_that_only_the_title_names_is_what_a_hearing_is_about() -> None:
    text = "THE CHAIR: How many drops were given?\n\nMS ORLAND: 41,000, and 300 came by boat from Tessin."
    assert "Okavara" in str(story("Evidence on the cholera response in Okavara", text, "Committee on Health").about)


def test_an_entry_of_one_word_is_about_its_title() -> None:
    text = "Tessaly, also called the Long Reef, is a reef of 40 km off Corran. The reef has 90 kinds of coral."
    assert story("Tessaly", text, "Open Encyclopaedia").topic == "Tessaly"


def test_what_a_chief_executive_is_of_is_named_without_the_office_and_a_centre_keeps_its_and() -> None:
    assert [name for _, name, _ in names_of("She is CEO of Norwind Energy now.")] == ["Norwind Energy"]
    assert [name for _, name, _ in names_of("He left the National Wind and Wave Centre.")][-1].endswith("Wave Centre")


def test_rows_of_parts_and_of_days_are_about_what_the_table_is_about() -> None:
    head = (
        "# Alder Reservoir clean-up\n\nAlder Reservoir was drained in 2031. Alder Reservoir had not been cleaned.\n\n"
    )
    parts = head + "| Found | Tonnes |\n|---|---|\n| Plastic | 41 |\n| Wood and cork | 17 |\n| Norway | 3 |\n"
    assert "Alder Reservoir" in str(subject_of(parts, "41"))
    assert "Alder Reservoir" in str(subject_of(parts, "17"))
    days = (
        head + "| On | Level | Volunteers |\n|---|---|---|\n| March 2031 | 12.4 | 94 |\n| 30 April 2031 | 3.1 | 203 |\n"
    )
    assert "Alder Reservoir" in str(subject_of(days, "203"))


def test_the_bill_and_the_building_are_the_matter_and_the_train_is_a_thing_of_its_own() -> None:
    text = "Alder Hospital opens in May. Alder Hospital has 400 beds. {} It is late."
    assert "Alder" in str(subject_of(text.format("The building is 61 metres high."), "61 metres"))
    assert subject_of(text.format("The train was 61 metres long."), "61 metres") == "train"
