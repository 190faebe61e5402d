"""Talks: who speaks in the lines of a transcript, and what is left of a line without the speaker's name."""

from __future__ import annotations

from datetime import date

from registry.model.assertion import Kind
from registry.model.document import Reading, Source
from registry.steps.extract import extract
from registry.steps.segment import blocks, sentences
from registry.steps.segment.talks import spoken, turns
from tests.steps.reading import claims

HEARING = (
    "Port committee, oral evidence\n\nThe members heard two witnesses on the new quay in the hall of the port.\n\n"
    "Q12 Chair: Mr Osei, in 2019 you told us it would cost £1.4 million.\n\n"
    "Daniel Osei: The estimate is now £2.1 million.\n\nQ13 Ms Farrow: How many people work there?\n\n"
    "Daniel Osei: Roughly 190.\n\nQ14 Chair: The auditor says 240.\n"
)
FACTS = "The bridge\n\nLength: 48 m\n\nWidth: 4 m\n\nHeight: 31 m\n\nIt was built by masons from Arden.\n"


def test_each_turn_has_its_speaker_without_the_number_of_the_question():
    found = turns(HEARING, sentences(HEARING, blocks(HEARING)))
    assert [turn.who for turn in found.values()] == ["Chair", "Daniel Osei", "Farrow", "Daniel Osei", "Chair"]
    assert all(HEARING[: turn.start].endswith(": ") for turn in found.values())


def test_the_parser_is_shown_what_is_said():
    shown = [HEARING[part.start : part.end] for part in spoken(HEARING, sentences(HEARING, blocks(HEARING)))]
    assert "The auditor says 240." in shown


def test_lines_of_facts_are_no_talk():
    assert not turns(FACTS, sentences(FACTS, blocks(FACTS)))


def test_whom_somebody_quotes_says_it_and_else_who_speaks():
    said = {
        claim.span.exact: claim.assertion.asserted_by.label if claim.assertion.asserted_by else None
        for claim in claims(HEARING, "2031-01-05")
    }
    assert said["£1.4 million"] == "Daniel Osei"  # "you told us"
    assert said["£2.1 million"] == "Daniel Osei"
    assert said["240"] == "auditor"


def test_who_speaks_is_neither_counted_nor_what_it_is_about():
    figures = {claim.span.exact: claim.assertion for claim in claims(HEARING, "2031-01-05")}
    counted = figures["Roughly 190"]
    assert counted.attribute is not None
    assert "Osei" not in counted.attribute.label.title()


ASSIZES = (
    "Assizes of Norport\n\nMR LEIF AAS, sworn\n\nExamined by MS VOSS\n\nQ. How many crates did you carry?\n\n"
    "A. I carried 95. Seven fell.\n\nQ. And who saw it?\n\nA. My brother.\n\nTHE COURT: How tall was the crane?\n\n"
    "THE WITNESS: About 31 metres.\n"
)
PAPER = (
    "Norport Mail: How many boats have you got?\n\nDora Lund: We've got 95.\n\n"
    "Norport Mail: The union has heard of 12.\n\nDora Lund: It always does.\n\n"
    "We had 14 once, in a good year.\n\nNorport Mail: And the quay?\n\nDora Lund: Old.\n"
)
ALONE = (
    "Frau Lund, wie viele Boote haben Sie?\nLund: Wir haben 95.\n\nUnd wie viele fahren noch?\nLund: Fast alle.\n\n"
    "Was kostet das?\nLund: Zu viel. Und 12 sind alt.\n"
)
ANSWERS = (
    "Minister of Ports (Dora Lund): 95 ships were inspected in 2030.\n\n"
    "Leif Aas (Norport West): To ask how many sank.\n\n"
    "Minister of Ports (Dora Lund): Some 12 sank.\n\nLeif Aas (Norport West): To ask why.\n"
)


def voices(text, publisher=None):
    reading = Reading(text=text, media_type="text/plain", reader="given")
    found = extract(reading, Source("talk", None, publisher, date(2031, 1, 5), None))
    return {one.span.exact: one.assertion.asserted_by.label if one.assertion.asserted_by else None for one in found}


def test_a_witness_is_whoever_was_sworn():
    said = voices(ASSIZES)
    assert said["95"] == said["Seven"] == said["About 31 metres"] == "Leif Aas"


def test_the_paper_asks_and_an_answer_goes_on_over_paragraphs():
    said = voices(PAPER, "Norport Mail")
    assert said["95"] == said["14"] == "Dora Lund"
    assert said["12"] == "union"


def test_in_an_interview_only_the_one_who_answers_may_be_named():
    said = voices(ALONE)
    assert all("Lund" in (said[exact] or "") for exact in ("95", "12"))


def test_an_office_with_its_holder_in_brackets_speaks_by_name_and_a_member_with_a_seat_too():
    found = turns(ANSWERS, sentences(ANSWERS, blocks(ANSWERS)))
    assert [turn.who for turn in found.values()] == ["Dora Lund", "Leif Aas", "Dora Lund", "Leif Aas"]
    assert voices(ANSWERS)["95"] == "Dora Lund"


LATER = ANSWERS + "\nThe Minister of Ports: We shall repair 40.\n\nLeif Aas (Norport West): Only 40?\n"
SHEET = "The quay\n\nLength of the Quay: 95 m\n\nDepth of the Dock: 12 m\n\nCost of Works: 31 million euros\n"


def test_an_office_of_several_words_speaks_and_labels_of_a_sheet_do_not():
    assert voices(LATER)["40"] is not None
    found = turns(LATER, sentences(LATER, blocks(LATER)))
    assert [turn.who for turn in found.values()][4] == "Dora Lund"
    assert turns(SHEET, sentences(SHEET, blocks(SHEET))) == {}


CALL = (
    "Norvik results call\n\nOperator: Good morning.\n\nErik Lund, Chief Financial Officer: Sales were €340 million.\n\n"
    "Maria Sand, Banque Arden: How many people are left?\n\nErik Lund: We have 4,200.\n\nMaria Sand: And the suits?\n\n"
    "Paul Reeve - General Counsel: Thirty-one as of last night.\n"
)


def test_an_office_behind_the_name_is_no_part_of_it():
    found = turns(CALL, sentences(CALL, blocks(CALL)))
    assert [turn.who for turn in found.values()] == [*("Erik Lund", "Maria Sand") * 2, "Paul Reeve"]
    held = {claim.span.exact for claim in claims(CALL, "2031-01-05") if claim.assertion.kind is Kind.ROLE}
    assert held == {"Chief Financial Officer", "General Counsel"}


def test_places_in_a_list_are_no_speakers():
    lines = "New York, United States: 12\nSan Diego, United States: 14\nFort Worth, United States: 3\n"
    assert not turns(lines, sentences(lines, blocks(lines)))


COURT = (
    "MR LANE: Where were you standing, Ms Orr?\n\nMS ORR: By the gate, 12 yards off.\n\nQ. How many men got out?\n\n"
    "A. Some 95 did.\n\nQ. You told us of 40.\n\nA. I was cold.\n\nMS DAVID: How long was it?\n\n"
    "MS ORR: 31 minutes.\n\n"
    "Q. And then?\n\nA. It was 7 miles to the road.\n"
)


def test_letters_stand_for_those_who_asked_and_answered_by_name_before():
    said = voices(COURT)
    assert said["12 yards"] == said["Some 95"] == said["31 minutes"] == said["7 miles"] == "Orr"
    assert said["40"] == "Lane"
    assert voices(COURT.replace("\n\n", "\n"))["7 miles"] == "Orr"


def test_letters_stand_for_the_only_person_named_above_the_talk():
    talk = "Leif Aas runs the port. We met him there.\nQ: How many ships came?\nA: Some 95.\nQ: And in May?\nA: 12.\n"
    assert voices(talk)["12"] == "Leif Aas"
    told = "Canal Monthly asked Jane Aldous, boatyard owner, about the flood.\n\n" + "".join(
        f"{asked}\nI lost {lost} boats.\n\n"
        for asked, lost in (("Was it bad?", 12), ("Are you safe?", 95), ("Why?", 7))
    )
    assert voices(told, "Canal Monthly")["95"] == "Jane Aldous"


CHAMBER = (
    "Hearing on the harbour dredge\n\nSenator QUILL. We have 40 boats waiting. How many crews?\n\n"
    "Captain MARSH (Harbour Guard). I count 95, sir.\n\nMs. O'DELL of Arden. We lost 12 nets in May.\n\n"
    "Captain MARSH. It was 31 by June.\n"
)


def test_a_full_stop_behind_a_rank_and_a_name_in_capitals_opens_a_turn():
    said = voices(CHAMBER)
    assert [said[one] for one in ("40", "95", "12", "31")] == ["Quill", "Marsh", "O'Dell", "Marsh"]


def test_a_name_in_capitals_that_no_rank_leads_opens_none():
    text = "The GATE. It has 12 bars.\n\nA visit to NORLAND. It has 40 lakes.\n\nTo ORLIN. It has 9.\n"
    assert not turns(text, sentences(text, blocks(text)))


def test_who_stands_in_brackets_behind_the_chair_presides():
    talk = "THE CHAIR (Ms. Ines Varga): We are 9.\n\nMR HOLT: We were 12.\n\nTHE CHAIR: Not 31?\n\nMR HOLT: 40.\n"
    assert [turn.who for turn in turns(talk, sentences(talk, blocks(talk))).values()] == [
        *("Ines Varga", "Holt", "Ines Varga", "Holt")
    ]
    gathered = talk.replace("THE CHAIR (Ms. Ines Varga)", "The Secretary of the meeting (Mr Leo Varga)")
    assert next(iter(turns(gathered, sentences(gathered, blocks(gathered))).values())).who == "Leo Varga"
