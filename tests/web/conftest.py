from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from starlette.testclient import TestClient

from registry.config import Settings
from web.app import create_app

OLD = {
    "text": "The lighthouse of Norsund is 61 metres high. Its keeper tends 14 lamps.",
    "title": "The old light",
    "publisher": "Harbour Board",
    "published": "2024-05-31",
    "url": "https://norsund.example/light",
}
NEW = {
    "text": "The lighthouse of Norsund is 64 metres high, the council said.",
    "title": "Measured again",
    "publisher": "Harbour Herald",
    "published": "2024-06-02",
}


@pytest.fixture
def client(database: str) -> Iterator[TestClient]:
    """The whole service over an empty registry."""
    with TestClient(create_app(Settings(database=database, reviewer="Ito")), follow_redirects=False) as made:
        yield made


@pytest.fixture
def disputed(client: TestClient) -> TestClient:
    """The service over two documents that disagree about one fact."""
    for entry in (OLD, NEW):
        assert client.post("/add/text", data=entry).status_code == 303
    return client


def links(html: str, start: str) -> list[str]:
    """The addresses on a page that begin so, each once and in order."""
    found = re.findall(rf'(?:href|action)="({re.escape(start)}[^"#]*)', html)
    return list(dict.fromkeys(unescape(each) for each in found))


def heading(html: str) -> str:
    """The words of a page's heading."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", "", found.group(1))).strip() if found else ""
