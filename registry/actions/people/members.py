"""Who is here, in which role; disabling; one's own password.

A newcomer's mistake: leaving sessions open when a role changes. Whoever loses or gains a right signs in anew, and the
last administrator stays one.
"""

from __future__ import annotations

from datetime import UTC, datetime

from registry.actions import audit
from registry.actions.audit import Deed
from registry.actions.people import naming, passwords, secrecy
from registry.actions.people.views import Caller, Member
from registry.errors import NotFound, Refused
from registry.model.people import ACCOUNTS, Role, rights
from registry.store import ReadSession, Store, WriteSession, accounts
from registry.store.queries import people as queries
from registry.store.queries.people import PersonRow

LAST = "The registry needs an administrator; give somebody else that role first."


def subject(person_id: str) -> str:
    """A person as the audit names them; everything about accounts begins so."""
    return f"{ACCOUNTS}{person_id}"


def enrol(session: WriteSession, name: str, role: Role, password: str | None = None) -> str:
    """Add a person with a hashed password, or none yet; the id. Raises `Duplicate` where the name is taken."""
    shown, person_id = naming.tidy(name), secrecy.name()
    row = {"id": person_id, "name": shown, "name_key": naming.name_key(shown), "role": role, "password": password}
    accounts.add_person(session, {**row, "created_at": datetime.now(UTC)})
    return person_id


def members(session: ReadSession) -> tuple[Member, ...]:
    """Everybody, by name."""
    return tuple(shown(row) for row in queries.people(session))


def shown(row: PersonRow) -> Member:
    """A person without what is nobody's business."""
    return Member(row.id, row.name, row.role, row.created_at, row.seen_at, row.disabled_at)


def found(session: ReadSession | WriteSession, person_id: str) -> PersonRow:
    """A person by id; raises `NotFound`."""
    row = queries.person(session, person_id)
    if row is None:
        raise NotFound(f"There is no person {person_id[:80]!r}; look at the list of people.")
    return row


def called(session: ReadSession | WriteSession, name: str) -> PersonRow:
    """A person by name; raises `NotFound`."""
    row = queries.named(session, naming.name_key(name))
    if row is None:
        raise NotFound(f"Nobody here is called {name[:80]!r}; look at the list of people.")
    return row


def caller(row: PersonRow) -> Caller:
    """Somebody for whom whoever holds the database acts; raises `Refused` where they are disabled."""
    if row.disabled_at:
        raise Refused(f"{row.name} is disabled; enable them first.")
    return Caller(row.id, row.name, row.role, rights(row.role))


def give_role(session: WriteSession, person_id: str, role: Role, *, actor: str) -> Member:
    """Give somebody a role; they are signed out everywhere, so that nothing goes on under the old one."""
    accounts.take_turns(session)
    row = found(session, person_id)
    if row.role is role:
        return shown(row)
    if role is not Role.ADMINISTRATOR:
        _demand_another(session, row)
    accounts.change_person(session, person_id, role=role)
    accounts.end_sessions(session, person_id)
    note(session, person_id, actor, "change role", name=row.name, before=row.role.value, after=role.value)
    return shown(row._replace(role=role))


def disable(session: WriteSession, person_id: str, *, actor: str) -> Member:
    """Shut somebody out: sessions, tokens, links and webhooks end at once. What they decided stays."""
    accounts.take_turns(session)
    row, now = found(session, person_id), datetime.now(UTC)
    if row.disabled_at is not None:
        return shown(row)
    _demand_another(session, row)
    accounts.change_person(session, person_id, disabled_at=now)
    ended = accounts.end_sessions(session, person_id)
    revoked = accounts.revoke_tokens(session, person_id, now)
    accounts.withdraw_invitations(session, now, person_id=person_id)
    silenced = accounts.silence(session, row.name, now)
    told = {"sessions": ended, "tokens": revoked, "webhooks": silenced}
    note(session, person_id, actor, "disable", name=row.name, **told)
    return shown(row._replace(disabled_at=now))


def enable(session: WriteSession, person_id: str, *, actor: str) -> Member:
    """Let somebody in again, with the password they had; their tokens and webhooks stay as they are."""
    row = found(session, person_id)
    if row.disabled_at is not None:
        accounts.change_person(session, person_id, disabled_at=None)
        note(session, person_id, actor, "enable", name=row.name)
    return shown(row._replace(disabled_at=None))


def _demand_another(session: WriteSession, row: PersonRow) -> None:
    """Refuse to leave the registry without an administrator."""
    if queries.administrators(session) == [row.id]:
        raise Refused(LAST)


def note(session: WriteSession, person_id: str, actor: str, action: str, **detail: object) -> None:
    """Tell the audit what happened to somebody's account."""
    audit.note(session, Deed(actor, action, subject(person_id), datetime.now(UTC)), **detail)


def add(store: Store, name: str, role: Role, password: str, *, actor: str) -> str:
    """Add a person with a password, on the machine itself; the id."""
    shown_name = naming.tidy(name)
    passwords.demand_good(password, shown_name)
    kept = passwords.hashed(password)
    with store.writing() as session:
        person_id = enrol(session, shown_name, role, kept)
        note(session, person_id, actor, "add person", name=shown_name, role=role.value)
        return person_id


def choose_password(store: Store, row: PersonRow, password: str) -> None:
    """Set a password that was proved before or comes with a link; everything open under the old one ends."""
    passwords.demand_good(password, row.name)
    kept = passwords.hashed(password)
    with store.writing() as session:
        accounts.change_person(session, row.id, password=kept)
        accounts.end_sessions(session, row.id)
        accounts.withdraw_invitations(session, datetime.now(UTC), person_id=row.id)
        note(session, row.id, row.name, "change password")
