"""Which claims answer the same question: pairs that must be joined, and traps that must not."""

from __future__ import annotations

import pytest

from registry.steps.match import fact_key, keys, question, score
from registry.steps.match.entries import only_labels
from registry.steps.match.portions import part_of_it
from registry.steps.match.profile import profile
from registry.steps.match.thresholds import default
from registry.steps.match.weigh import refusal
from tests.steps.makers import day, holds, quarter, said, year


def flood(words, sentence, **more):
    return said(words, sentence, of="Ostrava flood", **more)


def test_one_fact_in_other_words_is_joined():
    left = said("31", "The alliance has 31 member states.", what="member state", of="Northern Alliance")
    right = said("32", "All 32 member countries of the alliance agreed.", what="member country", of="Northern Alliance")
    assert score(left, right).same


def test_killed_and_dead_are_joined():
    left = flood("12", "The flood killed 12 people.", what="person", verb="kill")
    right = flood("15", "The death toll of the flood rose to 15.", what="death toll")
    assert score(left, right).same


def test_the_reasons_name_what_joined_them():
    left = flood("12", "The flood killed 12 people.", what="person", verb="kill")
    right = flood("15", "The death toll of the flood rose to 15.", what="death toll")
    assert any("dead" in reason for reason in score(left, right).reasons)


TRAPS = {
    "killed and injured": (
        flood("12", "The flood killed 12 people.", what="person", verb="kill"),
        flood("40", "The flood injured 40 people.", what="person", verb="injure"),
    ),
    "quarter and year": (
        said("€40 million", "Profit was €40 million.", what="profit", of="Acme", period=quarter(2021, 3)),
        said("€90 million", "Profit was €90 million.", what="profit", of="Acme", period=year(2021)),
    ),
    "this year and last year": (
        said("€40 million", "Profit was €40 million.", what="profit", of="Acme", period=year(2021)),
        said("€90 million", "Profit was €90 million.", what="profit", of="Acme", period=year(2020)),
    ),
    "two towns": (
        said("900", "In Lisbon 900 people marched.", what="marcher", of="march", place="Lisbon"),
        said("400", "In Porto 400 people marched.", what="marcher", of="march", place="Porto"),
    ),
    "signed and ratified": (
        said("50", "By then 50 states had signed it.", what="state", verb="sign", of="Treaty"),
        said("30", "By then 30 states had ratified it.", what="state", verb="ratify", of="Treaty"),
    ),
    "seats and votes": (
        said("45%", "The party took 45% of the vote.", what="vote share", of="Green Party"),
        said("52%", "The party holds 52% of the seats.", what="seat", of="Green Party"),
    ),
    "gross and net": (
        said("€5 million", "Gross margin was €5 million.", what="gross income", of="Acme"),
        said("€3 million", "Net margin was €3 million.", what="net income", of="Acme"),
    ),
    "two lighthouses": (
        said("40 m", "The lighthouse of Dunmore is 40 m tall.", what="height", of="lighthouse of Dunmore"),
        said("52 m", "The lighthouse of Kilrane is 52 m tall.", what="height", of="lighthouse of Kilrane"),
    ),
    "two ports": (
        said("5 million", "The port handled 5 million containers.", what="container", of="port of Larsund"),
        said("9 million", "The port handled 9 million containers.", what="container", of="port of Brekvik"),
    ),
    "wanted and given": (
        said("9 years", "Prosecutors sought 9 years in prison.", what="prison sentence", of="Anna Berg"),
        said("7 years", "She got 7 years in prison.", what="prison sentence", of="Anna Berg"),
    ),
    "province and country": (
        said("5,000", "In the province 5,000 cases were counted.", what="case", of="cholera outbreak"),
        said("9,000", "Nationwide 9,000 cases were counted.", what="case", of="cholera outbreak"),
    ),
    "a rise and a fall": (
        said("5%", "Sales rose by 5%.", what="sale", of="Acme"),
        said("7%", "Sales fell by 7%.", what="sale", of="Acme"),
    ),
    "euros and dollars": (
        said("€5 million", "It cost €5 million.", what="cost", of="Bridge"),
        said("$6 million", "It cost $6 million.", what="cost", of="Bridge"),
    ),
    "first and second dose": (
        said("5,000", "So far 5,000 had a first dose.", what="first dose", of="Norland"),
        said("3,000", "So far 3,000 had a second dose.", what="second dose", of="Norland"),
    ),
    "two people of one surname": (
        said("7 years", "Anna Berg got 7 years in prison.", what="prison sentence", of="Anna Berg"),
        said("9 years", "Jonas Berg got 9 years in prison.", what="prison sentence", of="Jonas Berg"),
    ),
    "offices of two people": (holds("finance minister", "Anna Berg"), holds("foreign minister", "Karl Lund")),
    "two entries of one list": (
        said("12 months", "Sentence: 12 months", what="sentence", of="Court", where="list"),
        said("18 months", "Sentence: 18 months", what="sentence", of="Court", where="list", shift=80),
    ),
}


@pytest.mark.parametrize("name", TRAPS)
def test_what_is_easily_confused_is_not_joined(name):
    left, right = TRAPS[name]
    assert score(left, right).same is False
    assert score(left, right).against


@pytest.mark.parametrize("name", TRAPS)
def test_what_is_not_joined_has_different_keys_of_the_fact(name):
    left, right = TRAPS[name]
    if name != "two entries of one list":
        assert fact_key(left) != fact_key(right)


def test_scores_do_not_depend_on_the_order():
    left = said("31", "The alliance has 31 member states.", what="member state", of="Northern Alliance")
    right = said("32", "All 32 member countries agreed.", what="member country", of="Alliance")
    assert score(left, right).score == score(right, left).score


def test_the_key_of_a_fact_does_not_depend_on_the_value():
    left = said("31", "The alliance has 31 member states.", what="member state", of="Northern Alliance")
    right = said("32", "The alliance has 32 member countries.", what="member country", of="Northern Alliance")
    assert fact_key(left) == fact_key(right)


def test_claims_of_one_fact_share_a_blocking_key():
    left = said("31", "The alliance has 31 member states.", what="member state", of="Northern Alliance")
    right = said("32", "All 32 member countries agreed.", what="member country", of="the Alliance")
    assert set(keys(left)) & set(keys(right))
    assert len(keys(left)) <= 24


def test_every_feature_has_its_weights():
    from registry.steps.match.features import FEATURES

    weights = default()
    names = {feature.__name__ for feature in FEATURES} | {"bias", "akin"}
    assert set(weights.meet) == set(weights.apart) == names


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (
            said("31", "It has 31 member states.", what="member state", of="Northern Alliance"),
            "How many states are members of the Northern Alliance?",
        ),
        (flood("12", "It killed 12 people.", what="person", verb="kill"), "How many people died in the Ostrava flood?"),
        (
            said("€40 million", "Sales were €40 million.", what="revenue", of="Acme", period=quarter(2021, 3)),
            "What was the revenue of Acme in the third quarter of 2021?",
        ),
        (holds("finance minister", "Anna Berg"), "What office does Anna Berg hold?"),
    ],
)
def test_a_fact_is_shown_as_a_question(claim, expected):
    assert question([claim]) == expected


def test_a_stated_day_parts_two_counts_that_do_not_last():
    left = said("900", "On 4 May 900 people marched.", what="marcher", of="march", as_of=None, on="2021-05-05")
    right = said("400", "On 9 May 400 people marched.", what="marcher", of="march", as_of=None, on="2021-05-10")
    assert not score(left, right).same
    assert day("2021-05-05") == left.source.published


def test_the_same_words_about_two_events_are_not_joined():
    left = said(
        "12", "The flood killed 12 people.", what="person", verb="kill", of="Ostrava flood", title="Ostrava flood"
    )
    right = said(
        "9", "The fire killed 9 people.", what="person", verb="kill", of="Tarn hotel fire", title="Tarn hotel burns"
    )
    assert score(left, right).same is False


def test_those_who_are_counted_do_not_speak():
    sentence = "The tribunal heard 134 witnesses and 12 experts in 61 sessions."
    assert profile(said("61", sentence, what="session", of="tribunal")).speaker is None
    assert profile(said("900", "Police counted 900 in the square.", what="protester", of="march")).speaker == "polic"


def test_two_names_for_what_two_documents_of_one_matter_are_about_part_nothing():
    left = said("14", "It sank with 14 aboard.", of="Marrow Bay ferry", topic="Marrow Bay ferry")
    right = said("17", "It sank with 17 aboard.", of="Tarl Strait ferry", topic="Tarl Strait ferry")
    other = said("17", "It sank with 17 aboard.", of="Tarl Strait ferry", topic="Lansk ports")
    assert not refusal(profile(left), profile(right), 0.99)
    assert refusal(profile(left), profile(right), 0.8)
    assert refusal(profile(left), profile(other), 0.99)


def test_two_people_of_one_name_are_parted_whatever_their_documents_are_about():
    left = said("61", "He is 61.", of="Jonas Berg", topic="Jonas Berg")
    right = said("58", "She is 58.", of="Anna Berg", topic="Anna Berg")
    assert refusal(profile(left), profile(right), 0.99)


def test_a_part_is_parted_from_the_whole_and_two_parts_are_not():
    whole = said("40", "There were 40 wounded.", what="wounded")
    part = said("12", "Of the wounded, 12 are children.", what="wounded")
    another = said("14", "Fourteen of the wounded are children, 14 of the wounded.", what="wounded")
    assert part_of_it(profile(whole), profile(part))
    assert not part_of_it(profile(part), profile(another))


def test_days_of_one_act_are_no_mere_labels():
    left = said(
        "10 June",
        "The bridge, opened on 10 June, has carried 4,100 cars.",
        what="opening date",
        verb="open",
        on="2024-06-20",
    )
    right = said(
        "12 June",
        "Since it opened on 12 June it has carried 9,200 cars.",
        what="opening date",
        verb="open",
        on="2024-06-20",
    )
    bare = said("10 June", "By 10 June it had carried 4,100 cars.", on="2024-06-20")
    assert not only_labels(profile(left), profile(right))
    assert only_labels(profile(bare), profile(right))
