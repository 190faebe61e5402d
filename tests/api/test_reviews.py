"""What people have settled, as the programs of fact checkers read it."""

from __future__ import annotations

import json
import os
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from registry.actions import claim_reviews
from registry.steps.export import claimreview
from tests.api.test_doors import HIGH, LOW, decide

SHARED = Path(__file__).parents[3] / "shared" / "bench"
PLACE = "/v1alpha1/claims:search"
REQUIRED = {
    "ClaimReview": {"claimReviewed", "reviewRating", "url"},
    "Rating": {"alternateName", "ratingValue", "bestRating", "worstRating"},
}


@pytest.fixture
def disputed(client):
    """Two documents that contradict each other, and their conflict as it is read."""
    for order in (HIGH, LOW):
        assert client.post("/v1/documents", json=order).status_code == 201
    (row,) = client.get("/v1/conflicts", params={"state": "open"}).json()["items"]
    return client.get(f"/v1/conflicts/{row['id']}")


@pytest.fixture
def settled(client, disputed):
    """The id of the fact, after a person chose the first side."""
    assert decide(client, disputed, verdict="side", side=1, reason="Measured by the board.").status_code == 201
    return disputed.json()["conflict"]["fact_id"]


def searched(client, **query):
    """What the search finds."""
    response = client.get(PLACE, params={"query": "lighthouse", **query})
    assert response.status_code == 200, response.text
    return response.json()


def test_what_nobody_has_decided_is_not_a_checked_claim(client, disputed):
    assert searched(client) == {}
    fact = disputed.json()["conflict"]["fact_id"]
    for place in (f"/v1/facts/{fact}.jsonld", f"/v1/facts/{fact}/claimreview"):
        refused = client.get(place)
        assert refused.status_code == 404
        assert refused.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("verdict", ["unsure", "scope", "not_same_fact", "wrong_reading"])
def test_a_verdict_that_rates_no_value_is_no_review(client, disputed, verdict):
    assert decide(client, disputed, verdict=verdict, reason="Look again.").status_code == 201
    assert searched(client) == {}


def test_a_settled_fact_is_a_claim_with_a_review_for_each_value(client, settled):
    found = searched(client)
    assert set(found) == {"claims"}
    ratings = {claim["registry"]["value"]: claim["claimReview"][0]["textualRating"] for claim in found["claims"]}
    assert sorted(ratings.values()) == ["Correct", "Incorrect"]
    for claim in found["claims"]:
        assert set(claim) == {"text", "claimant", "claimDate", "claimReview", "registry"}
        assert claim["claimDate"] == "2024-05-31T00:00:00Z"
        (review,) = claim["claimReview"]
        assert set(review) == {"publisher", "url", "title", "reviewDate", "textualRating", "languageCode"}
        assert review["publisher"] == {"name": "Claim registry", "site": "localhost:8000"}
        assert review["url"].startswith(f"http://localhost:8000/facts/{settled}#side-")
        assert review["reviewDate"].endswith("Z")


def test_both_right_makes_the_earlier_value_out_of_date(client, disputed):
    assert decide(client, disputed, verdict="time", reason="Raised in between.").status_code == 201
    ratings = {claim["claimReview"][0]["textualRating"] for claim in searched(client)["claims"]}
    assert ratings == {"Correct", "Out of date"}


def test_the_search_needs_words_or_a_site(client, settled):
    google = client.get(PLACE)
    assert google.status_code == 400
    assert google.headers["content-type"] == "application/json"
    assert google.json()["error"]["code"] == 400
    assert google.json()["error"]["status"] == "INVALID_ARGUMENT"
    ours = client.get(PLACE, headers={"Accept": "application/problem+json"})
    assert ours.status_code == 400
    assert ours.headers["content-type"] == "application/problem+json"
    assert ours.json()["type"].endswith("/problems/bad-request")
    assert client.get(PLACE, params={"query": "x", "pageSize": "many"}).status_code == 400


def test_the_filters_leave_what_they_should(client, settled):
    every = searched(client)
    assert searched(client, languageCode="en-GB") == every
    assert searched(client, maxAgeDays=1) == every
    assert searched(client, reviewPublisherSiteFilter="localhost:8000") == every
    assert searched(client, reviewPublisherSiteFilter="other.example") == {}
    assert searched(client, query="bakery loaves") == {}
    assert client.get(PLACE, params={"reviewPublisherSiteFilter": "localhost"}).json() == every
    assert searched(client, key="secret", alt="json") == every


def test_pages_follow_each_other_and_stay_as_they_are_when_decisions_come(client, settled):
    every = searched(client)["claims"]
    first = searched(client, pageSize=1)
    assert first["claims"] == every[:1]
    assert client.post("/v1/documents", json=HIGH | {"text": "The lighthouse of Norsund is 70 metres high."}).is_success
    token = first["nextPageToken"]
    last = searched(client, pageSize=1, pageToken=token, offset=0)
    assert "nextPageToken" not in last
    refused = client.get(PLACE, params={"query": "lighthouse", "pageSize": 2, "pageToken": token})
    assert refused.status_code == 400
    assert client.get(PLACE, params={"query": "lighthouse", "pageToken": token + "A"}).status_code == 400


def test_an_offset_counts_claims_and_only_without_a_token(client, settled):
    every = searched(client)["claims"]
    assert searched(client, offset=1)["claims"] == every[1:]
    assert searched(client, offset=2) == {}


def test_images_are_not_searched(client):
    refused = client.get("/v1alpha1/claims:imageSearch", headers={"Accept": "application/problem+json"})
    assert refused.status_code == 501
    assert refused.headers["content-type"] == "application/problem+json"


def test_a_settled_fact_is_a_claim_review(client, settled):
    made = client.get(f"/v1/facts/{settled}.jsonld")
    assert made.status_code == 200
    assert made.headers["content-type"] == "application/ld+json"
    assert made.content == client.get(f"/v1/facts/{settled}/claimreview").content
    graph = made.json()["@graph"]
    assert len({node["url"] for node in graph}) == len(graph) == 2
    for node in graph:
        assert REQUIRED["ClaimReview"] <= set(node)
        rating = node["reviewRating"]
        assert REQUIRED["Rating"] <= set(rating)
        assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        assert len(node["claimReviewed"]) < 75
        assert rating["alternateName"].lower() not in node["claimReviewed"].lower()
        assert urlsplit(node["url"]).netloc == "localhost:8000"
        assert urlsplit(node["url"]).fragment
        sources = {work["url"] for work in node["itemReviewed"]["appearance"]}
        assert node["itemReviewed"]["firstAppearance"]["url"] in sources
    assert client.get("/ratings").status_code == 200


def test_the_bulk_feed_has_every_review(client, settled):
    feed = client.get("/v1/claimreviews.jsonld").json()
    assert feed["@context"] == "https://schema.org"
    assert feed["@graph"] == client.get(f"/v1/facts/{settled}.jsonld").json()["@graph"]


def test_no_word_of_a_source_ends_the_script_on_a_page(client, store, settled):
    with store.reading() as session:
        found = claim_reviews.reviews(session, settled, site="http://localhost:8000")
    assert claimreview.script(()) == ""
    hostile = [
        type(one)(**{name: getattr(one, name) for name in one.__slots__} | {"quote": "</script><b>&"}) for one in found
    ]
    element = claimreview.script(hostile)

    class Texts(HTMLParser):
        told = ""

        def handle_data(self, data):
            self.told += data

    parsed = Texts()
    parsed.feed(element)
    assert json.loads(parsed.told)["@graph"][0]["itemReviewed"]["name"] == "</script><b>&"
    assert element.count("<") == 2


@pytest.mark.corpus
def test_reviews_use_the_names_of_the_official_examples(client, settled):
    file = SHARED / "claimreview_examples" / "all.jsonl"
    if not file.exists() and os.environ.get("CI") != "true":
        pytest.skip("the shared material is missing")
    lines = [json.loads(line)["jsonld"] for line in file.read_text(encoding="utf-8").splitlines()]
    official = [line for line in lines if line["@type"] == "ClaimReview"]
    known = {name for line in official for name in line}
    of_rating = {name for line in official for name in line.get("reviewRating", {})}
    for node in client.get(f"/v1/facts/{settled}.jsonld").json()["@graph"]:
        assert set(node) - {"@id"} <= known
        assert {"@type", "ratingValue", "bestRating", "alternateName"} <= set(node["reviewRating"]) & of_rating
