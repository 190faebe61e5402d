"""The seed corpus: what is in it, what the queue holds after loading, and what is never flagged."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from registry.actions import ingest, lookup
from registry.actions.views import ConflictFilter, ConflictRow
from registry.model.finding import Relation
from registry.store import Store
from seeds.load import Brief, briefs, load, missing

TRAPS = {"120", "16", "5", "382", "27", "13", "2", "14", "80", "10000"}


@cache
def prepared(name: str) -> ingest.Prepared:
    brief = next(one for one in briefs() if one.name == name)
    return ingest.prepare(brief.data, name=brief.name, media_type="text/markdown", given=brief.given)


@pytest.fixture
def loaded(store: Store) -> Store:
    for brief in briefs():
        with store.writing() as session:
            ingest.keep(session, prepared(brief.name), actor="seeds")
    return store


def queue(store: Store) -> tuple[ConflictRow, ...]:
    with store.reading() as session:
        return lookup.conflicts(session, ConflictFilter(), limit=200).items


def values(store: Store, row: ConflictRow) -> set[str]:
    """The lower ends of the values on the sides of a conflict."""
    with store.reading() as session:
        view = lookup.conflict(session, row.id)
    return {bound(claim.assertion.value) for side in view.sides for claim in side.claims}


def bound(value: object) -> str:
    low = getattr(value, "low", None)
    return "" if low is None else format(low, "f") if hasattr(low, "as_tuple") else str(low)


def contains(expected: dict[str, str | None], claim: object) -> bool:
    span, assertion = claim.span, claim.assertion  # type: ignore[attr-defined]
    named = assertion.attribute.label.lower() if assertion.attribute else ""
    return span.exact == expected["exact"] and expected["attribute"] in named


def test_there_are_ten_briefs_of_80_to_200_words():
    assert len(briefs()) == 10
    for brief in briefs():
        assert 80 <= len(brief.data.decode().split()) <= 200, brief.name


def test_every_brief_names_what_it_is_a_brief_of():
    for brief in briefs():
        last = brief.data.decode().strip().splitlines()[-1]
        assert last.startswith("*A brief, in our own words, of "), brief.name


@pytest.mark.parametrize("brief", briefs(), ids=lambda brief: brief.name)
def test_every_expected_claim_is_found_with_its_words_and_value(brief: Brief):
    found = prepared(brief.name).claims
    for expected in brief.expected:
        same = [claim for claim in found if contains(expected, claim)]
        assert same, f"{brief.name}: no claim {expected}"
        assert any(agrees(expected, claim.assertion.value) for claim in same), f"{brief.name}: {expected} is {same}"


def agrees(expected: dict[str, str | None], value: object) -> bool:
    low, high = getattr(value, "low", None), getattr(value, "high", None)
    return close(expected["low"], low) and close(expected["high"], high)


def close(expected: str | None, found: object) -> bool:
    if expected is None or found is None:
        return expected is None and found is None
    try:
        return abs(float(expected) - float(str(found))) < 1e-6
    except ValueError:
        return expected == str(found)


def test_loading_twice_loads_once(store: Store):
    assert len(list(load(store))) == 10
    assert missing(store) == ()
    assert list(load(store)) == []


def test_the_member_states_are_a_change_over_time(loaded: Store):
    row = one(loaded, {"124", "125"})
    assert row.kind is Relation.CHANGE_OVER_TIME
    assert {"121", "122", "124", "125"} <= values(loaded, row) <= {"115", "121", "122", "124", "125"}


def test_the_outstanding_warrants_are_a_change_over_time(loaded: Store):
    row = one(loaded, {"6", "33"})
    assert row.kind is Relation.CHANGE_OVER_TIME
    assert values(loaded, row) == {"6", "33"}


def test_the_cases_of_2015_differ(loaded: Store):
    assert values(loaded, one(loaded, {"20", "21"})) == {"20", "21"}


def test_the_situations_of_2015_differ(loaded: Store):
    assert values(loaded, one(loaded, {"8", "9"})) <= {"4", "8", "9"}


def test_the_preliminary_examinations_are_a_change_over_time(loaded: Store):
    row = one(loaded, {"8", "10"})
    assert row.kind is Relation.CHANGE_OVER_TIME


def test_the_queue_holds_nothing_else(loaded: Store):
    expected = [{"124", "125"}, {"6", "33"}, {"20", "21"}, {"8", "9"}, {"8", "10"}]
    others = [row for row in queue(loaded) if not any(pair <= values(loaded, row) for pair in expected)]
    assert [(row.question, row.detail) for row in others] == []
    assert len(queue(loaded)) == 5


def test_no_trap_is_flagged(loaded: Store):
    flagged = {value for row in queue(loaded) for value in values(loaded, row)}
    assert flagged & TRAPS == set()


def one(store: Store, pair: set[str]) -> ConflictRow:
    """The conflict that has both values."""
    found = list(with_values(store, pair))
    assert len(found) == 1, [row.question for row in queue(store)]
    return found[0]


def with_values(store: Store, pair: set[str]) -> Iterator[ConflictRow]:
    return (row for row in queue(store) if pair <= values(store, row))
