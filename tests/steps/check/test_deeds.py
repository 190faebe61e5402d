"""Offices with two holders and acts that exclude each other, told by two documents of one matter."""

from __future__ import annotations

from datetime import date

import pytest

from registry.model.document import Reading, Source
from registry.steps.check.acts import acts, worth
from registry.steps.check.examine import examine
from registry.steps.extract import extract


def rules(one: str, two: str, days: tuple[str, str] = ("2024-05-03", "2024-05-04")) -> set[str]:
    """The rules by which two texts contradict each other in an office or an act."""
    told = []
    for name, text, day in (("a", one, days[0]), ("b", two, days[1])):
        told += extract(Reading(text, "text/plain", "given"), Source(name, published=date.fromisoformat(day)))
    found = (pair for pair in examine(told) if pair.finding.relation.is_conflict)
    return {pair.finding.rule for pair in found if str(pair.left.assertion.kind) in ("role", "event")}


@pytest.mark.parametrize(
    ("one", "two", "rule"),
    [
        (
            "Lida Krast, head coach of Varna Waves, praised her swimmers after the Varna meet.",
            "Varna Waves head coach Petra Doneva praised the swimmers after the Varna meet.",
            "two_holders",
        ),
        (
            "The Sarno tribunal acquitted Luca Ferri of fraud on Monday.",
            "Luca Ferri was found guilty of fraud by the Sarno tribunal on Monday.",
            "opposite_outcomes",
        ),
        (
            "The Norland assembly adopted the Reindeer Act on Thursday.",
            "The Norland assembly rejected the Reindeer Act on Thursday.",
            "opposite_outcomes",
        ),
        (
            "Ann Fry, rector of Calder University, was sacked on Tuesday after the Calder audit.",
            "Ann Fry resigned as rector of Calder University on Tuesday after the Calder audit.",
            "opposite_outcomes",
        ),
        (
            "Harlow Foods acquired Penn Bakeries for $40 million.",
            "Penn Bakeries was acquired by Sutter Mills for $40 million.",
            "two_doers",
        ),
        (
            "Ida Marsh sued Karl Toth over the Marle barn.",
            "Karl Toth sued Ida Marsh over the Marle barn.",
            "doer_and_object",
        ),
        (
            "Inspector Dilys Vaughan arrested Owen Pryce after the Tenby raid.",
            "Owen Pryce was not arrested after the Tenby raid, his lawyer said.",
            "denied_act",
        ),
    ],
)
def test_what_excludes_each_other_is_a_contradiction(one, two, rule):
    assert rule in rules(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        # One may have followed the other, or is something else there.
        ("Lucy Brandt, mayor of Tarnsby, lost the vote.", "Aldo Reyes, the new mayor of Tarnsby, took his seat."),
        ("Lida Krast, head coach of Varna Waves, spoke.", "Petra Doneva, assistant coach of Varna Waves, spoke."),
        ("Marta Olsen, chief executive of Nordkraft, spoke.", "Henrik Falk, chief executive of Sudkraft, spoke."),
        ("Hal Broome, director of the Marle Museum, spoke.", "Ida Moss, director of the Marle Festival, spoke."),
        # Other charges, other chambers, other rounds, not yet.
        ("The tribunal acquitted Luca Ferri of forgery.", "Luca Ferri was found guilty of fraud by the tribunal."),
        ("The lower house approved the Reindeer Act.", "The Senate rejected the Reindeer Act."),
        ("The court convicted Luca Ferri in 2018.", "An appeal court acquitted Luca Ferri."),
        ("Owen Pryce has not yet been charged.", "Owen Pryce was charged on Saturday."),
        ("Harlow Foods plans to acquire Penn Bakeries.", "Penn Bakeries was acquired by Sutter Mills."),
        # A former office and a new one, a leader by two names.
        ("Lord Fenwick, a former home secretary, spoke.", "Lord Fenwick, chair of the Marsh inquiry, spoke."),
        ("Anders Lykke, president of the dockers' union, spoke.", "Dockers' leader Anders Lykke spoke."),
        (
            "Ines Falk, then the health minister, opened the Ostby clinic in 2016.",
            "Ines Falk, the finance minister, said the Ostby clinic would get more.",
        ),
    ],
)
def test_what_may_both_be_true_is_none(one, two):
    assert rules(one, two) == set()


def test_holders_of_two_years_follow_each_other():
    texts = "Lida Krast, head coach of Varna Waves, spoke.", "Petra Doneva, head coach of Varna Waves, spoke."
    assert rules(*texts) == {"two_holders"}
    assert rules(*texts, ("2019-06-01", "2023-06-02")) == set()


def test_acts_with_nothing_in_common_are_not_held_against_each_other():
    people = ("Ann Fry", "Karl Toth", "Ida Marsh", "Luca Ferri")
    told = []
    for at, name in enumerate(people):
        text = f"The Sarno tribunal {'acquitted' if at % 2 else 'convicted'} {name} of fraud on Monday."
        told += extract(Reading(text, "text/plain", "given"), Source(name))
    found = acts(told)
    assert len(found) == len(people)
    assert not list(worth(found))
    again = extract(Reading("Ferri was convicted of fraud on Monday.", "text/plain", "given"), Source("again"))
    assert [(one.thing, two.thing) for one, two in worth([*found, *acts(again)])] == [("Luca Ferri", "Ferri")]
