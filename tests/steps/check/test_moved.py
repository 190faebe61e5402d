"""Figures that a later report tells as the new value of what an earlier one has told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from registry.model.assertion import Status
from registry.model.finding import Relation
from registry.steps.check import examine
from registry.steps.check.judge import judge
from registry.steps.match.moved import moved_on, same
from registry.steps.match.profile import profile
from tests.steps.makers import said
from tests.steps.reading import claims

POOL = "The town of Velsen is to get a swimming hall. It will cost 18 million euros and have two pools."


def told(*texts):
    """The claims of some texts, each of them half a year after the one before."""
    days = [date(2024, 1, 10), date(2024, 7, 10), date(2025, 1, 10)]
    return [
        replace(claim, source=replace(claim.source, id=f"document {at}", published=day))
        for at, (text, day) in enumerate(zip(texts, days, strict=False))
        for claim in claims(text)
    ]


def conflicts(*texts):
    """The figures and the relation of every conflict."""
    found = [pair for pair in examine(told(*texts)) if pair.finding.relation.is_conflict]
    return [(pair.left.span.exact, pair.right.span.exact, pair.finding.relation) for pair in found]


def pair(sentence, words, *, on="2024-07-10", **more):
    """An earlier cost and a later figure."""
    first = said("18 million euros", what="cost", on="2024-01-10", status=Status.PLANNED)
    return first, said(words, sentence, what="bill", on=on, **more)


@pytest.mark.parametrize(
    "sentence",
    [
        "The bill has risen to 24 million euros.",
        "The council lifted the bill by a third, to about 24 million euros.",
        "That brings the bill to 24 million euros.",
        "The bill has gone to 24 million euros.",
        "The bill was cut from 30 million euros to 24 million euros.",
        "Le coût est passé à 24 million euros.",
        "Die Kosten sind auf 24 million euros gestiegen.",
        "It's about 24 million euros now.",
        "The bill stands at 24 million euros today.",
    ],
)
def test_a_figure_that_has_moved_takes_the_place_of_the_earlier(sentence):
    left, right = map(profile, pair(sentence, "24 million euros"))
    assert moved_on(left, right)
    assert moved_on(right, left)


@pytest.mark.parametrize(
    "sentence",
    [
        "The bill is 24 million euros.",
        "The bill rose by 24 million euros.",
        "The council spends 24 million euros today.",
        "The mayor went to the council with a bill of 24 million euros.",
    ],
)
def test_other_figures_have_not_moved(sentence):
    assert not moved_on(*map(profile, pair(sentence, "24 million euros")))


def test_reports_of_one_day_do_not_tell_of_a_move_since_the_other():
    left, right = pair("The bill has risen to 24 million euros.", "24 million euros", on="2024-01-10")
    assert not moved_on(profile(left), profile(right))


def test_nothing_moves_to_the_figure_of_another_thing():
    left, right = pair("Debts have risen to 24 million euros.", "24 million euros")
    other = replace(right, assertion=replace(right.assertion, attribute=said("3", what="debt").assertion.attribute))
    assert same(profile(left), profile(right))
    assert not same(profile(left), profile(other))


def test_only_what_was_planned_before_is_planned_otherwise_now():
    left, right = pair("It will now cost 24 million euros.", "24 million euros", status=Status.PLANNED)
    assert moved_on(profile(left), profile(right))
    actual = replace(left, assertion=replace(left.assertion, status=Status.ACTUAL))
    assert not moved_on(profile(actual), profile(right))


def test_a_plan_that_is_told_as_moved_has_changed():
    left, right = pair("The bill has risen to 24 million euros.", "24 million euros")
    assert judge(left, right).relation is Relation.CHANGE_OVER_TIME
    left, right = pair("The hall has cost 24 million euros.", "24 million euros")
    assert judge(left, right).rule == "other_status"


def test_two_budgets_are_compared_whatever_the_verb():
    left = said("18 million euros", what="budget", status=Status.PLANNED)
    assert judge(left, said("24 million euros", what="budget")).relation.is_conflict


def test_what_has_moved_is_found_whatever_stands_around_it():
    later = "The council spent the evening on the swimming hall. The bill has risen to 24.5 million euros."
    assert conflicts(POOL, later) == [("18 million euros", "24.5 million euros", Relation.CHANGE_OVER_TIME)]


def test_the_move_of_something_else_is_no_change():
    assert (
        conflicts(POOL, "The town of Velsen has raised what it lends to the swimming club to 24 million euros.") == []
    )


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ("Seventy houses have to be bought.", True),
        ("The owners of seventy houses get an offer.", True),
        ("The council bought seventy houses.", False),
        ("The council owns seventy houses.", False),
        ("Seventy houses", False),
    ],
)
def test_a_present_that_tells_of_no_state_is_the_plan_whenever_it_was_told(told, rule):
    plan = said("sixty", "The council will buy sixty houses.", what="house", on="2024-01-10", status=Status.PLANNED)
    words = "Seventy" if told.startswith("S") else "seventy"
    assert judge(plan, said(words, told, what="house", on="2025-06-01")).relation.is_conflict is rule


def test_what_is_only_hoped_for_is_no_plan_told_otherwise_long_after():
    hope = said("sixty", "The council hopes for sixty houses.", what="house", on="2024-01-10", status=Status.PLANNED)
    told = said("seventy", "The owners of seventy houses get an offer.", what="house", on="2025-06-01")
    assert not judge(hope, told).relation.is_conflict
