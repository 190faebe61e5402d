"""Figures of speech, citations and names hold no figures; their plain twins do."""

from __future__ import annotations

import pytest

from registry.model.span import Block, BlockKind, Sentence
from registry.steps.recognise import recognise
from tests.steps.recognise.test_recognise import ends, read


@pytest.mark.parametrize(
    "text",
    [
        "There are a million reasons to stay away.",
        "It has been said a thousand times.",
        "He has nine lives, on the one hand.",
        "Nobody gives two hoots about zero tolerance.",
        "They were at sixes and sevens, back to square one.",
        "The odds are fifty-fifty, round the clock, 24/7.",
        "It takes two to tango, and she was second to none.",
        "Half the battle is showing up; I give it two thumbs up.",
        "In R v Dunn [1994] 2 AC 130 the House cited 18 U.S.C. § 1343.",
        "See paras 14-17 and p. 14.",
        "A 401(k) saver gave to IBAN NO93 8601 1117 947.",
        "The wreck lies at 52.5163, 13.3777.",
        "Write to PO Box 44, 1120 Marn.",
        "Delegates of the Big Four and the Six Nations met in Hall 3.",
    ],
)
def test_what_only_sounds_like_a_figure_is_none(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The new tank is a thousand times bigger.", "a thousand"),
        ("On one wing 12 rivets were missing.", "12"),
        ("The firm lost a million dollars.", "a million dollars"),
        ("Half the houses burned down.", "Half"),
        ("Two hundred fans saw the Big Four.", "Two hundred"),
        ("Police Shoot Two Men in Town", "Two"),
    ],
)
def test_its_plain_twin_is_read(text, words):
    assert words in [text[mention.start : mention.end] for mention in read(text)]


def test_a_headline_that_counts_its_own_list_counts_nothing():
    text = "Ten things to know about dams"
    heading = Sentence(0, len(text), Block(0, len(text), BlockKind.HEADING))
    assert not recognise(text, [heading], published=None, language="en")[0]
    assert read("Ten things were stolen.")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She called handing over 140 bases hard.", "140"),
        ("The dispute with Norland over four boats went on.", "four"),
        ("A row over 300 jobs ended.", "300"),
        ("It employs over 300 people.", "over 300"),
        ("The ferry carried over 300 people.", "over 300"),
        ("The line ran over 40 trains.", "over 40"),
        ("The crossing takes over three hours.", "over three hours"),
        ("It took just over four people to lift it.", "just over four"),
        ("The boat is over four metres long.", "over four metres"),
    ],
)
def test_over_counts_only_where_it_belongs_to_the_figure(text, words):
    assert [text[one.start : one.end] for one in read(text)] == [words]


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("The offer started at four and a half.", "four and a half", "count"),
        ("The shift started at four and a bus came.", "four", "datetime"),
    ],
)
def test_no_hour_has_a_half_behind_it(text, words, unit):
    (found,) = read(text)
    assert text[found.start : found.end] == words
    assert ends(found.value)[2] == unit
