"""Figures that somebody asks for, and words that only look like it."""

from __future__ import annotations

import pytest

from registry.steps.match.profile import profile
from registry.steps.match.wishes import PERMITTED, only_wished
from tests.steps.makers import said


@pytest.mark.parametrize(
    ("sentence", "words", "wished"),
    [
        ("The union demanded 9 percent.", "9 percent", True),
        ("Electricity demand fell by 9 percent at noon.", "9 percent", False),
        ("Demand for steel was down 9 percent.", "9 percent", False),
        ("It put the rise at 9 percent when it had asked for consent.", "9 percent", False),
    ],
)
def test_what_a_market_demands_is_no_wish(sentence, words, wished):
    plain = profile(said("7 percent", "It came to 7 percent.", what="change"))
    assert bool(only_wished(plain, profile(said(words, sentence, what="change")))) is wished


def test_a_counted_request_has_been_made():
    plain = profile(said("121", "The court signed 121 papers.", what="paper"))
    assert not only_wished(plain, profile(said("112", "The court approved 112 requests.", what="request")))
    assert only_wished(plain, profile(said("112", "The court requested 112 papers.", what="paper")))


@pytest.mark.parametrize(
    ("sentence", "allowed"),
    [
        ("This year 150 wolves may be shot.", True),
        ("In the reserve 150 wolves can only be hunted in May.", True),
        ("Some 150 wolves may be trapped by the snow.", False),
        ("Hunters shot 150 wolves.", False),
    ],
)
def test_what_may_be_done_is_a_limit(sentence, allowed):
    plain = profile(said("131", "Last year hunters shot 131 wolves.", what="shot wolf"))
    assert bool(only_wished(plain, profile(said("150", sentence, what="shot wolf")))) is allowed


@pytest.mark.parametrize(
    ("sentence", "wished"),
    [
        ("On the first night 150 villagers were asked to leave.", False),
        ("Some 150 villagers below the dam have been required to leave.", False),
        ("Some 150 villagers sought medical help.", False),
        ("They hope to house 150 villagers if the weather allows.", False),
        ("The mayor asked for 150 villagers.", True),
        ("The mayor has asked the government for a list of 150 villagers.", True),
        ("Asked about the list, the mayor spoke for 150 villagers.", False),
        ("Beds are sought for 150 villagers.", True),
        ("The law allows 150 villagers to stay.", True),
        ("At least 150 villagers are required.", True),
        ("We would like 150 villagers by May.", True),
        ("The founder dreams of 150 villagers.", True),
        ("The school hopes for about 150 villagers.", True),
        ("And 150 villagers asked you not to.", False),
        ("By then 150 villagers wanted money from the owner.", False),
        ("The 150 villagers that the owner wanted stayed away.", True),
        ("The 150 villagers wanted from the owner stayed away.", True),
        ("They hope that 150 villagers are safe.", False),
        ("The abbot dreamt that 150 villagers came.", False),
    ],
)
def test_whom_somebody_asked_is_no_wish(sentence, wished):
    plain = profile(said("131", "The boats took 131 villagers away.", what="villager"))
    assert bool(only_wished(plain, profile(said("150", sentence, what="villager")))) is wished


def test_a_word_without_an_end_is_looked_at_once():
    assert PERMITTED.search("a" * 2_000) is None  # took minutes where one word could be read as four
