"""What figures of plain reports are called, and what is read at all."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from registry.model.assertion import Kind
from registry.model.document import Reading, Source
from registry.steps.extract import extract
from registry.steps.resolve.runs import names_of


def claims(text):
    return extract(
        Reading(text=text, media_type="text/plain", reader="given"), Source("a", published=date(2024, 5, 31))
    )


def called(text):
    return {claim.span.exact: claim.assertion.attribute.label for claim in claims(text) if claim.assertion.attribute}


@pytest.mark.parametrize(
    ("text", "exact", "name"),
    [
        ("Some 58 percent of voters took part in the ballot.", "Some 58 percent", "turnout"),
        ("Only 41 percent of those entitled to vote did so.", "41 percent", "turnout"),
        ("Of the exam, teachers say, 84 percent of candidates passed.", "84 percent", "pass rate"),
        ("In maths only 61 percent passed.", "61 percent", "pass rate"),
        ("The works will close and 310 people will lose their jobs.", "310", "job cut"),
        ("The nurses' strike goes on: the hospital has put 5.5 percent on the table.", "5.5 percent", "offer"),
        ("The nurses' union is holding out for a rise of 9 percent.", "9 percent", "demand"),
        ("The nurses walked out for 48 hours.", "48 hours", "strike length"),
        ("We represent 26,000 doctors.", "26,000", "member"),
        ("Hospitals have taken in 39,400 flu patients this season.", "39,400", "patient"),
        ("Some 24,600 laboratory-confirmed cases of flu were reported.", "Some 24,600", "confirmed case"),
        ("The airline opens 12 new routes.", "12", "opened new route"),
        ("Some 30,223 people applied, 5,700 or 23 percent more than in 2022.", "5,700", "applicant increase"),
        ("Norwind made 1.13 billion euros before tax.", "1.13 billion euros", "profit before tax"),
        ("Norwind lost 40 million euros after tax.", "40 million euros", "loss after tax"),
        ("The permitted speed at the bend is 90 km/h.", "90 km/h", "speed limit"),
        ("The prosecution demanded 13 years in prison for the thief.", "13 years", "prison sentence"),
        ("In the trial the prosecution had called for 13 years.", "13 years", "sentence sought"),
        (
            "The number of people in the queue has fallen to 213,600, official figures showed.",
            "213,600",
            "person in queue",
        ),
    ],
)
def test_a_figure_of_a_plain_report_has_its_own_name(text, exact, name):
    assert called(text)[exact] == name


@pytest.mark.parametrize(
    ("text", "exact", "name"),
    [
        ("In all 58 percent of voters voted for the bridge.", "58 percent", "turnout"),
        ("The firm says 61 percent passed the news on to friends.", "61 percent", "pass rate"),
        ("A lawyer who represents 40 families spoke.", "40", "member"),
        ("The maximum speed of the train is 300 km/h.", "300 km/h", "speed limit"),
        ("Lund, its head, blamed the age of the hall: it dates from 1951.", "1951", "lund year"),
    ],
)
def test_a_name_is_not_given_to_what_only_sounds_alike(text, exact, name):
    assert called(text).get(exact) != name


def test_ages_in_brackets_are_read_behind_names_of_people():
    read = called("Club president Reto Lang (49) spoke, and so did his sister Vreni (53).")
    assert (read["49"], read["53"]) == ("age", "age")


@pytest.mark.parametrize(
    "text",
    ["Anna Berg (45) scored the second goal.", "The Greens (18) and Labour (15) agreed.", "Norway (12) leads here."],
)
def test_goals_and_seats_in_brackets_are_no_ages(text):
    assert "age" not in called(text).values()


def test_an_age_in_an_apposition_is_of_the_person_before_it():
    (age,) = (
        claim for claim in claims("They chose Ruth Salter, the 58-year-old dean.") if claim.span.exact[-3:] == "old"
    )
    assert age.assertion.subject.label == "Ruth Salter"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Karen Friis, 62, spokeswoman for the group Quiet Nights, agreed.", "Karen Friis"),
        ("The spokeswoman for the group, Anna Berg, agreed.", "Anna Berg"),
    ],
)
def test_an_office_is_of_the_person_and_not_of_the_body(text, name):
    offices = [claim for claim in claims(text) if claim.assertion.kind is Kind.ROLE]
    assert [claim.assertion.subject.label for claim in offices] == [name]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Minister of Health Mara Teske", "Mara Teske"),
        ("Governor of New York Dana Holt", "Dana Holt"),
        ("Minister of Foreign Affairs", "Foreign Affairs"),
        ("The Mayor of Milford", "Milford"),
    ],
)
def test_a_name_does_not_begin_with_the_department(said, name):
    assert [found for _, found, _ in names_of(f"It was {said}.")] == [name]


def test_a_column_may_be_in_thousands_and_count_by_something():
    rows = "| Crop | Area (1,000 ha) | Yield (t/ha) | Harvest (million t) |\n| Wheat | 2,480 | 7.2 | 17.9 |\n"
    read = {claim.span.exact: (claim.assertion.value.low, claim.assertion.value.unit) for claim in claims(rows)}
    assert read == {"2,480": (2_480_000, "ha"), "7.2": (Decimal("7.2"), "t"), "17.9": (17_900_000, "t")}


def test_a_count_that_was_completed_at_a_time_is_no_figure():
    (claim,) = (one for one in claims("The count was completed at 17.40.") if one.span.exact == "17.40")
    assert claim.assertion.value.clock
