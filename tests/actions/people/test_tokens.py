"""Tokens, and what the audit tells of all this."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from registry.actions import audit
from registry.actions.people import (
    Caller,
    invitations,
    known,
    members,
    secrecy,
    sessions,
    setting_up,
    tokens,
)
from registry.errors import (
    InvalidValue,
    NotAllowed,
    NotFound,
    NotSignedIn,
    TooManyAttempts,
)
from registry.model.people import Right, Role, rights
from registry.store import accounts
from registry.store.writes import on, table
from tests.actions.people.makers import GOOD, HERE, OTHER, caller, moved, told, tries
from tests.people import known as enrolled


def mint(store, held, scopes, days=30, role=Role.REVIEWER):
    caller_ = Caller(held.id, held.name, role, rights(role))
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
        text = str(audit.events(session, audit.Sought(accounts=True), limit=100).items)
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
        assert "by mistake" not in str(audit.events(session, audit.Sought(accounts=True), limit=100).items)


def test_changing_ones_password_ends_every_session(store, ada):
    secret = sessions.sign_in(store, "Ada", GOOD, HERE).secret
    with store.reading() as session:
        row = members.found(session, ada)
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
