"""What changed is told: in the same transaction, once, to whom it belongs."""

from __future__ import annotations

import orjson
import pytest

from registry.actions import lookup, review, webhooks
from registry.actions.delivery import deliver
from registry.actions.ingest import keep
from registry.actions.telling import TYPES
from registry.errors import InvalidValue, NotFound
from registry.model.finding import Verdict
from registry.store.tables import Sending
from tests.actions.hooks import KEY, Receiver, broken, hook, waiting
from tests.actions.makers import add, document, said


def test_a_changed_value_and_a_conflict_are_told_in_the_same_transaction(store):
    add(store, said("12", subject="Alder"), publisher="Alder Town")
    made = hook(store)
    add(store, said("15", subject="Alder"), publisher="Valley Times")
    got = Receiver()
    assert deliver(store, key=KEY, sending=got) == 2
    assert sorted(got.types) == ["conflict.found", "fact.changed"]
    told = next(body["data"] for _url, body, *_ in got.got if body["type"] == "fact.changed")
    assert told["old"]["value"].startswith("12")
    assert told["new"]["held"] == "disputed"
    assert deliver(store, key=KEY, sending=got) == 0
    assert {one.row.state for one in waiting(store, made.row.id)} == {Sending.DONE}


def test_what_is_rolled_back_is_not_told(store):
    add(store, said("12", subject="Alder"))
    made = hook(store)
    other = document(said("15", subject="Alder"), publisher="Valley Times")
    with pytest.raises(RuntimeError), store.writing() as session:
        broken(keep(session, other))
    assert waiting(store, made.row.id) == ()


def test_a_fact_that_stays_as_it_was_is_not_told(store):
    add(store, said("12", subject="Alder"), publisher="Alder Town")
    made = hook(store, "fact.changed")
    add(store, said("12", subject="Alder"), said("3", "tunnel", subject="Birch"), publisher="Valley Times")
    told = [orjson.loads(one.row.body)["data"]["new"]["value"] for one in waiting(store, made.row.id)]
    assert all(value.startswith("12") for value in told)
    assert len(told) <= 1


def test_a_decision_is_told_with_what_it_says(store):
    add(store, said("12", subject="Alder"), publisher="Alder Town")
    add(store, said("15", subject="Alder"), publisher="Valley Times")
    hook(store, "conflict.decided", "fact.changed")
    with store.writing() as session:
        row = lookup.conflicts(session).items[0]
        review.decide(session, row.id, verdict=Verdict.SIDE, side=1, reviewer="Ada", reason="Counted again.")
    got = Receiver()
    deliver(store, key=KEY, sending=got)
    told = {body["type"]: body["data"] for _url, body, *_ in got.got}
    assert told["conflict.decided"]["decision"]["verdict"] == "side"
    assert told["fact.changed"]["new"]["held"] == "settled"


def test_endpoints_are_their_owners(store):
    made = hook(store)
    with store.reading() as session:
        assert webhooks.endpoints(session, "Bo") == []
        with pytest.raises(NotFound):
            webhooks.endpoint(session, made.row.id, "Bo")


def test_an_unknown_event_is_refused(store):
    with pytest.raises(InvalidValue, match=r"fact\.changed"):
        hook(store, "fact.eaten")
    assert len(TYPES) == 5
