"""Signing in and out with a browser. A session's secret is in the cookie, its hash in the table.

A newcomer's mistake: keeping the session that somebody had before signing in. An attacker may have planted it; the old
one ends and a new one begins.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from registry.actions import audit
from registry.actions.audit import Deed
from registry.actions.people import lockout, passwords, secrecy
from registry.actions.people.members import subject
from registry.actions.people.naming import name_key
from registry.actions.people.views import Device, Made
from registry.errors import NotFound, NotSignedIn
from registry.store import ReadSession, Store, WriteSession, accounts
from registry.store.queries import people as queries
from registry.store.queries.people import PersonRow

IDLE, ABSOLUTE = timedelta(days=7), timedelta(days=30)
LONGEST_AGENT = 300
WRONG = "The name or the password is not right."


class Browser(NamedTuple):
    """What a browser says of itself, and the secret of the session that it had."""

    agent: str = ""
    address: str = ""
    secret: str | None = None


def sign_in(store: Store, name: str, password: str, browser: Browser) -> Made:
    """Let somebody in who knows the password; raises `NotSignedIn`, in the same words and time whatever is wrong."""
    row = prove(store, name, password, browser.address)
    with store.writing() as session:
        made = enter(session, row.id, browser)
        audit.note(session, Deed(row.name, "sign in", subject(row.id), datetime.now(UTC)))
        return made


def prove(store: Store, name: str, password: str, address: str) -> PersonRow:
    """Whoever has this name and password. Raises `NotSignedIn`, and `TooManyAttempts` where somebody guesses."""
    now = datetime.now(UTC)
    with store.writing() as session:
        last = lockout.count(session, name, address, now)
    with store.reading() as session:
        row = queries.named(session, name_key(name))
    found = passwords.checked(password, row.password if row and row.disabled_at is None else None)
    with store.writing() as session:
        if row is not None and found.right:
            lockout.clear(session, name, address, now)
            if found.renewed:
                accounts.change_person(session, row.id, password=found.renewed)
            return row
        if row is not None and last:
            audit.note(session, Deed("somebody", "sign-in locked", subject(row.id), now))
    raise NotSignedIn(WRONG, shown=True)


def enter(session: WriteSession, person_id: str, browser: Browser) -> Made:
    """Begin a session, and end the one that the browser had."""
    now, secret = datetime.now(UTC), secrecy.made()
    leave(session, browser.secret)
    accounts.forget_sessions(session, now)
    row = {
        "id": secrecy.name(),
        "digest": secrecy.digest(secret),
        "person_id": person_id,
        "agent": browser.agent[:LONGEST_AGENT],
        "address": browser.address,
        "created_at": now,
        "seen_at": now,
        "expires_at": now + ABSOLUTE,
    }
    accounts.add_session(session, row)
    accounts.change_person(session, person_id, seen_at=now)
    return Made(str(row["id"]), secret, now + ABSOLUTE)


def leave(session: WriteSession, secret: str | None) -> None:
    """End the session of a secret, if there is one."""
    now = datetime.now(UTC)
    found = queries.signed_in(session, secrecy.digest(secret), now, now - IDLE) if secret else None
    if found:
        accounts.end_session(session, found[1].id, found[0].id)


def devices(session: ReadSession, person_id: str) -> tuple[Device, ...]:
    """Where somebody is signed in, the last used first."""
    now = datetime.now(UTC)
    rows = queries.sessions_of(session, person_id, now, now - IDLE)
    return tuple(Device(row.id, *row[2:]) for row in rows)


def end(session: WriteSession, person_id: str, name: str, session_id: str) -> None:
    """End one of one's own sessions."""
    if not accounts.end_session(session, person_id, session_id):
        raise NotFound("That browser is signed out already.")
    audit.note(session, Deed(name, "end session", subject(person_id), datetime.now(UTC)))


def end_all(session: WriteSession, person_id: str, name: str, *, but: str | None = None) -> int:
    """Sign out everywhere, or everywhere else; how many browsers that were."""
    number = accounts.end_sessions(session, person_id, but=but)
    audit.note(session, Deed(name, "end sessions", subject(person_id), datetime.now(UTC)), number=number)
    return number
