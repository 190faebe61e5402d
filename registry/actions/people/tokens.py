"""Keys of programs: a part to look them up by, 256 bits that nobody guesses, scopes, and a day on which they end.

A newcomer's mistake: a token with more rights than its maker. It holds what its scopes name and its person may do,
at the moment it is used.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from registry.actions import audit
from registry.actions.audit import Deed
from registry.actions.people import secrecy
from registry.actions.people.members import subject
from registry.actions.people.views import Caller, Made, Program
from registry.errors import InvalidValue, NotAllowed, NotFound
from registry.model.people import Right
from registry.store import ReadSession, WriteSession, accounts
from registry.store.queries import people as queries

MARK = "claims_"
LONGEST_NAME, MOST_DAYS, MOST = 80, 366, 50


def mint(session: WriteSession, caller: Caller, name: str, scopes: Iterable[Right], days: int) -> Made:
    """Make a token; its secret is in the answer and nowhere else."""
    wanted, called = sorted(set(scopes) | {Right.READ}), " ".join(name.split())
    _check(caller, called, wanted, days)
    if len(queries.tokens_of(session, caller.id)) >= MOST:
        raise InvalidValue(f"There are {MOST} tokens already; revoke those that nothing uses.")
    made = issue(session, caller.id, called, wanted, timedelta(days=days))
    told = {"token": made.id, "scopes": [right.value for right in wanted], "until": made.expires_at.date().isoformat()}
    audit.note(session, Deed(caller.name, "make token", subject(caller.id), datetime.now(UTC)), **told)
    return made


def issue(session: WriteSession, person_id: str, name: str, scopes: Iterable[Right], lasts: timedelta) -> Made:
    """A new token of somebody."""
    now, token_id = datetime.now(UTC), secrecy.name()
    secret, until = f"{MARK}{token_id}_{secrecy.made()}", now + lasts
    row = {"id": token_id, "digest": secrecy.digest(secret), "person_id": person_id, "name": name}
    accounts.add_token(session, {**row, "scopes": sorted(scopes), "created_at": now, "expires_at": until})
    return Made(token_id, secret, until)


def _check(caller: Caller, name: str, scopes: Iterable[Right], days: int) -> None:
    """Refuse a token that could not be told apart, lives for ever, or may do more than its maker."""
    if not name or len(name) > LONGEST_NAME:
        raise InvalidValue(f"Say in at most {LONGEST_NAME} characters what the token is for.")
    if not 1 <= days <= MOST_DAYS:
        raise InvalidValue(f"A token is good for 1 to {MOST_DAYS} days.")
    beyond = [right for right in scopes if not caller.may(right)]
    if beyond:
        raise NotAllowed(f"You may not {beyond[0].words} yourself, so no token of yours may.")


def programs(session: ReadSession, person_id: str) -> tuple[Program, ...]:
    """Somebody's tokens, the newest first; those that have run out too, until they are removed."""
    rows = queries.tokens_of(session, person_id)
    return tuple(
        Program(row.id, row.name, tuple(map(Right, row.scopes)), row.created_at, row.expires_at, row.used_at)
        for row in rows
    )


def revoke(session: WriteSession, person_id: str, name: str, token_id: str) -> None:
    """Make a token useless at once."""
    now = datetime.now(UTC)
    if not accounts.revoke_token(session, person_id, token_id, now):
        raise NotFound("There is no such token of yours.")
    audit.note(session, Deed(name, "revoke token", subject(person_id), now), token=token_id)
