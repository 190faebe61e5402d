from __future__ import annotations

import re
from html import unescape

import pytest

from registry.config import Settings
from tests.web.conftest import heading, links
from tests.web.sound import well_formed
from web import rendering
from web.app import warm


@pytest.mark.parametrize(
    "path",
    ["/", "/queue", "/queue?state=decided", "/documents", "/facts", "/add", "/keys", "/about", "/docs", "/search"],
)
def test_every_page_stands_on_an_empty_registry(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    well_formed(answer.text)
    assert heading(answer.text)


def test_every_page_that_is_linked_stands_and_is_sound(disputed):
    seen: set[str] = set()
    waiting = ["/"]
    while waiting:
        path = waiting.pop()
        seen.add(path)
        answer = disputed.get(path)
        assert answer.status_code == 200, path
        if not answer.headers["content-type"].startswith("text/html") or path.startswith("/problems"):
            continue
        well_formed(answer.text)
        title = re.search(r"<title>(.*?) · Claim registry</title>", answer.text)
        assert title, path
        assert title.group(1), path
        found = {unescape(each) for each in re.findall(r'href="(/[^"#]*)', answer.text)}
        waiting += sorted(each for each in found - seen - set(waiting) if not each.startswith("/static/"))
        assert len(seen) < 600
    assert {"/queue", "/documents", "/add", "/keys", "/about", "/docs"} <= seen


@pytest.mark.parametrize("path", ["/problems", "/ratings"])
def test_a_page_of_the_api_may_use_its_own_style(disputed, path):
    answer = disputed.get(path)
    assert "<body style=" in answer.text
    assert "style-src 'unsafe-inline'" in answer.headers["content-security-policy"]


def test_the_api_is_described_without_another_host(client):
    page = client.get("/docs").text
    assert "/v1/conflicts/{conflict_id}/decisions" in page
    assert "https://cdn" not in page


def test_static_files_may_be_kept_and_change_their_address_with_their_words(client):
    sheet = links(client.get("/").text, "/static/tokens.css")[0]
    assert re.search(r"\?[0-9a-f]{10}$", sheet)
    assert "immutable" in client.get(sheet).headers["cache-control"]
    assert client.get("/static/nothing.css").status_code == 404


def test_a_server_compiles_its_templates_and_reads_before_its_first_visitor(monkeypatch):
    read = []
    monkeypatch.setattr("web.app.ask.read", lambda text, *, model: read.append(model))
    made = rendering.environment()
    assert made.cache is not None
    made.cache.clear()
    warm(Settings(model="another"))
    assert read == ["another"]
    assert len(made.cache) >= len(made.list_templates(["html"])) > 40
