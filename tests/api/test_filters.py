"""Lists by what claims are like: every filter leaves what it says, alone and together, in exports too."""

from __future__ import annotations

import csv
import io

import orjson
import pytest

from registry.store.queries import walks
from tests.api.test_doors import HIGH, LOW, decide

PIER = {
    "text": "The pier of Bree is 300 metres long. The pier of Bree has 12 lamps. "
    "In May 2021 the pier of Bree had 9 lamps.",
    "title": "The pier of Bree",
    "publisher": "Bree Gazette",
    "published": "2025-03-01",
    "language": "en",
    "address": "https://bree.example/pier",
}
CLAIMS = {
    "unit=m": {"61 metres", "58 metres", "300 metres"},
    "kind=count": {"12", "9"},
    "value_from=58.5&value_to=62": {"61 metres"},
    "value_from=100": {"300 metres"},
    "value_to=12&kind=count": {"12", "9"},
    "unit=m&value_to=60": {"58 metres"},
    "publisher=Coast%20Survey": {"58 metres"},
    "since=2025-01-01&unit=m": {"300 metres"},
    "until=2021-12-31&kind=count": {"9"},
    "q=pier%20lamps&kind=count": {"12", "9"},
    "q=pier&unit=m": {"300 metres"},
    "standing=disputed": {"61 metres", "58 metres"},
    "standing=undisputed&unit=m": {"300 metres"},
    "q=norsund&standing=disputed&publisher=Coast%20Survey": {"58 metres"},
    "subject=bree&value_from=10&value_to=20": {"12"},
    "status=planned": set(),
    "q=nobody%20says%20this": set(),
}
FACTS = {
    "unit=m": 2,
    "unit=m&value_from=200": 1,
    "publisher=Coast%20Survey": 1,
    "standing=disputed": 1,
    "standing=settled": 0,
    "q=lighthouse": 2,
    "q=lighthouse&standing=disputed": 1,
    "since=2025-01-01&unit=m": 1,
}


@pytest.fixture
def filled(client):
    for order in (HIGH, LOW, PIER):
        assert client.post("/v1/documents", json=order).status_code == 201
    return client


def words(client, query: str) -> set[str]:
    rows = client.get(f"/v1/claims?{query}&limit=200").json()["items"]
    return {row["span"]["exact"] for row in rows}


@pytest.mark.parametrize("query", CLAIMS)
def test_a_filter_leaves_the_claims_that_are_so(filled, query):
    assert words(filled, query) == CLAIMS[query]


@pytest.mark.parametrize("query", FACTS)
def test_a_filter_leaves_the_facts_that_are_so(filled, query):
    rows = filled.get(f"/v1/facts?{query}&limit=200").json()["items"]
    assert len(rows) == FACTS[query]


def test_a_settled_fact_is_found_as_such(filled):
    (row,) = filled.get("/v1/conflicts").json()["items"]
    read = filled.get(f"/v1/conflicts/{row['id']}")
    assert decide(filled, read, verdict="side", side=1, reason="").status_code == 201
    found = filled.get("/v1/facts?standing=settled").json()["items"]
    assert [one["id"] for one in found] == [row["fact_id"]]
    assert filled.get("/v1/facts?standing=disputed").json()["items"] == []


@pytest.mark.parametrize("query", ["unit=m", "q=the", "standing=disputed", "publisher=Bree%20Gazette"])
@pytest.mark.parametrize("name", ["claims", "facts"])
def test_following_the_cursor_finds_everything_once_however_short_the_steps(filled, monkeypatch, name, query):
    whole = [row["id"] for row in filled.get(f"/v1/{name}?{query}&limit=200").json()["items"]]
    monkeypatch.setattr(walks, "STEP", 1)
    monkeypatch.setattr(walks, "STEPS", 1)
    monkeypatch.setattr(walks, "WORDS", 1)
    found, cursor, pages = [], "", 0
    while pages < 50:
        page = filled.get(f"/v1/{name}?{query}&limit=2{cursor}").json()
        found += [row["id"] for row in page["items"]]
        pages += 1
        if not page["has_more"]:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert found == whole
    assert page["next_cursor"] is None


def test_a_cursor_belongs_to_its_filters(filled):
    page = filled.get("/v1/claims?unit=m&limit=1").json()
    assert filled.get(f"/v1/claims?unit=kg&limit=1&cursor={page['next_cursor']}").status_code == 400


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("publisher=Bree%20Gazette", 1),
        ("since=2024-06-01", 1),
        ("until=2024-12-31", 2),
        ("language=de", 0),
        ("q=pier", 1),
    ],
)
def test_documents_are_found_by_publisher_day_language_and_words(filled, query, number):
    assert len(filled.get(f"/v1/documents?{query}").json()["items"]) == number


def test_every_version_is_listed_once(filled):
    first = filled.get("/v1/versions?limit=2").json()
    rest = filled.get("/v1/versions", params={"limit": 2, "cursor": first["next_cursor"]}).json()
    rows = [*first["items"], *rest["items"]]
    assert len({row["id"] for row in rows}) == 3
    name = rows[0]["document_id"]
    assert [row["document_id"] for row in filled.get(f"/v1/versions?document_id={name}").json()["items"]] == [name]


def test_events_and_decisions_are_found_by_who_and_what(filled):
    (row,) = filled.get("/v1/conflicts").json()["items"]
    read = filled.get(f"/v1/conflicts/{row['id']}")
    assert decide(filled, read, verdict="side", side=1, reason="").status_code == 201
    told = filled.get("/v1/decisions?verdict=side").json()["items"]
    assert len(told) == 1
    assert filled.get("/v1/decisions?verdict=time").json()["items"] == []
    assert filled.get("/v1/decisions", params={"reviewer": told[0]["reviewer"]}).json()["items"] == told
    acts = filled.get("/v1/audit?action=ingest&limit=200").json()["items"]
    assert {one["action"] for one in acts} == {"ingest"}
    assert filled.get("/v1/audit?until=2020-01-01T00:00:00Z").json()["items"] == []
    assert filled.get("/v1/audit?since=2020-01-01T00:00:00").json()["items"]


@pytest.mark.parametrize("query", ["unit=m", "value_from=58&value_to=61", "subject=bree", "publisher=Coast%20Survey"])
def test_exports_take_the_filters_of_their_lists(filled, query):
    ids = {row["id"] for row in filled.get(f"/v1/claims?{query}&limit=200").json()["items"]}
    lines = filled.get(f"/v1/claims.ndjson?{query}&fields=id").content.splitlines()
    assert {orjson.loads(line)["id"] for line in lines} == ids
    facts = {row["id"] for row in filled.get(f"/v1/facts?{query}&limit=200").json()["items"]}
    rows = csv.DictReader(io.StringIO(filled.get(f"/v1/facts.csv?{query}").text))
    assert {row["id"] for row in rows} == facts


@pytest.mark.parametrize("name", ["documents", "versions", "claims", "facts", "conflicts", "decisions", "audit"])
def test_every_list_has_its_three_endings(filled, name):
    rows = filled.get(f"/v1/{name}?limit=200").json()
    assert filled.get(f"/v1/{name}.json?limit=200").json() == rows
    lines = filled.get(f"/v1/{name}.ndjson").content.splitlines()
    table = list(csv.DictReader(io.StringIO(filled.get(f"/v1/{name}.csv").text)))
    assert {str(orjson.loads(line)["id"]) for line in lines} == {row["id"] for row in table}
    assert {str(row["id"]) for row in rows["items"]} == {row["id"] for row in table}


def test_one_thing_has_the_ending_of_json_too(filled):
    (row,) = filled.get("/v1/conflicts").json()["items"]
    whole = filled.get(f"/v1/facts/{row['fact_id']}")
    named = filled.get(f"/v1/facts/{row['fact_id']}.json")
    assert named.json() == whole.json()
    assert named.headers["etag"] == whole.headers["etag"]


@pytest.mark.parametrize("name", ["claims", "facts", "documents", "conflicts"])
def test_a_list_says_how_many_there_are_where_that_is_asked(filled, monkeypatch, name):
    whole = filled.get(f"/v1/{name}?limit=200").json()
    assert "total" not in whole
    page = filled.get(f"/v1/{name}?limit=1&total=1").json()
    assert page["total"] == {"value": len(whole["items"]), "relation": "eq"}
    assert filled.get(f"/v1/{name}?limit=1&total=1&fields=id").json()["total"] == page["total"]
    if page["next_cursor"]:
        assert filled.get(f"/v1/{name}?limit=1&cursor={page['next_cursor']}").status_code == 200
    if name != "conflicts":
        monkeypatch.setattr(walks, "MOST", 1)
        assert filled.get(f"/v1/{name}?total=true").json()["total"] == {"value": 1, "relation": "gte"}


def test_a_filtered_list_is_counted_as_it_is_filtered(filled):
    assert filled.get("/v1/claims?unit=m&total=1").json()["total"]["value"] == 3
    assert filled.get("/v1/claims?q=pier&unit=m&total=1").json()["total"]["value"] == 1
    assert filled.get("/v1/facts?fact_id=x&total=1").status_code == 422
    assert filled.get("/v1/claims?fact_id=x&total=1").json()["total"] == {"value": 0, "relation": "eq"}
    assert filled.get("/v1/facts?standing=disputed&total=1").status_code == 422


@pytest.mark.parametrize("unit", ["m", "M", "metres", "Meter"])
def test_a_unit_may_be_asked_for_by_any_name_that_it_has(filled, unit):
    assert words(filled, f"unit={unit}&value_from=100") == {"300 metres"}


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("claims?unit=furlongz", "did you mean 'furlong'?"),
        ("facts?unit=smoots", "such as m, km2"),
        ("claims.csv?unit=smoots", "such as m, km2"),
        ("documents?language=English", "such as en, de"),
        ("conflicts?language=English", "such as en, de"),
        ("conflicts?rule=contradictions", "contradiction"),
        ("changes.atom?rule=contradictions", "contradiction"),
        ("audit?action=ingested", "ingest"),
    ],
)
def test_a_filter_by_what_there_is_none_of_says_what_there_is(filled, query, told):
    answer = filled.get(f"/v1/{query}")
    assert answer.status_code == 422
    assert told in answer.json()["detail"]


@pytest.mark.parametrize(
    "query", ["claims?unit=kg/m3", "claims?unit=%E2%82%AC", "conflicts?rule=wrong_total", "audit?action=merge"]
)
def test_what_may_be_and_is_not_yet_finds_nothing(filled, query):
    assert filled.get(f"/v1/{query}").json()["items"] == []


def test_a_language_is_told_without_its_country(client):
    assert client.post("/v1/documents", json=PIER | {"language": "EN-gb"}).status_code == 201
    assert len(client.get("/v1/documents?language=en-US").json()["items"]) == 1
    assert client.post("/v1/documents", json=PIER | {"language": "English"}).status_code == 422
