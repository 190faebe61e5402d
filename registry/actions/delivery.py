"""Deliver what is in the outbox: signed, tried again with growing pauses, given up after days, once at least.

A newcomer's mistake: holding a transaction while somebody's server thinks. A message is taken, sent, and noted: three
steps, two short transactions. A worker that dies in between loses nothing; what it took is free again after a minute.
"""

from __future__ import annotations

import hashlib
import hmac
import threading
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from registry.actions.sealing import opened, seal_all
from registry.errors import Unreadable
from registry.store import Store, outbox
from registry.store.queries import webhooks as webhook_queries
from registry.store.queries.webhooks import EndpointRow, MessageRow
from registry.store.tables import Sending

if TYPE_CHECKING:
    from registry.fetch.sending import Sent

Send = Callable[[str, bytes, Mapping[str, str]], "Sent"]

PAUSES = tuple(
    timedelta(seconds=seconds) for seconds in (5, 60, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400)
)
TAKEN = timedelta(seconds=60)
AT_ONCE = 50
KEPT = timedelta(days=30)
REPEATED = timedelta(hours=24)
GONE = 410


def signature(secret: str, message_id: str, at: int, body: bytes) -> str:
    """The signature of a message, as Standard Webhooks says: HMAC-SHA256 over id, time and body."""
    key = b64decode(secret.removeprefix("whsec_"))
    content = f"{message_id}.{at}.".encode() + body
    return "v1," + b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()


def headers(row: EndpointRow, message: MessageRow, now: datetime, key: bytes) -> dict[str, str]:
    """What travels beside a message; after a rotation it is signed with both secrets for a while."""
    at, body = int(now.timestamp()), message.body.encode()
    former = [row.former] if row.former and row.former_until and row.former_until > now else []
    signed = [signature(opened(key, row.id, kept), message.id, at, body) for kept in (row.secret, *former)]
    return {"webhook-id": message.id, "webhook-timestamp": str(at), "webhook-signature": " ".join(signed)}


def deliver(
    store: Store, *, key: bytes, sending: Send | None = None, loopback: bool = False, limit: int = AT_ONCE
) -> int:
    """Deliver what is due, at most so many messages; how many were tried."""
    with store.reading() as session:
        waiting = webhook_queries.due(session, datetime.now(UTC), limit=limit)
    return sum(_attempt(store, message, sending or _sender(loopback=loopback), key) for message in waiting)


def _sender(*, loopback: bool) -> Send:
    """The real network."""
    from registry.fetch.sending import send

    return lambda url, body, told: send(url, body, told, loopback=loopback)


def _attempt(store: Store, message: MessageRow, sending: Send, key: bytes) -> bool:
    """Try a message, unless another worker has it."""
    now = datetime.now(UTC)
    with store.writing() as session:
        if not outbox.take(session, message.id, message.attempts, now + TAKEN):
            return False
        row = webhook_queries.endpoint(session, message.endpoint_id)
    if row is None:
        return False
    sent = _sent(row, message, now, sending, key)
    _note(store, row, message, now, sent)
    return True


def _sent(row: EndpointRow, message: MessageRow, now: datetime, sending: Send, key: bytes) -> Sent:
    """What came back; where the secret cannot be opened nothing is sent, and the log says why."""
    from registry.fetch.sending import Sent

    try:
        told = headers(row, message, now, key)
    except Unreadable as error:
        return Sent(None, str(error), 0)
    return sending(row.url, message.body.encode(), told)


def _note(store: Store, row: EndpointRow, message: MessageRow, now: datetime, sent: Sent) -> None:
    """Note an attempt, and when the next one is."""
    number = message.attempts + 1
    attempt = {"message_id": message.id, "number": number, "at": now, **sent._asdict()}
    with store.writing() as session:
        if webhook_queries.endpoint(session, row.id) is None:
            return
        outbox.add_attempt(session, attempt)
        outbox.set_message(session, message.id, _next(number, sent, now))
        if sent.status == GONE:
            outbox.set_endpoint(session, row.id, {"disabled_at": now})


def _next(number: int, sent: Sent, now: datetime) -> dict[str, object]:
    """What becomes of a message after an attempt."""
    if sent.good:
        return {"state": Sending.DONE}
    if number > len(PAUSES) or sent.status == GONE:
        return {"state": Sending.DEAD}
    return {"due_at": now + PAUSES[number - 1]}


def sweep(store: Store) -> None:
    """Forget what was delivered a month ago, and requests that were done a day ago."""
    now = datetime.now(UTC)
    with store.writing() as session:
        outbox.sweep(session, messages=now - KEPT, repeats=now - REPEATED)


class Worker:
    """A thread that delivers until it is stopped."""

    def __init__(self, store: Store, *, key: bytes, loopback: bool = False, pause: float = 2.0) -> None:
        """A worker that looks every so many seconds."""
        self.store, self.key, self.loopback, self.pause = store, key, loopback, pause
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="webhooks", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self, seconds: float = 20.0) -> None:
        """Finish what is being sent, then end."""
        self._stop.set()
        self._thread.join(seconds)

    def _run(self) -> None:
        """Deliver, wait, and do it again; what goes wrong is logged and tried again."""
        run(self.store, self._stop, key=self.key, loopback=self.loopback, pause=self.pause)


def run(store: Store, stop: threading.Event, *, key: bytes, loopback: bool, pause: float) -> None:
    """Deliver until told to stop; secrets that are kept in the clear are sealed first."""
    import logging

    seal_all(store, key)
    swept = datetime.min.replace(tzinfo=UTC)
    while not stop.is_set():
        try:
            done = deliver(store, key=key, loopback=loopback)
            if datetime.now(UTC) - swept > timedelta(hours=1):
                sweep(store)
                swept = datetime.now(UTC)
        except Exception:
            logging.getLogger(__name__).exception("Delivering webhooks failed; it is tried again.")
            done = 0
        if not done:
            stop.wait(pause)
