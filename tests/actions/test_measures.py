"""Rules that measure themselves: decisions count for or against them as what they are now."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.actions import lookup, measures
from registry.actions.measures import FEWEST, THRESHOLD, precision, steps_back
from registry.actions.review import decide, undo
from registry.actions.views import DecisionView
from registry.actions.views.rules import RuleMeasure
from registry.model.finding import Verdict
from registry.store import Store
from tests.actions.makers import add, said

RULE = "contradiction"


def disputed(store: Store, number: int) -> str:
    """A conflict about the bridges of a town of its own."""
    town = f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[number] * 3}olm"
    with store.reading() as session:
        before = {row.id for row in lookup.conflicts(session, limit=100).items}
    for value, paper in (("1200", "Harbour Post"), ("1900", "Valley Times")):
        add(store, said(value, subject=town), publisher=f"{paper} {number}")
    with store.reading() as session:
        (new,) = {row.id for row in lookup.conflicts(session, limit=100).items} - before
    return new


def ruled(store: Store, conflict: str, verdict: Verdict) -> DecisionView:
    """A decision by Ada."""
    with store.writing() as session:
        side = 1 if verdict is Verdict.SIDE else None
        return decide(session, conflict, verdict=verdict, side=side, reviewer="Ada")


def measure(store: Store) -> RuleMeasure:
    """What is said of the rule."""
    with store.reading() as session:
        return next(one for one in measures.rules(session) if one.rule == RULE)


def test_a_decision_counts_as_what_it_is_now(store: Store):
    conflict = disputed(store, 0)
    assert (measure(store).precision.decided, measure(store).open) == (0, 1)
    told = ruled(store, conflict, Verdict.SIDE)
    assert (measure(store).precision.decided, measure(store).precision.agreed) == (1, 1)
    with store.writing() as session:
        later = decide(session, conflict, verdict=Verdict.WRONG_READING, reviewer="Bob", supersedes=told.id)
    assert (measure(store).precision.decided, measure(store).precision.agreed) == (1, 0)
    with store.writing() as session:
        undo(session, later.id, reviewer="Bob")
    assert (measure(store).precision.decided, measure(store).precision.agreed) == (1, 1)
    with store.writing() as session:
        decide(session, conflict, verdict=Verdict.UNSURE, reviewer="Bob", supersedes=later.id + 1)
    with store.reading() as session:
        assert measures.rules(session) == ()


def test_the_features_behind_a_conflict_are_counted_unless_the_words_were_misread(store: Store):
    first, second = disputed(store, 0), disputed(store, 1)
    ruled(store, first, Verdict.SIDE)
    ruled(store, second, Verdict.WRONG_READING)
    with store.reading() as session:
        told = measures.features(session)
    assert told
    assert {(one.precision.decided, one.precision.agreed) for one in told} == {(1, 1)}


def test_a_rule_that_people_disagree_with_steps_back_and_comes_forward_again(store: Store):
    conflicts = [disputed(store, number) for number in range(FEWEST + 1)]
    decisions = [ruled(store, one, Verdict.NOT_SAME_FACT) for one in conflicts[:FEWEST]]
    assert measure(store).suggested
    assert measure(store).since is not None
    with store.reading() as session:
        (left,) = lookup.conflicts(session).items
    new = disputed(store, FEWEST + 1)
    with store.reading() as session:
        shown = {row.id: row for row in lookup.conflicts(session).items}
    assert [shown[one].suggested for one in (left.id, new)] == [True, True]
    assert max(row.priority for row in shown.values()) < 20
    with store.writing() as session:
        undo(session, decisions[0].id, reviewer="Ada")
    assert not measure(store).suggested
    with store.reading() as session:
        back = lookup.conflict(session, new).row
    assert not back.suggested
    assert back.priority == pytest.approx(shown[new].priority + 40)


@given(st.integers(0, 400), st.integers(0, 400))
def test_the_interval_holds_the_share_and_narrows_with_more_decisions(agreed: int, against: int):
    told = precision(agreed, agreed + against)
    if told.share is None or told.low is None or told.high is None:
        assert agreed + against == 0
        return
    assert 0 <= told.low <= told.share <= told.high <= 1
    more = precision(4 * agreed, 4 * (agreed + against))
    assert more.low is not None
    assert more.high is not None
    assert more.high - more.low < told.high - told.low
    assert not (steps_back(told) and told.share >= THRESHOLD)
