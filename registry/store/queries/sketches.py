"""Which versions share a band of their fingerprint, straight from an index, a few of each band."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import orjson
from sqlalchemy import select, text

from registry.store.db import ReadSession, WriteSession
from registry.store.queries.among import among
from registry.store.writes import is_sqlite, keep_all, on, table

SKETCH, VERSION = table("sketch"), table("document_version")
Either = ReadSession | WriteSession
PER_BAND = 8

_SQLITE = """
    SELECT wanted.value, (
        SELECT json_group_array(version_id) FROM (
            SELECT version_id FROM sketch WHERE band = wanted.value ORDER BY version_id LIMIT :most
        )
    ) FROM json_each(:bands) AS wanted
"""
_POSTGRESQL = """
    SELECT wanted.band, found.version_id FROM unnest(CAST(:bands AS bigint[])) AS wanted (band), LATERAL (
        SELECT version_id FROM sketch WHERE sketch.band = wanted.band ORDER BY version_id LIMIT :most
    ) AS found
"""


class Text(NamedTuple):
    """The text of a version, its document and the document whose text it repeats."""

    version_id: str
    document_id: str
    origin: str | None
    text: str


def sharing(session: Either, bands: Sequence[int], *, most: int) -> list[str]:
    """The versions that share the most bands."""
    if not bands:
        return []
    lite = is_sqlite(session)
    told = {"bands": orjson.dumps(bands).decode() if lite else list(bands), "most": PER_BAND}
    rows = on(session).execute(text(_SQLITE if lite else _POSTGRESQL), told)
    shared = Counter(name for _, found in rows for name in (orjson.loads(found) if lite else (found,)))
    return [name for name, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:most]]


def is_kept(session: Either, version_id: str, bands: Sequence[int]) -> bool:
    """Whether the fingerprint of a version is kept."""
    query = select(SKETCH.c.band).where(SKETCH.c.band.in_(bands), SKETCH.c.version_id == version_id).limit(1)
    return on(session).execute(query).first() is not None


def texts(session: Either, versions: Sequence[str]) -> list[Text]:
    """The texts of some versions."""
    query = select(VERSION.c.id, VERSION.c.document_id, VERSION.c.origin, VERSION.c.text)
    return [Text._make(row) for row in on(session).execute(query.where(among(VERSION.c.id, versions)))]


def put(session: WriteSession, version_id: str, bands: Sequence[int]) -> None:
    """Keep the fingerprint of a version."""
    keep_all(session, "sketch", [{"band": band, "version_id": version_id} for band in sorted(set(bands))])


def set_origin(session: WriteSession, version_id: str, origin: str, alike: float | None) -> None:
    """Note which document's text a version repeats."""
    on(session).execute(VERSION.update().where(VERSION.c.id == version_id).values(origin=origin, alike=alike))
