"""The language server in a real session over standard input and output; drafts held against registries elsewhere."""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import date
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from api.app import create_app
from registry.actions import ingest, lookup, watching
from registry.actions.ingest import Given
from registry.cli import main
from registry.client import Registry
from registry.config import Settings
from registry.store import Store, open_store
from tests.people import enrolled

TEXT = "Vessel Island covers 42 square kilometres. Vessel Island has 310 inhabitants."
DRAFT = "🏝 Vessel Island covers 24 square kilometres.\n\nVessel Island has 310 inhabitants.\n"
URI = "file:///drafts/island.md"


@pytest.fixture
def filled(store: Store, database: str) -> str:
    """The file of a registry that knows an island."""
    given = Given(None, "Vessel Island", "Island Council", date(2024, 5, 31), "en")
    with store.writing() as session:
        ingest.keep(session, ingest.prepare_text(TEXT, given=given))
    return database.removeprefix("sqlite:///")


@pytest.fixture(autouse=True)
def _only_files(database):
    if not database.startswith("sqlite"):
        pytest.skip("A registry in a file is one on SQLite.")


async def edited(file):
    """An editor opens a draft, asks what it can do, mends it, and looks again."""
    client = LanguageClient("editor", "1")
    came: asyncio.Queue[Any] = asyncio.Queue()
    client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda told: came.put_nowait(told.diagnostics))
    await client.start_io(sys.executable, "-m", "registry", "lsp", "--registry", file)
    told = types.InitializeParams(capabilities=types.ClientCapabilities(), process_id=None, root_uri=None)
    await client.initialize_async(told)
    client.initialized(types.InitializedParams())
    item = types.TextDocumentItem(uri=URI, language_id="markdown", version=1, text=DRAFT)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    first = await asyncio.wait_for(came.get(), 60)
    name = types.TextDocumentIdentifier(URI)
    context = types.CodeActionContext(diagnostics=first)
    asked = types.CodeActionParams(text_document=name, range=first[0].range, context=context)
    offered: Any = await client.text_document_code_action_async(asked)
    edit = offered[0].edit.changes[URI][0]
    change = types.TextDocumentContentChangePartial(range=edit.range, text=edit.new_text)
    version = types.VersionedTextDocumentIdentifier(uri=URI, version=2)
    client.text_document_did_change(types.DidChangeTextDocumentParams(version, [change]))
    then = await asyncio.wait_for(came.get(), 60)
    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()
    return first, offered, then


def test_an_editor_shows_a_wrong_figure_and_mends_it(filled):
    first, offered, then = asyncio.run(edited(filled))
    assert [one.code for one in first] == ["FACT001"]
    assert "The registry holds 42 square kilometres" in first[0].message
    start = first[0].range.start
    before = "🏝 Vessel Island covers ".encode("utf-16-le")
    assert (start.line, start.character) == (0, len(before) // 2)
    assert [one.title for one in offered] == ["Write “42”", "Insert the citation after the sentence"]
    assert list(then) == []


def test_a_registry_in_an_exported_file_holds_no_secret_and_lints(filled, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("registry.cli.opening.settings", lambda: Settings(database=f"sqlite:///{filled}"))
    enrolled(f"sqlite:///{filled}")
    file, draft = tmp_path / "export.sqlite", tmp_path / "draft.md"
    draft.write_text(DRAFT, encoding="utf-8")
    assert main(["export", str(file), "--without-originals"]) == 0
    assert main(["export", str(file)]) == 2
    assert main(["export", str(tmp_path / "again.sqlite"), "--watch", "desk copy"]) == 0
    assert main(["export", str(tmp_path / "none.sqlite"), "--fact", "f1"]) == 2
    source = open_store(f"sqlite:///{filled}")
    with source.reading() as session:
        held = {row.row.name: row.uses for row in watching.watches(session, None).items}
        assert held == {"desk copy": len(lookup.facts(session).items)}
    source.close()
    assert main(["lint", "--registry", str(file), "--format", "line", str(draft)]) == 1
    assert "FACT001" in capsys.readouterr().out
    opened = open_store(f"sqlite:///{file}")
    with opened.engine.connect() as connection:
        for name in ("person", "token", "session"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() == 0
    opened.close()


@pytest.fixture
def elsewhere(filled, monkeypatch):
    """A registry elsewhere; `away` takes it off the network."""
    settings = Settings(database=f"sqlite:///{filled}")
    away: list[bool] = []
    with TestClient(create_app(settings)) as client:
        client.headers.update(enrolled(settings.database).bearer)

        def answer(request: httpx.Request) -> httpx.Response:
            if away:
                raise httpx.ConnectError("no route")
            path = request.url.raw_path.decode()
            told = client.request(request.method, path, content=request.content, headers=dict(request.headers))
            return httpx.Response(told.status_code, content=told.content, headers={"content-type": "application/json"})

        def there(address, **more):
            made = httpx.Client(transport=httpx.MockTransport(answer))
            made.headers.update(client.headers)
            return Registry(address, client=made)

        monkeypatch.setattr("registry.client.Registry", there)
        yield away


def test_a_draft_is_held_against_a_registry_elsewhere_and_its_cache(elsewhere, tmp_path, capsys):
    draft, cache = tmp_path / "draft.md", tmp_path / "cache"
    draft.write_text(DRAFT, encoding="utf-8")
    order = ["lint", "--registry", "https://claims.example", "--cache", str(cache), "--format", "json", str(draft)]
    assert main(order) == 1
    first = json.loads(capsys.readouterr().out)
    elsewhere.append(True)
    assert main(order) == 1
    told = capsys.readouterr()
    assert json.loads(told.out) == first
    assert "What it said before is shown." in told.err
    draft.write_text(DRAFT + "Other words.", encoding="utf-8")
    assert main(order) == 2


def test_a_published_draft_is_watched_from_the_command_line(filled, elsewhere, store, tmp_path, capsys):
    draft = tmp_path / "draft.md"
    draft.write_text("Vessel Island has 310 inhabitants.", encoding="utf-8")
    assert main(["lint", "--registry", filled, "--watch", "https://paper.example/here", str(draft)]) == 0
    there = ["lint", "--registry", "https://claims.example", "--watch", "https://paper.example/there", str(draft)]
    assert main(there) == 0
    with store.reading() as session:
        found = {one.row.name: (one.row.owner, one.uses) for one in watching.watches(session, None).items}
    assert found == {
        "https://paper.example/here": ("reviewer", 1),
        "https://paper.example/there": ("Ito", 1),
    }
    capsys.readouterr()
