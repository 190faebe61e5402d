from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from registry.config import Settings
from tests.web.conftest import heading
from tests.web.sound import well_formed
from web.app import create_app


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing", 404),
        ("/conflicts/unknown", 404),
        ("/claims/unknown", 404),
        ("/facts/unknown", 404),
        ("/documents/unknown", 404),
        ("/queue?state=nonsense", 422),
        ("/queue?cursor=nonsense", 422),
        ("/conflicts/" + "x" * 300, 422),
    ],
)
def test_people_get_a_page_that_says_what_went_wrong(client, path, status):
    answer = client.get(path)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert heading(answer.text)
    well_formed(answer.text)


@pytest.mark.parametrize(("length", "status"), [(6_000, 422), (60_500, 414)])
def test_a_question_that_is_too_long_is_refused_with_a_page(client, length, status):
    answer = client.get("/search?q=" + "x" * length)
    assert answer.status_code == status
    assert heading(answer.text)


def test_programs_get_a_problem(client):
    answer = client.get("/v1/claims/unknown")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert "content-security-policy" in answer.headers


def test_who_asks_too_often_is_led_back_to_where_they_were(database):
    with TestClient(create_app(Settings(database=database, rate=1))) as client:
        client.get("/queue?state=unsure")
        answer = client.get("/queue?state=unsure")
    assert answer.status_code == 429
    assert '<a class="button primary" href="/queue?state=unsure">Look again</a>' in answer.text
