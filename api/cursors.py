"""Cursors: where a page ended, sealed so that nobody can make one up, and bound to the filters it was made for."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

import orjson

from api.problems import Rejected
from registry.config import Settings

SEAL = 16


def secret(settings: Settings) -> bytes:
    """The key that cursors are sealed with: a setting, else the same in every process that serves one database."""
    return hashlib.sha256(b"cursors of " + (settings.cursors or settings.database).encode()).digest()


def seal(key: bytes, filters: Mapping[str, Any], position: str) -> str:
    """A position as a cursor."""
    body = position.encode()
    return base64.urlsafe_b64encode(signature(key, filters, body) + body).decode().rstrip("=")


def opened(key: bytes, filters: Mapping[str, Any], cursor: str) -> str:
    """The position of a cursor; refuses one that was tampered with or made for other filters."""
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    except ValueError:
        raise refusal() from None
    body = raw[SEAL:]
    if not hmac.compare_digest(raw[:SEAL], signature(key, filters, body)):
        raise refusal()
    return body.decode()


def signature(key: bytes, filters: Mapping[str, Any], body: bytes) -> bytes:
    """The seal over a position and the filters that are set."""
    told = orjson.dumps(
        {name: str(value) for name, value in filters.items() if value is not None}, option=orjson.OPT_SORT_KEYS
    )
    return hmac.new(key, told + b"\n" + body, hashlib.sha256).digest()[:SEAL]


def refusal() -> Rejected:
    """What a cursor that does not fit is told."""
    return Rejected("bad-cursor", "The cursor was not made by this registry for these filters; begin again without it.")
