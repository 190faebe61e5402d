"""Requests done under a key: claimed before they are done, kept with their answer, forgotten after a day.

Two newcomer's mistakes. Claiming in the transaction of the request: two of them would both pass before either commits.
And keeping an answer as it is: one that shows a secret once would leave it in the database and in its backups.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import NamedTuple, Self

from registry.actions import sealing
from registry.errors import InvalidValue, Refused
from registry.store import Store, outbox
from registry.store.queries import webhooks as webhook_queries
from registry.store.queries.webhooks import RepeatRow

KEPT = timedelta(hours=24)
STUCK = timedelta(minutes=5)
SECRET = ("cache-control", "no-store")
Key = Callable[[], bytes]


class Wanted(NamedTuple):
    """A request under a key."""

    key: str
    fingerprint: str

    @classmethod
    def of(cls, owner: str, key: str, place: str, body: bytes) -> Self:
        """The request of somebody; keys of two people never meet."""
        named = sha256(f"{owner}\n{key}".encode()).hexdigest()
        return cls(named, sha256(place.encode() + b"\n" + body).hexdigest())


class Done(NamedTuple):
    """The answer to a request."""

    status: int
    headers: list[tuple[str, str]]
    body: str


def begun(store: Store, wanted: Wanted, key: Key) -> Done | None:
    """The answer to a request that was done; None where it is to be done now. `key` opens what was kept sealed.

    Raises `InvalidValue` for a key that was used for another request, `Refused` while it is being done.
    """
    now = datetime.now(UTC)
    row = {**wanted._asdict(), "at": now, "status": 0, "headers": [], "body": ""}
    with store.writing() as session:
        if outbox.begin_repeat(session, row):
            return None
        known = webhook_queries.repeat(session, wanted.key)
        assert known is not None
        if now - known.at > (KEPT if known.status else STUCK):
            outbox.drop_repeat(session, wanted.key)
            outbox.begin_repeat(session, row)
            return None
    return _answer(known, wanted, key)


def _answer(known: RepeatRow, wanted: Wanted, key: Key) -> Done:
    """The kept answer, where it is one to this very request."""
    if known.fingerprint != wanted.fingerprint:
        raise InvalidValue("This Idempotency-Key was used for another request; send a new key with a new request.")
    if not known.status:
        raise Refused("The request under this Idempotency-Key is being done; ask again in a moment.")
    headers = [(name, value) for name, value in known.headers]
    body = sealing.opened(key(), wanted.key, known.body) if SECRET in headers else known.body
    return Done(known.status, headers, body)


def ended(store: Store, wanted: Wanted, done: Done | None, key: Key) -> None:
    """Keep the answer to a request, sealed where nobody is to store it, or let its key be used again."""
    if done is not None and SECRET in done.headers:
        done = done._replace(body=sealing.sealed(key(), wanted.key, done.body))
    with store.writing() as session:
        if done is None:
            outbox.drop_repeat(session, wanted.key)
        else:
            outbox.end_repeat(session, wanted.key, done._asdict())
