"""Questions about documents and their versions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, func, select

from registry.store.db import ReadSession, WriteSession
from registry.store.queries import walks
from registry.store.queries.among import among
from registry.store.queries.keyset import below
from registry.store.writes import on, table

DOCUMENT, ALIAS, VERSION = table("document"), table("document_alias"), table("document_version")
BLOB, CLAIM = table("blob"), table("claim")
Either = ReadSession | WriteSession


class DocumentRow(NamedTuple):
    """A document with what its newest version says about it."""

    id: str
    uri: str
    version_id: str
    read_at: datetime
    title: str | None
    publisher: str | None
    authors: list[str]
    language: str | None
    published: date | None
    versions: int
    claims: int


class VersionRow(NamedTuple):
    """A version without its text."""

    id: str
    document_id: str
    digest: str
    size: int
    media_type: str
    reader: str
    read_at: datetime
    published: date | None
    claims: int
    newest: bool


class TextRow(NamedTuple):
    """A version's text and blocks, and what is needed to extract it anew."""

    text: str
    blocks: list[Any]
    title: str | None
    publisher: str | None
    authors: list[str]
    language: str | None
    published: date | None
    media_type: str
    reader: str
    engine: str
    document_id: str
    origin: str | None
    alike: float | None
    topic: str | None
    uri: str


def _documents(*first: ColumnElement[Any]) -> Select[Any]:
    """Documents with their newest version."""
    of_version = CLAIM.c.version_id == DOCUMENT.c.version_id
    claims = select(func.count()).where(of_version, CLAIM.c.retired_at.is_(None)).correlate(DOCUMENT).scalar_subquery()
    versions = (
        select(func.count())
        .select_from(VERSION)
        .where(VERSION.c.document_id == DOCUMENT.c.id)
        .correlate(DOCUMENT)
        .scalar_subquery()
    )
    told = (VERSION.c[name] for name in ("title", "publisher", "authors", "language", "published"))
    columns = (DOCUMENT.c.id, DOCUMENT.c.uri, DOCUMENT.c.version_id, DOCUMENT.c.read_at, *told, versions, claims)
    return select(*first, *columns).join(VERSION, VERSION.c.id == DOCUMENT.c.version_id)


class Wanted(NamedTuple):
    """Which documents a list shows, by what their newest version says."""

    publisher: str | None = None
    language: str | None = None
    since: date | None = None
    until: date | None = None


def documents(session: Either, wanted: Wanted, *, after: tuple[datetime, str] | None, limit: int) -> list[DocumentRow]:
    """Documents, the most recently read first."""
    query = _narrowed(wanted).order_by(DOCUMENT.c.read_at.desc(), DOCUMENT.c.id.desc()).limit(limit)
    if after is not None:
        query = query.where(below((DOCUMENT.c.read_at, DOCUMENT.c.id), after))
    return [DocumentRow._make(row) for row in on(session).execute(query)]


def walked(session: Either, wanted: Wanted, *, after: tuple[datetime, str] | None, limit: int) -> walks.Walked:
    """The same where a filter may leave few of many."""
    return walks.walk(session, _narrowed(wanted), (DOCUMENT.c.read_at, DOCUMENT.c.id), after=after, limit=limit)


def worded(session: Either, wanted: Wanted, words: str, *, before: int | None, limit: int) -> walks.Worded:
    """Documents whose newest version has some words, the newest first."""
    query = _narrowed(wanted, DOCUMENT.c.version_id)
    return walks.worded(session, query, DOCUMENT.c.version_id, kind="document", words=words, before=before, limit=limit)


def counted(session: Either, wanted: Wanted, words: str | None) -> tuple[int, bool]:
    """How many documents a filter leaves, up to a limit, and whether that is all."""
    query = _narrowed(wanted).with_only_columns(DOCUMENT.c.id)
    if words is not None:
        return walks.counted_words(session, query, DOCUMENT.c.version_id, kind="document", words=words)
    return walks.counted(session, query, (DOCUMENT.c.read_at, DOCUMENT.c.id))


def _narrowed(wanted: Wanted, *first: ColumnElement[Any]) -> Select[Any]:
    """The documents that a filter leaves."""
    query = _documents(*first)
    for name in ("publisher", "language"):
        if (told := getattr(wanted, name)) is not None:
            query = query.where(VERSION.c[name] == told)
    if wanted.since is not None:
        query = query.where(VERSION.c.published >= wanted.since)
    return query if wanted.until is None else query.where(VERSION.c.published <= wanted.until)


def documents_after(session: Either, *, after: str, limit: int) -> list[DocumentRow]:
    """Documents in the order of their ids."""
    query = _documents().where(DOCUMENT.c.id > after).order_by(DOCUMENT.c.id).limit(limit)
    return [DocumentRow._make(row) for row in on(session).execute(query)]


def documents_by_id(session: Either, ids: Sequence[str]) -> dict[str, DocumentRow]:
    """Documents by their ids."""
    rows = on(session).execute(_documents().where(among(DOCUMENT.c.id, ids)))
    return {row[0]: DocumentRow._make(row) for row in rows}


def documents_of_versions(session: Either, versions: Sequence[str]) -> dict[str, DocumentRow]:
    """Documents by the id of their newest version."""
    rows = on(session).execute(_documents().where(among(DOCUMENT.c.version_id, versions)))
    return {row.version_id: row for row in map(DocumentRow._make, rows)}


def document_at(session: Either, uri_keys: Sequence[str]) -> str | None:
    """The id of the document known under one of some addresses."""
    query = select(ALIAS.c.document_id).where(among(ALIAS.c.uri_key, uri_keys)).order_by(ALIAS.c.document_id).limit(1)
    return on(session).execute(query).scalar_one_or_none()


def document_of_digest(session: Either, digest: str) -> str | None:
    """The id of a document that has these bytes as a version."""
    query = select(VERSION.c.document_id).where(VERSION.c.digest == digest).order_by(VERSION.c.read_at).limit(1)
    return on(session).execute(query).scalar_one_or_none()


def version_of_digest(session: Either, digest: str) -> str | None:
    """The id of a version that has these bytes."""
    query = select(VERSION.c.id).where(VERSION.c.digest == digest).order_by(VERSION.c.read_at).limit(1)
    return on(session).execute(query).scalar_one_or_none()


def _versions() -> Select[Any]:
    """Versions with the number of their claims."""
    claims = select(func.count()).where(CLAIM.c.version_id == VERSION.c.id).scalar_subquery()
    names = ("id", "document_id", "digest", "size", "media_type", "reader", "read_at", "published")
    columns = [VERSION.c[name] for name in names]
    newest = DOCUMENT.c.version_id == VERSION.c.id
    return select(*columns, claims, newest).join(DOCUMENT, DOCUMENT.c.id == VERSION.c.document_id)


def versions_of(session: Either, document_id: str) -> list[VersionRow]:
    """The versions of a document, the newest first."""
    query = _versions().where(VERSION.c.document_id == document_id)
    query = query.order_by((DOCUMENT.c.version_id == VERSION.c.id).desc(), VERSION.c.read_at.desc(), VERSION.c.id)
    return [VersionRow._make(row) for row in on(session).execute(query)]


def versions(session: Either, *, document_id: str | None = None, after: str = "", limit: int) -> list[VersionRow]:
    """Versions in the order of their ids."""
    query = _versions().where(VERSION.c.id > after)
    if document_id is not None:
        query = query.where(VERSION.c.document_id == document_id)
    return [VersionRow._make(row) for row in on(session).execute(query.order_by(VERSION.c.id).limit(limit))]


def version(session: Either, version_id: str) -> VersionRow | None:
    """A version."""
    row = on(session).execute(_versions().where(VERSION.c.id == version_id)).one_or_none()
    return VersionRow._make(row) if row else None


def text_of(session: Either, version_id: str) -> TextRow | None:
    """The text of a version."""
    columns = [VERSION.c[name] for name in TextRow._fields if name != "uri"]
    query = select(*columns, DOCUMENT.c.uri).join(DOCUMENT, DOCUMENT.c.id == VERSION.c.document_id)
    row = on(session).execute(query.where(VERSION.c.id == version_id)).one_or_none()
    return TextRow._make(row) if row else None


def bytes_of(session: Either, version_id: str) -> bytes | None:
    """The bytes of a version as they were received."""
    query = select(BLOB.c.data).join(VERSION, VERSION.c.digest == BLOB.c.digest).where(VERSION.c.id == version_id)
    return on(session).execute(query).scalar_one_or_none()


def stale_versions(session: Either, engine: str, taught: int, *, after: str, limit: int) -> list[str]:
    """Newest versions that another engine read or older lessons filed, in the order of their ids."""
    query = _stale(select(VERSION.c.id), engine, taught).where(VERSION.c.id > after)
    return list(on(session).execute(query.order_by(VERSION.c.id).limit(limit)).scalars())


def stale_number(session: Either, engine: str, taught: int) -> int:
    """How many newest versions another engine read or older lessons filed."""
    return int(on(session).execute(_stale(select(func.count()), engine, taught)).scalar_one())


def _stale(query: Select[Any], engine: str, taught: int) -> Select[Any]:
    """The newest versions that are not of the present engine and lessons."""
    query = query.select_from(VERSION).join(DOCUMENT, DOCUMENT.c.version_id == VERSION.c.id)
    return query.where((VERSION.c.engine != engine) | (VERSION.c.taught < taught))


def forget_engines(session: WriteSession) -> None:
    """Forget which engine read the versions."""
    on(session).execute(VERSION.update().values(engine=""))
