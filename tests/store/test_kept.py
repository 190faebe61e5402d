"""Numbers that take long to count are counted again only when somebody did something, and then always."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import count

from registry.actions import lookup
from registry.store import Store
from registry.store.kept import kept
from registry.store.writes import append
from tests.actions.makers import add, said

EVENT = {"at": datetime(2026, 1, 2, tzinfo=UTC), "actor": "Ada", "action": "look", "subject_id": "x", "detail": {}}


def test_a_number_is_made_once_until_something_happens(store: Store):
    made = count(1)

    def number(also: str = "") -> int:
        with store.reading() as session:
            return kept(session, "number", also, lambda: next(made))

    assert [number(), number()] == [1, 1]
    with store.writing() as session:
        append(session, "audit_event", EVENT)
    assert [number(), number(), number("another week")] == [2, 2, 3]


def test_the_numbers_of_the_registry_follow_every_document(store: Store):
    found = []
    for value in ("12", "14", "15"):
        add(store, said(value), said(value, "school", subject=f"Town {value}"), publisher=f"Paper {value}")
        with store.reading() as session:
            counts = lookup.counts(session)
        found.append((counts.documents, counts.claims, counts.facts, counts.open))
    assert found == [(1, 2, 2, 0), (2, 4, 3, 1), (3, 6, 4, 1)]
