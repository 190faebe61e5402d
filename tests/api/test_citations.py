"""Citations of documents, of chosen words and of facts: through the API, unAPI and the command line."""

from __future__ import annotations

import csv
import io
import json

import pytest
import rispy

from registry.cli import main
from registry.cli.opening import settings
from registry.steps.export import EXPORTERS

TEXT = "The mast of the Ada is 31 metres high. The keel of the Ada\nis 28 metres long. It is old. It is old."
PAGE = (
    "<html><head><title>The Ada</title></head><body><article><h1>The Ada</h1>"
    "<p>The mast of the Ada is 31 metres high.</p><p>The keel of the Ada is 28 metres long.</p></article></body></html>"
)


@pytest.fixture
def document(client):
    order = {"text": TEXT, "title": "The Ada", "publisher": "Norsund Shipyard", "published": "2024-05-31"}
    return client.post("/v1/documents", json=order).json()["document_id"]


def cited(client, document, **query):
    return client.get(f"/v1/documents/{document}/citation", params=query)


@pytest.mark.parametrize("style", EXPORTERS)
def test_a_document_is_cited_in_every_style_without_words(client, document, style):
    told = cited(client, document, style=style)
    assert told.status_code == 200
    assert "The Ada" in told.text or style in ("annotation", "bibtex", "biblatex")
    assert "“”" not in told.text
    assert "metres" not in told.text


def test_the_citation_of_a_document_sums_up_its_claims(client, document):
    told = cited(client, document, style="apa").text
    assert told.startswith("Norsund Shipyard. (2024, May 31). The Ada.")
    assert "Standing: 2 claims, all undisputed." in told
    assert f"/documents/{document}" in told
    (item,) = json.loads(cited(client, document, style="csl").text)
    assert item["note"].startswith("document: ")
    assert "selector" not in item["custom"]


def test_a_document_with_a_figure_that_changed_since_is_not_all_undisputed(client):
    guild = {"text": "The guild of Norsund has 40 members.", "title": "The guild", "published": "2024-05-31"}
    client.post("/v1/documents", json=guild)
    later = {"text": "The guild of Norsund has 44 members and 3 halls.", "title": "More", "published": "2026-05-31"}
    document = client.post("/v1/documents", json=later).json()["document_id"]
    told = cited(client, document, style="apa").text
    assert "Standing: 2 claims: 1 changed but not confirmed, 1 undisputed." in told


def test_chosen_words_are_cited_with_their_place_and_what_is_held(client, document):
    told = cited(client, document, style="csv", exact="keel of the Ada is 28 metres")
    (row,) = csv.DictReader(io.StringIO(told.text))
    assert TEXT[int(row["start"]) : int(row["end"])] == "keel of the Ada\nis 28 metres"
    assert row["standing"].startswith("28 metres: ")
    same = cited(client, document, style="csv", start=row["start"], end=row["end"])
    assert same.text == told.text
    assert "no claim in these words" in cited(client, document, start=0, end=8).text


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({"exact": "It is old."}, "several times"),
        ({"exact": "It is young."}, "does not have these words"),
        ({"start": 5}, "start and end"),
        ({"start": 90, "end": 5}, "No words"),
        ({"start": 0, "end": 3, "exact": "Ada"}, "other words"),
        ({"style": "vancouver"}, "no style"),
    ],
)
def test_words_that_are_not_there_once_are_refused(client, document, query, words):
    told = cited(client, document, **query)
    assert told.status_code == 422
    assert told.headers["content-type"] == "application/problem+json"
    assert words in told.text


def test_another_documents_version_is_not_found(client, document):
    assert cited(client, document, version="nothing").status_code == 404
    assert cited(client, "nothing").status_code == 404


def test_chosen_words_of_a_page_have_a_link_that_leads_there_or_none(client):
    file = {"file": ("ada.html", PAGE, "text/html")}
    made = client.post("/v1/documents/file", files=file, data={"address": "https://ada.example/"}).json()
    (item,) = json.loads(cited(client, made["document_id"], style="csl", exact="keel of the Ada").text)
    assert item["URL"].startswith("https://ada.example/#:~:text=")
    across = cited(client, made["document_id"], style="csl", exact="31 metres high. The keel")
    assert json.loads(across.text)[0]["URL"] == "https://ada.example/"


def test_unapi_knows_facts_and_documents(client, document):
    fact = client.get("/v1/facts").json()["items"][0]["id"]
    for name in (document, fact):
        assert client.get("/unapi", params={"id": name}).status_code == 300
        (entry,) = rispy.loads(client.get("/unapi", params={"id": name, "format": "ris"}).text)
        assert entry["title"] == "The Ada"


def test_the_command_line_cites_claims_facts_documents_and_words(client, document, database, monkeypatch, capsys):
    monkeypatch.setenv("CLAIMS_DATABASE", database)
    settings.cache_clear()
    fact = client.get("/v1/facts").json()["items"][0]["id"]
    claim = client.get("/v1/claims", params={"fact_id": fact}).json()["items"][0]["id"]
    for name in (claim, fact, document):
        assert main(["cite", name, "--style", "ris"]) == 0
        assert capsys.readouterr().out.startswith("TY  - ")
    assert main(["cite", document, "--words", "mast of the Ada"]) == 0
    assert "“mast of the Ada”" in capsys.readouterr().out
    assert main(["cite", "nothing"]) == 1
    settings.cache_clear()
