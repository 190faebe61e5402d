"""Whole lists: complete, in constant memory, safe in a spreadsheet."""

from __future__ import annotations

import csv
import io
import tracemalloc

import orjson
import pytest

from api.routes.exports import objects
from registry.actions import exports
from tests.api.test_doors import HIGH, LOW, decide


@pytest.fixture
def many(client, monkeypatch):
    """Several claims, facts and decisions, read two at a time."""
    monkeypatch.setattr(exports, "PIECE", 2)
    for order in (HIGH, LOW):
        assert client.post("/v1/documents", json=order).status_code == 201
    masts = " ".join(f"The mast of ship {number} is {number} metres high." for number in range(50, 55))
    assert client.post("/v1/documents", json={"text": masts, "title": "=HYPERLINK(1)"}).status_code == 201
    row = client.get("/v1/conflicts").json()["items"][0]
    for reason in ("First.", "Second.", "Third."):
        read = client.get(f"/v1/conflicts/{row['id']}")
        assert decide(client, read, verdict="side", side=1, reason=reason).status_code == 201


def objects_of(client, name, **query):
    response = client.get(f"/v1/{name}.ndjson", params=query)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/x-ndjson"
    return [orjson.loads(line) for line in response.content.splitlines()]


def rows_of(client, name, **query):
    response = client.get(f"/v1/{name}.csv", params=query)
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(response.text, newline="")))


@pytest.mark.parametrize("name", ["claims", "facts", "decisions"])
def test_every_row_is_exported_once(name, client, many):
    ids = [row["id"] for row in client.get(f"/v1/{name}", params={"limit": 200}).json()["items"]]
    assert len(ids) >= 3
    told = [row["id"] for row in objects_of(client, name)]
    assert sorted(told) == sorted(ids)
    assert [row["id"] for row in rows_of(client, name)] == [str(each) for each in told]


@pytest.mark.parametrize("name", ["claims", "facts", "decisions"])
def test_fields_choose_and_order_the_columns(name, client, many):
    every = objects_of(client, name)
    assert set(every[0]) == set(exports.LISTS[name].fields)
    last, first = exports.LISTS[name].fields[-1], exports.LISTS[name].fields[0]
    assert list(objects_of(client, name, fields=f"{last}, {first},{last}")[0]) == [last, first]
    assert list(rows_of(client, name, fields=last)[0]) == [last]
    refused = client.get(f"/v1/{name}.csv", params={"fields": "colour"})
    assert refused.status_code == 422
    assert first in refused.json()["detail"]


def test_the_csv_of_claims_says_what_the_json_says(client, many):
    claims = {row["id"]: row for row in client.get("/v1/claims", params={"limit": 200}).json()["items"]}
    for row in rows_of(client, "claims"):
        claim = claims[row["id"]]
        assert (row["exact"], row["start"]) == (claim["span"]["exact"], str(claim["span"]["start"]))
        assert row["low"] == (claim["value"]["low"] or "") or claim["kind"] == "date"
        assert row["fact_id"] == claim["fact_id"]


def test_no_cell_is_a_formula(client, many):
    titles = {row["title"] for row in rows_of(client, "claims")}
    assert "'=HYPERLINK(1)" in titles


def test_what_comes_and_goes_meanwhile_neither_repeats_nor_hides_others(client, store, many):
    before = {row["id"] for row in objects_of(client, "claims")}
    lines = exports.claims(store)
    seen = [next(lines)["id"]]
    assert client.post("/v1/documents", json={"text": "The pier of Bree is 300 metres long."}).status_code == 201
    seen += [line["id"] for line in lines]
    assert len(seen) == len(set(seen))
    assert before <= set(seen)


def test_a_long_list_needs_no_more_memory_than_a_short_one():
    def peak(count):
        tracemalloc.start()
        for _ in objects(({"id": number} for number in range(count)), ["id"]):
            pass
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    assert peak(20_000) < 2 * peak(200) + 100_000


def test_decisions_are_listed_the_newest_first_with_what_superseded_them(client, many):
    first = client.get("/v1/decisions", params={"limit": 2})
    rest = client.get("/v1/decisions", params={"limit": 2, "cursor": first.json()["next_cursor"]}).json()
    items = [*first.json()["items"], *rest["items"]]
    assert [row["reason"] for row in items] == ["Third.", "Second.", "First."]
    assert [row["superseded_by"] for row in items] == [None, items[0]["id"], items[1]["id"]]
    assert items[0] == client.get(f"/v1/decisions/{items[0]['id']}").json()
