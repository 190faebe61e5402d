"""Pairs of plain reports in words of their own: what is flagged, and what only looks like a conflict."""

from __future__ import annotations

from dataclasses import replace

import pytest

from registry.steps.check import examine
from tests.steps.reading import claims


def flagged(*texts):
    """The figures of some reports of one day that are called a conflict."""
    every = [
        replace(claim, source=replace(claim.source, id=f"report {at}"))
        for at, text in enumerate(texts)
        for claim in claims(text, "2024-05-31")
    ]
    found = [pair for pair in examine(every) if pair.finding.relation.is_conflict]
    return sorted(tuple(sorted((pair.left.span.exact, pair.right.span.exact))) for pair in found)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (  # the last time is no rival of this time
            "So far 87 people have fallen ill with cholera in Tarn County.",
            "Cholera is back in Tarn County. The worst outbreak, in 2009, made 140 people ill.",
        ),
        (
            "The fire at Orlin mill destroyed 14 houses on Sunday.",
            "Orlin mill burned on Sunday. An earlier fire there, in May 1987, had destroyed 31 houses.",
        ),
        (  # what is aimed at is not what is
            "In Tarn County 71 percent of households sort their rubbish.",
            "In Tarn County sorting of rubbish is far from the 90 percent that the law asks for.",
        ),
        ("Drivers in Lorne were offered 4 percent more pay.", "Drivers in Lorne want 7 percent more pay."),
        (  # whoever leads may be called anything
            "Director Mara Lind of the Orlin Museum opened the show.",
            "Mara Lind, who has led the Orlin Museum since 2016, opened the show.",
        ),
        (  # an age that somebody must have is nobody's
            "Norland wants to raise the retirement age from 63 to 65, and thousands marched in Tarn.",
            "Thousands marched in Tarn against the plans of Norland. Among them was Karel Novy, 71.",
        ),
        (  # two sexes, whether or not it is called an age
            "In Norland women were 34.6 years old on average when they bought a home, men 36.8.",
            "The average age at which women buy their first home in Norland is 34.6 years.",
        ),
        (
            "In Norland three lynxes were shot illegally in 2023.",
            "In Norland two lynxes were shot legally in 2023.",
        ),
    ],
)
def test_two_reports_of_two_things_are_no_conflict(one, two):
    assert flagged(one, two) == []


@pytest.mark.parametrize(
    ("one", "two", "pair"),
    [
        (  # both differences
            "Diesel in Norland cost 1.61 euros a litre in May, 4 cents more than a month before.",
            "The price of diesel in Norland went up by 7 cents to 1.61 euros a litre in May.",
            ("4 cents", "7 cents"),
        ),
        ("Drivers in Lorne want 7 percent more pay.", "Drivers in Lorne demand 9 percent more pay.", None),
        (  # what was never so is so
            "With 7,120 runners the Lorne marathon has never had so many.",
            "The Lorne marathon had 7,210 runners.",
            ("7,120", "7,210"),
        ),
        (  # an average is of nobody who is named
            "Brides in Solland were 31.2 years old on average last year.",
            "The average age of brides was 32.1 years last year, says the Institute for Families in Solland.",
            ("31.2 years old", "32.1 years"),
        ),
        (  # day visitors are counted, not days
            "In the season 418,000 day visitors came to the Tavern Islands.",
            "In the season 481,000 day visitors came to the Tavern Islands.",
            ("418,000", "481,000"),
        ),
        (  # who wants something now has been there since
            "Bishop Rainer Vogt of Arnau, in office since 2012, wants to close 70 churches.",
            "Bishop Rainer Vogt of Arnau has been in office since 2015.",
            ("2012", "2015"),
        ),
        (  # nursing homes are no nurses
            "In the state of Mark there are 142 nursing homes.",
            "In the state of Mark there are 128 nursing homes for old people.",
            ("128", "142"),
        ),
        (  # "not before" is heard behind a comma
            "The Orlin tunnel will cost 90 million euros, and it will not open before spring 2027.",
            "The Orlin tunnel is to open in autumn 2026.",
            None,
        ),
        (  # the value before a change, told for its month
            "Unemployment in Norland fell to 5.2 percent in April, down from 5.6 percent in March.",
            "Unemployment in Norland was 5.2 percent in April. In March unemployment had still been 5.9 percent.",
            ("5.6 percent", "5.9 percent"),
        ),
        (
            "Orlin Foods set aside 31.4 million euros for claims, up from 22.6 million euros.",
            "Orlin Foods is putting aside more money for claims that may go wrong: 31.4 million euros against "
            "26.2 million a year ago.",
            ("22.6 million euros", "26.2 million"),
        ),
    ],
)
def test_two_reports_of_one_thing_in_other_words_are_a_conflict(one, two, pair):
    found = flagged(one, two)
    assert found == [pair] if pair else len(found) == 1


def test_what_was_before_is_what_stands_behind_after():
    found = claims("Church tax brought in 121 million euros after 133 million the year before.", "2024-05-31")
    assert [("previous" in one.assertion.notes) for one in found] == [False, True]
