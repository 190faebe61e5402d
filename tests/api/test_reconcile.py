"""Facts as entities: what spreadsheet programs ask, and the official schemas of what they are told."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema_rs
import orjson
import pytest
from fastapi.testclient import TestClient

from registry.actions import reconcile
from registry.config import Settings
from tests.api.test_doors import HIGH

SHARED = Path(__file__).parents[3] / "shared" / "bench" / "reconciliation_specs"
PLACE = "/reconcile/0.2/"
LATER = HIGH | {
    "text": "The lighthouse of Norsund is 64 metres high.",
    "published": "2025-06-01",
    "address": "https://norsund.example/raised",
}
BRIDGE = HIGH | {
    "text": "The bridge of Norsund has 12 spans.",
    "address": "https://norsund.example/bridge",
    "title": "The bridge of Norsund",
}


@pytest.fixture
def fact(client):
    """A fact with two values, and another one beside it."""
    for order in (HIGH, LATER, BRIDGE):
        assert client.post("/v1/documents", json=order).status_code == 201
    return next(one for one in client.get("/v1/facts").json()["items"] if len(one["values"]) == 2)


def matched(client, **query):
    """The candidates for one cell."""
    response = client.post(PLACE, data={"queries": json.dumps({"q0": query})})
    assert response.status_code == 200, response.text
    return response.json()["q0"]["result"]


def fetched(client, ids, *properties):
    """Values of facts."""
    order = {"ids": ids, "properties": list(properties)}
    response = client.post(PLACE, data={"extend": json.dumps(order)})
    assert response.status_code == 200, response.text
    return response.json()


def test_the_manifest_says_what_the_service_is(client):
    manifest = client.get(PLACE).json()
    assert manifest["versions"] == ["0.2"]
    assert manifest["identifierSpace"] == "http://localhost:8000/facts/"
    assert manifest["view"]["url"] == "http://localhost:8000/facts/{{id}}"
    assert manifest["batchSize"] == 50
    assert client.get("/reconcile/0.2").json() == manifest


def test_words_find_the_fact_that_is_surely_meant(client, fact):
    first, *rest = matched(client, query="lighthouse of Norsund height")
    assert first["id"] == fact["id"]
    assert all(one["score"] < first["score"] for one in rest)
    assert set(first) == {"id", "name", "description", "type", "score", "features", "match"}


@pytest.mark.parametrize("name", ["id", "question", "page"])
def test_the_exact_name_or_id_is_a_match(name, client, fact):
    words = f"http://localhost:8000/facts/{fact['id']}" if name == "page" else fact[name]
    first, *rest = matched(client, query=words)
    assert (first["id"], first["match"], first["score"]) == (fact["id"], True, 100.0)
    assert not any(one["match"] for one in rest)


def test_of_equals_the_fact_of_most_documents_is_first(client, fact, monkeypatch):
    monkeypatch.setattr(reconcile, "likeness", lambda *_: 50.0)
    found = [one["id"] for one in matched(client, query="Norsund", limit=20)]
    claims = [client.get(f"/v1/facts/{name}").json()["fact"]["claims"] for name in found]
    assert len(set(claims)) > 1
    assert claims == sorted(claims, reverse=True)


def test_words_of_nothing_match_nothing(client, fact):
    assert not any(one["match"] for one in matched(client, query="bakery loaves"))
    assert matched(client, query="") == []


def test_as_of_is_a_property(client, fact):
    def of(day):
        first = matched(client, query=fact["question"], properties=[{"pid": "as_of", "v": day}])[0]
        return {one["id"]: one["value"] for one in first["features"]}["as_of"]

    assert of("2024-12-31") == of("2025-12-31") == of("2024") == 100
    assert of("1900-01-01") == of("yesterday") == 0


def test_a_value_counts_on_its_day(client, fact):
    def of(value, day):
        properties = [{"pid": "value", "v": value}, {"pid": "as_of", "v": day}]
        first = matched(client, query=fact["question"], properties=properties)[0]
        return {one["id"]: one["value"] for one in first["features"]}["value"]

    assert of(61, "2024-12-31") == of(fact["values"][1]["label"], "2025-12-31") == 100
    assert of(64, "2024-12-31") == of(["7", "8"], "2025-12-31") == 0


def test_types_narrow_and_limits_hold(client, fact):
    assert matched(client, query=fact["question"], type="measure")[0]["id"] == fact["id"]
    assert matched(client, query=fact["question"], type=["fact"])[0]["id"] == fact["id"]
    assert fact["id"] not in {one["id"] for one in matched(client, query=fact["question"], type="money")}
    assert matched(client, query=fact["question"], type="money", type_strict="should")[0]["id"] == fact["id"]
    assert len(matched(client, query="Norsund", limit=1)) == 1


def test_properties_alone_are_a_query(client, fact):
    ((subject,),) = fetched(client, [fact["id"]], {"id": "subject"})["rows"][fact["id"]].values()
    found = matched(client, properties=[{"pid": "subject", "v": {"id": "x", "name": subject["str"]}}])
    assert fact["id"] in {one["id"] for one in found}


def test_values_are_fetched_for_a_day(client, fact):
    made = fetched(
        client,
        [fact["id"], "nothing"],
        {"id": "value", "settings": {"as_of": "2024-12-31"}},
        {"id": "number"},
        {"id": "as_of"},
        {"id": "sources"},
        {"id": "colour"},
    )
    assert [each["id"] for each in made["meta"]] == ["value", "number", "as_of", "sources", "colour"]
    row = made["rows"][fact["id"]]
    assert row["value"] == [{"str": fact["values"][0]["label"]}]
    assert row["as_of"] == [{"date": "2025-06-01T00:00:00Z"}]
    assert row["colour"] == []
    assert not any(made["rows"]["nothing"].values())


def test_what_is_typed_is_completed(client, fact):
    found = client.get(f"{PLACE}suggest/entity", params={"prefix": "lighth"}).json()["result"]
    assert fact["id"] in {one["id"] for one in found}
    assert client.get(f"{PLACE}suggest/entity", params={"prefix": fact["id"]}).json()["result"][0]["id"] == fact["id"]
    assert client.get(f"{PLACE}suggest/entity", params={"prefix": "lighth", "cursor": 99}).json()["result"] == []
    assert [one["id"] for one in client.get(f"{PLACE}suggest/property", params={"prefix": "as"}).json()["result"]] == [
        "as_of"
    ]
    assert {"id": "fact", "name": "Fact"} in client.get(f"{PLACE}suggest/type").json()["result"]


def test_a_preview_may_stand_in_a_frame_and_nothing_else_may(client, fact):
    shown = client.get(f"{PLACE}preview/{fact['id']}")
    assert fact["question"] in shown.text
    assert "frame-ancestors *" in shown.headers["content-security-policy"]
    assert "content-security-policy" not in client.get(PLACE).headers
    assert client.get(f"{PLACE}preview/nothing").status_code == 404


def test_a_batch_has_at_most_fifty_entries(client, fact):
    queries = {f"q{number}": {"query": "x"} for number in range(51)}
    for form in ({"queries": json.dumps(queries)}, {"extend": json.dumps({"ids": ["x"] * 51, "properties": []})}):
        refused = client.post(PLACE, data=form)
        assert refused.status_code == 413
        assert refused.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "given", ["", "{", "[]", '{"q": {}}', '{"q": {"query": "a", "limit": -1}}', '"\\ud800"', "null"]
)
def test_what_is_no_query_is_a_bad_request(given, client):
    for refused in (client.get(PLACE, params={"queries": given}), client.post(PLACE, data={"queries": given + " "})):
        assert refused.status_code == 400, given
        assert refused.headers["content-type"] == "application/problem+json"


def test_pages_of_other_sites_may_read_every_answer(client, fact):
    places = ("", "suggest/entity", "suggest/type", "suggest/property", "properties", "preview/nothing", "nowhere")
    for place in places:
        answered = client.get(f"{PLACE}{place}", headers={"Origin": "https://sheets.example"})
        assert answered.headers["access-control-allow-origin"] == "*", place
        asked = client.options(f"{PLACE}{place}", headers={"Origin": "https://sheets.example"})
        assert asked.status_code == 204
        assert "POST" in asked.headers["access-control-allow-methods"]
    assert "access-control-allow-origin" not in client.get("/v1/facts").headers
    too_large = client.post(PLACE, content=b"", headers={"content-length": str(10**9)})
    assert too_large.status_code == 413
    assert too_large.headers["access-control-allow-origin"] == "*"


@pytest.fixture(scope="module")
def valid():
    """A check against the official schema of a name."""
    file = SHARED / "schemas.jsonl"
    if not file.exists() and os.environ.get("CI") != "true":
        pytest.skip("the shared material is missing")
    lines = [orjson.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    schemas = {each["id"].rsplit("/", 1)[1]: each["schema"] for each in lines if each["id"].startswith("0.2/")}
    base = "https://reconciliation-api.github.io/specs/0.2/schemas/"
    resources = [(f"{base}{name}", told) for name, told in schemas.items()]
    resources += [(told["$id"], told) for told in schemas.values() if "$id" in told]
    registry = jsonschema_rs.Registry(resources)

    def check(name, instance):
        validator = jsonschema_rs.validator_for({"$ref": f"{base}{name}.json"}, registry=registry)
        return validator.is_valid(instance)

    return check


@pytest.mark.corpus
def test_everything_that_is_told_is_as_the_official_schemas_say(client, fact, valid):
    get = client.get
    assert valid("manifest", get(PLACE).json())
    asked = {"q0": {"query": "lighthouse", "properties": [{"pid": "as_of", "v": "2025"}]}, "q1": {"query": "none"}}
    assert valid("reconciliation-query-batch", asked)
    assert valid("reconciliation-result-batch", client.post(PLACE, data={"queries": json.dumps(asked)}).json())
    for sort, name in (("entity", "entities"), ("property", "properties"), ("type", "types")):
        assert valid(f"suggest-{name}-response", get(f"{PLACE}suggest/{sort}", params={"prefix": ""}).json())
    assert valid("suggest-entities-response", get(f"{PLACE}suggest/entity", params={"prefix": "li"}).json())
    proposed = get(f"{PLACE}properties", params={"type": "fact"}).json()
    assert valid("data-extension-property-proposal", proposed)
    ids = [one["id"] for one in client.get("/v1/facts").json()["items"]]
    wanted = [{"id": each["id"]} for each in proposed["properties"]]
    made = fetched(client, [*ids, "nothing"], *wanted)
    assert valid("data-extension-response", made)
    assert not valid("data-extension-response", {"meta": [], "rows": {"a": {"b": [{"date": "2025-06-01"}]}}})


@pytest.mark.corpus
def test_the_official_queries_are_understood_and_the_wrong_ones_refused(client, fact, valid):
    lines = [orjson.loads(line) for line in (SHARED / "all.jsonl").read_text(encoding="utf-8").splitlines()]
    chosen = [each for each in lines if each["version"] == "0.2" and each["schema"] == "reconciliation-query-batch"]
    assert {each["valid"] for each in chosen} == {True, False}
    for each in chosen:
        answered = client.post(PLACE, data={"queries": json.dumps(each["instance"])})
        assert answered.status_code == (200 if each["valid"] else 400), each["id"]
        if each["valid"]:
            assert set(answered.json()) == set(each["instance"])
            assert valid("reconciliation-result-batch", answered.json())


def test_a_spreadsheet_on_another_site_may_ask_where_there_are_pages(database):
    from web.app import create_app

    with TestClient(create_app(Settings(database=database))) as client:
        foreign = {"Origin": "https://sheets.example", "Sec-Fetch-Site": "cross-site"}
        made = client.post(PLACE, data={"queries": '{"q": {"query": "light"}}'}, headers=foreign)
        assert (made.status_code, made.json()) == (200, {"q": {"result": []}})
        assert made.headers["access-control-allow-origin"] == "*"
        assert made.headers["cross-origin-resource-policy"] == "cross-origin"
        assert client.post("/v1/documents", json=HIGH, headers=foreign).status_code == 403
        for place in (f"{PLACE}nowhere", "/v1alpha1/claims:search", "/unapi?id=nothing"):
            refused = client.get(place, headers={"Accept": "application/problem+json"})
            assert refused.headers["content-type"] == "application/problem+json", place
