"""Offices and public acts: clean, or not at all."""

from __future__ import annotations

import pytest

from registry.model.assertion import Kind, Status
from tests.steps.reading import claims, of_kind


@pytest.mark.parametrize(
    ("text", "label", "person"),
    [
        ("Chairwoman: Edda Brandt", "Chairwoman", "Edda Brandt"),
        ("Jorun Vik, still the headmistress, remembers it.", "headmistress", "Jorun Vik"),
        ("Viktor Hahn, ex-governor of the prison, left.", "ex-governor", "Viktor Hahn"),
        ("Ombudswoman Clara Voss left last week.", "Ombudswoman", "Clara Voss"),
        ("Hana Sykora, who chairs the tenants' league, spoke.", "chair of tenants' league", "Hana Sykora"),
        ("Tomas Reyl, who as mayor opens the fair, was late.", "mayor", "Tomas Reyl"),
        ("Regional governor Dr Ines Falk spoke first.", "Regional governor", "Ines Falk"),
        ("The work is done, said Piet Maas, the finance chief.", "finance chief", "Piet Maas"),
        ("Lena Ost of Vardal, chair since 2016, will retire.", "chair of Vardal", "Lena Ost"),
        ("They thanked council leader Omar Siddle.", "council leader", "Omar Siddle"),
        ("We thank them, and council leader Omar Siddle.", "council leader", "Omar Siddle"),
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
        ("The mayor, Omar al-Rashid, left.", "mayor", "Omar al-Rashid"),
        ("The court issued a writ against Norland chancellor Ida Marsh.", "Norland chancellor", "Ida Marsh"),
        ("They met Cllr Ida Marsh, who chairs the parks committee.", "chair of parks committee", "Ida Marsh"),
        ("The weavers' union, led by Knut Dahl, sued.", "leader of weavers' union", "Knut Dahl"),
        ("Ana Ruiz, minister for ports and inland waters, left.", "minister of ports and inland waters", "Ana Ruiz"),
        ("He called the head of the municipal archive, Dr Lea Falk, a hero.", "head of municipal archive", "Lea Falk"),
        ("The board named Lars Vik chief technology officer.", "chief technology officer", "Lars Vik"),
        ("Eva Tran has been hired as chief operating officer.", "chief operating officer", "Eva Tran"),
        ("Bo Hill runs the county's roads department.", "head of county's roads department", "Bo Hill"),
        ("It belongs to Meridian, whose chairman is Gustav Adler.", "chairman of Meridian", "Gustav Adler"),
        ("Mara Lind, warden of the reserve, was late.", "warden of reserve", "Mara Lind"),
        ("Norland's ambassador to Vardal, Sir Piet Maas, left.", "ambassador of Norland to Vardal", "Piet Maas"),
        ("Rosa Falk left. Once mayor of Lund, she is now the speaker.", "mayor of Lund", "Rosa Falk"),
        ("Ines Falk took over from Per Nyg as conductor of the Marle Choir.", "conductor of Marle Choir", "Ines Falk"),
        ("Lena Holt succeeded her father as chair in 2009.", "chair", "Lena Holt"),
        ("Ana Ruiz, 52, a mother of three, has been the mayor of Lund since 2016.", "mayor of Lund", "Ana Ruiz"),
        ("They appointed Dr Emil Novak to the post of medical director.", "medical director", "Emil Novak"),
        ("Minister of Health Ana Ruiz left.", "Minister of Health", "Ana Ruiz"),
        ("Director of Nursing Mary Poe left.", "Director of Nursing", "Mary Poe"),
        ("Rear Admiral Tom Whitlock commands the Second Fleet.", "commander of Second Fleet", "Tom Whitlock"),
        ("In 1847 King Otto left.", "King", "Otto"),
        ("So Secretary Mora signed it again.", "Secretary", "Mora"),
        ("Even President Lind came.", "President", "Lind"),
        ("Deputy Secretary Mora signed it.", "Deputy Secretary", "Mora"),
        ("The tunnel pleases Jan Halder, project director.", "project director", "Jan Halder"),
        ("Siri Dale, head of sales, Norvik Dairies", "head of sales of Norvik Dairies", "Siri Dale"),
        ("Mara Lind is the head of sales and was previously dean of law.", "dean of law", "Mara Lind"),
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
        "Mara Lind, a lawyer, was late.",
        "Ana Ruiz led the race for two hours.",
        "They met Mara Lind, a teacher.",
        "General Mara Lind saluted.",
        "The owner, Talbot Shipping, paid.",
    ],
)
def test_what_only_looks_like_an_office_gives_none(text):
    assert of_kind(text, Kind.ROLE) == []


def test_an_office_that_is_to_be_held_is_planned_and_one_that_is_not_held_denied():
    planned, denied = claims("Ole Tveit will act as interim treasurer. Ana Ruiz is no longer the mayor.", "2031-01-05")
    assert (planned.assertion.status, denied.assertion.status) == (Status.PLANNED, Status.NEGATED)


def test_whoever_will_follow_is_to_hold_the_office_and_the_other_holds_it_not():
    (role,) = [
        one for one in claims("Milo Dahl will succeed Anders Holm as chancellor.") if one.assertion.kind is Kind.ROLE
    ]
    assert (role.assertion.subject.label, role.assertion.status) == ("Milo Dahl", Status.PLANNED)


def test_two_offices_that_stand_in_a_row_have_each_their_holder():
    found = of_kind("The president, Yuri Stan, the speaker, Tara Hale, and the dean, Al Moss, left.", Kind.ROLE)
    assert found == [("president", "Yuri Stan"), ("speaker", "Tara Hale"), ("dean", "Al Moss")]


def test_a_signature_on_two_lines_names_its_holder():
    assert ("Chairman", "Edmund Lau") in of_kind("It was a good year.\n\nEdmund Lau\nChairman\n3 June 2030", Kind.ROLE)


def test_an_act_names_its_doer_and_its_object():
    assert ("jury convicted Arno Feld", "Arno Feld") in of_kind("A jury on Monday convicted Arno Feld.", Kind.EVENT)


@pytest.mark.parametrize("text", ["When was she convicted?", "It signed them.", "They launched early."])
def test_an_act_without_doer_and_object_is_none(text):
    assert of_kind(text, Kind.EVENT) == []


def test_a_place_before_who_says_it_is_no_holder():
    assert of_kind("The brigade sent nine engines to Ash Lane, a spokesman said.", Kind.ROLE) == []
    assert of_kind("Ana Ruiz, a spokeswoman for the brigade, said nine came.", Kind.ROLE) != []
