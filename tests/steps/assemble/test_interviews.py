"""Interviews whose lines name nobody: who answers says it, who asks does not, and a page of advice has no speaker."""

from __future__ import annotations

from tests.steps.reading import claims

TALK = (
    'Ines Holm: "The herd is safe"\n\nThe reindeer herder has spent 30 winters on the plateau. A talk about ice.\n\n'
    "How large is your herd now?\n\nWe counted 1,240 in March. I had hoped for more.\n\n"
    "You sold some animals in the autumn. Why?\n\nWe needed money for fodder, so 85 went.\n\n"
    "How did you feed them?\n\nI bought 14 tonnes of hay. The herders further north say 20.\n"
)
HEARD = TALK.replace('Ines Holm: "The herd is safe"', "Winter on the plateau").replace(
    "The reindeer", "Ines Holm, the reindeer"
)
ADVICE = (
    "Paying for parking\n\nAnswers to your questions.\n\nHow much does a permit cost?\n\nWe charge 52 crowns a month."
    "\n\nWhere can you pay?\n\nWe have 14 machines in the centre.\n\nCan I get my money back?\n\n"
    "We return it within 30 days.\n"
)


def speakers(text):
    """The speaker of each figure."""
    return {
        one.span.exact: one.assertion.asserted_by and one.assertion.asserted_by.label
        for one in claims(text, "2031-01-05")
    }


def test_whoever_the_title_names_answers():
    said = speakers(TALK)
    assert {said["1,240"], said["85"], said["14 tonnes"]} == {"Ines Holm"}
    assert said["30"] is None


def test_the_only_person_named_above_the_questions_answers():
    assert speakers(HEARD)["1,240"] == "Ines Holm"


def test_whom_the_answer_cites_says_it():
    assert "herders" in (speakers(TALK)["20"] or "")


def test_nobody_answers_on_a_page_of_advice():
    assert set(speakers(ADVICE).values()) == {None}


TURNS = (
    '"Ice does not wait"\n\nInes Holm, herder on the plateau, on fodder and snow\n\nMs Holm, how was the winter?\n\n'
    "Hard. I lost 14 animals.\n\nThe ministry says that you were warned, and that 20 herders were.\n\n"
    "We were 85, not one of us was.\n\nYou sold meat to the army.\n\nIt took 1,240 tins of ours.\n\n"
    "Is it worth your while?\n\nI get 11 euros a tin.\n"
)


def test_whoever_a_question_addresses_answers_though_hardly_anything_is_asked():
    said = speakers(TURNS)
    assert {said[one] for one in ("14", "85", "1,240", "11 euros")} == {"Ines Holm"}
    assert said["20"] == "ministry"


PUT = """"I sleep with my boots on"

Greta Holm, head of the Norvik lifeboat station, on storms and sleep. Episode 12, 38 min

Mrs Holm, how was the winter?

Long. We went out 41 times.

In November you promised a new boat by spring.

And then the yard went broke. I had paid them 300,000 kroner.

Your insurer spoke of two claims. The union says there were five.

There were three. I signed them myself.

The hall was supposed to have 70 lockers.

It is ready. We have 64 lockers in it.

Would you do it again?

I would. My mother asks me that, too.
"""
HEARING = """INQUIRY INTO THE LOSS OF THE ELSA

Before Ruth Beck, chair. Captain R gives evidence by video. For the crew: Omar Tanner, solicitor.

MR TANNER: How long had you been a captain?

CAPTAIN R: Nine years in all. Four of them on ferries.

Q. How many of you were on the bridge?

A. There were three of us. I was at the wheel.

Q. You sounded the horn twice.

A. Yes. It took us eight minutes.

THE CHAIR: We stop there for today. Forty people want to be heard.
"""
HEARSAY = """The jar

REEVE: Were you happy with it?

DREW: We had a dealer in London look at it and he said 1,200 coins. It took nine weeks.

REEVE: And the shed?

DREW: It is a matter of 40 posts, and if the council says yes before the summer, we start with 12.

REEVE: Good luck.
"""


def test_who_is_addressed_by_name_answers_what_need_not_be_questions():
    said = speakers(PUT)
    assert {said["41"], said["300,000 kroner"], said["three"], said["64"]} == {"Greta Holm"}
    assert (said["70"], said["five"]) == ("interviewer", "union")


def test_letters_stand_for_those_who_asked_and_answered_before_them():
    said = speakers(HEARING)
    assert {said["Nine years"], said["three"], said["eight minutes"]} == {"Captain R"}
    assert said["twice"] == "Omar Tanner"


def test_he_is_nobody_who_takes_turns_and_whoever_agrees_says_nothing():
    said = speakers(HEARSAY)
    assert (said["1,200"], said["nine weeks"]) == ("dealer", "Drew")
    assert {said["40"], said["12"]} == {"Drew"}


def test_what_stands_of_them_behind_a_time_is_a_part_of_it():
    units = {one.span.exact: getattr(one.assertion.value, "unit", "") for one in claims(HEARING, "2031-01-05")}
    assert (units["Four"], units["three"], units["twice"]) == ("year", "count", "count")
