"""Figures that look like a part and its whole, a limit and what is so, or two measures, and answer one question."""

from __future__ import annotations

import pytest

from registry.steps.match.addends import one_of_the_sum
from registry.steps.match.confusions import confused_things
from registry.steps.match.portions import part_of_it
from registry.steps.match.profile import profile
from registry.steps.match.wishes import only_wished
from tests.steps.makers import said
from tests.steps.match.test_told_otherwise import seen

BELONG = ("Six of the stolen paintings belong to museums.", "Six")


@pytest.mark.parametrize(
    ("part", "other"),
    [
        (BELONG, ("Thirteen paintings were lent by museums, four by heirs.", "Thirteen")),
        (BELONG, ("Of the stolen paintings, nine are in Rome.", "nine")),
        (
            ("We send out 600,000 letters, 40,000 of them a day.", "40,000"),
            ("It sends 30,000 letters a day.", "30,000"),
        ),
        (
            ("The mud buried about 3 kilometres of the only railway.", "about 3 kilometres"),
            ("It buried 5 kilometres of railway.", "5 kilometres"),
        ),
    ],
)
def test_what_is_said_of_both_makes_no_part_and_whole(part, other):
    one, two = (seen(*told) for told in (part, other))
    assert part_of_it(one, two) is None
    assert part_of_it(two, one) is None


@pytest.mark.parametrize(
    "whole",
    [
        ("Thieves took 34 paintings.", "34"),
        ("Because of the fire in the depot, 34 paintings were lost.", "34"),
        ("Thieves took 34 paintings, six of which belong to museums.", "34"),
    ],
)
def test_a_part_is_still_no_whole(whole):
    assert part_of_it(seen(*BELONG), seen(*whole))


def test_a_part_of_one_kind_and_more_of_another_make_no_sum_of_the_first():
    barns = seen("Twelve barns and four chapels burned down.", "Twelve")
    assert one_of_the_sum(barns, seen("The storm destroyed 16 barns.", "16")) is None
    assert one_of_the_sum(barns, seen("The storm destroyed 16 buildings.", "16"))
    crew = seen("Two people and three dogs were saved.", "Two")
    assert one_of_the_sum(crew, seen("Five people were saved.", "Five"))


@pytest.mark.parametrize(
    ("first", "second", "parted"),
    [
        ("Walkers are asked to stay 30 metres away.", "Walkers are told to stay 80 metres away.", False),
        ("Walkers are asked to stay 30 metres away.", "The seals lay 80 metres away.", True),
        ("State law requires notice 30 metres ahead.", "By law the sign must stand 80 metres ahead.", False),
        ("It is in great demand from 30 metres on.", "It fell by 80 metres.", False),
    ],
)
def test_two_rules_are_no_wish_and_fact(first, second, parted):
    one, two = (profile(said(f"{size} metres", text)) for size, text in ((30, first), (80, second)))
    assert bool(only_wished(one, two)) is parted


def test_the_mere_name_of_a_measure_is_no_other_thing():
    area = profile(said("410 acres", "It covers 410 acres in all.", what="area"))
    limit = profile(said("600 hectares", "The limits enclose 600 hectares.", what="limit"))
    assert confused_things(area, limit) is None
    bare, wide, long = (
        profile(said("12 metres", text, what=what))
        for text, what in (
            ("Only 12 metres.", "length"),
            ("It is 12 metres wide.", "width"),
            ("Its length is 12 metres.", "length"),
        )
    )
    assert confused_things(bare, wide) is None
    assert confused_things(long, wide)
