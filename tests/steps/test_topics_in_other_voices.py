"""What magazines, hearings and headlines of agencies are about, which seldom name it where a plain report does."""

import pytest

from registry.steps.resolve.counting import is_label
from registry.steps.resolve.runs import names_of
from registry.steps.resolve.story import Story
from registry.steps.resolve.traits import is_within
from tests.steps.test_topics import story

FLOOD = (
    "The water in Velmar came at four in the morning. Eleven people died in Velmar, seven of them in one cellar. "
    "The town has 86 houses less. "
)


def about(title: str, text: str, publisher: str) -> str:
    return str(story(title, text, publisher).about)


def test_a_magazine_is_at_home_in_no_town_and_a_towns_paper_is() -> None:
    text = "The town counts its losses. The council wants 4 million for Orsa. " + FLOOD
    assert "Lower Sarn" not in about("What the river took", text, "Lower Sarn Review")
    assert "Upper Orsa" not in about("What the river took", text, "Upper Orsa Quarterly")
    fire = "The fire began in our city at noon. It burnt 40 shops. The city will help."
    assert story("Forty shops gone", fire, "Alder Herald").home == "Alder"


def test_a_storm_of_long_ago_does_not_name_a_text_whose_title_names_what_it_is_about() -> None:
    text = FLOOD * 3 + "Hurricane Ines, eleven years ago, had been gentler: it took three roofs. "
    assert story("What it cost: Velmar, ten days after", text, "The Sarn Review").event is None
    told = "Hurricane Ines hit Velmar at noon. Hurricane Ines killed 4 people. The storm took 300 roofs."
    assert story("Hurricane Ines hits Velmar", told, "Wire").event == "Hurricane Ines"


def test_who_sits_is_not_what_the_sitting_is_about() -> None:
    text = (
        "The chair opened the meeting. The Harrow Tower was built in 1974 for 220 tenants. The Harrow Tower has cost "
        "3 million so far. The City Council voted by nine to two. The City Council will meet in May."
    )
    assert "Harrow Tower" in about("Special meeting of the City Council, item 4: Harrow Tower", text, "City of Alder")


def test_a_court_that_a_title_names_is_what_a_text_is_about_where_nothing_is_heard() -> None:
    text = (
        "The Alder Maritime Court has 124 members. The Coalition for the Alder Maritime Court asks states to pay. "
        "States owe the Alder Maritime Court 4 million."
    )
    title = "Coalition asks states to stand by the Alder Maritime Court"
    assert story(title, text, "Coalition for the Alder Maritime Court").topic == "Alder Maritime Court"


def test_a_headline_names_the_state_for_a_place_that_only_the_text_names() -> None:
    text = (
        "Teachers at 48 schools of Tallmadge Creek stopped work. Tallmadge Creek has offered 3 percent. "
        "It is the first strike at Tallmadge Creek since 1989. Ohio has 600 districts."
    )
    assert "Tallmadge Creek" in about("Teachers walk out in Ohio over class sizes", text, "Midland Wire")
    plain = "Ohio has 11.8 million people. Ohio grew by 2 percent. Ohio spent 4 billion on its roads."
    assert "Ohio" in about("Ohio grows again", plain, "Midland Wire")


@pytest.mark.parametrize(
    "title", ["To all our members and friends", "Notice to suppliers: where we stand", "Annual general meeting"]
)
def test_what_a_body_writes_to_its_own_people_is_about_the_body(title: str) -> None:
    text = (
        "In Harrow we pay 30 cents for a litre. We have 400 members. Harrow has closed. We closed our works in Harrow."
    )
    assert story(title, text, "Lindholt Co-operative").topic == "Lindholt Co-operative"
    assert story(title, text, "The Harrow Gazette").topic != "The Harrow Gazette"
    assert story("A road to Members Hall", text, "Lindholt Co-operative").topic != "Lindholt Co-operative"


@pytest.mark.parametrize("name", ["Report of the Commission", "Minutes of the Council"])
def test_the_report_of_a_commission_is_a_label(name: str) -> None:
    assert is_label(name)


@pytest.mark.parametrize("name", ["Review of Harrow Tower", "Order of Malta"])
def test_the_report_on_something_is_none(name: str) -> None:
    assert not is_label(name)


def test_a_doctor_on_something_is_two_names() -> None:
    found = [name for _, name, _ in names_of("Morning call: Dr Mara Lind on the Corran whales")]
    assert "Mara Lind" in found
    assert not any(" on " in name for name in found)


def test_what_says_whose_something_is_stands_for_no_place() -> None:
    text = "The Corranian show had 4,000 guests. A Corranian jet fell on 12 cars at Alder Field. Alder Field is shut."
    assert "Corranian" not in about("Jet hits car park at Corranian air show", text, "Strait Newswire")


def test_a_longer_name_is_made_of_a_shorter_one() -> None:
    assert is_within("Corran", "Corran Dam")
    assert not is_within("Corran", "Corrandale Dam")
    assert isinstance(story("Corran Dam", "Corran Dam is 40 m high.", "Wire"), Story)
