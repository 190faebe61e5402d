"""Short makers for webhooks: an endpoint, what waits for it, and a stand-in for the server that receives it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import orjson

from registry.actions import webhooks
from registry.fetch.sending import Sent
from registry.store import Store, outbox

HERE = "http://127.0.0.1:8169/hook"
KEY = bytes(range(32))


class Receiver:
    """A stand-in for somebody's server: remembers what came, answers what it is told to."""

    def __init__(self, *answers: int) -> None:
        self.answers = list(answers)
        self.got: list[Any] = []

    def __call__(self, url, body, told):
        status = self.answers.pop(0) if self.answers else 200
        self.got.append((url, orjson.loads(body), dict(told), body))
        return Sent(status or None, "answer", 7)

    @property
    def types(self):
        return [body["type"] for _url, body, *_ in self.got]


def hook(store: Store, *types: str, **more):
    with store.writing() as session:
        return webhooks.add(session, "Ada", HERE, types, key=KEY, loopback=True, **more)


def waiting(store: Store, endpoint_id: str):
    with store.reading() as session:
        row = webhooks.endpoint(session, endpoint_id, None)
        return webhooks.log(session, row).items


def broken(_kept: object) -> None:
    """What goes wrong at the end of a transaction."""
    raise RuntimeError


def hurry(store: Store, endpoint_id: str) -> None:
    """Let everything that waits be due."""
    for one in waiting(store, endpoint_id):
        with store.writing() as session:
            outbox.set_message(session, one.row.id, {"due_at": datetime.now(UTC) - timedelta(seconds=1)})
