"""Accounts for programs: who one is, and what an administrator does without a browser."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from registry.config import Settings
from registry.model.people import Role
from registry.store.writes import on, table
from tests.people import enrolled


def test_one_may_ask_who_one_is(client, database):
    assert client.get("/v1/me").json() == {
        "name": "Ito",
        "role": "administrator",
        "rights": ["read", "review", "admin"],
    }
    reader = enrolled(database, "Rea", Role.READER)
    assert client.get("/v1/me", headers=reader.bearer).json()["rights"] == ["read"]


def test_nobody_is_nobody(stranger, database):
    refused = stranger.get("/v1/me")
    assert refused.status_code == 401
    assert "/welcome" in refused.json()["detail"]
    enrolled(database, "Ada")
    refused = stranger.get("/v1/me")
    assert refused.json()["detail"].startswith("Sign in first")
    assert refused.json()["type"].endswith("/problems/sign-in-needed")


def test_an_administrator_invites_changes_and_shuts_out(client, database):
    made = client.post("/v1/invitations", json={"role": "reader", "note": "for Ben"})
    assert made.status_code == 201
    assert made.headers["cache-control"] == "no-store"
    (waiting,) = client.get("/v1/invitations").json()["items"]
    assert (waiting["note"], waiting["role"]) == ("for Ben", "reader")
    assert made.json()["url"].rpartition("/")[2] not in client.get("/v1/invitations").text
    assert client.delete(f"/v1/invitations/{made.json()['id']}").status_code == 204
    assert client.delete(f"/v1/invitations/{made.json()['id']}").status_code == 404
    ben = enrolled(database, "Ben", Role.READER)
    place = f"/v1/people/{ben.id}"
    assert client.patch(place, json={"role": "reviewer"}).json()["role"] == "reviewer"
    assert client.post("/v1/documents", json={"text": "Ben was here."}, headers=ben.bearer).status_code == 403
    assert client.patch(place, json={"disabled": True}).json()["disabled_at"]
    assert client.get("/v1/facts", headers=ben.bearer).status_code == 401
    assert client.post(f"{place}/reset").status_code == 409
    assert client.patch(place, json={"disabled": False}).json()["disabled_at"] is None
    assert client.post(f"{place}/reset").status_code == 201
    assert {each["name"] for each in client.get("/v1/people").json()["items"]} == {"Ben", "Ito"}


@pytest.mark.parametrize("order", [{}, {"role": "king"}, {"role": "reader", "disabled": True}, {"name": "Eve"}])
def test_one_change_at_a_time_is_asked_for(client, database, order):
    ben = enrolled(database, "Ben", Role.READER)
    assert client.patch(f"/v1/people/{ben.id}", json=order).status_code == 422


def test_the_last_administrator_is_kept(client):
    (me,) = client.get("/v1/people").json()["items"]
    refused = client.patch(f"/v1/people/{me['id']}", json={"disabled": True})
    assert refused.status_code == 409
    assert refused.json()["type"].endswith("/problems/refused")


def test_decisions_are_signed_by_whoever_holds_the_token(client, database):
    ben = enrolled(database, "Ben", Role.REVIEWER)
    for words in ("The quay of Norsund is 61 metres long.", "The quay of Norsund is 58 metres long."):
        assert client.post("/v1/documents", json={"text": words}, headers=ben.bearer).status_code == 201
    (row,) = client.get("/v1/conflicts").json()["items"]
    read = client.get(f"/v1/conflicts/{row['id']}")
    order = {"verdict": "side", "side": 1}
    place = f"/v1/conflicts/{row['id']}/decisions"
    made = client.post(place, json=order, headers={**ben.bearer, "If-Match": read.headers["etag"]})
    assert made.json()["reviewer"] == "Ben"


def test_what_happened_to_accounts_is_for_administrators(client, stranger, database):
    client.post("/v1/invitations", json={"role": "reader"})
    told = [event["action"] for event in client.get("/v1/audit").json()["items"]]
    assert "invite" in told
    assert stranger.get("/v1/audit").json()["items"] == []
    subject = client.get("/v1/audit").json()["items"][0]["subject_id"]
    assert stranger.get("/v1/audit", params={"subject_id": subject}).json()["items"] == []


def test_the_last_use_of_a_token_is_noted_after_the_answer(client, database):
    held = enrolled(database, "Ben", Role.READER)
    store = client.app.state.store

    def used():
        with store.reading() as session:
            rows = on(session).execute(table("token").select()).all()
        return {row.person_id: row.used_at for row in rows}[held.id]

    assert used() is None
    client.get("/v1/facts", headers=held.bearer)
    first = used()
    assert first is not None
    client.get("/v1/facts", headers=held.bearer)
    assert used() == first
    with store.writing() as session:
        on(session).execute(table("token").update().values(used_at=datetime.now(UTC) - timedelta(minutes=5)))
    client.get("/v1/facts", headers=held.bearer)
    assert used() >= first


def test_the_description_says_who_may_call_what():
    described = create_app(Settings()).openapi()
    assert described["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    paths = described["paths"]
    assert paths["/v1/documents"]["post"]["security"] == [{"token": ["review"]}, {"session": ["review"]}]
    assert paths["/v1/people"]["get"]["security"] == [{"token": ["admin"]}, {"session": ["admin"]}]
    assert {} in paths["/v1/facts"]["get"]["security"]
    assert paths["/healthz"]["get"]["security"] == []
    assert {"401", "403"} <= set(paths["/v1/documents"]["post"]["responses"])
    closed = create_app(Settings(reading="closed")).openapi()["paths"]
    assert {} not in closed["/v1/facts"]["get"]["security"]


def test_an_expired_token_says_so(client, database):
    held = enrolled(database, "Ben", Role.READER)
    with client.app.state.store.writing() as session:
        on(session).execute(table("token").update().values(expires_at=datetime.now(UTC) - timedelta(seconds=1)))
    refused = client.get("/v1/facts", headers=held.bearer)
    assert refused.status_code == 401
    assert "has run out" in refused.json()["detail"]


def test_the_python_client_shows_its_token(database):
    import httpx

    from registry import errors
    from registry.client import Registry
    from tests.api.test_client import Through

    reader = enrolled(database, "Rea", Role.READER)
    with TestClient(create_app(Settings(database=database)), raise_server_exceptions=False) as app:
        for token, error in (
            (None, errors.NotSignedIn),
            ("claims_x", errors.NotSignedIn),
            (reader.token, errors.NotAllowed),
        ):
            there = Registry("http://testserver", token=token, client=httpx.Client(transport=Through(app)))
            with there, pytest.raises(error):
                there.add(text="The quay is 5 metres long.")
