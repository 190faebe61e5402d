"""The claims of a document as a container of Web Annotations: data model, protocol, and code points."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import orjson
import pytest

from api.routes import annotated
from tests.api.test_doors import HIGH

SAMPLES = Path(__file__).parents[3] / "shared" / "bench" / "anchoring" / "w3c_annotation_samples.jsonl"
TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MINIMAL = "http://www.w3.org/ns/ldp#PreferMinimalContainer"
IRIS = "http://www.w3.org/ns/oa#PreferContainedIRIs"
DESCRIPTIONS = "http://www.w3.org/ns/oa#PreferContainedDescriptions"
ODD = HIGH | {"text": "🗼🇳🇴 Pru\u0308fung: the tower of Norsund is 61 metres high. שלום: the mast has 12 steps."}


@pytest.fixture
def place(client, monkeypatch):
    """The container of a document with several claims, two of them a page."""
    monkeypatch.setattr(annotated, "SIZE", 2)
    made = client.post("/v1/documents", json=ODD | {"text": f"{ODD['text']} The pier is 300 metres long."})
    assert made.json()["claims"] == 3
    return f"{made.headers['location']}/annotations/"


def wanted(client, place, *names):
    """The container as a caller prefers it."""
    header = f'return=representation;include="{" ".join(names)}"'
    response = client.get(place, headers={"Prefer": header})
    assert response.status_code == 200
    return response


def is_uri(value):
    return isinstance(value, str) and bool(urlsplit(value).scheme) and " " not in value


def is_moment(value):
    try:
        return isinstance(value, str) and datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


def is_annotation(node):
    """Whether the model's MUSTs hold that a program can see."""
    if not isinstance(node, dict) or "Annotation" not in listed(node.get("type")):
        return False
    uris = all(is_uri(each) for name in ("via", "canonical", "rights") for each in listed(node.get(name)))
    moments = all(is_moment(node[name]) for name in ("created", "modified", "generated") if name in node)
    agents = all(isinstance(each, str | dict) for name in ("creator", "generator") for each in listed(node.get(name)))
    named = is_uri(node.get("id")) and not isinstance(node.get("canonical"), list)
    targets = listed(node.get("target"))
    fits = bool(targets) and all(isinstance(each, str | dict) for each in targets)
    return CONTEXT in listed(node.get("@context")) and uris and moments and agents and named and fits


def listed(value):
    return value if isinstance(value, list) else [] if value is None else [value]


@pytest.mark.corpus
def test_the_check_tells_the_official_samples_apart():
    if not SAMPLES.exists() and os.environ.get("CI") != "true":
        pytest.skip("the shared material is missing")
    lines = [orjson.loads(line) for line in SAMPLES.read_text(encoding="utf-8").splitlines()]
    named = [each for each in lines if each["json_parses"] and "/anno" in each["id"]]
    selectors = ("incorrect/anno38", "incorrect/anno39")
    for each in named:
        if not each["id"].startswith(selectors):
            assert is_annotation(each["annotation"]) is each["valid"], each["id"]


def test_a_container_tells_what_the_protocol_demands(client, place):
    response = client.get(place)
    assert response.headers["content-type"] == TYPE
    assert '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type"' in response.headers["link"]
    assert 'rel="http://www.w3.org/ns/ldp#constrainedBy"' in response.headers["link"]
    assert response.headers["vary"] == "Accept, Prefer"
    assert response.headers["allow"] == "GET, HEAD, OPTIONS"
    assert response.headers["accept-post"] == TYPE
    assert response.headers["content-location"].endswith("/annotations/?iris=0")
    assert response.headers["etag"].startswith('"')
    node = response.json()
    assert node["type"] == ["BasicContainer", "AnnotationCollection"]
    assert node["@context"] == [CONTEXT, "http://www.w3.org/ns/ldp.jsonld"]
    assert (node["total"], len(node["first"]["items"])) == (3, 2)
    assert is_moment(node["modified"])
    assert node["last"].endswith("?iris=0&page=1")
    assert "@context" not in node["first"]


def test_the_caller_may_prefer_less(client, place):
    minimal = wanted(client, place, MINIMAL).json()
    assert minimal["first"].endswith("/annotations/?iris=1&page=0")
    assert minimal["last"].endswith("/annotations/?iris=1&page=1")
    iris = wanted(client, place, IRIS)
    assert iris.headers["preference-applied"] == "return=representation"
    assert all(is_uri(each) for each in iris.json()["first"]["items"])
    assert wanted(client, place, DESCRIPTIONS).json() == client.get(place).json()
    tags = {wanted(client, place, name).headers["etag"] for name in (MINIMAL, IRIS, DESCRIPTIONS)}
    assert len(tags) == 3
    both = client.get(place, headers={"Prefer": f'return=representation;include="{IRIS} {DESCRIPTIONS}"'})
    assert both.status_code == 400


def test_pages_lead_to_each_other_and_hold_everything_once(client, place):
    seen: list[str] = []
    address, number = f"{place}?page=0", 0
    while address:
        response = client.get(address)
        page = response.json()
        assert response.headers["content-type"] == TYPE
        assert response.headers["vary"] == "Accept"
        assert page["type"] == "AnnotationPage"
        assert page["partOf"]["id"].endswith("/annotations/")
        assert page["startIndex"] == len(seen)
        assert ("prev" in page) is bool(number)
        seen += [each["id"] for each in page["items"]]
        address, number = page.get("next", "").removeprefix("http://localhost:8000"), number + 1
    assert len(seen) == len(set(seen)) == 3
    assert client.get(f"{place}?page=2").status_code == 404
    assert client.get(f"{place}?iris=1&page=1").json()["items"] == seen[2:]


def test_every_annotation_can_be_fetched_by_its_id(client, place):
    for each in client.get(f"{place}?page=0").json()["items"]:
        response = client.get(each["id"].removeprefix("http://localhost:8000"))
        assert response.headers["content-type"] == TYPE
        assert response.headers["link"] == '<http://www.w3.org/ns/ldp#Resource>; rel="type"'
        assert response.headers["allow"] == "GET, HEAD, OPTIONS"
        assert is_annotation(response.json())
        assert {name: value for name, value in response.json().items() if name != "@context"} == each


def test_positions_count_code_points(client, place):
    text = client.get(place.replace("annotations/", "text")).text
    items = [each for number in (0, 1) for each in client.get(f"{place}?page={number}").json()["items"]]
    assert len(items) == 3
    for each in items:
        quotation, position = each["target"]["selector"][:2]
        start, end = position["start"], position["end"]
        assert text[start:end] == quotation["exact"]
        assert text[:start].endswith(quotation["prefix"])
        assert text[end:].startswith(quotation["suffix"])
        assert each["target"]["state"]["sourceDate"].endswith("Z")
        assert each["motivation"] == "identifying"


def test_heads_and_options_are_answered(client, place):
    head, get = client.head(place), client.get(place)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["etag"] == get.headers["etag"]
    options = client.options(place)
    assert options.status_code == 204
    assert options.headers["allow"] == "GET, HEAD, OPTIONS"
    claim = client.get(place).json()["first"]["items"][0]["id"].removeprefix("http://localhost:8000")
    assert client.options(claim).headers["allow"] == "GET, HEAD, OPTIONS"
    assert client.get(place, headers={"If-None-Match": get.headers["etag"]}).status_code == 304


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_annotations_follow_from_documents_and_are_not_taken_in(method, client, place):
    refused = client.request(method, place)
    assert refused.status_code == 405
    assert refused.headers["allow"] == "GET, HEAD, OPTIONS"
    assert refused.headers["content-type"] == "application/problem+json"
    assert "/v1/documents" in refused.json()["detail"]


def test_a_document_without_claims_has_an_empty_container(client):
    made = client.post("/v1/documents", json={"text": "Nothing is said here."})
    node = client.get(f"{made.headers['location']}/annotations/").json()
    assert node["total"] == 0
    assert "first" not in node
    assert client.get("/v1/documents/nothing/annotations/").status_code == 404
