"""Who is said to say so."""

from __future__ import annotations

import pytest

from registry.model.document import Reading, Source
from registry.steps.extract import extract
from tests.steps.reading import speakers


def test_each_side_of_a_semicolon_has_its_own_speaker():
    said = speakers("The growers' league put the loss at 40 tonnes; the ministry put the figure at 11 tonnes.")
    assert "league" in (said["40 tonnes"] or "")
    assert "ministry" in (said["11 tonnes"] or "")


def test_by_whom_each_of_two_figures_is_put():
    said = speakers("The damage was put at €4 million by the Lakeside Bank and at €7 million by the Orlin League.")
    assert said == {"€4 million": "Lakeside Bank", "€7 million": "Orlin League"}


def test_what_is_listed_with_a_figure_gives_none():
    said = speakers("The league of exporters reports for 2029: wine 11.2 billion euros, spirits 4.7 billion.")
    assert "spirits" not in (said["4.7 billion"] or "")


def test_who_tells_the_jury_says_it():
    assert "barrister" in (
        speakers("His barrister told the jury that he had been paid £410,000 in bonuses.")["£410,000"] or ""
    )


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Leif Aas chairs the port. The port lost 95 cranes, Mr Aas told state television.", "Leif Aas"),
        ("Ms. Okoro said 95 ships were waiting.", "Okoro"),
        ("Mr Justice Holt said 95 writs had been filed.", "Holt"),
        ("Mayor Lind told reporters that 95 boats sank.", "Lind"),
        ("The bank warned customers that 95 branches would close.", "bank"),
        ("Some 95 homes had no power, network company Norgrid said on Friday.", "Norgrid"),
        ("At least 95 homes burned, insurer Alba said.", "Alba"),
        ("Some 95 wells ran dry, according to the U.S. Groundwater Survey.", "U.S. Groundwater Survey"),
        ("Some 95 trees fell, Aldous F. Kenner told reporters.", "Aldous F. Kenner"),
        ("Ma Lirong of Teshan, the largest town there, told the news agency that 95 houses had fallen.", "Ma Lirong"),
        ("Some 95 wells ran dry, according to an assessment by the Teshan Water Board.", "Teshan Water Board"),
        (
            "Ninety-five bodies were recovered from the site of a mine explosion in downtown Sant-Rémic, police said.",
            "police",
        ),
        ("Lena Ortiz scored 95 goals before Mia Ford added a third.", None),
        ("The town has 95 flats, though the ministry says there are more.", None),
        ("Leif Aas told the committee he had sold 95 boats.", "Leif Aas"),
    ],
)
def test_a_title_is_no_speaker_and_what_listeners_are_told_has_one(text, who):
    assert next(name for exact, name in speakers(text).items() if "95" in exact or "Ninety-five" in exact) == who


def test_a_headline_may_end_with_its_source():
    assert speakers("Flood kills 14 in the valley: police")["14"] == "police"


def test_a_count_belongs_to_whose_figures_it_is():
    assert "ministry" in (speakers("By the ministry's count, 52 wells ran dry.")["52"] or "")


def test_reported_speech_goes_on_in_the_past_perfect():
    said = speakers("The fire brigade said 30 barns had burned. In the first hour 212 animals had been rescued.")
    assert "brigade" in (said["212"] or "")


def test_the_lines_of_a_transcript_belong_to_the_name_before_the_colon():
    text = "HOST: Good morning.\n\nRUIZ: We lost 18 boats.\n\nHOST: And people?\n\nRUIZ: Nobody. We saved 64 people.\n"
    said = speakers(text)
    assert {said["18"], said["64"]} == {"Ruiz"}


def test_an_organisation_that_speaks_of_itself_is_the_voice_of_its_own_document():
    text = "Tollund Ferries said it had carried 61,000 passengers."
    release = extract(Reading(text, "text/plain", "given"), Source("case", publisher="Tollund Ferries", language="en"))
    paper = extract(Reading(text, "text/plain", "given"), Source("case", publisher="Daily Ledger", language="en"))
    assert release[0].assertion.asserted_by is None
    assert paper[0].assertion.asserted_by is not None


@pytest.mark.parametrize(
    ("text", "exact", "who"),
    [
        ("There were 28 cars on deck if you believe the harbour office.", "28", "harbour office"),
        ("Damage is now put at $131 million by the Lakeside Bank.", "$131 million", "Lakeside Bank"),
        ("The dockers' union had it at 140.", "140", "union"),
        ("The mill admits to 101 leaks.", "101", "mill"),
        ("On the last night, says the dockers' union, it was 140.", "140", "union"),
        ("Two boats sank and 14 sailors drowned, Ana Ruiz, the harbour master, told reporters.", "14", "Ruiz"),
    ],
)
def test_further_turns_name_who_has_a_figure(text, exact, who):
    assert who in (speakers(text)[exact] or "")


def test_a_paper_does_not_speak_but_who_made_it_does():
    assert speakers("An article said that 40 cows had drowned.")["40"] is None
    assert "city" in (speakers("According to figures that the city published, 40 cows drowned.")["40"] or "")


def test_who_puts_a_percentage_on_the_table_says_nothing():
    assert speakers("The minister has put 4 percent on the table.")["4 percent"] is None


@pytest.mark.parametrize(
    ("text", "exact", "who"),
    [
        ("The plant spilled oil on 12 occasions, an inquiry found on Wednesday.", "12", "inquiry"),
        ("The judge followed neither the 212 of the prosecutors nor the 140 of the defense.", "212", "prosecutors"),
        ("The judge followed neither the 212 of the prosecutors nor the 140 of the defense.", "140", "defense"),
        ("The mayor set her 4,000 against the union's 9,000.", "9,000", "union"),
        ("The figure of 260 put about by the doctors' association is wrong.", "260", "association"),
        ("In the valley as a whole a church commission has counted 430 victims.", "430", "commission"),
        ("An expert told the court 80 tonnes.", "80 tonnes", "expert"),
        ("The Fisheries and Oceans Commission spoke of 700 boats.", "700", "Fisheries and Oceans Commission"),
        ("The union counted 900 marchers - police spoke of 95 - and went home.", "95", "police"),
    ],
)
def test_the_one_whose_figure_it_is_is_named(text, exact, who):
    assert who in (speakers(text)[exact] or "")


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Inflation is forecast at 7.2 percent.", "7.2 percent"),
        ("Growth is now expected at 4 percent.", "4 percent"),
        ("Relatives get 20,000 euros, without prejudice to later claims.", "20,000 euros"),
        ('"My sister and I had saved 70,000 dollars."', "70,000 dollars"),
        ("The union's 9,000 members vote.", "9,000"),
    ],
)
def test_what_cannot_speak_is_no_source(text, exact):
    assert speakers(text)[exact] is None


@pytest.mark.parametrize(
    ("text", "exact", "who"),
    [
        ("Brokers think 140 sheep drowned; the mill thinks 90 nearer the mark.", "90", "mill"),
        ("The dockers' union has heard of 150.", "150", "union"),
        ("Two in three berths are empty, say the dockers; forty-one says the port council.", "forty-one", "council"),
        ("Transport ministry: 210 boats are tied up, 31 of them in the north.", "31", "ministry"),
        ("Police had said 38 and the union 44.", "44", "union"),
        ("By the count of the wardens 600 came and 1,900 by that of the union.", "1,900", "union"),
        ("The harbour council, which had calculated 4,900 tonnes, was not asked.", "4,900 tonnes", "council"),
        ("The laboratory found lead at 19 milligrams.", "19 milligrams", "laboratory"),
        ("Of the berths 41 are empty, the ministry says; in the north it is 12.", "12", "ministry"),
        ("Repairs cost 9 million euros, according to an estimate by the yard.", "9 million euros", "yard"),
        ("The line puts it at 212; the sailors' association, which keeps a list, at 240.", "240", "association"),
    ],
)
def test_second_and_short_sources_are_named(text, exact, who):
    assert who in (speakers(text)[exact] or "")


@pytest.mark.parametrize(
    ("text", "figure", "who"),
    [
        ("Dora Lund runs it. The damage came to 95 euros, she said, and 14 boats had gone.", "14", "Dora Lund"),
        ("Dora Lund told the court that he had bought 95 litres and had been seen 14 times.", "14", "Dora Lund"),
        ('"We were 95 down," said Norport coach Leif Aas.', "95", "Leif Aas"),
        ("Update: the port authority has reported 95 wrecks.", "95", "port authority"),
        ("The yard, founded in 1894, builds 31 boats and claims to sell 95 abroad.", "95", "yard"),
        ("The vets came at ten, Dora Lund says, with 95 cages.", "95", "Dora Lund"),
        ("The ministry disagrees: 95 per cent of faults are found in time.", "95 per cent", "ministry"),
        ("If the ministry says no, we lose 95 francs a day.", "95 francs", None),
        ("Campaigners, citing internal papers, said that 95 of these had been sound.", "95", "Campaigners"),
        ("The port office, in a statement, gave the number of wrecks as 95.", "95", "port office"),
        ("Ms Lund, asked about the list, said she knew of 95 faults.", "95", "Lund"),
        ("Earlier work by Lena Aas reported gains of 95% in spring.", "95%", "Aas"),
        ("Ms Lund speaks for 95 boats.", "95", None),
        ("My neighbour Ruth tells me she took 95 kilos of honey.", "95 kilos", "Ruth"),
        ("Northern Aggregates promised in 2028 that there would never be more than 95 lorries.", "95", "Aggregates"),
        ("It has cost growers 95 euros this winter, by the growers' union's estimate.", "95 euros", "growers' union"),
        ("Mayor Lind told broadcaster NRT that 95 of the injured were children.", "95", "Lind"),
        ("Police closed 3 streets. The hospital, however, said it had admitted 95 children.", "95", "hospital"),
        ("In last week's issue we reported that it would take 95 days.", "95 days", None),
        ("Estimates of what escaped range from 350 (operator) to 95 (fire service).", "95", "fire service"),
        ("The board was there. Its letter lists 95 orders, the paper has learnt.", "95", "letter"),
        ("Police later corrected her: 95 children travel free, a spokesman said.", "95", "police"),
        (
            "The board, which tests lifts every 95 days, said the last check, on 4 June, had found faults.",
            "95 days",
            None,
        ),
    ],
)
def test_who_says_it_in_other_turns_of_phrase(text, figure, who):
    said = next(name for exact, name in speakers(text).items() if figure in exact)
    assert said is None if who is None else who.lower() in (said or "").lower()


def test_he_who_said_something_in_the_sentence_before_is_he():
    text = (
        'Judge Harriet Coyle said: "You put 12 people in danger."\n\n'
        'The owner, Peter Lund, 71, said he would not reopen. "Fifty-two years, gone," he said.'
    )
    assert speakers(text)["Fifty-two years"] == "Peter Lund"


def test_it_says_is_the_body_of_the_sentence_before():
    text = 'Urs Menzi left. "We were six," he said. The company disputes this. It employs 95 smiths, it says.'
    assert speakers(text)["95"] == "company"


def test_he_is_no_fire_service_and_may_be_named_beside_a_later_verb():
    text = (
        "The fire service said 350 kilos escaped. Members rose to 1,150, the club's treasurer, Tor Lie, tells us. "
        "He expects 95 more."
    )
    assert speakers(text)["95"] == "Tor Lie"


@pytest.mark.parametrize(
    ("text", "exact", "who"),
    [
        ("The port, whose master is Ana Holm, reported a revenue of €41 million.", "€41 million", "port"),
        ("Rail Norland estimated that its rivals had lost €48m.", "€48m", "Rail Norland"),
        ("Fares go up by €12, an increase that the city says will bring in €90,000.", "€90,000", "city"),
        ("Ana Holm considers the toll of 90 too high and puts it at 40.", "40", "Ana Holm"),
        ("Ana Holm said her staff called the fire brigade 40 minutes before.", "40 minutes", "Ana Holm"),
        ("The ministry's own figures show 14 cases, the union counts 31.", "31", "union"),
        ("The board wrote that 18 people had left.", "18", "board"),
        ('"She carried 25 kilos and sang," recalled Ana Holm, who led it.', "25 kilos", "Ana Holm"),
        (
            "The opposition disputes this: its leader, Tom Vass, reckons that it cost 8 million euros.",
            "8 million euros",
            "Vass",
        ),
        ("The company, Norwind of Lorn, put its loss at €31,000.", "€31,000", "Norwind"),
        ("According to the indictment, Roy Vass, 61, took $12 million.", "$12 million", "indictment"),
        ('"I have 9 boats," said Jan Holm, who runs the largest yard.', "9", "Jan Holm"),
        (
            "The operator, Norwind, objects. It puts its investment at 44 million crowns.",
            "44 million crowns",
            "Norwind",
        ),
        ("Coroner Ann Lee ruled that 14 people had died of cold.", "14", "Ann Lee"),
        ("Ana Holm warned of 14 closures.", "14", "Ana Holm"),
        ("According to a person who was in the room, 14 members voted against.", "14", "person"),
        ('Norwind boss Kai Dahl put it more bluntly: "We lost 9 million."', "9 million", "Kai Dahl"),
        ("She values the boat at €85,000, Ana Holm said.", "€85,000", "Ana Holm"),
    ],
)
def test_the_speaker_is_who_tells_and_not_who_stands_near(text, exact, who):
    assert who in (speakers(text)[exact] or "")


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Fares go up by €12, an increase that the city says will bring in €90,000.", "€12"),
        ("The line has promised €20,000 for each berth.", "€20,000"),
        ("The union demands 12 percent more pay.", "12 percent"),
        ("The state has promised €10,500 a family, and the opposition wants €25,000.", "€25,000"),
    ],
)
def test_what_is_promised_or_asked_for_has_no_speaker(text, exact):
    assert speakers(text)[exact] is None


def test_a_host_speaks_in_a_talk_and_is_no_party_to_a_dispute():
    talk = (
        "PRESENTER: You offer 25 euros.\n\nANA HOLM: We pay 40 euros.\n\nPRESENTER: Since when?\n\nANA HOLM: Since May."
    )
    assert speakers(talk)["25 euros"] == "presenter"


def test_who_admits_a_charge_says_nothing_of_it():
    assert speakers("Craig Dell admitted five charges in May.")["five"] is None
    assert speakers("Craig Dell admitted that 40 fell ill.")["40"] == "Craig Dell"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('"It held," said Mira Holt, head of the Orlin Trust. She said it cost 95 pounds.', "Mira Holt"),
        ('"We waited," Harbour Master Elin Voss told reporters. She said 95 boats were lost.', "Elin Voss"),
        ('"We waited," said Mira Holt of the Orlin Trust, with Tom Lind beside her. The tide fell by 95 cm.', None),
    ],
)
def test_she_is_whom_the_quotation_before_named_behind_it(text, who):
    assert next(said for figure, said in speakers(text).items() if "95" in figure) == who


def test_what_somebody_said_of_a_thing_without_an_article_is_said_by_them():
    assert (
        speakers("Tom Bell said a crew with a pump was 95 minutes away when the wall fell.")["95 minutes"] == "Tom Bell"
    )
