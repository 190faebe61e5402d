"""The doors: who may pass which, how one comes in, and that nothing is lost on the way."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from api.auth import SAFE, cookie
from api.security import ways
from registry.actions import audit
from registry.config import CLOSED, Settings
from registry.model.people import Right, Role
from registry.store import open_store
from tests.people import enrolled
from tests.web.conftest import NEW, OLD, browsing, heading, links
from web.app import create_app
from web.entry import local

PASSWORD, OTHER = "seven grey herons", "nine brown otters"
# Whatever else is asked of them, these only look; the others that are not safe write.
LOOKS = {"/v1/ask", "/v1/lint", "/reconcile/0.2", "/reconcile/0.2/"}
ENTRANCES = {"/sign-in", "/sign-out", "/welcome", "/join/{secret}"}
HOME = Settings(site="http://localhost:8000")


def every():
    return list(ways(create_app(HOME).routes))


def at(path: str) -> str:
    """An address with something for each of its parts."""
    return re.sub(r"{([a-z_]+)}", lambda part: "1" if part[1] == "decision_id" else "nothing", path)


UNSAFE = [way for way in every() if way.method not in SAFE]
WRITES = [way for way in UNSAFE if way.path not in LOOKS | ENTRANCES]
named = {"ids": lambda way: f"{way.method} {way.path}"}


@pytest.fixture
def home(database):
    """A browser on the machine itself, on a registry that nobody has set up."""
    made = TestClient(
        create_app(Settings(database=database)),
        base_url="http://localhost:8000",
        client=("127.0.0.1", 5000),
        follow_redirects=False,
    )
    with made:
        yield made


@pytest.fixture
def stranger(database):
    """A browser without an account, on a registry with an administrator."""
    enrolled(database, "Ada")
    with TestClient(create_app(Settings(database=database)), follow_redirects=False) as made:
        yield made


@pytest.fixture(scope="module")
def barred(template, tmp_path_factory):
    """A stranger and a reader, for all the doors that do not open."""
    import shutil

    if not template.startswith("sqlite"):
        pytest.skip("The doors are the same on every database.")
    copy = tmp_path_factory.mktemp("barred") / "claims.sqlite"
    shutil.copy(template.removeprefix("sqlite:///"), copy)
    database = f"sqlite:///{copy}"
    enrolled(database, "Ada")
    app = create_app(Settings(database=database))
    with TestClient(app, follow_redirects=False, raise_server_exceptions=False) as made:
        yield made, enrolled(database, "Rea", Role.READER)


# Every door


def test_only_these_unsafe_routes_are_open_to_readers():
    assert {way.path for way in UNSAFE if way.right is Right.READ} == LOOKS
    assert {way.path for way in UNSAFE if way.public} == ENTRANCES


@pytest.mark.parametrize("way", WRITES, **named)
def test_nobody_writes_without_an_account(way, barred):
    client, _ = barred
    answer = client.request(way.method, at(way.path))
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"].startswith("Bearer")
    if way.path.startswith("/v1/"):
        assert answer.headers["content-type"] == "application/problem+json"
    else:
        assert heading(answer.text) == "Sign in"


@pytest.mark.parametrize("way", [way for way in WRITES if not way.account], **named)
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


@pytest.mark.parametrize("way", [way for way in WRITES if way.browser], **named)
def test_a_token_does_not_manage_the_account_it_is_of(way, barred):
    client, reader = barred
    assert client.request(way.method, at(way.path), headers=reader.bearer).status_code == 403


@pytest.mark.parametrize("way", [way for way in every() if way.right is Right.ADMIN], **named)
def test_a_reviewer_manages_nobody(way, barred):
    client, _ = barred
    reviewer = enrolled(client.app.state.settings.database, "Rev", Role.REVIEWER)
    assert client.request(way.method, at(way.path), headers=reviewer.bearer).status_code == 403


@pytest.mark.parametrize("way", [way for way in every() if way.method == "GET"], **named)
def test_where_reading_is_closed_nobody_looks_without_an_account(way, database):
    enrolled(database, "Ada")
    with TestClient(create_app(Settings(database=database, reading=CLOSED)), follow_redirects=False) as client:
        answer = client.get(at(way.path))
        if way.public:
            assert answer.status_code != 401
        elif way.path.startswith(("/v1/", "/v1alpha1/", "/reconcile/", "/unapi")):
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


# The first visit


def test_reading_works_before_anybody_has_set_the_registry_up(home):
    for path in ("/", "/queue", "/documents", "/add"):
        page = home.get(path)
        assert page.status_code == 200
        assert f'href="/welcome?next={path.replace("/", "%2F")}"' in page.text


def test_a_first_write_leads_to_the_set_up_and_goes_on_after_it(home):
    asked = home.post("/add/text", data=OLD)
    assert asked.status_code == 401
    assert heading(asked.text) == "Who looks after this registry?"
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', asked.text))
    fields = {name: unescape(value) for name, value in fields.items()}
    made = home.post("/welcome", data=fields | {"name": "Ada", "password": PASSWORD})
    assert heading(made.text) == "You are signed in"
    again = {unescape(name): unescape(value) for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', made.text)}
    assert again["text"] == OLD["text"]
    assert home.post("/add/text", data=again).status_code == 303
    assert "Ada" in home.get("/").text


@pytest.mark.parametrize(
    ("client", "headers"),
    [
        (("192.0.2.1", 1), {}),
        (("127.0.0.1", 1), {"Host": "claims.example"}),
        (("127.0.0.1", 1), {"X-Forwarded-For": "192.0.2.1"}),
        (("127.0.0.1", 1), {"Forwarded": "for=192.0.2.1"}),
        (("127.0.0.1", 1), {"Origin": "http://claims.example"}),
        (("127.0.0.1", 1), {"Origin": "http://["}),
        (("127.0.0.1", 1), {"Host": "["}),
        (("127.0.0.1", 1), {"Host": "localhost.claims.example"}),
    ],
)
def test_nobody_from_elsewhere_sets_the_registry_up(database, client, headers):
    app = create_app(Settings(database=database))
    with TestClient(app, base_url="http://localhost:8000", client=client, follow_redirects=False) as made:
        assert made.post("/welcome", data={"name": "Eve", "password": PASSWORD}, headers=headers).status_code == 403
        assert "claims users invite" in made.get("/welcome", headers=headers).text
        assert made.post("/v1/documents", json={"text": "a"}, headers=headers).status_code in (401, 403)


def test_a_registry_that_is_reached_by_a_public_name_is_set_up_by_the_link_only(database):
    app = create_app(Settings(database=database, site="https://claims.example"))
    with TestClient(app, base_url="http://localhost:8000", client=("127.0.0.1", 1), follow_redirects=False) as made:
        assert made.post("/welcome", data={"name": "Eve", "password": PASSWORD}).status_code == 403


def test_the_set_up_happens_once(home):
    assert home.post("/welcome", data={"name": "Ada", "password": PASSWORD}).status_code == 303
    assert home.post("/welcome", data={"name": "Eve", "password": PASSWORD}).status_code == 409
    home.cookies.clear()
    assert home.get("/welcome").headers["location"].startswith("/sign-in")


def test_a_weak_password_is_refused_and_the_name_kept(home):
    answer = home.post("/welcome", data={"name": "Ada", "password": "password123"})
    assert answer.status_code == 422
    assert 'value="Ada"' in answer.text
    assert "password123" not in answer.text


# Signing in and out


@pytest.fixture
def ada(home):
    """The browser of an administrator who has chosen a password."""
    home.post("/welcome", data={"name": "Ada", "password": PASSWORD})
    return home


def test_the_cookie_is_for_this_site_and_for_no_script(home):
    answer = home.post("/welcome", data={"name": "Ada", "password": PASSWORD})
    told = answer.headers["set-cookie"]
    assert told.startswith("claims-8000=")
    assert "HttpOnly" in told
    assert "SameSite=lax" in told
    assert "Secure" not in told


def test_under_tls_the_cookie_is_secure_and_bound_to_the_host(database):
    settings = Settings(database=database, site="https://claims.example")
    enrolled(database, "Ada")
    assert cookie(settings) == ("__Host-claims", True)
    with TestClient(create_app(settings), base_url="https://claims.example", follow_redirects=False) as client:
        told = client.post("/sign-out").headers["set-cookie"]
        assert told.startswith("__Host-claims=")
        assert "Secure" in told
        assert "Path=/" in told


def test_signing_in_takes_a_new_session_whatever_cookie_came(ada):
    before = ada.cookies["claims-8000"]
    ada.cookies.clear()
    for sent in (before, "planted-by-somebody-else"):
        headers = {"Cookie": f"claims-8000={sent}"}
        answer = ada.post("/sign-in", data={"name": "Ada", "password": PASSWORD}, headers=headers)
        assert answer.status_code == 303
        assert answer.cookies["claims-8000"] not in (before, sent)
        ada.cookies.clear()
    assert ada.get("/account", headers={"Cookie": f"claims-8000={before}"}).status_code == 303


def test_signing_out_ends_the_session_and_not_only_the_cookie(ada):
    secret = ada.cookies["claims-8000"]
    assert ada.post("/sign-out").headers["location"] == "/"
    ada.cookies.clear()
    assert ada.get("/account", headers={"Cookie": f"claims-8000={secret}"}).status_code == 303


def test_a_wrong_password_says_nothing_about_the_name(ada):
    ada.cookies.clear()
    answers = [ada.post("/sign-in", data={"name": name, "password": OTHER}) for name in ("Ada", "Nobody")]
    assert {each.status_code for each in answers} == {401}
    assert len({each.text.replace("Nobody", "Ada") for each in answers}) == 1
    assert "The name or the password is not right." in answers[0].text


def test_guessing_is_slowed_down(ada):
    ada.cookies.clear()
    answers = [ada.post("/sign-in", data={"name": "Ada", "password": OTHER}) for _ in range(7)]
    assert [each.status_code for each in answers] == [401] * 6 + [429]
    assert int(answers[-1].headers["retry-after"]) >= 1
    assert ada.post("/sign-in", data={"name": "Ada", "password": PASSWORD}).status_code == 429


@pytest.mark.parametrize(
    "place",
    [
        "https://evil.example/",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/ /evil.example",
        "javascript:alert(1)",
        "evil.example",
        "",
        "/sign-in?next=/sign-in",
        "/sign-out",
        "http:/evil.example",
        "/\r\nSet-Cookie: a=b",
    ],
)
def test_signing_in_leads_to_no_other_site(place, ada):
    assert local(place) == "/"
    ada.cookies.clear()
    answer = ada.post("/sign-in", data={"name": "Ada", "password": PASSWORD, "next": place})
    assert answer.headers["location"] == "/"


def test_one_comes_back_to_the_page_one_wanted(ada):
    ada.cookies.clear()
    asked = ada.get("/people?done=role")
    assert asked.headers["location"] == "/sign-in?next=%2Fpeople%3Fdone%3Drole"
    page = ada.get(asked.headers["location"])
    assert 'name="next" value="/people?done=role"' in page.text
    answer = ada.post("/sign-in", data={"name": "Ada", "password": PASSWORD, "next": "/people?done=role"})
    assert answer.headers["location"] == "/people?done=role"


def test_what_was_typed_outlives_the_session(ada):
    for entry in (OLD, NEW):
        assert ada.post("/add/text", data=entry).status_code == 303
    path = next(each for each in links(ada.get("/queue").text, "/conflicts/") if each.count("/") == 2)
    ada.cookies.clear()
    asked = ada.post(f"{path}/decisions", data={"verdict": "side:2", "reason": "Measured <again> & again."})
    assert asked.status_code == 401
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', asked.text))
    fields = {name: unescape(value) for name, value in fields.items()}
    wrong = ada.post("/sign-in", data=fields | {"name": "Ada", "password": OTHER})
    assert unescape(wrong.text).count("Measured <again> & again.") == 1
    page = ada.post("/sign-in", data=fields | {"name": "Ada", "password": PASSWORD})
    assert f'action="{path}/decisions"' in page.text
    again = {
        name: unescape(value) for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text)
    }
    assert again["reason"] == "Measured <again> & again."
    assert ada.post(f"{path}/decisions", data=again).status_code == 303
    assert "Measured <again> & again." in unescape(ada.get("/history").text + ada.get(path).text)


def test_a_text_too_long_to_carry_is_not_half_carried(ada):
    ada.cookies.clear()
    answer = ada.post(
        "/add/text", data=OLD | {"text": "word " * 60_000}, headers={"Referer": "http://localhost:8000/add"}
    )
    assert answer.status_code == 401
    assert "Not sent." in answer.text
    assert 'name="next" value="/add"' in answer.text
    assert 'name="kept"' not in answer.text


def test_files_are_not_taken_for_sent(ada):
    ada.cookies.clear()
    answer = ada.post("/add/file", files={"files": ("a.txt", b"The quay is 5 metres long.", "text/plain")})
    assert answer.status_code == 401
    assert "Files and very long texts do not wait here" in answer.text


def test_a_link_that_breaks_leaves_no_secret_in_the_log(ada, caplog, monkeypatch):
    from web.pages import entering

    def fail(*_):
        raise RuntimeError("broken")

    monkeypatch.setattr(entering.invitations, "opened", fail)
    with pytest.raises(RuntimeError):
        ada.get("/join/a-secret-of-somebody")
    assert "/join/…" in caplog.text
    assert "a-secret-of-somebody" not in caplog.text


# People


def once(page) -> str:
    """What is shown once."""
    return unescape(re.search(r'id="secret"[^>]*>([^<]+)<', page.text).group(1))


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
        assert ada.post(f"/people/{person[1]}/disable").status_code == 303
        assert ben.post("/add/text", data=NEW).status_code == 401
        assert ben.post("/sign-in", data={"name": "Ben", "password": PASSWORD}).status_code == 401


def test_the_last_administrator_is_told_why_they_stay(ada):
    person = re.search(r'action="/people/(\w+)/disable"', ada.get("/people").text)
    answer = ada.post(f"/people/{person[1]}/disable")
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
    token = re.search(r"/account/tokens/(\w+)/revoke", listed)[0]
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
        text = str(audit.events(session, limit=50, accounts=True).items) + caplog.text
    store.close()
    for secret in (PASSWORD, OTHER, link.rpartition("/")[2], ada.cookies["claims-8000"]):
        assert secret not in text
