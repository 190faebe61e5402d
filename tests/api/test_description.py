"""The OpenAPI document: true, complete, and its examples work."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from api.app import create_app
from api.problems import KINDS
from registry.config import Settings
from registry.steps.export import EXPORTERS
from tests.people import enrolled

HEAVY = ("spacy", "pypdfium2", "trafilatura", "nupunkt", "docx", "lxml", "httpx", "numpy")


@pytest.fixture
def described():
    """The document."""
    return create_app(Settings()).openapi()


def operations(described):
    """Every operation with its path and method."""
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def test_every_operation_is_named_tagged_and_described(described):
    seen = [operation["operationId"] for _, _, operation in operations(described)]
    assert len(seen) == len(set(seen)) > 20
    for _, _, operation in operations(described):
        assert operation["tags"]
        assert operation["description"].endswith(".")
        assert operation["operationId"].isidentifier()


def test_every_failure_that_is_promised_is_a_problem(described):
    for path, method, operation in operations(described):
        failures = {code: response for code, response in operation["responses"].items() if code >= "400"}
        assert "422" in failures, (path, method)
        enveloped = ["application/json"] if path.startswith("/v1alpha1/") else []
        for response in failures.values():
            assert list(response["content"]) == ["application/problem+json", *enveloped]


def test_every_reference_leads_somewhere(described):
    def references(node):
        if isinstance(node, dict):
            yield from (value for key, value in node.items() if key == "$ref")
            yield from (found for value in node.values() for found in references(value))
        elif isinstance(node, list):
            yield from (found for value in node for found in references(value))

    for reference in references(described):
        assert reference.removeprefix("#/components/schemas/") in described["components"]["schemas"]


def test_no_table_and_no_inside_goes_over_the_wire(described):
    assert not {"fact_key", "uri_key", "low_float", "data"} & {
        name for schema in described["components"]["schemas"].values() for name in schema.get("properties", {})
    }


def examples(described, operation):
    """The bodies that an operation gives as examples."""
    body = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if not body:
        return [None]
    schema = described["components"]["schemas"][body["schema"]["$ref"].rsplit("/", 1)[1]]
    return schema["examples"]


def query(operation):
    """The example of every parameter of the query that has one."""
    asked = [each for each in operation.get("parameters", []) if each["in"] == "query"]
    given = {each["name"]: each["schema"].get("examples", each.get("examples")) for each in asked}
    return {name: values[0] for name, values in given.items() if values}


@pytest.fixture
def known(client, described):
    """Ids to put into paths, of what the documents' example brought, which stands in conflict with another."""
    body = described["components"]["schemas"]["DocumentIn"]["examples"][0]
    other = body | {"text": body["text"].replace("61", "58"), "address": "https://coast.example/norsund"}
    made = [client.post("/v1/documents", json=order).json() for order in (body, other)]
    conflict = client.get("/v1/conflicts").json()["items"][0]
    claim = client.get("/v1/claims").json()["items"][0]
    ids = {"document_id": made[0]["document_id"], "version_id": made[0]["version_id"], "claim_id": claim["id"]}
    ids |= {"conflict_id": conflict["id"], "fact_id": conflict["fact_id"], "decision_id": "1"}
    hook = client.post("/v1/webhooks", json={"url": "https://paper.example/hooks/claims"}).json()["webhook"]["id"]
    sent = client.post(f"/v1/webhooks/{hook}/test").json()["id"]
    watch = client.post("/v1/watches", json={"name": "Norsund", "facts": [conflict["fact_id"]]}).json()["watch"]["id"]
    ids |= {"person_id": enrolled(client.app.state.settings.database, "Ben").id}
    named = {"Idempotency-Key": "an invitation"}
    ids |= {"link_id": client.post("/v1/invitations", json={}, headers=named).json()["id"], "key": "an invitation"}
    return ids | {"webhook_id": hook, "message_id": sent, "watch_id": watch}


def deed(client, known, path):
    """The number of what a path takes back, done just before; 0 for a path that takes nothing back."""
    if path.startswith("/v1/corrections/"):
        order = {"value": "63 m"}
        standing = next(claim for claim in client.get("/v1/claims").json()["items"] if claim["value"]["unit"] == "m")
        return client.post(f"/v1/claims/{standing['id']}/corrections", json=order).json()["number"]
    if path.startswith("/v1/groupings/"):
        facts = [fact["id"] for fact in client.get("/v1/facts").json()["items"]]
        order = {"other": facts[1]}
        return client.post(f"/v1/facts/{facts[0]}/merge", json=order).json()["number"]
    return 0


def living(client, known, body):
    """A body whose ids name what is there: an example cannot know them."""
    if body and "other" in body:
        other = next(fact["id"] for fact in client.get("/v1/facts").json()["items"] if fact["id"] != known["fact_id"])
        return body | {"other": other}
    if body and "claims" in body and "reason" in body:
        return body | {
            "claims": [client.get("/v1/claims", params={"fact_id": known["fact_id"]}).json()["items"][0]["id"]]
        }
    return body


def conditions(client, operation, place):
    """The If-Match of an operation that asks for one: the tag of the resource that it is about."""
    if not any(each["name"] == "If-Match" for each in operation.get("parameters", [])):
        return {}
    return {"If-Match": client.get(place.removesuffix("/decisions").removesuffix("/secret")).headers["etag"]}


def test_the_examples_work(described, client, known):
    called = 0
    for path, method, operation in sorted(operations(described), key=lambda each: each[1], reverse=True):
        for body in examples(described, operation):
            if operation["operationId"] == "add_file" or (body and "url" in body and path == "/v1/documents"):
                continue
            place = path.format(**known, number=deed(client, known, path))
            headers = conditions(client, operation, place)
            response = client.request(
                method,
                place,
                params=query(operation),
                json=living(client, known, body),
                headers=headers,
                follow_redirects=False,
            )
            assert str(response.status_code) in operation["responses"], (place, response.text)
            assert response.status_code < 400, (place, response.text)
            called += 1
    assert called > 25


def test_importing_the_api_loads_no_reader_and_no_parser():
    code = f"import sys, api.app; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_route_and_every_problem_is_in_the_docs(described):
    text = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
    for path, _, operation in operations(described):
        assert path in text or f"`/{path.rsplit('/', 1)[1]}`" in text, operation["operationId"]
    for name in KINDS:
        assert f"`{name}`" in text
    for name in EXPORTERS:
        assert f"`{name.removesuffix('-html')}`" in text
