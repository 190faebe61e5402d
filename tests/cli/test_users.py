"""`claims users`: one-time links and roles from the machine itself, and serving beyond it."""

from __future__ import annotations

import io

import pytest

from registry.actions.people import known, sessions
from registry.actions.people.sessions import Browser
from registry.cli import opening
from registry.cli.opening import settings
from registry.errors import Misconfigured, NotSignedIn
from registry.model.people import Right, Role
from tests.people import enrolled

PASSWORD = "seven grey herons"


@pytest.fixture(autouse=True)
def of_root(monkeypatch):
    """Whoever runs these is called root, whatever the machine says."""
    monkeypatch.setenv("CLAIMS_REVIEWER", "root")


def test_an_invitation_is_one_address_on_standard_output(claims):
    code, out, err = claims("users", "invite", "--role", "administrator", "--note", "for Ada")
    assert code == 0
    assert out.startswith("http://localhost:8000/join/")
    assert out.count("\n") == 1
    assert "works once" in err
    assert "for Ada" in claims("users", "list")[1]


def test_somebody_is_added_with_a_password_that_is_no_argument(claims, store, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    assert claims("users", "add", "Ada", "--role", "administrator")[0] == 0
    assert sessions.sign_in(store, "Ada", PASSWORD, Browser())
    monkeypatch.setattr("sys.stdin", io.StringIO("password123\n"))
    code, _, err = claims("users", "add", "Eve")
    assert code == 2
    assert "first that anybody would try" in err


def test_roles_and_doors_are_changed_by_name(claims, database, store):
    enrolled(database, "Ada")
    enrolled(database, "Ben Ray", Role.READER)
    assert claims("users", "role", "ben ray", "reviewer")[1] == "Ben Ray is reviewer now.\n"
    assert claims("users", "disable", "Ben Ray")[0] == 0
    assert "disabled" in claims("users", "list")[1]
    assert claims("users", "reset", "Ben Ray")[0] == 1
    assert claims("users", "enable", "Ben Ray")[0] == 0
    assert claims("users", "reset", "Ben Ray")[1].startswith("http://localhost:8000/join/")
    assert claims("users", "disable", "Ada")[0] == 1
    assert claims("users", "role", "Nobody", "reader")[0] == 1
    with pytest.raises(NotSignedIn):
        sessions.sign_in(store, "Ben Ray", PASSWORD, Browser())


def test_a_token_is_printed_once_for_somebody_who_may(claims, database, store):
    enrolled(database, "Ada")
    enrolled(database, "Ben Ray", Role.READER)
    code, out, err = claims("users", "token", "ada", "--use", "nightly import")
    assert (code, out.count("\n")) == (0, 1)
    assert "this once" in err
    with store.reading() as session:
        assert known.by_token(session, out.strip()).name == "Ada"
    assert claims("users", "token", "Ben Ray", "--use", "import")[0] == 1
    claims("users", "disable", "Ben Ray")
    assert "disabled" in claims("users", "token", "Ben Ray", "--use", "look", "--scope", "read")[2]


def test_a_token_may_have_several_scopes(claims, database, store):
    enrolled(database, "Ada")
    _, out, _ = claims("users", "token", "Ada", "--use", "both", "--scope", "review", "--scope", "admin")
    with store.reading() as session:
        caller = known.by_token(session, out.strip())
    assert caller.may(Right.REVIEW)
    assert caller.may(Right.ADMIN)


def test_without_an_administrator_the_registry_serves_its_own_machine_and_prints_a_link(claims, store, capsys):
    opening.welcome(store)
    assert "/join/" in capsys.readouterr().out


def test_without_an_administrator_it_serves_nobody_else(claims, store, monkeypatch, database):
    monkeypatch.setenv("CLAIMS_HOST", "0.0.0.0")
    settings.cache_clear()
    with pytest.raises(Misconfigured, match="until there is an administrator"):
        opening.welcome(store)
    enrolled(database, "Rea", Role.READER)
    with pytest.raises(Misconfigured):
        opening.welcome(store)
    enrolled(database, "Ada")
    opening.welcome(store)


@pytest.mark.parametrize("word", ["shut", "yes"])
def test_reading_is_open_or_closed(claims, monkeypatch, word):
    monkeypatch.setenv("CLAIMS_READING", word)
    settings.cache_clear()
    code, _, err = claims("users", "list")
    assert code == 2
    assert "open or closed" in err
