"""Deciding: once, by one person first, and with second thoughts."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from registry.actions import audit, lookup
from registry.actions.recheck import recheck
from registry.actions.review import decide, judge, lease, undo
from registry.actions.views import ConflictFilter, Correction, DecisionView, Held
from registry.errors import AlreadyDecided, InvalidValue, NotFound
from registry.model.assertion import Behaviour
from registry.model.finding import State, Verdict
from registry.store import Store
from registry.store.writes import on
from tests.actions.makers import add, document, said


@pytest.fixture
def conflict_id(store: Store) -> str:
    """A conflict about the bridges of Rivertown."""
    add(store, said("12"), publisher="Harbour Post")
    add(store, said("14"), publisher="Valley Times")
    with store.reading() as session:
        return lookup.conflicts(session).items[0].id


def ruled(store: Store, conflict_id: str, verdict: Verdict = Verdict.SIDE, **more) -> DecisionView:
    """A decision by Ada."""
    with store.writing() as session:
        side = more.pop("side", 2 if verdict is Verdict.SIDE else None)
        return decide(session, conflict_id, verdict=verdict, reviewer=more.pop("reviewer", "Ada"), side=side, **more)


def held(store: Store) -> tuple[Held, str | None]:
    """What the registry holds about its first fact."""
    with store.reading() as session:
        standing = lookup.facts(session).items[0].standing
    return standing.held, standing.value


def test_a_decision_settles_the_fact_and_empties_the_queue(store: Store, conflict_id: str):
    assert held(store) == (Held.DISPUTED, None)
    told = ruled(store, conflict_id, reason="the later count")
    with store.reading() as session:
        assert lookup.conflicts(session).items == ()
        whole = lookup.conflict(session, conflict_id)
        (event,) = audit.events(session, audit.Sought(subject_id=conflict_id)).items
        counts = lookup.counts(session)
    assert (whole.row.state, whole.decisions) == (State.DECIDED, (told,))
    assert [side.chosen for side in whole.sides] == [False, True]
    assert held(store) == (Held.SETTLED, whole.sides[1].label)
    assert (event.actor, event.action, event.detail["decision"]) == ("Ada", "decide", told.id)
    assert (counts.open, counts.decided, counts.settled_this_week) == (0, 1, 1)


def test_only_one_reviewer_decides_first(store: Store, conflict_id: str):
    def one(name: str) -> str:
        try:
            ruled(store, conflict_id, reviewer=name)
        except AlreadyDecided:
            return "late"
        return "first"

    with ThreadPoolExecutor(8) as pool:
        outcomes = sorted(pool.map(one, [f"reviewer {number}" for number in range(8)]))
    assert outcomes == ["first", *["late"] * 7]
    with store.reading() as session:
        assert len(lookup.conflict(session, conflict_id).decisions) == 1


def test_the_index_alone_lets_only_one_first_decision_in(store: Store, conflict_id: str):
    ruled(store, conflict_id)
    copy = """INSERT INTO decision (fact_key, id, conflict_id, verdict, reason, reviewer, decided_at)
        SELECT fact_key, id + 100, conflict_id, verdict, reason, reviewer, decided_at FROM decision"""
    with pytest.raises(DBAPIError), store.writing() as session:
        on(session).execute(text(copy))


def test_a_decision_on_a_conflict_decided_meanwhile_is_refused(store: Store, conflict_id: str):
    first = ruled(store, conflict_id)
    second = ruled(store, conflict_id, Verdict.TIME, supersedes=first.id)
    with pytest.raises(AlreadyDecided):
        ruled(store, conflict_id, Verdict.SCOPE, supersedes=first.id)
    with store.reading() as session:
        decisions = lookup.conflict(session, conflict_id).decisions
    assert [(one.id, one.superseded_by) for one in decisions] == [(first.id, second.id), (second.id, None)]


def test_undoing_opens_the_conflict_again_or_brings_the_decision_before_back(store: Store, conflict_id: str):
    first = ruled(store, conflict_id)
    second = ruled(store, conflict_id, Verdict.NEITHER, correction=Correction("13", "a map"), supersedes=first.id)
    assert held(store) == (Held.SETTLED, "13")
    with store.writing() as session:
        third = undo(session, second.id, reviewer="Bob")
    assert (third.verdict, third.side, third.reviewer) == (Verdict.SIDE, 2, "Bob")
    with store.reading() as session:
        assert lookup.decision(session, second.id).superseded_by == third.id
    assert held(store)[0] is Held.SETTLED


def test_undoing_the_first_decision_opens_the_conflict(store: Store, conflict_id: str):
    first = ruled(store, conflict_id)
    with store.writing() as session:
        undo(session, first.id, reviewer="Ada")
    with store.reading() as session:
        (row,) = lookup.conflicts(session).items
    assert row.state is State.OPEN
    assert held(store) == (Held.DISPUTED, None)
    with pytest.raises(AlreadyDecided), store.writing() as session:
        undo(session, first.id, reviewer="Bob")


def test_unsure_is_a_state_of_its_own(store: Store, conflict_id: str):
    ruled(store, conflict_id, Verdict.UNSURE)
    with store.reading() as session:
        assert lookup.conflicts(session).items == ()
        assert [row.id for row in lookup.conflicts(session, ConflictFilter(state=State.UNSURE)).items] == [conflict_id]


def test_a_decided_conflict_stays_decided_when_a_witness_joins(store: Store, conflict_id: str):
    told = ruled(store, conflict_id)
    add(store, said("12"), publisher="Hill Gazette")
    with store.reading() as session:
        row = lookup.conflict(session, conflict_id).row
        assert (row.state, row.decision) == (State.DECIDED, told.id)
        assert row.sides[1].label == told.label


@pytest.mark.parametrize(
    ("verdict", "more", "words"),
    [
        (Verdict.SIDE, {"side": 3}, "sides 1 to 2"),
        (Verdict.SIDE, {"side": None}, "Name a side"),
        (Verdict.TIME, {"side": 1}, "Name a side"),
        (Verdict.TIME, {"correction": Correction("13")}, "neither"),
        (Verdict.TIME, {"reason": "x" * 2001}, "shorten"),
        (Verdict.TIME, {"reviewer": " "}, "CLAIMS_REVIEWER"),
        (Verdict.TIME, {"supersedes": 99}, "not about this conflict"),
    ],
)
def test_a_verdict_that_means_nothing_is_refused(store: Store, conflict_id: str, verdict, more, words):
    with pytest.raises(InvalidValue, match=words):
        ruled(store, conflict_id, verdict, **more)


def test_unknown_conflicts_and_decisions_are_not_found(store: Store):
    with pytest.raises(NotFound):
        ruled(store, "nothing")
    with pytest.raises(NotFound), store.writing() as session:
        undo(session, 2**70, reviewer="Ada")
    with pytest.raises(NotFound), store.writing() as session:
        lease(session, "nothing", reviewer="Ada")
    with pytest.raises(NotFound), store.writing() as session:
        judge(session, "nothing", "else", same=True, reviewer="Ada")


@pytest.mark.parametrize("statement", ["UPDATE decision SET reviewer = 'Eve'", "DELETE FROM decision"])
def test_decisions_refuse_update_and_delete(store: Store, conflict_id: str, statement: str):
    ruled(store, conflict_id)
    with pytest.raises(DBAPIError, match="append-only"), store.writing() as session:
        on(session).execute(text(statement))


def test_a_lease_holds_until_it_ends(store: Store, conflict_id: str):
    with store.writing() as session:
        assert lease(session, conflict_id, reviewer="Ada").reviewer == "Ada"
        assert lease(session, conflict_id, reviewer="Bob").reviewer == "Ada"
        assert lease(session, conflict_id, reviewer="Ada", seconds=-1).reviewer == "Ada"
    with store.reading() as session:
        assert lookup.conflict(session, conflict_id).lease is None
    with store.writing() as session:
        assert lease(session, conflict_id, reviewer="Bob").reviewer == "Bob"


def test_facts_that_a_person_joins_are_one_and_their_ids_lead_there(store: Store):
    add(store, said("12"), publisher="Harbour Post")
    add(store, said("14", "lighthouse keeper"), publisher="Valley Times")
    with store.reading() as session:
        left, right = (row.id for row in lookup.facts(session).items)
    with store.writing() as session:
        judge(session, left, right, same=True, reviewer="Ada", reason="the town calls them so")
    with store.reading() as session:
        (row,) = lookup.facts(session).items
        whole = lookup.fact(session, left)
        assert lookup.fact(session, right).row.id == whole.row.id == row.id
        assert set(whole.merged) == {left, right} - {row.id}
        assert lookup.conflicts(session).items != ()
    with store.writing() as session:
        judge(session, left, right, same=False, reviewer="Bob")
    with store.reading() as session:
        assert len(lookup.facts(session).items) == 2
        assert lookup.conflicts(session).items == ()


def test_neither_needs_the_right_value(store: Store, conflict_id: str):
    for correction in (None, Correction(" ")):
        with pytest.raises(InvalidValue, match="which value is right"):
            ruled(store, conflict_id, Verdict.NEITHER, correction=correction)


@pytest.mark.parametrize("value", ["lots", "?", "fourteenish"])
def test_a_right_value_that_states_none_is_refused(store: Store, conflict_id: str, value: str):
    with pytest.raises(InvalidValue, match="states no value"):
        ruled(store, conflict_id, Verdict.NEITHER, correction=Correction(value, "a map"))
    assert held(store)[0] is Held.DISPUTED


def test_nothing_is_taken_back_where_nobody_decided(store: Store, conflict_id: str):
    with pytest.raises(InvalidValue, match="nothing to take back"):
        ruled(store, conflict_id, Verdict.UNDONE)


@pytest.mark.parametrize("value", ["13", "about 1.3 thousand", "thirteen bridges"])
def test_a_right_value_is_typed_as_one_likes(store: Store, conflict_id: str, value: str):
    ruled(store, conflict_id, Verdict.NEITHER, correction=Correction(value, "a map"))
    assert held(store) == (Held.SETTLED, value)


@pytest.mark.parametrize("verdict", [Verdict.TIME, Verdict.SCOPE, Verdict.NOT_SAME_FACT, Verdict.WRONG_READING])
def test_every_verdict_takes_the_conflict_off_the_queue_and_undoing_brings_it_back(store, conflict_id, verdict):
    told = ruled(store, conflict_id, verdict)
    with store.reading() as session:
        assert lookup.conflicts(session).items == ()
    with store.writing() as session:
        undo(session, told.id, reviewer="Ada")
    with store.reading() as session:
        assert [row.id for row in lookup.conflicts(session).items] == [conflict_id]


def test_a_change_over_time_settles_at_the_newest_value(store: Store):
    add(store, said("12", day=date(2023, 1, 1)), publisher="Harbour Post")
    add(store, said("14", day=date(2025, 1, 1)), publisher="Valley Times")
    with store.reading() as session:
        (row,) = lookup.conflicts(session).items
    ruled(store, row.id, Verdict.TIME)
    assert held(store) == (Held.SETTLED, "14")


def test_facts_called_different_separate_and_stay_apart(store: Store):
    for number, paper in (("12", "Harbour Post"), ("14", "Valley Times")):
        add(store, said(number, behaviour=Behaviour.FIXED), publisher=paper)
    with store.reading() as session:
        (row,) = lookup.conflicts(session).items
        assert len(lookup.facts(session).items) == 1
    told = ruled(store, row.id, Verdict.NOT_SAME_FACT)
    with store.reading() as session:
        assert len(lookup.facts(session).items) == 2
        assert lookup.conflicts(session).items == ()
    with store.writing() as session:
        undo(session, told.id, reviewer="Ada")
    with store.reading() as session:
        assert len(lookup.facts(session).items) == 1


@pytest.mark.parametrize("verdict", [Verdict.SIDE, Verdict.SCOPE, Verdict.NOT_SAME_FACT])
def test_a_decision_survives_the_same_bytes_and_a_recheck(store: Store, conflict_id: str, verdict: Verdict):
    told = ruled(store, conflict_id, verdict)
    before = held(store)
    again = add(store, said("14"), publisher="Valley Times")
    with store.writing() as session:
        recheck(session, again.version_id, document(said("14"), publisher="Valley Times").claims)
    with store.reading() as session:
        row = lookup.conflict(session, conflict_id).row
        assert lookup.conflicts(session).items == ()
    assert (row.state, row.decision) == (State.DECIDED, told.id)
    assert held(store) == before


def test_a_lease_lasts_a_quarter_of_an_hour_and_can_be_taken_over(store: Store, conflict_id: str):
    with store.writing() as session:
        first = lease(session, conflict_id, reviewer="Ada")
        assert first.until - datetime.now(UTC) > timedelta(minutes=14)
        assert lease(session, conflict_id, reviewer="Bob", take_over=True).reviewer == "Bob"
        assert lease(session, conflict_id, reviewer="Ada").reviewer == "Bob"
