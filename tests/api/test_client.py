"""The Python client and `claims --registry URL`, against the real API."""

from __future__ import annotations

import io

import httpx
import pytest

from registry import errors
from registry.actions import verify
from registry.cli import main, remote
from registry.client import Registry
from tests.api.test_doors import HIGH, LOW

SITE = "http://testserver"


class Through(httpx.BaseTransport):
    """httpx requests, answered by the app in this process."""

    def __init__(self, client):
        self.client = client

    def handle_request(self, request):
        told = self.client.request(
            request.method,
            str(request.url),
            content=request.read(),
            headers=dict(request.headers),
            follow_redirects=False,
        )
        headers = [(name, value) for name, value in told.headers.items() if name != "content-encoding"]
        return httpx.Response(told.status_code, headers=headers, content=told.content)


@pytest.fixture
def registry(client):
    """The client, with a conflict in the registry."""
    with Registry(SITE, client=httpx.Client(transport=Through(client), follow_redirects=True)) as made:
        for order in (HIGH, LOW):
            assert made.add(**order)["created"]
        yield made


def test_what_can_be_asked_of_the_api_can_be_asked_of_the_client(registry):
    (row,) = registry.conflicts(state="open")
    assert [side["label"] for side in row["sides"]]
    claims = list(registry.claims(fact_id=row["fact_id"]))
    assert {claim["span"]["exact"] for claim in claims} == {"61 metres", "58 metres"}
    assert registry.claim(claims[0]["id"]) == claims[0]
    assert claims[0]["id"] in {claim["id"] for claim in registry.search("lighthouse")["claims"]}
    assert claims[0]["digest"] in registry.cite(claims[0]["id"], "bibtex")
    assert row["fact_id"] in {fact["id"] for fact in registry.facts()}
    assert registry.fact(row["fact_id"]).told["fact"]["claims"] == len(claims)
    asked = registry.ask("The lighthouse of Norsund is 44 metres high.")
    assert asked["answers"][0]["outcome"]
    into = io.BytesIO()
    registry.pack(row["fact_id"], into)
    assert verify.verify(into).wrong == ()


def test_lists_go_on_over_pages(registry, client):
    text = " ".join(f"The mast of ship {number} is {number} metres high." for number in range(50, 110))
    assert registry.add(text=text)["claims"] >= 60
    found = [claim["id"] for claim in registry.claims()]
    assert len(found) == len(set(found)) > 60


def test_deciding_takes_the_etag_of_what_was_read(registry):
    (row,) = registry.conflicts(state="open")
    read = registry.conflict(row["id"])
    made = registry.decide(row["id"], "side", etag=read.etag, side=1, reason="Measured.")
    assert made["label"] == row["sides"][0]["label"]
    with pytest.raises(errors.Refused, match="changed"):
        registry.decide(row["id"], "time", etag=read.etag)


def test_refusals_are_the_errors_of_the_registry(registry):
    with pytest.raises(errors.NotFound):
        registry.claim("nothing")
    with pytest.raises(errors.InvalidValue):
        registry.add(text="a", published="yesterday")
    with pytest.raises(errors.InvalidValue):
        Registry("claims.example")


@pytest.mark.parametrize("answer", [httpx.Response(502, text="<h1>Bad"), httpx.Response(200 + 300, json=[]), None])
def test_what_is_no_registry_is_unavailable(answer):
    def answering(request):
        if answer is None:
            raise httpx.ConnectError("refused", request=request)
        return answer

    client = httpx.Client(transport=httpx.MockTransport(answering))
    with Registry(SITE, client=client) as there, pytest.raises(errors.Unavailable):
        there.search("lighthouse")


@pytest.fixture
def elsewhere(client, monkeypatch):
    """The command line with a registry elsewhere."""
    through = Through(client)
    made = lambda address, **more: Registry(address, **more, client=httpx.Client(transport=through))  # noqa: E731
    monkeypatch.setattr(remote, "Registry", made)
    monkeypatch.setenv("CLAIMS_TOKEN", client.headers["Authorization"].removeprefix("Bearer "))
    return lambda *words: main(["--registry", SITE, *map(str, words)])


def test_the_command_line_asks_elsewhere(registry, elsewhere, capsys):
    claim = next(registry.claims())["id"]
    row = next(registry.conflicts())
    for arguments, words in (
        (["ask", "The lighthouse of Norsund is 44 metres high."], ":"),
        (["search", "lighthouse"], claim),
        (["conflicts"], row["id"]),
        (["conflicts", row["id"]], "58 metres"),
        (["cite", claim, "--style", "csl"], claim),
        (["cite", row["fact_id"], "--style", "csl"], claim),
        (["cite", registry.claim(claim)["source"]["id"]], "1 claim, disputed"),
        (["cite", registry.claim(claim)["source"]["id"], "--words", "lighthouse"], "“lighthouse”"),
        (["rules"], "contradiction"),
    ):
        assert elsewhere(*arguments) == 0
        assert words in capsys.readouterr().out, arguments
    for verb in (["recheck"], ["users", "list"], ["export", "x.sqlite"], ["work"], ["serve"], ["migrate"]):
        assert elsewhere(*verb) == 2
        assert "leave --registry out" in capsys.readouterr().err


def test_the_place_of_the_option_does_not_matter(registry, elsewhere, capsys):
    assert main(["search", "lighthouse", "--registry", SITE]) == 0
    assert next(registry.claims())["id"] in capsys.readouterr().out


def test_what_opens_no_registry_runs_here(registry, elsewhere, tmp_path, capsys):
    row = next(registry.conflicts())
    assert elsewhere("pack", row["fact_id"], "-o", tmp_path / "pack.zip") == 0
    assert elsewhere("verify", tmp_path / "pack.zip") == 0
    assert "all as it should be" in capsys.readouterr().out


def test_the_command_line_adds_elsewhere(elsewhere, registry, tmp_path, capsys, monkeypatch):
    file = tmp_path / "mast.txt"
    file.write_text("The mast of the Ada is 31 metres high.", encoding="utf-8")
    known = ("--title", "The Ada", "--publisher", "Norsund Shipyard", "--published", "2024-05-31")
    assert elsewhere("add", file, *known) == 0
    assert "1 claim " in capsys.readouterr().out
    (one,) = [row for row in registry.documents() if row["source"]["title"] == "The Ada"]
    assert (one["source"]["publisher"], one["source"]["published"]) == ("Norsund Shipyard", "2024-05-31")
    assert elsewhere("add", file, *known) == 0
    assert "these bytes already" in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO("The keel of the Ada is 28 metres long."))
    assert elsewhere("add", "-", "--url", "https://ada.example/keel") == 0
    assert "https://ada.example/keel" in {row["source"]["url"] for row in registry.documents()}
    assert elsewhere("add", tmp_path / "missing.txt") == 2


def test_the_command_line_decides_elsewhere_and_takes_it_back(elsewhere, registry, capsys):
    row = next(registry.conflicts(state="open"))
    assert elsewhere("decide", row["id"], "1", "--reason", "Measured.") == 0
    number = int(capsys.readouterr().out.split()[-1])
    assert registry.decision(number)["reason"] == "Measured."
    assert elsewhere("decide", row["id"], "time") == 1
    assert "--supersedes" in capsys.readouterr().err
    assert elsewhere("decide", row["id"], "time", "--supersedes", number) == 0
    second = int(capsys.readouterr().out.split()[-1])
    assert elsewhere("undo", second) == 0
    assert registry.conflict(row["id"]).told["decisions"][-1]["side"] == 1
    third = int(capsys.readouterr().out.split()[-1])
    assert elsewhere("undo", third) == 0


def test_the_command_line_teaches_elsewhere(elsewhere, registry, capsys):
    assert elsewhere("concept", "lighthouse", "beacon") == 0
    assert elsewhere("concept") == 0
    assert "beacon" in capsys.readouterr().out
    assert elsewhere("concept", "lighthouse") == 2
