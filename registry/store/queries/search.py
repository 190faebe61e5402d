"""Full text: one question, FTS5 on SQLite and a stored tsvector on PostgreSQL.

Three newcomer's mistakes. Ranking every match: a common word matches millions of rows, so only the newest 2,000 are.
Ranking by a common word: to weigh it, FTS5 counts all its rows, and what nearly everything has tells nothing apart.
And asking twice: a page asks for the same words to answer, to list and to suggest, and ranking is most of its cost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import orjson
from sqlalchemy import text

from registry.store.db import ReadSession, WriteSession
from registry.store.writes import is_sqlite, next_number, on

RANKED, COMMON, LAST = 2000, 10_000, 2**62
KEPT, REMEMBERED = 100, 12
BETWEEN = ":"
WORD = re.compile(r"\w+(?:[.,:/-]\w+)*")
Either = ReadSession | WriteSession

_NEWEST = "SELECT rowid FROM entry_text WHERE entry_text MATCH :query ORDER BY rowid DESC LIMIT :most"
_RANKED = """SELECT rowid FROM entry_text WHERE entry_text MATCH :query AND rowid BETWEEN :low AND :high
    ORDER BY bm25(entry_text, 0.0, 1.0), rowid DESC"""
_COUNTED = """SELECT value, (SELECT count(*) FROM (
        SELECT 1 FROM entry_text WHERE entry_text MATCH 'words : "' || wanted.value || '"' LIMIT :most
    )) FROM json_each(:words) AS wanted"""
_NUMBERED = """SELECT rowid FROM entry_text WHERE entry_text MATCH :query AND rowid < :before
    ORDER BY rowid DESC LIMIT :most"""
_REFS = "SELECT number, ref FROM entry WHERE number IN (SELECT value FROM json_each(:numbers))"
_POSTGRESQL = """
    SELECT found.ref, -ts_rank_cd(found.words, found.query) AS rank, count(*) OVER () FROM (
        SELECT entry.number, entry.ref, entry.words, query FROM entry, to_tsquery('english', :query) AS query
        WHERE entry.kind = :kind AND entry.words @@ query ORDER BY entry.number DESC LIMIT :ranked
    ) AS found ORDER BY rank, found.number DESC LIMIT :limit
"""
_POSTGRESQL_NEWEST = """
    SELECT ref FROM entry WHERE kind = :kind AND words @@ to_tsquery('english', :query)
    ORDER BY number DESC LIMIT :most
"""
_POSTGRESQL_NUMBERED = """
    SELECT number, ref FROM entry WHERE kind = :kind AND words @@ to_tsquery('english', :query) AND number < :before
    ORDER BY number DESC LIMIT :most
"""
_POSTGRESQL_TELLING = """
    WITH common AS (
        SELECT seen.lexeme FROM pg_class, pg_stats, unnest(
            CAST(CAST(most_common_elems AS text) AS text[]), most_common_elem_freqs
        ) AS seen (lexeme, share)
        WHERE pg_class.oid = CAST('entry' AS regclass) AND schemaname = CAST(CAST(relnamespace AS regnamespace) AS text)
            AND tablename = 'entry' AND attname = 'words' AND seen.share * reltuples >= :most
    )
    SELECT word FROM unnest(CAST(:words AS text[])) AS word
    WHERE NOT tsvector_to_array(to_tsvector('english', word)) && ARRAY (SELECT lexeme FROM common)
"""


class Entry(NamedTuple):
    """A thing to be found: a claim, fact, conflict or document, and the words it is found by."""

    kind: str
    ref: str
    words: str


class Best(NamedTuple):
    """The ids of the best matches, the best first, and whether there are as many as are ranked at most."""

    refs: list[str]
    bounded: bool


def find(session: Either, kind: str, query: str, *, every: bool = True, limit: int = 20) -> list[str]:
    """The ids of the things of a kind that have every word of a query, or at least one, the best first."""
    return best(session, kind, query, every=every, limit=limit).refs


def best(session: Either, kind: str, query: str, *, every: bool = True, limit: int = 20) -> Best:
    """The same, and whether more than these may have been left out of the ranking. A session that only reads remembers
    the last answers."""
    words = words_of(query)
    if not words:
        return Best([], bounded=False)
    known: dict[Any, Any] = session.info.get("found", {})
    asked = (kind, tuple(words), every or len(words) == 1, max(limit, KEPT))
    if asked not in known:
        found = _best_sqlite if is_sqlite(session) else _best_postgresql
        known[asked] = found(session, kind, words, every=every, limit=max(limit, KEPT))
        while len(known) > REMEMBERED:
            known.pop(next(iter(known)))
    whole: Best = known[asked]
    return whole._replace(refs=whole.refs[:limit])


def _best_sqlite(session: Either, kind: str, words: Sequence[str], *, every: bool, limit: int) -> Best:
    numbers = _best(session, kind, words, every=every)
    return Best(_refs(session, numbers[:limit]), len(numbers) >= RANKED)


def _best_postgresql(session: Either, kind: str, words: Sequence[str], *, every: bool, limit: int) -> Best:
    # Ranking by one word tells matches hardly apart, and not at all where the newest of many are ranked.
    telling = _telling(session, words, most=RANKED if len(words) == 1 else COMMON)
    told: dict[str, Any] = {"kind": kind, "query": _tsquery(words if every else telling or words, every=every)}
    if telling:
        rows = on(session).execute(text(_POSTGRESQL), told | {"ranked": RANKED, "limit": limit}).all()
        return Best([row[0] for row in rows], bool(rows) and rows[0][2] >= RANKED)
    # A lone common word has matches enough without looking; of several, all that would be ranked are counted.
    most = min(limit, RANKED) if len(words) == 1 else RANKED
    refs = list(on(session).execute(text(_POSTGRESQL_NEWEST), told | {"most": most}).scalars())
    return Best(refs[:limit], len(refs) >= most)


def beginning(session: Either, kind: str, start: str, *, limit: int = 20) -> list[str]:
    """The newest things of a kind that have a word which begins so."""
    words = words_of(start)
    if len(words) != 1:
        return []
    if is_sqlite(session):
        numbers = _numbers(session, _NEWEST, query=f'kind : {kind} AND words : ("{words[0]}" *)', most=limit)
        return _refs(session, numbers)
    told = {"kind": kind, "query": f"'{words[0]}':*", "most": limit}
    return list(on(session).execute(text(_POSTGRESQL_NEWEST), told).scalars())


def in_dispute(session: Either, query: str) -> Best:
    """The facts of the newest conflicts that have every word of a query, by their keys."""
    words = words_of(query)
    if not words:
        return Best([], bounded=False)
    if is_sqlite(session):
        numbers = _numbers(session, _NEWEST, query=_of_kind("conflict", words, every=True), most=RANKED)
        refs = _refs(session, numbers)
    else:
        told = {"kind": "conflict", "query": _tsquery(words, every=True), "most": RANKED}
        refs = list(on(session).execute(text(_POSTGRESQL_NEWEST), told).scalars())
    return Best([ref.partition(BETWEEN)[0] for ref in refs], len(refs) >= RANKED)


def within(fact_key: str, name: str) -> str:
    """What the entry of a conflict is about: its fact, and which of the conflict's growths it is."""
    return f"{fact_key}{BETWEEN}{name}"


def numbered(session: Either, kind: str, query: str, *, before: int | None, limit: int) -> list[tuple[int, str]]:
    """The things of a kind that have every word of a query, each with its number, the newest first."""
    words = words_of(query)
    if not words:
        return []
    told: dict[str, Any] = {"before": LAST if before is None else before, "most": limit}
    if is_sqlite(session):
        return _referring(session, _numbers(session, _NUMBERED, query=_of_kind(kind, words, every=True), **told))
    told |= {"kind": kind, "query": _tsquery(words, every=True)}
    return [(row[0], row[1]) for row in on(session).execute(text(_POSTGRESQL_NUMBERED), told)]


def words_of(query: str) -> list[str]:
    """The words of a query, each once."""
    return list(dict.fromkeys(match.group() for match in WORD.finditer(query)))


def _best(session: Either, kind: str, words: Sequence[str], *, every: bool) -> list[int]:
    """The numbers of the newest matches, the best first: by the words that are not common, where there are such."""
    telling = _telling(session, words)
    asked = words if every else telling or words
    found = _numbers(session, _NEWEST, query=_of_kind(kind, asked, every=every), most=RANKED)
    if len(found) < 2 or not telling:
        return found
    bounds = {"low": found[-1], "high": found[0]}
    ranked, wanted = _numbers(session, _RANKED, query=_fts5(telling, every=False), **bounds), set(found)
    return [number for number in ranked if number in wanted]


def _telling(session: Either, words: Sequence[str], *, most: int | None = None) -> list[str]:
    """The words that few things have: counted up to a limit on SQLite, by the database's own figures on PostgreSQL. Of
    every kind the same, so that they are remembered."""
    known: dict[Any, Any] = session.info.get("found", {})
    asked = ("telling", tuple(words), most)
    if asked not in known:
        known[asked] = _few(session, words, most=most)
    telling: list[str] = known[asked]
    return telling


def _few(session: Either, words: Sequence[str], *, most: int | None) -> list[str]:
    """The same, looked up."""
    if not is_sqlite(session):
        told: dict[str, Any] = {"words": list(words), "most": COMMON if most is None else most}
        return [row[0] for row in on(session).execute(text(_POSTGRESQL_TELLING), told)]
    if on(session).execute(text("SELECT coalesce(max(number), 0) FROM entry")).scalar_one() <= COMMON:
        return list(words)
    told = {"words": orjson.dumps(words).decode(), "most": COMMON}
    return [row[0] for row in on(session).execute(text(_COUNTED), told) if row[1] < COMMON]


def _numbers(session: Either, statement: str, **told: Any) -> list[int]:
    """The numbers that a statement finds."""
    return list(on(session).execute(text(statement), told).scalars())


def _refs(session: Either, numbers: Sequence[int]) -> list[str]:
    """What some entries are about, in the order of their numbers."""
    return [ref for _, ref in _referring(session, numbers)]


def _referring(session: Either, numbers: Sequence[int]) -> list[tuple[int, str]]:
    """Some entries with what they are about, in the order of their numbers."""
    rows = on(session).execute(text(_REFS), {"numbers": orjson.dumps(numbers).decode()})
    refs = {row[0]: row[1] for row in rows}
    return [(number, refs[number]) for number in numbers if number in refs]


def _of_kind(kind: str, words: Sequence[str], *, every: bool) -> str:
    """A query for FTS5 after things of a kind."""
    return f"kind : {kind} AND {_fts5(words, every=every)}"


def _fts5(words: Sequence[str], *, every: bool) -> str:
    """A query for FTS5: every word quoted, so that none of them is an operator."""
    quoted = (" AND " if every else " OR ").join(f'"{word}"' for word in words)
    return f"words : ({quoted})"


def _tsquery(words: Sequence[str], *, every: bool) -> str:
    """A query for PostgreSQL: every word quoted."""
    return (" & " if every else " | ").join(f"'{word}'" for word in words)


def index(session: WriteSession, entries: Sequence[Entry]) -> None:
    """Make new things findable. Nothing keeps a thing from being found twice but the caller, who knows what is new: to
    look each up in an index of its own cost more than to write it."""
    if entries and is_sqlite(session):
        _index_sqlite(session, entries)
    elif entries:
        rows = [entry._asdict() for entry in entries]
        statement = """INSERT INTO entry (number, kind, ref, words)
            VALUES (nextval('entry_number'), :kind, :ref, to_tsvector('english', :words))"""
        on(session).execute(text(statement), rows)


def _index_sqlite(session: WriteSession, entries: Sequence[Entry]) -> None:
    """The words go into a virtual table under the number of their entry."""
    first = next_number(session, "entry")
    rows = [{"number": first + at, **entry._asdict()} for at, entry in enumerate(entries)]
    on(session).execute(text("INSERT INTO entry (number, kind, ref) VALUES (:number, :kind, :ref)"), rows)
    on(session).execute(text("INSERT INTO entry_text (rowid, kind, words) VALUES (:number, :kind, :words)"), rows)
