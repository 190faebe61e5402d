"""Guessing is slowed down, for known and unknown names alike."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest

from registry.actions.people import (
    invitations,
    lockout,
    sessions,
)
from registry.errors import (
    NotSignedIn,
    TooManyAttempts,
    Unavailable,
)
from registry.store.writes import on, table
from tests.actions.people.makers import GOOD, HERE, OTHER, tries


def test_the_sixth_wrong_guess_begins_a_pause_that_doubles(store, ada):
    tries(store, 5)
    with store.writing() as session:
        assert lockout.count(session, "Ada", "192.0.2.9", datetime.now(UTC))
    with pytest.raises(TooManyAttempts) as error:
        sessions.sign_in(store, "Ada", GOOD, HERE)
    assert 1 <= error.value.seconds <= 2
    assert lockout.pause(4) == 2 * lockout.pause(3)
    assert lockout.pause(400) == lockout.LONGEST


def test_a_name_that_nobody_has_is_locked_in_the_same_way(store):
    tries(store, 6, name="Nobody")
    with store.writing() as session:
        lockout.count(session, "Nobody", "x", datetime.now(UTC))
    with pytest.raises(TooManyAttempts):
        sessions.sign_in(store, "Nobody", GOOD, HERE)


def test_an_address_that_tries_many_names_is_held_off(store, ada):
    at = datetime.now(UTC)
    with store.writing() as session:
        for number in range(26):
            lockout.count(session, f"name {number}", "192.0.2.9", at)
        with pytest.raises(TooManyAttempts):
            lockout.count(session, "another name", "192.0.2.9", at)


def test_a_good_password_clears_the_count_of_the_name(store, ada):
    tries(store, 5)
    sessions.sign_in(store, "Ada", GOOD, HERE)
    tries(store, 5, address="192.0.2.10")
    assert sessions.sign_in(store, "Ada", GOOD, HERE)


def test_guesses_sent_at_once_are_all_counted(store, ada):
    outcomes: list[type] = []

    def guess():
        try:
            sessions.sign_in(store, "Ada", OTHER, HERE)
        except (NotSignedIn, TooManyAttempts, Unavailable) as error:
            outcomes.append(type(error))

    threads = [threading.Thread(target=guess) for _ in range(12)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert outcomes.count(NotSignedIn) <= 6
    assert TooManyAttempts in outcomes


def test_old_attempts_are_forgotten_and_names_are_not_kept_readable(store):
    with store.writing() as session:
        lockout.count(session, "my password by mistake", "192.0.2.9", datetime.now(UTC) - timedelta(days=3))
        lockout.count(session, "Ada", "192.0.2.9", datetime.now(UTC))
        rows = on(session).execute(table("attempt").select()).all()
    assert len(rows) == 2
    assert all(len(row.key) == 64 for row in rows)
    assert {row.failures for row in rows} == {1}


def test_a_link_from_an_administrator_ends_the_pause(store, ada, ben):
    tries(store, 6, name="Ben")
    with store.writing() as session:
        lockout.count(session, "Ben", "x", datetime.now(UTC))
        made = invitations.reset(session, ben, actor="Ada")
    invitations.accept(store, made.secret, name="", password=OTHER, browser=HERE)
    assert sessions.sign_in(store, "Ben", OTHER, HERE)
