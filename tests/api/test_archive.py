"""Versions by time, and citations by id."""

from __future__ import annotations

import pytest
import rispy
from lxml import etree

from tests.api.test_doors import HIGH

LONG_AGO, FAR_OFF = "Sat, 01 Jan 2000 00:00:00 GMT", "Fri, 01 Jan 2100 00:00:00 GMT"
SITE = "http://localhost:8000"


@pytest.fixture
def versions(client):
    """The document and its two versions, the oldest first."""
    made = [
        client.post("/v1/documents", json=HIGH | {"text": f"The mast of Bree is {height} metres high."}).json()
        for height in (50, 51)
    ]
    assert made[0]["document_id"] == made[1]["document_id"]
    return made[0]["document_id"], [each["version_id"] for each in made]


def test_a_time_map_lists_the_versions(client, versions):
    document, (first, last) = versions
    made = client.get(f"/v1/documents/{document}/timemap")
    assert made.headers["content-type"] == "application/link-format"
    original, gate, own, *mementos = made.text.strip().split(",\n")
    assert original == f'<{HIGH["address"]}>; rel="original"'
    assert gate == f'<{SITE}/v1/documents/{document}/timegate>; rel="timegate"'
    assert own.startswith(f'<{SITE}/v1/documents/{document}/timemap>; rel="self"')
    assert [each.split(">")[0] for each in mementos] == [f"<{SITE}/v1/versions/{one}/original" for one in (first, last)]
    assert 'rel="first memento"' in mementos[0]
    assert 'rel="last memento"' in mementos[1]


@pytest.mark.parametrize(("when", "at"), [(LONG_AGO, 0), (FAR_OFF, 1), (None, 1)])
def test_a_time_gate_leads_to_the_version_of_a_moment(when, at, client, versions):
    document, ids = versions
    headers = {"Accept-Datetime": when} if when else {}
    made = client.get(f"/v1/documents/{document}/timegate", headers=headers, follow_redirects=False)
    assert made.status_code == 302
    assert made.headers["location"] == f"{SITE}/v1/versions/{ids[at]}/original"
    assert made.headers["vary"] == "accept-datetime"
    assert 'rel="original"' in made.headers["link"]


def test_a_date_that_is_none_is_a_bad_request(client, versions):
    refused = client.get(f"/v1/documents/{versions[0]}/timegate", headers={"Accept-Datetime": "yesterday"})
    assert refused.status_code == 400
    assert refused.headers["content-type"] == "application/problem+json"


def test_an_archived_version_says_when_it_was_read(client, versions):
    document, (first, last) = versions
    made = client.get(f"/v1/versions/{first}/original")
    assert made.headers["memento-datetime"].endswith(" GMT")
    assert f'<{SITE}/v1/documents/{document}/timegate>; rel="timegate"' in made.headers["link"]
    assert f'<{SITE}/v1/versions/{last}/original>; rel="next last memento"' in made.headers["link"]


def test_citations_are_offered_by_id(client, versions):
    claim = client.get("/v1/claims").json()["items"][0]["id"]
    every = etree.fromstring(client.get("/unapi").content)
    assert [each.get("name") for each in every] == ["ris", "bibtex"]
    of_one = client.get("/unapi", params={"id": claim})
    assert of_one.status_code == 300
    assert etree.fromstring(of_one.content).get("id") == claim
    made = client.get("/unapi", params={"id": claim, "format": "ris"})
    assert made.headers["content-type"].startswith("application/x-research-info-systems")
    assert len(rispy.loads(made.text)) == 1
    for status, query in ((404, {"id": "nothing"}), (406, {"id": claim, "format": "mods"})):
        refused = client.get("/unapi", params=query)
        assert refused.status_code == status
        assert refused.headers["content-type"] == "application/problem+json"
