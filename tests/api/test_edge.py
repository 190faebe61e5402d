"""Rates and repeated requests: what is counted, what is told, what is done once."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from datetime import timedelta
from pathlib import Path

import orjson
import pytest
from fastapi.routing import APIRoute, iter_route_contexts
from fastapi.testclient import TestClient
from sqlalchemy import text

from api.app import create_app
from api.deps import writing
from api.once import Answering
from registry.actions import idempotency
from registry.actions.idempotency import Done, Wanted
from registry.config import Settings
from registry.errors import InvalidValue, Refused
from registry.store.writes import on
from tests.people import enrolled

ROOT = Path(__file__).resolve().parents[2]
# Dies when the answer comes out of the route: what was done is committed, and whoever asked has heard nothing.
DYING = """
import json, os, signal, sys
from fastapi.testclient import TestClient
from api import idempotency
from api.app import create_app
from api.deps import writing
from api.once import Answering
from registry.config import Settings

database, token, path, order = sys.argv[1:]
async def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)
idempotency.Heard.__call__ = die
with TestClient(create_app(Settings(database=database, secret="s" * 32))) as client:
    client.post(path, json=json.loads(order), headers={"Authorization": token, "Idempotency-Key": "k1"})
"""
TEXT = {"text": "Alder has 12 bridges.", "title": "Alder"}
HOOK = {"url": "https://paper.example/hook"}


def key():
    return bytes(32)


def kept_answers(store):
    with store.reading() as session:
        return [tuple(row) for row in on(session).execute(text("SELECT status, body FROM repeat_request"))]


def keyed(client, key, body, path="/v1/documents"):
    return client.post(path, json=body, headers={"Idempotency-Key": key})


def test_a_request_sent_again_is_done_once_and_answered_alike(client):
    first, again = keyed(client, "k1", TEXT), keyed(client, "k1", TEXT)
    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()
    assert again.headers["idempotency-replayed"] == "true"
    assert again.headers["location"] == first.headers["location"]
    assert "idempotency-replayed" not in first.headers
    assert keyed(client, "k2", TEXT).status_code == 200


def test_another_body_under_the_key_is_refused(client):
    keyed(client, "k1", TEXT)
    other = keyed(client, "k1", TEXT | {"title": "Birch"})
    assert other.status_code == 422
    assert other.headers["content-type"] == "application/problem+json"
    assert keyed(client, "k1", {"url": "https://paper.example/hook"}, "/v1/webhooks").status_code == 422


def test_a_refusal_is_an_answer_too(client):
    assert [keyed(client, "k1", {"text": ""}).status_code for _ in range(2)] == [422, 422]


def test_keys_of_two_people_never_meet(client, database):
    made = keyed(client, "k1", {"url": "https://paper.example/hook"}, "/v1/webhooks")
    client.headers.update(enrolled(database, "Bo").bearer)
    other = keyed(client, "k1", {"url": "https://paper.example/hook"}, "/v1/webhooks")
    assert other.json()["secret"] != made.json()["secret"]


def test_a_stranger_gets_no_kept_answer(client, stranger):
    keyed(client, "k1", TEXT)
    assert keyed(stranger, "k1", TEXT).status_code == 401


@pytest.mark.parametrize("key", ["", "x" * 256])
def test_a_key_that_is_none_is_refused(client, key):
    assert keyed(client, key, TEXT).status_code == 400


def test_a_request_that_is_being_done_is_not_done_twice(store):
    wanted = Wanted.of("Ada", "k", "POST /v1/documents", b"{}")
    assert idempotency.begun(store, wanted, key) is None
    with pytest.raises(Refused, match="being done"):
        idempotency.begun(store, wanted, key)
    idempotency.ended(store, wanted, Done(201, [("location", "/x")], "{}"), key)
    assert idempotency.begun(store, wanted, key) == Done(201, [("location", "/x")], "{}")
    with pytest.raises(InvalidValue):
        idempotency.begun(store, wanted._replace(fingerprint="other"), key)


def test_what_broke_on_our_side_may_be_tried_again(store):
    wanted = Wanted.of("Ada", "k", "POST /v1/documents", b"{}")
    idempotency.begun(store, wanted, key)
    idempotency.ended(store, wanted, None, key)
    assert idempotency.begun(store, wanted, key) is None


def aged(wanted, **by):
    return wanted._replace(since=wanted.since + timedelta(**by))


def test_an_answer_is_forgotten_after_a_day(store):
    wanted = Wanted.of("Ada", "k", "POST /v1/documents", b"{}")
    idempotency.begun(store, wanted, key)
    idempotency.ended(store, wanted, Done(201, [], "{}"), key)
    assert idempotency.begun(store, aged(wanted, hours=23), key) == Done(201, [], "{}")
    assert idempotency.begun(store, aged(wanted, hours=25), key) is None


def test_whoever_lost_a_key_to_another_does_nothing_under_it(store):
    slow = Wanted.of("Ada", "k", "POST /v1/documents", b"{}")
    quick = aged(slow, minutes=6)
    assert idempotency.begun(store, slow, key) is None
    assert idempotency.begun(store, quick, key) is None
    with pytest.raises(Refused, match="left undone"), store.writing() as session:
        idempotency.settled(session, slow, Done(201, [], "slow"), key)
    idempotency.ended(store, slow, None, key)
    with store.writing() as session:
        idempotency.settled(session, quick, Done(201, [], "quick"), key)
    idempotency.ended(store, quick, None, key)
    assert idempotency.begun(store, aged(slow, minutes=20), key) == Done(201, [], "quick")


def test_an_answer_is_kept_before_it_is_sent(database, store):
    seen: list[int] = []

    class Watching:
        def __init__(self, app):
            self.app = app

        async def __call__(self, scope, receive, send):
            async def watching(message):
                if message["type"] == "http.response.start":
                    seen.extend(status for status, _ in kept_answers(store))
                await send(message)

            await self.app(scope, receive, watching)

    made = create_app(Settings(database=database))
    made.add_middleware(Watching)
    with TestClient(made) as client:
        client.headers.update(enrolled(database).bearer)
        assert keyed(client, "k1", TEXT).status_code == 201
    assert seen == [201]


@pytest.mark.parametrize(
    ("path", "order"), [("/v1/webhooks", HOOK), ("/v1/invitations", {"role": "reviewer"})], ids=["webhook", "link"]
)
def test_a_secret_is_shown_again_and_never_kept_in_the_clear(client, store, path, order):
    made, again = keyed(client, "k1", order, path), keyed(client, "k1", order, path)
    assert (made.status_code, again.json()) == (201, made.json())
    assert made.headers["cache-control"] == again.headers["cache-control"] == "no-store"
    secret = made.json().get("secret") or made.json()["url"].rpartition("/")[2]
    [(_, body)] = kept_answers(store)
    assert secret not in body


@pytest.mark.parametrize(
    ("path", "order"),
    [("/v1/documents", TEXT), ("/v1/webhooks", HOOK), ("/v1/invitations", {"role": "reviewer"})],
    ids=["document", "webhook", "link"],
)
def test_what_was_done_when_a_process_died_is_answered_and_not_done_again(path, order, database, store):
    held = enrolled(database).bearer
    command = [sys.executable, "-c", DYING, database, held["Authorization"], path, orjson.dumps(order).decode()]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == -signal.SIGKILL
    counted = changes(store)
    with TestClient(create_app(Settings(database=database, secret="s" * 32))) as client:
        client.headers.update(held)
        told = keyed(client, "k1", order, path)
        assert (told.status_code, told.headers["idempotency-replayed"]) == (201, "true")
    assert changes(store) == counted


def changes(store):
    """How much there is that requests leave behind."""
    with store.reading() as session:
        return [
            on(session).execute(text(f"SELECT count(*) FROM {name}")).scalar_one()
            for name in ("document", "claim", "endpoint", "audit_event")
        ]


def test_every_route_that_writes_for_programs_keeps_its_answer_with_its_work():
    routes = [context.original_route for context in iter_route_contexts(create_app(Settings()).routes)]
    writing_ones = [each for each in routes if isinstance(each, APIRoute) and writes(each.dependant)]
    posted = [each for each in writing_ones if "POST" in (each.methods or ())]
    assert len(posted) > 10
    assert [each.path for each in posted if not isinstance(each, Answering)] == []


def writes(dependant):
    return dependant.call is writing or any(map(writes, dependant.dependencies))


def test_two_at_once_are_done_once(client):
    found = []
    threads = [threading.Thread(target=lambda: found.append(keyed(client, "k1", TEXT).status_code)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(found) <= {201, 409}
    assert len(client.get("/v1/documents").json()["items"]) == 1


@pytest.fixture
def few(database):
    """A registry that lets each caller ask three times a minute, and post drafts once."""
    with TestClient(create_app(Settings(database=database, rate=3, rate_heavy=1))) as made:
        made.headers.update(enrolled(database).bearer)
        yield made


def test_every_answer_says_what_is_left(few):
    told = few.get("/v1/facts")
    assert told.headers["ratelimit-policy"] == '"default";q=3;w=60'
    assert told.headers["ratelimit"].startswith('"default";r=2;t=')


def test_too_many_requests_are_a_problem_that_says_when_to_come_back(few):
    found = [few.get("/v1/facts").status_code for _ in range(4)]
    assert found == [200, 200, 200, 429]
    told = few.get("/v1/facts")
    assert told.json()["type"].endswith("/problems/too-many-requests")
    assert 1 <= int(told.headers["retry-after"]) <= 60
    assert few.get("/healthz").status_code == 200


def test_heavy_requests_have_a_rule_of_their_own(few):
    drafts = [few.post("/v1/lint", json={"text": "Nothing."}).status_code for _ in range(2)]
    assert drafts == [200, 429]
    assert few.get("/v1/facts").status_code == 200


def test_tokens_are_counted_apart(few, database):
    assert [few.get("/v1/facts").status_code for _ in range(4)][-1] == 429
    assert few.get("/v1/facts", headers=enrolled(database, "Bo").bearer).status_code == 200


def test_the_limit_can_be_switched_off(database):
    with TestClient(create_app(Settings(database=database, rate=0))) as made:
        told = made.get("/v1/facts")
    assert "ratelimit" not in told.headers


def test_a_body_of_another_sort_than_json_is_unsupported(client):
    for sort in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        told = client.post("/v1/documents", content=b"The pier is 300 m long.", headers={"Content-Type": sort})
        assert (told.status_code, told.headers["content-type"]) == (415, "application/problem+json")
        assert told.json()["type"].endswith("/problems/unsupported")
    assert client.post("/v1/documents", content=b"[]", headers={"Content-Type": "application/json"}).status_code == 422
    assert client.post("/v1/documents", content=b'{"text": "The pier is 300 m long."}').status_code == 415
    assert client.post("/v1/documents").status_code == 422


def test_any_version_will_do_for_a_caller_who_says_so(client):
    assert client.get("/v1/documents", headers={"If-None-Match": "*"}).status_code == 304
