"""Feeds of what changed: valid, stable, cheap to ask again."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from lxml import etree

from registry.steps.export.atom import Entry, Feed, feed
from tests.api.test_doors import HIGH, LOW, decide

ATOM = {"a": "http://www.w3.org/2005/Atom", "at": "http://purl.org/atompub/tombstones/1.0"}
SITE = "http://localhost:8000"


@pytest.fixture
def disputed(client):
    """Two documents that contradict each other, and their conflict as it is read."""
    for order in (HIGH, LOW):
        assert client.post("/v1/documents", json=order).status_code == 201
    (row,) = client.get("/v1/conflicts", params={"state": "open"}).json()["items"]
    return client.get(f"/v1/conflicts/{row['id']}")


def read(client, place="/v1/changes.atom"):
    """A feed, checked for what every feed has."""
    response = client.get(place)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == "application/atom+xml"
    root: Any = etree.fromstring(response.content)
    for name in ("id", "title", "updated", "author/a:name"):
        assert root.findtext(f"a:{name}", namespaces=ATOM), name
    assert root.find("a:link[@rel='self']", ATOM).get("href") == f"{SITE}{place}"
    assert root.find("a:link[@rel='alternate']", ATOM) is not None
    for entry in root.findall("a:entry", ATOM):
        published, updated = (
            datetime.fromisoformat(entry.findtext(f"a:{name}", namespaces=ATOM)) for name in ("published", "updated")
        )
        assert published <= updated
        assert entry.find("a:content[@type='html']", ATOM).text
    return root


def entries(root):
    return {entry.findtext("a:id", namespaces=ATOM): entry for entry in root.findall("a:entry", ATOM)}


def test_a_conflict_is_one_entry_that_changes_when_it_is_decided(client, disputed):
    before = entries(read(client))
    assert set(before) == {f"{SITE}/conflicts/{disputed.json()['conflict']['id']}"}
    (old,) = before.values()
    via = {link.get("href") for link in old.findall("a:link[@rel='via']", ATOM)}
    assert via == {HIGH["address"], LOW["address"]}
    decided = decide(client, disputed, verdict="side", side=1, reason="Measured.")
    assert decided.status_code == 201
    (new,) = entries(read(client)).values()
    assert new.findtext("a:id", namespaces=ATOM) == old.findtext("a:id", namespaces=ATOM)
    assert new.findtext("a:published", namespaces=ATOM) == old.findtext("a:published", namespaces=ATOM)
    assert new.findtext("a:updated", namespaces=ATOM) > old.findtext("a:updated", namespaces=ATOM)
    assert "Measured." in new.findtext("a:content", namespaces=ATOM)
    assert new.findtext("a:title", namespaces=ATOM).startswith("Decided: ")


def test_feeds_narrow_to_a_fact_a_document_or_a_rule(client, disputed):
    conflict = disputed.json()["conflict"]
    document = client.get("/v1/documents").json()["items"][0]["id"]
    other = client.post("/v1/documents", json={"text": "The bridge of Bree has 12 arches."}).json()["document_id"]
    fact = client.get("/v1/claims", params={"document_id": other}).json()["items"][0]["fact_id"]
    for place in (f"/v1/facts/{conflict['fact_id']}", f"/v1/documents/{document}"):
        assert len(entries(read(client, f"{place}/changes.atom"))) == 1
    for place in (f"/v1/facts/{fact}", f"/v1/documents/{other}"):
        assert entries(read(client, f"{place}/changes.atom")) == {}
    assert len(entries(read(client, f"/v1/changes.atom?rule={conflict['rule']}"))) == 1
    assert entries(read(client, "/v1/changes.atom?rule=wrong_age")) == {}
    assert client.get("/v1/facts/nothing/changes.atom").status_code == 404


def test_what_has_not_changed_is_not_sent_again(client, disputed):
    first = client.get("/v1/changes.atom")
    again = client.get("/v1/changes.atom", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    since = client.get("/v1/changes.atom", headers={"If-Modified-Since": first.headers["last-modified"]})
    assert since.status_code == 304
    assert (
        client.get("/v1/changes.atom", headers={"If-Modified-Since": "Mon, 01 Jan 2001 00:00:00 GMT"}).status_code
        == 200
    )
    assert client.get("/v1/changes.atom", headers={"If-Modified-Since": "yesterday"}).status_code == 200


def test_pages_of_a_feed_hold_every_change_once(client, disputed, monkeypatch):
    from registry.actions import feeds

    monkeypatch.setattr(feeds, "MOST", 1)
    more = {"publisher": "Mast Board", "title": "The mast"}
    for height in (70, 71):
        order = (
            HIGH
            | more
            | {"text": f"The mast of Bree weighs {height} tonnes.", "address": f"https://a.example/{height}"}
        )
        assert client.post("/v1/documents", json=order).status_code == 201
    seen, place = [], "/v1/changes.atom"
    while place:
        root: Any = etree.fromstring(client.get(place).content)
        seen += entries(root)
        following = root.find("a:link[@rel='next']", ATOM)
        place = following.get("href").removeprefix(SITE) if following is not None else ""
    assert len(seen) == len(set(seen)) == 2
    assert client.get("/v1/changes.atom?cursor=AAAA").status_code == 400


def test_a_withdrawn_conflict_is_a_deleted_entry(client, disputed):
    corrected = HIGH | {"address": LOW["address"], "publisher": LOW["publisher"]}
    assert client.post("/v1/documents", json=corrected).json()["replaced"]
    root = read(client)
    assert entries(root) == {}
    assert root.find("at:deleted-entry", ATOM).get("ref") == f"{SITE}/conflicts/{disputed.json()['conflict']['id']}"


def test_control_characters_in_a_quotation_leave_the_feed_valid():
    now = datetime.fromisoformat("2026-01-02T03:04:05+00:00")
    odd = "a\x00b\x0b\ud800\ufffe<&>\"'\U0001f5fc"
    entry = Entry(odd, odd, f"{SITE}/{odd}", now, now, odd, (odd,), odd)
    made = feed(Feed(odd, odd, odd, odd, now, odd, odd), [entry])
    root = etree.fromstring(made.encode())
    assert root.findtext("a:entry/a:title", namespaces=ATOM) == "a\ufffdb\ufffd\ufffd\ufffd<&>\"'\U0001f5fc"
