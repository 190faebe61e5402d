"""Differences that words beside a figure explain, or seem to: grown totals, days to come, alarms, bases of rates."""

from __future__ import annotations

from registry.model.assertion import Behaviour, Status
from registry.model.finding import Relation
from registry.steps.check import judge
from tests.steps.check.test_judge import toll
from tests.steps.makers import said


def test_two_days_to_come_are_held_against_each_other_whoever_calls_them_planned():
    ends = {"what": "end year", "of": "Ilse Tamm"}
    left = said("2034", "Her contract runs until 2034.", on="2031-02-01", **ends)
    right = said("2033", "She is to stay until 2033.", on="2031-02-09", status=Status.PLANNED, **ends)
    assert judge(left, right).relation is Relation.CONTRADICTION
    past = said("2030", "She was to stay until 2030.", on="2031-02-09", status=Status.PLANNED, **ends)
    assert judge(left, past).rule == "other_status"


def test_a_total_that_is_told_as_grown_is_a_change_though_a_document_has_no_date():
    left = toll("two", on="2031-06-06")
    right = said(
        "three",
        "The toll of the flood has risen to three.",
        what="person",
        verb="kill",
        of="flood",
        behaviour=Behaviour.TOTAL,
    )
    found = judge(left, right)
    assert found.relation is Relation.CHANGE_OVER_TIME
    assert "tells that the figure has moved" in found.detail
    assert judge(left, toll("three")).relation is Relation.CONTRADICTION


def test_an_alarm_that_was_raised_restates_no_length():
    left = said(
        "199 m", "The ship is 199 m long.", what="length", of="ship", on="2030-06-12", behaviour=Behaviour.FIXED
    )
    text = "The ship (length 180 m) was carrying cars when the alarm was raised."
    right = said("180 m", text, what="length", of="ship", on="2030-06-20", behaviour=Behaviour.FIXED)
    assert judge(left, right).relation is Relation.CONTRADICTION


def test_so_much_for_each_and_so_much_a_day_can_be_held_against_each_other():
    left = said("11 litres", "Water: 11 litres per person per day", what="water", of="camp", on="2029-09-01")
    right = said("nine litres", "Each gets nine litres of water a day.", what="water", of="camp", on="2029-09-01")
    assert judge(left, right).relation is Relation.CONTRADICTION
    far = said("800 litres", "The camp gets 800 litres of water a day.", what="water", of="camp", on="2029-09-01")
    assert judge(left, far).rule == "not_comparable"
