from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from web.edge import Edge, same_origin


def said_done(request: Request) -> PlainTextResponse:
    return PlainTextResponse("done", headers={"Referrer-Policy": "no-referrer"})


@pytest.fixture
def client():
    return TestClient(Edge(Starlette(routes=[Route("/", said_done, methods=["GET", "POST"])])))


@pytest.mark.parametrize(
    ("headers", "allowed"),
    [
        ({}, True),
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "cross-site", "origin": "http://here.example"}, False),
        ({"origin": "http://here.example"}, True),
        ({"origin": "http://evil.example"}, False),
        ({"origin": "null"}, False),
        ({"origin": "http://["}, False),
    ],
)
def test_only_our_own_pages_and_programs_may_write(client, headers, allowed):
    headers = {"host": "here.example", **headers}
    assert same_origin(Headers(headers)) is allowed
    assert client.post("/", headers=headers).status_code == (200 if allowed else 403)
    assert client.get("/", headers=headers).status_code == 200


def test_a_page_may_load_nothing_from_elsewhere_and_sit_in_no_frame(client):
    policy = client.get("/").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-inline" not in policy


def test_an_answer_with_its_own_header_keeps_it(client):
    answer = client.get("/")
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_refused_write_says_why_and_has_the_headers_too(client):
    answer = client.post("/", headers={"sec-fetch-site": "cross-site"})
    assert "another site" in answer.text
    assert "content-security-policy" in answer.headers
