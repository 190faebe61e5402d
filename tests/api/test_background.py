"""Documents that a client does not wait for: taken at once, looked up by the key they were sent under."""

from __future__ import annotations

import threading
import time
from datetime import timedelta
from typing import Any

import pytest

from registry.actions import idempotency, ingest
from registry.model.people import Role
from tests.api.test_doors import HIGH
from tests.people import enrolled

ASYNC = {"Prefer": "respond-async"}


def ended(client, key: str) -> dict[str, Any]:
    """The request under a key, when it is no longer worked at."""
    for _ in range(200):
        told = client.get(f"/v1/requests/{key}")
        if told.status_code != 200 or told.json()["state"] != "working":
            found: dict[str, Any] = told.json()
            return found
        assert told.headers["retry-after"]
        time.sleep(0.1)
    raise AssertionError("It goes on and on.")


@pytest.mark.parametrize("key", ["a1", "issue/12 of May"])
def test_a_document_is_taken_at_once_and_looked_up_by_its_key(client, key):
    sent = client.post("/v1/documents", json=HIGH, headers={**ASYNC, "Idempotency-Key": key})
    assert sent.status_code == 202
    assert sent.headers["preference-applied"] == "respond-async"
    told = ended(client, sent.headers["location"].removeprefix("/v1/requests/"))
    assert (told["state"], told["status"]) == ("done", 201)
    assert told["location"] == f"/v1/documents/{told['answer']['document_id']}"
    assert client.get(told["location"]).status_code == 200
    again = client.post("/v1/documents", json=HIGH, headers={**ASYNC, "Idempotency-Key": key})
    assert (again.status_code, again.headers["idempotency-replayed"]) == (201, "true")
    assert again.json() == told["answer"]


def test_a_file_may_be_left_with_the_registry_too(client):
    file = {"file": ("norsund.txt", HIGH["text"].encode(), "text/plain")}
    assert client.post("/v1/documents/file", files=file, headers={**ASYNC, "Idempotency-Key": "f1"}).status_code == 202
    assert ended(client, "f1")["status"] == 201


def test_what_is_wrong_with_it_is_looked_up_as_well(client):
    order = HIGH | {"published": "9999-12-31"}
    assert client.post("/v1/documents", json=order, headers={**ASYNC, "Idempotency-Key": "a2"}).status_code == 202
    told = ended(client, "a2")
    assert told["status"] == 422
    assert "still to come" in told["answer"]["detail"]


def test_without_a_key_everybody_waits(client):
    sent = client.post("/v1/documents", json=HIGH, headers=ASYNC)
    assert sent.status_code == 201
    assert "preference-applied" not in sent.headers


def test_who_may_not_add_is_told_at_once_and_nobody_sees_the_requests_of_others(client):
    database = client.app.state.settings.database
    reader, other = enrolled(database, "Rea", Role.READER), enrolled(database, "Rev", Role.REVIEWER)
    headers = {**ASYNC, "Idempotency-Key": "a3"}
    assert client.post("/v1/documents", json=HIGH, headers={**headers, **reader.bearer}).status_code == 403
    assert client.post("/v1/documents", json=HIGH, headers=headers).status_code == 202
    assert ended(client, "a3")["status"] == 201
    assert client.get("/v1/requests/a3", headers=other.bearer).status_code == 404


def test_what_a_process_left_behind_is_lost(client, monkeypatch):
    monkeypatch.setattr("api.background.start", lambda _app, work: work.close())
    assert client.post("/v1/documents", json=HIGH, headers={**ASYNC, "Idempotency-Key": "a4"}).status_code == 202
    assert client.get("/v1/requests/a4").json()["state"] == "working"
    client.app.state.started = client.app.state.started.replace(year=2999)
    assert client.get("/v1/requests/a4").json()["state"] == "lost"


def test_nobody_takes_over_what_is_still_worked_at(client, monkeypatch):
    go_on, prepare = threading.Event(), ingest.prepare_text
    monkeypatch.setattr(ingest, "prepare_text", lambda *told, **more: go_on.wait(20) and prepare(*told, **more))
    monkeypatch.setattr(idempotency, "STUCK", timedelta(0))
    headers = {**ASYNC, "Idempotency-Key": "a5"}
    assert client.post("/v1/documents", json=HIGH, headers=headers).status_code == 202
    while not client.app.state.background:
        time.sleep(0.01)
    time.sleep(0.2)
    assert client.post("/v1/documents", json=HIGH, headers=headers).status_code == 409
    go_on.set()
    assert ended(client, "a5")["status"] == 201


def test_a_secret_is_not_shown_again(client):
    order = {"url": "https://paper.example/hooks/claims"}
    assert client.post("/v1/webhooks", json=order, headers={"Idempotency-Key": "h1"}).status_code == 201
    told = ended(client, "h1")
    assert (told["status"], told["answer"]) == (201, None)
