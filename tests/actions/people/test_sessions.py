"""The first visit, signing in and out, and how long it lasts."""

from __future__ import annotations

import statistics
import threading
import time
from datetime import UTC, datetime, timedelta

import pytest

from registry.actions.people import (
    invitations,
    known,
    members,
    secrecy,
    sessions,
    setting_up,
)
from registry.actions.people.sessions import Browser
from registry.errors import (
    NotFound,
    NotSignedIn,
    Refused,
)
from registry.model.people import Role
from registry.store.queries import people as queries
from registry.store.writes import on, table
from tests.actions.people.makers import GOOD, HERE, OTHER, caller, moved


def test_the_first_visitor_becomes_administrator_and_is_signed_in(store):
    made = setting_up.set_up(store, "Ada", GOOD, HERE)
    assert caller(store, made.secret).role is Role.ADMINISTRATOR
    with pytest.raises(Refused, match="already"):
        setting_up.set_up(store, "Eve", GOOD, HERE)
    assert sessions.sign_in(store, "Ada", GOOD, HERE)


def test_of_two_first_visitors_one_is_refused(store):
    outcomes: list[str] = []

    def visit(name):
        try:
            setting_up.set_up(store, name, GOOD, HERE)
            outcomes.append("in")
        except Refused:
            outcomes.append("out")

    threads = [threading.Thread(target=visit, args=(name,)) for name in ("Ada", "Eve", "Bob")]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(outcomes) == ["in", "out", "out"]


def test_the_link_for_the_first_administrator_is_made_anew_at_each_start_and_ends_with_the_set_up(store):
    with store.writing() as session:
        first, second = invitations.open_set_up(session), invitations.open_set_up(session)
    with store.reading() as session:
        with pytest.raises(NotFound):
            invitations.opened(session, first.secret)
        assert invitations.opened(session, second.secret).role is Role.ADMINISTRATOR
    setting_up.set_up(store, "Ada", GOOD, HERE)
    with pytest.raises(NotFound):
        invitations.accept(store, second.secret, name="Eve", password=OTHER, browser=HERE)
    with store.writing() as session:
        assert invitations.open_set_up(session) is None


def test_a_wrong_password_and_an_unknown_name_are_told_the_same(store, ada, kept):
    with store.writing() as session:
        gone = members.enrol(session, "Gone", Role.READER, kept)
        members.enrol(session, "New", Role.READER)
        members.disable(session, gone, actor="Ada")
    said = set()
    for name, password in (("Ada", OTHER), ("Nobody", OTHER), ("Gone", GOOD), ("New", GOOD)):
        with pytest.raises(NotSignedIn) as error:
            sessions.sign_in(store, name, password, HERE)
        said.add(str(error.value))
    assert said == {sessions.WRONG}


def test_an_unknown_name_takes_as_long_as_a_wrong_password(store, ada):
    def takes(name):
        begun = time.perf_counter()
        with pytest.raises(NotSignedIn):
            sessions.sign_in(store, name, OTHER, Browser(address=str(begun)))
        return time.perf_counter() - begun

    takes("warm")
    known_name = statistics.median(takes("Ada") for _ in range(4))
    unknown = statistics.median(takes(f"nobody {number}") for number in range(4))
    assert 0.4 < known_name / unknown < 2.5


def test_signing_in_begins_a_new_session_and_ends_the_one_before(store, ada):
    first = sessions.sign_in(store, "ada", GOOD, HERE)
    second = sessions.sign_in(store, "Ada", GOOD, HERE._replace(secret=first.secret))
    assert first.secret != second.secret
    assert caller(store, first.secret) is None
    assert caller(store, second.secret).name == "Ada"


def test_only_the_hash_of_a_session_is_kept(store, ada):
    secret = sessions.sign_in(store, "Ada", GOOD, HERE).secret
    with store.reading() as session:
        row = on(session).execute(table("session").select()).one()
    assert secret not in map(str, row)
    assert row.digest == secrecy.digest(secret)


def test_a_session_ends_when_it_lies_idle_and_when_its_time_is_up(store, ada):
    idle, old = (sessions.sign_in(store, "Ada", GOOD, HERE).secret for _ in range(2))
    moved(store, "session", seen_at=datetime.now(UTC) - sessions.IDLE - timedelta(seconds=1))
    assert caller(store, idle) is None
    moved(store, "session", seen_at=datetime.now(UTC))
    assert caller(store, idle) is not None
    moved(store, "session", expires_at=datetime.now(UTC) - timedelta(seconds=1))
    assert caller(store, old) is None


def test_the_last_use_is_noted_once_a_minute(store, ada):
    secret = sessions.sign_in(store, "Ada", GOOD, HERE).secret
    assert not caller(store, secret).worn
    moved(store, "session", seen_at=datetime.now(UTC) - timedelta(minutes=2))
    assert caller(store, secret).worn
    known.note_use(store, caller(store, secret))
    assert not caller(store, secret).worn


def test_an_older_hash_is_renewed_when_its_owner_signs_in(store):
    from pwdlib import PasswordHash
    from pwdlib.hashers.argon2 import Argon2Hasher

    weak = PasswordHash((Argon2Hasher(time_cost=1, memory_cost=8_192, parallelism=1),)).hash(GOOD)
    with store.writing() as session:
        person_id = members.enrol(session, "Ada", Role.READER, weak)
    sessions.sign_in(store, "Ada", GOOD, HERE)
    with store.reading() as session:
        assert queries.person(session, person_id).password != weak
    assert sessions.sign_in(store, "Ada", GOOD, HERE)
