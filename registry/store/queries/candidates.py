"""Which facts share blocking keys: for many keys at once the newest few of each, straight from an index.

A newcomer's mistake: ranking a whole bucket with a window function. A popular key has hundreds of thousands of facts;
only its newest end is ever read.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

import orjson
from sqlalchemy import text

from registry.store.db import ReadSession, WriteSession
from registry.store.writes import is_sqlite, on

Either = ReadSession | WriteSession

_SQLITE = text("""
    SELECT wanted.value, (
        SELECT json_group_array(claim_id) FROM (
            SELECT claim_id FROM claim_key WHERE key = wanted.value
            ORDER BY found_at DESC, claim_id DESC LIMIT :most
        )
    ) FROM json_each(:keys) AS wanted
""")
_POSTGRESQL = text("""
    SELECT wanted.key, found.claim_id
    FROM unnest(CAST(:keys AS bigint[])) AS wanted (key), LATERAL (
        SELECT claim_id FROM claim_key WHERE claim_key.key = wanted.key
        ORDER BY found_at DESC, claim_id DESC LIMIT :most
    ) AS found
""")


def number_of(key: str) -> int:
    """The number that a key is stored as.

    >>> number_of("a") == number_of("a") != number_of("b")
    True
    """
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def candidates(session: Either, keys: Iterable[str], *, per_key: int) -> dict[str, list[str]]:
    """For each blocking key the claims that stand for the newest facts that have it; from the index alone."""
    names = {number_of(key): key for key in keys}
    if not names:
        return {}
    found = _sqlite(session, sorted(names), per_key) if is_sqlite(session) else _other(session, sorted(names), per_key)
    return {names[number]: rows for number, rows in found.items()}


def _sqlite(session: Either, numbers: list[int], most: int) -> dict[int, list[str]]:
    """SQLite has no LATERAL; a subquery that answers with a JSON list is as good."""
    rows = on(session).execute(_SQLITE, {"keys": orjson.dumps(numbers).decode(), "most": most})
    return {number: orjson.loads(told) for number, told in rows}


def _other(session: Either, numbers: list[int], most: int) -> dict[int, list[str]]:
    """A row for each candidate."""
    found: dict[int, list[str]] = {}
    for number, claim_id in on(session).execute(_POSTGRESQL, {"keys": numbers, "most": most}):
        found.setdefault(number, []).append(claim_id)
    return found
