"""Evidence packs: complete, readable, and no change to them goes unseen."""

from __future__ import annotations

import io
import json
import zipfile
from hashlib import sha256

import pytest

from registry.actions import verify
from registry.cli import main
from registry.cli.opening import settings
from registry.errors import InvalidValue
from registry.steps.export import EXPORTERS
from tests.api.test_doors import HIGH, LOW

ODD = LOW | {"text": "🗼 Pru\u0308fung <b>: the lighthouse of Norsund is 58 metres high."}


@pytest.fixture
def fact(client):
    """The id of a fact with two sources."""
    for order in (HIGH, ODD):
        assert client.post("/v1/documents", json=order).status_code == 201
    return client.get("/v1/conflicts").json()["items"][0]["fact_id"]


@pytest.fixture
def packed(client, fact):
    """The pack of that fact."""
    response = client.get(f"/v1/facts/{fact}/pack")
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/zip"
    assert int(response.headers["content-length"]) == len(response.content)
    return response.content


def files(data):
    with zipfile.ZipFile(io.BytesIO(data)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def rezipped(told):
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as zipped:
        for name, data in told.items():
            zipped.writestr(name, data)
    into.seek(0)
    return into


def resealed(told):
    """The files with sums that fit them, as somebody who forges a pack would write."""
    rest = {name: data for name, data in told.items() if name != "SHA256SUMS"}
    sums = "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in rest.items())
    return rezipped(rest | {"SHA256SUMS": sums.encode()})


def test_a_pack_holds_quotes_citations_sources_and_hashes(packed):
    told = files(packed)
    for style in EXPORTERS:
        assert any(name.startswith(f"citations/{style}.") for name in told), style
    manifest = json.loads(told["manifest.json"])
    assert {each["quote"] for each in manifest["claims"]} == {"61 metres", "58 metres"}
    for each in manifest["claims"]:
        assert sha256(told[each["original"]]).hexdigest() == each["sha256"]
        assert told[each["text"]].decode()[each["start"] : each["end"]] == each["quote"]
    listed = [line.split("  ", 1) for line in told["SHA256SUMS"].decode().splitlines()]
    assert {name: digest for digest, name in listed} == {
        name: sha256(data).hexdigest() for name, data in told.items() if name != "SHA256SUMS"
    }
    page = told["index.html"].decode()
    assert "<mark>58 metres</mark>" in page
    assert "<b>:" not in page
    assert not any(loaded in page for loaded in ("src=", "<script", "<link", "url("))


def test_a_pack_as_it_was_sent_is_all_right(packed):
    checked = verify.verify(io.BytesIO(packed))
    assert checked.wrong == ()
    assert checked.quotes == 2
    assert checked.files == len(files(packed)) - 1


def test_every_file_that_is_changed_missing_or_added_is_seen(packed):
    told = files(packed)
    for name in told:
        if name in ("SHA256SUMS", "manifest.json"):
            continue
        assert verify.verify(rezipped(told | {name: told[name] + b" "})).wrong, name
        assert verify.verify(rezipped({key: value for key, value in told.items() if key != name})).wrong, name
    assert verify.verify(rezipped(told | {"more.txt": b""})).wrong


def test_fitting_hashes_do_not_hide_a_changed_source_or_quotation(packed):
    told = files(packed)
    (text, *_), (original, *_) = ([name for name in told if part in name] for part in ("text.txt", "original"))
    assert verify.verify(resealed(told)).wrong == ()
    assert verify.verify(resealed(told | {text: b"~" + told[text]})).wrong
    assert verify.verify(resealed(told | {original: told[original] + b" "})).wrong
    assert verify.verify(
        resealed(told | {"manifest.json": told["manifest.json"].replace(b"61 metres", b"62 metres")})
    ).wrong


@pytest.mark.parametrize("data", [b"", b"PK", b"hello" * 100])
def test_what_is_no_pack_is_refused(data):
    with pytest.raises(InvalidValue):
        verify.verify(io.BytesIO(data))
    for held in ({"a": data}, {"SHA256SUMS": data, "manifest.json": data}):
        with pytest.raises(InvalidValue):
            verify.verify(rezipped(held))


@pytest.mark.parametrize("name", ["SHA256SUMS", "manifest.json", "text.txt"])
def test_a_pack_that_unpacks_to_too_much_is_not_read_into_memory(packed, monkeypatch, name):
    told = files(packed)
    most = max(map(len, told.values()))
    name = next(each for each in told if each.endswith(name))
    monkeypatch.setattr(verify, "MOST_WHOLE", most)
    with pytest.raises(InvalidValue, match="unpacks to"):
        verify.verify(rezipped(told | {name: told[name] + b"\n" * most}))


def test_a_pack_that_was_cut_short_is_refused(packed):
    with pytest.raises(InvalidValue):
        verify.verify(io.BytesIO(packed[: len(packed) // 2]))


def test_a_flipped_byte_in_a_member_is_seen(packed):
    with zipfile.ZipFile(io.BytesIO(packed)) as zipped:
        member = next(each for each in zipped.infolist() if each.filename == "index.html")
    at = member.header_offset + 200
    broken = packed[:at] + bytes([packed[at] ^ 0xFF]) + packed[at + 1 :]
    assert verify.verify(io.BytesIO(broken)).wrong


def test_the_command_line_packs_and_verifies(client, fact, database, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("CLAIMS_DATABASE", database)
    settings.cache_clear()
    try:
        file = tmp_path / "evidence.zip"
        assert main(["pack", fact, "-o", str(file)]) == 0
        assert main(["verify", str(file)]) == 0
        assert "2 quotations: all as it should be" in capsys.readouterr().out
        assert main(["pack", "nothing", "-o", str(tmp_path / "none.zip")]) == 1
        assert sorted(each.name for each in tmp_path.glob("*.zip*")) == ["evidence.zip"]
        file.write_bytes(rezipped(files(file.read_bytes()) | {"more.txt": b""}).getvalue())
        assert main(["verify", str(file)]) == 1
        assert main(["verify", str(tmp_path / "none.zip")]) == 2
    finally:
        settings.cache_clear()


def test_an_unknown_fact_has_no_pack(client):
    refused = client.get("/v1/facts/nothing/pack")
    assert refused.status_code == 404
    assert refused.headers["content-type"] == "application/problem+json"


def test_the_provenance_of_a_fact_leads_from_the_decision_to_the_bytes(client):
    texts = ("The lighthouse of Norsund is 61 metres high.", "The lighthouse of Norsund is 58 metres high.")
    for number, text in enumerate(texts):
        body = {"text": text, "title": "Norsund", "publisher": f"Board {number}", "published": "2024-05-31"}
        assert client.post("/v1/documents", json=body).status_code == 201
    row = client.get("/v1/conflicts").json()["items"][0]
    place = f"/v1/conflicts/{row['id']}/decisions"
    for verdict, reason in (("unsure", "Ask."), ("time", "Rebuilt.")):
        tag = client.get(f"/v1/conflicts/{row['id']}").headers["etag"]
        client.post(place, json={"verdict": verdict, "reason": reason}, headers={"If-Match": tag})
    told = client.get(f"/v1/facts/{row['fact_id']}/provenance.jsonld")
    assert told.headers["content-type"] == "application/ld+json"
    nodes = {node["@id"]: node for node in told.json()["@graph"]}
    fact = next(node for name, node in nodes.items() if name.endswith(f"/facts/{row['fact_id']}"))
    claim = nodes[fact["prov:wasDerivedFrom"][0]["@id"]]
    version = nodes[claim["prov:wasQuotedFrom"]["@id"]]
    assert len(version["schema:sha256"]) == 64
    extraction = nodes[claim["prov:wasGeneratedBy"]["@id"]]
    assert extraction["prov:used"]["@id"] == version["@id"]
    revised = [node for node in nodes.values() if "prov:wasRevisionOf" in node]
    assert [nodes[node["prov:wasRevisionOf"]["@id"]]["rdfs:label"] for node in revised] == ["nobody is sure: Ask."]
    assert nodes[fact["prov:wasAttributedTo"][0]["@id"]]["rdfs:label"] == "Ito"
