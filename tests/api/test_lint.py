"""Drafts through the API."""

from __future__ import annotations

import pytest

HELD = {
    "text": "The lighthouse of Norsund is 61 metres high.",
    "publisher": "Norsund Harbour Board",
    "published": "2024-05-31",
}
WRONG = "# Notes\n\n😀 The lighthouse of Norsund is 44 metres high.\n"


@pytest.fixture
def linted(client):
    client.post("/v1/documents", json=HELD)

    def ask(text: str, **more):
        response = client.post("/v1/lint", json={"text": text, **more})
        assert response.status_code == 200, response.text
        return response.json()

    return ask


def test_a_wrong_figure_is_told_with_its_place_sources_and_wording(linted):
    problem = linted(WRONG)["problems"][0]
    assert (problem["rule"], problem["name"], problem["level"]) == ("FACT001", "contradicted", "error")
    assert WRONG[problem["start"] : problem["end"]] == problem["exact"] == "44 metres"
    assert (problem["line"], problem["column"]) == (3, 32)
    assert problem["proposal"].endswith("The lighthouse of Norsund is 61 metres high.")
    assert problem["sources"][0]["name"] == "Norsund Harbour Board"
    assert problem["fix"]["text"] == "61"


def test_a_right_figure_is_left_alone(linted):
    assert linted(HELD["text"])["problems"] == []


def test_a_suppressed_problem_is_told_apart(linted):
    told = linted(f"<!-- claims-lint-disable-file FACT001 -- a specimen -->\n\n{WRONG}")
    assert told["problems"] == []
    assert [one["rule"] for one in told["suppressed"]] == ["FACT001"]


def test_figures_without_support_are_told_when_asked_for(linted):
    text = "The ferry carries 240 passengers."
    assert linted(text)["problems"] == []
    assert [one["rule"] for one in linted(text, unsupported=True)["problems"]] == ["FACT004"]


@pytest.mark.parametrize(
    "body", [{}, {"text": ""}, {"text": "a", "media_type": "image/png"}, {"text": "\ud800 12 boats"}]
)
def test_what_is_no_draft_is_a_problem(client, body):
    import json

    response = client.post("/v1/lint", content=json.dumps(body), headers={"Content-Type": "application/json"})
    assert 400 <= response.status_code < 500
    assert response.headers["content-type"].startswith("application/problem+json")
