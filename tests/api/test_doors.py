"""The main job through the API: documents in, claims with their words, a conflict out, settled and cited."""

from __future__ import annotations

import orjson
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from registry.actions import lookup
from registry.config import Settings

HIGH = {
    "text": "The lighthouse of Norsund is 61 metres high. It was built in 1893.",
    "title": "The lighthouse of Norsund",
    "publisher": "Norsund Harbour Board",
    "published": "2024-05-31",
    "address": "https://norsund.example/lighthouse",
}
LOW = HIGH | {
    "text": "The lighthouse of Norsund is 58 metres high.",
    "publisher": "Coast Survey",
    "address": "https://coast.example/norsund",
}


@pytest.fixture
def disputed(client):
    """Two documents that contradict each other, and their conflict as it is read."""
    assert client.post("/v1/documents", json=HIGH).status_code == 201
    assert client.post("/v1/documents", json=LOW).status_code == 201
    (row,) = client.get("/v1/conflicts", params={"state": "open"}).json()["items"]
    return client.get(f"/v1/conflicts/{row['id']}")


def decide(client, conflict, **order):
    """Decide a conflict as it was read."""
    place = f"/v1/conflicts/{conflict.json()['conflict']['id']}/decisions"
    return client.post(place, json=order, headers={"If-Match": conflict.headers["etag"]})


def test_a_key_is_free_again_where_the_request_was_not_let_in(client, disputed):
    place = f"/v1/conflicts/{disputed.json()['conflict']['id']}/decisions"
    order, key = {"verdict": "side", "side": 1}, {"Idempotency-Key": "one"}
    assert client.post(place, json=order, headers=key).status_code == 428
    assert client.post(place, json=order, headers=key | {"If-Match": '"old"'}).status_code == 412
    made = client.post(place, json=order, headers=key | {"If-Match": disputed.headers["etag"]})
    assert (made.status_code, made.json()["side"]) == (201, 1)
    again = client.post(place, json=order, headers=key | {"If-Match": disputed.headers["etag"]})
    assert (again.json(), again.headers["Idempotency-Replayed"]) == (made.json(), "true")


def test_a_star_names_no_version_to_decide_on(client, disputed):
    place = f"/v1/conflicts/{disputed.json()['conflict']['id']}/decisions"
    told = client.post(place, json={"verdict": "side", "side": 1}, headers={"If-Match": "*"})
    assert (told.status_code, "names no version" in told.json()["detail"]) == (428, True)


def test_a_document_comes_back_with_its_text_and_its_claims(client):
    made = client.post("/v1/documents", json=HIGH)
    assert made.status_code == 201
    document = client.get(made.headers["location"]).json()
    assert document["document"]["source"]["publisher"] == "Norsund Harbour Board"
    assert document["document"]["source"]["published"] == "2024-05-31"
    text = client.get(f"{made.headers['location']}/text").text
    assert text == HIGH["text"]
    claims = client.get(f"{made.headers['location']}/claims").json()["items"]
    assert len(claims) == made.json()["claims"] > 0
    for claim in claims:
        assert text[claim["span"]["start"] : claim["span"]["end"]] == claim["span"]["exact"]
    height = next(claim for claim in claims if claim["value"]["unit"] == "m")
    assert (height["value"]["low"], height["value"]["high"]) == ("61", "61")


def test_a_rate_is_sent_with_what_it_counts_by(client):
    text = "The ferry of Norsund carries 1,200 passengers a day. There were 5.3 deaths per 100,000 people in 2023."
    made = client.post("/v1/documents", json=HIGH | {"text": text}).json()
    claims = client.get(f"/v1/documents/{made['document_id']}/claims").json()["items"]
    assert {claim["value"]["base"] for claim in claims} == {"day", "100000", None}


def test_the_same_bytes_twice_are_known(client):
    first, second = client.post("/v1/documents", json=HIGH), client.post("/v1/documents", json=HIGH)
    assert (first.status_code, second.status_code) == (201, 200)
    assert second.json()["created"] is False
    assert second.json()["version_id"] == first.json()["version_id"]
    assert len(client.get("/v1/documents").json()["items"]) == 1


def test_a_file_is_taken_in_and_its_bytes_are_kept(client):
    page = b"<html><head><title>Berths</title></head><body><p>The port has 412 berths for boats.</p></body></html>"
    made = client.post(
        "/v1/documents/file",
        files={"file": ("berths.html", page, "text/html")},
        data={"publisher": "Port", "title": ""},
    )
    assert made.status_code == 201, made.text
    document = client.get(made.headers["location"]).json()["document"]
    assert document["source"]["title"] == "Berths"
    assert document["source"]["publisher"] == "Port"
    original = client.get(f"/v1/versions/{made.json()['version_id']}/original")
    assert original.content == page
    assert original.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [("empty.txt", b"", 422), ("rubbish.bin", bytes(range(256)) * 40, 422), ("broken.pdf", b"%PDF-1.7\nnothing", 422)],
)
def test_what_cannot_be_read_leaves_nothing_behind(name, data, status, client):
    made = client.post("/v1/documents/file", files={"file": (name, data)})
    assert made.status_code == status
    assert made.headers["content-type"] == "application/problem+json"
    assert client.get("/v1/documents").json()["items"] == []


def test_an_address_on_this_machine_is_not_fetched(client):
    made = client.post("/v1/documents", json={"url": "http://127.0.0.1:9/x"})
    assert made.status_code == 403
    assert made.json()["type"].endswith("/problems/forbidden-address")


def test_documents_become_a_conflict_that_a_decision_settles(client, disputed):
    seen = disputed.json()
    assert seen["conflict"]["kind"] == "contradiction"
    assert [side["label"] for side in seen["sides"]] == [side["label"] for side in seen["conflict"]["sides"]]
    assert disputed.headers["etag"].startswith(seen["conflict"]["etag"].rstrip('"'))
    right = next(side for side in seen["sides"] if "58" in side["label"])
    made = decide(client, disputed, verdict="side", side=right["number"], reason="Measured later.")
    assert made.status_code == 201, made.text
    assert made.json()["reviewer"] == "Ito"
    assert client.get(made.headers["location"]).json() == made.json()
    assert client.get("/v1/conflicts", params={"state": "open"}).json()["items"] == []
    fact = client.get(f"/v1/facts/{seen['conflict']['fact_id']}").json()
    assert fact["fact"]["standing"]["held"] == "settled"
    assert [decision["id"] for decision in fact["decisions"]] == [made.json()["id"]]
    claims = client.get("/v1/claims", params={"fact_id": fact["fact"]["id"]}).json()["items"]
    assert {claim["value"]["low"]: claim["standing"]["agrees"] for claim in claims} == {"61": False, "58": True}


def test_a_decision_needs_the_version_it_was_made_on(client, disputed):
    place = f"/v1/conflicts/{disputed.json()['conflict']['id']}/decisions"
    missing = client.post(place, json={"verdict": "unsure"})
    assert missing.status_code == 428
    assert missing.json()["type"].endswith("/problems/precondition-required")
    assert decide(client, disputed, verdict="unsure").status_code == 201
    stale = decide(client, disputed, verdict="time")
    assert stale.status_code == 412
    assert stale.headers["content-type"] == "application/problem+json"
    again = client.get(f"/v1/conflicts/{disputed.json()['conflict']['id']}")
    assert again.headers["etag"].startswith(stale.headers["etag"].rstrip('"'))
    better = decide(client, again, verdict="time", reason="A year apart.")
    assert better.status_code == 201
    assert better.json()["supersedes"] is not None
    assert len(client.get(place).json()["items"]) == 2


def test_a_lost_race_is_a_conflict_and_not_an_error(client, disputed, monkeypatch):
    with client.app.state.store.reading() as session:
        before = lookup.conflict(session, disputed.json()["conflict"]["id"])
    assert decide(client, disputed, verdict="time").status_code == 201
    # What a transaction that began before the other's end would still see; SQLite lets no two run at once.
    monkeypatch.setattr(lookup, "conflict", lambda *_: before)
    lost = decide(client, disputed, verdict="scope")
    assert lost.status_code == 409
    assert lost.headers["content-type"] == "application/problem+json"
    assert lost.json()["type"].endswith("/problems/already-decided")


def test_a_verdict_for_a_side_needs_one_that_exists(client, disputed):
    for order in ({"verdict": "side"}, {"verdict": "side", "side": 9}, {"verdict": "side", "side": 0}):
        refused = decide(client, disputed, **order)
        assert refused.status_code == 422, order
        assert refused.headers["content-type"] == "application/problem+json"


def test_a_commit_that_fails_is_not_a_success(client, monkeypatch):
    from sqlmodel import Session

    def fail(_session):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(Session, "commit", fail)
    made = client.post("/v1/documents", json=HIGH)
    assert made.status_code == 500
    assert made.headers["content-type"] == "application/problem+json"
    monkeypatch.undo()
    assert client.get("/v1/documents").json()["items"] == []


@pytest.mark.parametrize("style", ["apa", "bibtex", "ris", "csl", "markdown", "csv", "chicago-html"])
def test_a_claim_is_cited_with_words_hash_and_standing(style, client, disputed):
    claim = disputed.json()["sides"][0]["claims"][0]
    made = client.get(f"/v1/claims/{claim['id']}/citation", params={"style": style})
    assert made.status_code == 200
    assert claim["span"]["exact"] in made.text
    assert claim["digest"] in made.text
    assert claim["standing"]["words"] in made.text.replace("’", "'")


def test_an_unknown_style_names_those_there_are(client, disputed):
    claim = disputed.json()["sides"][0]["claims"][0]["id"]
    refused = client.get(f"/v1/claims/{claim}/citation", params={"style": "vancouver"})
    assert refused.status_code == 422
    assert "chicago" in refused.json()["detail"]


def test_a_fact_is_cited_with_all_its_sources(client, disputed):
    made = client.get(f"/v1/facts/{disputed.json()['conflict']['fact_id']}/citation", params={"style": "csl"})
    assert {item["custom"]["quote"] for item in orjson.loads(made.content)} == {"61 metres", "58 metres"}


def test_a_claim_is_an_annotation(client, disputed):
    claim = disputed.json()["sides"][0]["claims"][0]
    made = client.get(f"/v1/claims/{claim['id']}/annotation")
    assert made.headers["content-type"] == 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    assert made.json()["target"]["selector"][0]["exact"] == claim["span"]["exact"]
    assert made.json()["target"]["source"].startswith("https://")


def test_what_has_not_changed_is_not_sent_again(client, disputed):
    claim = disputed.json()["sides"][0]["claims"][0]["id"]
    for place in ("/v1/claims", f"/v1/claims/{claim}", f"/v1/claims/{claim}/citation", "/v1/facts", "/v1/audit"):
        first = client.get(place)
        again = client.get(place, headers={"If-None-Match": f'"other", W/{first.headers["etag"]}'})
        assert (again.status_code, again.content) == (304, b""), place
        assert again.headers["etag"] == first.headers["etag"]
        assert client.get(place, headers={"If-None-Match": '"other"'}).status_code == 200


def test_pages_follow_each_other_without_gaps(client):
    for height in range(50, 57):
        order = HIGH | {
            "text": f"The mast of ship {height} is {height} metres high.",
            "address": f"https://a.example/{height}",
        }
        assert client.post("/v1/documents", json=order).status_code == 201
    seen: list[str] = []
    place = "/v1/documents?limit=3&publisher=Norsund%20Harbour%20Board"
    while place:
        page = client.get(place)
        seen += [row["id"] for row in page.json()["items"]]
        assert page.json()["has_more"] is (page.json()["next_cursor"] is not None)
        place = page.links["next"]["url"].removeprefix("http://localhost:8000") if page.json()["has_more"] else ""
    assert len(seen) == len(set(seen)) == 7


def test_a_cursor_belongs_to_its_filters(client):
    for height in (50, 51):
        order = HIGH | {"text": f"The mast is {height} metres high.", "address": f"https://a.example/{height}"}
        client.post("/v1/documents", json=order)
    cursor = client.get("/v1/documents", params={"limit": 1}).json()["next_cursor"]
    assert client.get("/v1/documents", params={"limit": 2, "cursor": cursor}).status_code == 200
    for place, query in (("/v1/documents", {"publisher": "Port"}), ("/v1/facts", {})):
        refused = client.get(place, params={**query, "cursor": cursor})
        assert refused.status_code == 400
        assert refused.json()["type"].endswith("/problems/bad-cursor")


def test_search_and_ask_find_what_was_said(client, disputed):
    found = client.get("/v1/search", params={"q": "lighthouse"}).json()
    assert {claim["span"]["exact"] for claim in found["claims"]} >= {"61 metres", "58 metres"}
    asked = client.get("/v1/ask", params={"q": "The lighthouse of Norsund is 44 metres high."}).json()
    assert asked["answers"][0]["outcome"] in ("contradicted", "disputed")
    assert asked["answers"][0]["fact"]["id"] == disputed.json()["conflict"]["fact_id"]
    unknown = client.get("/v1/ask", params={"q": "The bakery sold 900 loaves."}).json()
    assert all(answer["outcome"] == "not_found" for answer in unknown["answers"])


def test_what_people_did_is_on_record(client, disputed):
    decide(client, disputed, verdict="unsure", reason="Ask the board.")
    events = client.get("/v1/audit").json()["items"]
    assert {event["actor"] for event in events} == {"Ito"}
    assert [event["id"] for event in events] == sorted((event["id"] for event in events), reverse=True)
    subject = events[0]["subject_id"]
    only = client.get("/v1/audit", params={"subject_id": subject}).json()["items"]
    assert {event["subject_id"] for event in only} == {subject}


def test_the_house_says_that_it_is_ready(client):
    assert client.get("/healthz").json()["status"] == "ok"
    assert client.get("/readyz").json()["status"] == "ready"


def test_a_database_without_its_schema_is_not_ready():
    with TestClient(create_app(Settings(database="sqlite://"))) as client:
        unready = client.get("/readyz")
    assert unready.status_code == 503
    assert "claims migrate" in unready.json()["detail"]


@pytest.mark.parametrize(("day", "told"), [("9999-12-31", "still to come"), ("0024-05-31", "year in full")])
def test_a_document_is_published_by_today_and_in_a_year_of_four_digits(day, told, client):
    answer = client.post("/v1/documents", json=HIGH | {"published": day})
    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    assert error["pointer"] == "/published"
    assert told in error["detail"]
    file = {"file": ("norsund.txt", HIGH["text"].encode(), "text/plain")}
    assert client.post("/v1/documents/file", files=file, data={"published": day}).status_code == 422
