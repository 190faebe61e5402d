"""Every door: who may pass which."""

from __future__ import annotations

import re
import shutil
from html import unescape

import pytest
from starlette.testclient import TestClient

from api.auth import SAFE, cookie
from api.security import Way, ways
from registry.config import CLOSED, Settings
from registry.model.people import Right, Role
from tests.people import enrolled
from tests.web.conftest import heading
from web.app import create_app

# Whatever else is asked of them, these only look; the others that are not safe write.
LOOKS = {"/v1/ask", "/v1/lint", "/lint", "/reconcile/0.2", "/reconcile/0.2/"}
ENTRANCES = {"/sign-in", "/sign-out", "/welcome", "/join/{secret}"}
HOME = Settings(site="http://localhost:8000")


def every():
    return list(ways(create_app(HOME).routes))


def at(path: str) -> str:
    """An address with something for each of its parts."""
    return re.sub(r"{([a-z_]+)}", lambda part: "1" if part[1] == "decision_id" else "nothing", path)


UNSAFE = [way for way in every() if way.method not in SAFE]
WRITES = [way for way in UNSAFE if way.path not in LOOKS | ENTRANCES]


def named(way: Way) -> str:
    return f"{way.method} {way.path}"


@pytest.fixture(scope="module")
def shut(template, tmp_path_factory):
    """A database with an administrator, for all the doors that do not open."""
    if not template.startswith("sqlite"):
        pytest.skip("The doors are the same on every database.")
    copy = tmp_path_factory.mktemp("shut") / "claims.sqlite"
    shutil.copy(template.removeprefix("sqlite:///"), copy)
    enrolled(f"sqlite:///{copy}", "Ada")
    return f"sqlite:///{copy}"


@pytest.fixture(scope="module")
def barred(shut):
    """A browser, and a reader."""
    app = create_app(Settings(database=shut))
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as made:
        yield made, enrolled(shut, "Rea", Role.READER)


@pytest.fixture(scope="module")
def closed(shut):
    """A browser without an account, where only those with one may read."""
    with TestClient(create_app(Settings(database=shut, reading=CLOSED)), follow_redirects=False) as made:
        yield made


def test_only_these_unsafe_routes_are_open_to_readers():
    assert {way.path for way in UNSAFE if way.right is Right.READ} == LOOKS
    assert {way.path for way in UNSAFE if way.public} == ENTRANCES


@pytest.mark.parametrize("way", WRITES, ids=named)
def test_nobody_writes_without_an_account(way, barred):
    client, _ = barred
    answer = client.request(way.method, at(way.path))
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    if way.path.startswith("/v1/"):
        assert answer.headers["content-type"] == "application/problem+json"
    else:
        assert heading(answer.text) == "Sign in"


@pytest.mark.parametrize("way", [way for way in WRITES if not way.account], ids=named)
def test_a_reader_writes_nothing_by_token_and_by_session(way, barred):
    client, reader = barred
    by_token = client.request(way.method, at(way.path), headers=reader.bearer)
    assert by_token.status_code == 403
    assert 'error="insufficient_scope"' in by_token.headers["www-authenticate"]
    by_session = client.request(way.method, at(way.path), headers={"Cookie": f"{cookie(HOME).name}={reader.session}"})
    assert by_session.status_code == 403
    if way.path.startswith("/v1/"):
        assert by_session.headers["content-type"] == "application/problem+json"
        assert "Rea is a reader" in by_session.json()["detail"]
    else:
        assert "Rea is a reader" in unescape(by_session.text)


@pytest.mark.parametrize("way", [way for way in WRITES if way.browser], ids=named)
def test_a_token_does_not_manage_the_account_it_is_of(way, barred):
    client, reader = barred
    assert client.request(way.method, at(way.path), headers=reader.bearer).status_code == 403


@pytest.mark.parametrize("way", [way for way in every() if way.right is Right.ADMIN], ids=named)
def test_a_reviewer_manages_nobody(way, barred):
    client, _ = barred
    reviewer = enrolled(client.app.state.settings.database, "Rev", Role.REVIEWER)
    assert client.request(way.method, at(way.path), headers=reviewer.bearer).status_code == 403


@pytest.mark.parametrize("way", [way for way in every() if way.method == "GET"], ids=named)
def test_where_reading_is_closed_nobody_looks_without_an_account(way, closed):
    answer = closed.get(at(way.path))
    if way.public:
        assert answer.status_code != 401
    elif way.path == "/v1" or way.path.startswith(("/v1/", "/v1alpha1/", "/reconcile/", "/unapi")):
        assert answer.status_code == 401
    else:
        assert answer.headers["location"].startswith("/sign-in?next=")


def test_where_reading_is_closed_a_reader_reads_and_proxies_keep_nothing(database):
    reader = enrolled(database, "Rea", Role.READER)
    with TestClient(create_app(Settings(database=database, reading=CLOSED))) as client:
        answer = client.get("/v1/facts", headers=reader.bearer)
        assert answer.status_code == 200
        assert "private" in answer.headers["cache-control"]
        assert "private" in client.get("/", headers=reader.bearer).headers["cache-control"]


def test_a_bad_token_is_refused_even_where_everybody_may_read(stranger):
    answer = stranger.get("/v1/facts", headers={"Authorization": "Bearer claims_0_0"})
    assert answer.status_code == 401
    assert 'error="invalid_token"' in answer.headers["www-authenticate"]
    assert stranger.get("/v1/facts", headers={"Authorization": "Basic eDp5"}).status_code == 200


def test_a_cookie_counts_for_nothing_where_there_are_no_pages(database):
    from api.app import create_app as create_api

    held = enrolled(database, "Ada")
    with TestClient(create_api(Settings(database=database))) as client:
        client.cookies.update(held.cookie(HOME))
        assert client.post("/v1/documents", json={"text": "a"}).status_code == 401


def test_another_sites_page_cannot_sign_anybody_in_or_out(stranger):
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert stranger.post("/sign-in", data={"name": "a", "password": "b"}, headers=foreign).status_code == 403
    assert stranger.post("/sign-out", headers=foreign).status_code == 403


def test_the_bar_counts_what_waits_on_the_pages_of_accounts_too(disputed):
    for path in ("/", "/account", "/people"):
        assert 'aria-label="1 open"' in disputed.get(path).text, path
