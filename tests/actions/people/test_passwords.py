"""What a password and a name must be, and how many are checked at once."""

from __future__ import annotations

import threading
import time

import pytest

from registry.actions.people import (
    members,
    passwords,
)
from registry.actions.people.naming import name_key, tidy
from registry.errors import (
    Duplicate,
    InvalidValue,
    Unavailable,
)
from registry.model.people import RIGHTS, Right, Role, rights
from tests.actions.people.makers import GOOD


def test_each_role_may_do_what_the_one_below_may_and_more():
    assert RIGHTS[Role.READER] < RIGHTS[Role.REVIEWER] < RIGHTS[Role.ADMINISTRATOR]


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("scope", Right)
def test_a_token_never_adds_a_right(role, scope):
    assert rights(role, [scope]) <= RIGHTS[role]
    assert Right.READ in rights(role, [scope])


@pytest.mark.parametrize(
    "password",
    [
        "short",
        "password123",
        "Password2024!",
        "aaaaaaaaaaaaaa",
        "abababababab",
        "1234567890",
        "9876543210",
        "qwertyuiop",
    ],
)
def test_a_short_or_common_password_is_refused(password):
    with pytest.raises(InvalidValue):
        passwords.demand_good(password)


def test_a_password_that_is_the_name_is_refused():
    with pytest.raises(InvalidValue, match="the name"):
        passwords.demand_good("Augusta Ada King", "augusta ada king")


@pytest.mark.parametrize("password", [GOOD, "zwölf Störche", "𝒶 long line of words", "x7!kk2 qq?", "  spaces   "])
def test_any_characters_make_a_password_where_they_are_many(password):
    passwords.demand_good(password)


def test_a_password_is_right_however_its_letters_were_typed(store):
    assert passwords.checked("caf\u0065\u0301 ole ole", passwords.hashed("caf\u00e9 ole ole")).right


def test_a_hash_is_argon2id_and_never_twice_the_same(kept):
    assert kept.startswith("$argon2id$")
    assert passwords.hashed(GOOD) != kept


def test_at_most_two_passwords_are_checked_at_once(kept):
    busy, most = 0, 0
    lock = threading.Lock()

    class Counting:
        def verify_and_update(self, password, against):
            nonlocal busy, most
            with lock:
                busy, most = busy + 1, max(most, busy + 1)
            time.sleep(0.02)
            with lock:
                busy -= 1
            return True, None

    passwords.decoy()
    original, passwords.hasher = passwords.hasher, Counting  # type: ignore[assignment]
    try:
        threads = [threading.Thread(target=passwords.checked, args=(GOOD, kept)) for _ in range(10)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    finally:
        passwords.hasher = original
    assert most == passwords.AT_ONCE


def test_whoever_finds_a_long_line_is_sent_away():
    held = [passwords.line.acquire(blocking=False) for _ in range(passwords.WAITING)]
    try:
        with pytest.raises(Unavailable, match="try again"):
            passwords.hashed(GOOD)
    finally:
        for each in held:
            if each:
                passwords.line.release()


@pytest.mark.parametrize("name", ["", "   ", "x" * 61, "a\u200bb", "a\x00b", "\u202eAda", "…", "--"])
def test_a_name_can_be_seen_and_read(name):
    with pytest.raises(InvalidValue):
        tidy(name)


def test_a_name_is_one_however_it_is_spaced_and_written():
    assert tidy("  Ada   Byron ") == "Ada Byron"
    assert name_key("ADA  BYRON") == name_key("Ada Byron")


def test_a_name_is_taken_once(store, ada):
    with pytest.raises(Duplicate), store.writing() as session:
        members.enrol(session, "ADA", Role.READER)
