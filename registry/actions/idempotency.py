"""Requests done under a key: claimed before they are done, kept with their answer, forgotten after a day.

Three newcomer's mistakes. Claiming in the transaction of the request: two would both pass before either commits.
Keeping the answer after that transaction: work that is done and has no answer is done again. And keeping an answer as
it is: one that shows a secret once would leave it in the database and in its backups.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Literal, NamedTuple, Self

from registry.actions import sealing
from registry.errors import InvalidValue, NotFound, Refused
from registry.store import Store, WriteSession, outbox
from registry.store.queries import webhooks as webhook_queries
from registry.store.queries.webhooks import RepeatRow

KEPT = timedelta(hours=24)
STUCK = timedelta(minutes=5)
REFUSED = 400  # from this status on an answer tells no secret, whatever its headers say
SECRET = ("cache-control", "no-store")
BUSY = "The request under this Idempotency-Key is being done; see /v1/requests/ with the key, or ask again in a moment."
Key = Callable[[], bytes]


class Wanted(NamedTuple):
    """A request under a key, and the moment from which on the key is its own: another one may take it over later."""

    key: str
    fingerprint: str
    since: datetime

    @classmethod
    def of(cls, owner: str, key: str, place: str, body: bytes) -> Self:
        """The request of somebody; keys of two people never meet."""
        return cls(named(owner, key), sha256(place.encode() + b"\n" + body).hexdigest(), datetime.now(UTC))


def named(owner: str, key: str) -> str:
    """What somebody's key is kept as."""
    return sha256(f"{owner}\n{key}".encode()).hexdigest()


class Done(NamedTuple):
    """The answer to a request."""

    status: int
    headers: list[tuple[str, str]]
    body: str


class Progress(NamedTuple):
    """How a request under a key stands: it is worked at since a moment, done with an answer, or lost with the process
    that worked at it. An answer that showed a secret has no body."""

    state: Literal["working", "done", "lost"]
    since: datetime
    done: Done | None = None


def progress(store: Store, owner: str, key: str, seal: Key, *, since: datetime) -> Progress:
    """How somebody's request stands; `since` is when this process began. Raises `NotFound` for one that is not known:
    it never came, is more than a day old, or failed on our side and left nothing."""
    name = named(owner, key)
    with store.reading() as session:
        known = webhook_queries.repeat(session, name)
    if known is None or datetime.now(UTC) - known.at > KEPT:
        raise NotFound("No request of yours is kept under this key; if you sent one, it failed: send it again.")
    if not known.status:
        return Progress("lost" if known.at < since else "working", known.at)
    return Progress("done", known.at, _kept_answer(known, seal, opened=known.status >= REFUSED))


def begun(store: Store, wanted: Wanted, key: Key, working: Container[str] = ()) -> Done | None:
    """The answer to a request that was done; None where it is to be done now. `key` opens what was kept sealed,
    `working` are those that this process is at: however long one takes, nobody takes its key over.

    Raises `InvalidValue` for a key that was used for another request, `Refused` while it is being done.
    """
    row = {"fingerprint": wanted.fingerprint, "at": wanted.since, "status": 0, "headers": [], "body": ""}
    with store.writing() as session:
        if outbox.begin_repeat(session, {"key": wanted.key, **row}):
            return None
        known = webhook_queries.repeat(session, wanted.key)
        if known is None:
            raise Refused(BUSY)
        old = wanted.since - known.at > (KEPT if known.status else STUCK)
        if old and wanted.key not in working:
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
    return _kept_answer(known, key)


def _kept_answer(known: RepeatRow, key: Key, *, opened: bool = True) -> Done:
    """A kept answer; without its body where that is sealed and stays so."""
    headers = [(name, value) for name, value in known.headers]
    if SECRET not in headers:
        return Done(known.status, headers, known.body)
    return Done(known.status, headers, sealing.opened(key(), known.key, known.body) if opened else "")


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
