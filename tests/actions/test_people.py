"""Accounts: who is let in, as what, for how long, and what nobody ever learns."""

from __future__ import annotations

import statistics
import threading
import time
from datetime import UTC, datetime, timedelta

import pytest

from registry.actions import audit
from registry.actions.people import (
    invitations,
    known,
    lockout,
    members,
    passwords,
    secrecy,
    sessions,
    setting_up,
    tokens,
)
from registry.actions.people.naming import name_key, tidy
from registry.actions.people.sessions import Browser
from registry.errors import (
    Duplicate,
    InvalidValue,
    NotAllowed,
    NotFound,
    NotSignedIn,
    Refused,
    TooManyAttempts,
    Unavailable,
)
from registry.model.people import RIGHTS, Right, Role, rights
from registry.store import accounts
from registry.store.queries import people as queries
from registry.store.writes import on, table
from tests.people import known as enrolled

GOOD, OTHER = "seven grey herons", "nine brown otters"
HERE = Browser("Firefox", "192.0.2.7")


@pytest.fixture(scope="module")
def kept() -> str:
    """The hash of the good password; one for all tests, as each takes a tenth of a second."""
    return passwords.hashed(GOOD)


@pytest.fixture
def ada(store, kept):
    """An administrator with a password."""
    with store.writing() as session:
        return members.enrol(session, "Ada", Role.ADMINISTRATOR, kept)


@pytest.fixture
def ben(store, kept):
    """A reviewer with a password."""
    with store.writing() as session:
        return members.enrol(session, "Ben", Role.REVIEWER, kept)


def caller(store, secret):
    with store.reading() as session:
        return known.by_session(session, secret)


def moved(store, name: str, **columns) -> None:
    """Change the times of every row of a table."""
    with store.writing() as session:
        on(session).execute(table(name).update().values(**columns))


def told(store) -> list[str]:
    with store.reading() as session:
        return [row.action for row in audit.events(session, limit=100, accounts=True).items]


# Rights


def test_each_role_may_do_what_the_one_below_may_and_more():
    assert RIGHTS[Role.READER] < RIGHTS[Role.REVIEWER] < RIGHTS[Role.ADMINISTRATOR]


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("scope", Right)
def test_a_token_never_adds_a_right(role, scope):
    assert rights(role, [scope]) <= RIGHTS[role]
    assert Right.READ in rights(role, [scope])


# Passwords and names


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


# The first visit


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


# Signing in


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


# Lockout


def tries(store, times, name="Ada", address="192.0.2.9"):
    with store.writing() as session:
        for number in range(times):
            lockout.count(session, name, address, datetime.now(UTC) - timedelta(minutes=30 * (times - number)))


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


# Links


def test_an_invitation_works_once_and_gives_its_role(store, ada):
    with store.writing() as session:
        made = invitations.invite(session, Role.REVIEWER, actor="Ada", note="for Ben")
    entered = invitations.accept(store, made.secret, name="Ben", password=GOOD, browser=HERE)
    assert caller(store, entered.secret).role is Role.REVIEWER
    with pytest.raises(NotFound, match="used"):
        invitations.accept(store, made.secret, name="Eve", password=GOOD, browser=HERE)


def test_looking_at_a_link_does_not_use_it_up(store, ada):
    with store.writing() as session:
        made = invitations.invite(session, Role.READER, actor="Ada")
    for _ in range(3):
        with store.reading() as session:
            assert invitations.opened(session, made.secret).role is Role.READER


def test_a_name_that_is_taken_leaves_the_link_good(store, ada):
    with store.writing() as session:
        made = invitations.invite(session, Role.READER, actor="Ada")
    with pytest.raises(Duplicate):
        invitations.accept(store, made.secret, name="ADA", password=GOOD, browser=HERE)
    assert invitations.accept(store, made.secret, name="Eve", password=GOOD, browser=HERE)


def test_of_two_who_use_a_link_at_once_one_joins(store, ada):
    with store.writing() as session:
        made = invitations.invite(session, Role.READER, actor="Ada")
    outcomes: list[str] = []

    def join(name):
        try:
            invitations.accept(store, made.secret, name=name, password=GOOD, browser=HERE)
            outcomes.append("in")
        except NotFound:
            outcomes.append("out")

    threads = [threading.Thread(target=join, args=(name,)) for name in ("Bob", "Eve")]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(outcomes) == ["in", "out"]


@pytest.mark.parametrize("end", ["expired", "withdrawn"])
def test_a_link_that_is_over_is_of_no_use(store, ada, end):
    with store.writing() as session:
        made = invitations.invite(session, Role.READER, actor="Ada")
        if end == "withdrawn":
            invitations.withdraw(session, made.id, actor="Ada")
    if end == "expired":
        moved(store, "invitation", expires_at=datetime.now(UTC) - timedelta(seconds=1))
    with pytest.raises(NotFound):
        invitations.accept(store, made.secret, name="Eve", password=GOOD, browser=HERE)
    with store.reading() as session:
        assert invitations.links(session) == ()


def test_a_new_password_by_link_ends_the_sessions_under_the_old_one(store, ada, ben):
    before = sessions.sign_in(store, "Ben", GOOD, HERE)
    with store.writing() as session:
        first = invitations.reset(session, ben, actor="Ada")
        second = invitations.reset(session, ben, actor="Ada")
    with pytest.raises(NotFound):
        invitations.accept(store, first.secret, name="", password=OTHER, browser=HERE)
    after = invitations.accept(store, second.secret, name="somebody else", password=OTHER, browser=HERE)
    assert caller(store, before.secret) is None
    assert caller(store, after.secret).name == "Ben"
    with pytest.raises(NotSignedIn):
        sessions.sign_in(store, "Ben", GOOD, HERE)


# Roles and disabling


def test_a_role_that_changes_ends_the_sessions_under_the_old_one(store, ada, ben):
    secret = sessions.sign_in(store, "Ben", GOOD, HERE).secret
    with store.writing() as session:
        members.give_role(session, ben, Role.READER, actor="Ada")
    assert caller(store, secret) is None
    assert not caller(store, sessions.sign_in(store, "Ben", GOOD, HERE).secret).reviews


def test_disabling_ends_sessions_tokens_and_links_at_once(store, ada):
    held = enrolled(store, "Cem", Role.REVIEWER)
    with store.writing() as session:
        link = invitations.reset(session, held.id, actor="Ada")
        members.disable(session, held.id, actor="Ada")
    assert caller(store, held.session) is None
    with store.reading() as session:
        with pytest.raises(NotSignedIn):
            known.by_token(session, held.token)
        with pytest.raises(NotFound):
            invitations.opened(session, link.secret)
    with store.writing() as session:
        members.enable(session, held.id, actor="Ada")
    with store.reading() as session, pytest.raises(NotSignedIn):
        known.by_token(session, held.token)


def test_the_last_administrator_stays_one(store, ada, ben):
    for deed in (
        lambda session: members.disable(session, ada, actor="Ada"),
        lambda session: members.give_role(session, ada, Role.READER, actor="Ada"),
    ):
        with pytest.raises(Refused, match="needs an administrator"), store.writing() as session:
            deed(session)
    with store.writing() as session:
        members.give_role(session, ben, Role.ADMINISTRATOR, actor="Ada")
        members.disable(session, ada, actor="Ben")


def test_two_administrators_cannot_disable_each_other_at_once(store, ada, kept):
    with store.writing() as session:
        eve = members.enrol(session, "Eve", Role.ADMINISTRATOR, kept)
    outcomes: list[str] = []

    def disable(person_id):
        try:
            with store.writing() as session:
                members.disable(session, person_id, actor="other")
            outcomes.append("done")
        except Refused:
            outcomes.append("refused")

    threads = [threading.Thread(target=disable, args=(each,)) for each in (ada, eve)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(outcomes) == ["done", "refused"]


# Tokens


def mint(store, held, scopes, days=30, role=Role.REVIEWER):
    caller_ = known.Caller(held.id, held.name, role, rights(role))
    with store.writing() as session:
        return tokens.mint(session, caller_, "a script", scopes, days)


def of_token(store, secret):
    with store.reading() as session:
        return known.by_token(session, secret)


def test_a_token_may_do_what_its_scope_says_and_its_person_may(store):
    held = enrolled(store, "Cem", Role.REVIEWER)
    assert of_token(store, mint(store, held, [Right.READ]).secret).rights == {Right.READ}
    both = mint(store, held, [Right.REVIEW]).secret
    assert of_token(store, both).rights == {Right.READ, Right.REVIEW}
    with pytest.raises(NotAllowed):
        mint(store, held, [Right.ADMIN])
    with store.writing() as session:
        members.give_role(session, held.id, Role.READER, actor="Ada")
    assert of_token(store, both).rights == {Right.READ}


def test_a_token_has_256_bits_and_only_its_hash_is_kept(store):
    held = enrolled(store, "Cem", Role.REVIEWER)
    made = mint(store, held, [Right.READ])
    assert len(made.secret.rpartition("_")[2]) >= 43 or len(made.secret) >= 60
    with store.reading() as session:
        rows = on(session).execute(table("token").select()).all()
    assert all(made.secret not in map(str, row) for row in rows)
    assert any(row.digest == secrecy.digest(made.secret) for row in rows)


@pytest.mark.parametrize("spoil", ["x", "claims_", "claims_00_aa", "Ünicode", "a" * 5000])
def test_a_token_that_was_made_up_is_refused(store, spoil):
    with pytest.raises(NotSignedIn):
        of_token(store, spoil)


def test_the_beginning_of_a_token_is_not_enough(store):
    made = mint(store, enrolled(store, "Cem", Role.REVIEWER), [Right.READ])
    with pytest.raises(NotSignedIn):
        of_token(store, made.secret[:-1] + ("A" if made.secret[-1] != "A" else "B"))


def test_a_token_ends_on_its_day_and_when_it_is_revoked(store):
    held = enrolled(store, "Cem", Role.REVIEWER)
    made = mint(store, held, [Right.READ])
    with store.writing() as session:
        tokens.revoke(session, held.id, held.name, made.id)
    with pytest.raises(NotSignedIn):
        of_token(store, made.secret)
    moved(store, "token", expires_at=datetime.now(UTC))
    with pytest.raises(NotSignedIn):
        of_token(store, held.token)


def test_nobody_revokes_the_token_or_ends_the_session_of_another(store):
    cem, eve = enrolled(store, "Cem", Role.REVIEWER), enrolled(store, "Eve", Role.ADMINISTRATOR)
    with store.reading() as session:
        (program,) = tokens.programs(session, cem.id)
        (device,) = sessions.devices(session, cem.id)
    with pytest.raises(NotFound), store.writing() as session:
        tokens.revoke(session, eve.id, eve.name, program.id)
    with pytest.raises(NotFound), store.writing() as session:
        sessions.end(session, eve.id, eve.name, device.id)


@pytest.mark.parametrize("days", [0, -1, 367, 10**9])
def test_no_token_is_good_for_ever(store, days):
    with pytest.raises(InvalidValue):
        mint(store, enrolled(store, "Cem", Role.REVIEWER), [Right.READ], days=days)


# What is told


def test_the_audit_tells_what_happened_and_no_secret(store, kept):
    admin = setting_up.set_up(store, "Ada", GOOD, HERE)
    with store.writing() as session:
        link = invitations.invite(session, Role.REVIEWER, actor="Ada", note="Ben")
    entered = invitations.accept(store, link.secret, name="Ben", password=OTHER, browser=HERE)
    ben = caller(store, entered.secret)
    with store.writing() as session:
        token = tokens.mint(session, ben, "a script", [Right.REVIEW], 30)
        tokens.revoke(session, ben.id, ben.name, token.id)
        members.give_role(session, ben.id, Role.READER, actor="Ada")
        members.disable(session, ben.id, actor="Ada")
        members.enable(session, ben.id, actor="Ada")
    sessions.sign_in(store, "Ada", GOOD, HERE)
    assert set(told(store)) >= {
        "set up", "sign in", "invite", "join", "make token", "revoke token", "change role", "disable", "enable",
    }  # fmt: skip
    with store.reading() as session:
        text = str(audit.events(session, limit=100, accounts=True).items)
        digests = [row.digest for row in on(session).execute(table("session").select())]
    for secret in (GOOD, OTHER, admin.secret, link.secret, token.secret, entered.secret, *digests, "$argon2"):
        assert secret not in text


def test_a_locked_name_is_told_once_and_an_unknown_one_never(store, ada):
    for name in ("Ada", "my password by mistake"):
        tries(store, 5, name=name, address=name)
        for _ in range(2):
            with pytest.raises((NotSignedIn, TooManyAttempts)):
                sessions.sign_in(store, name, OTHER, HERE)
    assert told(store).count("sign-in locked") == 1
    with store.reading() as session:
        assert "by mistake" not in str(audit.events(session, limit=100, accounts=True).items)


def test_changing_ones_password_ends_every_session(store, ada):
    secret = sessions.sign_in(store, "Ada", GOOD, HERE).secret
    with store.reading() as session:
        row = queries.person(session, ada)
    members.choose_password(store, row, OTHER)
    assert caller(store, secret) is None
    assert sessions.sign_in(store, "Ada", OTHER, HERE)


def test_signing_out_everywhere_else_keeps_this_browser(store, ada):
    here, there = (sessions.sign_in(store, "Ada", GOOD, HERE).secret for _ in range(2))
    me = caller(store, here)
    with store.writing() as session:
        assert sessions.end_all(session, me.id, me.name, but=me.session_id) == 1
    assert caller(store, here) is not None
    assert caller(store, there) is None


def test_sessions_that_ran_out_are_cleared_away(store, ada):
    sessions.sign_in(store, "Ada", GOOD, HERE)
    moved(store, "session", expires_at=datetime.now(UTC) - timedelta(days=1))
    sessions.sign_in(store, "Ada", GOOD, HERE)
    with store.reading() as session:
        assert len(on(session).execute(table("session").select()).all()) == 1
    with store.writing() as session:
        accounts.end_sessions(session, ada)
