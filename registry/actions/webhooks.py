"""Endpoints that are told of changes by signed requests (Standard Webhooks): adding, changing, secrets, the log.

A newcomer's mistake: showing the secret again. It is shown when it is made, and a new one can be made.
"""

from __future__ import annotations

import secrets
from base64 import b64encode
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from uuid import uuid4

from registry.actions import paging, watching
from registry.actions.sealing import sealed
from registry.actions.telling import TYPES, Event
from registry.actions.telling.events import PING, row_of
from registry.actions.views import Page
from registry.errors import InvalidValue, NotFound, Refused
from registry.store import ReadSession, WriteSession, outbox
from registry.store.queries import webhooks as webhook_queries
from registry.store.queries.webhooks import AttemptRow, EndpointRow, MessageRow
from registry.store.tables import Sending

MOST = 50
ROTATION = timedelta(hours=24)


class Made(NamedTuple):
    """An endpoint and the secret that its messages are signed with, which is shown this once."""

    row: EndpointRow
    secret: str


class Logged(NamedTuple):
    """A message and the attempts to deliver it."""

    row: MessageRow
    attempts: tuple[AttemptRow, ...]


def new_secret() -> str:
    """A secret in the shape that Standard Webhooks libraries read."""
    return "whsec_" + b64encode(secrets.token_bytes(32)).decode()


def add(
    session: WriteSession,
    owner: str,
    url: str,
    types: Sequence[str] = (),
    *,
    key: bytes,
    watch_id: str | None = None,
    loopback: bool = False,
) -> Made:
    """Add an endpoint, its secret sealed under a key.

    Without types it hears of everything; with a watch of what affects that watch only.
    """
    demand_address(url, loopback=loopback)
    demand_types(types)
    if watch_id is not None:
        watching.watch_of(session, watch_id, owner)
    if len(webhook_queries.endpoints(session, owner)) >= MOST:
        raise Refused(f"There are {MOST} endpoints already; remove one first.")
    secret, name = new_secret(), f"ep_{uuid4().hex}"
    row = {"id": name, "owner": owner, "url": url, "types": list(dict.fromkeys(types)), "watch_id": watch_id}
    more = {
        "secret": sealed(key, name, secret),
        "former": None,
        "former_until": None,
        "disabled_at": None,
        "version": 1,
    }
    outbox.add_endpoint(session, {**row, **more, "made_at": datetime.now(UTC)})
    return Made(endpoint(session, name, owner), secret)


def demand_address(url: str, *, loopback: bool) -> None:
    """Refuse an address that nothing may be sent to."""
    from registry.fetch.sending import demand_address as demand

    demand(url, loopback=loopback)


def demand_types(types: Sequence[str]) -> None:
    """Refuse what cannot be told."""
    unknown = [one for one in types if one not in TYPES]
    if unknown:
        raise InvalidValue(f"There is no event {unknown[0][:80]!r}; choose among {', '.join(TYPES)}.")


def endpoint(session: ReadSession | WriteSession, endpoint_id: str, owner: str | None) -> EndpointRow:
    """An endpoint of somebody, or of anybody; what belongs to another is as good as not there."""
    row = webhook_queries.endpoint(session, endpoint_id)
    if row is None or (owner is not None and row.owner != owner):
        raise NotFound(f"There is no webhook {endpoint_id[:80]!r}; look at the list of webhooks.")
    return row


def endpoints(session: ReadSession, owner: str | None) -> list[EndpointRow]:
    """The endpoints of somebody, or of everybody."""
    return webhook_queries.endpoints(session, owner)


def change(session: WriteSession, row: EndpointRow, changes: dict[str, Any], *, loopback: bool = False) -> EndpointRow:
    """Change the address, the types, or whether it is told at all (`disabled`)."""
    values: dict[str, Any] = {}
    if changes.get("url") is not None:
        demand_address(changes["url"], loopback=loopback)
        values["url"] = changes["url"]
    if changes.get("types") is not None:
        demand_types(changes["types"])
        values["types"] = list(dict.fromkeys(changes["types"]))
    if changes.get("disabled") is not None:
        values["disabled_at"] = (row.disabled_at or datetime.now(UTC)) if changes["disabled"] else None
    if values:
        outbox.set_endpoint(session, row.id, values)
    return endpoint(session, row.id, row.owner)


def rotate(session: WriteSession, row: EndpointRow, *, key: bytes) -> Made:
    """Make a new secret; messages are signed with the old one too for a day."""
    secret = new_secret()
    until = datetime.now(UTC) + ROTATION
    values = {"secret": sealed(key, row.id, secret), "former": row.secret, "former_until": until}
    outbox.set_endpoint(session, row.id, values)
    return Made(endpoint(session, row.id, row.owner), secret)


def remove(session: WriteSession, row: EndpointRow) -> None:
    """Forget an endpoint and everything that was to be delivered to it."""
    outbox.drop_endpoint(session, row.id)


def test(session: WriteSession, row: EndpointRow) -> MessageRow:
    """Put a test message into the outbox of an endpoint."""
    if row.disabled_at is not None:
        raise Refused("The webhook is switched off; switch it on to test it.")
    at = datetime.now(UTC)
    made = row_of(Event(PING, {"webhook_id": row.id, "detail": "This is a test."}), row, at)
    outbox.post(session, [made])
    return message(session, row, made["id"])


def message(session: ReadSession | WriteSession, row: EndpointRow, message_id: str) -> MessageRow:
    """A message to an endpoint."""
    found = webhook_queries.message(session, message_id)
    if found is None or found.endpoint_id != row.id:
        raise NotFound(f"There is no delivery {message_id[:80]!r} to this webhook; look at its log.")
    return found


def replay(session: WriteSession, row: EndpointRow, message_id: str) -> MessageRow:
    """Deliver a message again, whatever became of it; its id stays, so that receivers can tell."""
    message(session, row, message_id)
    outbox.set_message(session, message_id, {"state": Sending.WAITING, "due_at": datetime.now(UTC)})
    return message(session, row, message_id)


def log(
    session: ReadSession,
    row: EndpointRow,
    *,
    state: Sending | None = None,
    cursor: str | None = None,
    limit: int = 50,
) -> Page[Logged]:
    """The messages to an endpoint with their attempts, the newest first."""
    after = paging.time_of(cursor)
    rows = webhook_queries.messages_to(session, row.id, state, after=after, limit=limit + 1)
    cut = paging.page(rows, limit, lambda one: [one.made_at.isoformat(), one.id])
    told = webhook_queries.attempts_of(session, [one.id for one in cut.items])
    items = (Logged(one, tuple(each for each in told if each.message_id == one.id)) for one in cut.items)
    return Page(tuple(items), cut.next)
