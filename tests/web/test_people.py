"""Invitations, roles, tokens and passwords, on the pages."""

from __future__ import annotations

import re

from starlette.testclient import TestClient

from registry.actions import audit
from registry.config import Settings
from registry.model.people import Role
from registry.store import open_store
from tests.people import enrolled
from tests.web.conftest import NEW, OLD, browsing, links
from tests.web.visitors import OTHER, PASSWORD, once
from web.app import create_app


def test_an_invited_reviewer_joins_decides_and_is_shut_out(ada, database):
    page = ada.post("/people/invitations", data={"role": "reviewer", "note": "for Ben"})
    link = once(page).removeprefix("http://localhost:8000")
    assert page.headers["cache-control"] == "no-store"
    assert link not in ada.get("/people").text
    with TestClient(create_app(Settings(database=database)), follow_redirects=False) as ben:
        assert "you may read, add, decide and correct" in ben.get(link).text
        assert ben.post(link, data={"name": "ada", "password": PASSWORD}).status_code == 409
        assert ben.post(link, data={"name": "Ben", "password": PASSWORD}).status_code == 303
        assert ben.post(link, data={"name": "Eve", "password": PASSWORD}).status_code == 404
        assert ben.post("/add/text", data=OLD).status_code == 303
        assert ben.get("/people").status_code == 403
        person = re.search(r'action="/people/(\w+)/disable"><button', ada.get("/people").text.partition("Ben")[2])
        assert ada.post(f"/people/{person.group(1)}/disable").status_code == 303
        assert ben.post("/add/text", data=NEW).status_code == 401
        assert ben.post("/sign-in", data={"name": "Ben", "password": PASSWORD}).status_code == 401


def test_the_last_administrator_is_told_why_they_stay(ada):
    person = re.search(r'action="/people/(\w+)/disable"', ada.get("/people").text)
    answer = ada.post(f"/people/{person.group(1)}/disable")
    assert answer.status_code == 409
    assert "needs an administrator" in answer.text


def test_a_token_is_shown_once_works_and_can_be_revoked(ada):
    page = ada.post("/account/tokens", data={"name": "nightly", "scope": ["read", "review"], "days": "30"})
    secret = once(page)
    assert secret.startswith("claims_")
    listed = ada.get("/account").text
    assert "nightly" in listed
    assert secret not in listed
    session = ada.cookies["claims-8000"]
    ada.cookies.clear()
    made = ada.post("/v1/documents", json={"text": OLD["text"]}, headers={"Authorization": f"Bearer {secret}"})
    assert made.status_code == 201
    ada.cookies.set("claims-8000", session)
    token = re.search(r"/account/tokens/(\w+)/revoke", listed).group(0)
    assert ada.post(token).status_code == 303
    ada.cookies.clear()
    assert ada.get("/v1/facts", headers={"Authorization": f"Bearer {secret}"}).status_code == 401


def test_a_changed_password_needs_the_old_one_and_rotates_the_session(ada, database):
    with TestClient(create_app(Settings(database=database)), follow_redirects=False) as other:
        other.post("/sign-in", data={"name": "Ada", "password": PASSWORD})
        assert other.get("/account").status_code == 200
        before = ada.cookies["claims-8000"]
        assert "not your present password" in ada.post("/account/password", data={"old": OTHER, "new": OTHER}).text
        answer = ada.post("/account/password", data={"old": PASSWORD, "new": OTHER})
        assert answer.headers["location"] == "/account?done=password"
        assert ada.cookies["claims-8000"] != before
        assert ada.get("/account").status_code == 200
        assert other.get("/account").status_code == 303


def test_decisions_and_leases_bear_the_name_of_whoever_signed_in(disputed, database):
    path = next(each for each in links(disputed.get("/queue").text, "/conflicts/") if each.count("/") == 2)
    with browsing(database, "Ben", Role.REVIEWER) as ben:
        assert ben.post(f"{path}/lease").json()["reviewer"] == "Ben"
        assert "Being reviewed by <b>Ben</b>" in disputed.get(path).text
        assert ben.post(f"{path}/decisions", data={"verdict": "side:1"}).status_code == 303
    assert "Ben" in disputed.get("/history").text


def test_whoever_only_looks_takes_no_lease_and_may_still_read(disputed, stranger):
    path = next(each for each in links(disputed.get("/queue").text, "/conflicts/") if each.count("/") == 2)
    page = stranger.get(path)
    assert page.status_code == 200
    assert 'data-lease=""' in page.text


def test_a_program_that_is_signed_in_only_reads_its_last_use_off_the_page(client, database):
    held = enrolled(database, "Cem", Role.REVIEWER)
    assert client.get("/v1/facts", headers=held.bearer).status_code == 200
    with browsing(database, "Cem", Role.REVIEWER) as cem:
        assert "last used" in cem.get("/account").text


def test_nothing_secret_is_logged_or_audited(ada, caplog, database):
    link = once(ada.post("/people/invitations", data={"role": "reader"}))
    ada.post(link.removeprefix("http://localhost:8000"), data={"name": "Eve", "password": OTHER})
    store = open_store(database)
    with store.reading() as session:
        text = str(audit.events(session, audit.Sought(accounts=True), limit=50).items) + caplog.text
    store.close()
    for secret in (PASSWORD, OTHER, link.rpartition("/")[2], ada.cookies["claims-8000"]):
        assert secret not in text


def test_what_happened_to_accounts_is_for_administrators(ada, stranger):
    ada.post("/people/invitations", data={"role": "reader", "note": "the night desk"})
    for path in ("/history", "/history.csv"):
        assert "the night desk" in ada.get(path).text
        page = stranger.get(path)
        assert page.status_code == 200
        assert "night desk" not in page.text
        assert "set up" not in page.text
