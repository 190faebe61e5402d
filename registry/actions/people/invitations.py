"""One-time links: to join in a role, or to choose a new password. Nothing is sent; whoever makes one hands it on.

A newcomer's mistake: using a link up when it is opened. Programs that preview messages open every link; it is used up
when the form is sent.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from registry.actions import audit
from registry.actions.audit import Deed
from registry.actions.people import lockout, members, naming, passwords, secrecy, sessions
from registry.actions.people.members import subject
from registry.actions.people.sessions import Browser
from registry.actions.people.views import Link, Made
from registry.errors import InvalidValue, NotFound, Refused
from registry.model.people import ACCOUNTS, Role
from registry.store import ReadSession, Store, WriteSession, accounts
from registry.store.queries import people as queries
from registry.store.queries.people import InvitationRow
from registry.store.tables import Purpose

LASTS: Mapping[Purpose, timedelta] = {Purpose.JOIN: timedelta(days=7), Purpose.RESET: timedelta(hours=24)}
LONGEST_NOTE = 200
GONE = "This link was used, withdrawn, or has run out; ask an administrator for a new one."
SET_UP = "the first administrator"


class Offer(NamedTuple):
    """What an open link offers: to join in a role, or to choose a password as `name`."""

    id: str
    role: Role
    name: str | None


def invite(session: WriteSession, role: Role, *, actor: str, note: str = "") -> Made:
    """Make a link with which somebody joins in a role."""
    if len(note) > LONGEST_NOTE:
        raise InvalidValue(f"The note is longer than {LONGEST_NOTE} characters; shorten it.")
    return _link(session, Purpose.JOIN, actor, {"role": role, "note": note.strip()}, note.strip())


def reset(session: WriteSession, person_id: str, *, actor: str) -> Made:
    """Make a link with which somebody chooses a new password; an earlier one is withdrawn."""
    row = members.found(session, person_id)
    if row.disabled_at is not None:
        raise Refused(f"{row.name} is disabled; enable the account first.")
    accounts.withdraw_invitations(session, datetime.now(UTC), person_id=person_id)
    return _link(session, Purpose.RESET, actor, {"role": row.role, "person_id": person_id, "note": ""}, row.name)


def open_set_up(session: WriteSession) -> Made | None:
    """The link for the first administrator, made anew at each start; None where there is one."""
    if queries.administrators(session):
        return None
    accounts.withdraw_invitations(session, datetime.now(UTC), note=SET_UP)
    return _link(session, Purpose.JOIN, "the registry", {"role": Role.ADMINISTRATOR, "note": SET_UP}, SET_UP)


def _link(session: WriteSession, purpose: Purpose, actor: str, told: Mapping[str, Any], whom: str) -> Made:
    now, secret, link_id = datetime.now(UTC), secrecy.made(), secrecy.name()
    row = {"person_id": None, **told, "id": link_id, "digest": secrecy.digest(secret), "purpose": purpose}
    until = now + LASTS[purpose]
    accounts.add_invitation(session, {**row, "created_by": actor, "created_at": now, "expires_at": until})
    about = subject(row["person_id"]) if row["person_id"] else f"{ACCOUNTS}links/{link_id}"
    action = "invite" if purpose is Purpose.JOIN else "offer new password"
    audit.note(session, Deed(actor, action, about, now), link=link_id, role=row["role"].value, whom=whom)
    return Made(link_id, secret, until)


def links(session: ReadSession) -> tuple[Link, ...]:
    """The links that can still be used."""
    names = {row.id: row.name for row in queries.people(session)}
    rows = queries.invitations(session, datetime.now(UTC))
    return tuple(
        Link(row.id, row.role, names.get(row.person_id or ""), row.note, row.created_by, row.created_at, row.expires_at)
        for row in rows
    )


def withdraw(session: WriteSession, link_id: str, *, actor: str) -> None:
    """Make a link useless."""
    now = datetime.now(UTC)
    if not accounts.withdraw_invitation(session, link_id, now):
        raise NotFound("There is no such link that could still be used.")
    audit.note(session, Deed(actor, "withdraw link", f"{ACCOUNTS}links/{link_id}", now))


def opened(session: ReadSession, secret: str) -> Offer:
    """What a link offers; raises `NotFound` for one that is none, or no longer."""
    row = _good(session, secret)
    name = members.found(session, row.person_id).name if row.person_id else None
    return Offer(row.id, row.role, name)


def _good(session: ReadSession | WriteSession, secret: str) -> InvitationRow:
    row, now = queries.invitation(session, secrecy.digest(secret)), datetime.now(UTC)
    if row is None or row.used_at or row.withdrawn_at or row.expires_at <= now:
        raise NotFound(GONE)
    return row


def accept(store: Store, secret: str, *, name: str, password: str, browser: Browser) -> Made:
    """Join, or choose a new password, and be signed in. Of two at once, one is told that the link is used."""
    with store.reading() as session:
        offer = opened(session, secret)
    shown = offer.name or naming.tidy(name)
    passwords.demand_good(password, shown)
    kept = passwords.hashed(password)
    with store.writing() as session:
        accounts.take_turns(session)
        row = _good(session, secret)
        if not accounts.use_invitation(session, row.id, datetime.now(UTC)):
            raise NotFound(GONE)
        person_id = _joined(session, row, shown, kept) if row.person_id is None else _renewed(session, row, shown, kept)
        return sessions.enter(session, person_id, browser)


def _joined(session: WriteSession, row: InvitationRow, name: str, kept: str) -> str:
    """Somebody new."""
    if row.note == SET_UP and queries.administrators(session):
        raise NotFound(GONE)
    person_id = members.enrol(session, name, row.role, kept)
    members.note(session, person_id, name, "join", link=row.id, role=row.role.value, invited_by=row.created_by)
    return person_id


def _renewed(session: WriteSession, row: InvitationRow, name: str, kept: str) -> str:
    """Somebody with a new password; what was open under the old one ends, and so does a pause for guessing."""
    assert row.person_id is not None
    known = members.found(session, row.person_id)
    if known.disabled_at is not None:
        raise NotFound(GONE)
    accounts.change_person(session, known.id, password=kept)
    accounts.end_sessions(session, known.id)
    lockout.release(session, name)
    members.note(session, known.id, name, "new password by link", link=row.id)
    return known.id
