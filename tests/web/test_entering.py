"""The first visit, signing in and out, and that nothing is lost on the way."""

from __future__ import annotations

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from api.auth import cookie
from registry.config import Settings
from tests.people import enrolled
from tests.web.conftest import NEW, OLD, heading, links
from tests.web.visitors import OTHER, PASSWORD
from web.app import create_app
from web.entry import local


def test_reading_works_before_anybody_has_set_the_registry_up(home):
    for path in ("/", "/queue", "/documents", "/add"):
        page = home.get(path)
        assert page.status_code == 200
        assert f'href="/welcome?next={path.replace("/", "%2F")}"' in page.text


def test_the_way_to_the_set_up_does_not_grow_with_every_step(home):
    for path in ("/welcome", "/welcome?next=%2Fqueue"):
        assert home.get(path).status_code == 200
    assert 'href="/welcome?next=%2Fqueue"' in home.get("/welcome?next=%2Fqueue").text
    assert 'href="/welcome?next=%2F"' in home.get("/welcome").text


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
    from registry.actions.people import invitations

    def fail(*_):
        raise RuntimeError("broken")

    monkeypatch.setattr(invitations, "opened", fail)
    with pytest.raises(RuntimeError):
        ada.get("/join/a-secret-of-somebody")
    assert "/join/…" in caplog.text
    assert "a-secret-of-somebody" not in caplog.text
