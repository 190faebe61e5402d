"""What can be told, and putting it into the outbox of every endpoint that asked for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import uuid4

import orjson

from registry.store import WriteSession, outbox
from registry.store.queries.webhooks import EndpointRow
from registry.store.tables import Sending

FACT_CHANGED = "fact.changed"
CONFLICT_FOUND = "conflict.found"
CONFLICT_DECIDED = "conflict.decided"
CONFLICT_WITHDRAWN = "conflict.withdrawn"
WATCH_AFFECTED = "watch.affected"
PING = "ping"
TYPES: Mapping[str, str] = {
    FACT_CHANGED: "The value or the standing of a fact changed.",
    CONFLICT_FOUND: "Values that differ were found.",
    CONFLICT_DECIDED: "A person decided about a conflict, or took a decision back.",
    CONFLICT_WITHDRAWN: "A conflict ended because what differed is gone.",
    WATCH_AFFECTED: "A fact that a watch uses changed; with the sentence, the old and the new value and a correction.",
}


class Event(NamedTuple):
    """Something that happened; `watch_id` where it is about one watch."""

    type: str
    data: dict[str, Any]
    watch_id: str | None = None


def post(session: WriteSession, events: Sequence[Event], listening: Sequence[EndpointRow], at: datetime) -> int:
    """Put events into the outbox of everybody who asked for them; how many messages that makes."""
    rows = [row_of(event, one, at) for event in events for one in listening if wants(one, event)]
    outbox.post(session, rows)
    return len(rows)


def wants(one: EndpointRow, event: Event) -> bool:
    """Whether an endpoint asked for such an event; one that is for a watch hears of that watch only."""
    if event.type == PING:
        return True
    if one.watch_id is not None:
        return event.watch_id == one.watch_id
    return event.type in one.types or not one.types


def row_of(event: Event, one: EndpointRow, at: datetime) -> dict[str, Any]:
    """A message to an endpoint."""
    body = {"type": event.type, "timestamp": at.isoformat(), "data": event.data}
    return {
        "id": f"msg_{uuid4().hex}",
        "endpoint_id": one.id,
        "type": event.type,
        "body": orjson.dumps(body).decode(),
        "state": Sending.WAITING,
        "attempts": 0,
        "made_at": at,
        "due_at": at,
    }
