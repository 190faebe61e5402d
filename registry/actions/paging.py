"""Cursors: opaque words that name the last row of a page.

A newcomer's mistake: trusting them. They come back from strangers.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, TypeVar

import orjson

from registry.actions.views import Page
from registry.errors import InvalidValue

T = TypeVar("T")
BROKEN = "The cursor is not one of ours; begin again without it."


def page(rows: Sequence[T], limit: int, key: Callable[[T], list[Any]]) -> Page[T]:
    """The first `limit` of one row more, and the cursor that continues after them."""
    if len(rows) <= limit:
        return Page(tuple(rows))
    kept = tuple(rows[:limit])
    return Page(kept, sealed(key(kept[-1])))


def opened(cursor: str | None, size: int) -> list[Any] | None:
    """The values in a cursor."""
    if cursor is None:
        return None
    try:
        values = orjson.loads(urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)))
    except ValueError:
        raise InvalidValue(BROKEN) from None
    if not isinstance(values, list) or len(values) != size:
        raise InvalidValue(BROKEN)
    return values


def time_of(cursor: str | None) -> tuple[datetime, str] | None:
    """A point in time and an id."""
    values = opened(cursor, 2)
    if values is None:
        return None
    try:
        at = datetime.fromisoformat(str(values[0]))
    except ValueError:
        raise InvalidValue(BROKEN) from None
    if at.tzinfo is None:
        raise InvalidValue(BROKEN)
    return at, str(values[1])


def priority_of(cursor: str | None) -> tuple[float, str] | None:
    """A priority and an id."""
    values = opened(cursor, 2)
    if values is None:
        return None
    if not isinstance(values[0], int | float):
        raise InvalidValue(BROKEN)
    return float(values[0]), str(values[1])


def place_of(cursor: str | None) -> tuple[int, int, str] | None:
    """A place in a text and an id."""
    values = opened(cursor, 3)
    if values is None:
        return None
    start, end, name = values
    if not (isinstance(start, int) and isinstance(end, int)) or max(abs(start), abs(end)) >= 2**62:
        raise InvalidValue(BROKEN)
    return start, end, str(name)


def number_of(cursor: str | None) -> int | None:
    """A number."""
    values = opened(cursor, 1)
    if values is None:
        return None
    if not isinstance(values[0], int) or abs(values[0]) >= 2**62:
        raise InvalidValue(BROKEN)
    return values[0]


def sealed(key: list[Any]) -> str:
    """A place as a cursor."""
    return urlsafe_b64encode(orjson.dumps(key)).decode().rstrip("=")
