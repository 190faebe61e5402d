"""Whatever goes wrong is a problem, says what to do, and tells nothing of the inside."""

from __future__ import annotations

import inspect
from typing import Any

import anyio
import orjson
import pytest
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from fastapi.testclient import TestClient

from api.app import create_app
from api.gate import MAX_LINE
from api.problems import KINDS, MEDIA_TYPE, STATUS, named
from registry import errors
from registry.config import Settings

EVERY = [sort for _, sort in inspect.getmembers(errors, inspect.isclass) if issubclass(sort, errors.RegistryError)]


def told(response, status: int, name: str) -> dict[str, Any]:
    """The problem of a response, checked for what every problem has."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == MEDIA_TYPE
    problem: dict[str, Any] = response.json()
    assert problem["type"] == f"http://localhost:8000/problems/{name}"
    assert problem["status"] == status
    assert problem["title"] == KINDS[name].title
    assert problem["detail"].endswith((".", "?"))
    assert problem["instance"].startswith("urn:uuid:")
    assert "Traceback" not in response.text
    return problem


@pytest.mark.parametrize("sort", EVERY)
def test_every_error_of_the_domain_has_a_problem(sort):
    assert named(sort("Something.")) in KINDS
    assert sort in STATUS or sort.__mro__[1] in STATUS


@pytest.mark.parametrize("name", KINDS)
def test_every_problem_leads_to_a_page_that_explains_it(name, client):
    page = client.get(f"/problems/{name}")
    assert page.status_code == 200
    assert KINDS[name].title in page.text
    assert KINDS[name].title in client.get("/problems").text


def test_an_unknown_problem_is_a_problem(client):
    told(client.get("/problems/nonsense"), 404, "not-found")


def test_an_unknown_address_is_a_problem(client):
    told(client.get("/v1/nothing"), 404, "not-found")


def test_a_wrong_method_names_the_right_ones(client):
    response = client.delete("/v1/claims")
    told(response, 405, "method-not-allowed")
    assert response.headers["allow"] == "GET, HEAD"
    assert response.json()["detail"] == "DELETE /v1/claims: the address does not do that; it answers GET, HEAD."


def test_a_wrong_method_names_those_of_every_route_of_the_address(client):
    assert client.put("/v1/documents").headers["allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize("place", ["documents", "versions", "claims", "facts", "conflicts"])
def test_an_unknown_id_is_a_problem(place, client):
    told(client.get(f"/v1/{place}/nothing"), 404, "not-found")


def test_values_that_do_not_fit_are_listed_with_their_place(client):
    problem = told(
        client.post("/v1/documents", json={"text": "a", "wrong": 1, "published": "yesterday"}), 422, "invalid"
    )
    assert [each["pointer"] for each in problem["errors"]] == ["/published", "/wrong"]
    problem = told(client.get("/v1/claims", params={"limit": 0, "colour": "red"}), 422, "invalid")
    assert [each["pointer"] for each in problem["errors"]] == ["query/limit", "query/colour"]


@pytest.mark.parametrize("order", [{}, {"text": "a", "url": "https://a.example"}, {"url": "ftp://a.example"}])
def test_a_document_is_a_text_or_an_address(order, client):
    told(client.post("/v1/documents", json=order), 422, "invalid")


def test_a_rule_about_the_whole_body_points_at_all_of_it_in_its_own_words(client):
    problem = told(client.post("/v1/documents", json={}), 422, "invalid")
    assert problem["errors"] == [{"pointer": "", "detail": "Give either text or url"}]
    assert problem["detail"] == "the body: Give either text or url."


@pytest.mark.parametrize(
    ("order", "says"),
    [
        ({"txt": "x"}, "/txt: there is nothing of this name here; look at its spelling."),
        ({"text": "x", "published": "31.5.2024"}, "/published: give a day as 2024-05-31."),
        ({"url": "ftp://norsund.example"}, "/url: give an address that begins with http:// or https://."),
        ({"text": 5}, "/text: give a text in quotes."),
        ([], "the body: send a JSON object in braces."),
    ],
)
def test_a_value_that_does_not_fit_is_told_what_would(order, says, client):
    answer = client.post("/v1/documents", json=order)
    assert answer.status_code == 422
    assert answer.json()["detail"] == says


def test_a_parameter_that_does_not_fit_is_told_what_would(client):
    told = client.get("/v1/claims?limt=3&since=yesterday").json()["errors"]
    assert {each["pointer"]: each["detail"] for each in told} == {
        "query/limt": "there is nothing of this name here; look at its spelling",
        "query/since": "give a day as 2024-05-31",
    }
    told = client.get("/v1/conflicts?limit=999&state=closed").json()["errors"]
    assert {each["pointer"]: each["detail"] for each in told} == {
        "query/limit": "give 200 or less",
        "query/state": "give 'open', 'decided' or 'unsure'",
    }


def test_a_body_that_is_not_json_is_a_bad_request(client):
    response = client.post("/v1/documents", content=b"{", headers={"content-type": "application/json"})
    told(response, 400, "bad-request")


@pytest.mark.parametrize(
    ("body", "headers", "says"),
    [
        (b'{"text": "\xff"}', {"content-type": "application/json"}, "send it in UTF-8"),
        (b"[" * 100_000, {"content-type": "application/json"}, "without lists in lists"),
        (b"\x1f\x8b", {"content-type": "application/json", "content-encoding": "gzip"}, "without Content-Encoding"),
    ],
)
def test_a_body_that_cannot_be_read_says_what_to_send(body, headers, says, client):
    response = client.post("/v1/documents", content=body, headers=headers)
    told(response, 400, "bad-request")
    assert says in response.json()["detail"]


@pytest.mark.parametrize("sort", ["multipart/form-data", "multipart/form-data; boundary=x"])
def test_a_form_that_cannot_be_read_says_what_to_send(sort, client):
    response = client.post("/v1/documents/file", content=b"pier", headers={"content-type": sort})
    told(response, 400, "bad-request")
    assert "the boundary in Content-Type" in response.json()["detail"]


def test_nothing_that_is_given_twice_is_lost_in_silence(client):
    pier, mole = (("file", (f"{name}.txt", f"The {name} is 300 m long.".encode())) for name in ("pier", "mole"))
    both = client.post("/v1/documents/file", files=[pier, mole])
    told(both, 422, "invalid")
    assert both.json()["detail"] == "/file: it is given more than once; send each file by itself."
    assert client.post("/v1/documents/file", files=[pier], data={"title": "Pier"}).status_code == 201
    told(client.get("/v1/documents?publisher=Alder&limit=5&publisher=Birch"), 422, "invalid")
    assert client.get("/v1/documents?publisher=Alder%3D&limit=5").status_code == 200


def test_numbers_beyond_the_database_are_refused(client):
    told(client.get(f"/v1/decisions/{2**63}"), 422, "invalid")
    told(client.get("/v1/decisions/9223372036854775807"), 404, "not-found")


def test_a_body_that_says_it_is_too_large_is_not_read(client):
    response = client.post("/v1/documents", content=b"", headers={"content-length": str(10**9)})
    told(response, 413, "too-large")


def test_a_body_that_grows_too_large_is_stopped(client):
    def stream():
        for _ in range(30):
            yield b" " * 1_000_000

    response = client.post("/v1/documents", content=stream(), headers={"content-type": "application/json"})
    told(response, 413, "too-large")


def test_a_text_over_the_limit_is_too_large(client):
    told(client.post("/v1/documents", json={"text": "a" * 25_000_001}), 413, "too-large")


def test_a_stranger_sends_no_more_than_a_draft(client, stranger):
    document = {"text": "The mill ground 12 sacks. " * 200_000}
    told(stranger.post("/v1/documents", json=document), 413, "too-large")
    bad = {"Authorization": "Bearer claims_x"}
    told(stranger.post("/v1/documents", json=document, headers=bad), 413, "too-large")
    told(client.post("/v1/ask", json=document), 413, "too-large")
    assert client.post("/v1/documents", json={"text": "ab " * 1_500_000}).status_code == 201
    told(stranger.post("/v1/documents", json={"text": "ab"}), 401, "sign-in-needed")


def test_a_stranger_streams_no_more_than_a_draft(stranger):
    def stream():
        for _ in range(20):
            yield b" " * 1_000_000

    response = stranger.post("/v1/documents", content=stream(), headers={"content-type": "application/json"})
    told(response, 413, "too-large")


@pytest.mark.parametrize("flood", ["members", "items", "name"])
def test_a_flood_of_mistakes_is_answered_in_short(client, flood):
    body = {
        "members": {f"k{number}": 1 for number in range(20_000)},
        "items": {"questions": [1] * 20_000},
        "name": {"questions": ["x"], "k" * 1_000_000: 1},
    }[flood]
    response = client.post("/v1/ask", json=body)
    told(response, 422, "invalid")
    assert len(response.content) < 10_000


def test_a_very_long_address_is_refused_before_it_is_read(client):
    told(client.get("/v1/search", params={"q": "a" * (MAX_LINE + 1)}), 414, "address-too-long")


def test_the_empty_character_is_in_no_address(client):
    for address in ("/unapi?id=a%00b", "/v1/claims/a%00b", "/v1/search?q=%00"):
        told(client.get(address), 400, "bad-request")


def test_a_question_of_a_hundred_kilobytes_gets_a_clear_answer(client):
    status, headers, body = asked(client.app, b"q=" + b"124+" * 25_000)
    assert status == 414
    assert headers[b"content-type"] == MEDIA_TYPE.encode()
    assert orjson.loads(body)["detail"] == "The address has 100,009 bytes; send at most 60,000."
    told(client.get("/v1/search", params={"q": "a" * 50_000}), 422, "invalid")
    told(client.get("/v1/ask", params={"q": "a" * 50_000}), 422, "invalid")


def asked(app, query: bytes) -> tuple[int, dict[bytes, bytes], bytes]:
    """A question put to the app without a client, none of which sends one this long."""
    sent: list[dict[str, Any]] = []
    scope = {"type": "http", "method": "GET", "path": "/v1/ask", "query_string": query, "headers": []}

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    anyio.run(app, scope, receive, send)
    return sent[0]["status"], dict(sent[0]["headers"]), sent[1]["body"]


@pytest.mark.parametrize("cursor", ["x", "AAAA", "é", "a" * 1_999, "=" * 8])
def test_a_cursor_that_was_made_up_is_refused(cursor, client):
    told(client.get("/v1/documents", params={"cursor": cursor}), 400, "bad-cursor")


def test_an_unforeseen_error_is_an_internal_problem_without_its_text():
    made = create_app(Settings(database="sqlite://"))
    fail(made)
    with TestClient(made, raise_server_exceptions=False) as client:
        response = client.get("/v1/fail")
        told(response, 500, "internal")
        assert "secret" not in response.text


def fail(app: FastAPI) -> None:
    """A route that breaks."""

    @app.get("/v1/fail")
    def broken():
        raise RuntimeError("the secret inside")


def test_pages_may_say_it_their_own_way():
    made = create_app(Settings(database="sqlite://"))
    made.state.problem_page = lambda _request, problem: HTMLResponse(f"<p>{problem.title}", problem.status)
    with TestClient(made) as client:
        assert client.get("/nothing").text == "<p>There is nothing here"
        told(client.get("/v1/nothing"), 404, "not-found")


@pytest.mark.parametrize(
    ("path", "accept"),
    [
        *((path, "*/*") for path in ("/v1/nothing", "/v1alpha1", "/reconcile", "/v2/facts", "/api")),
        *(("/nothing", accept) for accept in ("application/json", "application/problem+json")),
    ],
)
def test_a_program_that_is_lost_is_told_where_the_description_is(path, accept):
    made = create_app(Settings(database="sqlite://"))
    made.state.problem_page = lambda _request, problem: HTMLResponse(f"<p>{problem.title}", problem.status)
    with TestClient(made) as client:
        response = client.get(path, headers={"Accept": accept})
        assert "/openapi.json" in told(response, 404, "not-found")["detail"]


@pytest.mark.parametrize("path", ["/v1", "/v1/"])
def test_the_root_of_the_api_says_where_to_begin(path, client):
    index = client.get(path).json()
    assert index["description"] == "http://localhost:8000/openapi.json"
    for address in (index["description"], index["problems"], *index["lists"].values()):
        assert client.get(address.removeprefix("http://localhost:8000")).status_code == 200


def test_every_answer_carries_the_id_that_its_problem_names(client):
    response = client.get("/v1/nothing")
    assert response.json()["instance"] == f"urn:uuid:{response.headers['x-request-id']}"
    assert client.get("/healthz").headers["x-request-id"]


def test_heads_are_answered_like_gets(client):
    head, get = client.head("/healthz"), client.get("/healthz")
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["content-length"] == get.headers["content-length"]
