"""What begins with some letters, for fields that complete what is typed."""

from __future__ import annotations

from sqlalchemy import text

from registry.store.db import ReadSession, WriteSession
from registry.store.queries.search import RANKED, WORD
from registry.store.writes import is_sqlite, on

Either = ReadSession | WriteSession

_SQLITE = """
    SELECT entry.ref FROM (
        SELECT rowid AS number FROM entry_text WHERE entry_text MATCH :query ORDER BY rowid DESC LIMIT :ranked
    ) AS found JOIN entry ON entry.number = found.number ORDER BY found.number DESC LIMIT :limit OFFSET :skip
"""
_POSTGRESQL = """
    SELECT found.ref FROM (
        SELECT entry.number, entry.ref FROM entry, to_tsquery('english', :query) AS query
        WHERE entry.kind = :kind AND entry.words @@ query ORDER BY entry.number DESC LIMIT :ranked
    ) AS found ORDER BY found.number DESC LIMIT :limit OFFSET :skip
"""


def starting(session: Either, kind: str, prefix: str, *, skip: int, limit: int) -> list[str]:
    """The ids of the things of a kind that have all these words, the last of them perhaps only begun, newest first."""
    words = list(dict.fromkeys(match.group() for match in WORD.finditer(prefix)))
    if not words:
        return []
    lite = is_sqlite(session)
    quoted = " AND ".join(f'"{word}"' for word in words)
    query = f"kind : {kind} AND words : ({quoted} *)" if lite else " & ".join(f"'{word}'" for word in words) + ":*"
    told = {"query": query, "ranked": RANKED, "limit": limit, "skip": skip} | ({} if lite else {"kind": kind})
    return [row[0] for row in on(session).execute(text(_SQLITE if lite else _POSTGRESQL), told)]
