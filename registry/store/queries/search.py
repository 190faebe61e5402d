"""Full text: one question, FTS5 on SQLite and a stored tsvector on PostgreSQL.

A newcomer's mistake: ranking every match. A common word matches millions of rows, so only the newest 2,000 are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import text

from registry.store.db import ReadSession, WriteSession
from registry.store.writes import is_sqlite, keep, next_number, on, table

ENTRY = table("entry")
RANKED = 2000
WORD = re.compile(r"\w+(?:[.,:/-]\w+)*")
Either = ReadSession | WriteSession

_SQLITE = """
    SELECT entry.ref, found.rank FROM (
        SELECT rowid AS number, bm25(entry_text, 0.0, 1.0) AS rank FROM entry_text
        WHERE entry_text MATCH :query ORDER BY rowid DESC LIMIT :ranked
    ) AS found JOIN entry ON entry.number = found.number ORDER BY found.rank, found.number DESC LIMIT :limit
"""
_POSTGRESQL = """
    SELECT found.ref, -ts_rank_cd(found.words, found.query) AS rank FROM (
        SELECT entry.number, entry.ref, entry.words, query FROM entry, to_tsquery('english', :query) AS query
        WHERE entry.kind = :kind AND entry.words @@ query ORDER BY entry.number DESC LIMIT :ranked
    ) AS found ORDER BY rank, found.number DESC LIMIT :limit
"""


class Entry(NamedTuple):
    """A thing to be found: a claim, fact or document, and the words it is found by."""

    kind: str
    ref: str
    words: str


def find(session: Either, kind: str, query: str, *, every: bool = True, limit: int = 20) -> list[str]:
    """The ids of the things of a kind that have every word of a query, or at least one, the best first."""
    words = list(dict.fromkeys(match.group() for match in WORD.finditer(query)))
    if not words:
        return []
    lite = is_sqlite(session)
    told = {"query": (_fts5 if lite else _tsquery)(kind, words, every=every), "ranked": RANKED, "limit": limit}
    statement = text(_SQLITE if lite else _POSTGRESQL)
    return [row[0] for row in on(session).execute(statement, told if lite else {**told, "kind": kind})]


def _fts5(kind: str, words: Sequence[str], *, every: bool) -> str:
    """A query for FTS5: every word quoted, so that none of them is an operator."""
    quoted = (" AND " if every else " OR ").join(f'"{word}"' for word in words)
    return f"kind : {kind} AND words : ({quoted})"


def _tsquery(kind: str, words: Sequence[str], *, every: bool) -> str:
    """A query for PostgreSQL: every word quoted."""
    return (" & " if every else " | ").join(f"'{word}'" for word in words)


def index(session: WriteSession, entries: Sequence[Entry]) -> None:
    """Make things findable; those that are already stay as they are."""
    if entries and is_sqlite(session):
        _index_sqlite(session, entries)
    elif entries:
        rows = [entry._asdict() for entry in entries]
        statement = """INSERT INTO entry (number, kind, ref, words)
            VALUES (nextval('entry_number'), :kind, :ref, to_tsvector('english', :words)) ON CONFLICT DO NOTHING"""
        on(session).execute(text(statement), rows)


def _index_sqlite(session: WriteSession, entries: Sequence[Entry]) -> None:
    """The words go into a virtual table under the number of their entry."""
    first = next_number(session, "entry")
    rows = [{"number": first + at, "kind": entry.kind, "ref": entry.ref} for at, entry in enumerate(entries)]
    new = {row[0] for row in keep(session, "entry", rows)}
    told = [{"number": first + at, "kind": one.kind, "words": one.words} for at, one in enumerate(entries)]
    told = [row for row in told if row["number"] in new]
    if told:
        on(session).execute(text("INSERT INTO entry_text (rowid, kind, words) VALUES (:number, :kind, :words)"), told)
