"""Published sentences are watched: what became of their figures is told."""

from __future__ import annotations

from datetime import date

import pytest

from registry.actions import lookup, watching
from registry.actions.ask import read
from registry.actions.delivery import deliver
from registry.errors import NotFound
from tests.actions.hooks import KEY, Receiver, hook, waiting
from tests.actions.makers import add, said

LATER = date(2025, 3, 1)


def test_a_published_sentence_is_told_with_the_old_value_the_new_one_and_a_correction(store):
    add(store, said("12", subject="Alder"), publisher="Alder Town")
    claims = read("Alder has 12 bridges.")
    with store.writing() as session:
        pieces = watching.of_claims(session, claims)
        row = watching.watch(session, watching.Named.of("Ada", "https://paper.example/alder"), pieces)
    made = hook(store, watch_id=row.id)
    add(store, said("15", subject="Alder", day=LATER), publisher="Alder Town")
    with store.reading() as session:
        told = watching.changes(session, watch_id=row.id, owner="Ada").items
    assert len(told) == 1
    data = told[0].data
    assert data["watch"]["url"] == "https://paper.example/alder"
    assert data["sentence"] == "Alder has 12 bridges."
    assert data["old"]["value"].startswith("12")
    assert data["new"]["value"].startswith("15")
    assert data["verdict"] == "outdated"
    assert data["suggestion"] == "Alder has 15 bridges."
    got = Receiver()
    assert deliver(store, key=KEY, sending=got) == 1
    assert got.types == ["watch.affected"]
    assert len(waiting(store, made.row.id)) == 1


def test_a_watch_is_told_once_for_each_change(store):
    add(store, said("12", subject="Alder"), publisher="Alder Town")
    with store.writing() as session:
        fact = lookup.facts(session).items[0]
        row = watching.watch(session, watching.Named.of("Ada", "Bridges"), watching.of_stored(session, facts=[fact.id]))
    add(store, said("12", subject="Alder"), publisher="Valley Times")
    with store.reading() as session:
        assert watching.changes(session, watch_id=row.id, owner=None).items == ()
    add(store, said("15", subject="Alder"), publisher="River Post")
    add(store, said("15", subject="Alder"), publisher="Hill Post")
    with store.reading() as session:
        assert len(watching.changes(session, watch_id=row.id, owner=None).items) == 1


def test_a_watch_that_ended_is_not_told_and_can_begin_again(store):
    add(store, said("12", subject="Alder"), publisher="Alder Town")
    named = watching.Named.of("Ada", "Bridges")
    with store.writing() as session:
        pieces = watching.of_claims(session, read("Alder has 12 bridges."))
        row = watching.watch(session, named, pieces)
        watching.end(session, row.id, "Ada")
    add(store, said("15", subject="Alder"), publisher="Valley Times")
    with store.writing() as session:
        assert watching.changes(session, watch_id=row.id, owner="Ada").items == ()
        assert watching.watches(session, "Ada").items == ()
        again = watching.watch(session, named, watching.of_claims(session, read("Alder has 15 bridges.")))
        assert again.id == row.id
        assert watching.watches(session, "Ada").items[0].uses == 1


def test_nobody_sees_the_watch_of_another(store):
    with store.writing() as session:
        row = watching.watch(session, watching.Named.of("Ada", "Bridges"), [])
    with pytest.raises(NotFound), store.reading() as session:
        watching.watched(session, row.id, "Bo")
