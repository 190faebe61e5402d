"""Counts that grow from report to report are one fact, though the first and the last are far apart."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from registry.steps.check.chains import linked
from registry.steps.check.examine import belong, grouped
from registry.steps.match.profile import profile
from tests.steps.makers import said

SURE, LEAST = 0.64, 0.33


def reports(*told):
    """Counts of volunteers, each of its own document: so many on such a day."""
    return [
        profile(said(count, f"{count} volunteers came.", on=f"2024-07-{on}", where=f"{at}.txt", what="volunteer"))
        for at, (count, on) in enumerate(told)
    ]


def scores(profiles, chances, refused=()):
    """Scores as the grouping asks for them, from a table."""

    def of(one, two):
        return chances[min(one, two), max(one, two)]

    return SimpleNamespace(
        profiles=profiles,
        tried={pair: None if pair in refused else 0.0 for pair in chances},
        of=of,
        needed=lambda one, two: SURE,
        excluded=lambda one, two: of(one, two) <= LEAST,
        weights=SimpleNamespace(sure={"average": 0.38}),
    )


GROWN = (("300", "02"), ("640", "06"), ("1,400", "11"))
CHANCES = {(0, 1): 0.7, (1, 2): 0.8, (0, 2): 0.2}


def test_a_report_between_two_joins_what_grows():
    found = scores(reports(*GROWN), CHANCES)
    assert linked(0, 2, [1, 2], found) == 0.7
    assert belong([0], [1, 2], found)


@pytest.mark.parametrize(
    ("told", "chances"),
    [
        (GROWN, CHANCES | {(0, 1): 0.6}),  # a step that is not sure
        ((("300", "02"), ("200", "06"), ("1,400", "11")), CHANCES),  # no figure between the two
        ((("300", "02"), ("640", "12"), ("1,400", "11")), CHANCES),  # no day between the two
        ((("300", "11"), ("640", "11"), ("1,400", "11")), CHANCES),  # reports of one day
        ((("300", "02"), ("302", "06"), ("1,400", "11")), CHANCES),  # one step that is none
    ],
)
def test_other_thirds_tell_nothing(told, chances):
    found = scores(reports(*told), chances)
    assert linked(0, 2, [1, 2], found) == 0.0
    assert not belong([0], [1, 2], found)


def test_what_something_speaks_against_is_never_joined():
    found = scores(reports(*GROWN), CHANCES, refused={(0, 2)})
    assert linked(0, 2, [1, 2], found) == 0.0


def test_two_groups_that_do_not_belong_together_are_tried_once(monkeypatch):
    asked = []
    module = sys.modules["registry.steps.check.examine"]

    def asking(left, right, found):
        asked.append((tuple(left), tuple(right)))
        return {*left, *right} in ({0, 1}, {2, 3})

    monkeypatch.setattr(module, "belong", asking)
    found = scores([], {})
    found.sure = [((0, 1), 0.9), ((2, 3), 0.9), ((0, 2), 0.8), ((1, 3), 0.8), ((1, 2), 0.7)]
    assert grouped(found) == [[0, 1], [2, 3]]
    assert asked == [((0,), (1,)), ((2,), (3,)), ((0, 1), (2, 3))]
