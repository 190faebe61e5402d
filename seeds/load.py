"""Load the briefs through the same actions as any other document, one transaction each.

A newcomer's mistake: giving a brief the address of its original. A citation of the brief would then quote words that
do not stand at that address; so a brief has no address, and is known by its bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from registry.actions import ingest, lookup
from registry.actions.ingest import Given
from registry.actions.views import DocumentFilter, Ingested
from registry.store import Store

CORPUS = Path(__file__).with_name("corpus")
ACTOR = "seeds"


class Brief(NamedTuple):
    """A brief and what `index.json` says about it."""

    name: str
    data: bytes
    given: Given
    expected: tuple[dict[str, Any], ...]

    @property
    def uri(self) -> str:
        """The name that the registry gives to bytes without an address."""
        return f"urn:sha256:{hashlib.sha256(self.data).hexdigest()}"


class Loaded(NamedTuple):
    """A brief that was taken in, and what that came to."""

    brief: Brief
    result: Ingested


def briefs() -> tuple[Brief, ...]:
    """Every brief, the oldest first."""
    index = json.loads((CORPUS / "index.json").read_bytes())
    found = [brief(name, said) for name, said in index.items()]
    return tuple(sorted(found, key=lambda one: one.given.published or date.max))


def brief(name: str, said: dict[str, Any]) -> Brief:
    """A brief with its title, publisher and date."""
    given = Given(
        title=said["title"],
        publisher=said["publisher"],
        published=date.fromisoformat(said["published"]),
        language=said["language"],
    )
    return Brief(name, (CORPUS / name).read_bytes(), given, tuple(said["claims"]))


def missing(store: Store) -> tuple[Brief, ...]:
    """The briefs that the registry does not hold."""
    with store.reading() as session:
        return tuple(one for one in briefs() if one.uri not in uris(session, one.given.publisher))


def uris(session: Any, publisher: str | None) -> set[str]:
    """The addresses of the documents of a publisher."""
    found: set[str] = set()
    cursor: str | None = None
    while True:
        page = lookup.documents(session, DocumentFilter(publisher), cursor=cursor, limit=200)
        found |= {row.uri for row in page.items}
        cursor = page.next
        if cursor is None:
            return found


def load(store: Store, *, model: str | None = None) -> Iterator[Loaded]:
    """Take in the briefs that are missing; stopping half-way loses nothing, the next call goes on."""
    for one in missing(store):
        prepared = ingest.prepare(one.data, name=one.name, media_type="text/markdown", given=one.given, model=model)
        with store.writing() as session:
            result = ingest.keep(session, prepared, actor=ACTOR)
        yield Loaded(one, result)
