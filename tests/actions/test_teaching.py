"""Lessons about words: what a person says joins or parts facts, for the documents that are there and those to come."""

from __future__ import annotations

import pytest

from registry.actions import concepts, lookup, recheck, teaching
from registry.actions.filing import grouping, unjoined
from registry.actions.recheck import stale
from registry.errors import InvalidValue
from registry.store import Store
from tests.actions.makers import add, said

PODS, CABINS = ("12", "pod"), ("14", "cabin")


def facts(store: Store) -> int:
    """How many facts there are."""
    with store.reading() as session:
        return len([row for row in lookup.facts(session).items if row.claims])


def teach(store: Store, *, same: bool | None, left: str = "pods", right: str = "cabins") -> teaching.Lesson:
    """A lesson by Ada."""
    with store.writing() as session:
        return teaching.teach(session, left, right, same=same, reviewer="Ada", reason="the operator says so")


@pytest.fixture
def wheel(store: Store) -> Store:
    """Two papers that count the same thing by two names."""
    add(store, said(*PODS), publisher="Harbour Post")
    add(store, said(*CABINS), publisher="Valley Times")
    assert facts(store) == 2
    return store


def test_words_that_mean_the_same_join_the_facts_that_are_there(wheel: Store):
    told = teach(wheel, same=True)
    assert (told.concept.left, told.concept.right, told.conflicts, told.more) == ("cabins", "pods", 1, False)
    assert facts(wheel) == 1
    with wheel.reading() as session:
        assert [one.reviewer for one in concepts.concepts(session)] == ["Ada"]


def test_a_lesson_holds_for_the_next_document(store: Store):
    teach(store, same=True)
    add(store, said(*PODS), publisher="Harbour Post")
    add(store, said(*CABINS), publisher="Valley Times")
    assert facts(store) == 1


def test_a_lesson_that_is_taken_back_parts_the_facts_again(wheel: Store):
    teach(wheel, same=True)
    teach(wheel, same=None)
    assert facts(wheel) == 2
    with wheel.reading() as session:
        assert concepts.concepts(session) == ()
        assert lookup.conflicts(session).items == ()


def test_what_is_joined_once_is_joined_for_the_next_document(wheel: Store):
    with wheel.reading() as session:
        left, right = (row.id for row in lookup.facts(session).items)
    with wheel.writing() as session:
        grouping.merge(session, left, right, reviewer="Ada")
    for number, noun, paper in (("7", "pod", "Post"), ("9", "cabin", "Times")):
        add(wheel, said(number, noun, subject="Northtown"), publisher=paper)
    assert facts(wheel) == 2


def test_after_a_lesson_the_other_documents_are_stale_until_they_are_rechecked(wheel: Store):
    teach(wheel, same=True)
    with wheel.reading() as session:
        names = stale(session)
        assert recheck.left(session) == len(names) == 2
        claims = {name: recheck.again(session, name) for name in names}
    for name, some in claims.items():
        with wheel.writing() as session:
            done = recheck.recheck(session, name, some)
            assert (done.added, done.retired, done.changed, done.kept) == (0, 0, 0, 1)
    with wheel.reading() as session:
        assert stale(session) == []
    assert facts(wheel) == 1


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("pod", "pods", "forms of one phrase"),
        ("", "pod", "no name"),
        ("the board has twelve members now", "pod", "no name"),
    ],
)
def test_a_lesson_that_means_nothing_is_refused(store: Store, left: str, right: str, words: str):
    with pytest.raises(InvalidValue, match=words):
        teach(store, same=True, left=left, right=right)


def test_a_claim_tells_what_is_near_and_why_it_was_not_joined(store: Store):
    add(store, said("3", subject="North Harbour"), publisher="Harbour Post")
    add(store, said("5", subject="South Harbour"), publisher="Valley Times")
    with store.reading() as session:
        first, other = lookup.claims(session).items
        (found,) = unjoined.unjoined(session, first.id)
    assert (found.claim.id, found.suggested) == (other.id, False)
    assert "South Harbour" in found.against[0]
