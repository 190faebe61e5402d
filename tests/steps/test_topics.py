"""What short texts of many kinds are about: the cases of `cases/topics.txt` name it, and a share must be right."""

from pathlib import Path

from registry.model.document import Source
from registry.steps.extract import extract, recognised, trees
from registry.steps.fold import fold
from registry.steps.read import read
from registry.steps.resolve import Story, read_story
from registry.steps.resolve.companions import content
from registry.steps.resolve.headline import headline
from registry.steps.resolve.naming import numbered_names
from registry.steps.resolve.runs import names_of
from registry.steps.resolve.standing import accused_of
from registry.steps.resolve.traits import is_announcing, is_holder

CASES = Path(__file__).parent.parent / "cases" / "topics.txt"
SHARE = 0.8


def story(title: str, text: str, publisher: str) -> Story:
    """The story of a text under a headline."""
    reading = read(f"{title}\n\n{text}\n".encode(), name="text.txt", media_type=None)
    source = Source("text.txt", title, publisher)
    page = recognised(reading, source)
    return read_story(fold(page.text), source, page.parts, trees(page.text, page.parts, page.found, None))


def test_most_texts_are_about_what_an_annotator_names() -> None:
    wrong, all_of_them = [], CASES.read_text(encoding="utf-8").split("\n== ")[1:]
    for case in all_of_them:
        head, title, text = case.strip().split("\n", 2)
        publisher, wanted = head.split(" | ")
        about = story(title, text, publisher).about or ""
        if not any(content(about) == content(name) for name in wanted.split(";")):
            wrong.append(f"{title}: {about}")
    assert len(wrong) <= len(all_of_them) * (1 - SHARE), "\n".join(wrong)


def test_the_place_of_a_mayor_is_named_and_the_office_is_not() -> None:
    assert [name for _, name, _ in names_of("The budget of the Mayor of Milford is £214 million")] == ["Milford"]


def test_a_score_is_no_numbered_name() -> None:
    assert numbered_names("Rovers 3 Albion 1 was fair.", "Rovers 3 Albion 1: late double") == []
    assert numbered_names("The Osprey 3 flew.", "Osprey 3 flies again") == ["Osprey 3"]


def test_a_vaccine_is_no_outbreak_and_a_party_has_no_election() -> None:
    vaccine = (
        "A malaria vaccine cut malaria cases in Malawi by 30 percent, researchers said. The malaria vaccine is new."
    )
    assert "outbreak" in str(
        story("Malaria cases rise in Malawi", "Malaria cases rose to 900 in Malawi.", "Wire").event
    )
    assert "outbreak" not in str(
        story("Malaria vaccine tested in Malawi", vaccine.replace("malaria cases", "cases"), "Wire").event
    )
    vote = "Labour's Ana Dorrell held the Westbrook seat on Thursday by 412 votes. The by-election was called in May."
    assert story("Labour holds Westbrook in by-election", vote, "Westbrook Mercury").about == "Westbrook election"


def test_who_announces_is_told_from_who_is_told_of() -> None:
    assert is_announcing(" announces road repairs")
    assert not is_announcing(" resigns after 11 years")
    assert is_holder(" founder guilty on six counts")
    assert is_holder("'s captain fined")
    assert not is_holder(" cuts 300 jobs")


def test_who_denies_or_pleads_stands_trial() -> None:
    people = ["Mara Kell", "Owen Strand"]
    assert accused_of("Mara Kell, 34, denies three counts of murder. Owen Strand prosecutes.", people) == {"Mara Kell"}
    assert accused_of("Owen Strand denies that it rained. Mara Kell pleaded guilty.", people) == {"Mara Kell"}


def test_whose_a_name_is_does_not_belong_to_it_where_a_country_owns_it() -> None:
    assert [name for _, name, _ in names_of("They say Norway's Halden files, and Moody's Analytics waits")] == [
        "Halden",
        "Moody's Analytics",
    ]
    wire = "HALDEN, March 3 - Norway's Tarnair filed for insolvency on Monday. Tarnair has 23 aircraft and 1,840 staff."
    assert "Norway" not in str(story("Norway's Tarnair files for insolvency", wire, "Wire").about)


def test_shortened_words_and_units_are_no_names() -> None:
    assert names_of("We say I'm late, and I'd go, but they Don't") == []
    text = "The lamp failed. Turbidity rose to 4.1 NTU on Monday, the limit is 1 NTU. In Corran 300 people fell ill."
    assert "NTU" not in story("The lamp failed", text, "Wire").names
    assert "EU" in story("Votes in the EU", "The EU has 27 states. Of these, the EU says, 3 voted no.", "Wire").names


def test_a_place_is_not_short_for_a_group_named_after_it() -> None:
    text = (
        "A year ago the town of Corran had to boil its water. In Corran 270 people fell ill. Clear Springs Corran "
        "counted 3,200. Corran has 14,100 people."
    )
    assert "Corran" in story("Corran, a year after", text, "Radio").names
    people = "Ann Lindqvist leads the club. Lindqvist scored 4 goals. The club likes Lindqvist."
    assert "Lindqvist" not in story("The club", people, "Radio").names


def test_a_committee_that_hears_and_who_brings_a_case_are_no_topics() -> None:
    hearing = (
        "Milton Committee\nOral evidence: The fire at Dorrin Hall\n\nQ1 Chair: How many?\nAda Poole: Forty-six.\n"
        "Q2 Chair: How many got out?\nAda Poole: All but 3.\nQ3 Chair: When?\nAda Poole: By 9 p.m.\n"
    )
    about = story("Oral evidence: The fire at Dorrin Hall", hearing, "House of Milton Committee").about
    assert "Dorrin Hall" in str(about)
    case = "The Ethics Unit asked for four years. The Athlete is banned for 24 months. The Ethics Unit won."
    assert story("Ethics Unit v. Mara Lindqvist: decision", case, "Sports Tribunal").topic == "Mara Lindqvist"


def test_a_papers_own_place_is_found_behind_the_and_by_its_kind_of_land() -> None:
    text = "Ten days of fire have cost the peninsula 87 houses. Four people died in the fire."
    assert story("Ten days of fire", text, "The Tarsos Observer").about == "Tarsos fire"
    assert "Prairie" not in str(story("Ten days of fire", text, "The Prairie Courier").about)


def test_a_quoted_title_with_an_article_is_no_person() -> None:
    text = (
        'A painting found in a barn was sold for 9 million pounds. "The Blind Sailor" had been to make 4 million. '
        "Five bidders wanted it, and Jonas Mertz got it. The panel bears the date 1634."
    )
    assert story("Painting sells for 9 million", text, "Wire").topic == "Blind Sailor"


def test_what_a_title_decides_on_is_what_a_text_is_about() -> None:
    wire = (
        "Lawmakers in Norland's dry Tarn province approved a large copper mine by 27 votes to 14. The mine of Halden "
        "Metals is to turn out 24,000 tonnes a year. The mine costs 1.1 billion dollars."
    )
    assert "copper mine" in str(story("Norland province approves copper mine amid outcry", wire, "Wire").about)
    bill = "Tarnland's senate passed the bill by 33 votes to 26. The senate has 60 members. Tarnland is dry."
    assert story("Tarnland's senate backs wolf cull by 7 votes", bill, "Wire").about != "Tarnland back"


def test_a_verb_of_a_headline_is_no_event() -> None:
    kiln = "Halden Cement has started the second kiln at Tarsund. The kiln is 72 metres long. Tarsund is in Norway."
    assert "fire" not in str(story("Halden fires up second kiln at Tarsund", kiln, "Trade").about)
    fire = "Fires near Tarsund killed 3 people on Monday. The fires burned 400 hectares around Tarsund."
    assert story("Tarsund fires kill three", fire, "Wire").about == "Tarsund fire"


def test_who_expects_and_who_polls_is_not_what_a_figure_is_about() -> None:
    text = (
        "The Dorrin Act allows it from 2027. The Ministry of Health expects 450 persons a year to use it. In a Quillon "
        "poll published in May, 68 percent were in favour. The Harbour Agency attributes 40 per cent of the loss to it."
    )
    reading = read(f"Dorrin Act\n\n{text}\n".encode(), name="text.txt", media_type=None)
    found = {claim.span.exact: claim.assertion.subject for claim in extract(reading, Source("text.txt", "Dorrin Act"))}
    told = {exact: subject.label for exact, subject in found.items() if subject}
    assert told["450"] == told["68 percent"] == told["40 per cent"] == "Dorrin Act"


def test_a_university_that_publishes_is_no_topic_and_a_plural_team_acts() -> None:
    assert headline("University of Dorrin: Lake Orm leaks gas", "University of Dorrin") == "Lake Orm leaks gas"
    assert headline("Halden: Lake Orm leaks gas", "Halden") == "Halden: Lake Orm leaks gas"
    cup = "Falcons beat Rovers 5-4 on Saturday. A crowd of 41,300 saw Ivo Brandt score twice for Falcons."
    assert story("Falcons lift cup for third time", cup, "Wire").about == "Falcons"


def test_a_firm_that_answers_as_we_is_what_its_page_is_about() -> None:
    text = (
        "When will I get mine? We will have fitted 640,000 homes by 2027. What does it cost? It costs us 96 million; "
        "Ofgrid lets us recover 61. How long does it take? We need 45 minutes."
    )
    assert story("Smart meters: your questions answered", text, "Tollan Energy").topic == "Tollan Energy"
    assert story("Smart meters: your questions answered", text, "Department of Energy").topic == "Ofgrid"


def test_the_year_in_which_a_body_that_opens_a_sentence_began_is_its_own() -> None:
    text = "Sandell will buy rival Orin for 4 billion euros. Orin, founded in 1953, had sales of 1.1 billion euros."
    reading = read(f"Sandell to buy Orin\n\n{text}\n".encode(), name="text.txt", media_type=None)
    found = {
        claim.span.exact: claim.assertion.subject for claim in extract(reading, Source("t", "Sandell to buy Orin"))
    }
    assert found["1953"] is not None
    assert found["1953"].label == "Orin"
