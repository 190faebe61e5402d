"""Changes to what programs watch: watches and their uses, endpoints, messages and attempts, requests done before.

A newcomer's mistake: marking a message done before it was delivered. A worker takes it for a while; if the worker dies,
the while ends and another takes it again, so that everything is delivered once at least.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select

from registry.store.db import WriteSession
from registry.store.tables import Sending
from registry.store.writes import insert, keep, keep_all, next_number, on, table

WATCH, USE, CHANGE = table("watch"), table("use"), table("change")
ENDPOINT, MESSAGE, ATTEMPT = table("endpoint"), table("message"), table("delivery_attempt")
REPEAT = table("repeat_request")
Row = Mapping[str, Any]


def open_watch(session: WriteSession, row: Row) -> str:
    """Keep a watch, or begin one of this owner and name again; its id."""
    statement = insert(session, WATCH).values(**row)
    change = {"url": func.coalesce(statement.excluded.url, WATCH.c.url), "ended_at": None}
    done = statement.on_conflict_do_update(index_elements=["owner", "name"], set_=change).returning(WATCH.c.id)
    return str(on(session).execute(done).scalar_one())


def end_watch(session: WriteSession, watch_id: str, at: datetime) -> None:
    """End a watch; what it used and what was told about it stay."""
    on(session).execute(WATCH.update().where(WATCH.c.id == watch_id).values(ended_at=at))


def put_uses(session: WriteSession, watch_id: str, rows: Sequence[Row], *, replace: bool) -> None:
    """Keep what a watch uses; a piece that is looked at again replaces what it used before."""
    if replace:
        kept = [row["id"] for row in rows]
        on(session).execute(delete(USE).where(USE.c.watch_id == watch_id, USE.c.id.not_in(kept)))
    keep_all(session, "use", [{**row, "watch_id": watch_id} for row in rows])


def told(session: WriteSession, watch_id: str, use_id: str, values: Row) -> None:
    """Note what was told about a use."""
    on(session).execute(USE.update().where(USE.c.watch_id == watch_id, USE.c.id == use_id).values(**values))


def add_change(session: WriteSession, row: Row) -> int:
    """Append a change that somebody wants to know of."""
    number = next_number(session, "change")
    on(session).execute(CHANGE.insert(), {**row, "id": number})
    return number


def add_endpoint(session: WriteSession, row: Row) -> None:
    """Keep an endpoint."""
    on(session).execute(ENDPOINT.insert(), dict(row))


def set_endpoint(session: WriteSession, endpoint_id: str, values: Row) -> None:
    """Change an endpoint."""
    change = ENDPOINT.update().where(ENDPOINT.c.id == endpoint_id)
    on(session).execute(change.values(**values, version=ENDPOINT.c.version + 1))


def drop_endpoint(session: WriteSession, endpoint_id: str) -> None:
    """Forget an endpoint with everything that was to be delivered to it."""
    mine = select(MESSAGE.c.id).where(MESSAGE.c.endpoint_id == endpoint_id)
    on(session).execute(delete(ATTEMPT).where(ATTEMPT.c.message_id.in_(mine)))
    on(session).execute(delete(MESSAGE).where(MESSAGE.c.endpoint_id == endpoint_id))
    on(session).execute(delete(ENDPOINT).where(ENDPOINT.c.id == endpoint_id))


def post(session: WriteSession, rows: Sequence[Row]) -> None:
    """Put messages into the outbox."""
    if rows:
        on(session).execute(MESSAGE.insert(), [dict(row) for row in rows])


def take(session: WriteSession, message_id: str, attempts: int, until: datetime) -> bool:
    """Take a message for a while; whether nobody else has."""
    mine = (MESSAGE.c.id == message_id) & (MESSAGE.c.attempts == attempts) & (MESSAGE.c.state == Sending.WAITING)
    change = MESSAGE.update().where(mine).values(attempts=attempts + 1, due_at=until).returning(MESSAGE.c.id)
    return on(session).execute(change).first() is not None


def set_message(session: WriteSession, message_id: str, values: Row) -> None:
    """Note what became of a message."""
    on(session).execute(MESSAGE.update().where(MESSAGE.c.id == message_id).values(**values))


def add_attempt(session: WriteSession, row: Row) -> None:
    """Note an attempt; one that was noted already stays."""
    keep_all(session, "delivery_attempt", [row])


def sweep(session: WriteSession, *, messages: datetime, repeats: datetime) -> None:
    """Forget what was delivered, and requests that were done, before some moments."""
    old = select(MESSAGE.c.id).where(MESSAGE.c.state == Sending.DONE, MESSAGE.c.made_at < messages)
    on(session).execute(delete(ATTEMPT).where(ATTEMPT.c.message_id.in_(old)))
    on(session).execute(delete(MESSAGE).where(MESSAGE.c.state == Sending.DONE, MESSAGE.c.made_at < messages))
    on(session).execute(delete(REPEAT).where(REPEAT.c.at < repeats))


def begin_repeat(session: WriteSession, row: Row) -> bool:
    """Claim an Idempotency-Key; whether it was free."""
    return bool(keep(session, "repeat_request", [row]))


def change_repeat(session: WriteSession, key: str, since: datetime, values: Row, *, status: int = 0) -> bool:
    """Keep the answer to a request, or take its key over; whether it still was as somebody found it."""
    mine = (REPEAT.c.key == key) & (REPEAT.c.at == since) & (REPEAT.c.status == status)
    return on(session).execute(REPEAT.update().where(mine).values(**values).returning(REPEAT.c.key)).first() is not None


def drop_repeat(session: WriteSession, key: str, since: datetime) -> None:
    """Let a key be used again, because its request was not done."""
    mine = (REPEAT.c.key == key) & (REPEAT.c.at == since) & (REPEAT.c.status == 0)
    on(session).execute(delete(REPEAT).where(mine))
