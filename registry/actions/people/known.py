"""Who asks: whoever shows a session's secret or a token. A look, never a write; the last use is noted afterwards."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from registry.actions.people import secrecy
from registry.actions.people.sessions import IDLE
from registry.actions.people.tokens import MARK
from registry.actions.people.views import Caller
from registry.errors import NotSignedIn
from registry.model.people import Right, rights
from registry.store import ReadSession, Store, accounts
from registry.store.queries import people as queries

FRESH = timedelta(minutes=1)
LONGEST = 200
UNKNOWN = "The token is unknown, revoked or has run out; make a new one on the page of your account."


def by_session(session: ReadSession, secret: str) -> Caller | None:
    """Whoever is signed in with this secret; None where that is over."""
    now = datetime.now(UTC)
    found = queries.signed_in(session, secrecy.digest(secret), now, now - IDLE) if len(secret) <= LONGEST else None
    if found is None:
        return None
    held, person = found
    worn = now - held.seen_at > FRESH
    return Caller(person.id, person.name, person.role, rights(person.role), session_id=held.id, worn=worn)


def by_token(session: ReadSession, secret: str) -> Caller:
    """Whose token this is; raises `NotSignedIn` for one that is none, or no longer."""
    now = datetime.now(UTC)
    token_id = secret.removeprefix(MARK).partition("_")[0]
    found = queries.token(session, token_id) if secret.startswith(MARK) and len(secret) <= LONGEST else None
    if found is None or not secrecy.matches(secret, found[0].digest):
        raise NotSignedIn(UNKNOWN, shown=True)
    row, person = found
    if row.revoked_at is not None or row.expires_at <= now or person.disabled_at is not None:
        raise NotSignedIn(UNKNOWN, shown=True)
    held = rights(person.role, map(Right, row.scopes))
    worn = row.used_at is None or now - row.used_at > FRESH
    return Caller(person.id, person.name, person.role, held, token_id=row.id, worn=worn)


def note_use(store: Store, caller: Caller) -> None:
    """Note the last use of what was shown; called at most once a minute, after the answer has gone out."""
    now = datetime.now(UTC)
    with store.writing() as session:
        if caller.session_id is not None:
            accounts.touch_session(session, caller.session_id, now)
        if caller.token_id is not None:
            accounts.touch_token(session, caller.token_id, now)
        accounts.change_person(session, caller.id, seen_at=now)
