"""Requests done under a key: claimed before they are done, kept with their answer, forgotten after a day.

Three newcomer's mistakes. Claiming in the transaction of the request: two would both pass before either commits.
Keeping the answer after that transaction: work that is done and has no answer is done again. And keeping an answer as
it is: one that shows a secret once would leave it in the database and in its backups.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import NamedTuple, Self

from registry.actions import sealing
from registry.errors import InvalidValue, Refused
from registry.store import Store, WriteSession, outbox
from registry.store.queries import webhooks as webhook_queries
from registry.store.queries.webhooks import RepeatRow

KEPT = timedelta(hours=24)
STUCK = timedelta(minutes=5)
SECRET = ("cache-control", "no-store")
BUSY = "The request under this Idempotency-Key is being done; ask again in a moment."
Key = Callable[[], bytes]


class Wanted(NamedTuple):
    """A request under a key, and the moment from which on the key is its own: another one may take it over later."""

    key: str
    fingerprint: str
    since: datetime

    @classmethod
    def of(cls, owner: str, key: str, place: str, body: bytes) -> Self:
        """The request of somebody; keys of two people never meet."""
        named = sha256(f"{owner}\n{key}".encode()).hexdigest()
        return cls(named, sha256(place.encode() + b"\n" + body).hexdigest(), datetime.now(UTC))


class Done(NamedTuple):
    """The answer to a request."""

    status: int
    headers: list[tuple[str, str]]
    body: str


def begun(store: Store, wanted: Wanted, key: Key) -> Done | None:
    """The answer to a request that was done; None where it is to be done now. `key` opens what was kept sealed.

    Raises `InvalidValue` for a key that was used for another request, `Refused` while it is being done.
    """
    row = {"fingerprint": wanted.fingerprint, "at": wanted.since, "status": 0, "headers": [], "body": ""}
    with store.writing() as session:
        if outbox.begin_repeat(session, {"key": wanted.key, **row}):
            return None
        known = webhook_queries.repeat(session, wanted.key)
        if known is None:
            raise Refused(BUSY)
        if wanted.since - known.at > (KEPT if known.status else STUCK):
            if outbox.change_repeat(session, wanted.key, known.at, row, status=known.status):
                return None
            raise Refused(BUSY)
    return _answer(known, wanted, key)


def _answer(known: RepeatRow, wanted: Wanted, key: Key) -> Done:
    """The kept answer, where it is one to this very request."""
    if known.fingerprint != wanted.fingerprint:
        raise InvalidValue("This Idempotency-Key was used for another request; send a new key with a new request.")
    if not known.status:
        raise Refused(BUSY)
    headers = [(name, value) for name, value in known.headers]
    body = sealing.opened(key(), wanted.key, known.body) if SECRET in headers else known.body
    return Done(known.status, headers, body)


def settled(session: WriteSession, wanted: Wanted, done: Done, key: Key) -> None:
    """Keep the answer to a request in the transaction that did it, sealed where nobody is to store it.

    Raises `Refused` where another request took the key over, because this one took so long: what it did is undone.
    """
    if not _kept(session, wanted, done, key):
        raise Refused("The request took so long that another under its Idempotency-Key began; it was left undone.")


def ended(store: Store, wanted: Wanted, done: Done | None, key: Key) -> None:
    """Keep the answer to a request that did nothing, or let its key be used again."""
    with store.writing() as session:
        if done is None:
            outbox.drop_repeat(session, wanted.key, wanted.since)
        else:
            _kept(session, wanted, done, key)


def _kept(session: WriteSession, wanted: Wanted, done: Done, key: Key) -> bool:
    """Keep an answer; whether the key still was the request's own."""
    if SECRET in done.headers:
        done = done._replace(body=sealing.sealed(key(), wanted.key, done.body))
    return outbox.change_repeat(session, wanted.key, wanted.since, done._asdict())
