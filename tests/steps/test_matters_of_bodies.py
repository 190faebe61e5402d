"""What texts are about that name hardly anything: notices, reports of inquiries, entries, talks; and events without
a place of their own."""

import pytest

from registry.model.document import Source
from registry.steps.extract import extract
from registry.steps.read import read
from registry.steps.resolve.counting import is_label, is_unit
from tests.steps.test_topics import story

NOTICE = (
    "Dear customers, we lost power in our Eastern hall on 3 May at 04:10. We restored 212 servers in nine hours.\n\n"
    "Our backups were not touched. We will credit 14 days to your account.\n\nJonas Vey, CEO\n"
)
PANEL = (
    "Final Report\n\nS.1 The bridge. Corran Bridge was a truss of 212 metres, built in 1961.\n\n"
    "S.2 The loss. Two pins had rusted through. Nine vehicles fell. The Final Report lists 14 measures.\n"
)
ENTRY = (
    "The ferry dispute was a conflict between the Orsa Line and the seamen's union. It cost 48 sailings.\n\n"
    "Longer strikes followed in May. A strike of 12 days shut the port of Velm, and 9,000 cars were left behind.\n"
)
TALK = (
    "Evening Table, 4 May 2023. Transcript\n\n"
    "HOST: The sluice at Orsa Lock broke in March. Mr Teske, how many boats were held up?\n\n"
    "TESKE: Three hundred and ten. Orsa Lock was shut for 41 days.\n\n"
    "HOST: And what does it cost?\n\nTESKE: Nine million. The gates of Orsa Lock weigh 62 tonnes each.\n"
)
MINE = "A dam burst above the town on Monday and killed nine people. Some 300 homes are gone. "
MINE += "Lemuel Dam was 41 metres high. It was built in 1958.\n"


@pytest.mark.parametrize(
    ("title", "text", "publisher", "about"),
    [
        ("Incident notice no. 2", NOTICE, "Halbrook Hosting GmbH", "Halbrook Hosting GmbH"),
        ("Final report: summary", PANEL, "Independent Panel on Corran Bridge", "Corran Bridge"),
        ("Ferry dispute of 2019\u201320", ENTRY, "Openpedia", "Ferry dispute of 2019\u201320"),
        ("Evening Table: Jan Teske answers", TALK, "Radio Velm", "Orsa Lock"),
        ("Nine dead as dam bursts", MINE, "Velm Press Agency", "Lemuel Dam collapse"),
    ],
)
def test_texts_that_hardly_name_anything_are_about_what_they_tell_of(
    title: str, text: str, publisher: str, about: str
) -> None:
    assert story(title, text, publisher).about == about


def test_an_office_and_a_sort_of_text_are_no_names() -> None:
    assert all(map(is_label, ("CEO", "Final Report", "Executive Officer", "Fisheries", "Press Release")))
    assert not any(map(is_label, ("Corran Bridge", "Mara Lind", "Norwind", "Board of Trade", "Report Card Ltd")))
    assert is_unit("ISK", "A bond of ISK 95 million was set.", 10)
    assert not is_unit("BBC", "The BBC 4 channel", 4)


def test_a_crash_is_called_after_the_place_and_not_after_the_country() -> None:
    text = "Nine people died in a train crash at Velm on Friday, the worst in Portugal for years. Portugal mourns."
    assert story("Nine die in train crash in Portugal", text, "Wire").event == "Velm crash"


def test_an_agency_is_at_home_nowhere() -> None:
    text = "Voters on the island said yes to the tunnel to Velm by 512 votes. The island has 4,100 voters."
    assert story("Island says yes to tunnel", text, "Sandholm Press").home is None
    assert story("Island says yes to tunnel", text, "Sandholm Gazette").home == "Sandholm"


def owners(text: str, title: str) -> dict[str, str | None]:
    """Whose each figure of a text is."""
    reading = read(text.encode(), name="text.txt", media_type=None)
    said = extract(reading, Source("text.txt", title, "Velm Wire", language="en"))
    return {one.span.exact: one.assertion.subject.label if one.assertion.subject else None for one in said}


def test_who_rules_or_has_a_thing_with_its_own_clause_is_not_what_the_figure_is_about() -> None:
    text = (
        "The Velm ferry sank on Friday. On 9 May the Maritime Court fined the line, which had let on 212 people.\n\n"
        "Norland asked in vain to move the wreck of the Velm ferry, which lies 41 metres down.\n\n"
        "Norland, which has 9 ferries, mourns. The Velm ferry was built in 1988. The Velm ferry carried cars."
    )
    found = owners(text, "Velm ferry sinks")
    assert "Court" not in str(found["212"])
    assert "Norland" not in str(found["41 metres"])
    assert "Norland" in str(found["9"])


def test_a_paper_is_no_airline_and_an_appeal_no_court() -> None:
    text = (
        "Appeals court cuts fine\n\nHalden Air will lay off 300 people, the Airline Ledger reported on Monday. "
        "The airline lost 40 million euros last year. Halden Air flies to 31 cities.\n"
    )
    found = owners(text, "Halden Air to lay off 300")
    assert found["40 million euros"] == "Halden Air"


@pytest.mark.parametrize(
    ("title", "text", "publisher", "about"),
    [
        (
            "Works in the basin",
            "Works in the western basin take place from 3 to 19 June. Boats of more than 20 metres stay away.\n\n"
            "The barge Mallard will bring 900 piles. Moorings 4 to 7 are closed.\n",
            "Port Commissioners of Velm",
            "Velm",
        ),
        (
            "Dirty hospitals pay more",
            "We looked at 31 hospitals. Eleven of them were not clean, and Velm Infirmary failed 19 of 40 checks.\n\n"
            "Velm Infirmary was fined 90,000 euros.\n",
            "Patients First",
            "Velm Infirmary",
        ),
        (
            "Former dockmaster stole for years, court told",
            "The former dockmaster of Velm took 90,000 euros, a court heard. Jan Teske denies 12 counts of theft.\n\n"
            "Teske had worked in Velm since 1994.\n",
            "Courtwatch",
            "Jan Teske",
        ),
    ],
)
def test_who_publishes_what_opens_headlines_and_what_a_place_is_called(
    title: str, text: str, publisher: str, about: str
) -> None:
    assert story(title, text, publisher).topic == about
