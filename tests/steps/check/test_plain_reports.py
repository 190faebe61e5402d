"""Two reports of one matter in the words that reports use: what must be flagged, and what only looks like it."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.document import Reading, Source
from registry.steps.check import examine
from registry.steps.extract import extract


def conflicts(one, two):
    claims = []
    for name, text in (("first", one), ("second", two)):
        reading = Reading(text=f"{text}\n", media_type="text/plain", reader="given")
        claims += extract(reading, Source(name, "", f"The {name} paper", date(2024, 5, 31), "en"))
    return [pair.finding for pair in examine(claims) if pair.finding.relation.is_conflict]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Turnout in the Velden referendum was 61 percent.", "In Velden 55 percent of eligible voters took part."),
        ("The pass rate at Orme College was 71 percent.", "At Orme College 61 percent of candidates passed."),
        ("The miners' union demands 9 percent more pay.", "The miners' union has asked for 12 percent more pay."),
        ("The pilots' union, which represents 4,300 pilots, rejected it.", "The pilots' union has 4,900 members."),
        ("He was given a suspended sentence of two years.", "He received a suspended sentence of 18 months."),
        ("The court jailed Tom Rye for six and a half years.", "Tom Rye was sent to prison for nine years."),
        ("Asking prices in Velden rose by 6.8 percent.", "Asking prices in Velden went up by 8.6 percent."),
        ("The airline's load factor was 87.2 percent.", "The airline's planes were 81 percent full."),
        ("The institute read 41,300 advertisements.", "The institute looked at 31,400 ads."),
        ("The abbey reopens on 4 May 2024.", "On 14 May 2024 the abbey opens once more."),
        ("Anna Dahl (41) runs the Velden ferry.", "Anna Dahl (47) runs the Velden ferry."),
        ("The synod chose Ruth Salter, the 58-year-old dean of Torp.", "The synod chose Ruth Salter, 56."),
        ("There were 112 passengers and three crew on board.", "There were 120 passengers on board."),
    ],
)
def test_two_reports_that_differ_in_other_words_are_held_against_each_other(one, two):
    assert conflicts(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Turnout was 61 percent.", "Of voters, 55 percent voted against the bridge."),
        ("The pilots' union represents 4,300 pilots.", "The airline employs 5,100 people."),
        ("The work took two years.", "The work took 23 months."),
        ("Our 42,000 member companies will pay.", "Inspectors checked 42,600 companies last year."),
        ("The chamber of commerce has 860 member firms.", "The 1,200 firms of the town will lose trade."),
        ("There were 112 passengers and three crew on board.", "115 people were on board, including the crew."),
        ("Three crew and 112 passengers were on the ferry.", "In all, 115 people were on the ferry."),
        (
            "It was the worst storm since 2007. At that time gusts of 174 km/h were measured on Holm.",
            "Gusts of 168 km/h were measured on Holm.",
        ),
        ("The train took the bend at 118 km/h.", "The permitted speed at the bend is 80 km/h."),
        ("The prosecution had called for twelve years for the thief.", "The thief was sent to prison for nine years."),
        ("Paul Reece is the general secretary of the union.", "The union's leader, Paul Reece, agreed."),
        ("One in four of those who applied got asylum.", "Of those who applied, 25.7 percent got asylum."),
        ("Rovers won 3-1 at Torp.", "Rovers won 3-1 at Torp after it had been 1-0."),
    ],
)
def test_what_only_looks_like_a_difference_is_left_alone(one, two):
    assert not conflicts(one, two)
