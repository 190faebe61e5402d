"""Changes to people and to what lets them in. Sessions and attempts go without a trace; the audit tells of the rest.

A newcomer's mistake: looking first whether a link is unused, and using it then. Two could pass; `use_invitation` asks
and marks in one statement.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import case, text
from sqlalchemy.exc import IntegrityError

from registry.errors import Duplicate
from registry.store.db import WriteSession
from registry.store.writes import insert, is_sqlite, on, table

PERSON, SESSION, INVITATION = table("person"), table("session"), table("invitation")
TOKEN, ATTEMPT, ENDPOINT = table("token"), table("attempt"), table("endpoint")
Row = Mapping[str, Any]


def take_turns(session: WriteSession) -> None:
    """Let changes to who is an administrator happen one after the other; SQLite's writers do so anyway."""
    if not is_sqlite(session):
        on(session).execute(text("LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE"))


def add_person(session: WriteSession, row: Row) -> None:
    """Add a person; raises `Duplicate` where the name is taken."""
    try:
        with session.begin_nested():
            on(session).execute(PERSON.insert(), dict(row))
    except IntegrityError:
        raise Duplicate("Somebody here has that name already; choose another.") from None


def change_person(session: WriteSession, person_id: str, **values: Any) -> None:
    """Change what is known of a person."""
    on(session).execute(PERSON.update().where(PERSON.c.id == person_id).values(**values))


def add_session(session: WriteSession, row: Row) -> None:
    """Let a browser in."""
    on(session).execute(SESSION.insert(), dict(row))


def touch_session(session: WriteSession, session_id: str, at: datetime) -> None:
    """Note that a session was used."""
    on(session).execute(SESSION.update().where(SESSION.c.id == session_id).values(seen_at=at))


def end_session(session: WriteSession, person_id: str, session_id: str) -> bool:
    """End one of a person's sessions; whether there was one."""
    gone = SESSION.delete().where(SESSION.c.id == session_id, SESSION.c.person_id == person_id)
    return on(session).execute(gone.returning(SESSION.c.id)).first() is not None


def end_sessions(session: WriteSession, person_id: str, *, but: str | None = None) -> int:
    """End every session of a person, or all but one; how many there were."""
    gone = SESSION.delete().where(SESSION.c.person_id == person_id)
    if but is not None:
        gone = gone.where(SESSION.c.id != but)
    return len(on(session).execute(gone.returning(SESSION.c.id)).all())


def forget_sessions(session: WriteSession, before: datetime) -> None:
    """Remove the sessions that ran out."""
    on(session).execute(SESSION.delete().where(SESSION.c.expires_at < before))


def add_token(session: WriteSession, row: Row) -> None:
    """Add a program's key."""
    on(session).execute(TOKEN.insert(), dict(row))


def touch_token(session: WriteSession, token_id: str, at: datetime) -> None:
    """Note that a token was used."""
    on(session).execute(TOKEN.update().where(TOKEN.c.id == token_id).values(used_at=at))


def revoke_token(session: WriteSession, person_id: str, token_id: str, at: datetime) -> bool:
    """Revoke one of a person's tokens; whether there was one."""
    change = TOKEN.update().where(TOKEN.c.id == token_id, TOKEN.c.person_id == person_id, TOKEN.c.revoked_at.is_(None))
    return on(session).execute(change.values(revoked_at=at).returning(TOKEN.c.id)).first() is not None


def revoke_tokens(session: WriteSession, person_id: str, at: datetime) -> int:
    """Revoke every token of a person; how many there were."""
    change = TOKEN.update().where(TOKEN.c.person_id == person_id, TOKEN.c.revoked_at.is_(None))
    return len(on(session).execute(change.values(revoked_at=at).returning(TOKEN.c.id)).all())


def silence(session: WriteSession, owner: str, at: datetime) -> int:
    """Tell nothing more to the addresses that somebody gave; how many there were."""
    change = ENDPOINT.update().where(ENDPOINT.c.owner == owner, ENDPOINT.c.disabled_at.is_(None))
    return len(on(session).execute(change.values(disabled_at=at).returning(ENDPOINT.c.id)).all())


def add_invitation(session: WriteSession, row: Row) -> None:
    """Add a one-time link."""
    on(session).execute(INVITATION.insert(), dict(row))


def use_invitation(session: WriteSession, invitation_id: str, at: datetime) -> bool:
    """Use a link up; whether it was still good."""
    change = INVITATION.update().where(INVITATION.c.id == invitation_id, INVITATION.c.used_at.is_(None))
    change = change.where(INVITATION.c.withdrawn_at.is_(None), INVITATION.c.expires_at > at)
    return on(session).execute(change.values(used_at=at).returning(INVITATION.c.id)).first() is not None


def withdraw_invitation(session: WriteSession, invitation_id: str, at: datetime) -> bool:
    """Make a link useless; whether it was good until now."""
    change = INVITATION.update().where(INVITATION.c.id == invitation_id, INVITATION.c.used_at.is_(None))
    change = change.where(INVITATION.c.withdrawn_at.is_(None)).values(withdrawn_at=at)
    return on(session).execute(change.returning(INVITATION.c.id)).first() is not None


def withdraw_invitations(session: WriteSession, at: datetime, **fields: Any) -> None:
    """Make every unused link useless whose columns are so."""
    change = INVITATION.update().where(INVITATION.c.used_at.is_(None), INVITATION.c.withdrawn_at.is_(None))
    for name, value in fields.items():
        change = change.where(INVITATION.c[name] == value)
    on(session).execute(change.values(withdrawn_at=at))


def count_attempt(session: WriteSession, key: str, at: datetime, forgotten: datetime) -> tuple[int, datetime]:
    """Count an attempt to sign in; the count, begun anew after a long rest, and until when nobody may try again."""
    put = insert(session, ATTEMPT).values(key=key, failures=1, last_at=at, until=at)
    counted = case((ATTEMPT.c.last_at < forgotten, 1), else_=ATTEMPT.c.failures + 1)
    put = put.on_conflict_do_update(index_elements=["key"], set_={"failures": counted, "last_at": at})
    row = on(session).execute(put.returning(ATTEMPT.c.failures, ATTEMPT.c.until)).one()
    return row[0], row[1]


def hold_off(session: WriteSession, key: str, until: datetime) -> None:
    """Let nobody try again before some time."""
    on(session).execute(ATTEMPT.update().where(ATTEMPT.c.key == key).values(until=until))


def forgive(session: WriteSession, key: str, at: datetime) -> None:
    """Take the last attempt under a key out of the count: it was a good one."""
    change = ATTEMPT.update().where(ATTEMPT.c.key == key, ATTEMPT.c.failures > 0)
    on(session).execute(change.values(failures=ATTEMPT.c.failures - 1, until=at))


def forget_attempts(session: WriteSession, *keys: str, before: datetime | None = None) -> None:
    """Forget the attempts under some keys, or those that are long ago."""
    gone = ATTEMPT.c.key.in_(keys) if before is None else ATTEMPT.c.last_at < before
    on(session).execute(ATTEMPT.delete().where(gone))
