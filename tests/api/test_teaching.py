"""Correcting and teaching through the API: readings, words, merged and split facts, rules."""

from __future__ import annotations

import pytest

from tests.api.test_doors import HIGH, LOW, decide


@pytest.fixture
def disputed(client):
    """Two documents that contradict each other; the claim of the second."""
    for one in (HIGH, LOW):
        assert client.post("/v1/documents", json=one).status_code == 201
    claims = client.get("/v1/claims").json()["items"]
    return next(one for one in claims if one["value"].get("low") == "58")


def queue(client) -> list[str]:
    return [row["id"] for row in client.get("/v1/conflicts").json()["items"]]


def test_a_correction_settles_what_was_misread_and_can_be_taken_back(client, disputed):
    place = f"/v1/claims/{disputed['id']}/corrections"
    made = client.post(place, json={"value": "61 m", "reason": "a misprint of the reader"})
    assert made.status_code == 201
    now = client.get(f"/v1/claims/{made.json()['claim']}").json()
    assert (now["value"]["low"], now["extractor"]) == ("61", "person/1")
    assert now["span"] == disputed["span"]
    assert queue(client) == []
    (past,) = client.get(f"/v1/claims/{now['id']}/corrections").json()["items"]
    assert (past["number"], past["undone"]) == (made.json()["number"], False)
    back = client.post(f"/v1/corrections/{past['number']}/undo", json={})
    assert (back.status_code, back.json()["claim"]) == (201, disputed["id"])
    assert len(queue(client)) == 1
    assert client.post(f"/v1/corrections/{past['number']}/undo", json={}).status_code == 409


def test_a_correction_that_means_nothing_is_a_problem(client, disputed):
    place = f"/v1/claims/{disputed['id']}/corrections"
    assert client.post(place, json={"value": "58 m"}).status_code == 422
    assert client.post(place, json={"status": "certain"}).status_code == 422
    assert client.post("/v1/claims/nothing/corrections", json={"value": "3"}).status_code == 404
    assert client.post("/v1/corrections/999/undo", json={}).status_code == 404


def test_a_fact_is_split_and_made_whole_again(client, disputed):
    place = f"/v1/facts/{disputed['fact_id']}/split"
    made = client.post(place, json={"claims": [disputed["id"]], "reason": "the old lighthouse"})
    assert made.status_code == 201
    assert client.get(f"/v1/claims/{disputed['id']}").json()["fact_id"] == made.json()["fact"]
    assert queue(client) == []
    back = client.post(f"/v1/groupings/{made.json()['number']}/undo")
    assert back.status_code == 201
    assert len(queue(client)) == 1
    assert client.post(place, json={"claims": ["nothing"]}).status_code == 404


def test_facts_are_merged_and_parted_again(client, disputed):
    facts = client.get("/v1/facts").json()["items"]
    other = next(one["id"] for one in facts if one["id"] != disputed["fact_id"])
    place = f"/v1/facts/{disputed['fact_id']}/merge"
    made = client.post(place, json={"other": other})
    assert made.status_code == 201
    assert len(client.get("/v1/facts").json()["items"]) == len(facts) - 1
    assert client.post(place, json={"other": other}).status_code == 422
    assert client.post(f"/v1/groupings/{made.json()['number']}/undo", json={}).status_code == 201
    assert len(client.get("/v1/facts").json()["items"]) == len(facts)


def test_words_are_taught_and_listed(client):
    made = client.post("/v1/concepts", json={"left": "pod", "right": "gondola", "reason": "one wheel"})
    assert made.status_code == 201
    assert made.json()["concept"]["same"] is True
    (told,) = client.get("/v1/concepts").json()["items"]
    assert (told["left"], told["right"]) == ("gondola", "pod")
    assert client.post("/v1/concepts", json={"left": "pod", "right": "pods"}).status_code == 422
    assert client.post("/v1/concepts", json={"left": "pod", "right": "gondola", "same": None}).status_code == 201
    assert client.get("/v1/concepts").json()["items"] == []


def test_what_is_near_a_claim_is_told_with_the_reason(client, disputed):
    other = HIGH | {"text": "The lighthouse of Vestsund is 61 metres high.", "address": "https://v.example/1"}
    assert client.post("/v1/documents", json=other).status_code == 201
    found = client.get(f"/v1/claims/{disputed['id']}/near").json()["items"]
    assert all(one["against"] and one["claim"]["fact_id"] != disputed["fact_id"] for one in found)
    assert client.get("/v1/claims/nothing/near").status_code == 404


def test_rules_and_features_tell_how_far_people_agree(client, disputed):
    (conflict,) = client.get("/v1/conflicts").json()["items"]
    assert conflict["suggested"] is False
    read = client.get(f"/v1/conflicts/{conflict['id']}")
    assert decide(client, read, verdict="side", side=1).status_code == 201
    rule = next(one for one in client.get("/v1/rules").json()["items"] if one["rule"] == conflict["rule"])
    assert (rule["precision"]["decided"], rule["precision"]["agreed"], rule["suggested"]) == (1, 1, False)
    assert client.get("/v1/features").json()["items"]


@pytest.mark.parametrize(
    "place",
    ["claims/x/corrections", "corrections/1/undo", "facts/x/merge", "facts/x/split", "groupings/1/undo", "concepts"],
)
def test_a_stranger_corrects_nothing(stranger, place):
    assert stranger.post(f"/v1/{place}", json={}).status_code in (401, 403)
