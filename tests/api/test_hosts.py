"""A page of another site that makes its name lead to this machine reads nothing here."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.hosts import misdirected
from registry.config import Settings

SITE = "https://claims.example"


def scope(host, server="127.0.0.1"):
    return {"type": "http", "server": (server, 8000), "headers": [(b"host", host.encode())]}


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "EVIL.Example.", "a.b:x"]
)
def test_another_sites_name_for_this_machine_is_refused(host):
    assert misdirected(scope(host), SITE)
    assert misdirected(scope(host, "::1"), SITE)


@pytest.mark.parametrize(
    "host",
    [
        *("localhost:8000", "127.0.0.1:8000", "127.1", "[::1]:8000", "newsroom", "a.localhost", "192.168.1.7:8000"),
        *("claims.example", "Claims.example:443", "claims.example.", ""),
    ],
)
def test_its_own_names_and_numbers_are_answered(host):
    assert misdirected(scope(host), SITE) is None


def test_on_a_network_every_name_is_answered():
    assert misdirected(scope("desk.newsroom.example", "192.168.1.7"), SITE) is None
    assert misdirected({**scope("a.example"), "server": None}, SITE) is None
    assert misdirected(scope("a.example", "/run/claims.sock"), SITE) is None


def test_the_refusal_is_a_problem(database):
    made = create_app(Settings(database=database))

    async def served_here(scope, receive, send):
        await made({**scope, "server": ("127.0.0.1", 8000)}, receive, send)

    with TestClient(made):
        client = TestClient(served_here)
        refused = client.get("/v1/facts", headers={"Host": "evil.example:8000"})
        assert (refused.status_code, refused.headers["content-type"]) == (421, "application/problem+json")
        assert client.get("/v1/facts", headers={"Host": "localhost:8000"}).status_code == 200
