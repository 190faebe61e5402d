"""What a title says that a text is about, where the text has no name for it, and who is never what it is about."""

from registry.steps.resolve.titled import at_place, opens, phrase_titled
from tests.steps.test_topics import story

GRANTS = "The Department has had 18,420 applications for a heat pump grant. The average grant was 6,400 euros."


def test_a_noun_phrase_before_a_colon_or_behind_an_article_is_what_a_title_is_about() -> None:
    assert phrase_titled("Heat pump grants: progress to March", GRANTS, {"grant"}) == "heat pump grant"
    assert phrase_titled("What the toll road brought us", "The toll road cost 780 million.", {"road"}) == "toll road"
    branches = "The branches were visited 96,000 times. Two libraries will be handed to volunteers."
    title = "Consultation on the future of six branch libraries: report to Cabinet"
    assert phrase_titled(title, branches, {"branch", "library"}) == "branch library"
    assert phrase_titled("School-leaving examination 2023: the results", "The examination was hard.", {"examination"})


def test_a_report_a_number_and_a_phrase_that_does_not_come_back_are_none() -> None:
    assert phrase_titled("Final report: summary of findings", "The report is out.", {"report"}) is None
    assert phrase_titled("Six datasets: one verdict", "The datasets agree.", {"dataset"}) is None
    assert phrase_titled("Heat pump grants: progress", "The scheme is open.", {"grant"}) is None


def test_a_phrase_opens_a_title_or_has_its_place_behind_it() -> None:
    assert opens("Heat pump grants: progress", "heat pump grant")
    assert opens("The lift cartel", "lift cartel")
    assert not opens("More heat pump grants", "heat pump grant")
    assert at_place("Questions on the desalination plant at Port Mirren", "desalination plant", "Port Mirren")


def test_a_title_names_the_thing_where_only_its_publisher_has_a_name() -> None:
    about = story("Heat pump grants: progress to March", GRANTS, "Department for Energy Efficiency").about
    assert about == "heat pump grant"
    plant = "The plant will make 60 million litres a day. Port Mirren pays 38 dollars a home. Port Mirren is dry."
    about = story("The desalination plant at Port Mirren", plant, "Southwater").about
    assert about == "Port Mirren desalination plant"


def test_who_speaks_in_a_transcript_is_not_its_topic() -> None:
    talk = (
        "MODERATOR: Ms Corrigan will open.\n\nCORRIGAN: The Tavany draw was repeated. 1,140 winners keep their prizes."
        "\n\nQUESTION: How many tickets?\n\nCORRIGAN: 4.8 million in Tavany.\n\nQUESTION: And the cost?"
        "\n\nCORRIGAN: Corrigan and Tavany paid 6 million."
    )
    assert "Corrigan" not in str(story("Briefing of 4 June: transcript", talk, "The Wire").about)


def test_a_case_against_somebody_is_not_about_the_state() -> None:
    text = "A jury in the United States found Carl Boyce guilty on 14 counts. Boyce was fined 45 million dollars."
    assert "Boyce" in str(story("United States v. Boyce: the verdict", text, "Court Digest").about)


def test_a_festival_is_not_called_after_a_person_who_wins_there() -> None:
    text = "Ilse Moran won the top prize at the festival. Moran, 41, beat 18 films at the festival. It ends today."
    assert story("Ilse Moran wins top prize at festival", text, "Newswire").about == "Ilse Moran"


def test_whose_a_name_is_does_not_belong_to_it_and_a_people_has_no_paper() -> None:
    text = "Norland's Norwind will build a plant. Norwind said on Friday that Norwind needs 400 workers for the plant."
    assert "Norland" not in str(story("Norwind picks a site", text, "Wire").about)
    assert story("The year in words", "The state gave 4 million. Moravian rents rose.", "Moravian Courier").home is None
