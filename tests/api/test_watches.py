"""Watches and webhooks through the API: secrets once, tags on every write, the log, feeds, and fields of answers."""

from __future__ import annotations

from datetime import timedelta
from xml.etree import ElementTree

import pytest

from api.app import create_app
from api.deps import key_of
from registry.actions.delivery import deliver
from registry.actions.people import tokens
from registry.config import Settings
from registry.fetch.sending import Sent
from registry.model.people import Right, Role
from registry.store import open_store
from tests.people import enrolled

HOOK = {"url": "https://paper.example/hooks/claims"}
TOWN = {"title": "Alder", "publisher": "Alder Town", "published": "2024-05-31"}
LATER = {"title": "Alder", "publisher": "Alder Town", "published": "2025-05-31"}
ATOM = "{http://www.w3.org/2005/Atom}"


def told(client, text, **known):
    made = client.post("/v1/documents", json={"text": text, **known})
    assert made.status_code == 201
    return made.json()


@pytest.fixture
def bridges(client):
    told(client, "Alder has 12 bridges.", **TOWN)
    return client


def hooked(client, **more):
    made = client.post("/v1/webhooks", json={**HOOK, **more})
    assert made.status_code == 201, made.text
    return made.json()


def test_a_secret_is_shown_once(client):
    made = hooked(client)
    assert made["secret"].startswith("whsec_")
    place = f"/v1/webhooks/{made['webhook']['id']}"
    assert made["secret"] not in client.get(place).text
    assert made["secret"] not in client.get("/v1/webhooks").text


def test_changing_an_endpoint_needs_its_tag(client):
    place = f"/v1/webhooks/{hooked(client)['webhook']['id']}"
    read = client.get(place)
    assert client.patch(place, json={"disabled": True}).status_code == 428
    assert client.delete(place).status_code == 428
    changed = client.patch(place, json={"disabled": True}, headers={"If-Match": read.headers["etag"]})
    assert changed.status_code == 200
    assert changed.json()["disabled_at"]
    stale = client.patch(place, json={"disabled": False}, headers={"If-Match": read.headers["etag"]})
    assert stale.status_code == 412
    assert client.delete(place, headers={"If-Match": changed.json()["etag"]}).status_code == 204
    assert client.get(place).status_code == 404


def test_a_new_secret_leaves_the_former_one_for_a_day(client):
    made = hooked(client)
    place = f"/v1/webhooks/{made['webhook']['id']}"
    again = client.post(f"{place}/secret", headers={"If-Match": made["webhook"]["etag"]}).json()
    assert again["secret"] != made["secret"]
    assert again["webhook"]["rotating_until"]


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://169.254.169.254/", "https://example.org:22/"])
def test_an_address_inside_is_refused(client, url):
    refused = client.post("/v1/webhooks", json={"url": url})
    assert refused.status_code == 403
    assert refused.json()["type"].endswith("forbidden-address")


def test_a_test_message_is_delivered_logged_and_replayed(client):
    place = f"/v1/webhooks/{hooked(client)['webhook']['id']}"
    made = client.post(f"{place}/test")
    assert made.status_code == 202
    store = client.app.state.store
    deliver(store, key=key_of(client.app.state.settings), sending=lambda *_: Sent(503, "busy", 3))
    log = client.get(f"{place}/deliveries").json()["items"]
    assert log[0]["state"] == "waiting"
    assert log[0]["attempts"][0]["status"] == 503
    assert client.post(f"{place}/deliveries/{log[0]['id']}/replay").status_code == 202
    deliver(store, key=key_of(client.app.state.settings), sending=lambda *_: Sent(200, "", 3))
    log = client.get(f"{place}/deliveries", params={"state": "done"}).json()["items"]
    assert [one["status"] for one in log[0]["attempts"]] == [503, 200]
    assert client.get(f"{place}/deliveries", params={"state": "dead"}).json()["items"] == []


def test_a_published_text_is_watched_and_its_feed_tells_of_a_change(bridges):
    made = bridges.post("/v1/watches", json={"name": "https://paper.example/a", "text": "Alder has 12 bridges."})
    assert made.status_code == 201
    detail = made.json()
    assert detail["watch"]["url"] == "https://paper.example/a"
    assert detail["uses"][0]["sentence"] == "Alder has 12 bridges."
    place = made.headers["location"]
    told(bridges, "Alder has 15 bridges.", **LATER)
    change = bridges.get(f"{place}/changes").json()["items"][0]["event"]
    assert change["suggestion"] == "Alder has 15 bridges."
    for feed in (f"{place}/changes.atom", "/v1/watches/changes.atom"):
        entries = ElementTree.fromstring(bridges.get(feed).content).findall(f"{ATOM}entry")
        assert len(entries) == 1
        assert "Alder has 15 bridges." in "".join(entries[0].itertext())
    now = bridges.get(place).json()["uses"][0]
    assert now["now"]["value"].startswith("15")


def test_ending_a_watch_needs_its_tag(bridges):
    made = bridges.post("/v1/watches", json={"name": "Bridges", "text": "Alder has 12 bridges."})
    place = made.headers["location"]
    assert bridges.delete(place).status_code == 428
    assert bridges.delete(place, headers={"If-Match": bridges.get(place).headers["etag"]}).status_code == 204
    assert bridges.get("/v1/watches").json()["items"] == []


def test_cited_claims_are_watched_by_their_ids(bridges):
    claim = bridges.get("/v1/claims").json()["items"][0]
    made = bridges.post("/v1/watches", json={"name": "Bridges", "claims": [claim["id"]], "facts": [claim["fact_id"]]})
    assert [one["fact_id"] for one in made.json()["uses"]] == [claim["fact_id"]] * 2
    assert bridges.post("/v1/watches", json={"name": "Bridges", "claims": ["nothing"]}).status_code == 404


def test_a_token_that_only_reads_and_a_reader_may_not_send_anything_out(client, database, stranger):
    place = f"/v1/webhooks/{hooked(client)['webhook']['id']}"
    reader = enrolled(database, "Ben", Role.READER).bearer
    reading = scoped(database, Right.READ)
    writing = scoped(database, Right.READ, Right.REVIEW)
    for headers in (reader, reading):
        assert stranger.post("/v1/webhooks", json=HOOK, headers=headers).status_code == 403
        assert stranger.get("/v1/webhooks", headers=headers).status_code == 200
    for method, path in (("post", "/secret"), ("post", "/test"), ("patch", ""), ("delete", "")):
        json = {"json": {"disabled": True}} if method == "patch" else {}
        assert getattr(stranger, method)(place + path, headers=reading, **json).status_code == 403
    assert stranger.post("/v1/webhooks", json=HOOK, headers=writing).status_code == 201


def scoped(database: str, *rights: Right) -> dict[str, str]:
    """The header of a token of Ito's with a few rights."""
    known = enrolled(database)
    store = open_store(database)
    try:
        with store.writing() as session:
            made = tokens.issue(session, known.id, "few", rights, timedelta(days=1))
    finally:
        store.close()
    return {"Authorization": f"Bearer {made.secret}"}


def test_nobody_reads_the_watches_and_webhooks_of_another(client, stranger, database):
    watch = client.post("/v1/watches", json={"name": "Bridges"}).headers["location"]
    hook = f"/v1/webhooks/{hooked(client)['webhook']['id']}"
    for place in (watch, hook, "/v1/watches", "/v1/webhooks"):
        assert stranger.get(place).status_code == 401
    other = enrolled(database, "Bo").bearer
    for place in (watch, hook, f"{hook}/deliveries", f"{watch}/changes"):
        assert client.get(place, headers=other).status_code == 404


def test_an_answer_is_had_again_by_its_permalink(bridges):
    first = bridges.get("/v1/ask", params={"q": "How many bridges does Alder have?"})
    link = first.json()["permalink"].removeprefix("http://localhost:8000")
    told(bridges, "Alder has 15 bridges.", **LATER)
    assert (
        bridges.get("/v1/ask", params={"q": "How many bridges does Alder have?"}).json()["answers"][0]["value"] == "15"
    )
    again = bridges.get(link).json()
    assert again == first.json()
    held = again["answers"][0]["current"]
    assert (held["value"]["low"], held["first"]) == ("12", "2024-05-31")


def test_an_unchanged_answer_is_not_sent_again(bridges):
    first = bridges.get("/v1/ask", params={"q": "Alder has 12 bridges."})
    again = bridges.get(
        "/v1/ask", params={"q": "Alder has 12 bridges."}, headers={"If-None-Match": first.headers["etag"]}
    )
    assert again.status_code == 304


def test_a_moment_to_come_is_refused(client):
    asked = client.get("/v1/ask", params={"q": "Alder has 12 bridges.", "known_at": "2190-01-01T00:00:00Z"})
    assert asked.status_code == 422


@pytest.mark.parametrize("place", ["/v1/claims", "/v1/facts", "/v1/documents"])
def test_fields_leave_only_what_was_asked_for(bridges, place):
    whole = bridges.get(place).json()["items"][0]
    few = bridges.get(place, params={"fields": "id"}).json()["items"][0]
    assert few == {"id": whole["id"]}
    assert bridges.get(f"{place}/{whole['id']}").status_code == 200
    unknown = bridges.get(place, params={"fields": "id,colour"})
    assert unknown.status_code == 422
    assert "colour" in unknown.json()["detail"]


def test_fields_work_on_one_resource(bridges):
    name = bridges.get("/v1/claims").json()["items"][0]["id"]
    told = bridges.get(f"/v1/claims/{name}", params={"fields": "id, value"}).json()
    assert sorted(told) == ["id", "value"]


def test_a_secret_for_cursors_makes_those_of_another_useless(database):
    from api.cursors import secret

    one, two = (create_app(Settings(database=database, cursors=name)).state.settings for name in ("a", "b"))
    assert secret(one) != secret(two)
